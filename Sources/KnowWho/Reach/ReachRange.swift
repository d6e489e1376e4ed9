public import GraphStructure

/// Who knows whom in a period for certain, and who may.
///
/// What an actor reaches then lies between what it reaches either way: over the ties definitely
/// alive, and over those possibly alive. Dates of different ties are taken as independent.
///
/// **At a single day** both ends are exact: all ties that are not certain may be dead at once, or
/// alive at once, and more ties never take reach away, since co-members alive on the same day have
/// met. **In a longer period** they are bounds that need not be attained: memberships of a group
/// that are alive in it may yet not overlap, and no one choice of dates need make all pairs meet,
/// or all miss. They bracket every choice of dates as long as no member of a group knows it in
/// another way too (by an office, or a project that the group takes part in): the group introduces
/// such a one to members it never met, until a membership of its own bars that.
///
/// Out of group the least leaves out all possible co-members and the most the certain ones only, so
/// the bounds hold, but need not be attained.
public struct AcquaintanceRange: Sendable {
  /// Who knows whom by the ties definitely alive.
  public let certain: Acquaintances

  /// Who knows whom by the ties possibly alive; nil where that makes no difference.
  public let possible: Acquaintances?

  /// Finds who knows whom for certain, and who may.
  ///
  /// - Parameter certain: Who knows whom by the ties definitely alive in a period. Without a period,
  ///   or where possible ties are among them already, there is no range.
  /// - Throws: ``GraphStructure/GraphError/tooManyPairs(_:limit:)`` for groups too large to pair.
  /// - Complexity: As ``Acquaintances/init(in:_:)``.
  public init(of certain: Acquaintances) throws(GraphError) {
    self.certain = certain
    var options = certain.options
    guard options.period != nil, !options.possibly else {
      possible = nil
      return
    }
    options.possibly = true
    let widest = try Acquaintances(in: certain.network, options)
    // In a longer period the same memberships may or may not overlap.
    let isOneDay = options.period.map { $0.firstDay == $0.lastDay } ?? false
    possible = isOneDay && widest.ties == certain.ties ? nil : widest
  }

  /// Returns how many targets each actor reaches, at least and at most.
  ///
  /// - Parameters:
  ///   - introducers: The most introducers to count.
  ///   - targets: Who counts as reached; by default every organisation.
  ///   - execution: How the work is carried out.
  /// - Returns: The counts by ties definitely alive, and by those possibly alive.
  public func reach(
    introducers: Int = 3, targets: ReachTargets? = nil, execution: Execution = .standard
  ) -> ReachRange {
    guard let possible else {
      return ReachRange(
        least: certain.reach(introducers: introducers, targets: targets, execution: execution),
        most: nil)
    }
    let targets = targets ?? ReachTargets(in: certain.network)
    // Who may be a co-member is left out of the least, who is one for certain of the most.
    return ReachRange(
      least: certain.reach(
        introducers: introducers, targets: targets, outside: CoMembers(of: possible),
        areAcquainted: false, execution),
      most: possible.reach(
        introducers: introducers, targets: targets, outside: CoMembers(of: certain),
        areAcquainted: true, execution))
  }
}

/// How many targets each actor reaches, at least and at most.
public struct ReachRange: Sendable {
  /// The counts by ties definitely alive; its rows are those of the range.
  public let least: KnowWhoReach

  /// The counts by ties possibly alive; nil where there is no difference.
  public let most: KnowWhoReach?

  /// For each row of ``least`` that of the same actor in ``most``.
  private let rowInMost: [Int]

  init(least: KnowWhoReach, most: KnowWhoReach?) {
    self.least = least
    self.most = most
    guard let most else {
      rowInMost = []
      return
    }
    // Both are in the order of the network, and whoever is there for certain may be there.
    var row = 0
    rowInMost = least.actors.map { actor in
      while most.actors[row] != actor { row += 1 }
      return row
    }
  }

  /// Returns the bounds of what an actor reaches.
  ///
  /// - Parameters:
  ///   - row: The position of the actor in the rows of ``least``.
  ///   - introducers: At most so many introducers.
  ///   - kind: The position of a kind; nil for all together.
  ///   - outside: Whether co-members are left out.
  /// - Returns: The least and the most.
  public func bounds(
    row: Int, introducers: Int, kind: Int? = nil, outside: Bool = false
  ) -> ClosedRange<Int> {
    func count(_ reach: KnowWhoReach, _ row: Int) -> Int {
      if let kind {
        return reach.count(row: row, introducers: introducers, kind: kind, outside: outside)
      }
      return reach.total(row: row, introducers: introducers, outside: outside)
    }
    let least = count(least, row)
    guard let most else { return least...least }
    // A split group may keep possible co-members apart, so the most is made no less than the least.
    return least...max(least, count(most, rowInMost[row]))
  }
}
