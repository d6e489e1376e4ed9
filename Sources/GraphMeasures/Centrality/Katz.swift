public import GraphStructure

extension Graph {
  /// Returns the Katz centrality of every node, indexed by node.
  ///
  /// > *x*(*v*) = *α* Σ *a*(*u*, *v*) *x*(*u*) + *β*
  ///
  /// where *a*(*u*, *v*) is what the arcs from *u* to *v* count: so a node scores *β* for every walk
  /// that ends at it, times *α* for each arc of the walk, the walk of no arc included. In a
  /// directed graph incoming walks count, as in networkx; ``reversed`` gives the other way. A self
  /// loop counts once, parallel edges count each. The sum exists where *α* is below 1 / λ, and λ is
  /// the largest eigenvalue; without cycles λ is 0 and any *α* will do.
  ///
  /// Walks are added length by length, until those of the next length add nowhere more than
  /// tolerance · (1 − *α* λ) of the greatest score. What is left out is then about tolerance times
  /// the greatest score. Where *α* times the greatest in-degree is below 1 that stands in for
  /// *α* λ, and the bound is a strict one.
  ///
  /// - Parameters:
  ///   - alpha: What each arc of a walk multiplies by, at least 0 and below 1 / λ by one part in
  ///     10⁹ or more.
  ///   - beta: What the walk of no arc counts, finite.
  ///   - values: Whether arcs count 1 or their strengths, which must not be below 0.
  ///   - scaling: `.raw` as defined, `.scaled` makes the greatest score 1 in absolute value, `.l2`
  ///     makes the squares sum to 1.
  ///   - tolerance: The relative error at which the iteration stops, above 0.
  ///   - iterationLimit: After how many lengths of walks it gives up.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)``, which names 1 / λ where
  ///   *α* is too great; ``MeasureError/negativeStrength(_:source:target:)`` or
  ///   ``MeasureError/notConverged(measure:iterations:change:tolerance:)``.
  /// - Complexity: O(*n* + *m*) an iteration; log(tolerance) / log(*α* λ) of them, and as many as
  ///   ``eigenvectorCentrality(values:scaling:tolerance:iterationLimit:execution:)`` takes where λ
  ///   is needed.
  /// - SeeAlso: L. Katz. A new status index derived from sociometric analysis. Psychometrika 18,
  ///   1953.
  public func katz(
    alpha: Double, beta: Double = 1, values: EdgeValues = .ones, scaling: Scaling = .raw,
    tolerance: Double = 1e-12, iterationLimit: Int = 100_000, execution: Execution = .standard
  ) throws(MeasureError) -> [Double] {
    guard alpha >= 0, alpha.isFinite else {
      throw .parameterOutOfRange(
        name: "alpha", value: alpha, allowed: "at least 0, below 1 / the largest eigenvalue")
    }
    guard beta.isFinite else {
      throw .parameterOutOfRange(name: "beta", value: beta, allowed: "finite")
    }
    guard tolerance > 0 else {
      throw .parameterOutOfRange(name: "tolerance", value: tolerance, allowed: "above 0")
    }
    try checkStrengths(values)
    let arcs = Arcs(incoming, values: values == .strengths ? incoming.strengths : nil)
    // A share of what walks of one length add is all that longer ones can.
    var share = alpha * (arcs.weightedSums(of: nodes, nodes.map { _ in 1 }).max() ?? 0)
    if share >= 1 {
      let eigenvalue = try largestEigenvalue(values, execution)
      if execution.isCancelled() { return [Double](repeating: beta, count: nodeCount) }
      share = alpha * eigenvalue
      guard share < 1 - 1e-9 else {
        throw .parameterOutOfRange(
          name: "alpha", value: alpha, allowed: "at least 0, below \(1 / eigenvalue)")
      }
    }

    var added = [Double](repeating: 1, count: nodeCount)
    var scores = added
    var iteration = 0
    var change = added.isEmpty ? 0 : Double.infinity
    let limit = tolerance * (1 - share)
    while change > limit {
      guard iteration < iterationLimit, !change.isNaN else {
        throw .notConverged(
          measure: "Katz centrality", iterations: iteration, change: change, tolerance: limit)
      }
      if execution.isCancelled() { break }
      let shorter = added
      added = execution.silent.reduceChunks(
        of: nodeCount, chunkSize: Execution.rowsPerChunk, into: [Double](), makeScratch: {},
        work: { range, _ in arcs.weightedSums(of: range, shorter).map { alpha * $0 } },
        merge: { $0.append(contentsOf: $1) })
      for (node, value) in added.enumerated() { scores[node] += value }
      change = (added.max() ?? 0) / (scores.max() ?? 1)
      iteration += 1
      execution.report(change: change, tolerance: limit)
    }
    for node in scores.indices { scores[node] *= beta }
    switch scaling {
    case .raw: break
    case .scaled: scores.divide(by: scores.reduce(0) { max($0, abs($1)) })
    case .l2: scores.scaleToUnitLength()
    }
    return scores
  }

  /// Returns the largest eigenvalue, whether or not parts of the graph share it.
  private func largestEigenvalue(
    _ values: EdgeValues, _ execution: Execution
  ) throws(MeasureError) -> Double {
    do {
      return try eigenvectorCentrality(values: values, execution: execution.silent).eigenvalue
    } catch {
      guard case .leadingEigenvalueNotSimple(let eigenvalue) = error else { throw error }
      return eigenvalue
    }
  }
}
