internal import GraphModels

extension SimpleEdges {
  /// Draws an R-MAT graph.
  ///
  /// For each edge, a quarter of the adjacency matrix is chosen again and again, as in Graph500:
  /// .57 the upper left, .19 the upper right and the lower left each, .05 the lower right. Nodes are then renumbered at random, so that numbers say nothing of degrees.
  ///
  /// - Parameters:
  ///   - scale: 2 to this power is the number of nodes before isolated ones are left out.
  ///   - edgesPerNode: How many edges are drawn a node; loops and repeated ones are left out.
  ///   - generator: Where the random numbers come from: `scale` of them an edge, then the order.
  /// - Returns: The edges.
  /// - SeeAlso: D. Chakrabarti, Y. Zhan, C. Faloutsos. R-MAT: a recursive model for graph mining.
  ///   SDM 2004.
  static func rmat(
    scale: Int, edgesPerNode: Int, using generator: inout SplitMix64
  ) -> SimpleEdges {
    let nodeCount = 1 << scale
    let drawnCount = edgesPerNode << scale
    var sources = [UInt32](repeating: 0, count: drawnCount)
    var targets = sources
    for edge in 0..<drawnCount {
      var source: UInt32 = 0
      var target: UInt32 = 0
      for _ in 0..<scale {
        let draw = generator.nextUnit()
        let isLower = draw >= 0.76
        let isRight = (draw >= 0.57 && !isLower) || draw >= 0.95
        source = source << 1 | (isLower ? 1 : 0)
        target = target << 1 | (isRight ? 1 : 0)
      }
      sources[edge] = source
      targets[edge] = target
    }
    let number = generator.nextPermutation(of: nodeCount)
    var draft = Draft(nodeCount: nodeCount, capacity: drawnCount)
    for edge in 0..<drawnCount {
      draft.add(Int(number[Int(sources[edge])]), Int(number[Int(targets[edge])]))
    }
    return SimpleEdges(draft)
  }
}
