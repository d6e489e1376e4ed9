import Foundation
import NetworkData
import NetworkFiles
import Testing

/// Every hostile file of Pajek, UCINET and Matrix Market is refused or read as `EXPECTED.csv` says.
@Suite(.enabled(if: ForeignFiles.areThere))
struct HostileFormatsTests {
  /// What a message must hold beside its line, in our words; from `message_must_say`.
  private let words: [String: String] = [
    "pajek_count_too_small.net": "outside 1..2", "pajek_out_of_range.net": "outside 1..3",
    "pajek_zero_index.net": "outside 1..3", "pajek_no_vertices.net": "*Vertices line is missing",
    "pajek_unterminated_quote.net": "not closed", "pajek_text_weight.net": "\"strong\" is not a",
    "pajek_weight_nan.net": "finite number", "pajek_weight_inf.net": "finite number",
    "pajek_huge_count.net": "too large", "pajek_int_overflow.net": "too large",
    "pajek_twomode_bad_split.net": "5 > 3",
    "pajek_duplicate_vertex.net": "already defined at line 3",
    "pajek_matrix_short_row.net": "expected 3 values, found 2",
    "pajek_matrix_missing_row.net": "expected 3 rows, found 2",
    "pajek_unknown_section.net": "*bananas", "pajek_one_number.net": "two vertex numbers",
    "dl_short_matrix.dl": "expected 9 values, found 5", "dl_long_matrix.dl": "expected 4 values",
    "dl_labels_mismatch.dl": "expected 3 labels, found 2", "dl_unknown_format.dl": "\"hologram\"",
    "dl_no_n.dl": "n is missing", "dl_unknown_label.dl": "labels are not embedded",
    "dl_no_data.dl": "data: is missing", "dl_more_labels_than_n_embedded.dl": "more than 2 labels",
    "mtx_wrong_header.mtx": "not a Matrix Market banner", "mtx_bad_symmetry.mtx": "\"sideways\"",
    "mtx_complex.mtx": "complex values are not a network",
    "mtx_no_size.mtx": "size line is missing",
    "mtx_too_few.mtx": "expected 3 entries, found 2", "mtx_huge.mtx": "too large",
    "mtx_text_value.mtx": "\"one\"", "mtx_nan.mtx": "\"nan\"",
  ]

  /// Actors and ties of what is read.
  private let sizes: [String: (actors: Int, ties: Int)] = [
    "pajek_count_too_large.net": (5, 1), "pajek_weight_neg3.net": (3, 1),
    "pajek_twomode_within_mode.net": (4, 2), "pajek_empty_after_header.net": (0, 0),
    "mtx_no_header.mtx": (2, 1), "mtx_array_format.mtx": (2, 2), "mtx_rectangular.mtx": (5, 2),
    "mtx_symmetric_upper.mtx": (3, 2),
  ]

  @Test func eachIsRefusedOrReadAsExpected() throws {
    let rows = try ForeignFiles.rows(of: "torture/EXPECTED.csv").filter { row in
      ["pajek_", "dl_", "mtx_"].contains { row[0].hasPrefix($0) }
    }
    try #require(rows.count == 47)
    for row in rows {
      let (file, verdict, line) = (row[0], row[2], row[3])
      let path = "\(ForeignFiles.folder)/torture/files/\(file)"
      do throws(FileProblem) {
        let reading = try NetworkFile.read(path)
        #expect(verdict != "REJECT", "\(file) was read")
        let found = (reading.network.actors.count, reading.network.ties.count)
        #expect(found == sizes[file] ?? (-1, -1), "\(file): \(found)")
        if verdict != "ACCEPT" { #expect(!reading.notes.isEmpty, "\(file): no note") }
      } catch {
        #expect(!verdict.hasPrefix("ACCEPT"), "\(error)")
        if let line = Int(line) { #expect(error.line == line, "\(error)") }
        if let words = words[file] { #expect(error.problem.english.contains(words), "\(error)") }
        #expect(error.advice != nil, "\(error)")
        expectJapanese(error)
        #expect(error.description.utf8.count < 1000)
      }
    }
  }
}
