internal import NetworkData

/// Reads tables of actors as other programs write them: a column `id`, and any others.
enum ForeignActorTable {
  /// Reads a table.
  ///
  /// A row that repeats an id fills what the earlier row left empty, as in Gephi; rows of nothing are
  /// left out.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - sample: Its first records.
  /// - Returns: A network of actors without ties, and notes for the user.
  /// - Throws: ``FileProblem`` for the first row without an id.
  static func read(
    _ file: FileBytes, _ sample: TableSample
  ) throws(FileProblem) -> NetworkFile.Reading {
    var assembly = try actors(file, sample)
    assembly.notes.append(
      Phrase(
        "\(file.path): a table of actors without ties; name the table of ties to have both",
        "\(file.path)：つながりのない主体の表です。つながりの表を指定すると、両方を読み込みます"))
    return assembly.reading()
  }

  /// Reads the actors of a table.
  static func actors(
    _ file: FileBytes, _ sample: TableSample
  ) throws(FileProblem) -> NetworkAssembly {
    let table = try Table(
      reading: file, separator: sample.separator, headerStart: sample.start,
      skipsEmptyRows: true)
    let roles = table.header.map(ColumnRole.init(named:))
    var assembly = NetworkAssembly(path: file.path)
    guard let idColumn = roles.firstIndex(of: .id) else { return assembly }
    let hasName = table.header.contains("name")
    let columns = table.header.enumerated().map { place, name in
      roles[place] == .label && !hasName ? "name" : name
    }
    struct Cell: Hashable {
      let actor: Int
      let column: Int
    }
    var filled: Set<Cell> = []
    var repeated: (count: Int, line: Int)?
    for row in 0..<table.rowCount {
      let id = table.columns[idColumn].utf8(at: row)
      guard !id.isEmpty else {
        throw FileProblem(
          file.path, line: table.lines[row], Phrase("id is empty", "id が空です"),
          advice: Phrase("give every actor an id", "すべての主体に id を付けてください"))
      }
      let before = assembly.actorCount
      let actor = assembly.mentionActor(id, line: table.lines[row])
      let isNew = assembly.actorCount > before
      if !isNew { repeated = (1 + (repeated?.count ?? 0), repeated?.line ?? table.lines[row]) }
      for (column, name) in columns.enumerated() where column != idColumn {
        let cell = table.columns[column].utf8(at: row)
        guard !cell.isEmpty, filled.insert(Cell(actor: actor, column: column)).inserted else {
          continue
        }
        assembly.actorCells.set(assembly.actorCells.column(name), actor, cell)
      }
    }
    if let (count, line) = repeated {
      assembly.notes.append(
        Phrase(
          "\(file.path):\(line): \(count) rows repeat an id; they fill what the first left empty",
          "\(file.path):\(line)：同じ id の行が\(count)行あります。最初の行の空欄だけを補いました"))
    }
    return assembly
  }
}
