/// A breadth-first search whose working memory serves one source after another.
///
/// A run costs what it reaches, not the size of the graph: the next run clears only the nodes that
/// the one before has visited.
struct BreadthFirstSearch: Sendable {
  /// The steps from the source to each node, −1 where it was not reached.
  private(set) var distance: [Int32]

  /// The reached nodes in the order of their distance, in the first ``reachedCount`` places.
  private(set) var queue: [UInt32]

  /// How many nodes lie within 0, 1, 2, … steps of the source, itself included.
  ///
  /// The last entry is the number of all reached nodes, so there is one entry more than the
  /// farthest of them is steps away.
  private(set) var countWithin: [Int] = []

  /// The number of reached nodes, the source included.
  var reachedCount: Int { countWithin.last ?? 0 }

  /// Creates the working memory for graphs with a number of nodes.
  init(nodeCount: Int) {
    distance = [Int32](repeating: -1, count: nodeCount)
    queue = [UInt32](repeating: 0, count: nodeCount)
  }

  /// Finds all nodes that arcs lead to from a source.
  mutating func run(from source: Int, over arcs: Arcs) {
    for position in 0..<reachedCount { distance[Int(queue[position])] = -1 }
    countWithin.removeAll(keepingCapacity: true)
    Self.search(
      from: source, over: arcs, distance: &distance, queue: &queue, countWithin: &countWithin)
  }

  private static func search(
    from source: Int, over arcs: Arcs, distance: inout [Int32], queue: inout [UInt32],
    countWithin: inout [Int]
  ) {
    let offsets = arcs.offsets.span
    let ends = arcs.ends.span
    var distance = distance.mutableSpan
    var queue = queue.mutableSpan
    queue[0] = UInt32(truncatingIfNeeded: source)
    distance[source] = 0
    var head = 0
    var tail = 1
    var steps = 0
    countWithin.append(tail)
    while head < tail {
      steps += 1
      let levelEnd = tail
      while head < levelEnd {
        let node = Int(queue[head])
        head += 1
        for arc in offsets[node]..<offsets[node + 1] {
          let end = ends[arc]
          if distance[Int(end)] < 0 {
            distance[Int(end)] = Int32(truncatingIfNeeded: steps)
            queue[tail] = end
            tail += 1
          }
        }
      }
      if tail > levelEnd { countWithin.append(tail) }
    }
  }
}
