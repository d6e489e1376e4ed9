package import NetworkData

/// Gathers actors and ties in the order in which a reader meets them, and makes a network of them.
///
/// Columns may be given under any name. Those of the folder format (`name`, `kind`, `strength`,
/// `began_from` …) get their meaning where their cells make sense as that; all others are kept as
/// attributes. So every format that can hold named values holds a whole network.
package struct NetworkAssembly {
  /// The file, for messages.
  package let path: String

  /// What the network is about.
  package var description = NetworkDescription()

  /// Cells of actors, by their position.
  package var actorCells = SparseTable()

  /// Cells of ties, by their position.
  package var tieCells = SparseTable()

  /// What the user should know.
  package var notes: [Phrase] = []

  private var index = IDIndex()
  private var actorLines: [UInt32] = []
  /// Whether an actor was declared, and not only named by a tie.
  private var isDeclared: [Bool] = []
  private var sources: [UInt32] = []
  private var targets: [UInt32] = []
  private var strengths: [Double] = []
  private var isDirected: [Bool] = []
  private var tieLines: [UInt32] = []

  /// Creates an empty assembly.
  ///
  /// - Parameter path: The file, for messages.
  package init(path: String) {
    self.path = path
  }

  /// The number of actors so far.
  package var actorCount: Int { actorLines.count }

  /// The number of ties so far.
  package var tieCount: Int { sources.count }

  /// Returns the position of an actor, nil if there is none of that id.
  ///
  /// - Parameter id: Its id, byte for byte.
  /// - Returns: Its position.
  package func position(of id: ArraySlice<UInt8>) -> Int? { index.position(of: id).map(Int.init) }

  /// Declares an actor; one that a tie has named before is the same.
  ///
  /// - Parameters:
  ///   - id: Its id, in valid UTF-8.
  ///   - line: Where it is declared.
  /// - Returns: Its position.
  /// - Throws: ``FileProblem`` if it was declared before, or the id is empty.
  package mutating func declareActor(
    _ id: ArraySlice<UInt8>, line: Int
  ) throws(FileProblem) -> Int {
    guard !id.isEmpty else {
      throw FileProblem(
        path, line: line, Phrase("a node has an empty id", "ノードの id が空です"),
        advice: Phrase("give every node an id", "すべてのノードに id を付けてください"))
    }
    let position = Int(index.add(id).position)
    if position == actorLines.count {
      actorLines.append(UInt32(clamping: line))
      isDeclared.append(true)
    } else if isDeclared[position] {
      let text = FileProblem.quoted(String(decoding: id, as: UTF8.self))
      throw FileProblem(
        path, line: line,
        Phrase(
          "duplicate node id \(text) (first at line \(actorLines[position]))",
          "ノードの id \(text) が重複しています（最初は\(actorLines[position])行目）"),
        advice: Phrase("give every node an id of its own", "ノードごとに異なる id を付けてください"))
    } else {
      isDeclared[position] = true
      actorLines[position] = UInt32(clamping: line)
    }
    return position
  }

  /// Returns the position of an actor that a tie names, which is made unless it is there.
  ///
  /// - Parameters:
  ///   - id: Its id, in valid UTF-8.
  ///   - line: Where it is named.
  /// - Returns: Its position.
  package mutating func mentionActor(_ id: ArraySlice<UInt8>, line: Int) -> Int {
    let (position, isNew) = index.add(id)
    if isNew {
      actorLines.append(UInt32(clamping: line))
      isDeclared.append(false)
    }
    return Int(position)
  }

  /// The number of actors that were named by ties and never declared.
  package var undeclaredCount: Int { isDeclared.count { !$0 } }

  /// Adds a tie.
  ///
  /// - Parameters:
  ///   - source: The position of the actor at which it begins.
  ///   - target: The position of the actor at which it ends.
  ///   - isDirected: Whether it leads from source to target only.
  ///   - strength: More is closer; NaN where none was given.
  ///   - line: Where it stands.
  /// - Returns: Its position.
  @discardableResult
  package mutating func addTie(
    from source: Int, to target: Int, isDirected: Bool, strength: Double = .nan, line: Int
  ) -> Int {
    sources.append(UInt32(source))
    targets.append(UInt32(target))
    self.isDirected.append(isDirected)
    strengths.append(strength)
    tieLines.append(UInt32(clamping: line))
    return sources.count - 1
  }

  /// Returns the network of all that was gathered.
  ///
  /// - Returns: The network, with notes on what was found.
  package consuming func reading() -> NetworkFile.Reading {
    placeOddNumbers()
    var actorColumns = MeaningfulColumns(
      actorCells, known: ActorTable.knownColumns, path: path, lines: actorLines)
    let actors = Actors(
      ids: index.ids, names: actorColumns.take("name"), namesJa: actorColumns.take("name_ja"),
      kinds: actorColumns.take("kind").map { WordColumn($0) },
      attributes: actorColumns.attributes())
    var tieColumns = MeaningfulColumns(
      tieCells, known: TieTable.knownColumns, path: path, lines: tieLines)
    let ties = ties(&tieColumns)
    return NetworkFile.Reading(
      network: Network(description: description, actors: actors, ties: ties),
      notes: notes + actorColumns.notes + tieColumns.notes)
  }

  private func ties(_ columns: inout MeaningfulColumns) -> Ties {
    var ties = Ties(sources: sources, targets: targets)
    if let first = isDirected.first {
      ties.directions =
        isDirected.allSatisfy { $0 == first }
        ? .all(isDirected: first) : .each(isDirected: isDirected)
    }
    ties.kinds = columns.take("kind").map { WordColumn($0) }
    if strengths.contains(where: { !$0.isNaN }) {
      ties.strengths = strengths
    } else {
      ties.strengths = columns.take(["strength"], TieTable.strengths)
    }
    ties.distances = columns.take(["distance"], TieTable.distances)
    ties.dates =
      columns.take(["began_from", "began_to", "ended_from", "ended_to"]) {
        [ties] table throws(FileProblem) in
        var dated = ties
        dated.dates = try TieTable.dates(in: table)
        try TieTable.checkLifetimes(of: dated, in: table)
        return dated.dates
      } ?? Ties.Dates()
    ties.evidence = columns.take(["evidence"], TieTable.evidence)
    ties.sections = columns.take("section")
    ties.through = columns.take(["through"]) { [index] table throws(FileProblem) in
      try TieTable.carriers(
        in: table, position: { index.position(of: $0) }, unknownAdvice: { _ in nil })
    }
    ties.notes = columns.take("note")
    ties.attributes = columns.attributes()
    return ties
  }

  /// Moves strengths that are none (negative, as in signed networks, or infinite) into a column.
  private mutating func placeOddNumbers() {
    guard strengths.contains(where: { $0 < 0 || $0.isInfinite }) else { return }
    let column = tieCells.column("value")
    for (tie, strength) in strengths.enumerated() where !strength.isNaN {
      tieCells.set(column, tie, NumberText.shortest(strength).utf8)
    }
    strengths = [Double](repeating: .nan, count: strengths.count)
    notes.append(
      Phrase(
        "\(path): some values of ties are negative or infinite, which no strength is: they are kept "
          + "as the attribute \"value\", and each tie counts 1",
        "\(path)：つながりの値に負の数か無限大があり、強さとして扱えないため、属性 \"value\" として残し、"
          + "つながりは1本ずつ数えます"))
  }
}
