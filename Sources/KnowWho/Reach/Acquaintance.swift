internal import GraphStructure
internal import NetworkData

/// Who knows whom directly, as Know-Who questions count it.
///
/// - Two actors that share a tie know each other.
/// - Those tied to the same project or event know each other: it is an occasion, and introduces
///   nobody.
/// - Members of the same group whose memberships overlap know each other. The group itself
///   introduces only where at most one of the two is its member.
///
/// The last rule depends on the step before, so a group some of whose members never met is two
/// places here: one entered by its members, from which no way leads back to members, and one
/// entered by all others. A chain that has passed the first must not come to the second: it would
/// be introduced to a group it came from.
struct Acquaintance: Sendable {
  /// The steps; directed, since a split group is left by other ways than it is entered.
  let graph: Graph

  /// The actor of each place.
  let actors: [Int]

  /// Places from this one on are those that the members of split groups enter.
  let firstEntrance: Int

  /// For each actor of the network the place a question from it starts at, nil where it has none.
  let start: [Int?]

  /// Finds who knows whom in a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - options: Which ties count.
  /// - Throws: ``GraphStructure/GraphError/tooManyPairs(_:limit:)`` for groups too large to pair.
  init(in network: Network, _ options: ReachOptions) throws(GraphError) {
    var builder = AcquaintanceBuilder(network: network, options: options)
    firstEntrance = builder.places.count
    try builder.splitGroups()
    try builder.addOccasions()
    builder.addGroups()
    builder.addTies()
    (graph, actors, start) = try builder.finished()
  }
}

/// Gathers the steps of an ``Acquaintance``.
private struct AcquaintanceBuilder {
  let network: Network
  let options: ReachOptions
  private let ties: [Int]
  private let isOccasion: [Bool]
  private(set) var places: [Int]
  private var placeOfActor: [Int?]
  /// For a split group, the place that its members enter, and who they are.
  private var memberEntrance: [Int: (place: Int, members: Set<Int>)] = [:]
  private var sources: [UInt32] = []
  private var targets: [UInt32] = []
  private var pairCount = 0

  init(network: Network, options: ReachOptions) {
    self.network = network
    self.options = options
    let actors = network.actors
    let selection = network.select(
      at: options.period, possibly: options.possibly, kinds: options.tieKinds)
    ties =
      switch selection.ties {
      case .all(let count): Array(0..<count)
      case .some(let chosen): chosen
      }
    let countsAsOccasion = options.mode == .introductions
    isOccasion = actors.indices.map { countsAsOccasion && actors.kind($0)?.isOccasion ?? false }
    // Where no tie is left out, actors without any stay and reach nobody.
    let takesAll = selection.ties == .all(count: network.ties.count)
    var isTouched = [Bool](repeating: takesAll, count: actors.count)
    for tie in ties {
      isTouched[Int(network.ties.sources[tie])] = true
      isTouched[Int(network.ties.targets[tie])] = true
    }
    places = actors.indices.filter { [isOccasion, isTouched] in isTouched[$0] && !isOccasion[$0] }
    placeOfActor = [Int?](repeating: nil, count: actors.count)
    for (place, actor) in places.enumerated() { placeOfActor[actor] = place }
  }

  /// Ties those who meet on an occasion.
  mutating func addOccasions() throws(GraphError) {
    var participants: [Int: [Int]] = [:]
    for tie in ties {
      let (source, target) = ends(of: tie)
      if isOccasion[target], !isOccasion[source] {
        participants[target, default: []].append(source)
      }
      if isOccasion[source], !isOccasion[target] {
        participants[source, default: []].append(target)
      }
    }
    for (_, group) in participants.sorted(by: { $0.key < $1.key }) {
      let group = Set(group).sorted()
      try count(pairs: group.count * (group.count - 1) / 2)
      for (index, first) in group.enumerated() {
        for second in group[(index + 1)...] { addStep(first, second) }
      }
    }
  }

