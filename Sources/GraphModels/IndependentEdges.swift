public import GraphStructure

extension Graph {
  /// Returns a random graph in which every pair is tied with the same probability, each apart:
  /// G(*n*, *p*).
  ///
  /// - Parameters:
  ///   - nodes: How many nodes there are.
  ///   - probability: That of each edge, 0…1.
  ///   - generator: Where the random numbers come from; one an edge.
  /// - Returns: A simple undirected graph.
  /// - Throws: ``ModelError`` for a probability outside 0…1, or where more than 2³² edges are
  ///   expected.
  /// - Complexity: O(*n* + *m*) on average.
  /// - SeeAlso: E. N. Gilbert. Random graphs. Annals of Mathematical Statistics 30, 1959.
  public static func gnp(
    nodes: Int, probability: Double, using generator: inout SplitMix64
  ) throws(ModelError) -> Graph {
    try ModelError.check("nodes", nodes, 0...ModelError.mostNodes)
    try ModelError.check("probability", probability: probability)
    let pairCount = PairOrder.count(of: nodes)
    let expected = Double(pairCount) * probability
    try ModelError.check(expectedEdges: expected)
    guard probability > 0 else { return try EdgeColumns().graph(nodeCount: nodes) }
    let skips = GeometricSkips(probability: probability)
    var edges = EdgeColumns(capacity: Int(expected * 1.1) + 16)
    var pairs = PairOrder(nodeCount: nodes)
    var place = 0
    while let skip = skips.next(of: pairCount - place, using: &generator) {
      let (source, target) = pairs.pair(at: place + skip)
      edges.append(source, target)
      place += skip + 1
    }
    return try edges.graph(nodeCount: nodes)
  }
}
