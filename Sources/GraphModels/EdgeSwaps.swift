public import GraphStructure

extension Graph {
  /// Returns a random graph in which every node has as many edges as in this one.
  ///
  /// Again and again two edges *a*–*b* and *c*–*d* are drawn, and become *a*–*d* and *c*–*b* unless
  /// that would make a self loop or a parallel edge; which end of each is *a* and *c* is drawn
  /// too. In a directed graph arcs keep their beginnings, so that both degrees stay. Enough swaps
  /// lead to all simple graphs of these degrees alike; ten an edge are usual.
  ///
  /// - Parameters:
  ///   - swapsPerEdge: How many swaps an edge are tried, 0 or more; those that are refused count.
  ///   - generator: Where the random numbers come from.
  /// - Returns: The graph, without strengths and distances. Self loops and parallel edges of this
  ///   graph are left out.
  /// - Throws: Nothing for a graph that exists; the type is that of building one.
  /// - Complexity: O(*n* + *m* · `swapsPerEdge`) on average.
  /// - SeeAlso: S. Maslov, K. Sneppen. Specificity and stability in topology of protein networks.
  ///   Science 296, 2002; R. Milo and others. On the uniform generation of random graphs with
  ///   prescribed degree sequences. arXiv:cond-mat/0312028, 2003.
  public func rewired(
    swapsPerEdge: Int = 10, using generator: inout SplitMix64
  ) throws(GraphError) -> Graph {
    precondition(swapsPerEdge >= 0, "swaps an edge are 0 or more")
    var edges = simpleEdges
    var known = Set(edges.map { key($0.source, $0.target) })
    guard edges.count > 1 else { return try Graph(nodeCount: nodeCount, edges, isDirected) }
    for _ in 0..<(swapsPerEdge * edges.count) {
      let first = generator.nextIndex(below: edges.count)
      let second = generator.nextIndex(below: edges.count)
      let (a, b) = edges[first]
      let isTurned = !isDirected && generator.nextIndex(below: 2) == 1
      let (c, d) = isTurned ? (edges[second].target, edges[second].source) : edges[second]
      guard first != second, a != d, c != b, !known.contains(key(a, d)),
        !known.contains(key(c, b))
      else { continue }
      known.remove(key(a, b))
      known.remove(key(c, d))
      known.insert(key(a, d))
      known.insert(key(c, b))
      edges[first] = (a, d)
      edges[second] = (c, b)
    }
    return try Graph(nodeCount: nodeCount, edges, isDirected)
  }

  /// The edges without self loops, parallel ones once, in the order of the rows.
  private var simpleEdges: [(source: Int, target: Int)] {
    var edges: [(source: Int, target: Int)] = []
    for node in nodes {
      var last = -1
      for arc in outgoing.arcs(of: node) {
        let end = Int(outgoing.ends[arc])
        if end != last, end != node, isDirected || node < end { edges.append((node, end)) }
        last = end
      }
    }
    return edges
  }

  private func key(_ source: Int, _ target: Int) -> UInt64 {
    let (low, high) = isDirected || source < target ? (source, target) : (target, source)
    return UInt64(low) << 32 | UInt64(high)
  }

  private init(
    nodeCount: Int, _ edges: [(source: Int, target: Int)], _ isDirected: Bool
  ) throws(GraphError) {
    try self.init(nodeCount: nodeCount, edges: edges, isDirected: isDirected)
  }
}
