internal import GraphStructure
internal import NetworkData

/// Matrix Market: the cells of a matrix, each an entry `row column value`, or all values in columns.
///
/// A square matrix is a network of actors `1`, `2` … *n*: a general one of directed ties from row to
/// column, a symmetric one of undirected ties, and a skew-symmetric one of pairs of directed ties
/// with opposite values. A rectangular one is a network of two modes. An entry that is given is a
/// tie, even where its value is 0; in a dense matrix 0 is none. Entries for the same cell, which
/// other tools add up, stay ties beside each other.
///
/// R. F. Boisvert, R. Pozo and K. Remington, The Matrix Market exchange formats: initial design,
/// NISTIR 5935, 1996.
enum MatrixMarketFormat {
  /// Reads a matrix.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - options: Bounds.
  ///   - execution: How the work is carried out.
  /// - Returns: The network, and notes for the user.
  /// - Throws: ``FileProblem`` for the first line that is wrong.
  /// - Complexity: O(bytes).
  static func read(
    _ file: FileBytes, _ options: NetworkFile.Options, _ execution: Execution
  ) throws(FileProblem) -> NetworkFile.Reading {
    let header = try MatrixMarketHeader(of: file, options.limits)
    let (rows, columns) = (header.rows, header.columns)
    let isSquare = rows == columns
    let ids: TextColumn
    if isSquare {
      ids = NumberColumn.counting(to: rows)
    } else {
      ids = Modes.ids(rows: [], rows, columns: [], columns)
    }
    var assembly = NetworkAssembly(path: file.path, distinctIDs: ids, line: header.sizeLine)
    assembly.description.synthetic = file.withSpan {
      SyntheticNote.sentence(in: $0, from: header.commentStart, sign: "%")
    }
    assembly.notes = header.notes
    if !isSquare {
      assembly.markModes(firstCount: rows)
      assembly.notes.append(
        Phrase(
          "\(file.path): a matrix of \(rows) rows and \(columns) columns: read as a network of two "
            + "modes, r1 … r\(rows) and c1 … c\(columns)",
          "\(file.path)：\(rows)行\(columns)列の行列なので、r1 … r\(rows) と c1 … c\(columns) の"
            + "2種類の主体のネットワークとして読みました"))
    }
    if header.isDense {
      try readDense(file, header, into: &assembly)
      assembly.dropUnitStrengths()
      assembly.notes.append(
        Phrase(
          "\(file.path): a full matrix, given in columns: cells other than 0 are ties",
          "\(file.path)：列ごとに書かれた密行列なので、0以外の値をつながりとして読みました"))
    } else {
      try readEntries(file, header, into: &assembly, execution)
    }
    return assembly.reading()
  }

  private static func readEntries(
    _ file: FileBytes, _ header: MatrixMarketHeader, into assembly: inout NetworkAssembly,
    _ execution: Execution
  ) throws(FileProblem) {
    let body = header.bodyStart..<file.count
    let layout = EntryLines.Layout(
      firstCount: header.rows, secondCount: header.columns, hasValue: header.hasValues)
    let entries = EntryLines.read(file, in: body, layout, execution)
    var (rows, columns, values) = (entries.firsts, entries.seconds, entries.values)
    if let stop = entries.stop {
      for line in TextLines(file, in: stop..<file.count, firstLine: file.line(at: stop)) {
        guard let first = line.firstByte, first != Ascii.percent else { continue }
        let entry = try entry(line, header, file.path)
        rows.append(UInt32(entry.row))
        columns.append(UInt32(entry.column))
        if header.hasValues { values.append(entry.value) }
      }
    }
    guard rows.count == header.entryCount else {
      throw wrongCount(found: rows.count, file, header)
    }
    add(rows, columns, values, header, to: &assembly)
  }

  /// Adds ties as the symmetry of the matrix asks for.
  private static func add(
    _ rows: [UInt32], _ columns: [UInt32], _ values: [Double], _ header: MatrixMarketHeader,
    to assembly: inout NetworkAssembly
  ) {
    let line = header.sizeLine
    guard header.rows == header.columns else {
      assembly.addTies(
        from: rows, to: columns.map { $0 + UInt32(header.rows) }, isDirected: false,
        strengths: values, line: line)
      return
    }
    switch header.symmetry {
    case .general:
      assembly.addTies(from: rows, to: columns, isDirected: true, strengths: values, line: line)
    case .symmetric:
      let upperCount = zip(rows, columns).count { $0 < $1 }
      if upperCount > 0 {
        assembly.notes.append(
          Phrase(
            "\(assembly.path): \(upperCount) entries lie above the diagonal of a symmetric matrix, "
              + "where none belong; each is read as a tie",
            "\(assembly.path)：対称行列なのに対角線より上に値が\(upperCount)個あります。それぞれつながりとして読みました"))
      }
      assembly.addTies(
        from: zip(rows, columns).map { min($0, $1) }, to: zip(rows, columns).map { max($0, $1) },
        isDirected: false, strengths: values, line: line)
    case .skewSymmetric:
      assembly.addTies(from: rows, to: columns, isDirected: true, strengths: values, line: line)
      let beside = rows.indices.filter { rows[$0] != columns[$0] }
      assembly.addTies(
        from: beside.map { columns[$0] }, to: beside.map { rows[$0] }, isDirected: true,
        strengths: values.isEmpty ? [] : beside.map { 0 - values[$0] }, line: line)
    }
  }

