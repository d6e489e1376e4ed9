/// Dijkstra's search whose working memory serves one source after another.
///
/// All arcs must have lengths above 0. Nodes of equal distance are settled in the order of their
/// indices, so the order is the same on every run.
struct ShortestPathSearch: Sendable {
  /// The length of the shortest path from the source to each node, infinity where there is none.
  private(set) var distance: [Double]

  /// The reached nodes in the order of their distance, the source first.
  private(set) var order: [UInt32] = []

  /// The place of each reached node in ``order``, −1 where it was not reached.
  private(set) var rank: [Int32]

  private var queue = DistanceQueue()

  /// The number of reached nodes, the source included.
  var reachedCount: Int { order.count }

  /// The sum of the distances of all reached nodes.
  var sumOfDistances: Double { order.reduce(0) { $0 + distance[Int($1)] } }

  /// The sum of 1 / distance over all reached nodes but the source.
  var sumOfReciprocals: Double { order.dropFirst().reduce(0) { $0 + 1 / distance[Int($1)] } }

  /// Creates the working memory for graphs with a number of nodes.
  init(nodeCount: Int) {
    distance = [Double](repeating: .infinity, count: nodeCount)
    rank = [Int32](repeating: -1, count: nodeCount)
    order.reserveCapacity(nodeCount)
  }

  /// Finds the distances to all nodes that arcs lead to from a source.
  mutating func run(from source: Int, over arcs: Arcs) {
    guard let lengths = arcs.values else { preconditionFailure("the arcs have no lengths") }
    for node in order {
      distance[Int(node)] = .infinity
      rank[Int(node)] = -1
    }
    order.removeAll(keepingCapacity: true)
    distance[source] = 0
    queue.insert(source, at: 0)
    while let (node, nodeDistance) = queue.removeNearest() {
      // An entry that a shorter path has overtaken is still in the queue.
      guard rank[node] < 0 else { continue }
      rank[node] = Int32(truncatingIfNeeded: order.count)
      order.append(UInt32(truncatingIfNeeded: node))
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] {
        let end = Int(arcs.ends[arc])
        let candidate = nodeDistance + lengths[arc]
        if candidate < distance[end] {
          distance[end] = candidate
          queue.insert(end, at: candidate)
        }
      }
    }
  }

  /// Whether a shortest path from the source may end with an arc, both of whose nodes were reached.
  ///
  /// Sums of distances are rounded, so lengths that differ by less than one part in 10¹⁰ count as
  /// equal. The ranks see to it that no two nodes precede each other.
  func isOnShortestPath(from node: Int, to end: Int, length: Double) -> Bool {
    rank[node] < rank[end]
      && distance[node] + length <= distance[end] * (1 + Self.relativeTolerance)
  }

  private static let relativeTolerance = 1e-10
}

/// A binary heap of nodes, nearest first; among equally near ones the least index first.
private struct DistanceQueue: Sendable {
  private var entries: [(node: Int, distance: Double)] = []

  private func precedes(_ first: Int, _ second: Int) -> Bool {
    let first = entries[first]
    let second = entries[second]
    return first.distance < second.distance
      || (first.distance == second.distance && first.node < second.node)
  }

  mutating func insert(_ node: Int, at distance: Double) {
    entries.append((node, distance))
    var child = entries.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard precedes(child, parent) else { return }
      entries.swapAt(child, parent)
      child = parent
    }
  }

  mutating func removeNearest() -> (node: Int, distance: Double)? {
    guard let nearest = entries.first else { return nil }
    entries.swapAt(0, entries.count - 1)
    entries.removeLast()
    var parent = 0
    while true {
      var least = parent
      let left = 2 * parent + 1
      if left < entries.count, precedes(left, least) { least = left }
      if left + 1 < entries.count, precedes(left + 1, least) { least = left + 1 }
      guard least != parent else { return nearest }
      entries.swapAt(parent, least)
      parent = least
    }
  }
}
