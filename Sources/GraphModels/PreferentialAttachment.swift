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
    // Of all ends of all edges, two an edge, a uniform choice takes nodes by their degree. Every
    // second end is the node that came, which its place tells; only the others are looked up.
    var edges = EdgeColumns(capacity: edgeCount)
    for first in 0..<edgesPerNode { edges.append(first, edgesPerNode) }
    var lastChooser = [UInt32](repeating: 0, count: nodes)
    for node in (edgesPerNode + 1)..<max(nodes, edgesPerNode + 1) {
      let drawnFrom = 2 * edges.sources.count
      for _ in 0..<edgesPerNode {
        var chosen: Int
        repeat {
          let end = generator.nextIndex(below: drawnFrom)
          chosen =
            end.isMultiple(of: 2)
            ? edgesPerNode + end / 2 / edgesPerNode : Int(edges.sources[end / 2])
        } while lastChooser[chosen] == UInt32(node)
        lastChooser[chosen] = UInt32(node)
        edges.append(chosen, node)
      }
    }
    return try edges.graph(nodeCount: nodes)
  }
}
