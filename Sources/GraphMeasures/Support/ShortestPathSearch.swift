/// Dijkstra's search whose working memory serves one source after another.
struct ShortestPathSearch<Length: PathLength>: Sendable {
  /// The length of the shortest path from the source to each node, the farthest where there is
  /// none.
  private(set) var distance: [Length]

  /// The reached nodes in the order of their distance, the source first.
  private(set) var order: [UInt32] = []

  private let arcs: Arcs
  private let lengths: [Length]
  private var queue: Length.Queue

  /// Creates the working memory of a search.
  ///
  /// - Parameters:
  ///   - arcs: The arcs.
  ///   - lengths: The length of each, above 0.
  init(_ arcs: Arcs, lengths: [Length]) {
    self.arcs = arcs
    self.lengths = lengths
    distance = [Length](repeating: .farthest, count: arcs.nodeCount)
    order.reserveCapacity(arcs.nodeCount)
    queue = Length.Queue(longestArc: lengths.max() ?? .zero)
  }

  /// Finds the distances to all nodes that arcs lead to from a source.
  mutating func run(from source: Int) {
    for node in order { distance[Int(node)] = .farthest }
    order.removeAll(keepingCapacity: true)
    Self.search(from: source, arcs, lengths, &distance, &order, &queue)
  }

  private static func search(
    from source: Int, _ arcs: Arcs, _ lengths: [Length], _ distance: inout [Length],
    _ order: inout [UInt32], _ queue: inout Length.Queue
  ) {
    let offsets = arcs.offsets.span
    let ends = arcs.ends.span
    let lengths = lengths.span
    var distances = distance.mutableSpan
    distances[source] = .zero
    queue.insert(UInt32(truncatingIfNeeded: source), at: .zero)
    while let (entry, nodeDistance) = queue.removeNearest() {
      let node = Int(entry)
      // An entry that a shorter path has overtaken is still in the queue.
      guard nodeDistance == distances[node] else { continue }
      order.append(entry)
      for arc in offsets[node]..<offsets[node + 1] {
        let end = Int(ends[arc])
        let candidate = nodeDistance + lengths[arc]
        if candidate < distances[end] {
          distances[end] = candidate
          queue.insert(ends[arc], at: candidate)
        }
      }
    }
  }
}
