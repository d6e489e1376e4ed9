internal import NetworkData

/// Cuts DOT into ids, marks and edge operators.
struct DOTScanner {
  /// What stands at a place.
  enum Token: Equatable {
    /// A name, a number or a text in quotes.
    case id([UInt8])
    /// A text between angle brackets, without the outermost ones.
    case html([UInt8])
    /// A word with a meaning, in lower case.
    case keyword(String)
    /// One of `{ } [ ] = ; , :`.
    case mark(UInt8)
    /// `->` or `--`.
    case edge(isDirected: Bool)
    case end
  }

  /// The file, for messages.
  let path: String

  /// The line of the last token, counted from 1.
  private(set) var line = 1

  private var position: Int
  private var nextLine = 1
  private var isAtLineStart = true

  private static let keywords: Set = ["strict", "graph", "digraph", "subgraph", "node", "edge"]

  init(path: String, from start: Int) {
    self.path = path
    position = start
  }

  /// Returns the next token.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: The token.
  /// - Throws: ``FileProblem`` for what is never closed, or a character without a meaning.
  mutating func next(in bytes: Span<UInt8>) throws(FileProblem) -> Token {
    try skipSpace(in: bytes)
    // The end is told where the last thing stands.
    guard position < bytes.count else { return .end }
    line = nextLine
    isAtLineStart = false
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "="), Ascii.semicolon, Ascii.comma, UInt8(ascii: ":"):
      position += 1
      return .mark(byte)
    case Ascii.quote: return .id(try joinedTexts(in: bytes))
    case UInt8(ascii: "<"): return .html(try html(in: bytes))
    case UInt8(ascii: "-") where position + 1 < bytes.count:
      let second = bytes[position + 1]
      if second == UInt8(ascii: ">") || second == UInt8(ascii: "-") {
        position += 2
        return .edge(isDirected: second == UInt8(ascii: ">"))
      }
    default: break
    }
    return try word(in: bytes)
  }

  /// Returns a problem at the last token.
  func problem(_ english: String, _ japanese: String, _ advice: Phrase) -> FileProblem {
    FileProblem(path, line: line, Phrase(english, japanese), advice: advice)
  }

  private mutating func word(in bytes: Span<UInt8>) throws(FileProblem) -> Token {
    let start = position
    var word: [UInt8] = []
    let first = bytes[position]
    if first.isNumber || first == UInt8(ascii: "-") || first == UInt8(ascii: ".") {
      // A number; letters behind it begin a new name, as in Graphviz.
      var hasPoint = false
      while position < bytes.count {
        let byte = bytes[position]
        let isSign = byte == UInt8(ascii: "-") && position == start
        let isPoint = byte == UInt8(ascii: ".") && !hasPoint
        guard byte.isNumber || isSign || isPoint else { break }
        if isPoint { hasPoint = true }
        word.append(byte)
        position += 1
      }
      if word.contains(where: \.isNumber) { return .id(word) }
    } else {
      while position < bytes.count, Self.isLetter(bytes[position]) || bytes[position].isNumber {
        word.append(bytes[position])
        position += 1
      }
    }
    guard !word.isEmpty, position > start,
      word.contains(where: { $0.isNumber || Self.isLetter($0) })
    else {
      let shown = FileProblem.quoted(
        String(decoding: [first] as [UInt8], as: UTF8.self))
      throw problem(
        "\(shown) has no meaning here", "\(shown) はここでは意味を持ちません",
        Phrase("put names with such characters in double quotes", "この文字を含む名前は二重引用符で囲んでください"))
    }
    if word.count <= 8 {
      let lower = String(decoding: word, as: UTF8.self).lowercased()
      if Self.keywords.contains(lower) { return .keyword(lower) }
    }
    return .id(word)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || (0x61...0x7A).contains(byte | 0x20)
  }

  // MARK: Texts

  /// Reads a text in quotes, and those that `+` joins to it.
  private mutating func joinedTexts(in bytes: Span<UInt8>) throws(FileProblem) -> [UInt8] {
    var text: [UInt8] = []
    while true {
      try quoted(in: bytes, into: &text)
      let (place, placeLine) = (position, nextLine)
      try skipSpace(in: bytes)
      if position < bytes.count, bytes[position] == UInt8(ascii: "+") {
        position += 1
        try skipSpace(in: bytes)
        if position < bytes.count, bytes[position] == Ascii.quote { continue }
        throw problem(
          "expected a text in quotes behind \"+\"", "\"+\" の後に引用符で囲んだ文字が必要です",
          Phrase("join texts only", "文字どうしをつないでください"))
      }
      (position, nextLine) = (place, placeLine)
      return text
    }
  }

  private mutating func quoted(in bytes: Span<UInt8>, into text: inout [UInt8]) throws(FileProblem)
  {
    let opened = nextLine
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Ascii.quote {
        position += 1
        return
      }
      if byte == UInt8(ascii: "\\"), position + 1 < bytes.count {
        let next = bytes[position + 1]
        position += 1
        if next == Ascii.quote {
          text.append(next)
          position += 1
        } else if Ascii.endsLine(next) {
          skipLineEnd(in: bytes)
        } else {
          // Other escapes belong to labels; a backslash escapes a backslash only for this rule.
          text.append(byte)
          if next == byte {
            text.append(next)
            position += 1
          }
        }
      } else if Ascii.endsLine(byte) {
        let start = position
        skipLineEnd(in: bytes)
        for place in start..<position { text.append(bytes[place]) }
      } else {
        text.append(byte)
        position += 1
      }
    }
    throw FileProblem(
      path, line: opened,
      Phrase("quote opened at line \(opened) is not closed", "\(opened)行目で開いた引用符が閉じていません"),
      advice: Phrase(
        "close it; write a quote inside a text as \\\"", "引用符を閉じてください。文字としての引用符は \\\" と書きます"))
  }

  private mutating func html(in bytes: Span<UInt8>) throws(FileProblem) -> [UInt8] {
    let opened = nextLine
    var text: [UInt8] = []
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "<") {
        depth += 1
      } else if byte == UInt8(ascii: ">") {
        depth -= 1
        if depth == 0 {
          position += 1
          return Array(text.dropFirst())
        }
      }
      text.append(byte)
      if Ascii.endsLine(byte) { skipLineEnd(in: bytes) } else { position += 1 }
    }
    throw FileProblem(
      path, line: opened,
      Phrase("HTML label opened at line \(opened) is not closed", "\(opened)行目の HTML ラベルが閉じていません"),
      advice: Phrase("close every < with a >", "< と > の数をそろえてください"))
  }

  // MARK: Blanks

  private mutating func skipSpace(in bytes: Span<UInt8>) throws(FileProblem) {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Ascii.space || byte == Ascii.tab || byte == 0x0C || byte == 0x0B {
        position += 1
      } else if Ascii.endsLine(byte) {
        skipLineEnd(in: bytes)
        isAtLineStart = true
      } else if byte == Ascii.hash, isAtLineStart {
        // What a preprocessor leaves.
        skipLine(in: bytes)
      } else if byte == UInt8(ascii: "/"), position + 1 < bytes.count,
        bytes[position + 1] == UInt8(ascii: "/")
      {
        skipLine(in: bytes)
      } else if byte == UInt8(ascii: "/"), position + 1 < bytes.count,
        bytes[position + 1] == UInt8(ascii: "*")
      {
        try skipComment(in: bytes)
      } else {
        return
      }
    }
  }

  private mutating func skipLine(in bytes: Span<UInt8>) {
    while position < bytes.count, !Ascii.endsLine(bytes[position]) { position += 1 }
  }

  private mutating func skipComment(in bytes: Span<UInt8>) throws(FileProblem) {
    let opened = nextLine
    position += 2
    while position + 1 < bytes.count {
      if bytes[position] == UInt8(ascii: "*"), bytes[position + 1] == UInt8(ascii: "/") {
        position += 2
        return
      }
      if Ascii.endsLine(bytes[position]) { skipLineEnd(in: bytes) } else { position += 1 }
    }
    throw FileProblem(
      path, line: opened,
      Phrase("comment opened at line \(opened) is not closed", "\(opened)行目のコメントが閉じていません"),
      advice: Phrase("close it with */", "*/ で閉じてください"))
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
}
