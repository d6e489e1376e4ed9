public import GraphStructure

/// What random graphs have in common with the one they are compared with.
public enum UniformCondition: String, Sendable, CaseIterable {
  /// The number of nodes: every graph of so many is as likely, so that half of all pairs are tied.
  case size
  /// The number of nodes and of edges.
  case edges
  /// The number of nodes, of pairs tied both ways, one way, and not at all; for directed graphs.
  case dyadCensus
}

extension Graph {
  /// Returns how probable a number of this graph is among all graphs that have something in common
  /// with it (conditional uniform graph test).
  ///
  /// A number as high as that of a random graph of the same size and edges needs no other
  /// explanation than these. Self loops and parallel edges are left out, and random graphs have no
  /// strengths.
  ///
  /// - Parameters:
  ///   - condition: What random graphs have in common with this one.
  ///   - draws: How many are drawn, at least 1.
  ///   - seed: Equal seeds give equal results, on any number of threads.
  ///   - execution: Threads, progress and cancellation.
  ///   - statistic: The number of a graph, NaN where it is not defined; called on several threads
  ///     at once.
  /// - Returns: The test.
  /// - Throws: ``ComparisonError`` where the dyad census of an undirected graph is asked for, or a
  ///   parameter is out of range.
  /// - Complexity: O(draws · (*n* + *m*)) time and that of the number; O(draws · *n*²) given the
  ///   size alone.
  /// - SeeAlso: B. S. Anderson, C. Butts, K. Carley. The interaction of size and density with
  ///   graph-level indices. Social Networks 21, 1999.
  public func conditionalUniformTest(
    given condition: UniformCondition = .edges, draws: Int = 1000, seed: UInt64 = 1,
    execution: Execution = .standard, statistic: @Sendable (Graph) -> Double
  ) throws(ComparisonError) -> PermutationTest {
    try checkTries(draws, name: "draws")
    guard condition != .dyadCensus || isDirected else { throw .needsDirections }
    let model = UniformGraphs(like: self, condition)
    let made = execution.map(draws, chunkSize: 4, makeScratch: {}) { index, _ in
      var bits = RandomBits(ofReplicate: index, seed: seed)
      return statistic(model.graph(using: &bits))
    }
    return PermutationTest(observed: statistic(self), draws: made, isExact: false)
  }
}
