internal import NetworkData

/// Reads and writes the table of ties.
enum TieTable {
  static let knownColumns = [
    "source", "target", "kind", "direction", "strength", "distance", "began_from", "began_to",
    "ended_from", "ended_to", "evidence", "section", "through", "note",
  ]

  /// Makes ties of a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - isDirected: Whether ties without a direction of their own are directed.
  ///   - position: Returns the position of the actor with an id, nil where there is none.
  ///   - unknownAdvice: What to do about an unknown actor.
  /// - Returns: The ties.
  /// - Throws: ``FileProblem`` for a cell that is not what its column asks for.
  static func ties(
    of table: Table, isDirected: Bool, position: (ArraySlice<UInt8>) -> UInt32?,
    unknownAdvice: (String) -> Phrase?
  ) throws(FileProblem) -> Ties {
    try table.checkHeader(known: knownColumns, required: ["source", "target"])

    func ends(_ name: String) throws(FileProblem) -> [UInt32] {
      guard let column = table.column(named: name) else { return [] }
      let cells = table.columns[column]
      var ends: [UInt32] = []
      ends.reserveCapacity(cells.count)
      for row in cells.indices {
        let id = cells.utf8(at: row)
        if id.isEmpty {
          throw FileProblem(
            table.path, line: table.lines[row], Phrase("\(name) is empty", "\(name) が空です"),
            advice: Phrase(
              "name an actor, or delete a row of totals", "主体を書いてください（合計の行なら削除してください）"))
        }
        guard let actor = position(id) else {
          throw FileProblem(
            table.path, line: table.lines[row],
            Phrase(
              "unknown actor \(FileProblem.quoted(cells[row])) in column \(name)",
              "\(name) 列の \(FileProblem.quoted(cells[row])) という主体はありません"),
            advice: unknownAdvice(cells[row]))
        }
        ends.append(actor)
      }
      return ends
    }

    var ties = Ties(sources: try ends("source"), targets: try ends("target"))
    ties.kinds = table.filledColumn(named: "kind").map { WordColumn(repeating: $0) }
    ties.directions =
      try directions(
        in: table, standard: [Bool](repeating: isDirected, count: table.rowCount))
      ?? .all(isDirected: isDirected)
    ties.strengths = try strengths(in: table).map { Column($0) }
    ties.distances = try distances(in: table).map { Column($0) }
    ties.dates = try dates(in: table)
    try checkLifetimes(of: ties, in: table)
    ties.evidence = try evidence(in: table)
    ties.sections = table.filledColumn(named: "section")
    ties.notes = table.filledColumn(named: "note")
    ties.through = try carriers(in: table, position: position, unknownAdvice: unknownAdvice)
    ties.attributes = table.attributes(besides: knownColumns)
    return ties
  }

  static func strengths(in table: Table) throws(FileProblem) -> [Double]? {
    try table.numbers(
      named: "strength", where: { $0 >= 0 }, flaw: Phrase("negative", "負の数です"),
      expected: Phrase(
        "write 0 or more, such as 2 or 0.5, or leave the cell empty",
        "2 や 0.5 のような0以上の数を書くか、空欄にしてください"))
  }

  static func distances(in table: Table) throws(FileProblem) -> [Double]? {
    try table.numbers(
      named: "distance", where: { $0 > 0 }, flaw: Phrase("not above 0", "0以下です"),
      expected: Phrase(
        "write a number above 0, such as 2 or 0.5, or leave the cell empty",
        "2 や 0.5 のような0より大きい数を書くか、空欄にしてください"))
  }

  static func dates(in table: Table) throws(FileProblem) -> Ties.Dates {
    Ties.Dates(
      beganFrom: try table.dates(named: "began_from"), beganTo: try table.dates(named: "began_to"),
      endedFrom: try table.dates(named: "ended_from"), endedTo: try table.dates(named: "ended_to"))
  }

