internal import NetworkData

/// Cuts GML into keys, values and brackets.
struct GMLScanner {
  /// What stands at a place.
  enum Token: Equatable {
    /// A key, or a word without quotes where a value is expected.
    case word(Range<Int>)
    case number(Range<Int>)
    /// The text between two quotes.
    case string(Range<Int>)
    case open
    case close
    case end
  }

  /// The file, for messages.
  let path: String

  /// The line of the last token, counted from 1.
  private(set) var line = 1

  private var position: Int
  private var nextLine = 1

  init(path: String, from start: Int) {
    self.path = path
    position = start
  }

  /// Returns the next token.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: The token.
  /// - Throws: ``FileProblem`` for a quote that is not closed, or a number that is none.
  mutating func next(in bytes: Span<UInt8>) throws(FileProblem) -> Token {
    skipSpace(in: bytes)
    line = nextLine
    guard position < bytes.count else { return .end }
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "["):
      position += 1
      return .open
    case UInt8(ascii: "]"):
      position += 1
      return .close
    case Ascii.quote: return try string(in: bytes)
    default: break
    }
    while position < bytes.count, !Self.endsWord(bytes[position]) { position += 1 }
    let first = bytes[start]
    let isSigned = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
    let digits = isSigned || first == UInt8(ascii: ".") ? start + 1 : start
    guard digits < position, bytes[digits].isNumber || bytes[digits] == UInt8(ascii: ".") else {
      return .word(start..<position)
    }
    return .number(start..<position)
  }

  /// Returns a problem at the last token.
  func problem(_ english: String, _ japanese: String, _ advice: Phrase) -> FileProblem {
    FileProblem(path, line: line, Phrase(english, japanese), advice: advice)
  }

  private mutating func skipSpace(in bytes: Span<UInt8>) {
    while position < bytes.count {
      switch bytes[position] {
      case Ascii.lineFeed, Ascii.carriageReturn: skipLineEnd(in: bytes)
      // Control characters too: they end a word, so they must not begin one.
      case ...Ascii.space: position += 1
      case Ascii.hash:
        while position < bytes.count, !Ascii.endsLine(bytes[position]) { position += 1 }
      default: return
      }
    }
  }

  private mutating func skipLineEnd(in bytes: Span<UInt8>) {
    if bytes[position] == Ascii.carriageReturn, position + 1 < bytes.count,
      bytes[position + 1] == Ascii.lineFeed
    {
      position += 1
    }
    position += 1
    nextLine += 1
  }

  private mutating func string(in bytes: Span<UInt8>) throws(FileProblem) -> Token {
    position += 1
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Ascii.quote {
        position += 1
        return .string(start..<(position - 1))
      }
      if Ascii.endsLine(byte) { skipLineEnd(in: bytes) } else { position += 1 }
    }
    throw problem(
      "quote opened at line \(line) is not closed", "\(line)行目で開いた引用符が閉じていません",
      Phrase(
        "close it; write a quote inside a text as &quot;", "引用符を閉じてください。文字としての引用符は &quot; と書きます"))
  }

  @inline(__always)
  private static func endsWord(_ byte: UInt8) -> Bool {
    byte <= Ascii.space || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
      || byte == Ascii.quote
  }
}
