public import GraphMeasures

/// Which subgroups a network has, how closed they are, and who bridges them.
public struct Walls: Sendable, Equatable {
  /// Some of the actors that count.
  public struct Subgroup: Sendable, Equatable {
    /// The entry of the column that its members share, nil where they were not grouped by one.
    public let name: String?
    /// The group that it is the members of, nil where it is none.
    public let group: Int?
    /// Its members, by id.
    public let members: [Int]
  }

  /// An actor with ties to other subgroups than its own.
  public struct Bridger: Sendable, Equatable {
    /// The actor.
    public let actor: Int
    /// Its own subgroup, a position in ``Walls/subgroups``; nil where it has none.
    public let subgroup: Int?
    /// How many other subgroups it has ties to.
    public let subgroupCount: Int
    /// How many ties it has to other subgroups.
    public let tieCount: Int
    /// How much it stands on shortest paths from subgroup to subgroup, raw.
    public let betweenness: Double
  }

  /// A tie that is not there yet, between the members of two subgroups.
  public struct NewBridge: Sendable, Equatable {
    /// The two subgroups, positions in ``Walls/subgroups``.
    public let subgroups: [Int]
    /// How many ties there are between them now.
    public let tieCount: Int
    /// A member of each, in the order of ``subgroups``.
    public let actors: [Int]
    /// How much the tie would add to the reach of all, counted in members of other subgroups.
    public let gain: Int
    /// Whether all pairs of their members were tried.
    public let isExact: Bool
  }

  /// By what actors were grouped.
  public let grouping: WallGrouping
  /// The subgroups, the largest first.
  public let subgroups: [Subgroup]
  /// Actors that count and have no subgroup, by id.
  public let ungrouped: [Int]
  /// Members of several groups, by id: each counts in that with fewest members.
  public let inSeveral: [Int]
  /// The ties within and between subgroups, in the order of ``subgroups``.
  public let ties: GroupTies
  /// How closed they would be by chance; nil where there is nothing to compare: fewer than two
  /// subgroups, or no tie.
  public let null: WallNull?
  /// Who bridges subgroups: those tied to most of them first, then by betweenness, then by id.
  public let bridgers: [Bridger]
  /// The best new tie of each pair of subgroups that was looked at, the largest gain first.
  public let newBridges: [NewBridge]
  /// How many pairs of subgroups were not looked at, as too many or too large.
  public let pairsLeftOut: Int
  /// The most introducers of a chain in ``newBridges``.
  public let introducerLimit: Int
  /// The total reach of all now, counted in members of other subgroups; nil where it was not
  /// counted.
  public let reach: Int?
}
