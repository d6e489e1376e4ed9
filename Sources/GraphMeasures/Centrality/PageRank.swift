public import GraphStructure

extension Graph {
  /// Returns the PageRank of every node, indexed by node.
  ///
  /// > *p*(*v*) = (1 − *d*) / *n* + *d* (Σ *p*(*u*) *a*(*u*, *v*) / *a*(*u*) + *D* / *n*)
  ///
  /// where *d* is the damping, *a*(*u*, *v*) what the arcs from *u* to *v* count, *a*(*u*) what all
  /// arcs that leave *u* count, and *D* the sum of *p* over the dangling nodes, those with
  /// *a*(*u*) = 0: their share is spread evenly, as in networkx and igraph. The scores sum to 1.
  /// Parallel arcs count each, a self loop once; undirected edges lead both ways.
  ///
  /// The iteration starts from equal scores and stops when they change by less than the tolerance,
  /// added up over all nodes; they are then at most tolerance · *d* / (1 − *d*) from the solution.
  ///
  /// - Parameters:
  ///   - damping: The share *d* that follows arcs, at least 0 and below 1.
  ///   - values: Whether arcs count 1 or their strengths, which must not be below 0.
  ///   - tolerance: The change at which the iteration stops, above 0.
  ///   - iterationLimit: After how many iterations it gives up.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores; none for a graph without nodes.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)``,
  ///   ``MeasureError/negativeStrength(_:source:target:)``, or
  ///   ``MeasureError/notConverged(measure:iterations:change:tolerance:)``.
  /// - Complexity: O(*n* + *m*) an iteration; about log(tolerance) / log(*d*) of them.
  /// - SeeAlso: S. Brin, L. Page. The anatomy of a large-scale hypertextual web search engine.
  ///   Computer Networks 30, 1998; P. Boldi, M. Santini, S. Vigna. PageRank: functional
  ///   dependencies. ACM Transactions on Information Systems 27, 2009.
  public func pageRank(
    damping: Double = 0.85, values: EdgeValues = .ones, tolerance: Double = 1e-10,
    iterationLimit: Int = 10_000, execution: Execution = .standard
  ) throws(MeasureError) -> [Double] {
    guard damping >= 0, damping < 1 else {
      throw .parameterOutOfRange(name: "damping", value: damping, allowed: "at least 0, below 1")
    }
    guard tolerance > 0 else {
      throw .parameterOutOfRange(name: "tolerance", value: tolerance, allowed: "above 0")
    }
    try checkStrengths(values)
    let nodeCount = nodeCount
    guard nodeCount > 0 else { return [] }
    let evenShare = 1 / Double(nodeCount)
    let arcs = Arcs(incoming, values: values == .strengths ? incoming.strengths : nil)
    // What each node passes on, for every 1 that its arcs count; 0 for dangling nodes.
    let leaving = totals(of: outgoing, values)
    var scores = [Double](repeating: evenShare, count: nodeCount)
    var iteration = 0
    var change = Double.infinity
    while change >= tolerance {
      guard iteration < iterationLimit else {
        throw .notConverged(
          measure: "PageRank", iterations: iteration, change: change, tolerance: tolerance)
      }
      if execution.isCancelled() { return scores }
      let current = scores
      var passedOn = current
      var dangling = 0.0
      for node in passedOn.indices {
        if leaving[node] > 0 {
          passedOn[node] /= leaving[node]
        } else {
          dangling += passedOn[node]
        }
      }
      let share = passedOn
      let base = (1 - damping + damping * dangling) * evenShare
      scores = execution.silent.mapNodes(
        nodeCount, chunkSize: Execution.rowsPerChunk, missing: 0, makeScratch: {}
      ) { node, _ in base + damping * arcs.weightedSum(of: node, share) }
      change = zip(scores, current).reduce(0) { $0 + abs($1.0 - $1.1) }
      iteration += 1
      execution.report(change: change, tolerance: tolerance)
    }
    return scores
  }

  /// Returns what the arcs in each row count together.
  private func totals(of rows: Rows, _ values: EdgeValues) -> [Double] {
    guard values == .strengths, let strengths = rows.strengths else {
      return nodes.map { Double(rows.degree(of: $0)) }
    }
    return nodes.map { node in rows.arcs(of: node).reduce(0) { $0 + strengths[$1] } }
  }
}
