public import GraphStructure
public import NetworkData

/// Who knows whom directly, as Know-Who questions count it.
///
/// - Two actors that share a tie know each other.
/// - Those tied to the same project or event know each other: it is an occasion, and introduces
///   nobody.
/// - Members of the same group whose memberships overlap know each other. The group itself
///   introduces only where at most one of the two is its member, or was by a tie that is left out.
///
/// The last rule depends on the step before, so a group some of whose members never met is two
/// places here: one entered by its members, from which no way leads back to members, and one
/// entered by all others. A chain that has passed the first must not come to the second: it would
/// be introduced to a group it came from.
public struct Acquaintances: Sendable {
  /// The network that was asked about.
  public let network: Network

  /// Which ties count, and what a step is.
  public let options: ReachOptions

  /// The ties that count, ascending.
  public let ties: [Int]

  /// The steps from place to place; directed, since a split group is left by other ways than it is
  /// entered.
  let graph: Graph

  /// The actor of each place.
  let actors: [Int]

  /// Places from this one on are those that the members of split groups enter.
  let firstEntrance: Int

  /// For each actor of the network the place a question from it starts at, nil where it has none.
  let start: [Int?]

  /// For each split group the place that its members enter.
  let entrances: [Int: Int]

  /// The members of each group, who are not introduced to each other by it.
  let insiders: Insiders

  /// Whether chains may begin or end at a place, but not pass it.
  let isClosed: [Bool]

  /// The places that chains do not pass, ascending.
  let closedPlaces: [Int]

  /// Finds who knows whom in a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - options: Which ties count.
  /// - Throws: ``GraphStructure/GraphError/tooManyPairs(_:limit:)`` for groups too large to pair.
  /// - Complexity: O(actors + ties + pairs of co-members), and O(*n* log *n*) for the rows.
  public init(
    in network: Network, _ options: ReachOptions = ReachOptions()
  ) throws(GraphError) {
    try self.init(in: network, options, insiders: nil)
  }

  /// Finds who knows whom, with two places for every group if its members may have to do without
  /// knowing each other: then the group does not stand in for that.
  ///
  /// Insiders can be given where they are a matter of the past; else they are those by the ties
  /// chosen, with ties that are left out.
  init(
    in network: Network, _ options: ReachOptions, splittingAllGroups: Bool = false,
    insiders: Insiders?
  ) throws(GraphError) {
    var builder = AcquaintanceBuilder(network: network, options: options, insiders: insiders)
    firstEntrance = builder.places.count
    try builder.splitGroups(all: splittingAllGroups)
    try builder.addOccasions()
    builder.addGroups()
    builder.addTies()
    (graph, actors, start) = try builder.finished()
    (self.network, self.options, ties) = (network, options, builder.ties)
    self.insiders = builder.insiders
    entrances = Dictionary(
      uniqueKeysWithValues: actors.indices.dropFirst(firstEntrance).map { [actors] in
        (actors[$0], $0)
      })
    isClosed =
      options.notVia.isEmpty
      ? [Bool](repeating: false, count: actors.count) : actors.map(options.notVia.contains)
    closedPlaces =
      options.notVia.isEmpty ? [] : isClosed.indices.filter { [isClosed] in isClosed[$0] }
  }

  /// Whether a question can be asked of an actor: it is no occasion, and a chosen tie touches it.
  ///
  /// - Parameter actor: The position of an actor in the network.
  /// - Returns: `false` where the actor has no place in these acquaintances.
  public func contains(_ actor: Int) -> Bool { start[actor] != nil }

  /// The other place of the same actor, nil where it has but one.
  func twin(of place: Int) -> Int? {
    place < firstEntrance ? entrances[actors[place]] : start[actors[place]]
  }

  /// All places of an actor.
  func places(of actor: Int) -> [Int] { [start[actor], entrances[actor]].compactMap { $0 } }

  /// Whether all places are actors, so that plain searches over the steps are right.
  var isPlain: Bool { firstEntrance == actors.count }
}
