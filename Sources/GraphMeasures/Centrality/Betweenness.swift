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
  /// - Note: Paths are counted as `Double`: beyond 2⁵³ of them the ratios are rounded, and where
  ///   there are more than about 10³⁰⁸ between two nodes the scores are NaN.
  /// - Parameters:
  ///   - scaling: `.scaled` divides by the number of pairs of other nodes, (*n* − 1)(*n* − 2) / 2
  ///     in an undirected graph and (*n* − 1)(*n* − 2) in a directed one, so that the centre of a
  ///     star scores 1.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores, indexed by node; all are 0 where there are fewer than three nodes.
  /// - Complexity: O(*n* (*n* + *m*)) time, O(*n*) space a thread.
  /// - SeeAlso: U. Brandes. A faster algorithm for betweenness centrality. Journal of Mathematical
  ///   Sociology 25, 2001; L. C. Freeman. A set of measures of centrality based on betweenness.
  ///   Sociometry 40, 1977.
  public func betweenness(
    scaling: Scaling = .scaled, execution: Execution = .standard
  ) -> [Double] {
    let arcs = simpleArcs(.outgoing)
    let sums = dependencySums(
      execution, makeScratch: { BreadthFirstDependencies(nodeCount: arcs.nodeCount) }
    ) { source, dependencies, scores in
      dependencies.add(from: source, over: arcs, to: &scores)
    }
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
  /// - Complexity: O(*n* (*n* + *m*) log *n*) by distances.
  public func betweenness(
    lengths: Lengths, scaling: Scaling = .scaled, execution: Execution = .standard
  ) throws(MeasureError) -> [Double] {
    guard lengths == .distances else {
      return betweenness(scaling: scaling, execution: execution)
    }
    let arcs = try lengthArcs(.outgoing)
    let sums = dependencySums(
      execution, makeScratch: { ShortestPathDependencies(nodeCount: arcs.nodeCount) }
    ) { source, dependencies, scores in
      dependencies.add(from: source, over: arcs, to: &scores)
    }
    return scaledBetweenness(sums, scaling)
  }

  /// Adds up what every source contributes to the score of each node.
  private func dependencySums<Scratch>(
    _ execution: Execution, makeScratch: @Sendable () -> Scratch,
    add: @Sendable (Node, inout Scratch, inout [Double]) -> Void
  ) -> [Double] {
    let nodeCount = nodeCount
    return execution.reduceChunks(
      of: nodeCount, chunkSize: Execution.sourcesPerChunk,
      into: [Double](repeating: 0, count: nodeCount), makeScratch: makeScratch,
      work: { sources, scratch in
        var scores = [Double](repeating: 0, count: nodeCount)
        for source in sources { add(source, &scratch, &scores) }
        return scores
      },
      merge: { total, scores in
        for node in total.indices { total[node] += scores[node] }
      })
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

/// What the pairs of one source contribute to each node, where paths count steps.
private struct BreadthFirstDependencies: Sendable {
  var search: BreadthFirstSearch
  /// The number of shortest paths from the source to each node.
  var pathCount: [Double]
  /// (1 + dependency of the source on the node) / path count, for each node.
  var quotient: [Double]

  init(nodeCount: Int) {
    search = BreadthFirstSearch(nodeCount: nodeCount)
    pathCount = [Double](repeating: 0, count: nodeCount)
    quotient = pathCount
  }

  /// Adds the dependency of a source on every node to the node's score.
  mutating func add(from source: Int, over arcs: Arcs, to scores: inout [Double]) {
    search.run(from: source, over: arcs)
    let offsets = arcs.offsets.span
    let ends = arcs.ends.span
    let (distances, reached) = (search.distance, search.queue)
    let distance = distances.span
    let queue = reached.span
    let reachedCount = search.reachedCount
    for position in 0..<reachedCount { pathCount[Int(queue[position])] = 0 }
    pathCount[source] = 1
    for position in 0..<reachedCount {
      let node = Int(queue[position])
      for arc in offsets[node]..<offsets[node + 1] {
        let end = Int(ends[arc])
        if distance[end] == distance[node] + 1 { pathCount[end] += pathCount[node] }
      }
    }
    // From the farthest node back to the source, whose own dependency does not count.
    for position in stride(from: reachedCount - 1, to: 0, by: -1) {
      let node = Int(queue[position])
      var sum = 0.0
      for arc in offsets[node]..<offsets[node + 1] {
        let end = Int(ends[arc])
        if distance[end] == distance[node] + 1 { sum += quotient[end] }
      }
      let dependency = pathCount[node] * sum
      quotient[node] = (1 + dependency) / pathCount[node]
      scores[node] += dependency
    }
  }
}

/// What the pairs of one source contribute to each node, where arcs have lengths.
private struct ShortestPathDependencies: Sendable {
  var search: ShortestPathSearch
  var pathCount: [Double]
  var quotient: [Double]

  init(nodeCount: Int) {
    search = ShortestPathSearch(nodeCount: nodeCount)
    pathCount = [Double](repeating: 0, count: nodeCount)
    quotient = pathCount
  }

  /// Adds the dependency of a source on every node to the node's score.
  ///
  /// Distances are settled before paths are counted, so that the counts forth and the sums back
  /// agree on which arcs lie on shortest paths.
  mutating func add(from source: Int, over arcs: Arcs, to scores: inout [Double]) {
    guard let lengths = arcs.values else { preconditionFailure("the arcs have no lengths") }
    search.run(from: source, over: arcs)
    for node in search.order { pathCount[Int(node)] = 0 }
    pathCount[source] = 1
    for entry in search.order {
      let node = Int(entry)
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] {
        let end = Int(arcs.ends[arc])
        if search.isOnShortestPath(from: node, to: end, length: lengths[arc]) {
          pathCount[end] += pathCount[node]
        }
      }
    }
    for entry in search.order.dropFirst().reversed() {
      let node = Int(entry)
      var sum = 0.0
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] {
        let end = Int(arcs.ends[arc])
        if search.isOnShortestPath(from: node, to: end, length: lengths[arc]) {
          sum += quotient[end]
        }
      }
      let dependency = pathCount[node] * sum
      quotient[node] = (1 + dependency) / pathCount[node]
      scores[node] += dependency
    }
  }
}
