/// Who should sit with whom at a joint meeting of two groups, talk after talk.
public struct MeetingPlan: Sendable, Equatable {
  /// Two members who sit together.
  public struct Pair: Sendable, Hashable {
    /// The member on the side of the first group.
    public let first: Int
    /// The member on the side of the second group.
    public let second: Int
    /// Whether they differ in the column that was asked for.
    public let isComplementary: Bool
    /// How many organisations more both together would get to through at most one introducer, were
    /// this the only new acquaintance.
    public let gain: Int
  }

  /// What the meeting does for one member.
  public struct Change: Sendable, Equatable {
    /// The member.
    public let actor: Int
    /// How many new acquaintances the member makes.
    public let talks: Int
    /// How many organisations the member gets to through at most one introducer before.
    public let before: Int
    /// How many after, if all pairs of the plan know each other from then on.
    public let after: Int
  }

  /// The two groups.
  public let groups: [Int]
  /// Who sits on the side of the first group, by id.
  public let firstSide: [Int]
  /// Who sits on the side of the second group, by id.
  public let secondSide: [Int]
  /// Those who are members of both groups, and sit on the side that has fewer.
  public let membersOfBoth: [Int]
  /// How many talks fit in.
  public let roundCount: Int
  /// How many of all pairs across know each other already.
  public let knownPairCount: Int
  /// The pairs of each round that is used, those of the first side by id.
  public let rounds: [[Pair]]
  /// What it does for each member: the first side, then the second, each by id.
  public let changes: [Change]

  /// All pairs of the plan.
  public var pairs: [Pair] { rounds.flatMap(\.self) }

  /// The most pairs that so many members can make in so many rounds:
  /// min(*n* *m*, min(*n*, *m*) · rounds).
  public var ceiling: Int {
    let (n, m) = (firstSide.count, secondSide.count)
    return min(n * m, min(n, m) * roundCount)
  }

  /// How many pairs across do not know each other yet.
  public var newPairCount: Int { firstSide.count * secondSide.count - knownPairCount }

  /// Returns who sits out in a round.
  ///
  /// - Parameter round: The position of a round in ``rounds``.
  /// - Returns: Members of the first side, then of the second, each by id.
  public func byes(in round: Int) -> [Int] {
    let seated = Set(rounds[round].flatMap { [$0.first, $0.second] })
    return (firstSide + secondSide).filter { !seated.contains($0) }
  }
}
