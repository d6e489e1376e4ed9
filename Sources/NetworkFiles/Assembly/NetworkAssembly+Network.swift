internal import NetworkData

extension NetworkAssembly {
  /// Returns the network of all that was gathered.
  ///
  /// - Returns: The network, with notes on what was found.
  package consuming func reading() -> NetworkFile.Reading {
    placeOddNumbers()
    noteLeftOut()
    if usesLabels { actorCells.rename("label", to: "name") }
    if tieCells.columns.contains(where: { $0.name == "through" }) { index.complete() }
    var actorColumns = MeaningfulColumns(
      actorCells, known: ActorTable.knownColumns, path: path, lines: actorLines)
    let actors = Actors(
      ids: index.ids, names: actorColumns.take("name"), namesJa: actorColumns.take("name_ja"),
      kinds: actorColumns.take("kind").map { WordColumn($0) } ?? kindsByModes(),
      attributes: actorColumns.attributes())
    var tieColumns = MeaningfulColumns(
      tieCells, known: TieTable.knownColumns, path: path, lines: self.ties.lines)
    return NetworkFile.Reading(
      network: Network(
        description: description, actors: actors, ties: ties(&tieColumns)),
      notes: notes + actorColumns.notes + tieColumns.notes)
  }

  private func ties(_ columns: inout MeaningfulColumns) -> Ties {
    let gathered = self.ties
    var ties = Ties(sources: gathered.sources, targets: gathered.targets)
    ties.directions =
      if let isDirected = gathered.commonDirection {
        .all(isDirected: isDirected)
      } else {
        Ties.Directions(each: gathered.eachDirection, whereNone: isDirectedWithoutTies)
      }
    let ways = columns.take(["direction"]) { table throws(FileProblem) -> Ties.Directions? in
      guard table.column(named: "direction") != nil else { return nil }
      return try TieTable.directions(in: table, standard: gathered.eachDirection)
    }
    if let ways { ties.directions = ways }
    ties.kinds = kindsByRuns() ?? columns.take("kind").map { WordColumn($0) }
    if gathered.strengths.contains(where: { !$0.isNaN }) {
      ties.strengths = Column(gathered.strengths)
    } else {
      ties.strengths = columns.take(["strength"], TieTable.strengths).map { Column($0) }
    }
    ties.distances = columns.take(["distance"], TieTable.distances).map { Column($0) }
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

  /// Returns the modes of actors, nil where there are no two.
  private func kindsByModes() -> WordColumn? {
    guard let firstModeCount else { return nil }
    return WordColumn((0..<actorCount).lazy.map { Modes.kinds[$0 < firstModeCount ? 0 : 1] })
  }

  /// Returns the kinds that ``beginTies(ofKind:)`` told, nil where it told none.
  private func kindsByRuns() -> WordColumn? {
    guard kindRuns.contains(where: { !$0.kind.isEmpty && $0.start < tieCount }) else { return nil }
    var kinds = WordColumn()
    for (position, run) in ([(start: 0, kind: "")] + kindRuns).enumerated() {
      let end = position < kindRuns.count ? kindRuns[position].start : tieCount
      for _ in run.start..<end { kinds.append(run.kind) }
    }
    return kinds
  }

  /// Moves strengths that are none (negative, as in signed networks, or infinite) into a column.
  private mutating func placeOddNumbers() {
    let strengths = ties.strengths
    guard strengths.contains(where: { $0 < 0 || $0.isInfinite }) else { return }
    let column = tieCells.column("value")
    for (tie, strength) in strengths.enumerated() where !strength.isNaN {
      tieCells.set(column, tie, NumberText.shortest(strength).utf8)
    }
    ties.dropStrengths()
    notes.append(
      Phrase(
        "\(path): some values of ties are negative or infinite, which no strength is: they are kept "
          + "as the attribute \"value\", and each tie counts 1",
        "\(path)：つながりの値に負の数か無限大があり、強さとして扱えないため、属性 \"value\" として残し、"
          + "つながりは1本ずつ数えます"))
  }
}
