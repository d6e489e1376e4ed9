public import GraphStructure

extension Graph {
  /// Returns the current-flow closeness of every node, also known as information centrality.
  ///
  /// > *C*(*u*) = *r* / Σ *R*(*u*, *v*)
  ///
  /// over the *r* other nodes of its component, where *R*(*u*, *v*) is the resistance between two
  /// nodes of an electrical network whose wires are the edges. So, unlike
  /// ``closeness(direction:scaling:execution:)``, all paths count and not the shortest alone: the
  /// more there are, the nearer are two nodes. In a tree both are the same. Self loops are ignored,
  /// parallel edges count once or their strengths are added. Current flows either way: in a directed
  /// graph what the arcs of a pair count is added.
  ///
  /// - Note: Stephenson and Zelen's information is *n* / Σ *R*.
  /// - Parameters:
  ///   - values: Whether the conductance of an edge is 1 or its strength, which must not be below 0;
  ///     an edge of strength 0 conducts nothing.
  ///   - scaling: `.raw` gives 1 / Σ *R*, as networkx does; `.scaled` *r* / Σ *R* times the share
  ///     *r* / (*n* − 1) of nodes that are reached; `.l2` makes the squares of the raw scores sum
  ///     to 1.
  ///   - execution: Progress and cancellation.
  /// - Returns: The scores, indexed by node; 0 for a node without ties.
  /// - Throws: ``MeasureError/negativeStrength(_:source:target:)``,
  ///   ``MeasureError/memoryTooSmall(measure:needed:limit:)`` (4 GiB where no limit is given), or
  ///   ``MeasureError/notConverged(measure:iterations:change:tolerance:)``.
  /// - Complexity: For a component of *b* nodes O(*b*³) time and 8 *b*² bytes; where it is sparse,
  ///   O(*b* *m* *k*) with *k* steps of conjugate gradients a source, mostly 20 to 100, and O(*b*)
  ///   bytes a thread: then a score is off by one part in 10⁹ at most.
  /// - SeeAlso: K. Stephenson, M. Zelen. Rethinking centrality. Social Networks 11, 1989;
  ///   U. Brandes, D. Fleischer. Centrality measures based on current flow. STACS 2005.
  public func currentFlowCloseness(
    values: EdgeValues = .ones, scaling: Scaling = .scaled, execution: Execution = .standard
  ) throws(MeasureError) -> [Double] {
    var scores = [Double](repeating: 0, count: nodeCount)
    let measure = "Current-flow closeness"
    for circuit in try Circuit.all(of: self, values) {
      guard let sums = try circuit.sumsOfResistances(measure, execution) else { return scores }
      let reached = Double(circuit.nodes.count - 1)
      for (node, sum) in zip(circuit.nodes, sums) {
        scores[node] = 1 / sum
        if scaling == .scaled { scores[node] *= reached * reached / Double(nodeCount - 1) }
      }
    }
    if scaling == .l2 { scores.scaleToUnitLength() }
    return scores
  }

  /// Returns the current-flow betweenness of every node, also known as random-walk betweenness.
  ///
  /// A unit of current enters at *s* and leaves at *t*; *I*(*v*) is what flows through *v*, half the
  /// sum of the currents of its edges.
  ///
  /// > *B*(*v*) = Σ *I*(*v*) over all pairs *s* ≠ *v* ≠ *t* of its component
  ///
  /// Equally it is how often a random walk from *s* to *t* passes *v*, passages to and fro cancelled
  /// out. All paths count, the shorter ones more. In a tree it is
  /// ``betweenness(scaling:execution:)``. Edges conduct as in
  /// ``currentFlowCloseness(values:scaling:execution:)``.
  ///
  /// - Note: The ends of a pair are not counted, as in networkx. Newman counts them: 1 for each pair,
  ///   and divides by *n* (*n* − 1) / 2.
  /// - Parameters:
  ///   - values: Whether the conductance of an edge is 1 or its strength, which must not be below 0.
  ///   - scaling: `.scaled` divides by the number of pairs of other nodes, (*n* − 1)(*n* − 2) / 2.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores, indexed by node; all are 0 where there are fewer than three nodes.
  /// - Throws: ``MeasureError/negativeStrength(_:source:target:)``,
  ///   ``MeasureError/memoryTooSmall(measure:needed:limit:)`` (4 GiB where no limit is given), or
  ///   ``MeasureError/notConverged(measure:iterations:change:tolerance:)``.
  /// - Complexity: For a component of *b* nodes O(*b*³ + *m* *b* log *b*) time and 8 *b*² bytes; where
  ///   it is sparse, O(*b* *m* (*k* + log *b*)), as ``currentFlowCloseness(values:scaling:execution:)``.
  /// - SeeAlso: M. E. J. Newman. A measure of betweenness centrality based on random walks. Social
  ///   Networks 27, 2005; U. Brandes, D. Fleischer. Centrality measures based on current flow.
  ///   STACS 2005.
  public func currentFlowBetweenness(
    values: EdgeValues = .ones, scaling: Scaling = .scaled, execution: Execution = .standard
  ) throws(MeasureError) -> [Double] {
    var scores = [Double](repeating: 0, count: nodeCount)
    let measure = "Current-flow betweenness"
    for circuit in try Circuit.all(of: self, values) {
      guard let potentials = try circuit.potentials(measure, execution) else { break }
      let flows = execution.map(
        circuit.wires.count, chunkSize: Execution.sourcesPerChunk, makeScratch: {}
      ) { wire, _ in circuit.sumOfCurrents(in: wire, potentials) }
      for (wire, flow) in zip(circuit.wires, flows) {
        scores[circuit.nodes[wire.first]] += flow / 2
        scores[circuit.nodes[wire.second]] += flow / 2
      }
      // All that a pair's own current makes is that it enters or leaves, half of it counted.
      let own = Double(circuit.nodes.count - 1) / 2
      for (node, wireCount) in zip(circuit.nodes, circuit.wireCounts) {
        // Nothing passes through the end of a single wire, whatever rounding says.
        scores[node] = wireCount > 1 ? max(0, scores[node] - own) : 0
      }
    }
    switch scaling {
    case .raw: break
    case .scaled: scores.divide(by: Double((nodeCount - 1) * (nodeCount - 2)) / 2)
    case .l2: scores.scaleToUnitLength()
    }
    return scores
  }
}