  static func carriers(
    in table: Table, position: (ArraySlice<UInt8>) -> UInt32?,
    unknownAdvice: (String) -> Phrase?
  ) throws(FileProblem) -> [UInt32?]? {
    guard let cells = table.filledColumn(named: "through") else { return nil }
    var carriers: [UInt32?] = []
    for row in cells.indices {
      let id = cells.utf8(at: row)
      let carrier = id.isEmpty ? nil : position(id)
      if carrier == nil, !id.isEmpty {
        throw FileProblem(
          table.path, line: table.lines[row],
          Phrase(
            "unknown actor \(FileProblem.quoted(cells[row])) in column through",
            "through 列の \(FileProblem.quoted(cells[row])) という主体はありません"),
          advice: unknownAdvice(cells[row]))
      }
      carriers.append(carrier)
    }
    return carriers
  }

  /// Returns which way ties point.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - standard: Whether a tie without a direction of its own is directed.
  /// - Returns: The directions; nil where the column is absent or empty.
  /// - Throws: ``FileProblem`` for a cell that is none.
  static func directions(
    in table: Table, standard: [Bool]
  ) throws(FileProblem) -> Ties.Directions? {
    guard let cells = table.filledColumn(named: "direction") else { return nil }
    let words = WordColumn(repeating: cells)
    let known = words.words.map { ["directed": true, "undirected": false][$0] }
    var directions: [Bool] = []
    directions.reserveCapacity(cells.count)
    for (row, code) in words.codes.enumerated() {
      guard let isDirected = known[Int(code)] ?? (code == 0 ? standard[row] : nil) else {
        throw FileProblem(
          table.path, line: table.lines[row],
          Phrase(
            "direction \(FileProblem.quoted(cells[row])) is not known",
            "direction の \(FileProblem.quoted(cells[row])) は使えない値です"),
          advice: Phrase(
            "write directed or undirected, or leave the cell empty",
            "directed または undirected と書くか、空欄にしてください"))
      }
      directions.append(isDirected)
    }
    return Ties.Directions(each: directions, whereNone: false)
  }

  static func evidence(in table: Table) throws(FileProblem) -> [Evidence?]? {
    guard let cells = table.filledColumn(named: "evidence") else { return nil }
    let words = WordColumn(repeating: cells)
    let known = words.words.map { Evidence(rawValue: $0) }
    var grades: [Evidence?] = []
    grades.reserveCapacity(cells.count)
    for (row, code) in words.codes.enumerated() {
      let grade = known[Int(code)]
      if grade == nil, code != 0 {
        throw FileProblem(
          table.path, line: table.lines[row],
          Phrase(
            "evidence \(FileProblem.quoted(cells[row])) is not known",
            "evidence の \(FileProblem.quoted(cells[row])) は使えない値です"),
          advice: Phrase(
            "write stated, inferred or assumed, or leave the cell empty",
            "stated、inferred、assumed のいずれかを書くか、空欄にしてください"))
      }
      grades.append(grade)
    }
    return grades
  }

  static func checkLifetimes(of ties: Ties, in table: Table) throws(FileProblem) {
    guard ties.haveDates else { return }
    for tie in ties.indices {
      func check(_ earlier: PartialDate?, _ later: PartialDate?, _ what: Phrase) throws(FileProblem)
      {
        if let earlier, let later, earlier.earliestDay > later.latestDay {
          throw FileProblem(
            table.path, line: table.lines[tie],
            Phrase(
              "\(what.english): \(earlier) is after \(later)",
              "\(what.japanese)（\(earlier) は \(later) より後です）"),
            advice: Phrase("swap or mend the dates", "日付を入れ替えるか、直してください"))
        }
      }
      let dates = ties.dates
      let (beganFrom, beganTo) = (dates.beganFrom?[tie], dates.beganTo?[tie])
      let (endedFrom, endedTo) = (dates.endedFrom?[tie], dates.endedTo?[tie])
      try check(
        beganFrom, beganTo,
        Phrase("began_from is after began_to", "began_from が began_to より後になっています"))
      try check(
        endedFrom, endedTo,
        Phrase("ended_from is after ended_to", "ended_from が ended_to より後になっています"))
      try check(
        beganFrom, endedTo, Phrase("the tie ends before it starts", "つながりの終わりが始まりより前になっています"))
    }
  }

  /// Whether a table is one that was written here, whose other columns have no further meaning.
  static func isOwn(_ header: [String]) -> Bool {
    ["source", "target", "direction"].allSatisfy(header.contains)
  }

