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

  /// Whether a column `label` holds the names of actors, unless there is a column `name`.
  package var usesLabels = true

  /// Whether a network without ties is one of directed ties.
  package var isDirectedWithoutTies = false

  var index = IDIndex()
  var actorLines: [UInt32] = []
  /// Whether an actor was declared, and not only named by a tie.
  var isDeclared: [Bool] = []
  private var sources: [UInt32] = []
  private var targets: [UInt32] = []
  private var strengths: [Double] = []
  private var isDirected: [Bool] = []
  private var tieLines: [UInt32] = []
  /// What was said of the network that has no place in its description.
  var leftOut: [String] = []
  /// How many actors, from the first on, are of the first of two modes.
  private var firstModeCount: Int?
  /// From which tie on ties are of a kind.
  private var kindRuns: [(start: Int, kind: String)] = []

  /// Creates an empty assembly.
  ///
  /// - Parameter path: The file, for messages.
  package init(path: String) {
    self.path = path
  }

  /// Creates an assembly of actors that are all known beforehand.
  ///
  /// - Parameters:
  ///   - path: The file, for messages.
  ///   - ids: Their ids, distinct and none of them empty.
  ///   - line: Where they are declared.
  package init(path: String, distinctIDs ids: TextColumn, line: Int) {
    self.path = path
    index = IDIndex(distinct: ids)
    actorLines = [UInt32](repeating: UInt32(clamping: line), count: ids.count)
    isDeclared = [Bool](repeating: true, count: ids.count)
  }

  /// The number of actors so far.
  package var actorCount: Int { actorLines.count }

  /// The number of ties so far.
  package var tieCount: Int { sources.count }

  /// Returns an actor's id.
  ///
  /// - Parameter actor: Its position.
  /// - Returns: The id.
  package func id(of actor: Int) -> String { index.ids[actor] }

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

  /// Gives a tie its strength.
  ///
  /// - Parameters:
  ///   - strength: More is closer.
  ///   - tie: The position of the tie.
  package mutating func setStrength(_ strength: Double, ofTie tie: Int) {
    strengths[tie] = strength
  }

  /// Gives a tie its direction.
  package mutating func setDirected(_ isDirected: Bool, ofTie tie: Int) {
    self.isDirected[tie] = isDirected
  }

  /// Reads a strength.
  ///
  /// - Parameters:
  ///   - text: The number; blanks around it do not matter.
  ///   - line: Where it stands.
  /// - Returns: The number, which may be negative, as in signed networks.
  /// - Throws: ``FileProblem`` if it is none.
  package func strength(of text: ArraySlice<UInt8>, line: Int) throws(FileProblem) -> Double {
    func isSpace(_ byte: UInt8) -> Bool { Ascii.isBlank(byte) || Ascii.endsLine(byte) }
    let front = text.drop(while: isSpace)
    let end = front.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? front.startIndex
    if let number = DecimalNumber.parse(front[..<end]) { return number }
    let shown = FileProblem.quoted(String(decoding: text, as: UTF8.self))
    throw FileProblem(
      path, line: line,
      Phrase(
        "weight must be a finite number: \(shown) is not a number",
        "weight は有限の数です（\(shown) は数として読めません）"),
      advice: Phrase("write a number such as 2 or 0.5", "2 や 0.5 のような数を書いてください"))
  }

  /// Gives ties without a strength one.
  ///
  /// - Parameter strength: More is closer.
  package mutating func fillStrengths(with strength: Double) {
    for tie in strengths.indices where strengths[tie].isNaN { strengths[tie] = strength }
  }

  /// Adds ties that are alike but for their ends and strengths.
  ///
  /// - Parameters:
  ///   - newSources: The positions of the actors at which they begin.
  ///   - newTargets: The positions of the actors at which they end.
  ///   - isDirected: Whether they lead from source to target only.
  ///   - newStrengths: NaN where none was given; empty where none was given at all.
  ///   - line: Where they stand.
  package mutating func addTies(
    from newSources: [UInt32], to newTargets: [UInt32], isDirected: Bool,
    strengths newStrengths: [Double], line: Int
  ) {
    let count = newSources.count
    precondition(newTargets.count == count && [0, count].contains(newStrengths.count))
    sources.append(contentsOf: newSources)
    targets.append(contentsOf: newTargets)
    self.isDirected.append(contentsOf: repeatElement(isDirected, count: count))
    tieLines.append(contentsOf: repeatElement(UInt32(clamping: line), count: count))
    if newStrengths.isEmpty {
      strengths.append(contentsOf: repeatElement(.nan, count: count))
    } else {
      strengths.append(contentsOf: newStrengths)
    }
  }

  /// Says of actors to which of two modes they belong, unless a column `kind` says what they are.
  ///
  /// - Parameter firstCount: The number of actors of the first mode, which come first.
  package mutating func markModes(firstCount: Int) {
    firstModeCount = firstCount
  }

  /// Says of what kind the ties are that are added from now on, in place of a column `kind`.
  ///
  /// - Parameter kind: The kind; empty for none.
  package mutating func beginTies(ofKind kind: String) {
    kindRuns.append((tieCount, kind))
  }

  /// Takes strengths away where every one is 1, as that is what a tie counts without one.
  package mutating func dropUnitStrengths() {
    guard strengths.allSatisfy({ $0.isNaN || $0 == 1 }) else { return }
    strengths = [Double](repeating: .nan, count: strengths.count)
  }

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
      tieCells, known: TieTable.knownColumns, path: path, lines: tieLines)
    let ties = ties(&tieColumns)
    return NetworkFile.Reading(
      network: Network(description: description, actors: actors, ties: ties),
      notes: notes + actorColumns.notes + tieColumns.notes)
  }

  private func ties(_ columns: inout MeaningfulColumns) -> Ties {
    var ties = Ties(sources: sources, targets: targets)
    ties.directions = Ties.Directions(each: isDirected, whereNone: isDirectedWithoutTies)
    let ways = columns.take(["direction"]) { [isDirected] table throws(FileProblem) in
      try TieTable.directions(in: table, standard: isDirected)
    }
    if let ways { ties.directions = ways }
    ties.kinds = kindsByRuns() ?? columns.take("kind").map { WordColumn($0) }
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
