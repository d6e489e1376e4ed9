public import GraphStructure

extension Graph {
  /// Returns Burt's constraint of every node, indexed by node: how far its contacts are tied to
  /// each other and so leave it no choice.
  ///
  /// > *c*(*u*) = Σ (*p*(*u*, *v*) + Σ *p*(*u*, *w*) *p*(*w*, *v*))² over the contacts *v* of *u*
  /// >
  /// > *p*(*u*, *v*) = (*a*(*u*, *v*) + *a*(*v*, *u*)) / Σ (*a*(*u*, *w*) + *a*(*w*, *u*))
  ///
  /// where the inner sum runs over *w* ≠ *u*, *v*, and *a* is 1 for every arc. Contacts are tied
  /// either way. The shares *p* are those of the **whole network**, as in networkx and igraph:
  /// what a contact spends outside the ego network counts too (UCINET's default leaves it out). Self
  /// loops are ignored, parallel edges count once. A node without contacts has no constraint: NaN.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The scores; low for brokers. They can pass 1 where a node has few contacts.
  /// - Complexity: O(*m* · √*m*).
  /// - SeeAlso: R. S. Burt. Structural holes, 1992, chapter 2.
  public func constraint(execution: Execution = .standard) -> [Double] {
    constraint(ThirdParties(neighborArcs()), execution)
  }

  /// Returns Burt's constraint of every node, with edges that count 1 or their strengths.
  ///
  /// - Parameters:
  ///   - values: Whether *a*(*u*, *v*) is 1 or the strength of the arc, which must not be below 0.
  ///     Strengths of parallel edges are added. Where all strengths at a node are 0, it counts as
  ///     one without contacts: NaN.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores.
  /// - Throws: ``MeasureError/negativeStrength(_:source:target:)``.
  /// - Complexity: O(*m* · √*m*).
  public func constraint(
    values: EdgeValues, execution: Execution = .standard
  ) throws(MeasureError) -> [Double] {
    try checkStrengths(values)
    return constraint(ThirdParties(neighborArcs(values)), execution)
  }

  private func constraint(_ ties: ThirdParties, _ execution: Execution) -> [Double] {
    let sum = ties.sum
    let sums = ties.sums(factor: sum.map { $0 > 0 ? 1 / $0 : 0 }, execution) {
      value, around, node, _ in
      let share = (value + around) / sum[node]
      return share * share
    }
    return nodes.map { sum[$0] > 0 ? sums[$0] : .nan }
  }
}
