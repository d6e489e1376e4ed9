/// How the positions of a network are found.
public enum PositionMethod: String, Sendable, CaseIterable {
  /// Actors with the same ties to the same others, clustered by how their ties differ.
  case structural
  /// Actors with the same kinds of ties to others who are alike in turn, by REGE.
  case regular
  /// Iterated correlations, which divide every position in two.
  case concor
}

/// A search for positions with all that it depends on.
public struct PositionSearch: Sendable, Equatable {
  /// How many positions are found where nothing else is said.
  public static let standardGroups = 4

  /// How positions are found.
  public let method: PositionMethod
  /// How many there are to be; the greatest number by CONCOR, which doubles it split by split.
  public let groups: Int
  /// How ties are compared in the structural way.
  public let comparison: TieComparison
  /// How actors are clustered, except by CONCOR.
  public let linkage: Linkage
  /// What a tie counts.
  public let values: EdgeValues

  /// Creates a search.
  ///
  /// - Parameters:
  ///   - method: How positions are found.
  ///   - groups: How many, at least 1.
  ///   - comparison: How ties are compared in the structural way.
  ///   - linkage: How actors are clustered.
  ///   - values: What a tie counts.
  public init(
    method: PositionMethod, groups: Int = PositionSearch.standardGroups,
    comparison: TieComparison = .euclidean, linkage: Linkage = .average,
    values: EdgeValues = .ones
  ) {
    self.method = method
    self.groups = groups
    self.comparison = comparison
    self.linkage = linkage
    self.values = values
  }

  /// Finds the positions of a graph's nodes.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The positions; by CONCOR there may be fewer than asked for.
  /// - Throws: ``GraphMeasures/MeasureError``, among others where there are more groups than nodes.
  public func positions(
    of graph: Graph, _ execution: Execution
  ) throws(MeasureError) -> Partition {
    guard graph.nodeCount > 0 else { return Partition([Int]()) }
    guard groups >= 1, groups <= graph.nodeCount else {
      throw .parameterOutOfRange(
        name: "groups", value: Double(groups), allowed: "from 1 to \(graph.nodeCount)")
    }
    let differences: PairValues
    switch method {
    case .structural:
      let found = try graph.structuralEquivalence(
        by: comparison, values: values, execution: execution)
      differences = comparison.isLikeness ? found.differences : found
    case .regular:
      differences = try graph.regularEquivalence(values: values, execution: execution).differences
    case .concor:
      let splits = max(1, groups.bitWidth - 1 - groups.leadingZeroBitCount)
      let levels = try graph.concor(splits: splits, values: values, execution: execution)
      return levels[levels.count - 1]
    }
    guard !execution.isCancelled() else {
      return Partition([Int](repeating: 0, count: graph.nodeCount))
    }
    let dendrogram = try differences.clustered(by: linkage, execution: execution)
    return try dendrogram.partition(into: groups)
  }
}
