public import GraphStructure
public import NetworkData

/// How many organisations each actor gets to through how many introducers, by kind.
///
/// > *R*ₖ(*i*, *K*) = organisations of kind *K* other than *i* at distance ≤ *k* + 1 from *i*
///
/// where a step leads between two who know each other directly. Organisations are all actors but
/// persons, projects and events; persons introduce like any other.
///
/// The out-of-group form leaves out the co-members of *i*: those who were in a same group on a same
/// day, by the ties that count. The group itself is no co-member, and stays.
public struct KnowWhoReach: Sendable, Equatable {
  /// The actors that were asked for, in the order of the network.
  public let actors: [Int]

  /// The kinds of targets that occur, in the order of the network; nil for actors without a kind,
  /// which count as organisations.
  public let kinds: [ActorKind?]

  /// The most introducers that were counted.
  public let introducerLimit: Int

  /// Counts by actor, then number of introducers, then kind.
  private let counts: [Int]
  /// The same of targets that are no co-members.
  private let outsideCounts: [Int]

  init(
    actors: [Int], kinds: [ActorKind?], introducerLimit: Int, counts: [Int], outsideCounts: [Int]
  ) {
    self.actors = actors
    self.kinds = kinds
    self.introducerLimit = introducerLimit
    self.counts = counts
    self.outsideCounts = outsideCounts
  }

  /// Returns how many organisations of a kind an actor gets to.
  ///
  /// - Parameters:
  ///   - row: The position of the actor in ``actors``.
  ///   - introducers: At most so many introducers, 0…``introducerLimit``.
  ///   - kind: The position of the kind in ``kinds``.
  ///   - outside: Whether co-members of the actor are left out.
  /// - Returns: The number of distinct organisations, the actor itself not counted.
  public func count(row: Int, introducers: Int, kind: Int, outside: Bool = false) -> Int {
    let index = (row * (introducerLimit + 1) + introducers) * kinds.count + kind
    return outside ? outsideCounts[index] : counts[index]
  }

  /// Returns how many organisations an actor gets to.
  ///
  /// - Parameters:
  ///   - row: The position of the actor in ``actors``.
  ///   - introducers: At most so many introducers, 0…``introducerLimit``.
  ///   - outside: Whether co-members of the actor are left out.
  /// - Returns: The number of distinct organisations of all kinds.
  public func total(row: Int, introducers: Int, outside: Bool = false) -> Int {
    kinds.indices.reduce(0) {
      $0 + count(row: row, introducers: introducers, kind: $1, outside: outside)
    }
  }

  /// Returns how many organisations an actor gets to, the nearer the more: Σ 1 ÷ *d*.
  ///
  /// *d* is the number of steps: 1 for whom the actor knows, 2 for whom it gets to through one
  /// introducer, and so on. Farther organisations than asked for add nothing.
  ///
  /// - Parameters:
  ///   - row: The position of the actor in ``actors``.
  ///   - introducers: At most so many introducers, 0…``introducerLimit``.
  /// - Returns: 0 where the actor gets to none.
  public func distanceWeighted(row: Int, introducers: Int) -> Double {
    var (sum, nearer) = (0.0, 0)
    for level in 0...introducers {
      let count = total(row: row, introducers: level)
      sum += Double(count - nearer) / Double(level + 1)
      nearer = count
    }
    return sum
  }
}

extension Network {
  /// Returns how many organisations each actor gets to through introducers.
  ///
  /// Actors that are occasions, or that no chosen tie touches, have no row.
  ///
  /// - Parameters:
  ///   - introducerLimit: The most introducers to count, 0 or more.
  ///   - options: Which ties count, and what a step is.
  ///   - execution: How the work is carried out; on fewer threads where memory is short.
  /// - Returns: The counts.
  /// - Throws: ``GraphStructure/GraphError`` where groups are too large to pair their members.
  /// - Complexity: O(*n* (*n* + *m*)) where *m* counts pairs of co-members too.
  public func reach(
    introducers introducerLimit: Int = 3, _ options: ReachOptions = ReachOptions(),
    execution: Execution = .standard
  ) throws(GraphError) -> KnowWhoReach {
    try Acquaintances(in: self, options)
      .reach(introducers: introducerLimit, execution: execution)
  }
}
