internal import GraphModels

extension SimpleEdges {
  /// Draws a small world: nodes on a ring, each tied to the nearest ones, and some of these ties
  /// led to a random node instead.
  ///
  /// Numbers follow the ring. Where a tie is led to its own node or to one that is tied already,
  /// it is lost, so there are slightly fewer edges than on the ring.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - neighborCount: How many nodes each is tied to before; even.
  ///   - rewiring: The share of ties that are led elsewhere.
  ///   - generator: Where the random numbers come from.
  /// - Returns: The edges.
  /// - SeeAlso: D. J. Watts, S. H. Strogatz. Collective dynamics of "small-world" networks. Nature
  ///   393, 1998.
  static func smallWorld(
    nodeCount: Int, neighborCount: Int, rewiring: Double, using generator: inout SplitMix64
  ) -> SimpleEdges {
    precondition(neighborCount.isMultiple(of: 2) && nodeCount > neighborCount)
    var draft = Draft(nodeCount: nodeCount, capacity: nodeCount * neighborCount / 2)
    for node in 0..<nodeCount {
      for step in 1...(neighborCount / 2) {
        let isRewired = generator.nextUnit() < rewiring
        draft.add(
          node, isRewired ? generator.nextIndex(below: nodeCount) : (node + step) % nodeCount)
      }
    }
    return SimpleEdges(draft)
  }
}
