internal import NetworkData

/// Walks through the records of a delimited file.
struct RecordScanner: Sendable {
  let path: String
  var position: Int
  let separator: UInt8
  var line = 1
  var recordLine = 1
  /// Where the records end; the end of the file by default.
  var end = Int.max

  /// Whether any run of blanks stands between cells.
  private var joinsBlanks: Bool { separator == Ascii.space }

  init(path: String, position: Int, separator: UInt8) {
    self.path = path
    self.position = position
    self.separator = separator
  }

  private func separates(_ byte: UInt8) -> Bool {
    byte == separator || joinsBlanks && Ascii.isBlank(byte)
  }

  private func isBlank(_ byte: UInt8) -> Bool { Ascii.isBlank(byte) && !separates(byte) }

  private mutating func skipJoinedBlanks(in bytes: Span<UInt8>, _ end: Int) {
    while joinsBlanks, position < end, Ascii.isBlank(bytes[position]) { position += 1 }
  }

  /// Reads the next record that is not blank.
  ///
  /// - Returns: False at the end.
  mutating func next(
    in bytes: Span<UInt8>, into cells: inout RecordCells
  ) throws(FileProblem) -> Bool {
    let end = min(end, bytes.count)
    cells.removeAll()
    skipJoinedBlanks(in: bytes, end)
    while position < end, Ascii.endsLine(bytes[position]) {
      skipLineEnd(in: bytes)
      skipJoinedBlanks(in: bytes, end)
    }
    guard position < end else { return false }
    recordLine = line
    while true {
      try readCell(in: bytes, end, into: &cells)
      if position < end, separates(bytes[position]) {
        position += 1
        skipJoinedBlanks(in: bytes, end)
        let isOver = position == end || Ascii.endsLine(bytes[position])
        // Blanks at the end of a line separate nothing.
        if !(joinsBlanks && isOver) { continue }
      }
      if position < end { skipLineEnd(in: bytes) }
      return true
    }
  }

  /// Reads the next record that is not blank, and adds its cells to texts of their own.
  ///
  /// - Returns: False at the end.
  mutating func next(
    in bytes: Span<UInt8>, into texts: inout TextColumn
  ) throws(FileProblem) -> Bool {
    var cells = RecordCells()
    guard try next(in: bytes, into: &cells) else { return false }
    for cell in cells.indices { cells.append(cell, of: bytes, to: &texts) }
    return true
  }

  /// Reads up to the separator, line end or end of file, and stays there.
  private mutating func readCell(
    in bytes: Span<UInt8>, _ end: Int, into cells: inout RecordCells
  ) throws(FileProblem) {
    while position < end, isBlank(bytes[position]) { position += 1 }
    if position < end, bytes[position] == Ascii.quote {
      var text: [UInt8] = []
      try readQuoted(in: bytes, into: &text)
      cells.append(text)
      while position < end, isBlank(bytes[position]) { position += 1 }
      guard position == end || separates(bytes[position]) || Ascii.endsLine(bytes[position])
      else {
        throw FileProblem(
          path, line: line, Phrase("text after a closing quote", "閉じ引用符の後に文字があります"),
          advice: Phrase("write a quote inside a quoted cell twice", "引用符で囲んだ欄の中の引用符は、2つ重ねて書いてください")
        )
      }
      return
    }
    let start = position
    while position < end, !separates(bytes[position]), !Ascii.endsLine(bytes[position]) {
      position += 1
    }
    var textEnd = position
    while textEnd > start, isBlank(bytes[textEnd - 1]) { textEnd -= 1 }
    cells.append(start..<textEnd)
  }

  private mutating func readQuoted(
    in bytes: Span<UInt8>, into cell: inout [UInt8]
  ) throws(FileProblem) {
    let opened = line
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Ascii.quote {
        position += 1
        guard position < bytes.count, bytes[position] == Ascii.quote else { return }
        cell.append(byte)
        position += 1
      } else if Ascii.endsLine(byte) {
        let start = position
        skipLineEnd(in: bytes)
        for inside in start..<position { cell.append(bytes[inside]) }
      } else {
        cell.append(byte)
        position += 1
      }
    }
    throw FileProblem(
      path, line: opened,
      Phrase("quote opened at line \(opened) is not closed", "\(opened)行目で開いた引用符が閉じていません"),
      advice: Phrase(
        "close it, or write a quote inside a quoted cell twice", "引用符を閉じるか、欄の中の引用符を2つ重ねて書いてください"))
  }

  /// Skips blank lines and lines that begin with `#`.
  mutating func skipComments(in bytes: Span<UInt8>) {
    while position < bytes.count, bytes[position] == Ascii.hash || Ascii.endsLine(bytes[position]) {
      while position < bytes.count, !Ascii.endsLine(bytes[position]) { position += 1 }
      if position < bytes.count { skipLineEnd(in: bytes) }
    }
  }

  private mutating func skipLineEnd(in bytes: Span<UInt8>) {
    if bytes[position] == Ascii.carriageReturn, position + 1 < bytes.count,
      bytes[position + 1] == Ascii.lineFeed
    {
      position += 1
    }
    position += 1
    line += 1
  }
}
