internal import GraphModels

/// The kinds of graphs that measurements run on.
enum GraphKind: String, CaseIterable {
  /// Skewed degrees and no order: the hard case for caches.
  case rmat
  /// Preferential attachment: hubs, short distances, hardly a triangle.
  case ba
  /// Small world: equal degrees, many triangles, long distances.
  case ws
  /// Caveman: groups of people who all know each other, tied by a few.
  case caveman
  /// A square grid: long distances, very many shortest paths.
  case grid

  /// Draws a graph with the parameters that the results are stated for.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes before those without an edge are left out; a power of 2
  ///     for `rmat`, for `caveman` rounded down to whole groups of 16, for
  ///     `grid` to a square.
  ///   - generator: Where the random numbers come from.
  /// - Returns: The edges.
  /// - Throws: `ModelError` for numbers out of range.
  func drawn(nodeCount: Int, using generator: inout SplitMix64) throws -> SimpleEdges {
    switch self {
    case .rmat:
      try .rmat(scale: nodeCount.trailingZeroBitCount, edgesPerNode: 16, using: &generator)
    case .ba:
      try .preferentialAttachment(nodeCount: nodeCount, edgesPerNode: 5, using: &generator)
    case .ws:
      .smallWorld(nodeCount: nodeCount, neighborCount: 10, rewiring: 0.05, using: &generator)
    case .caveman:
      .caveman(groupCount: nodeCount / 16, groupSize: 16, using: &generator)
    case .grid: .grid(side: Int(Double(nodeCount).squareRoot()))
    }
  }
}