  private static func readDense(
    _ file: FileBytes, _ header: MatrixMarketHeader, into assembly: inout NetworkAssembly
  ) throws(FileProblem) {
    let (rowCount, columnCount) = (header.rows, header.columns)
    var (rows, columns, values): ([UInt32], [UInt32], [Double]) = ([], [], [])
    var (row, column, found) = (header.firstRow(ofColumn: 0), 0, 0)
    for line in TextLines(
      file, in: header.bodyStart..<file.count, firstLine: file.line(at: header.bodyStart))
    {
      guard let first = line.firstByte, first != Ascii.percent else { continue }
      for word in line.bytes.split(whereSeparator: Ascii.isBlank) {
        guard found < header.entryCount else {
          throw FileProblem(
            file.path, line: line.number,
            Phrase(
              "more values than the \(header.entryCount) of a matrix of this size",
              "この大きさの行列の値は\(header.entryCount)個ですが、それより多くあります"),
            advice: countAdvice)
        }
        found += 1
        let value = try self.value(Array(word), file.path, line.number)
        if value != 0 {
          rows.append(UInt32(row))
          columns.append(UInt32(column))
          values.append(value)
        }
        row += 1
        if row == rowCount {
          column += 1
          if column < columnCount { row = header.firstRow(ofColumn: column) }
        }
      }
    }
    guard found == header.entryCount else { throw wrongCount(found: found, file, header) }
    add(rows, columns, values, header, to: &assembly)
  }

  private static let countAdvice = Phrase(
    "the file is cut short, or its size line is wrong", "ファイルが途中で切れているか、大きさの行が誤っています")

  /// Returns the problem of too few or too many entries.
  private static func wrongCount(
    found: Int, _ file: FileBytes, _ header: MatrixMarketHeader
  ) -> FileProblem {
    var line = file.lastLine
    if found > header.entryCount {
      var seen = 0
      for text in TextLines(
        file, in: header.bodyStart..<file.count, firstLine: file.line(at: header.bodyStart))
      {
        guard let first = text.firstByte, first != Ascii.percent else { continue }
        seen += 1
        line = text.number
        if seen > header.entryCount { break }
      }
    }
    return FileProblem(
      file.path, line: line,
      Phrase(
        "expected \(header.entryCount) entries, found \(found)",
        "値が\(header.entryCount)個必要ですが、\(found)個あります"),
      advice: countAdvice)
  }

  /// Reads an entry that is not plain, or says what is wrong with it.
  private static func entry(
    _ line: TextLine, _ header: MatrixMarketHeader, _ path: String
  ) throws(FileProblem) -> (row: Int, column: Int, value: Double) {
    let words = line.bytes.split(whereSeparator: Ascii.isBlank).map(Array.init)
    let expected = header.hasValues ? 3 : 2
    guard words.count == expected else {
      throw FileProblem(
        path, line: line.number,
        Phrase(
          "expected \(expected) numbers, found \(words.count)",
          "数が\(expected)個必要ですが、\(words.count)個です"),
        advice: header.hasValues
          ? Phrase("write row, column and value", "行、列、値を書いてください")
          : Phrase("write row and column", "行と列を書いてください"))
    }
    func index(_ place: Int, _ count: Int, _ what: Phrase) throws(FileProblem) -> Int {
      let text = String(decoding: words[place], as: UTF8.self)
      if let index = Int(text), (1...max(count, 1)).contains(index), count > 0 { return index - 1 }
      let isZero = Int(text) == 0
      throw FileProblem(
        path, line: line.number,
        Phrase(
          "\(what.english) \(FileProblem.quoted(text)) is outside 1..\(count)",
          "\(what.japanese) \(FileProblem.quoted(text)) は 1..\(count) の範囲にありません"),
        advice: isZero
          ? Phrase("Matrix Market counts from 1", "Matrix Market では1から数えます")
          : Phrase("mend it, or the size line", "この数か、大きさの行を直してください"))
    }
    return (
      try index(0, header.rows, Phrase("row", "行")),
      try index(1, header.columns, Phrase("column", "列")),
      header.hasValues ? try value(words[2], path, line.number) : .nan
    )
  }

  /// Reads a value; infinite ones occur in matrices, and the network keeps them as an attribute.
  private static func value(
    _ word: [UInt8], _ path: String, _ line: Int
  ) throws(FileProblem) -> Double {
    if let value = DecimalNumber.parse(word[...]) { return value }
    let text = String(decoding: word, as: UTF8.self)
    switch text.lowercased() {
    case "inf", "+inf", "infinity", "+infinity": return .infinity
    case "-inf", "-infinity": return -.infinity
    default:
      throw FileProblem(
        path, line: line,
        Phrase(
          "value \(FileProblem.quoted(text)) is not a number",
          "値 \(FileProblem.quoted(text)) は数として読めません"),
        advice: Phrase(
          "write a number, or leave the entry out where nothing is known",
          "数を書くか、値がわからなければその行を除いてください"))
    }
  }
}
