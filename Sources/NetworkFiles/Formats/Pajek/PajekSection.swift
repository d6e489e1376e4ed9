internal import NetworkData

/// A part of a Pajek file: a line that begins with `*`, and the lines below it.
struct PajekSection {
  /// The word behind the asterisk, in lower case.
  let keyword: String

  /// What stands behind the word on the same line.
  let title: String

  /// The line with the word, counted from 1.
  let line: Int

  /// The lines below, up to the next section.
  let body: Range<Int>

  /// Finds the sections of a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - start: Where its text begins.
  /// - Returns: The sections in order.
  /// - Complexity: O(bytes).
  static func all(in file: FileBytes, from start: Int) -> [PajekSection] {
    let heads = heads(of: file, from: start)
    var counter = LineCounter(file)
    var sections: [PajekSection] = []
    for (place, head) in heads.enumerated() {
      let next = place + 1 < heads.count ? heads[place + 1] : file.count
      var lines = TextLines(file, in: head..<next, firstLine: counter.line(at: head))
      guard let line = lines.next() else { continue }
      let text = line.bytes.drop(while: Ascii.isBlank).dropFirst()
      // A relation may follow without a blank: `*Arcs:2`.
      let isWordEnd: (UInt8) -> Bool = { Ascii.isBlank($0) || $0 == UInt8(ascii: ":") }
      let word = text.prefix { !isWordEnd($0) }
      let rest = text.dropFirst(word.count)
      sections.append(
        PajekSection(
          keyword: String(decoding: word, as: UTF8.self).lowercased(),
          title: trimmed(rest), line: line.number, body: lines.offset..<next))
    }
    return sections
  }

  /// The words behind the keyword.
  var words: [String] { title.split { $0 == " " || $0 == "\t" }.map(String.init) }

  /// The relation that the section's ties are of: its name, else its number; empty for none.
  var relation: String {
    guard let colon = title.firstIndex(of: ":") else { return "" }
    let rest = title[title.index(after: colon)...].drop { $0 == " " }
    let number = rest.prefix { $0 != " " && $0 != "\t" }
    let name = Self.unquoted(Self.trimmed(Array(rest.dropFirst(number.count).utf8)[...]))
    return name.isEmpty ? String(number) : name
  }

  /// Returns a text without quotes around it.
  static func unquoted(_ text: String) -> String {
    text.count >= 2 && text.first == "\"" && text.last == "\""
      ? String(text.dropFirst().dropLast()) : text
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes.drop(while: Ascii.isBlank)
    while let last = bytes.last, Ascii.isBlank(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Returns where each line begins whose first character is an asterisk.
  private static func heads(of file: FileBytes, from start: Int) -> [Int] {
    file.withSpan { bytes in
      var heads: [Int] = []
      let asterisk = UInt8(ascii: "*")
      var position = start
      while position < bytes.count {
        while position + 8 <= bytes.count,
          !ByteWords.holds(asterisk, ByteWords.word(bytes, at: position))
        {
          position += 8
        }
        guard position < bytes.count else { break }
        if bytes[position] == asterisk {
          var lineStart = position
          while lineStart > start, Ascii.isBlank(bytes[lineStart - 1]) { lineStart -= 1 }
          if lineStart == start || Ascii.endsLine(bytes[lineStart - 1]) { heads.append(lineStart) }
        }
        position += 1
      }
      return heads
    }
  }
}
