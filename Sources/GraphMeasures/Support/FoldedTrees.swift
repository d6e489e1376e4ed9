/// An undirected graph whose hanging trees are folded into the nodes that they hang on.
///
/// Nodes of one arc are taken away until none is left, as all paths from one lead over its
/// neighbor. What remains is the core, each of whose nodes stands for itself and what is folded
/// into it. A component that is a tree folds into one node.
///
/// - SeeAlso: A. E. Sarıyüce, K. Kaya, E. Saule, Ü. V. Çatalyürek. Graph manipulations for fast
///   centrality computation. ACM Transactions on Knowledge Discovery from Data 11, 2017.
struct FoldedTrees: Sendable {
  /// The arcs between nodes of the core, with their values; others have none.
  let core: Arcs

  /// How many nodes each node stands for: itself and those folded into it or into these.
  let weights: [Double]

  /// For each node the ordered pairs of others that it parts, as each lies in another of the trees
  /// hanging on it, or one in a tree and one in the rest of the component.
  let scores: [Double]

  /// Each folded node, the neighbor that it was folded into, and the ordered pairs of nodes that
  /// the edge between the two parts.
  let edges: [(node: Int, neighbor: Int, pairs: Double)]

  /// Folds the trees of a graph.
  ///
  /// - Parameter arcs: The arcs, both ways, without self loops and parallel arcs.
  init(_ arcs: Arcs) {
    let nodeCount = arcs.nodeCount
    var degrees = (0..<nodeCount).map { arcs.degree(of: $0) }
    // The neighbors that are left, all combined by exclusive or: of one, that is itself.
    var others = (0..<nodeCount).map { node in
      arcs.ends[arcs.offsets[node]..<arcs.offsets[node + 1]].reduce(0, ^)
    }
    var weights = [Double](repeating: 1, count: nodeCount)
    var squares = [Double](repeating: 0, count: nodeCount)
    var folded = (0..<nodeCount).filter { degrees[$0] == 1 }
    var head = 0
    while head < folded.count {
      let node = folded[head]
      head += 1
      // Of two that are left the other may have been folded into this one.
      guard degrees[node] == 1 else { continue }
      let parent = Int(others[node])
      degrees[node] = -1
      degrees[parent] -= 1
      others[parent] ^= UInt32(truncatingIfNeeded: node)
      weights[parent] += weights[node]
      squares[parent] += weights[node] * weights[node]
      if degrees[parent] == 1 { folded.append(parent) }
    }
    let isFolded = degrees.map { $0 < 0 }
    core = Self.arcs(arcs, without: isFolded)
    self.weights = weights
    // How many nodes each component has: its core knows, and hands it on to the folded ones.
    var componentSizes = Self.coreSizes(core, isFolded, weights)
    for node in folded.reversed() where isFolded[node] {
      componentSizes[node] = componentSizes[Int(others[node])]
    }
    edges = folded.filter { isFolded[$0] }.map { node in
      (node, Int(others[node]), 2 * weights[node] * (componentSizes[node] - weights[node]))
    }
    scores = (0..<nodeCount).map { node in
      let hanging = weights[node] - 1
      return hanging * hanging - squares[node]
        + 2 * hanging * (componentSizes[node] - weights[node])
    }
  }

  private static func arcs(_ arcs: Arcs, without isFolded: [Bool]) -> Arcs {
    var offsets = [0]
    offsets.reserveCapacity(arcs.offsets.count)
    var ends: [UInt32] = []
    ends.reserveCapacity(arcs.ends.count)
    var values: [Double] = []
    for node in isFolded.indices {
      if !isFolded[node] {
        for arc in arcs.offsets[node]..<arcs.offsets[node + 1]
        where !isFolded[Int(arcs.ends[arc])] {
          ends.append(arcs.ends[arc])
          if let value = arcs.values?[arc] { values.append(value) }
        }
      }
      offsets.append(ends.count)
    }
    return Arcs(offsets: offsets, ends: ends, values: arcs.values == nil ? nil : values)
  }

  /// Returns for each node of the core the weight of its component.
  private static func coreSizes(_ core: Arcs, _ isFolded: [Bool], _ weights: [Double]) -> [Double] {
    var sizes = [Double](repeating: 0, count: core.nodeCount)
    var search = BreadthFirstSearch(nodeCount: core.nodeCount)
    for root in 0..<core.nodeCount where !isFolded[root] && sizes[root] == 0 {
      search.run(from: root, over: core)
      let members = search.queue[..<search.reachedCount]
      let size = members.reduce(0) { $0 + weights[Int($1)] }
      for member in members { sizes[Int(member)] = size }
    }
    return sizes
  }
}
