internal import GraphMeasures
internal import GraphStructure

extension Walls {
  /// How many pairs of subgroups new bridges are looked for between at most.
  static let pairLimit = 200

  /// Measures the walls between subgroups.
  init(_ grouped: GroupedActors, in graph: Graph, _ wall: WallOptions, _ execution: Execution) {
    let groups = grouped.groups
    let count = grouped.names.count
    grouping = wall.grouping
    var members = [[Int]](repeating: [], count: count)
    for (actor, group) in zip(grouped.actors, groups) {
      if let group { members[group].append(actor) }
    }
    subgroups = members.enumerated().map { group, members in
      Subgroup(
        name: grouped.names[group], group: grouped.groupActors[group], members: members)
    }
    ungrouped = graph.nodes.filter { groups[$0] == nil }.map { grouped.actors[$0] }
    inSeveral = grouped.inSeveral
    introducerLimit = wall.introducers
    let ties = GroupTies(in: graph, groups: groups, count: count)
    self.ties = ties
    let isComparable = count > 1 && ties.innerCount + ties.outerCount > 0
    null =
      isComparable
      ? WallNull(
        wall.grouping == .communities ? .rewiredTies : .permutedMembers, of: ties, in: graph,
        groups: groups, runs: wall.runs, seed: wall.seed, execution: execution) : nil
    bridgers = Self.bridgers(grouped, in: graph, execution)
    let pairs = Self.sparsestPairs(grouped, in: graph)
    guard graph.nodeCount <= BridgeSearch.nodeLimit, count > 1 else {
      (newBridges, pairsLeftOut, reach) = ([], pairs.total, nil)
      return
    }
    let search = BridgeSearch(in: graph, groups: groups, count: count, steps: wall.introducers + 1)
    newBridges = pairs.first.compactMap { pair in
      search.best(between: pair.first, and: pair.second, execution: execution).map {
        NewBridge(
          subgroups: [pair.first, pair.second], tieCount: pair.ties,
          actors: [grouped.actors[$0.first], grouped.actors[$0.second]], gain: $0.gain,
          isExact: $0.isExact)
      }
    }.enumerated().sorted { ($1.element.gain, $0.offset) < ($0.element.gain, $1.offset) }
      .map(\.element)
    pairsLeftOut = pairs.total - pairs.first.count
    reach = graph.nodes.reduce(0) { $0 + search.reach(of: $1) }
  }

  private static func bridgers(
    _ grouped: GroupedActors, in graph: Graph, _ execution: Execution
  ) -> [Bridger] {
    let betweenness = graph.crossingBetweenness(between: grouped.groups, execution: execution)
    let found = graph.nodes.compactMap { node -> (node: Int, bridger: Bridger)? in
      let others = graph.successors(of: node).compactMap { grouped.groups[$0] }
        .filter { $0 != grouped.groups[node] }
      guard !others.isEmpty else { return nil }
      return (
        node,
        Bridger(
          actor: grouped.actors[node], subgroup: grouped.groups[node],
          subgroupCount: Set(others).count, tieCount: others.count, betweenness: betweenness[node])
      )
    }
    // Nodes are numbered by id.
    return found.sorted { first, second in
      let (one, other) = (first.bridger, second.bridger)
      if one.subgroupCount != other.subgroupCount { return one.subgroupCount > other.subgroupCount }
      if one.betweenness != other.betweenness { return one.betweenness > other.betweenness }
      return first.node < second.node
    }.map(\.bridger)
  }

  /// The pairs of subgroups with the fewest ties, those of the largest subgroups first: how many
  /// there are, and the first ``pairLimit``.
  private static func sparsestPairs(
    _ grouped: GroupedActors, in graph: Graph
  ) -> (total: Int, first: [(first: Int, second: Int, ties: Int)]) {
    let count = grouped.names.count
    var ties: [UnorderedPair: Int] = [:]
    for node in graph.nodes {
      for next in graph.successors(of: node) where next > node {
        if let one = grouped.groups[node], let other = grouped.groups[next], one != other {
          ties[UnorderedPair(one, other), default: 0] += 1
        }
      }
    }
    let untied = count * (count - 1) / 2 - ties.count
    let fewest = untied > 0 ? 0 : ties.values.min() ?? 0
    let total = untied > 0 ? untied : ties.values.count { $0 == fewest }
    var pairs: [(first: Int, second: Int, ties: Int)] = []
    for first in 0..<count {
      for second in (first + 1)..<max(first + 1, count)
      where ties[UnorderedPair(first, second)] ?? 0 == fewest {
        if pairs.count == pairLimit { return (total, pairs) }
        pairs.append((first, second, fewest))
      }
    }
    return (total, pairs)
  }
}
