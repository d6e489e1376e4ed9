public import GraphStructure
internal import NetworkData

/// What those who stay get to, with and without others.
///
/// > LD(*v*) = 1 − Σ *R*ₖ(*i*) without *v* ÷ Σ *R*ₖ(*i*) with *v*, over *i* ≠ *v*, *v* no target
///
/// the leader dependence of an actor *v*: 0 where nobody loses anything, 1 where all lose all.
/// Removing actors never raises what another reaches: who loses a membership that was *through* the
/// actor still counts as a member when the group introduces (see ``Retirement``).
public struct Departures: Sendable {
  /// Who knows whom before anybody leaves.
  public let acquaintances: Acquaintances

  /// The most introducers that are counted.
  public let introducers: Int

  /// Who asks, in the order of the network.
  public let askers: [Int]

  /// Whether everybody may ask, not the members of a group only.
  let everybodyAsks: Bool

  /// Who never counts as reached.
  private let away: Set<Int>

  /// Prepares the question.
  ///
  /// - Parameters:
  ///   - acquaintances: Who knows whom before anybody leaves.
  ///   - introducers: The most introducers to count, 0 or more.
  ///   - group: A group whose members alone ask, and do not count as reached; nil lets all ask
  ///     about all.
  public init(from acquaintances: Acquaintances, introducers: Int = 1, outside group: Int? = nil) {
    precondition(introducers >= 0)
    (self.acquaintances, self.introducers) = (acquaintances, introducers)
    let members = group.map { acquaintances.members(of: $0) }
    askers = acquaintances.askers.filter { members?.contains($0) ?? true }
    everybodyAsks = members == nil
    away = members ?? []
  }

  /// What one actor reached and reaches.
  public struct Change: Sendable, Hashable {
    /// The position of the actor in the network.
    public let actor: Int
    /// How many organisations it reached before.
    public let before: Int
    /// How many it reaches afterwards.
    public let after: Int
    /// How many fewer it reaches.
    public var loss: Int { before - after }
  }

  /// Returns what each actor that stays reaches before and after a retirement without an heir.
  ///
  /// - Parameters:
  ///   - retirement: Who retires.
  ///   - execution: How the work is carried out.
  /// - Returns: An entry for each of ``askers`` that stays.
  /// - Complexity: As ``Acquaintances/reach(introducers:targets:execution:)``, twice.
  public func changes(
    by retirement: Retirement, execution: Execution = .standard
  ) -> [Change] {
    let staying = askers.filter { !retirement.actors.contains($0) }
    let targets = targets(without: retirement.actors)
    let before = counts(of: staying, in: acquaintances, targets, execution)
    let after = counts(of: staying, in: retirement.acquaintances(), targets, execution)
    return staying.indices.map {
      Change(actor: staying[$0], before: before[$0], after: after[$0])
    }
  }

  /// Returns the leader dependence of actors that leave together.
  ///
  /// - Parameter changes: What each actor that stays reaches before and after.
  /// - Returns: The share of reach that is lost; nil where nobody reached anybody.
  public static func dependence(_ changes: [Change]) -> Double? {
    let before = changes.reduce(0) { $0 + $1.before }
    let loss = changes.reduce(0) { $0 + $1.loss }
    return before > 0 ? Double(loss) / Double(before) : nil
  }

  /// Returns how evenly a network hangs on a leader and on catalysers.
  ///
  /// > 1 − |LD(leader) − LD(catalysers)| ÷ (LD(leader) + LD(catalysers))
  ///
  /// the catalysers removed together: 1 where it hangs on both alike, 0 where on one side only.
  ///
  /// - Parameters:
  ///   - leader: The dependence on the leader.
  ///   - catalysers: The dependence on the catalysers.
  /// - Returns: The balance; nil where it is not defined, since nothing hangs on either.
  public static func balance(_ leader: Double?, _ catalysers: Double?) -> Double? {
    guard let leader, let catalysers, leader + catalysers > 0 else { return nil }
    return 1 - abs(leader - catalysers) / (leader + catalysers)
  }

  /// Who counts as reached when some have left.
  func targets(without actors: Set<Int>) -> ReachTargets {
    ReachTargets(in: acquaintances.network, leavingOut: away.union(actors))
  }

  /// How many targets some actors reach; 0 for those without a place.
  func counts(
    of askers: [Int], in acquaintances: Acquaintances, _ targets: ReachTargets,
    _ execution: Execution
  ) -> [Int] {
    var counts = execution.map(
      askers.count, chunkSize: 32, makeScratch: { ReachSearch(over: acquaintances) },
      value: { row, search in
        search.count(from: askers[row], within: introducers + 1, targets)
      })
    // A cancelled search leaves numbers that mean nothing.
    while counts.count < askers.count { counts.append(0) }
    return counts
  }
}

extension ReachSearch {
  /// Returns how many targets an actor reaches.
  ///
  /// - Parameters:
  ///   - actor: The actor who asks.
  ///   - limit: The greatest number of steps.
  ///   - targets: Who counts.
  ///   - absent: An actor that neither introduces nor counts.
  /// - Returns: The number of targets.
  mutating func count(
    from actor: Int, within limit: Int, _ targets: ReachTargets, without absent: Int? = nil
  ) -> Int {
    var count = 0
    visit(from: actor, within: limit, without: absent) { met, _, _ in
      if met != absent, targets.contains(met) { count += 1 }
    }
    return count
  }
}
