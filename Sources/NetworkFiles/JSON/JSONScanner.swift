internal import NetworkData

/// Cuts JSON into values.
struct JSONScanner {
  private let path: String
  private let depthLimit: Int
  private var position: Int
  private var line = 1
  private var entries: [JSONDocument.Entry] = []
  /// The objects and arrays that are open.
  private var open: [(entry: Int, names: Set<[UInt8]>)] = []

  init(path: String, depthLimit: Int, from start: Int) {
    self.path = path
    self.depthLimit = depthLimit
    position = start
  }

  /// Returns all values of a file.
  mutating func scan(_ bytes: Span<UInt8>) throws(FileProblem) -> [JSONDocument.Entry] {
    skipSpace(bytes)
    guard position < bytes.count else {
      throw problem("no value", "値がありません")
    }
    try value(bytes)
    while let top = open.last {
      try continueContainer(bytes, isObject: entries[top.entry].kind == .object)
    }
    skipSpace(bytes)
    guard position == bytes.count else {
      throw problem("text behind the end of the value", "値の後に余分な文字があります")
    }
    return entries
  }

  /// Reads a value that is not within another, or opens an object or an array.
  private mutating func value(_ bytes: Span<UInt8>) throws(FileProblem) {
    skipSpace(bytes)
    guard position < bytes.count else { throw cut() }
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "{"): try openContainer(.object)
    case UInt8(ascii: "["): try openContainer(.array)
    case Ascii.quote: try string(bytes)
    case UInt8(ascii: "t"): try word("true", bytes)
    case UInt8(ascii: "f"): try word("false", bytes)
    case UInt8(ascii: "n"): try word("null", bytes)
    default:
      if let end = JSONNumber.end(in: bytes, from: position) {
        add(.number, start..<end)
        position = end
      } else {
        throw notValue(bytes)
      }
    }
  }

  private mutating func openContainer(_ kind: JSONDocument.Kind) throws(FileProblem) {
    guard open.count < depthLimit else {
      throw problem(
        "nesting too deep: more than \(depthLimit) levels", "入れ子が深すぎます（\(depthLimit)段を超えます）",
        Phrase(
          "if the file can be trusted, raise the limit: --limit depth=\(depthLimit * 4)",
          "信頼できるファイルなら、上限を上げてください：--limit depth=\(depthLimit * 4)"))
    }
    open.append((entries.count, []))
    add(kind, position..<position)
    position += 1
  }

  /// Reads the next member or element of the innermost object or array, or closes it.
  private mutating func continueContainer(
    _ bytes: Span<UInt8>, isObject: Bool
  ) throws(FileProblem) {
    skipSpace(bytes)
    guard position < bytes.count else { throw cut() }
    let top = open[open.count - 1].entry
    let isFirst = entries.count == top + 1
    let closing = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    if bytes[position] == closing {
      position += 1
      entries[top].range = entries[top].range.lowerBound..<position
      entries[top].next = entries.count
      open.removeLast()
      return
    }
    if !isFirst {
      guard bytes[position] == Ascii.comma else {
        throw problem(
          isObject ? "expected \",\" or \"}\"" : "expected \",\" or \"]\"",
          isObject ? "\",\" か \"}\" が必要です" : "\",\" か \"]\" が必要です")
      }
      position += 1
      skipSpace(bytes)
      if position < bytes.count, bytes[position] == closing {
        throw problem(
          "a comma before the closing bracket", "閉じ括弧の前に余分なコンマがあります",
          Phrase("remove the comma", "コンマを取り除いてください"))
      }
    }
    if isObject { try name(bytes) }
    try value(bytes)
  }

  private mutating func name(_ bytes: Span<UInt8>) throws(FileProblem) {
    guard position < bytes.count else { throw cut() }
    guard bytes[position] == Ascii.quote else {
      throw problem("expected a name in double quotes", "二重引用符で囲んだ名前が必要です")
    }
    try string(bytes)
    let name = JSONText.resolved(bytes, entries[entries.count - 1].range)
    guard open[open.count - 1].names.insert(name).inserted else {
      let text = FileProblem.quoted(String(decoding: name, as: UTF8.self))
      throw problem(
        "duplicate key \(text)", "\(text) というキーが重複しています",
        Phrase("remove one of them", "一方を取り除いてください"))
    }
    skipSpace(bytes)
    guard position < bytes.count else { throw cut() }
    guard bytes[position] == UInt8(ascii: ":") else {
      throw problem("expected \":\" behind a name", "名前の後に \":\" が必要です")
    }
    position += 1
  }

  private mutating func string(_ bytes: Span<UInt8>) throws(FileProblem) {
    position += 1
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Ascii.quote {
        add(.string, start..<position)
        position += 1
        return
      }
      if byte == UInt8(ascii: "\\") {
        guard let (_, end) = JSONText.escape(bytes, at: position, end: bytes.count) else {
          if position + 12 > bytes.count { throw cut() }
          throw problem(
            "invalid escape at line \(line)", "\(line)行目のエスケープが正しくありません",
            Phrase(
              "write characters as they are, or as a whole pair of surrogates",
              "文字をそのまま書くか、サロゲートペアをそろえてください"))
        }
        position = end
      } else if byte < 0x20 {
        throw problem("a line end or control character within a text", "文字列の中に改行か制御文字があります")
      } else {
        position += 1
      }
    }
    throw cut()
  }

  private mutating func word(_ word: StaticString, _ bytes: Span<UInt8>) throws(FileProblem) {
    let end = position + word.utf8CodeUnitCount
    let isThere = word.withUTF8Buffer { letters in
      guard end <= bytes.count else { return false }
      for offset in 0..<letters.count where unsafe bytes[position + offset] != letters[offset] {
        return false
      }
      return true
    }
    guard isThere else { throw notValue(bytes) }
    add(.word, position..<end)
    position = end
  }

  private mutating func add(_ kind: JSONDocument.Kind, _ range: Range<Int>) {
    entries.append(
      JSONDocument.Entry(
        kind: kind, line: UInt32(clamping: line), range: range, next: entries.count + 1))
  }

  private mutating func skipSpace(_ bytes: Span<UInt8>) {
    while position < bytes.count {
      switch bytes[position] {
      case Ascii.space, Ascii.tab: break
      case Ascii.lineFeed: line += 1
      case Ascii.carriageReturn:
        if position + 1 >= bytes.count || bytes[position + 1] != Ascii.lineFeed { line += 1 }
      default: return
      }
      position += 1
    }
  }

  // MARK: Problems

  private func problem(
    _ english: String, _ japanese: String,
    _ advice: Phrase = Phrase("mend the file, or save it again", "ファイルを直すか、保存し直してください")
  ) -> FileProblem {
    FileProblem(path, line: line, Phrase(english, japanese), advice: advice)
  }

  private func cut() -> FileProblem {
    problem(
      "unexpected end of JSON at line \(line)", "\(line)行目で JSON が途中で終わっています",
      Phrase("fetch or save the file again", "ファイルを取得し直すか、保存し直してください"))
  }

  private func notValue(_ bytes: Span<UInt8>) -> FileProblem {
    var text: [UInt8] = []
    for place in position..<min(position + 20, bytes.count) {
      let byte = bytes[place]
      if byte <= Ascii.space || byte == Ascii.comma || byte | 0x20 == UInt8(ascii: "}") { break }
      text.append(byte)
    }
    let shown = FileProblem.quoted(String(decoding: text, as: UTF8.self))
    return problem(
      "\(shown) is not JSON", "\(shown) は JSON の値ではありません",
      Phrase(
        "write a number, a text in double quotes, true, false or null",
        "数、二重引用符で囲んだ文字、true、false、null のいずれかを書いてください"))
  }
}
