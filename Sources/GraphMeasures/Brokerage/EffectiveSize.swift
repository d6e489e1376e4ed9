public import GraphStructure

extension Graph {
  /// Returns Burt's effective size of every node, indexed by node: how many of its contacts it
  /// would not have anyway through others.
  ///
  /// > *e*(*u*) = Σ (1 − Σ *p*(*u*, *w*) *m*(*v*, *w*)) over the contacts *v* of *u*
  ///
  /// where the inner sum runs over *w* ≠ *u*, *v*; *p*(*u*, *w*) is the share of *u*'s ties that
  /// goes to *w*, and *m*(*v*, *w*) the tie of *v* with *w* as a share of *v*'s strongest tie. A tie
  /// counts *a*(*u*, *v*) + *a*(*v*, *u*), with 1 for every arc. In an undirected graph this is
  /// *k* − 2*t* / *k*, with *k* contacts and *t* ties among them. Self loops are ignored, parallel
  /// edges count once. A node without contacts: NaN.
  ///
  /// - Note: On directed graphs networkx 3.6.1 gives these numbers only where it is asked for given
  ///   nodes. Asked for all of them it divides the tie of *v* with *w* by *w*'s strongest tie.
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The sizes, at most the number of contacts.
  /// - Complexity: O(*m* · √*m*).
  /// - SeeAlso: R. S. Burt. Structural holes, 1992, chapter 2; S. P. Borgatti. Structural holes:
  ///   unpacking Burt's redundancy measures. Connections 20, 1997.
  public func effectiveSize(execution: Execution = .standard) -> [Double] {
    effectiveSize(ThirdParties(neighborArcs()), execution)
  }

  /// Returns Burt's effective size of every node, with edges that count 1 or their strengths.
  ///
  /// - Parameters:
  ///   - values: Whether *a*(*u*, *v*) is 1 or the strength of the arc, which must not be below 0.
  ///     Strengths of parallel edges are added. Where all strengths at a node are 0, it counts as
  ///     one without contacts: NaN.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The sizes.
  /// - Throws: ``MeasureError/negativeStrength(_:source:target:)``.
  /// - Complexity: O(*m* · √*m*).
  public func effectiveSize(
    values: EdgeValues, execution: Execution = .standard
  ) throws(MeasureError) -> [Double] {
    try checkStrengths(values)
    return effectiveSize(ThirdParties(neighborArcs(values)), execution)
  }

  /// Returns Burt's efficiency of every node, indexed by node: its effective size as a share of its
  /// contacts.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The shares; NaN for a node without contacts.
  /// - Complexity: O(*m* · √*m*).
  public func efficiency(execution: Execution = .standard) -> [Double] {
    let ties = ThirdParties(neighborArcs())
    return effectiveSize(ties, execution).enumerated().map { node, size in
      size / Double(ties.arcs.degree(of: node))
    }
  }

  private func effectiveSize(_ ties: ThirdParties, _ execution: Execution) -> [Double] {
    let (sum, largest) = (ties.sum, ties.largest)
    let redundancy = ties.sums(factor: sum.map { _ in 1 }, execution) { _, around, _, contact in
      largest[contact] > 0 ? around / largest[contact] : 0
    }
    return nodes.map { node in
      guard sum[node] > 0 else { return .nan }
      return Double(ties.arcs.degree(of: node)) - redundancy[node] / sum[node]
    }
  }
}
