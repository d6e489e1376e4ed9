import Foundation
import GraphStructure
import NetworkData
import NetworkFiles
import Testing

/// The folder of malformed and hostile files, which lies outside the package: `KNOWWHO_SHARED`, else
/// `../shared`.
private let torture: String = {
  let besidePackage = URL(fileURLWithPath: #filePath + "/../../../../shared").standardized.path
  return (ProcessInfo.processInfo.environment["KNOWWHO_SHARED"] ?? besidePackage) + "/data/torture"
}()

/// Every CSV case of the torture collection: it is refused or read as `EXPECTED.csv` says.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: torture + "/EXPECTED.csv")))
struct HostileFilesTests {
  /// What a message must hold beside its line, in our words; from `message_must_say`.
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

  /// Actors and ties of what is read.
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

  /// Where we name another line than `EXPECTED.csv` does, and why.
  private let otherLines: [String: (line: Int?, reason: String)] = [
    "no_extension": (nil, "the name has no line")
  ]

  @Test func eachIsRefusedOrReadAsExpected() throws {
    let rows = try expected()
    try #require(rows.count == 43)
    for (file, verdict, expectedLine) in rows {
      let before = try FileManager.default.contentsOfDirectory(atPath: torture + "/files").count
      let clock = ContinuousClock()
      var outcome: Result<NetworkFile.Reading, FileProblem>?
      let time = clock.measure {
        do throws(FileProblem) {
          outcome = .success(try NetworkFile.read("\(torture)/files/\(file)"))
        } catch {
          outcome = .failure(error)
        }
      }
      // Two seconds in a release build; a debug build is slower.
      #expect(time < .seconds(20), "\(file) took \(time)")
      let after = try FileManager.default.contentsOfDirectory(atPath: torture + "/files").count
      #expect(before == after)
      switch try #require(outcome) {
      case .success(let reading):
        #expect(verdict != "REJECT", "\(file) was read")
        let found = (reading.network.actors.count, reading.network.ties.count)
        let size = try #require(sizes[file], "\(file) was read")
        #expect(found == size, "\(file)")
        if verdict == "ACCEPT+WARN" { #expect(!reading.notes.isEmpty, "\(file): no note") }
        #expect(reading.notes.allSatisfy { $0.english.hasPrefix("\(torture)/files/\(file)") })
      case .failure(let problem):
        #expect(!verdict.hasPrefix("ACCEPT"), "\(problem)")
        #expect(problem.line == otherLines[file]?.line ?? Int(expectedLine), "\(problem)")
        for part in try #require(words[file], "\(problem)") {
          #expect(problem.problem.english.contains(part), "\(problem)")
        }
        #expect(problem.advice != nil, "\(problem)")
        expectJapanese(problem)
        #expect(problem.description.utf8.count < 1000)
      }
    }
  }

  @Test func loopsAndParallelTiesAreCounted() throws {
    let path = "\(torture)/files/csv_self_loop_dup.csv"
    let view = try Network(contentsOf: path, isDirected: true).graph()
    #expect(view.droppedLoopCount == 1)
    #expect(view.mergedTieCount == 1)
    #expect(view.graph.edgeCount == 2)
    // Parallel strengths are added: 1 + 2 one way, 5 the other.
    #expect(view.graph.outgoing.strengths == [3, 5])
  }

  /// What a spreadsheet would run is text here, and harmless when written.
  @Test func formulasComeBackHarmless() throws {
    let network = try Network(contentsOf: "\(torture)/files/csv_formula.csv")
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
    let input = "\(torture)/files/csv_ragged.csv"
    #expect(throws: FileProblem.self) {
      _ = try NetworkFile.write(try Network(contentsOf: input), to: folder["out.csv"])
    }
    #expect(try folder.text(of: "out.csv") == "old\n")
    #expect(try folder.names() == ["out.csv"])
  }

  /// File, verdict and line of each case about CSV, by a reader that knows quotes and little else.
  private func expected() throws -> [(file: String, verdict: String, line: String)] {
    let text = try String(contentsOfFile: torture + "/EXPECTED.csv", encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      var cells = [""]
      var isQuoted = false
      for character in line {
        if character == "\"" {
          isQuoted.toggle()
        } else if character == ",", !isQuoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(character)
        }
      }
      guard cells[0].hasPrefix("csv_") || cells[0] == "no_extension" else { return nil }
      return (cells[0], cells[2], cells[3])
    }
  }
}
