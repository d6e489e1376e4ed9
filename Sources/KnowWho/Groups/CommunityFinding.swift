/// How communities are found.
public enum CommunityMethod: String, Sendable, CaseIterable {
  /// Moves and refines until nothing improves; every community is connected.
  case leiden
  /// Moves and merges.
  case louvain
  /// Every actor takes the label that most around it have.
  case labels
  /// Takes away the tie that most shortest paths run along, again and again (Girvan and Newman).
  case removal
}

/// A search for communities with all that it depends on.
public struct CommunityFinding: Sendable, Equatable {
  /// How communities are found.
  public var method = CommunityMethod.leiden
  /// How good a division is told to be.
  public var quality = PartitionQuality.modularity
  /// The resolution of the quality, above 0.
  public var resolution = 1.0
  /// What ties count.
  public var values = EdgeValues.ones
  /// Equal seeds give equal communities.
  public var seed: UInt64 = 1
  /// How many there are to be by ``CommunityMethod/removal``; nil takes the greatest modularity.
  public var groups: Int?

  /// Rounds until nothing moves: few, as each starts from the communities of the one before.
  private static let roundLimit = 100

  /// Creates a search.
  public init() {}

  /// Finds communities.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: What was found, and how good it is.
  /// - Throws: ``GraphMeasures/MeasureError``.
  public func communities(
    of graph: Graph, _ execution: Execution
  ) throws(MeasureError) -> FoundCommunities {
    switch method {
    case .leiden:
      let found = try graph.leiden(
        quality: quality, resolution: resolution, values: values, seed: seed,
        iterationLimit: Self.roundLimit, execution: execution)
      return FoundCommunities(
        partition: found.partition, quality: found.quality, iterations: found.iterations,
        isStable: found.isStable)
    case .louvain:
      let found = try graph.louvain(
        quality: quality, resolution: resolution, values: values, seed: seed,
        execution: execution)
      return FoundCommunities(
        partition: found.partition, quality: found.quality, iterations: found.iterations,
        isStable: found.isStable)
    case .labels:
      return try judged(
        graph.labelPropagation(values: values, seed: seed, execution: execution), in: graph)
    case .removal:
      let removals = try graph.edgeBetweennessCommunities(groups: groups, execution: execution)
      let level = groups == nil ? removals.best : removals.levels.last
      return try judged(level?.partition ?? Partition([Int]()), in: graph)
    }
  }

  /// Says how good a division is that was found in another way.
  ///
  /// - Parameters:
  ///   - partition: The division.
  ///   - graph: The graph.
  /// - Returns: It with its quality.
  /// - Throws: ``GraphMeasures/MeasureError``.
  public func judged(
    _ partition: Partition, in graph: Graph
  ) throws(MeasureError) -> FoundCommunities {
    let value =
      switch quality {
      case .modularity:
        try graph.modularity(of: partition, resolution: resolution, values: values)
      case .constantPotts:
        try graph.constantPottsQuality(of: partition, resolution: resolution, values: values)
      }
    return FoundCommunities(partition: partition, quality: value, iterations: nil, isStable: nil)
  }
}

/// Communities and how good they are.
public struct FoundCommunities: Sendable, Equatable {
  /// The communities.
  public let partition: Partition
  /// How good they are.
  public let quality: Double
  /// How many rounds were run; nil where the search has none.
  public let iterations: Int?
  /// Whether a further round could not move anything; nil where the search has no rounds.
  public let isStable: Bool?
}
