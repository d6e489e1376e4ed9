internal import GraphStructure
internal import NetworkData

/// Excel files: sheets `actors` and `ties` as the tables of a folder, or a sheet that lists ties.
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
    var found: [(name: String, columns: [String])] = []
    for place in names.indices {
      let sheet = try workbook.sheet(place)
      guard let header = headerRow(of: sheet) else { continue }
      let columns = sheet.cells(header).map { EdgeListLayout.columnName($0) }
      if columns.contains("source"), columns.contains("target") {
        let reading = try list(sheet.table(headedBy: header), options)
        return NetworkFile.Reading(
          network: reading,
          notes: names.count == 1
            ? []
            : [
              Phrase(
                "\(sheet.path): the ties of this sheet are read, the others are not",
                "\(sheet.path)：このシートのつながりを読みました（ほかのシートは読んでいません）")
            ])
      }
      found.append((workbook.sheetNames[place], sheet.cells(header).filter { !$0.isEmpty }))
    }
    throw noTies(file.path, found)
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

  private static func list(
    _ table: Table, _ options: NetworkFile.Options
  ) throws(FileProblem) -> Network {
    let table = Table(
      path: table.path, header: table.header.map { EdgeListLayout.columnName($0) },
      headerLine: table.headerLine, columns: table.columns, lines: table.lines)
    var index = IDIndex()
    let ends = ["source", "target"].compactMap(table.column(named:)).map { table.columns[$0] }
    for row in 0..<table.rowCount {
      for id in ends.map({ $0.utf8(at: row) }) where !id.isEmpty { _ = index.add(id) }
    }
    let ties = try TieTable.ties(
      of: table, isDirected: options.isDirected, position: { index.add($0).position },
      unknownAdvice: { _ in nil })
    return Network(actors: Actors(ids: index.ids), ties: ties)
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
