public import GraphStructure

extension Graph {
  /// The share of all possible edges that there are.
  ///
  /// > undirected 2*m* / (*n* (*n* − 1)), directed *m* / (*n* (*n* − 1))
  ///
  /// Self loops are not counted, parallel edges count once. NaN for fewer than two nodes.
  ///
  /// - Complexity: O(*n* + *m*).
  public var density: Double {
    // An undirected edge is two arcs, so one formula serves both.
    Double(simpleArcs(.outgoing).ends.count) / Double(nodeCount * (nodeCount - 1))
  }
}
