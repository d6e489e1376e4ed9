import Foundation
import GraphStructure
import NetworkData
import NetworkFiles
import Testing

/// Every CSV case of the torture collection: it is refused or read as `EXPECTED.csv` says.
@Suite(.enabled(if: SharedData.isThere, "skipped: the collection of files is not there"))
struct HostileFilesTests {
  private let words: [String: [String]] = [
    "csv_ragged.csv": ["expected 3 fields, found 2"],
    "csv_unclosed_quote.csv": ["quote opened at line 2", "not closed"],
    "csv_empty.csv": ["empty file"],
    "csv_duplicate_header.csv": ["column \"source\" appears twice"],
    "csv_missing_target.csv": [
      "column \"target\" not found; columns are: source, to_whom"
    ],
    "csv_blank_id.csv": ["target is empty"],
    "csv_invalid_utf8.csv": ["invalid UTF-8", "byte 4"],
    "csv_nul.csv": ["NUL byte"],
    "csv_overlong_utf8.csv": ["invalid UTF-8"],
    "csv_surrogate_utf8.csv": ["invalid UTF-8"],
    "csv_weight_nan.csv": ["\"nan\" is not a finite number"],
    "csv_weight_inf.csv": ["\"inf\" is not a finite number"],
    "csv_weight_overflow.csv": ["\"1e999\" is not a finite number"],
    "csv_weight_decimal_comma.csv": ["\"1,5\" is not a finite number"],
    "csv_weight_space.csv": ["\"1 000\" is not a finite number"],
    "csv_weight_text.csv": ["\"abc\" is not a finite number"],
    "csv_weight_fullwidth_digits.csv": ["\"１２\" is not a finite number"],
    "csv_weight_fullwidth_mixed.csv": ["\"１.5\" is not a finite number"],
    "csv_weight_negative.csv": ["\"-1\"", "negative"],
    "csv_million_columns.csv": ["header"],
    "no_extension": ["format cannot be told from the name"],
  ]

  private let sizes: [String: (actors: Int, ties: Int)] = [
    "csv_formula.csv": (5, 3), "csv_header_only.csv": (0, 0), "csv_utf8_bom.csv": (2, 1),
    "csv_halfwidth_kana.csv": (4, 2), "csv_nfc_nfd.csv": (4, 2), "csv_tab_in_csv.csv": (2, 1),
    "csv_cr_only.csv": (3, 2), "csv_mixed_eol.csv": (4, 3), "csv_no_final_newline.csv": (3, 2),
    // Empty counts as 1, 0 is a tie of strength 0, blanks around ids are dropped.
    "csv_weight_empty.csv": (3, 2), "csv_weight_zero.csv": (3, 2), "csv_spaces_around.csv": (2, 2),
    "csv_self_loop_dup.csv": (2, 4), "csv_long_single_line.csv": (2, 1),
    "csv_long_id.csv": (2, 1), "csv_rtl_override.csv": (3, 2), "csv_newline_in_quotes.csv": (2, 1),
    "csv_html_injection.csv": (2, 1), "csv_path_ids.csv": (2, 1), "csv_utf16le.csv": (2, 1),
    "csv_cp932.csv": (3, 2), "csv_semicolon.csv": (2, 1),
  ]

  /// Blanks, tabs and missing strengths are read as the documentation of formats says.
  private let silent: Set = [
    "csv_tab_in_csv.csv", "csv_weight_empty.csv", "csv_weight_zero.csv", "csv_spaces_around.csv",
    "csv_long_single_line.csv", "csv_long_id.csv",
  ]

  @Test func eachIsRefusedOrReadAsExpected() throws {
    try HostileFiles(
      prefixes: ["csv_", "no_extension"], count: 43, words: words, sizes: sizes, silent: silent
    ).check()
  }

  @Test func loopsAndParallelTiesAreCounted() throws {
    let path = "\(SharedData.folder)/torture/files/csv_self_loop_dup.csv"
    let view = try Network(contentsOf: path, isDirected: true).graph()
    #expect(view.droppedLoopCount == 1)
    #expect(view.mergedTieCount == 1)
    #expect(view.graph.edgeCount == 2)
    // Parallel strengths are added: 1 + 2 one way, 5 the other.
    #expect(view.graph.outgoing.strengths == [3, 5])
  }

  /// What a spreadsheet would run is text here, and harmless when written.
  @Test func formulasComeBackHarmless() throws {
    let network = try Network(contentsOf: "\(SharedData.folder)/torture/files/csv_formula.csv")
    #expect(
      Array(network.actors.ids) == [
        "a", "b", "=HYPERLINK(\"http://127.0.0.1/x\")", "@SUM(A1)", "-2+3",
      ])
    let folder = try TemporaryFolder()
    _ = try NetworkFile.write(network, to: folder["net"])
    #expect(try Network(contentsOf: folder["net"]) == network)
    let text = try folder.text(of: "net/actors.csv") + folder.text(of: "net/ties.csv")
    for sign in ["\n=", "\n@", ",=", ",@", ",+", "\"=", "\"@", "\n-2+3", ",-2+3"] {
      #expect(!text.contains(sign), "\(sign)")
    }
  }

  /// An output that is there stays as it is when the input is bad.
  @Test func aBadInputTouchesNoOutput() throws {
    let folder = try TemporaryFolder()
    try folder.write("old\n", to: "out.csv")
    let input = "\(SharedData.folder)/torture/files/csv_ragged.csv"
    #expect(throws: FileProblem.self) {
      _ = try NetworkFile.write(try Network(contentsOf: input), to: folder["out.csv"])
    }
    #expect(try folder.text(of: "out.csv") == "old\n")
    #expect(try folder.names() == ["out.csv"])
  }
}
