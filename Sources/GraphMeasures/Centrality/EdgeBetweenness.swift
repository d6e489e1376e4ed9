public import GraphStructure

extension Graph {
  /// Returns the betweenness of every edge, counting steps.
  ///
  /// > *B*(*e*) = Σ σ(*s*, *t* | *e*) / σ(*s*, *t*) over all pairs *s* ≠ *t*
  ///
  /// where σ(*s*, *t*) counts the shortest paths from *s* to *t* and σ(*s*, *t* | *e*) those that
  /// run along *e*, pairs of its own ends included. Raw scores count each pair once in an
  /// undirected graph, both ways in a directed one; they add up to the distances of all pairs.
  /// Parallel edges are one when paths are counted, and share its score equally. A self loop
  /// scores 0.
  ///
  /// - Note: Path counts that no `Double` can hold are dealt with as in
  ///   ``betweenness(scaling:execution:)``.
  /// - Parameters:
  ///   - scaling: `.scaled` divides by the number of pairs, *n*(*n* − 1) / 2 in an undirected graph
  ///     and *n*(*n* − 1) in a directed one, so that the only edge between two nodes scores 1.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores, indexed like the arcs of ``Graph/outgoing``; both arcs of an undirected
  ///   edge hold the score of the edge.
  /// - Complexity: O(*n* (*n* + *m*)) time, O(*n* + *m*) space a thread.
  /// - SeeAlso: M. Girvan, M. E. J. Newman. Community structure in social and biological networks.
  ///   PNAS 99, 2002; U. Brandes. On variants of shortest-path betweenness centrality and their
  ///   generic computation. Social Networks 30, 2008.
  public func edgeBetweenness(
    scaling: Scaling = .scaled, execution: Execution = .standard
  ) -> [Double] {
    let simple = simpleArcs(.outgoing)
    let sums = edgeBetweennessSums(
      simple, reversed: isDirected ? simpleArcs(.incoming) : nil, execution)
    return scaledEdgeBetweenness(sharedScores(sums, of: simple), scaling)
  }

  /// Returns the betweenness of every edge, by steps or by distances.
  ///
  /// The definition is that of ``edgeBetweenness(scaling:execution:)``; by distances a path is as
  /// long as the sum of its arcs, and of parallel edges the shortest share the score. Paths whose
  /// lengths differ by less than one part in 10¹⁰ count as equally long.
  ///
  /// - Parameters:
  ///   - lengths: `.steps` counts arcs, `.distances` adds their distances, which must be above 0.
  ///   - scaling: As in ``edgeBetweenness(scaling:execution:)``.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores, indexed like the arcs of ``Graph/outgoing``.
  /// - Throws: ``MeasureError/noDistances`` or ``MeasureError/distanceNotPositive(_:source:target:)``
  ///   where lengths are `.distances` and the graph cannot give them.
  /// - Complexity: As ``betweenness(lengths:scaling:execution:)``; O(*n* + *m*) space a thread.
  public func edgeBetweenness(
    lengths: Lengths, scaling: Scaling = .scaled, execution: Execution = .standard
  ) throws(MeasureError) -> [Double] {
    guard lengths == .distances else {
      return edgeBetweenness(scaling: scaling, execution: execution)
    }
    let simple = try lengthArcs(.outgoing)
    let sums = edgeBetweennessSums(
      simple, reversed: isDirected ? try lengthArcs(.incoming) : nil, execution)
    return scaledEdgeBetweenness(sharedScores(sums, of: simple), scaling)
  }

  /// Returns the sum over all ordered pairs for each simple arc.
  ///
  /// - Parameters:
  ///   - simple: The arcs without self loops and parallel arcs.
  ///   - reversed: The same arcs turned round; nil where the graph is undirected.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The sums; in an undirected graph both arcs of an edge hold the sum of both.
  private func edgeBetweennessSums(
    _ simple: Arcs, reversed: Arcs?, _ execution: Execution
  ) -> [Double] {
    let blocks = isDirected ? nil : SplitBlocks(simple)
    let arcs = OrderedArcs(blocks?.arcs ?? simple, reversed: reversed).inBatches(of: 8)
    let sums = arcs.dependencySums(of: .arcs, weights: blocks?.weights, execution)
    let placeNodes = arcs.nodes.map { Int(blocks?.nodes[Int($0)] ?? $0) }
    var scores = [Double](repeating: 0, count: simple.ends.count)
    func add(_ score: Double, from source: Int, to target: Int) {
      scores[simple.position(from: source, to: target)] += score
      if !isDirected { scores[simple.position(from: target, to: source)] += score }
    }
    for (place, node) in placeNodes.enumerated() {
      for arc in arcs.forward.offsets[place]..<arcs.forward.offsets[place + 1] {
        add(sums[arc], from: node, to: placeNodes[Int(arcs.forward.ends[arc])])
      }
    }
    for bridge in blocks?.bridges ?? [] {
      add(bridge.pairs, from: bridge.source, to: bridge.target)
    }
    return scores
  }

  /// Shares the scores of simple arcs among all arcs: of parallel ones, the shortest.
  ///
  /// - Parameters:
  ///   - scores: The scores of the simple arcs.
  ///   - simple: The simple arcs; values are their lengths.
  /// - Returns: The scores, indexed like the arcs of ``Graph/outgoing``.
  private func sharedScores(_ scores: [Double], of simple: Arcs) -> [Double] {
    guard simple.ends.count < outgoing.arcCount else { return scores }
    var shared = [Double](repeating: 0, count: outgoing.arcCount)
    for node in nodes {
      var arc = outgoing.offsets[node]
      for position in simple.offsets[node]..<simple.offsets[node + 1] {
        while outgoing.ends[arc] != simple.ends[position] { arc += 1 }
        var sharing: [Int] = []
        while arc < outgoing.offsets[node + 1], outgoing.ends[arc] == simple.ends[position] {
          if let lengths = simple.values, let distances = outgoing.distances {
            if distances[arc] <= lengths[position].greatestEqual { sharing.append(arc) }
          } else {
            sharing.append(arc)
          }
          arc += 1
        }
        for arc in sharing { shared[arc] = scores[position] / Double(sharing.count) }
      }
    }
    return shared
  }

  /// Scales sums over all ordered pairs.
  private func scaledEdgeBetweenness(_ sums: [Double], _ scaling: Scaling) -> [Double] {
    var scores = sums
    switch scaling {
    case .raw: scores.divide(by: isDirected ? 1 : 2)
    case .scaled: scores.divide(by: Double(nodeCount * (nodeCount - 1)))
    case .l2: scores.scaleToUnitLength()
    }
    return scores
  }
}
