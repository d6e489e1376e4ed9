internal import NetworkData

/// Finds ids that a reader of a table cannot tell apart, or cannot see whole.
enum IDNotes {
  /// Returns what the user should know about ids; they are kept byte for byte all the same.
  ///
  /// - Parameters:
  ///   - ids: Distinct ids.
  ///   - path: The file or folder, for messages.
  /// - Returns: A note on ids that are the same characters composed differently, such as か and ゛
  ///   for が, and one on ids with characters that do not show.
  /// - Complexity: O(bytes); ids in ASCII are only looked through.
  static func notes(on ids: TextColumn, in path: String) -> [Phrase] {
    if ids.isASCII { return [] }
    // Strings are equal where their characters are, however composed.
    var firstOfLook: [String: Int] = [:]
    var alike: (first: Int, second: Int, count: Int)?
    var invisible: (first: Int, count: Int)?
    for position in ids.indices where ids.utf8(at: position).contains(where: { $0 >= 0x80 }) {
      let id = ids[position]
      if let first = firstOfLook[id] {
        alike = (alike?.first ?? first, alike?.second ?? position, (alike?.count ?? 0) + 1)
      } else {
        firstOfLook[id] = position
      }
      if id.unicodeScalars.contains(where: { $0.properties.generalCategory == .format }) {
        invisible = (invisible?.first ?? position, (invisible?.count ?? 0) + 1)
      }
    }
    func more(_ count: Int) -> Phrase {
      count > 1
        ? Phrase(", and \(count - 1) more like it", "（ほかに同様のものが\(count - 1)あります）") : Phrase("", "")
    }
    var notes: [Phrase] = []
    if let (one, other) = alikeButForWidth(ids) {
      let (first, second) = (FileProblem.quoted(ids[one]), FileProblem.quoted(ids[other]))
      notes.append(
        Phrase(
          "\(path): the ids \(first) and \(second) differ only in blanks or width: they are taken for "
            + "two actors",
          "\(path)：id \(first) と \(second) は空白か全角・半角だけが違いますが、別の主体として扱います"))
    }
    if let (first, second, count) = alike {
      let (id, more) = (FileProblem.quoted(ids[first]), more(count))
      notes.append(
        Phrase(
          "\(path): the ids of actors \(first + 1) and \(second + 1), \(id), look the same but are "
            + "composed differently: they are taken for two actors\(more.english)",
          "\(path)：\(first + 1)番目と\(second + 1)番目の主体の id \(id) は同じに見えますが、文字の構成が異なるため、"
            + "別の主体として扱います\(more.japanese)"))
    }
    if let (first, count) = invisible {
      let (id, more) = (FileProblem.quoted(ids[first]), more(count))
      notes.append(
        Phrase(
          "\(path): the id \(id) holds characters that do not show\(more.english)",
          "\(path)：id \(id) に目に見えない文字が含まれています\(more.japanese)"))
    }
    return notes
  }

  /// Returns the first id with wide blanks, letters or digits, or narrow kana, beside one that is the same
  /// without.
  private static func alikeButForWidth(_ ids: TextColumn) -> (Int, Int)? {
    var changed: [[UInt8]: Int] = [:]
    for position in ids.indices where ids.utf8(at: position).contains(where: { $0 >= 0xE3 }) {
      let id = ids[position]
      let folded = OfficeText.folded(id)
      if folded.unicodeScalars.elementsEqual(id.unicodeScalars) { continue }
      if let other = changed.updateValue(position, forKey: Array(folded.utf8)) {
        return (other, position)
      }
    }
    guard !changed.isEmpty else { return nil }
    for position in ids.indices {
      if let other = changed[Array(ids.utf8(at: position))], other != position {
        return (min(other, position), max(other, position))
      }
    }
    return nil
  }
}
