internal import NetworkData

extension Table {
  /// Reads a delimited file (RFC 4180; line ends LF, CRLF or CR; blank lines are skipped, and so are
  /// lines above the header that begin with `#`).
  ///
  /// Blanks around a cell are dropped unless it is quoted. The apostrophe that ``CSVCell`` puts in
  /// front of a cell which a spreadsheet would run is taken off again.
  ///
  /// - Parameters:
  ///   - file: The file, in UTF-8.
  ///   - separator: What stands between cells; nil takes the comma, or the tab in a `.tsv`. A space
  ///     stands for any run of blanks.
  ///   - headerStart: Where the header begins; nil takes the first line that is neither blank nor a
  ///     comment.
  ///   - skipsEmptyRows: Whether rows whose cells are all empty are left out, however many cells
  ///     they have.
  /// - Throws: ``FileProblem`` for a file that is not such a table.
  /// - Complexity: O(bytes).
  init(
    reading file: FileBytes, separator: UInt8? = nil, headerStart: Int? = nil,
    skipsEmptyRows: Bool = false
  ) throws(FileProblem) {
    let start = try Encoding.checkedStart(of: file)
    let separator = separator ?? (file.path.hasSuffix(".tsv") ? Ascii.tab : Ascii.comma)
    var scanner = RecordScanner(path: file.path, position: start, separator: separator)
    var cells = TextColumn()

    if let headerStart {
      scanner.position = headerStart
      scanner.line = file.line(at: headerStart)
    } else {
      file.withSpan { scanner.skipComments(in: $0) }
    }
    let hasHeader = try file.withSpan { (bytes) throws(FileProblem) in
      try scanner.next(in: bytes, into: &cells)
    }
    guard hasHeader else {
      throw FileProblem(
        file.path, line: 1, Phrase("empty file", "ファイルが空です"),
        advice: Phrase("expected a table with a header", "見出し行のある表にしてください"))
    }
    let header = Array(cells)
    let headerLine = scanner.recordLine
    var seen: Set<String> = []
    for name in header where !seen.insert(name).inserted && !name.isEmpty {
      throw FileProblem(
        file.path, line: headerLine,
        Phrase(
          "column \(FileProblem.quoted(name)) appears twice",
          "\(FileProblem.quoted(name)) という列が2つあります"),
        advice: Phrase("rename or remove one of them", "一方の名前を変えるか、削除してください"))
    }

    var columns = [TextColumn](repeating: TextColumn(), count: header.count)
    var lines: [Int] = []
    try file.withSpan { (bytes) throws(FileProblem) in
      while true {
        cells = TextColumn()
        guard try scanner.next(in: bytes, into: &cells) else { break }
        if skipsEmptyRows, cells.indices.allSatisfy({ cells.utf8(at: $0).isEmpty }) { continue }
        guard cells.count == header.count else {
          throw FileProblem(
            file.path, line: scanner.recordLine,
            Phrase(
              "expected \(header.count) cells as in the header, found \(cells.count)",
              "見出しと同じ\(header.count)個の欄が必要ですが、\(cells.count)個あります"),
            advice: Phrase(
              "put cells that hold the separator in double quotes", "区切り文字を含む欄は二重引用符で囲んでください"))
        }
        for column in columns.indices { columns[column].append(utf8: cells.utf8(at: column)) }
        lines.append(scanner.recordLine)
      }
    }
    self.init(
      path: file.path, header: header, headerLine: headerLine, columns: columns, lines: lines)
  }
}

/// Walks through the records of a delimited file.
struct RecordScanner {
  /// The file, for messages.
  let path: String
  /// Where the next record begins.
  var position: Int
  /// What stands between cells.
  let separator: UInt8
  /// The line of the next record.
  var line = 1
  /// The line on which the last record began.
  var recordLine = 1

  /// Whether any run of blanks stands between cells.
  private var joinsBlanks: Bool { separator == Ascii.space }

  /// Begins at a byte.
  init(path: String, position: Int, separator: UInt8) {
    self.path = path
    self.position = position
    self.separator = separator
  }

  private func separates(_ byte: UInt8) -> Bool {
    byte == separator || joinsBlanks && Ascii.isBlank(byte)
  }

  private func isBlank(_ byte: UInt8) -> Bool { Ascii.isBlank(byte) && !separates(byte) }

  private mutating func skipJoinedBlanks(in bytes: Span<UInt8>) {
    while joinsBlanks, position < bytes.count, Ascii.isBlank(bytes[position]) { position += 1 }
  }

  /// Reads the next record that is not blank.
  ///
  /// - Returns: False at the end of the file.
  mutating func next(in bytes: Span<UInt8>, into cells: inout TextColumn) throws(FileProblem)
    -> Bool
  {
    skipJoinedBlanks(in: bytes)
    while position < bytes.count, Ascii.endsLine(bytes[position]) {
      skipLineEnd(in: bytes)
      skipJoinedBlanks(in: bytes)
    }
    guard position < bytes.count else { return false }
    recordLine = line
    var cell: [UInt8] = []
    while true {
      cell.removeAll(keepingCapacity: true)
      try readCell(in: bytes, into: &cell)
      cells.append(utf8: CSVCell.restored(cell[...]))
      if position < bytes.count, separates(bytes[position]) {
        position += 1
        skipJoinedBlanks(in: bytes)
        let isOver = position == bytes.count || Ascii.endsLine(bytes[position])
        // Blanks at the end of a line separate nothing.
        if !(joinsBlanks && isOver) { continue }
      }
      if position < bytes.count { skipLineEnd(in: bytes) }
      return true
    }
  }

  /// Reads up to the separator, line end or end of file, and stays there.
  private mutating func readCell(
    in bytes: Span<UInt8>, into cell: inout [UInt8]
  ) throws(FileProblem) {
    while position < bytes.count, isBlank(bytes[position]) { position += 1 }
    if position < bytes.count, bytes[position] == Ascii.quote {
      try readQuoted(in: bytes, into: &cell)
      while position < bytes.count, isBlank(bytes[position]) { position += 1 }
      guard
        position == bytes.count || separates(bytes[position])
          || Ascii.endsLine(bytes[position])
      else {
        throw FileProblem(
          path, line: line, Phrase("text after a closing quote", "閉じ引用符の後に文字があります"),
          advice: Phrase("write a quote inside a quoted cell twice", "引用符で囲んだ欄の中の引用符は、2つ重ねて書いてください")
        )
      }
      return
    }
    while position < bytes.count, !separates(bytes[position]), !Ascii.endsLine(bytes[position]) {
      cell.append(bytes[position])
      position += 1
    }
    while let last = cell.last, isBlank(last) { cell.removeLast() }
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
