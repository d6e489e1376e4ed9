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
    return swapped(swapsPerEdge: swapsPerEdge, using: &generator)
  }

  func swapped(swapsPerEdge: Int, using generator: inout SplitMix64) -> Graph {
    var (sources, targets) = simpleEdges
    let count = sources.count
    if count > 1 {
      var known = EdgeTable(capacity: count)
      for edge in sources.indices { known.insert(key(sources[edge], targets[edge])) }
      for _ in 0..<(swapsPerEdge * count) {
        let first = generator.nextIndex(below: count)
        let second = generator.nextIndex(below: count)
        let isTurned = !isDirected && generator.nextIndex(below: 2) == 1
        let (a, b) = (sources[first], targets[first])
        let (c, d) =
          isTurned ? (targets[second], sources[second]) : (sources[second], targets[second])
        guard first != second, a != d, c != b, !known.contains(key(a, d)),
          !known.contains(key(c, b))
        else { continue }
        known.remove(key(a, b))
        known.remove(key(c, d))
        known.insert(key(a, d))
        known.insert(key(c, b))
        targets[first] = d
        (sources[second], targets[second]) = (c, b)
      }
    }
    do {
      return try Graph(
        nodeCount: nodeCount, sources: sources, targets: targets, isDirected: isDirected)
    } catch {
      preconditionFailure("ends of a graph's own edges are its nodes")
    }
  }

  /// The ends of edges without self loops, parallel ones once, in the order of the rows.
  private var simpleEdges: (sources: [UInt32], targets: [UInt32]) {
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    sources.reserveCapacity(edgeCount)
    targets.reserveCapacity(edgeCount)
    for node in nodes {
      var last = -1
      for arc in outgoing.arcs(of: node) {
        let end = Int(outgoing.ends[arc])
        if end != last, end != node, isDirected || node < end {
          sources.append(UInt32(node))
          targets.append(UInt32(end))
        }
        last = end
      }
    }
    return (sources, targets)
  }

  @inline(__always)
  private func key(_ source: UInt32, _ target: UInt32) -> UInt64 {
    let (low, high) = isDirected || source < target ? (source, target) : (target, source)
    return UInt64(low) << 32 | UInt64(high)
  }
}
