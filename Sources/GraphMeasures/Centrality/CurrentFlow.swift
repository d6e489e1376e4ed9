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
  /// - Throws: ``MeasureError/negativeStrength(_:source:target:)`` or
  ///   ``MeasureError/memoryTooSmall(measure:needed:limit:)``.
  /// - Complexity: O(*b*³) time and 8 *b*² bytes for a component of *b* nodes.
  /// - SeeAlso: K. Stephenson, M. Zelen. Rethinking centrality. Social Networks 11, 1989;
  ///   U. Brandes, D. Fleischer. Centrality measures based on current flow. STACS 2005.
  public func currentFlowCloseness(
    values: EdgeValues = .ones, scaling: Scaling = .scaled, execution: Execution = .standard
  ) throws(MeasureError) -> [Double] {
    var scores = [Double](repeating: 0, count: nodeCount)
    for circuit in try Circuit.all(of: self, values, "Current-flow closeness", execution) {
      guard let inverse = circuit.groundedInverse(execution) else { return scores }
      let count = circuit.nodes.count
      let trace = (0..<count).reduce(0) { $0 + inverse[$1][$1] }
      for (place, node) in circuit.nodes.enumerated() {
        // R(u, v) = g(u, u) + g(v, v) − 2 g(u, v), added up over all v.
        let row = inverse[place].reduce(0, +)
        scores[node] = 1 / (Double(count) * inverse[place][place] + trace - 2 * row)
        guard scaling == .scaled else { continue }
        let reached = Double(count - 1)
        scores[node] *= reached * reached / Double(nodeCount - 1)
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
  /// - Throws: ``MeasureError/negativeStrength(_:source:target:)`` or
  ///   ``MeasureError/memoryTooSmall(measure:needed:limit:)``.
  /// - Complexity: O(*b*³ + *m* *b* log *b*) time and 8 *b*² bytes for a component of *b* nodes.
  /// - SeeAlso: M. E. J. Newman. A measure of betweenness centrality based on random walks. Social
  ///   Networks 27, 2005; U. Brandes, D. Fleischer. Centrality measures based on current flow.
  ///   STACS 2005.
  public func currentFlowBetweenness(
    values: EdgeValues = .ones, scaling: Scaling = .scaled, execution: Execution = .standard
  ) throws(MeasureError) -> [Double] {
    var scores = [Double](repeating: 0, count: nodeCount)
    for circuit in try Circuit.all(of: self, values, "Current-flow betweenness", execution) {
      guard let inverse = circuit.groundedInverse(execution) else { break }
      let flows = execution.map(
        circuit.wires.count, chunkSize: Execution.sourcesPerChunk, makeScratch: {}
      ) { wire, _ in circuit.sumOfCurrents(in: wire, inverse) }
      for (wire, flow) in zip(circuit.wires, flows) {
        scores[circuit.nodes[wire.first]] += flow / 2
        scores[circuit.nodes[wire.second]] += flow / 2
      }
      // All that a pair's own current makes is that it enters or leaves, half of it counted.
      let own = Double(circuit.nodes.count - 1) / 2
      for node in circuit.nodes { scores[node] = max(0, scores[node] - own) }
    }
    switch scaling {
    case .raw: break
    case .scaled: scores.divide(by: Double((nodeCount - 1) * (nodeCount - 2)) / 2)
    case .l2: scores.scaleToUnitLength()
    }
    return scores
  }
}

/// A component of a graph as an electrical network.
private struct Circuit: Sendable {
  /// A wire between two places of ``nodes``.
  struct Wire: Sendable {
    let first: Int
    let second: Int
    let conductance: Double
  }

  /// The nodes of the component, ascending: at least two.
  private(set) var nodes: [Int]
  private(set) var wires: [Wire] = []

  /// Returns the components that hold an edge.
  static func all(
    of graph: Graph, _ values: EdgeValues, _ measure: String, _ execution: Execution
  ) throws(MeasureError) -> [Circuit] {
    try graph.checkStrengths(values)
    let arcs = graph.neighborArcs(values)
    var place = [Int](repeating: -1, count: graph.nodeCount)
    var circuits: [Circuit] = []
    for start in graph.nodes where place[start] < 0 {
      var members = [start]
      place[start] = 0
      var next = 0
      while next < members.count {
        for arc in arcs.offsets[members[next]]..<arcs.offsets[members[next] + 1] {
          let end = Int(arcs.ends[arc])
          guard place[end] < 0, arcs.values?[arc] != 0 else { continue }
          place[end] = 0
          members.append(end)
        }
        next += 1
      }
      guard members.count > 1 else { continue }
      let needed = members.count * members.count * MemoryLayout<Double>.size
      if let limit = execution.memoryLimit, needed > limit {
        throw .memoryTooSmall(measure: measure, needed: needed, limit: limit)
      }
      circuits.append(Circuit(nodes: members.sorted(), arcs, &place))
    }
    return circuits
  }

  private init(nodes: [Int], _ arcs: Arcs, _ place: inout [Int]) {
    self.nodes = nodes
    for (index, node) in nodes.enumerated() { place[node] = index }
    for (first, node) in nodes.enumerated() {
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] where Int(arcs.ends[arc]) > node {
        let conductance = arcs.values?[arc] ?? 1
        guard conductance > 0 else { continue }
        wires.append(
          Wire(first: first, second: place[Int(arcs.ends[arc])], conductance: conductance))
      }
    }
  }

  /// Returns the potentials of all nodes (columns) where a unit of current enters at each (rows) and
  /// leaves at the first node, whose potential is 0.
  ///
  /// That is the inverse of the Laplacian without its first row and column, which are zeros here.
  ///
  /// - Parameter execution: Progress and cancellation.
  /// - Returns: The rows; nil after a cancellation.
  func groundedInverse(_ execution: Execution) -> [[Double]]? {
    let count = nodes.count
    var rows = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for wire in wires {
      rows[wire.first][wire.first] += wire.conductance
      rows[wire.second][wire.second] += wire.conductance
      rows[wire.first][wire.second] -= wire.conductance
      rows[wire.second][wire.first] -= wire.conductance
    }
    rows[0] = [Double](repeating: 0, count: count)
    for row in 1..<count { rows[row][0] = 0 }
    // Gauss and Jordan in place; the matrix is positive definite, so no pivot is near 0.
    for pivot in 1..<count {
      guard !execution.isCancelled() else { return nil }
      let inverse = 1 / rows[pivot][pivot]
      rows[pivot][pivot] = 1
      for column in 1..<count { rows[pivot][column] *= inverse }
      let pivotRow = rows[pivot]
      for row in 1..<count where row != pivot {
        let factor = rows[row][pivot]
        guard factor != 0 else { continue }
        rows[row][pivot] = 0
        rows[row].subtract(pivotRow, times: factor, from: 1)
      }
      execution.onProgress?(Double(pivot) / Double(count - 1))
    }
    return rows
  }

  /// Returns what flows in a wire, whichever way, added up over all pairs of nodes.
  ///
  /// The current of a pair is the difference of what each of its nodes, as the only source, would
  /// make flow; sorted, all differences are added up at once.
  func sumOfCurrents(in wire: Int, _ inverse: [[Double]]) -> Double {
    let wire = wires[wire]
    let (first, second) = (inverse[wire.first], inverse[wire.second])
    let drops = zip(first, second).map { $0 - $1 }.sorted()
    var sum = 0.0
    for (place, drop) in drops.enumerated() {
      sum += drop * Double(2 * place + 1 - drops.count)
    }
    return sum * wire.conductance
  }
}
