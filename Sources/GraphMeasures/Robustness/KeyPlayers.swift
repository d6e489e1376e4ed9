public import GraphStructure

/// What a set of key players is to do.
public enum KeyPlayerGoal: Sendable, Equatable {
  /// By going, leave the others in as many pieces as possible (KPP-Neg):
  /// ``GraphStructure/Graph/fragmentation(without:)``.
  case fragmentation
  /// Be as near to all others as possible (KPP-Pos):
  /// ``GraphStructure/Graph/distanceWeightedReach(of:direction:)``.
  case distanceWeightedReach
  /// Reach as many as possible within some steps, themselves included (KPP-Pos): a share of *n*.
  case reach(within: Int)
}

/// A set of key players, and how sure it is that none does better.
public struct KeyPlayers: Sendable, Equatable {
  /// The nodes, ascending.
  public let nodes: [Graph.Node]
  /// What they attain.
  public let score: Double
  /// What no set of as many nodes exceeds.
  public let bound: Double
  /// How many sets the search has weighed.
  public let weighedSets: Int
  /// Whether no other set does better.
  public var isExact: Bool { bound <= score }
  /// How much better another set could be at most.
  public var gap: Double { max(0, bound - score) }
}

extension Graph {
  /// Returns key players: a set of nodes of a given size that does best.
  ///
  /// The set is not that of the best nodes one by one, which may all cover the same others. First a
  /// set is built greedily and improved by exchanges; then all sets are searched, leaving out those
  /// that a bound shows to be no better. When the search has weighed `effort` sets, it ends with the
  /// best set so far and a bound on all others, from which ``KeyPlayers/gap`` says how far the
  /// answer may be from the best. Of sets that do equally well any may be given, but always the
  /// same.
  ///
  /// - Parameters:
  ///   - count: How many, 1…*n*; for fragmentation at most *n* − 2.
  ///   - goal: What they are to do.
  ///   - direction: Whether arcs are followed from the set or towards it, where it is to reach.
  ///   - effort: The most sets that the exact search weighs; 0 leaves it out.
  ///   - execution: Progress and cancellation.
  /// - Returns: The set.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)``, or
  ///   ``MeasureError/memoryTooSmall(measure:needed:limit:)`` where the distances of all pairs do
  ///   not fit.
  /// - Complexity: Exact: up to the number of sets, each O(*n*) for reach; for fragmentation the
  ///   number of sets of one node less, each O(*n* + *m*). O(*n*²) space for reach.
  /// - SeeAlso: S. P. Borgatti. Identifying sets of key players in a social network. Computational
  ///   and Mathematical Organization Theory 12, 2006.
  public func keyPlayers(
    _ count: Int, for goal: KeyPlayerGoal, direction: Direction = .outgoing,
    effort: Int = 1_000_000, execution: Execution = .standard
  ) throws(MeasureError) -> KeyPlayers {
    let most = goal == .fragmentation ? nodeCount - 2 : nodeCount
    guard count >= 1, count <= most else {
      throw .parameterOutOfRange(
        name: "count", value: Double(count), allowed: "from 1 to \(max(0, most))")
    }
    switch goal {
    case .fragmentation:
      var search = FragmentingSearch(self, count: count, effort: effort, execution)
      return search.best()
    case .distanceWeightedReach:
      let values = try NearnessTable(self, direction, execution) { 1 / Double(max(1, $0)) }
      var search = CoveringSearch(values, count: count, effort: effort, execution)
      return search.best()
    case .reach(let steps):
      guard steps >= 0 else {
        throw .parameterOutOfRange(name: "steps", value: Double(steps), allowed: "at least 0")
      }
      let values = try NearnessTable(self, direction, execution) { $0 <= steps ? 1 : 0 }
      var search = CoveringSearch(values, count: count, effort: effort, execution)
      return search.best()
    }
  }
}
