internal import NetworkData

/// The matrices of a DL file.
struct DLData {
  let header: DLHeader
  let file: FileBytes

  /// The cells of each matrix, columns counted from 0 within their own mode.
  private var matrices: [MatrixCells]

  /// What rows and columns are called, as far as that is known.
  private var rows: DLLabels
  private var columns: DLLabels

  private var missingCount = 0

  /// Makes room for the data that a header announces.
  init(_ header: DLHeader, _ file: FileBytes) {
    (self.header, self.file) = (header, file)
    matrices = []
    let rowCount = header.rowCount ?? 0
    rows = DLLabels(header.rowLabels, count: rowCount, areEmbedded: header.embedsRowLabels)
    columns = DLLabels(
      header.columnLabels, count: header.columnCount ?? rowCount,
      areEmbedded: header.embedsColumnLabels)
  }

  /// Whether rows and columns stand for actors of their own.
  private var hasTwoModes: Bool {
    guard let columnCount = header.columnCount else { return false }
    if columnCount != rows.count { return true }
    if header.layout.hasTwoModes { return true }
    return !columns.labels.isEmpty && !rows.labels.isEmpty
      && columns.labels.map { $0.lowercased() } != rows.labels.map { $0.lowercased() }
  }

  /// Reads all matrices.
  ///
  /// - Parameter scanner: Stands behind `data:`.
  /// - Throws: ``FileProblem`` for the first word that is wrong.
  mutating func read(_ scanner: inout DLScanner) throws(FileProblem) {
    if header.layout.isList {
      try readLists(&scanner)
    } else {
      for _ in 0..<header.matrixCount {
        matrices.append(MatrixCells())
        try readMatrix(&scanner)
      }
      if let word = try scanner.next() {
        throw FileProblem(
          file.path, line: word.line,
          Phrase(
            "expected \(expectedCount) values, found more: \(FileProblem.quoted(word.text))",
            "値は\(expectedCount)個のはずですが、さらに \(FileProblem.quoted(word.text)) があります"),
          advice: Self.countAdvice)
      }
    }
  }

  private static let countAdvice = Phrase(
    "check n, nm, the diagonal, and that no row is cut short", "n、nm、対角要素の有無と、行が途中で切れていないかを確かめてください"
  )

  /// How many values all matrices have.
  private var expectedCount: Int {
    let (rowCount, columnCount) = (rows.count, columns.count)
    let diagonal = header.hasDiagonal ? 0 : min(rowCount, columnCount)
    let cells =
      header.layout == .fullMatrix ? rowCount * columnCount : rowCount * (rowCount + 1) / 2
    return (cells - diagonal) * header.matrixCount
  }

  private mutating func readMatrix(_ scanner: inout DLScanner) throws(FileProblem) {
    if header.embedsColumnLabels {
      var names: [DLWord] = []
      for _ in 0..<columns.count {
        guard let word = try scanner.next() else { throw cut(found: 0, of: "labels") }
        names.append(word)
      }
      columns.take(names.map(\.text))
    }
    var found = 0
    var names: [DLWord] = []
    for row in 0..<rows.count {
      if header.embedsRowLabels {
        guard let word = try scanner.next() else { throw cut(found: found, of: "values") }
        names.append(word)
      }
      let range: Range<Int>
      switch header.layout {
      case .lowerHalf: range = 0..<row + 1
      case .upperHalf: range = row..<columns.count
      default: range = 0..<columns.count
      }
      for column in range where header.hasDiagonal || column != row {
        guard let word = try scanner.next() else { throw cut(found: found, of: "values") }
        found += 1
        let value = try value(word)
        if header.layout == .lowerHalf {
          matrices[matrices.count - 1].add(column, row, value)
        } else {
          matrices[matrices.count - 1].add(row, column, value)
        }
      }
    }
    if header.embedsRowLabels { rows.take(names.map(\.text)) }
  }

  private mutating func readLists(_ scanner: inout DLScanner) throws(FileProblem) {
    guard !header.layout.isCounted else { return try readCountedLists(&scanner) }
    matrices.append(MatrixCells())
    let isEdgeList = header.layout == .edgeList1 || header.layout == .edgeList2
    while true {
      let words = try scanner.nextLine()
      guard let first = words.first else { break }
      // An exclamation mark stands between matrices.
      if words.count == 1, first.text == "!" {
        matrices.append(MatrixCells())
        continue
      }
      let row = try position(first, isRow: true)
      if isEdgeList {
        guard words.count == 2 || words.count == 3 else {
          throw FileProblem(
            file.path, line: first.line,
            Phrase(
              "expected two actors and perhaps a value, found \(words.count) words",
              "2つの主体と、必要なら値を書くところですが、語が\(words.count)個あります"),
            advice: Phrase("write one tie a line", "1行に1つのつながりを書いてください"))
        }
        let column = try position(words[1], isRow: false)
        let value = words.count == 3 ? try value(words[2]) : 1
        matrices[matrices.count - 1].add(row, column, value)
      } else {
        for word in words.dropFirst() {
          matrices[matrices.count - 1].add(row, try position(word, isRow: false), 1)
        }
      }
    }
    guard matrices.count <= header.matrixCount else {
      throw FileProblem(
        file.path, line: file.lastLine,
        Phrase(
          "expected \(header.matrixCount) matrices, found \(matrices.count)",
          "行列が\(header.matrixCount)個のはずですが、\(matrices.count)個あります"),
        advice: Phrase("write nm=\(matrices.count)", "nm=\(matrices.count) と書いてください"))
    }
  }

