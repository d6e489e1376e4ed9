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
  ///   are more than 2¹⁰⁰⁰ between two nodes they are counted with exponents of their own, so the
  ///   scores stay right, but take longer.
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
    guard !isDirected else {
      let arcs = OrderedArcs(simpleArcs(.outgoing), reversed: simpleArcs(.incoming))
      let sums = arcs.dependencySums(weights: [Double](repeating: 1, count: nodeCount), execution)
      return scaledBetweenness(sums, scaling)
    }
    let trees = FoldedTrees(simpleArcs(.outgoing))
    let arcs = OrderedArcs(trees.core, reversed: nil)
    let weights = arcs.nodes.map { trees.weights[Int($0)] }
    let sums = arcs.dependencySums(weights: weights, execution)
    return scaledBetweenness(zip(sums, trees.scores).map { $0 + $1 }, scaling)
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

extension OrderedArcs {
  /// Returns what all sources contribute to the score of each node, indexed by node.
  ///
  /// - Parameters:
  ///   - weights: How many nodes each place stands for.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The sums over all ordered pairs.
  fileprivate func dependencySums(weights: [Double], _ execution: Execution) -> [Double] {
    let groups = batchGroups(
      maximalBatch: BatchedDependencies.maximalBatch,
      components: components.filter { $0.count > 2 })
    let chunkSize = Execution.sourcesPerChunk
    let placeScores = execution.reduceChunks(
      of: groups.count, chunkSize: chunkSize,
      into: [Double](repeating: 0, count: nodeCount),
      makeScratch: { BatchedDependencies(self, weights: weights) },
      work: { range, dependencies in
        let batches = groups[range]
        let places = batches.map(\.component.lowerBound).min() ?? 0
        let end = batches.map(\.component.upperBound).max() ?? 0
        var scores = [Double](repeating: 0, count: end - places)
        for batch in batches {
          if !dependencies.add(batch, to: &scores, from: places) {
            var scaled = ScaledDependencies(self, weights: weights)
            for source in batch.sources {
              scaled.add(from: Int(source), to: &scores, from: places)
            }
          }
        }
        return (places, scores)
      },
      merge: { total, part in
        for (index, score) in part.1.enumerated() { total[part.0 + index] += score }
      })
    var scores = placeScores
    for (place, node) in nodes.enumerated() { scores[Int(node)] = placeScores[place] }
    return scores
  }

  /// Returns all places of some components as sources, batch by batch.
  private func batchGroups(maximalBatch: Int, components: [Range<Int>]) -> [SourceBatch] {
    let sources = (0..<nodeCount).map { UInt32(truncatingIfNeeded: $0) }
    return components.flatMap { component in
      stride(from: component.lowerBound, to: component.upperBound, by: maximalBatch).map {
        SourceBatch(
          sources: sources[$0..<min($0 + maximalBatch, component.upperBound)], component: component)
      }
    }
  }
}

/// What the pairs of one source contribute to each node, whatever the number of paths.
private struct ScaledDependencies: Sendable {
  let arcs: Arcs
  let weights: [Double]
  var search: BreadthFirstSearch
  /// The number of shortest paths from the source to each node.
  var pathCount: [ScaledNumber]
  /// (weight + dependency of the source on the node) / path count, for each node.
  var quotient: [ScaledNumber]

  init(_ arcs: OrderedArcs, weights: [Double]) {
    self.arcs = arcs.forward
    self.weights = weights
    search = BreadthFirstSearch(nodeCount: arcs.nodeCount)
    pathCount = [ScaledNumber](repeating: ScaledNumber(0), count: arcs.nodeCount)
    quotient = pathCount
  }

  /// Adds the dependency of a source on every node to the node's score.
  ///
  /// - Parameters:
  ///   - source: The source.
  ///   - scores: Scores of all nodes that the source reaches.
  ///   - start: The node of the first score.
  mutating func add(from source: Int, to scores: inout [Double], from start: Int) {
    search.run(from: source, over: arcs)
    let reached = search.queue[..<search.reachedCount]
    for node in reached { pathCount[Int(node)] = ScaledNumber(0) }
    pathCount[source] = ScaledNumber(1)
    for node in reached.map({ Int($0) }) {
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] {
        let end = Int(arcs.ends[arc])
        if search.distance[end] == search.distance[node] + 1 { pathCount[end] += pathCount[node] }
      }
    }
    // From the farthest node back to the source, whose own dependency does not count.
    for node in reached.dropFirst().reversed().map({ Int($0) }) {
      var sum = ScaledNumber(0)
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] {
        let end = Int(arcs.ends[arc])
        if search.distance[end] == search.distance[node] + 1 { sum += quotient[end] }
      }
      let dependency = (pathCount[node] * sum).value
      quotient[node] = ScaledNumber(weights[node] + dependency) / pathCount[node]
      scores[node - start] += weights[source] * dependency
    }
  }
}

/// A number that is not negative, with an exponent of its own: it neither overflows nor vanishes.
struct ScaledNumber: Sendable {
  /// 0, or at least 1 and less than 2.
  private var significand: Double
  private var exponent: Int

  init(_ value: Double) {
    self.init(value, exponent: 0)
  }

  private init(_ value: Double, exponent: Int) {
    significand = value == 0 ? 0 : value.significand
    self.exponent = value == 0 ? 0 : exponent + Int(value.exponent)
  }

  /// The number as far as a `Double` holds it.
  var value: Double { Double(sign: .plus, exponent: exponent, significand: significand) }

  static func += (sum: inout ScaledNumber, other: ScaledNumber) {
    guard other.significand != 0 else { return }
    guard sum.significand != 0 else {
      sum = other
      return
    }
    let shift = max(-200, min(200, other.exponent - sum.exponent))
    sum =
      shift <= 0
      ? ScaledNumber(
        sum.significand + Double(sign: .plus, exponent: shift, significand: other.significand),
        exponent: sum.exponent)
      : ScaledNumber(
        other.significand + Double(sign: .plus, exponent: -shift, significand: sum.significand),
        exponent: other.exponent)
  }

  static func * (left: ScaledNumber, right: ScaledNumber) -> ScaledNumber {
    ScaledNumber(left.significand * right.significand, exponent: left.exponent + right.exponent)
  }

  static func / (left: ScaledNumber, right: ScaledNumber) -> ScaledNumber {
    ScaledNumber(left.significand / right.significand, exponent: left.exponent - right.exponent)
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
