internal import NetworkData

/// Reads matrices that come as plain tables, with labels or without.
///
/// Where rows and columns have the same labels, or there are none and as many rows as columns, it is a
/// network of one mode, else of two. A cell that is empty or 0 is no tie.
enum MatrixTable {
  /// Reads a matrix.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - sample: Its first records.
  ///   - isLabelled: Whether the first record holds the labels of columns.
  ///   - options: What is known of the file.
  /// - Returns: The network, and notes for the user.
  /// - Throws: ``FileProblem`` for the first cell that is wrong.
  static func read(
    _ file: FileBytes, _ sample: TableSample, isLabelled: Bool, _ options: NetworkFile.Options
  ) throws(FileProblem) -> NetworkFile.Reading {
    let path = file.path
    var scanner = RecordScanner(
      path: path, position: sample.start, separator: sample.separator)
    scanner.line = file.line(at: sample.start)
    func next() throws(FileProblem) -> TextColumn? {
      var cells = TextColumn()
      let isRecord = try file.withSpan { (bytes) throws(FileProblem) in
        try scanner.next(in: bytes, into: &cells)
      }
      return isRecord ? cells : nil
    }
    let firstLine = scanner.line
    var columnLabels: [String] = []
    if isLabelled, let header = try next() {
      columnLabels = Array(header)
      if columnLabels[0].isEmpty { columnLabels.removeFirst() }
    }
    var rowLabels: [String] = []
    var rows: [[Double]] = []
    var width = isLabelled ? columnLabels.count : 0
    while let cells = try next() {
      if isLabelled { rowLabels.append(cells[0]) } else if rows.isEmpty { width = cells.count }
      let values = Array(cells.dropFirst(isLabelled ? 1 : 0))
      guard values.count == width else {
        throw FileProblem(
          path, line: scanner.recordLine,
          Phrase(
            "expected \(width) values, found \(values.count)", "値が\(width)個必要ですが、\(values.count)個です"
          ),
          advice: Phrase("every row has a value for each column", "どの行にも、列の数だけ値を書いてください"))
      }
      rows.append(try numbers(values, separator: sample.separator, path, scanner.recordLine))
    }
    return try network(rows, width, rowLabels, columnLabels, file, firstLine, options)
  }

  private static func numbers(
    _ cells: [String], separator: UInt8, _ path: String, _ line: Int
  ) throws(FileProblem) -> [Double] {
    try cells.map { cell throws(FileProblem) in
      if cell.isEmpty { return 0 }
      if let number = CellNumber.parse(cell, separator: separator) { return number }
      throw FileProblem.notANumber(cell, path, line: line)
    }
  }

  private static func network(
    _ rows: [[Double]], _ width: Int, _ rowLabels: [String], _ columnLabels: [String],
    _ file: FileBytes, _ line: Int, _ options: NetworkFile.Options
  ) throws(FileProblem) -> NetworkFile.Reading {
    let path = file.path
    var notes: [Phrase] = []
    let rowNames = try distinct(rowLabels, path, line, &notes)
    let columnNames = try distinct(columnLabels, path, line, &notes)
    let hasSameLabels = Set(rowNames) == Set(columnNames)
    let isOneMode = rows.count == width && hasSameLabels
    let ids: TextColumn
    if isOneMode {
      ids = rowNames.isEmpty ? NumberColumn.counting(to: width) : TextColumn(rowNames)
    } else {
      ids = Modes.ids(rows: rowNames, rows.count, columns: columnNames, width)
    }
    var assembly = NetworkAssembly(path: path, distinctIDs: ids, line: line)
    assembly.notes = notes
    assembly.description.synthetic = file.withSpan {
      SyntheticNote.sentence(in: $0, from: Encoding.markLength($0))
    }
    var columnOfLabel: [String: Int] = [:]
    for (place, name) in rowNames.enumerated() { columnOfLabel[name] = place }
    var cells = MatrixCells()
    for (row, values) in rows.enumerated() {
      for (column, value) in values.enumerated() {
        let place =
          isOneMode && !columnNames.isEmpty ? columnOfLabel[columnNames[column]] ?? column : column
        cells.add(row, place, value)
      }
    }
    if !isOneMode { assembly.markModes(firstCount: rows.count) }
    cells.add(
      to: &assembly, firstMode: isOneMode ? nil : rows.count, isDirected: options.isDirected,
      line: line)
    assembly.dropUnitStrengths()
    if let total = (rowNames + columnNames).first(where: TotalLabel.holds) {
      let name = FileProblem.quoted(total)
      assembly.notes.append(
        Phrase(
          "\(path): \(name) is read as an actor; if it holds sums, delete its row and column",
          "\(path)：\(name) も主体として読みました。合計なら、その行と列を削除してください"))
    }
    assembly.notes.append(
      isOneMode
        ? Phrase(
          "\(path): read as a matrix of \(ids.count) actors", "\(path)：主体\(ids.count)の行列として読みました")
        : Phrase(
          "\(path): read as a matrix of two modes, \(rows.count) rows and \(width) columns",
          "\(path)：\(rows.count)行\(width)列の、2種類の主体の行列として読みました"))
    return assembly.reading()
  }

  /// Returns labels with numbers in place of empty ones, once they are known to be distinct.
  private static func distinct(
    _ labels: [String], _ path: String, _ line: Int, _ notes: inout [Phrase]
  ) throws(FileProblem) -> [String] {
    var seen: Set<String> = []
    var named: [String] = []
    for (place, label) in labels.enumerated() {
      let name = label.isEmpty ? "\(place + 1)" : label
      guard seen.insert(name).inserted else {
        throw FileProblem(
          path, line: line,
          Phrase(
            "the label \(FileProblem.quoted(name)) occurs twice",
            "ラベル \(FileProblem.quoted(name)) が2つあります"),
          advice: Phrase("give every row and column a label of its own", "行や列ごとに異なるラベルを付けてください"))
      }
      named.append(name)
    }
    if labels.contains("") {
      let note = Phrase(
        "\(path): an empty label is replaced by its number", "\(path)：空のラベルは番号に置き換えました")
      if notes.isEmpty { notes.append(note) }
    }
    return named
  }
}