  /// The memberships of one group.
  private struct Membership {
    let group: Int
    var entries: [(member: Int, lifetime: Lifetime)]
  }

  private func memberships() -> [Membership] {
    guard options.mode == .introductions else { return [] }
    var memberships: [Int: Membership] = [:]
    for tie in ties where network.ties.kind(tie) == .membership {
      let (source, target) = ends(of: tie)
      let group: Int
      if network.actors.kind(target) == .group {
        group = target
      } else if network.actors.kind(source) == .group {
        group = source
      } else {
        continue
      }
      memberships[group, default: Membership(group: group, entries: [])].entries
        .append((group == target ? source : target, network.ties.lifetime(tie)))
    }
    return memberships.values.sorted { $0.group < $1.group }
  }

  /// Makes two places of each group some of whose members never met.
  ///
  /// This comes before any step is added, since every step to or from such a group depends on it.
  mutating func splitGroups() throws(GraphError) {
    for membership in memberships() {
      let entries = membership.entries
      try count(pairs: entries.count * (entries.count - 1) / 2)
      let allMet = entries.indices.allSatisfy { first in
        entries[(first + 1)...].allSatisfy {
          $0.member == entries[first].member || meet(entries[first].lifetime, $0.lifetime)
        }
      }
      if !allMet {
        memberEntrance[membership.group] = (places.count, Set(entries.map(\.member)))
        places.append(membership.group)
      }
    }
  }

  /// Ties members whose memberships overlap.
  mutating func addGroups() {
    for membership in memberships() {
      let entries = membership.entries
      for (index, first) in entries.enumerated() {
        for second in entries[(index + 1)...]
        where first.member != second.member && meet(first.lifetime, second.lifetime) {
          addStep(first.member, second.member)
        }
      }
    }
  }

  /// Adds the ties themselves.
  mutating func addTies() {
    for tie in ties {
      let (source, target) = ends(of: tie)
      guard !isOccasion[source], !isOccasion[target] else { continue }
      addArc(source, target)
      if !network.ties.isDirected(tie) { addArc(target, source) }
    }
  }

  func finished() throws(GraphError) -> (graph: Graph, actors: [Int], start: [Int?]) {
    let graph = try Graph(
      nodeCount: places.count, sources: sources, targets: targets, isDirected: true,
      selfLoops: .drop)
    return (graph, places, placeOfActor)
  }

  private func ends(of tie: Int) -> (source: Int, target: Int) {
    (Int(network.ties.sources[tie]), Int(network.ties.targets[tie]))
  }

  /// Whether two memberships that both count were alive on a same day.
  private func meet(_ first: Lifetime, _ second: Lifetime) -> Bool {
    // Nothing known of either is no reason to think that they never met.
    if options.period == nil, first == Lifetime() || second == Lifetime() { return true }
    return options.possibly ? first.possiblyOverlaps(second) : first.definitelyOverlaps(second)
  }

  private mutating func count(pairs: Int) throws(GraphError) {
    pairCount += pairs
    if pairCount > Graph.standardPairLimit {
      throw .tooManyPairs(pairCount, limit: Graph.standardPairLimit)
    }
  }

  private mutating func addStep(_ first: Int, _ second: Int) {
    addArc(first, second)
    addArc(second, first)
  }

  /// Adds an arc between two actors, by the right entrance of a split group.
  private mutating func addArc(_ source: Int, _ target: Int) {
    guard let from = placeOfActor[source], let to = placeOfActor[target] else { return }
    let entrance = memberEntrance[target].flatMap { $0.members.contains(source) ? $0.place : nil }
    sources.append(UInt32(from))
    targets.append(UInt32(entrance ?? to))
    // Who entered as a member leaves to those who are none.
    if let split = memberEntrance[source], !split.members.contains(target) {
      sources.append(UInt32(split.place))
      targets.append(UInt32(entrance ?? to))
    }
  }
}
