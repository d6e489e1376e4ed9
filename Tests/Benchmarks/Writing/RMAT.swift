internal import GraphModels
internal import GraphStructure

extension SimpleEdges {
  /// Draws an R-MAT graph with the quarters of Graph500, its nodes numbered at random.
  ///
  /// - Parameters:
  ///   - scale: 2 to this power is the number of nodes before isolated ones are left out.
  ///   - edgesPerNode: How many edges are drawn a node; loops and repeated ones are left out.
  ///   - generator: Where the random numbers come from: `scale` of them an edge, then the order.
  /// - Returns: The edges.
  /// - Throws: `ModelError` for numbers out of range.
  static func rmat(
    scale: Int, edgesPerNode: Int, using generator: inout SplitMix64
  ) throws -> SimpleEdges {
    let graph = try Graph.rmat(scale: scale, edgesPerNode: edgesPerNode, using: &generator)
    return SimpleEdges(Draft(graph) { $0 })
  }
}
