internal import GraphStructure
internal import NetworkData

/// Gathers the steps of ``Acquaintances``.
struct AcquaintanceBuilder {
  let network: Network
  let options: ReachOptions
  let ties: [Int]
  let insiders: Insiders
  private(set) var places: [Int]
  private let isOccasion: [Bool]
  private let memberships: [Membership]
  private var placeOfActor: [Int?]
  /// For a split group, the place that its members enter; −1 for all others.
  private var memberEntrance: [Int]
  private var sources: [UInt32] = []
  private var targets: [UInt32] = []
  private var pairCount = 0

  /// Chooses ties and places.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - options: Which ties count.
  ///   - insiders: Who is a member of which group; nil for those by the chosen ties, those left out
  ///     included.
  init(network: Network, options: ReachOptions, insiders: Insiders?) {
    self.network = network
    self.options = options
    let actors = network.actors
    let selection = network.select(
      at: options.period, possibly: options.possibly, kinds: options.tieKinds)
    let selected = selection.ties.positions
    let ties =
      options.withoutTies.isEmpty
      ? selected : selected.filter { !options.withoutTies.contains($0) }
    self.ties = ties
    let codes = KindCodes(network)
    let countsAsOccasion = options.mode == .introductions
    isOccasion =
      countsAsOccasion
      ? actors.indices.map(codes.isOccasion) : [Bool](repeating: false, count: actors.count)
    let memberships = countsAsOccasion ? Membership.all(among: ties, of: network, codes) : []
    self.memberships = memberships
    self.insiders =
      insiders
      ?? Insiders(
        ties.count == selected.count || !countsAsOccasion
          ? memberships : Membership.all(among: selected, of: network, codes),
        actorCount: actors.count)
    // Where no tie is left out, actors without any stay and reach nobody.
    let takesAll = selection.ties == .all(count: network.ties.count)
    var isTouched = [Bool](repeating: takesAll, count: actors.count)
    if !takesAll {
      for tie in selected {
        isTouched[Int(network.ties.sources[tie])] = true
        isTouched[Int(network.ties.targets[tie])] = true
      }
    }
    places = actors.indices.filter { [isOccasion, isTouched] in isTouched[$0] && !isOccasion[$0] }
    placeOfActor = [Int?](repeating: nil, count: actors.count)
    for (place, actor) in places.enumerated() { placeOfActor[actor] = place }
    memberEntrance = [Int](repeating: -1, count: actors.count)
    sources.reserveCapacity(ties.count * 2)
    targets.reserveCapacity(ties.count * 2)
  }

  /// Ties those who meet on an occasion.
  mutating func addOccasions() throws(GraphError) {
    var participants: [(occasion: Int, actor: Int)] = []
    for tie in ties {
      let (source, target) = ends(of: tie)
      if isOccasion[target], !isOccasion[source] { participants.append((target, source)) }
      if isOccasion[source], !isOccasion[target] { participants.append((source, target)) }
    }
    participants.sort { ($0.occasion, $0.actor) < ($1.occasion, $1.actor) }
    var start = 0
    while start < participants.count {
      let occasion = participants[start].occasion
      var group: [Int] = []
      while start < participants.count, participants[start].occasion == occasion {
        if group.last != participants[start].actor { group.append(participants[start].actor) }
        start += 1
      }
      if options.notVia.contains(occasion) { continue }
      try count(pairs: group.count * (group.count - 1) / 2)
      for (index, first) in group.enumerated() {
        for second in group[(index + 1)...] { addStep(first, second) }
      }
    }
  }

  /// Makes two places of each group some of whose members never met, or of every group.
  ///
  /// This comes before any step is added, since every step to or from such a group depends on it.
  mutating func splitGroups(all: Bool) throws(GraphError) {
    for membership in memberships {
      try count(pairs: membership.entries.count * (membership.entries.count - 1) / 2)
    }
    var next = memberships.startIndex
    for group in insiders.groups {
      while next < memberships.endIndex, memberships[next].group < group { next += 1 }
      let isCounted = next < memberships.endIndex && memberships[next].group == group
      if all || !isCounted || !haveAllMet(memberships[next]) {
        memberEntrance[group] = places.count
        places.append(group)
      }
    }
  }

  /// Whether all insiders of a group know each other as its members.
  private func haveAllMet(_ membership: Membership) -> Bool {
    let group = membership.group
    let entries = membership.entries.filter { insiders.contains($0.member, of: group) }
    return Set(entries.map(\.member)).count == insiders.members(of: group).count
      && entries.indices.allSatisfy { first in
        entries[(first + 1)...].allSatisfy {
          $0.member == entries[first].member || options.meet(entries[first].lifetime, $0.lifetime)
        }
      }
  }

  /// Ties members whose memberships overlap.
  mutating func addGroups() {
    for membership in memberships where !options.notVia.contains(membership.group) {
      let entries = membership.entries
      for (index, first) in entries.enumerated() {
        for second in entries[(index + 1)...]
        where first.member != second.member && options.meet(first.lifetime, second.lifetime) {
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
    let ahead = memberEntrance[target]
    let entrance = ahead >= 0 && insiders.contains(source, of: target) ? ahead : to
    sources.append(UInt32(truncatingIfNeeded: from))
    targets.append(UInt32(truncatingIfNeeded: entrance))
    // Who entered as a member leaves to those who are none.
    let behind = memberEntrance[source]
    if behind >= 0, !insiders.contains(target, of: source) {
      sources.append(UInt32(truncatingIfNeeded: behind))
      targets.append(UInt32(truncatingIfNeeded: entrance))
    }
  }
}

extension ReachOptions {
  /// Whether two memberships that both count were alive on a same day.
  func meet(_ first: Lifetime, _ second: Lifetime) -> Bool {
    // Nothing known of either is no reason to think that they never met.
    if period == nil, first == Lifetime() || second == Lifetime() { return true }
    return possibly ? first.possiblyOverlaps(second) : first.definitelyOverlaps(second)
  }
}
