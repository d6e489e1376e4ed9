internal import GraphStructure

/// Finds a set of nodes without which as few pairs as possible are joined.
///
/// What the removal of each single node leaves is known for all nodes from one search for blocks,
/// so that only sets of one node less need to be gone through.
struct FragmentingSearch {
  private let graph: Graph
  private let count: Int
  private let effort: Int
  private let execution: Execution
  private var weighed = 0
  private var bestSet: [Int] = []
  private var fewest = Int.max
  /// The fewest joined pairs that a set left aside may leave.
  private var openBound = Int.max

  init(_ graph: Graph, count: Int, effort: Int, _ execution: Execution) {
    self.graph = graph.undirected
    self.count = count
    self.effort = effort
    self.execution = execution
  }

  mutating func best() -> KeyPlayers {
    searchGreedily()
    exchange()
    search([], Array(graph.nodes), Set(graph.nodes))
    if openBound < fewest { openBound = max(openBound, pairsThatHold()) }
    let left = graph.nodeCount - count
    let pairs = Double(left * (left - 1) / 2)
    func score(_ joined: Int) -> Double { 1 - Double(joined) / pairs }
    return KeyPlayers(
      nodes: bestSet.sorted(), score: score(fewest), bound: score(min(fewest, openBound)),
      weighedSets: weighed)
  }

  /// How many pairs each node leaves joined, by going from what some nodes make up.
  private mutating func pairsLeft(in part: Graph) -> [Int] {
    weighed += part.nodeCount
    execution.onProgress?(min(1, Double(weighed) / Double(max(1, effort))))
    let blocks = Blocks(Arcs(part.outgoing), isDirected: false)
    let all = part.components().sizes.reduce(0) { $0 + Self.pairs($1) }
    var left = part.nodes.map { node in
      let size = blocks.componentSizes[node]
      // Without the node: all else, its component as what is not behind the node.
      return all - Self.pairs(size) + Self.pairs(size - 1 - blocks.hangingCounts[node])
    }
    for block in blocks.tops.indices {
      left[blocks.tops[block]] += Self.pairs(blocks.branchSizes[block])
    }
    return left
  }

  private static func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }

  private func kept(without set: [Int]) -> [Int] {
    let gone = Set(set)
    return graph.nodes.filter { !gone.contains($0) }
  }

  private mutating func searchGreedily() {
    var set: [Int] = []
    while set.count < count {
      let kept = kept(without: set)
      let left = pairsLeft(in: graph.subgraph(of: kept))
      let place = left.indices.min { left[$0] < left[$1] } ?? 0
      set.append(kept[place])
      if set.count == count { keep(set, left[place]) }
    }
  }

  private mutating func exchange() {
    var hasImproved = true
    while hasImproved, !execution.isCancelled() {
      hasImproved = false
      for leaving in bestSet {
        let others = bestSet.filter { $0 != leaving }
        let kept = kept(without: others)
        let left = pairsLeft(in: graph.subgraph(of: kept))
        guard let place = left.indices.min(by: { left[$0] < left[$1] }), left[place] < fewest
        else { continue }
        keep(others + [kept[place]], left[place])
        hasImproved = true
        break
      }
    }
  }

  private mutating func keep(_ set: [Int], _ pairs: Int) {
    guard pairs < fewest else { return }
    (bestSet, fewest) = (set, pairs)
  }

  /// Weighs all sets that complete a set by some candidates.
  private mutating func search(_ set: [Int], _ kept: [Int], _ candidates: Set<Int>) {
    let part = graph.subgraph(of: kept)
    let open = count - set.count
    if open == 1 {
      let left = pairsLeft(in: part)
      for place in left.indices where candidates.contains(kept[place]) {
        keep(set + [kept[place]], left[place])
      }
      return
    }
    weighed += part.nodeCount
    let holding = Holding(part, removing: open)
    let order = part.nodes.filter { candidates.contains(kept[$0]) }
      .sorted { holding.isStronger($0, $1) }
    let tied = leastPairs(in: part, removing: open)
    var rest = candidates
    for rank in order.indices where order.count - rank >= open {
      // Those before were tried with every choice of the rest.
      let bound = max(tied, holding.leastPairs(without: order[rank..<(rank + open)]))
      guard bound < fewest else { return }
      if weighed >= effort || execution.isCancelled() {
        openBound = min(openBound, bound)
        return
      }
      let place = order[rank]
      rest.remove(kept[place])
      search(set + [kept[place]], kept.filter { $0 != kept[place] }, rest)
    }
  }

  /// Returns a number of pairs that stay joined whichever nodes go, from what holds together most.
  ///
  /// A set that stays connected without any `count` of its nodes keeps all pairs of the others.
  private func pairsThatHold() -> Int {
    guard graph.nodeCount <= Self.holdingLimit,
      let sets = try? graph.kComponents(count + 1, execution: execution.silent)
    else { return 0 }
    return sets.reduce(0) { max($0, Self.pairs($1.count - count)) }
  }

  /// The largest graph in which such sets are looked for: they take a flow a node.
  private static let holdingLimit = 2_000

  /// Returns a number of pairs that stay joined whichever few nodes go.
  ///
  /// A pair that is tied is joined, and a node takes no more ties with it than it has.
  private func leastPairs(in part: Graph, removing count: Int) -> Int {
    let arcs = part.simpleArcs(.outgoing)
    let degrees = part.nodes.map { arcs.degree(of: $0) }.sorted(by: >)
    return max(0, arcs.ends.count / 2 - degrees.prefix(count).reduce(0, +))
  }
}