  /// Makes a network of a table that names its actors by the way.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - description: What is known of the whole.
  ///   - isDirected: Whether ties without a direction of their own are directed.
  /// - Returns: The network, its actors in the order of the rows.
  /// - Throws: ``FileProblem`` for a cell that is not what its column asks for.
  static func network(
    of table: Table, _ description: NetworkDescription = NetworkDescription(), isDirected: Bool
  ) throws(FileProblem) -> Network {
    let table = isOwn(table.header) ? table : table.withNames
    var index = IDIndex()
    let ends = ["source", "target"].compactMap(table.column(named:)).map { table.columns[$0] }
    for row in 0..<table.rowCount {
      for id in ends.map({ $0.utf8(at: row) }) where !id.isEmpty { _ = index.add(id) }
    }
    let ties = try ties(
      of: table, isDirected: isDirected, position: { index.add($0).position },
      unknownAdvice: { _ in nil })
    return Network(description: description, actors: Actors(ids: index.ids), ties: ties)
  }

  /// Returns the table of a network's ties.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - separator: What stands between cells.
  ///   - path: The file, for messages.
  /// - Returns: The file's text.
  /// - Throws: ``FileProblem`` if an attribute has a name that could not be read back.
  static func written(
    _ network: Network, separator: Character = ",", for path: String
  ) throws(FileProblem) -> String {
    let ties = network.ties
    var columns = columns(of: network)
    // The column `direction` tells a reader that other columns mean nothing further.
    let mayMislead = ties.attributes.contains {
      $0.name.isEmpty || ColumnRole(named: $0.name) != .other
        || EdgeListLayout.columnName($0.name) != $0.name
    }
    if mayMislead, !columns.contains(where: { $0.name == "direction" }) {
      columns.insert(("direction", { _ in "undirected" }), at: 2)
    }
    try Table.checkAttributes(
      ties.attributes, in: columns.map(\.name), known: knownColumns, path: path)
    var text = CSVCell.row(columns.map(\.name), separator: separator)
    for tie in ties.indices {
      text += CSVCell.row(columns.map { $0.cell(tie) }, separator: separator)
    }
    return text
  }

  /// Returns the columns of a network's ties that are not empty throughout.
  ///
  /// - Parameter network: The network.
  /// - Returns: The name of each column, and the text of each of its cells; first the ends.
  static func columns(of network: Network) -> [(name: String, cell: (Int) -> String)] {
    let (actors, ties) = (network.actors, network.ties)
    var columns: [(name: String, cell: (Int) -> String)] = [
      ("source", { actors.ids[Int(ties.sources[$0])] }),
      ("target", { actors.ids[Int(ties.targets[$0])] }),
    ]
    func add<Value>(
      _ name: String, _ column: (some RandomAccessCollection<Value>)?,
      _ text: @escaping (Value) -> String
    ) {
      guard let column else { return }
      columns.append(
        (name, { text(column[column.index(column.startIndex, offsetBy: $0)]) }))
    }
    add("kind", ties.kinds) { $0 }
    if ties.directions != .all(isDirected: false) {
      columns.append(("direction", { ties.isDirected($0) ? "directed" : "undirected" }))
    }
    add("strength", ties.strengths) { $0.isNaN ? "" : NumberText.shortest($0) }
    add("distance", ties.distances) { $0.isNaN ? "" : NumberText.shortest($0) }
    add("began_from", ties.dates.beganFrom) { $0?.description ?? "" }
    add("began_to", ties.dates.beganTo) { $0?.description ?? "" }
    add("ended_from", ties.dates.endedFrom) { $0?.description ?? "" }
    add("ended_to", ties.dates.endedTo) { $0?.description ?? "" }
    add("evidence", ties.evidence) { $0?.rawValue ?? "" }
    add("section", ties.sections) { $0 }
    add("through", ties.through) { $0.map { actors.ids[Int($0)] } ?? "" }
    add("note", ties.notes) { $0 }
    for attribute in ties.attributes { add(attribute.name, attribute.values) { $0 } }
    return columns
  }
}
