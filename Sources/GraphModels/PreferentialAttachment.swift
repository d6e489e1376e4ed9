public import GraphStructure

extension Graph {
  /// Returns a random graph that grew by preferential attachment (Barabási and Albert).
  ///
  /// Some nodes are there, without edges; the first that comes ties itself to them all, and each
  /// that follows to as many different ones, a node as likely as its degree. Numbers follow age.
  ///
  /// - Parameters:
  ///   - nodes: How many nodes there are in the end, more than `edgesPerNode`.
  ///   - edgesPerNode: To how many nodes each one ties itself, at least 1; so many are there at the
  ///     start.
  ///   - generator: Where the random numbers come from.
  /// - Returns: A simple undirected graph of (`nodes` − `edgesPerNode`) · `edgesPerNode` edges.
  /// - Throws: ``ModelError`` for numbers out of range.
  /// - Complexity: O(*n* + *m*) on average, for `edgesPerNode` small beside `nodes`.
  /// - SeeAlso: A.-L. Barabási, R. Albert. Emergence of scaling in random networks. Science 286,
  ///   1999.
  public static func preferentialAttachment(
    nodes: Int, edgesPerNode: Int, using generator: inout SplitMix64
  ) throws(ModelError) -> Graph {
    try ModelError.check("nodes", nodes, 2...ModelError.mostNodes)
    try ModelError.check("edges per node", edgesPerNode, 1...(nodes - 1))
    let edgeCount = (nodes - edgesPerNode) * edgesPerNode
    try ModelError.check(expectedEdges: Double(edgeCount))
    // Every end of every edge: a uniform choice among them chooses nodes by their degree.
    var ends: [UInt32] = []
    ends.reserveCapacity(2 * edgeCount)
    var lastChooser = [UInt32](repeating: 0, count: nodes)
    for node in edgesPerNode..<nodes {
      let drawnFrom = ends.count
      var first = 0
      for _ in 0..<edgesPerNode {
        var chosen: UInt32
        if drawnFrom == 0 {
          chosen = UInt32(first)
          first += 1
        } else {
          repeat {
            chosen = ends[generator.nextIndex(below: drawnFrom)]
          } while lastChooser[Int(chosen)] == UInt32(node)
          lastChooser[Int(chosen)] = UInt32(node)
        }
        ends.append(UInt32(node))
        ends.append(chosen)
      }
    }
    var edges = EdgeColumns(capacity: edgeCount)
    for position in stride(from: 0, to: ends.count, by: 2) {
      edges.append(Int(ends[position + 1]), Int(ends[position]))
    }
    return try edges.graph(nodeCount: nodes)
  }
}
