import Testing

/// Every hostile file of Pajek, UCINET and Matrix Market is refused or read as `EXPECTED.csv` says.
@Suite(.enabled(if: SharedData.isThere, "skipped: the collection of files is not there"))
struct HostileFormatsTests {
  /// What a message must hold beside its line, in our words; from `message_must_say`.
  private let words: [String: [String]] = [
    "pajek_count_too_small.net": ["outside 1..2"], "pajek_out_of_range.net": ["outside 1..3"],
    "pajek_zero_index.net": ["outside 1..3"],
    "pajek_no_vertices.net": ["*Vertices line is missing"],
    "pajek_unterminated_quote.net": ["not closed"],
    "pajek_text_weight.net": ["\"strong\" is not a"],
    "pajek_weight_nan.net": ["finite number"], "pajek_weight_inf.net": ["finite number"],
    "pajek_huge_count.net": ["too large"], "pajek_int_overflow.net": ["too large"],
    "pajek_twomode_bad_split.net": ["5 > 3"],
    "pajek_duplicate_vertex.net": ["already defined at line 3"],
    "pajek_matrix_short_row.net": ["expected 3 values, found 2"],
    "pajek_matrix_missing_row.net": ["expected 3 rows, found 2"],
    "pajek_unknown_section.net": ["*bananas"], "pajek_one_number.net": ["two vertex numbers"],
    "dl_short_matrix.dl": ["expected 9 values, found 5"],
    "dl_long_matrix.dl": ["expected 4 values"],
    "dl_labels_mismatch.dl": ["expected 3 labels, found 2"],
    "dl_unknown_format.dl": ["\"hologram\""],
    "dl_no_n.dl": ["n is missing"], "dl_unknown_label.dl": ["labels are not embedded"],
    "dl_no_data.dl": ["data: is missing"],
    "dl_more_labels_than_n_embedded.dl": ["more than 2 labels"],
    "mtx_wrong_header.mtx": ["not a Matrix Market banner"],
    "mtx_bad_symmetry.mtx": ["\"sideways\""],
    "mtx_complex.mtx": ["complex values are not a network"],
    "mtx_no_size.mtx": ["size line is missing"],
    "mtx_too_few.mtx": ["expected 3 entries, found 2"], "mtx_huge.mtx": ["too large"],
    "pajek_negative_index.net": ["outside 1..3"],
    "pajek_negative_count.net": ["not a number of vertices"],
    "pajek_count_not_number.net": ["not a number of vertices"],
    "dl_out_of_range.dl": ["outside 1..3"],
    "mtx_too_many.mtx": ["expected 1 entries, found 2"],
    "mtx_out_of_range.mtx": ["outside 1..3"], "mtx_zero_based.mtx": ["outside 1..3"],
    "mtx_text_value.mtx": ["\"one\""], "mtx_nan.mtx": ["\"nan\""],
  ]

  /// Actors and ties of what is read.
  private let sizes: [String: (actors: Int, ties: Int)] = [
    "pajek_count_too_large.net": (5, 1), "pajek_weight_neg3.net": (3, 1),
    "pajek_twomode_within_mode.net": (4, 2), "pajek_empty_after_header.net": (0, 0),
    "mtx_no_header.mtx": (2, 1), "mtx_array_format.mtx": (2, 2), "mtx_rectangular.mtx": (5, 2),
    "mtx_symmetric_upper.mtx": (3, 2),
  ]

  @Test func eachIsRefusedOrReadAsExpected() throws {
    try HostileFiles(
      prefixes: ["pajek_", "dl_", "mtx_"], count: 47, words: words, sizes: sizes
    ).check()
  }
}
