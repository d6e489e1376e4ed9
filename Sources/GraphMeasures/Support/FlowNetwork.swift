internal import GraphStructure

/// Arcs that carry whole amounts, and the greatest flow along them from one node to another.
///
/// Blocking flows on levels of a breadth-first search, without recursion. Where every arc carries 1,
/// as for disjoint paths, it takes O(*m* · min(*n*^⅔, √*m*)).
///
/// - SeeAlso: E. A. Dinic. Algorithm for solution of a problem of maximum flow in networks with
///   power estimation. Soviet Mathematics Doklady 11, 1970; S. Even, R. E. Tarjan. Network flow and
///   testing graph connectivity. SIAM Journal on Computing 4, 1975.
struct FlowNetwork {
  /// Where each node's arcs begin, and after the last node where they all end.
  private let offsets: [Int]
  private let ends: [UInt32]
  /// The arc back of each arc.
  private let backs: [Int]
  /// What each arc can carry when nothing flows.
  private let capacities: [Int]
  /// What each arc can still carry.
  private var rest: [Int]
  private var levels: [Int]
  private var next: [Int]
  private var queue: [Int] = []

  var nodeCount: Int { offsets.count - 1 }

  /// Creates a network.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - arcs: Arcs, what each carries, and what is carried back along it.
  init(nodeCount: Int, arcs: [(source: Int, target: Int, capacity: Int, back: Int)]) {
    var offsets = [Int](repeating: 0, count: nodeCount + 1)
    for arc in arcs {
      offsets[arc.source + 1] += 1
      offsets[arc.target + 1] += 1
    }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    var place = offsets
    var ends = [UInt32](repeating: 0, count: arcs.count * 2)
    var backs = [Int](repeating: 0, count: ends.count)
    var capacities = backs
    for arc in arcs {
      let (there, back) = (
        place[arc.source], place[arc.target] + (arc.source == arc.target ? 1 : 0)
      )
      place[arc.source] += 1
      place[arc.target] += 1
      ends[there] = UInt32(truncatingIfNeeded: arc.target)
      ends[back] = UInt32(truncatingIfNeeded: arc.source)
      (backs[there], backs[back]) = (back, there)
      (capacities[there], capacities[back]) = (arc.capacity, arc.back)
    }
    self.offsets = offsets
    self.ends = ends
    self.backs = backs
    self.capacities = capacities
    rest = capacities
    levels = [Int](repeating: -1, count: nodeCount)
    next = offsets
  }

  /// Returns the greatest flow from one node to another, but no more than a limit.
  ///
  /// What flowed before is forgotten.
  mutating func flow(from source: Int, to target: Int, atMost limit: Int = .max) -> Int {
    rest = capacities
    var sum = 0
    while sum < limit, findLevels(from: source, to: target) {
      next = offsets
      while sum < limit {
        let more = push(from: source, to: target, atMost: limit - sum)
        guard more > 0 else { break }
        sum += more
      }
    }
    return sum
  }

  /// The nodes that could still be reached when the last flow was full; with a limit that was met,
  /// it has no meaning.
  func isOnSourceSide(_ node: Int) -> Bool { levels[node] >= 0 }

  /// Counts steps along arcs that can carry more; false where the target is out of reach.
  private mutating func findLevels(from source: Int, to target: Int) -> Bool {
    for node in levels.indices { levels[node] = -1 }
    queue.removeAll(keepingCapacity: true)
    queue.append(source)
    levels[source] = 0
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for arc in offsets[node]..<offsets[node + 1] where rest[arc] > 0 {
        let end = Int(ends[arc])
        guard levels[end] < 0 else { continue }
        levels[end] = levels[node] + 1
        queue.append(end)
      }
    }
    return levels[target] >= 0
  }

  /// Sends as much as one way carries; 0 where the levels are blocked.
  private mutating func push(from source: Int, to target: Int, atMost limit: Int) -> Int {
    var way: [Int] = []
    var node = source
    while node != target {
      if next[node] < offsets[node + 1] {
        let arc = next[node]
        let end = Int(ends[arc])
        if rest[arc] > 0, levels[end] == levels[node] + 1 {
          way.append(arc)
          node = end
        } else {
          next[node] += 1
        }
      } else {
        // A dead end: back, and never this way again.
        guard let arc = way.popLast() else { return 0 }
        node = Int(ends[backs[arc]])
        next[node] += 1
      }
    }
    let amount = way.reduce(limit) { min($0, rest[$1]) }
    for arc in way {
      rest[arc] -= amount
      rest[backs[arc]] += amount
    }
    return amount
  }
}

extension FlowNetwork {
  /// Edges that carry 1 each: its flows are numbers of paths that share no edge.
  init(edgesOf graph: Graph) {
    var arcs: [(source: Int, target: Int, capacity: Int, back: Int)] = []
    for node in graph.nodes {
      for arc in graph.outgoing.arcs(of: node) {
        let end = Int(graph.outgoing.ends[arc])
        guard graph.isDirected ? end != node : end > node else { continue }
        arcs.append((node, end, 1, graph.isDirected ? 0 : 1))
      }
    }
    self.init(nodeCount: graph.nodeCount, arcs: arcs)
  }

  /// Nodes that carry 1 each: its flows are numbers of paths that share no node.
  ///
  /// A node is entered at ``entrance(of:)`` and left at ``exit(of:)``.
  init(nodesOf arcs: Arcs) {
    var split: [(source: Int, target: Int, capacity: Int, back: Int)] = []
    split.reserveCapacity(arcs.nodeCount + arcs.ends.count)
    for node in 0..<arcs.nodeCount {
      split.append((Self.entrance(of: node), Self.exit(of: node), 1, 0))
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] {
        split.append(
          (Self.exit(of: node), Self.entrance(of: Int(arcs.ends[arc])), arcs.nodeCount, 0))
      }
    }
    self.init(nodeCount: arcs.nodeCount * 2, arcs: split)
  }

  static func entrance(of node: Int) -> Int { node * 2 }

  static func exit(of node: Int) -> Int { node * 2 + 1 }
}
