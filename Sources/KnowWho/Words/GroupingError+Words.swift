extension GroupingError {
  /// What went wrong and what to do, in a sentence.
  ///
  /// - Parameters:
  ///   - option: The option that named the column, such as `--group-by`.
  ///   - language: The language of the sentence.
  /// - Returns: The sentence.
  public func description(option: String, in language: Language) -> String {
    switch self {
    case .noColumn(let column, let known):
      let nearest = Spelling.nearest(to: column, in: known)
      return language(
        "\(option) \(column): actors have no such column; "
          + (nearest.map { "did you mean \($0)? " } ?? "")
          + "columns: \(known.joined(separator: ", "))",
        "\(option) \(column)：actors.csv にその列はありません。"
          + (nearest.map { "\($0) のことでしょうか。" } ?? "") + "列：\(known.joined(separator: "、"))")
    case .allEmpty(let column):
      return language(
        "\(option) \(column): no actor that counts has an entry there; fill the column in actors.csv",
        "\(option) \(column)：対象の主体はいずれもこの列が空です。actors.csv に記入してください")
    }
  }
}
