public import GraphStructure

extension Graph {
  /// Returns Bonacich's power centrality of every node, indexed by node.
  ///
  /// > *c* = (*I* − *β* *A*)⁻¹ *A* 1, which means *c*(*u*) = Σ *a*(*u*, *v*) (1 + *β* *c*(*v*))
  ///
  /// where *a*(*u*, *v*) is what the arc from *u* to *v* counts. With *β* above 0 a node is the more
  /// powerful the more powerful its contacts are; with *β* below 0, as in bargaining, the weaker they
  /// are; with *β* = 0 it is the degree. Outgoing arcs count, as in igraph; ``reversed`` gives the
  /// other way. Parallel edges count each; a self loop counts once.
  ///
  /// - Parameters:
  ///   - beta: How far the power of contacts counts; finite. Beyond 1 / λ, with λ the largest
  ///     eigenvalue, the numbers are defined, but are no longer sums over walks.
  ///   - values: Whether arcs count 1 or their strengths, which must not be below 0.
  ///   - scaling: `.raw` as above; `.scaled` makes the squares sum to *n*, as UCINET and igraph do;
  ///     `.l2` makes them sum to 1.
  ///   - execution: Progress and cancellation.
  /// - Returns: The scores, which can be below 0.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)`` where *β* is not finite, or
  ///   the inverse of an eigenvalue, so that there is no solution;
  ///   ``MeasureError/negativeStrength(_:source:target:)``, or
  ///   ``MeasureError/memoryTooSmall(measure:needed:limit:)``.
  /// - Complexity: O(*n*³) time, 8 *n*² bytes.
  /// - SeeAlso: P. Bonacich. Power and centrality: a family of measures. American Journal of
  ///   Sociology 92, 1987.
  public func powerCentrality(
    beta: Double, values: EdgeValues = .ones, scaling: Scaling = .scaled,
    execution: Execution = .standard
  ) throws(MeasureError) -> [Double] {
    guard beta.isFinite else {
      throw .parameterOutOfRange(name: "beta", value: beta, allowed: "finite")
    }
    try checkStrengths(values)
    let needed = nodeCount * nodeCount * MemoryLayout<Double>.size
    if let limit = execution.memoryLimit, needed > limit {
      throw .memoryTooSmall(measure: "Power centrality", needed: needed, limit: limit)
    }
    let strengths = values == .strengths ? outgoing.strengths : nil
    var matrix: [[Double]] = []
    var sums: [Double] = []
    for node in nodes {
      var row = [Double](repeating: 0, count: nodeCount)
      var sum = 0.0
      row[node] = 1
      for arc in outgoing.arcs(of: node) {
        let value = strengths?[arc] ?? 1
        row[Int(outgoing.ends[arc])] -= beta * value
        sum += value
      }
      matrix.append(row)
      sums.append(sum)
    }
    guard var scores = LinearSystem(rows: matrix, rightSide: sums).solution(execution) else {
      throw .parameterOutOfRange(
        name: "beta", value: beta, allowed: "other than 1 / an eigenvalue")
    }
    if scaling != .raw { scores.scaleToUnitLength() }
    if scaling == .scaled {
      let length = Double(nodeCount).squareRoot()
      for node in scores.indices { scores[node] *= length }
    }
    return scores
  }
}
