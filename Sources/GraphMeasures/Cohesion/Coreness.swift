public import GraphStructure

extension Graph {
  /// Returns the coreness of every node, indexed by node.
  ///
  /// > *c*(*v*) = the greatest *k* for which *v* lies in the *k*-core
  ///
  /// where the *k*-core is the largest set of nodes each of which has at least *k* neighbors within
  /// the set. It is what is left when nodes with fewer than *k* neighbors are deleted again and
  /// again. Directions and self loops are ignored, parallel edges count once, so that an isolated
  /// node has coreness 0, as in networkx and igraph.
  ///
  /// Nodes are peeled level by level. A level begins with a look at every node that is left, which
  /// costs each node one look for each unit of its coreness, and coreness is at most degree: so
  /// the work stays linear without the positions that buckets need for every lost edge.
  ///
  /// - Returns: The coreness of each node.
  /// - Complexity: O(*n* + *m*) time and O(*n*) space; a directed graph is made undirected first,
  ///   which takes O(*m*) space.
  /// - SeeAlso: S. B. Seidman. Network structure and minimum degree. Social Networks 5, 1983;
  ///   V. Batagelj, M. Zaveršnik. An O(m) algorithm for cores decomposition of networks.
  ///   arXiv:cs/0310049, 2003.
  public func coreness() -> [Int] {
    let arcs = neighborArcs()
    let nodeCount = nodeCount
    // How many neighbors are left; once a node is peeled, its coreness.
    var degrees = nodes.map { UInt32(truncatingIfNeeded: arcs.degree(of: $0)) }
    var left = nodes.map { UInt32(truncatingIfNeeded: $0) }
    // One place more than nodes: every neighbor is written, but kept only where it is due.
    var queue = [UInt32](repeating: 0, count: nodeCount + 1)
    arcs.peel(&degrees, left: &left, queue: &queue)
    return degrees.map { Int($0) }
  }
}

extension Arcs {
  /// Lowers the degrees of nodes to their coreness.
  ///
  /// - Parameters:
  ///   - degrees: The number of neighbors of each node; then its coreness.
  ///   - left: All nodes; overwritten.
  ///   - queue: Room for one node more than there are.
  fileprivate func peel(
    _ degrees: inout [UInt32], left: inout [UInt32], queue: inout [UInt32]
  ) {
    let offsets = offsets.span
    let ends = ends.span
    var degrees = degrees.mutableSpan
    var left = left.mutableSpan
    var queue = queue.mutableSpan
    var leftCount = left.count
    var level: UInt32 = 0
    var tail = 0
    var head = 0
    while leftCount > 0 {
      // Who has lost all but `level` neighbors goes now; levels that nobody leaves at are skipped.
      var keptCount = 0
      var least = UInt32.max
      for position in 0..<leftCount {
        let node = left[position]
        let degree = degrees[Int(node)]
        if degree < level { continue }
        if degree == level {
          queue[tail] = node
          tail += 1
        } else {
          left[keptCount] = node
          keptCount += 1
          least = min(least, degree)
        }
      }
      leftCount = keptCount
      if head == tail {
        level = least
        continue
      }
      while head < tail {
        let node = Int(queue[head])
        head += 1
        for arc in offsets[node]..<offsets[node + 1] {
          let end = ends[arc]
          let degree = degrees[Int(end)]
          // Without branches, since half of all neighbors are gone and no guess would hold.
          degrees[Int(end)] = degree &- (degree > level ? 1 : 0)
          queue[tail] = end
          tail += degree == level + 1 ? 1 : 0
        }
      }
      level += 1
    }
  }
}
