extension Graph {
  /// Returns the same graph with distances made of its strengths: *d* = 1/*s*, so that the
  /// strongest tie is the shortest.
  ///
  /// Strength and distance are different numbers; no measure turns one into the other unasked.
  /// Distances that were there before are replaced. Strengths are those of the finished graph,
  /// after parallel edges were merged.
  ///
  /// - Returns: The graph with distances.
  /// - Throws: ``GraphError/noStrengths`` for a graph without strengths, and
  ///   ``GraphError/strengthNotPositive(_:source:target:)`` for a strength that cannot divide.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: M. E. J. Newman. Scientific collaboration networks II. Physical Review E 64, 2001.
  public func withInverseStrengthDistances() throws(GraphError) -> Graph {
    guard let strengths = outgoing.strengths else { throw .noStrengths }
    for node in nodes {
      for arc in outgoing.arcs(of: node) where !(strengths[arc] > 0) {
        throw .strengthNotPositive(
          strengths[arc], source: node, target: Int(outgoing.ends[arc]))
      }
    }
    let rows = Rows(
      offsets: outgoing.offsets, ends: outgoing.ends, strengths: strengths,
      distances: Column(strengths.map { 1 / $0 }))
    return Graph(
      outgoing: rows, isDirected: isDirected,
      givenEdgeCount: edgeCount + mergedEdgeCount + droppedLoopCount,
      droppedLoopCount: droppedLoopCount)
  }
}
