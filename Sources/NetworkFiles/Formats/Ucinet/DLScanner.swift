internal import NetworkData

/// A word of a DL file.
struct DLWord {
  /// Its UTF-8, without quotes.
  let utf8: [UInt8]

  /// Whether it was quoted.
  let isQuoted: Bool

  /// Where it stands.
  let line: Int

  /// The word as a text.
  var text: String { String(decoding: utf8, as: UTF8.self) }

  /// The word in lower case, as keywords are compared; empty if it was quoted.
  var keyword: String { isQuoted ? "" : text.lowercased() }
}

/// Walks through the words of a DL file, which blanks, commas and line ends separate.
struct DLScanner {
  private let path: String
  private var lines: TextLines
  private var current = TextLine(number: 0, bytes: [])
  private var position = 0

  /// Begins at a byte.
  init(_ file: FileBytes, from start: Int) {
    path = file.path
    lines = TextLines(file, in: start..<file.count)
  }

  /// Returns the next word.
  ///
  /// - Parameter isHeader: Whether `=` and `:` are words of their own.
  /// - Returns: The word, nil at the end.
  /// - Throws: ``FileProblem`` if a quote is not closed on its line.
  mutating func next(isHeader: Bool = false) throws(FileProblem) -> DLWord? {
    while true {
      if let word = try nextInLine(isHeader: isHeader) { return word }
      guard let line = lines.next() else { return nil }
      (current, position) = (line, 0)
    }
  }

  /// Returns the words of the next line that has any.
  ///
  /// - Returns: The words; empty at the end.
  mutating func nextLine() throws(FileProblem) -> [DLWord] {
    guard let first = try next() else { return [] }
    var words = [first]
    while let word = try nextInLine(isHeader: false) { words.append(word) }
    return words
  }

  private mutating func nextInLine(isHeader: Bool) throws(FileProblem) -> DLWord? {
    let bytes = current.bytes
    while position < bytes.count, Self.separates(bytes[position]) { position += 1 }
    guard position < bytes.count else { return nil }
    let start = position
    if bytes[position] == Ascii.quote {
      position += 1
      while position < bytes.count, bytes[position] != Ascii.quote { position += 1 }
      guard position < bytes.count else {
        throw FileProblem.unclosedQuote(path, line: current.number)
      }
      position += 1
      return DLWord(
        utf8: Array(bytes[start + 1..<position - 1]), isQuoted: true, line: current.number)
    }
    func isSign(_ byte: UInt8) -> Bool {
      isHeader && (byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":"))
    }
    position += 1
    if !isSign(bytes[start]) {
      while position < bytes.count, !Self.separates(bytes[position]), !isSign(bytes[position]) {
        position += 1
      }
    }
    return DLWord(utf8: Array(bytes[start..<position]), isQuoted: false, line: current.number)
  }

  private static func separates(_ byte: UInt8) -> Bool {
    Ascii.isBlank(byte) || byte == Ascii.comma
  }
}
