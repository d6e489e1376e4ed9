internal import GraphStructure
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
  ///   - hasRowNames: Whether rows begin with a cell above which the header has none.
  ///   - skipsEmptyRows: Whether rows whose cells are all empty are left out, however many cells
  ///     they have.
  ///   - execution: How the work is carried out.
  /// - Throws: ``FileProblem`` for a file that is not such a table.
  /// - Complexity: O(bytes).
  init(
    reading file: FileBytes, separator: UInt8? = nil, headerStart: Int? = nil,
    hasRowNames: Bool = false, skipsEmptyRows: Bool = false, execution: Execution = .standard
  ) throws(FileProblem) {
    let start = try Encoding.checkedStart(of: file)
    let separator = separator ?? (file.path.hasSuffix(".tsv") ? Ascii.tab : Ascii.comma)
    var scanner = RecordScanner(path: file.path, position: start, separator: separator)
    var cells = RecordCells()

    if let headerStart {
      scanner.position = headerStart
      scanner.line = file.line(at: headerStart)
    } else {
      file.withSpan { scanner.skipComments(in: $0) }
    }
    let names = try file.withSpan { (bytes) throws(FileProblem) in
      try scanner.next(in: bytes, into: &cells)
        ? cells.indices.map { String(decoding: cells.utf8(at: $0, in: bytes), as: UTF8.self) }
        : nil
    }
    guard let header = names.map({ hasRowNames ? [""] + $0 : $0 }) else {
      throw FileProblem(
        file.path, line: 1, Phrase("empty file", "ファイルが空です"),
        advice: Phrase("expected a table with a header", "見出し行のある表にしてください"))
    }
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
    let rows = try TableRows.read(
      file, from: scanner, columnCount: header.count, skipsEmptyRows: skipsEmptyRows,
      execution)
    self.init(
      path: file.path, header: header, headerLine: headerLine, columns: rows.columns,
      lines: rows.lines, separator: separator)
  }
}
