/// Tells what stands in front of sums below or beside a table, where a name is expected.
enum TotalLabel {
  /// Whether a text is no name but announces a sum, a count or a mean.
  ///
  /// - Parameter text: A cell, such as 合計 or Total.
  /// - Returns: `true` if a row of it is no actor.
  static func holds(_ text: String) -> Bool {
    let word = OfficeText.folded(text).lowercased().filter { !$0.isWhitespace && $0 != ":" }
    return words.contains(word) || beginnings.contains(where: word.hasPrefix)
  }

  private static let beginnings = ["合計", "総計", "小計"]

  private static let words: Set<String> = [
    "計", "総数", "平均", "件数", "人数", "出席者数", "出席数", "参加者数", "参加数", "出席率", "会員数", "社数", "total",
    "totals", "subtotal", "grandtotal", "sum", "average", "mean",
  ]
}
