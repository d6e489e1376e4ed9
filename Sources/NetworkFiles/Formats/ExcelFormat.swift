internal import GraphStructure
internal import NetworkData

/// Excel files: sheets `actors` and `ties` as the tables of a folder, a sheet that lists ties, or one that is a
/// matrix.
enum ExcelFormat {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - options: What is known of it.
  /// - Returns: The network, and which sheet it was read from.
  /// - Throws: ``FileProblem`` if no sheet holds ties, with the columns that were found.
  static func read(
    _ file: FileBytes, _ options: NetworkFile.Options
  ) throws(FileProblem) -> NetworkFile.Reading {
    let workbook = try Workbook(file, limits: options.limits)
    let names = workbook.sheetNames.map { $0.lowercased() }
    if let actors = position(of: "actors", in: names), let ties = position(of: "ties", in: names) {
      return try folder(
        actors: table(workbook.sheet(actors)), ties: table(workbook.sheet(ties)), options)
    }
    let isAlone = names.count == 1
    var found: [(name: String, columns: [String])] = []
    for place in names.indices {
      let sheet = try workbook.sheet(place)
      if let reading = try ties(of: sheet, options, isAlone: isAlone) { return reading }
      guard let header = headerRow(of: sheet) else { continue }
      found.append((workbook.sheetNames[place], sheet.cells(header).filter { !$0.isEmpty }))
    }
    for place in names.indices {
      if let reading = try matrix(of: workbook.sheet(place), options, isAlone: isAlone) {
        return reading
      }
    }
    throw noTies(file.path, found)
  }

  /// Reads a sheet that lists ties, whose header may stand below a title; nil if it does not.
  private static func ties(
    of sheet: Sheet, _ options: NetworkFile.Options, isAlone: Bool
  ) throws(FileProblem) -> NetworkFile.Reading? {
    let header = (0..<min(sheet.rowCount, 12)).first { row in
      let roles = sheet.cells(row).map(ColumnRole.init(named:))
      return roles.contains(.source) && roles.contains(.target)
    }
    guard let header else { return nil }
    let table = try sheet.table(headedBy: header)
    var notes = isAlone ? [] : [noteOnOthers(sheet)]
    if header > (headerRow(of: sheet) ?? 0) { notes.append(ForeignTieTable.noteOnTitle(of: table)) }
    let named = Table(
      path: table.path, header: table.header.map { EdgeListLayout.columnName($0) },
      headerLine: table.headerLine, columns: table.columns, lines: table.lines)
    if named.header.contains("source"), named.header.contains("target"),
      !TableLayout.isForeign(table.header)
    {
      let network = try TieTable.network(of: named, isDirected: options.isDirected)
      return NetworkFile.Reading(network: network, notes: notes)
    }
    return try ForeignTieTable.read(table, options) { $0.notes += notes }
  }

  /// Reads a sheet that is a matrix, as the same table in a text file is read; nil if it is none.
  private static func matrix(
    of sheet: Sheet, _ options: NetworkFile.Options, isAlone: Bool
  ) throws(FileProblem) -> NetworkFile.Reading? {
    guard let first = headerRow(of: sheet) else { return nil }
    var text = ""
    var line = 1
    for row in first..<sheet.rowCount {
      // Blank lines keep the numbers of the rows.
      text += String(repeating: "\n", count: max(0, sheet.lines[row] - line))
      text += CSVCell.row(sheet.cells(row))
      line = sheet.lines[row] + 1
    }
    let file = FileBytes(Array(text.utf8), path: sheet.path)
    guard let sample = TableSample(of: file) else { return nil }
    let isLabelled: Bool
    switch TableLayout(sample) {
    case .labelledMatrix: isLabelled = true
    case .plainMatrix: isLabelled = false
    default: return nil
    }
    let reading = try MatrixTable.read(file, sample, isLabelled: isLabelled, options)
    return NetworkFile.Reading(
      network: reading.network, notes: reading.notes + (isAlone ? [] : [noteOnOthers(sheet)]))
  }

  private static func noteOnOthers(_ sheet: Sheet) -> Phrase {
    Phrase(
      "\(sheet.path): the ties of this sheet are read, the others are not",
      "\(sheet.path)：このシートのつながりを読みました（ほかのシートは読んでいません）")
  }

  private static func position(of name: String, in names: [String]) -> Int? {
    names.firstIndex(of: name)
  }

  /// The first row that is no comment.
  private static func headerRow(of sheet: Sheet) -> Int? {
    (0..<sheet.rowCount).first { !(sheet.columns[0].utf8(at: $0).first == Ascii.hash) }
  }

  private static func table(_ sheet: Sheet) throws(FileProblem) -> Table {
    guard let header = headerRow(of: sheet) else {
      throw FileProblem(
        sheet.path, line: 1, Phrase("empty sheet", "シートが空です"),
        advice: Phrase("expected a table with a header", "見出し行のある表にしてください"))
    }
    return try sheet.table(headedBy: header)
  }

  private static func folder(
    actors: Table, ties: Table, _ options: NetworkFile.Options
  ) throws(FileProblem) -> NetworkFile.Reading {
    let (actors, index) = try ActorTable.actors(of: actors)
    let ties = try TieTable.ties(
      of: ties, isDirected: options.isDirected, position: { index.position(of: $0) },
      unknownAdvice: { _ in Phrase("add it to the sheet actors", "actors シートに加えてください") })
    return NetworkFile.Reading(network: Network(actors: actors, ties: ties), notes: [])
  }

  private static func noTies(
    _ path: String, _ found: [(name: String, columns: [String])]
  ) -> FileProblem {
    let english = found.prefix(8).map {
      "\(FileProblem.quoted($0.name)) has \(Table.listed($0.columns.map(FileProblem.quoted)))"
    }
    let japanese = found.prefix(8).map {
      "\(FileProblem.quoted($0.name)) は \(Table.listed($0.columns.map(FileProblem.quoted)))"
    }
    return FileProblem(
      path,
      Phrase(
        "no sheet has columns source and target"
          + (found.isEmpty ? " (all are empty)" : "; \(english.joined(separator: "; "))"),
        "source 列と target 列のあるシートがありません"
          + (found.isEmpty ? "（すべて空です）" : "（列：\(japanese.joined(separator: "／"))）")),
      advice: Phrase(
        "give a sheet the columns source, target, or make a network of member and attendance lists "
          + "by knowwho import",
        "source、target の列を設けるか、会員名簿や出席簿なら knowwho import で取り込んでください"))
  }
}

extension NetworkFormat {
  /// Excel files.
  static let excel = NetworkFormat(
    name: "xlsx", title: "Excel", endings: ["xlsx", "xlsm", "xls"], isText: false,
    recognizes: { ZipArchive.begins($0) || ZipArchive.isOldExcel($0) },
    read: { file, options, _ throws(FileProblem) in try ExcelFormat.read(file, options) })
}
