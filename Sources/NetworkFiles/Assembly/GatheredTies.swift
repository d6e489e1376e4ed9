/// The ties that an assembly gathers, in columns: strengths and directions take memory only from the
/// first one on that says something.
struct GatheredTies {
  private(set) var sources: [UInt32] = []
  private(set) var targets: [UInt32] = []

  /// The line on which each tie stands.
  private(set) var lines: [UInt32] = []

  /// A strength a tie, NaN where none was given; empty where none was given at all.
  private(set) var strengths: [Double] = []

  /// Whether each tie is directed; empty while all are as ``areDirected`` says.
  private var directions: [Bool] = []
  private var areDirected = false

  /// The number of ties.
  var count: Int { sources.count }

  /// Adds a tie.
  ///
  /// - Parameters:
  ///   - source: The position of the actor at which it begins.
  ///   - target: The position of the actor at which it ends.
  ///   - isDirected: Whether it leads from source to target only.
  ///   - strength: NaN where none was given.
  ///   - line: Where it stands.
  mutating func add(
    from source: Int, to target: Int, isDirected: Bool, strength: Double, line: Int
  ) {
    add(direction: isDirected, count: 1)
    if !strength.isNaN { giveStrengths() }
    sources.append(UInt32(source))
    targets.append(UInt32(target))
    lines.append(UInt32(clamping: line))
    if !strengths.isEmpty || !strength.isNaN { strengths.append(strength) }
  }

  /// Adds ties that are alike but for their ends and strengths.
  ///
  /// - Parameters:
  ///   - newSources: The positions of the actors at which they begin.
  ///   - newTargets: The positions of the actors at which they end; as many.
  ///   - isDirected: Whether they lead from source to target only.
  ///   - newStrengths: NaN where none was given; empty where none was given at all.
  ///   - line: Where they stand.
  mutating func add(
    from newSources: [UInt32], to newTargets: [UInt32], isDirected: Bool,
    strengths newStrengths: [Double], line: Int
  ) {
    let count = newSources.count
    precondition(newTargets.count == count && [0, count].contains(newStrengths.count))
    add(direction: isDirected, count: count)
    if !newStrengths.isEmpty {
      giveStrengths()
      strengths.append(contentsOf: newStrengths)
    } else if !strengths.isEmpty {
      strengths.append(contentsOf: repeatElement(.nan, count: count))
    }
    sources.append(contentsOf: newSources)
    targets.append(contentsOf: newTargets)
    lines.append(contentsOf: repeatElement(UInt32(clamping: line), count: count))
  }

  // MARK: Strengths

  /// Gives a tie its strength.
  mutating func setStrength(_ strength: Double, ofTie tie: Int) {
    giveStrengths()
    strengths[tie] = strength
  }

  /// Gives ties without a strength one.
  mutating func fillStrengths(with strength: Double) {
    giveStrengths()
    for tie in strengths.indices where strengths[tie].isNaN { strengths[tie] = strength }
  }

  /// Takes all strengths away.
  mutating func dropStrengths() { strengths = [] }

  private mutating func giveStrengths() {
    guard strengths.isEmpty else { return }
    strengths.reserveCapacity(sources.capacity)
    strengths.append(contentsOf: repeatElement(.nan, count: count))
  }

  // MARK: Directions

  /// Whether each tie is directed.
  var eachDirection: [Bool] {
    directions.isEmpty ? [Bool](repeating: areDirected, count: count) : directions
  }

  /// Whether all ties are directed, or none; nil where they are not alike or there are none.
  var commonDirection: Bool? { directions.isEmpty && count > 0 ? areDirected : nil }

  /// Gives a tie its direction.
  mutating func setDirected(_ isDirected: Bool, ofTie tie: Int) {
    if directions.isEmpty {
      if isDirected == areDirected { return }
      directions = eachDirection
    }
    directions[tie] = isDirected
  }

  /// Takes note of the direction of ties that are about to be added.
  private mutating func add(direction isDirected: Bool, count newCount: Int) {
    if count == 0 { areDirected = isDirected }
    if directions.isEmpty {
      if isDirected == areDirected { return }
      directions = eachDirection
    }
    directions.append(contentsOf: repeatElement(isDirected, count: newCount))
  }
}
