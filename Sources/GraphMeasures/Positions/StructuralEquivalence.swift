public import GraphStructure

/// How the profiles of two nodes are compared.
public enum TieComparison: String, Sendable, CaseIterable {
  /// The root of the sum of squared differences: 0 where the profiles are the same.
  case euclidean
  /// Pearson's correlation: 1 where one is a rising straight line of the other.
  case correlation
  /// Of the places where either has a tie, the share where both have one; 1 where neither has any.
  case jaccard
  /// The share of places where both have the same.
  case matches

  /// Whether a greater number means more alike, as it does for all but distances.
  public var isLikeness: Bool { self != .euclidean }
}

/// What becomes of the ties between the two nodes that are compared, and with themselves.
public enum ProfileDiagonal: String, Sendable, CaseIterable {
  /// What the one has with itself is compared with what the other has with itself, and the tie one
  /// way between them with the tie the other way.
  case reciprocal
  /// Both places are left out.
  case ignored
  /// Place is compared with place, as everywhere else.
  case retained
}

extension Graph {
  /// Returns how nearly any two nodes are structurally equivalent: whether they have the same ties
  /// with the same others.
  ///
  /// The profile of a node holds what it has with every node: in an undirected graph its row of the
  /// matrix of ties; in a directed one its row and its column behind each other, so that ties that
  /// leave and ties that enter count alike. Two nodes whose ties lead to the same others and come
  /// from the same others have distance 0 and correlation 1. Parallel edges count once, or their
  /// strengths are added; a self loop is a tie of a node with itself.
  ///
  /// - Note: In a directed graph whose arcs all lead both ways, distances are √2 times those of the
  ///   undirected graph, as every tie stands in the row and in the column.
  /// - Parameters:
  ///   - comparison: What is found; each case says how.
  ///   - diagonal: What becomes of the ties between the two themselves. By default they are
  ///     exchanged: else two nodes that are tied to each other and otherwise alike would differ.
  ///   - values: Whether a tie counts 1 or its strength, which must not be below 0.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: A number for every pair. Correlations are NaN where all places of a profile hold
  ///   the same, as for a node without ties; matches are NaN where there is no place to compare.
  /// - Throws: ``MeasureError/negativeStrength(_:source:target:)``, or
  ///   ``MeasureError/memoryTooSmall(measure:needed:limit:)`` where the result does not fit.
  /// - Complexity: O(*n* (*n* + *m*)) time, 4 *n*² bytes.
  /// - SeeAlso: F. Lorrain, H. C. White. Structural equivalence of individuals in social networks.
  ///   Journal of Mathematical Sociology 1, 1971; R. S. Burt. Positions in networks. Social Forces
  ///   55, 1976.
  public func structuralEquivalence(
    by comparison: TieComparison = .euclidean, diagonal: ProfileDiagonal = .reciprocal,
    values: EdgeValues = .ones, execution: Execution = .standard
  ) throws(MeasureError) -> PairValues {
    try checkStrengths(values)
    try PairValues.checkMemory(of: "Structural equivalence", nodeCount, execution)
    let rows = TieProfiles(outgoing, values)
    let columns = isDirected ? TieProfiles(incoming, values) : nil
    return PairValues(
      nodeCount: nodeCount, ownValue: comparison.isLikeness ? 1 : 0, execution
    ) { first, second in
      var sums = ProfileSums()
      rows.compare(first, second, diagonal, into: &sums)
      columns?.compare(first, second, diagonal, into: &sums)
      return sums.value(of: comparison)
    }
  }
}
