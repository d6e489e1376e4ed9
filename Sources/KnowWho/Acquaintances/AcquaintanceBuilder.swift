internal import GraphStructure
internal import NetworkData

/// Gathers the steps of ``Acquaintances``.
struct AcquaintanceBuilder {
  let network: Network
  let options: ReachOptions
  let ties: [Int]
  private let codes: KindCodes
  private let isOccasion: [Bool]
  private(set) var places: [Int]
  private var placeOfActor: [Int?]
  /// The members of each group.
  private(set) var members: [Int: Set<Int>] = [:]
  /// For a split group, the place that its members enter.
  private var memberEntrance: [Int: Int] = [:]
  private var sources: [UInt32] = []
  private var targets: [UInt32] = []
  private var pairCount = 0

  init(network: Network, options: ReachOptions) {
    self.network = network
    self.options = options
    let actors = network.actors
    let selection = network.select(
      at: options.period, possibly: options.possibly, kinds: options.tieKinds)
    let selected =
      switch selection.ties {
      case .all(let count): Array(0..<count)
      case .some(let chosen): chosen
      }
    ties =
      options.withoutTies.isEmpty
      ? selected : selected.filter { !options.withoutTies.contains($0) }
    codes = KindCodes(network)
    let countsAsOccasion = options.mode == .introductions
    isOccasion = actors.indices.map { [codes] in countsAsOccasion && codes.isOccasion($0) }
    // Where no tie is left out, actors without any stay and reach nobody.
    let takesAll = selection.ties == .all(count: network.ties.count)
    var isTouched = [Bool](repeating: takesAll, count: actors.count)
    for tie in selected {
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
    for (occasion, group) in participants.sorted(by: { $0.key < $1.key })
    where !options.notVia.contains(occasion) {
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
    guard options.mode == .introductions, codes.haveMemberships else { return [] }
    var memberships: [Int: Membership] = [:]
    for tie in ties {
      guard let (member, group) = codes.membership(tie) else { continue }
      memberships[group, default: Membership(group: group, entries: [])].entries
        .append((member, network.ties.lifetime(tie)))
    }
    return memberships.values.sorted { $0.group < $1.group }
  }

  /// Makes two places of each group some of whose members never met, or of every group.
  ///
  /// This comes before any step is added, since every step to or from such a group depends on it.
  mutating func splitGroups(all: Bool) throws(GraphError) {
    for membership in memberships() {
      let entries = membership.entries
      members[membership.group] = Set(entries.map(\.member))
      try count(pairs: entries.count * (entries.count - 1) / 2)
      let allMet = entries.indices.allSatisfy { first in
        entries[(first + 1)...].allSatisfy {
          $0.member == entries[first].member || options.meet(entries[first].lifetime, $0.lifetime)
        }
      }
      if all || !allMet {
        memberEntrance[membership.group] = places.count
        places.append(membership.group)
      }
    }
  }

  /// Ties members whose memberships overlap.
  mutating func addGroups() {
    for membership in memberships() where !options.notVia.contains(membership.group) {
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
    guard !memberEntrance.isEmpty else {
      sources.append(UInt32(from))
      targets.append(UInt32(to))
      return
    }
    let entrance = isMember(source, of: target) ? memberEntrance[target] ?? to : to
    sources.append(UInt32(from))
    targets.append(UInt32(entrance))
    // Who entered as a member leaves to those who are none.
    if let place = memberEntrance[source], !isMember(target, of: source) {
      sources.append(UInt32(place))
      targets.append(UInt32(entrance))
    }
  }

  private func isMember(_ actor: Int, of group: Int) -> Bool {
    members[group]?.contains(actor) ?? false
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
