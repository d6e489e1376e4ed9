public import GraphStructure

extension Graph {
  /// Returns the betweenness of every node, counting steps.
  ///
  /// > *B*(*v*) = Σ σ(*s*, *t* | *v*) / σ(*s*, *t*) over all pairs *s* ≠ *v* ≠ *t*
  ///
  /// where σ(*s*, *t*) counts the shortest paths from *s* to *t* and σ(*s*, *t* | *v*) those that
  /// pass through *v*. Raw scores count each pair once in an undirected graph, both ways in a
  /// directed one. Self loops and parallel edges change nothing.
  ///
  /// - Note: Paths are counted as `Double`: beyond 2⁵³ of them the ratios are rounded. Where there
  ///   are more than 2¹⁹⁰⁰ between two nodes they are counted with exponents of their own, so the
  ///   scores stay right, but take longer.
  /// - Parameters:
  ///   - scaling: `.scaled` divides by the number of pairs of other nodes, (*n* − 1)(*n* − 2) / 2
  ///     in an undirected graph and (*n* − 1)(*n* − 2) in a directed one, so that the centre of a
  ///     star scores 1.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores, indexed by node; all are 0 where there are fewer than three nodes.
  /// - Complexity: O(*n* + *m*) and, in each biconnected component, O(*n* (*n* + *m*)) time;
  ///   O(*n*) space a thread.
  /// - SeeAlso: U. Brandes. A faster algorithm for betweenness centrality. Journal of Mathematical
  ///   Sociology 25, 2001; L. C. Freeman. A set of measures of centrality based on betweenness.
  ///   Sociometry 40, 1977.
  public func betweenness(
    scaling: Scaling = .scaled, execution: Execution = .standard
  ) -> [Double] {
    betweenness(bytesPerThread: nil, scaling: scaling, execution: execution)
  }

  /// Returns the betweenness of every node, counting steps, within a bound on working memory.
  ///
  /// Scores may differ in their last bits from those without a bound, as sums have another order.
  ///
  /// - Parameters:
  ///   - bytesPerThread: How much working memory a thread may take. Batches of eight sources need
  ///     242 bytes for each node of the largest biconnected component, of four 126, of two 68; where
  ///     that is too much, sources are searched from one by one with 28 bytes a node and 16 for each
  ///     arc on shortest paths.
  ///   - scaling: As in ``betweenness(scaling:execution:)``.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores, indexed by node.
  package func betweenness(
    bytesPerThread: Int?, scaling: Scaling, execution: Execution
  ) -> [Double] {
    let sums = betweennessSums(
      simpleArcs(.outgoing), reversed: isDirected ? simpleArcs(.incoming) : nil,
      bytesPerThread: bytesPerThread, execution)
    return scaledBetweenness(sums, scaling)
  }

  /// Returns the betweenness of every node, by steps or by distances.
  ///
  /// The definition is that of ``betweenness(scaling:execution:)``; by distances a path is as long
  /// as the sum of its arcs, and of parallel edges the shortest counts. Sums are rounded, so paths
  /// whose lengths differ by less than one part in 10¹⁰ count as equally long.
  ///
  /// - Parameters:
  ///   - lengths: `.steps` counts arcs, `.distances` adds their distances, which must be above 0.
  ///   - scaling: As in ``betweenness(scaling:execution:)``.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores, indexed by node.
  /// - Throws: ``MeasureError/noDistances`` or ``MeasureError/distanceNotPositive(_:source:target:)``
  ///   where lengths are `.distances` and the graph cannot give them.
  /// - Complexity: O(*n* (*n* + *m*)) time by distances that are whole multiples, at most 1024,
  ///   of one unit, as whole numbers and tenths are; otherwise O(*n* (*n* + *m*) log *n*).
  public func betweenness(
    lengths: Lengths, scaling: Scaling = .scaled, execution: Execution = .standard
  ) throws(MeasureError) -> [Double] {
    guard lengths == .distances else {
      return betweenness(scaling: scaling, execution: execution)
    }
    let sums = betweennessSums(
      try lengthArcs(.outgoing), reversed: isDirected ? try lengthArcs(.incoming) : nil, execution)
    return scaledBetweenness(sums, scaling)
  }

  /// Returns the scores that are not scaled yet.
  ///
  /// - Parameters:
  ///   - simple: The arcs without self loops and parallel arcs.
  ///   - reversed: The same arcs turned round; nil where the graph is undirected.
  ///   - bytesPerThread: How much working memory a thread may take.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The sums over all ordered pairs.
  private func betweennessSums(
    _ simple: Arcs, reversed: Arcs?, bytesPerThread: Int? = nil, _ execution: Execution
  ) -> [Double] {
    let blocks = isDirected ? nil : SplitBlocks(simple)
    let arcs = OrderedArcs(blocks?.arcs ?? simple, reversed: reversed).inBatches(of: 8)
    let sums = arcs.dependencySums(
      of: .nodes, weights: blocks?.weights, bytesPerThread: bytesPerThread, execution)
    var scores = blocks?.scores ?? [Double](repeating: 0, count: nodeCount)
    for (place, node) in arcs.nodes.enumerated() {
      scores[Int(blocks?.nodes[Int(node)] ?? node)] += sums[place]
    }
    return scores
  }

  /// Scales sums over all ordered pairs.
  private func scaledBetweenness(_ sums: [Double], _ scaling: Scaling) -> [Double] {
    var scores = sums
    switch scaling {
    case .raw: scores.divide(by: isDirected ? 1 : 2)
    case .scaled: scores.divide(by: Double((nodeCount - 1) * (nodeCount - 2)))
    case .l2: scores.scaleToUnitLength()
    }
    return scores
  }
}
