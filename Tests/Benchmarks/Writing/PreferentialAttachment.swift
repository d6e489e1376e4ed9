internal import GraphModels
internal import GraphStructure

extension SimpleEdges {
  /// Draws a graph by preferential attachment, and shuffles the numbers of its nodes.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - edgesPerNode: To how many nodes each one ties itself.
  ///   - generator: Where the random numbers come from.
  /// - Returns: The edges.
  /// - Throws: `ModelError` for numbers out of range.
  static func preferentialAttachment(
    nodeCount: Int, edgesPerNode: Int, using generator: inout SplitMix64
  ) throws -> SimpleEdges {
    let graph = try Graph.preferentialAttachment(
      nodes: nodeCount, edgesPerNode: edgesPerNode, using: &generator)
    var number = Array(graph.nodes)
    generator.shuffle(&number)
    return SimpleEdges(Draft(graph) { number[$0] })
  }
}