  /// Reads a line a row: how many columns it has, and which.
  private mutating func readCountedLists(_ scanner: inout DLScanner) throws(FileProblem) {
    for _ in 0..<header.matrixCount {
      matrices.append(MatrixCells())
      for row in 0..<rows.count {
        let words = try scanner.nextLine()
        guard let first = words.first else {
          throw FileProblem(
            file.path, line: file.lastLine,
            Phrase(
              "expected a line for each of \(rows.count) rows, found \(row)",
              "\(rows.count)行分の行が必要ですが、\(row)行です"),
            advice: Phrase("write 0 for a row without ties", "つながりのない行には 0 と書いてください"))
        }
        guard Int(first.text) == words.count - 1 else {
          throw FileProblem(
            file.path, line: first.line,
            Phrase(
              "announces \(FileProblem.quoted(first.text)) ties, found \(words.count - 1)",
              "つながりの数が \(FileProblem.quoted(first.text)) とありますが、\(words.count - 1)個あります"),
            advice: Phrase(
              "a line begins with the number of columns that follow", "行の最初に、続く列の数を書いてください"))
        }
        for word in words.dropFirst() {
          matrices[matrices.count - 1].add(row, try position(word, isRow: false), 1)
        }
      }
    }
    if let word = try scanner.next() {
      throw FileProblem(
        file.path, line: word.line,
        Phrase(
          "a line more than the \(rows.count) rows", "\(rows.count)行を超える行があります"),
        advice: Self.countAdvice)
    }
  }

  /// Returns the position of an actor that a list names, counted from 0.
  private mutating func position(_ word: DLWord, isRow: Bool) throws(FileProblem) -> Int {
    // Where rows and columns are the same actors, both look into one list of labels.
    if isRow || header.columnCount == nil { return try rows.position(of: word, file.path) }
    return try columns.position(of: word, file.path)
  }

  private mutating func value(_ word: DLWord) throws(FileProblem) -> Double {
    if !word.isQuoted {
      if let value = DecimalNumber.parse(word.utf8[...]) { return value }
      if word.utf8 == [UInt8(ascii: ".")] || word.keyword == "na" {
        missingCount += 1
        return 0
      }
    }
    throw FileProblem.notANumber(word.text, file.path, line: word.line)
  }

  private func cut(found: Int, of what: String) -> FileProblem {
    let before = (matrices.count - 1) * (expectedCount / max(header.matrixCount, 1))
    return FileProblem(
      file.path, line: file.lastLine,
      Phrase(
        what == "labels"
          ? "expected \(columns.count) labels of columns"
          : "expected \(expectedCount) values, found \(before + found)",
        what == "labels"
          ? "列のラベルが\(columns.count)個必要です" : "値が\(expectedCount)個必要ですが、\(before + found)個です"),
      advice: Self.countAdvice)
  }

  /// Returns the network of what was read.
  ///
  /// - Parameter isDirected: Whether directions are asked for.
  /// - Returns: The network, and notes for the user.
  /// - Throws: ``FileProblem`` if labels are not distinct.
  consuming func reading(isDirected: Bool) throws(FileProblem) -> NetworkFile.Reading {
    let path = file.path
    // A word that a list names stands for a row, and for a column of the same network.
    if !hasTwoModes, rows.labels.isEmpty { rows.take(columns.labels) }
    try rows.checkDistinct(path, header.dataLine)
    let ids: TextColumn
    if hasTwoModes {
      try columns.checkDistinct(path, header.dataLine)
      ids = Modes.ids(rows: rows.filled, rows.count, columns: columns.filled, columns.count)
    } else {
      let labels = rows.filled
      ids = labels.isEmpty ? NumberColumn.counting(to: rows.count) : TextColumn(labels)
    }
    var assembly = NetworkAssembly(
      path: path, distinctIDs: ids, line: header.dataLine)
    describe(&assembly)
    if hasTwoModes { assembly.markModes(firstCount: rows.count) }
    for (place, matrix) in matrices.enumerated() {
      if header.matrixCount > 1 {
        let labels = header.matrixLabels
        assembly.beginTies(
          ofKind: place < labels.count ? labels[place].text : String(place + 1))
      }
      let isHalf = header.layout == .lowerHalf || header.layout == .upperHalf
      matrix.add(
        to: &assembly, firstMode: hasTwoModes ? rows.count : nil, isDirected: isDirected,
        isHalf: isHalf, line: header.dataLine)
    }
    assembly.dropUnitStrengths()
    if missingCount > 0 {
      assembly.notes.append(
        Phrase(
          "\(path): \(missingCount) missing values are read as no tie",
          "\(path)：欠損値\(missingCount)個は、つながりなしとして読みました"))
    }
    return assembly.reading()
  }

  private func describe(_ assembly: inout NetworkAssembly) {
    guard let title = header.title else { return }
    let mark = DLFormat.syntheticMark
    if title.hasPrefix(mark) {
      assembly.description.synthetic = String(title.dropFirst(mark.count))
    } else {
      assembly.description.title = title
    }
  }
}
