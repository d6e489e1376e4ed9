public import GraphStructure

extension Graph {
  /// Divides the nodes into positions by CONCOR, the convergence of iterated correlations.
  ///
  /// The profiles of nodes are correlated, as in
  /// ``structuralEquivalence(by:diagonal:values:execution:)``; the columns of the table of
  /// correlations are correlated again, and so on, until all are 1 or −1. The nodes that have 1 with
  /// each other are a position: two of them as a rule. Each is then divided in the same way, by what
  /// its nodes have with the **whole** network.
  ///
  /// A position stays whole where all correlations come to 1, and where they come to rest between 1
  /// and −1, as in a ring, whose nodes nothing tells apart. A node without ties, and any other whose
  /// profile holds the same everywhere, correlates 1 with nodes of the same profile and 0 with
  /// others.
  ///
  /// - Parameters:
  ///   - splits: How often every position is divided, at least 1: at most 2ˢ positions come of *s*.
  ///   - diagonal: What becomes of the ties between the two nodes that are correlated; retained in
  ///     the original.
  ///   - values: Whether a tie counts 1 or its strength, which must not be below 0.
  ///   - iterationLimit: After how many correlations it gives up.
  ///   - execution: Threads and cancellation.
  /// - Returns: The positions after each of the splits; after a cancellation fewer may have been
  ///   divided.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)``,
  ///   ``MeasureError/negativeStrength(_:source:target:)``,
  ///   ``MeasureError/memoryTooSmall(measure:needed:limit:)`` or
  ///   ``MeasureError/notConverged(measure:iterations:change:tolerance:)``.
  /// - Complexity: O(*n* *m*), and O(*b*³) an iteration for a position of *b* nodes.
  /// - SeeAlso: R. L. Breiger, S. A. Boorman, P. Arabie. An algorithm for clustering relational data
  ///   with applications to social network analysis and comparison with multidimensional scaling.
  ///   Journal of Mathematical Psychology 12, 1975.
  public func concor(
    splits: Int = 2, diagonal: ProfileDiagonal = .retained, values: EdgeValues = .ones,
    iterationLimit: Int = 1000, execution: Execution = .standard
  ) throws(MeasureError) -> [Partition] {
    guard splits >= 1 else {
      throw .parameterOutOfRange(name: "splits", value: Double(splits), allowed: "at least 1")
    }
    try PairValues.checkMemory(of: "CONCOR", nodeCount, numbersPerPair: 4, execution)
    let correlations = try profileCorrelations(diagonal, values, execution)
    var labels = [Int](repeating: 0, count: nodeCount)
    var levels: [Partition] = []
    for _ in 0..<splits {
      var next = labels
      for members in Partition(labels).members where members.count > 1 {
        for node in try correlations.secondHalf(of: members, iterationLimit, execution) {
          // No other position has the number of a node that it does not hold.
          next[node] = nodeCount + members[0]
        }
      }
      let partition = Partition(next)
      levels.append(partition)
      labels = partition.labels
    }
    return levels
  }

  /// Returns the correlations of profiles; those that are not defined are 1 between equal profiles
  /// and 0 otherwise.
  private func profileCorrelations(
    _ diagonal: ProfileDiagonal, _ values: EdgeValues, _ execution: Execution
  ) throws(MeasureError) -> PairValues {
    let correlations = try structuralEquivalence(
      by: .correlation, diagonal: diagonal, values: values, execution: execution)
    guard correlations.values.contains(where: \.isNaN) else { return correlations }
    let matches = try structuralEquivalence(
      by: .matches, diagonal: diagonal, values: values, execution: execution)
    return PairValues(
      nodeCount: nodeCount, ownValue: 1,
      values: zip(correlations.values, matches.values).map { $0.isNaN ? ($1 == 1 ? 1 : 0) : $0 })
  }
}

extension PairValues {
  /// How near to 1 or −1 all correlations must be, and how little they may change where they are
  /// not.
  private static let concorTolerance = 1e-9

  /// Returns those of some nodes whose iterated correlation with the first of them comes to −1.
  ///
  /// - Parameters:
  ///   - members: Some nodes.
  ///   - iterationLimit: After how many correlations it gives up.
  ///   - execution: Threads and cancellation.
  /// - Returns: The nodes; none where they are not divided.
  /// - Throws: ``MeasureError/notConverged(measure:iterations:change:tolerance:)``.
  fileprivate func secondHalf(
    of members: [Int], _ iterationLimit: Int, _ execution: Execution
  ) throws(MeasureError) -> [Int] {
    var table = PairValues(nodeCount: members.count, ownValue: 1, execution.unstoppable) {
      self[members[$0], members[$1]]
    }
    var iterations = 0
    while table.values.contains(where: { abs($0) < 1 - Self.concorTolerance }) {
      guard !execution.isCancelled() else { return [] }
      let next = table.correlatedColumns(execution.unstoppable)
      let change = zip(next.values, table.values).reduce(0) { max($0, abs($1.0 - $1.1)) }
      guard change > Self.concorTolerance else { return [] }
      iterations += 1
      guard iterations < iterationLimit else {
        throw .notConverged(
          measure: "CONCOR", iterations: iterations, change: change,
          tolerance: Self.concorTolerance)
      }
      table = next
    }
    return members.indices.filter { table[0, $0] < 0 }.map { members[$0] }
  }

  /// Returns the correlations of the columns of the table, own values included; 0 for columns that
  /// hold the same everywhere.
  private func correlatedColumns(_ execution: Execution) -> PairValues {
    let count = nodeCount
    let columns = execution.map(count, chunkSize: Execution.sourcesPerChunk, makeScratch: {}) {
      column, _ in
      var entries = (0..<count).map { self[column, $0] }
      let mean = entries.reduce(0, +) / Double(count)
      for index in entries.indices { entries[index] -= mean }
      entries.scaleToUnitLength()
      return entries
    }
    return PairValues(nodeCount: count, ownValue: 1, execution) { first, second in
      max(-1, min(1, columns[first].dotProduct(columns[second])))
    }
  }
}
