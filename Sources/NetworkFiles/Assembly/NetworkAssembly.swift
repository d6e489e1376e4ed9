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
  var ties = GatheredTies()
  /// What was said of the network that has no place in its description.
  var leftOut: [String] = []
  /// How many actors, from the first on, are of the first of two modes.
  var firstModeCount: Int?
  /// From which tie on ties are of a kind.
  var kindRuns: [(start: Int, kind: String)] = []

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
  package var tieCount: Int { ties.count }

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
    try declareActor(id.span, line: line)
  }

  /// Declares an actor; one that a tie has named before is the same.
  ///
  /// - Parameters:
  ///   - id: Its id, in valid UTF-8.
  ///   - line: Where it is declared.
  /// - Returns: Its position.
  /// - Throws: ``FileProblem`` if it was declared before, or the id is empty.
  mutating func declareActor(_ id: Span<UInt8>, line: Int) throws(FileProblem) -> Int {
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
      let text = FileProblem.quoted(index.ids[position])
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
    mentionActor(id.span, line: line)
  }

  /// Returns the position of an actor that a tie names, which is made unless it is there.
  ///
  /// - Parameters:
  ///   - id: Its id, in valid UTF-8.
  ///   - line: Where it is named.
  /// - Returns: Its position.
  mutating func mentionActor(_ id: Span<UInt8>, line: Int) -> Int {
    let (position, isNew) = index.add(id)
    if isNew {
      actorLines.append(UInt32(clamping: line))
      isDeclared.append(false)
    }
    return Int(position)
  }

  /// Returns the position of an actor at which a tie begins: most files hold ties by their sources,
  /// so it is often that of the tie before.
  ///
  /// - Parameters:
  ///   - id: Its id, in valid UTF-8.
  ///   - line: Where it is named.
  /// - Returns: Its position.
  mutating func mentionSource(_ id: Span<UInt8>, line: Int) -> Int {
    if let last = ties.sources.last, index.ids.holds(id, at: Int(last)) { return Int(last) }
    return mentionActor(id, line: line)
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
    ties.add(from: source, to: target, isDirected: isDirected, strength: strength, line: line)
    return ties.count - 1
  }

  /// Gives a tie its strength.
  ///
  /// - Parameters:
  ///   - strength: More is closer.
  ///   - tie: The position of the tie.
  package mutating func setStrength(_ strength: Double, ofTie tie: Int) {
    ties.setStrength(strength, ofTie: tie)
  }

  /// Gives a tie its direction.
  package mutating func setDirected(_ isDirected: Bool, ofTie tie: Int) {
    ties.setDirected(isDirected, ofTie: tie)
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
    ties.fillStrengths(with: strength)
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
    ties.add(
      from: newSources, to: newTargets, isDirected: isDirected, strengths: newStrengths, line: line)
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
    if ties.strengths.allSatisfy({ $0.isNaN || $0 == 1 }) { ties.dropStrengths() }
  }
}
