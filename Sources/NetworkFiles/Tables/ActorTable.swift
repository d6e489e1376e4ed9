internal import NetworkData

/// Reads and writes the table of actors.
enum ActorTable {
  static let knownColumns = ["id", "name", "name_ja", "kind"]

  /// Makes actors of a table.
  ///
  /// - Parameter table: The table.
  /// - Returns: The actors, and where each id stands.
  /// - Throws: ``FileProblem`` for a missing or repeated id.
  static func actors(
    of table: Table
  ) throws(FileProblem) -> (actors: Actors, index: IDIndex) {
    try table.checkHeader(known: knownColumns, required: ["id"])
    let ids = table.column(named: "id").map { table.columns[$0] } ?? TextColumn()
    var index = IDIndex()
    for row in ids.indices {
      let id = ids.utf8(at: row)
      if id.isEmpty {
        throw FileProblem(
          table.path, line: table.lines[row], Phrase("id is empty", "id が空です"),
          advice: Phrase("give every actor an id", "すべての主体に id を付けてください"))
      }
      let (first, isNew) = index.add(id)
      if !isNew {
        throw FileProblem(
          table.path, line: table.lines[row],
          Phrase(
            "duplicate id \(FileProblem.quoted(ids[row])) (first at line \(table.lines[Int(first)]))",
            "id \(FileProblem.quoted(ids[row])) が重複しています（最初は\(table.lines[Int(first)])行目）"),
          advice: Phrase("give every actor an id of its own", "主体ごとに異なる id を付けてください"))
      }
    }
    let actors = Actors(
      ids: ids, names: table.filledColumn(named: "name"),
      namesJa: table.filledColumn(named: "name_ja"),
      kinds: table.filledColumn(named: "kind").map { WordColumn(repeating: $0) },
      attributes: table.attributes(besides: knownColumns))
    return (actors, index)
  }

  /// Returns the table of a network's actors.
  ///
  /// - Parameters:
  ///   - actors: The actors.
  ///   - path: The file, for messages.
  /// - Returns: The file's text.
  /// - Throws: ``FileProblem`` if an attribute has a name that could not be read back.
  static func written(_ actors: Actors, for path: String) throws(FileProblem) -> String {
    let columns = columns(of: actors)
    try Table.checkAttributes(
      actors.attributes, in: columns.map(\.name), known: knownColumns, path: path)
    var text = CSVCell.row(columns.map(\.name))
    for actor in actors.indices { text += CSVCell.row(columns.map { $0.cell(actor) }) }
    return text
  }

  /// Returns the columns of a network's actors that are not empty throughout.
  ///
  /// - Parameter actors: The actors.
  /// - Returns: The name of each column, and the text of each of its cells.
  static func columns(of actors: Actors) -> [(name: String, cell: (Int) -> String)] {
    var columns: [(name: String, cell: (Int) -> String)] = [("id", { actors.ids[$0] })]
    if let names = actors.names { columns.append(("name", { names[$0] })) }
    if let names = actors.namesJa { columns.append(("name_ja", { names[$0] })) }
    if let kinds = actors.kinds { columns.append(("kind", { kinds[$0] })) }
    for attribute in actors.attributes {
      columns.append((attribute.name, { attribute.values[$0] }))
    }
    return columns
  }
}

extension Table {
  /// Returns the columns that have no meaning of their own.
  ///
  /// - Parameter known: The columns that have one.
  /// - Returns: The others, in order; not those without a name and cells, which spreadsheets leave.
  func attributes(besides known: [String]) -> [Attribute] {
    zip(header, columns).filter { !known.contains($0.0) && !($0.0.isEmpty && $0.1.isBlank) }
      .map { Attribute(name: $0.0, values: $0.1) }
  }
}
