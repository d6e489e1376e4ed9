/// Bold text for Graphviz 2.43, which loses some 270 bytes with each piece of text in `<B>`.
///
/// The font is named with its weight instead, and an SVG gets the attribute that `<B>` would have
/// given it.
enum BoldText {
  /// Returns a label with its bold text in a bold font.
  ///
  /// What comes from outside is escaped in a label, so a tag in it is always one of our own.
  static func named(_ markup: String, font: String) -> String {
    guard markup.utf8.count > 3, markup.contains("<B>") else { return markup }
    return markup.split(separator: "<B>", omittingEmptySubsequences: false)
      .joined(separator: "<FONT FACE=\"\(font) Bold\">")
      .split(separator: "</B>", omittingEmptySubsequences: false).joined(separator: "</FONT>")
  }

  /// Returns an SVG in which bold text has a weight of its own and the family its plain name.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  static func weighted(_ svg: [UInt8]) -> [UInt8] {
    let old = Array(" Bold\" font-size".utf8)
    let new = Array("\" font-weight=\"bold\" font-size".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(svg.count + 4096)
    var start = 0
    for place in svg.indices
    where svg[place] == old[0] && svg[place...].starts(with: old) {
      result += svg[start..<place] + new
      start = place + old.count
    }
    return result + svg[start...]
  }
}
