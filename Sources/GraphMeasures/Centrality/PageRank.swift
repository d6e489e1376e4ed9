public import GraphStructure

extension Graph {
  /// Returns the PageRank of every node, indexed by node.
  ///
  /// > *p*(*v*) = (1 − *d*) *s*(*v*) + *d* (Σ *p*(*u*) *a*(*u*, *v*) / *a*(*u*) + *D* *s*(*v*))
  ///
  /// where *d* is the damping, *a*(*u*, *v*) what the arcs from *u* to *v* count, *a*(*u*) what all
  /// arcs that leave *u* count, *D* the sum of *p* over the dangling nodes, those with
  /// *a*(*u*) = 0, and *s* where walks begin and return to: everywhere alike, 1 / *n*, or by the
  /// personalization, divided by its sum. The share of dangling nodes goes where walks return to.
  /// All this is as in networkx and igraph. The scores sum to 1. Parallel arcs count each, a self
  /// loop once; undirected edges lead both ways.
  ///
  /// In a directed graph a power iteration runs. In an undirected one conjugate gradients solve
  /// the equation, which takes a fraction of the steps. Either stops when one more step of the
  /// walk would change the scores by less than the tolerance, added up over all nodes; they are
  /// then at most tolerance / (1 − *d*) from the solution, added up.
  ///
  /// - Parameters:
  ///   - damping: The share *d* that follows arcs, at least 0 and below 1.
  ///   - personalization: How often walks return to each node, a number for each, at least 0 and
  ///     not all 0; nil for all alike.
  ///   - values: Whether arcs count 1 or their strengths, which must not be below 0.
  ///   - tolerance: The change at which the iteration stops, above 0.
  ///   - iterationLimit: After how many iterations it gives up.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores; none for a graph without nodes.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)``,
  ///   ``MeasureError/negativeStrength(_:source:target:)``, or
  ///   ``MeasureError/notConverged(measure:iterations:change:tolerance:)``.
  /// - Complexity: O(*n* + *m*) an iteration; about log(tolerance) / log(*d*) of them, in an
  ///   undirected graph at most the square root of 1 / (1 − *d*) for each further digit or so.
  /// - SeeAlso: S. Brin, L. Page. The anatomy of a large-scale hypertextual web search engine.
  ///   Computer Networks 30, 1998; P. Boldi, M. Santini, S. Vigna. PageRank: functional
  ///   dependencies. ACM Transactions on Information Systems 27, 2009.
  public func pageRank(
    damping: Double = 0.85, personalization: [Double]? = nil, values: EdgeValues = .ones,
    tolerance: Double = 1e-10, iterationLimit: Int = 10_000, execution: Execution = .standard
  ) throws(MeasureError) -> [Double] {
    guard damping >= 0, damping < 1 else {
      throw .parameterOutOfRange(name: "damping", value: damping, allowed: "at least 0, below 1")
    }
    guard tolerance > 0 else {
      throw .parameterOutOfRange(name: "tolerance", value: tolerance, allowed: "above 0")
    }
    try checkStrengths(values)
    let start = try walkStart(personalization)
    guard nodeCount > 0 else { return [] }
    // What each node's arcs count together; 0 for dangling nodes.
    let leaving = totals(of: outgoing, values)
    let arcs = Arcs(incoming, values: values == .strengths ? incoming.strengths : nil)
    guard isDirected else {
      let system = WalkSystem(
        arcs: arcs, totals: leaving, damping: damping, start: start, execution: execution)
      return try system.scores(tolerance: tolerance, iterationLimit: iterationLimit)
    }
    let passing = leaving.map { $0 > 0 ? 1 / $0 : 0 }
    var scores = start
    var iteration = 0
    var change = Double.infinity
    while !(change < tolerance) {
      guard iteration < iterationLimit, !change.isNaN else {
        throw .notConverged(
          measure: "PageRank", iterations: iteration, change: change, tolerance: tolerance)
      }
      if execution.isCancelled() { return scores }
      var passedOn = scores
      var dangling = 0.0
      for node in passedOn.indices {
        if passing[node] == 0 { dangling += passedOn[node] }
        passedOn[node] *= passing[node]
      }
      let next = walked(arcs, passedOn, damping: damping, dangling: dangling, start, execution)
      change = zip(next, scores).reduce(0) { $0 + abs($1.0 - $1.1) }
      scores = next
      iteration += 1
      execution.report(change: change, tolerance: tolerance)
    }
    return scores
  }

  /// Returns the scores after one step of the walk.
  private func walked(
    _ arcs: Arcs, _ passedOn: [Double], damping: Double, dangling: Double, _ start: [Double],
    _ execution: Execution
  ) -> [Double] {
    let returning = 1 - damping + damping * dangling
    var scores: [Double] = []
    scores.reserveCapacity(nodeCount)
    scores = execution.silent.reduceChunks(
      of: nodeCount, chunkSize: Execution.rowsPerChunk, into: scores, makeScratch: {},
      work: { range, _ in
        zip(range, arcs.weightedSums(of: range, passedOn)).map {
          returning * start[$0] + damping * $1
        }
      },
      merge: { $0.append(contentsOf: $1) })
    scores.append(contentsOf: repeatElement(0, count: nodeCount - scores.count))
    return scores
  }

  /// Returns where walks begin, as shares that sum to 1.
  private func walkStart(_ personalization: [Double]?) throws(MeasureError) -> [Double] {
    guard let personalization else {
      return [Double](repeating: 1 / Double(nodeCount), count: nodeCount)
    }
    precondition(personalization.count == nodeCount, "a personalization has a number for each node")
    guard nodeCount > 0 else { return [] }
    let name = "personalization"
    if let bad = personalization.first(where: { !($0 >= 0 && $0.isFinite) }) {
      throw .parameterOutOfRange(name: name, value: bad, allowed: "finite and at least 0")
    }
    var start = personalization
    // Dividing by the greatest first keeps the sum in range.
    start.divide(by: start.max() ?? 1)
    let sum = start.reduce(0, +)
    guard sum > 0 else {
      throw .parameterOutOfRange(name: name, value: sum, allowed: "above 0 for some node")
    }
    start.divide(by: sum)
    return start
  }

  /// Returns what the arcs in each row count together.
  private func totals(of rows: Rows, _ values: EdgeValues) -> [Double] {
    guard values == .strengths, let strengths = rows.strengths else {
      return nodes.map { Double(rows.degree(of: $0)) }
    }
    return nodes.map { node in rows.arcs(of: node).reduce(0) { $0 + strengths[$1] } }
  }
}
