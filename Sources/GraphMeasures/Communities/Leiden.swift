public import GraphStructure

/// Communities that were found.
public struct Communities: Sendable, Equatable {
  /// The communities.
  public let partition: Partition

  /// How good they are, by the function and the resolution that were asked for.
  public let quality: Double

  /// How many rounds were run.
  public let iterations: Int

  /// How many graphs the last round went through, each made of the communities of the one before.
  public let levels: Int

  /// Whether a round has found nothing to move, so that a further one could not either.
  public let isStable: Bool

  /// The number of communities.
  public var count: Int { partition.count }
}

extension Graph {
  /// Returns communities by the Leiden algorithm.
  ///
  /// A round moves nodes to the community where they add most to the quality, as long as that
  /// helps; cuts communities into well-connected sets; makes a graph whose nodes are these sets,
  /// where it starts from the communities; and goes on until no set moves. The next round starts
  /// with all nodes in the communities found. The quality never goes down from one round to the
  /// next, and is never below that of every node alone.
  ///
  /// Communities are connected, and no two of them would be better as one. In a stable result no
  /// node would be better off elsewhere. The best quality of all is hard to find (NP-hard), and
  /// seeds may find different communities of nearly the same quality. In a directed graph arcs
  /// either way tie their ends. A node without edges, and every node if edges count nothing, is
  /// alone. A self loop changes no move but through the degree of its node.
  ///
  /// In the refinement a node joins the set to which it adds most: the published algorithm draws
  /// among all sets to which it adds, the likelier the more it adds.
  ///
  /// - Parameters:
  ///   - quality: What is to be made large.
  ///   - resolution: How small communities are to be, finite and above 0: the larger the smaller.
  ///     1 is usual for modularity; for the constant Potts model it is the density above which
  ///     nodes are better off together.
  ///   - values: Whether edges count 1 or their strengths, which must not be below 0.
  ///   - seed: Equal seeds give equal communities, on any number of threads.
  ///   - iterationLimit: How many rounds at most, at least 1. It stops at the first that moves
  ///     nothing.
  ///   - execution: Progress and cancellation; one thread is used.
  /// - Returns: The communities, their quality, and how they were found.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)`` or
  ///   ``MeasureError/negativeStrength(_:source:target:)``.
  /// - Complexity: About O(*n* + *m*) a pass over the nodes, of which a round takes some ten;
  ///   O(*n* + *m*) space.
  /// - SeeAlso: V. A. Traag, L. Waltman, N. J. van Eck. From Louvain to Leiden: guaranteeing
  ///   well-connected communities. Scientific Reports 9, 2019.
  public func leiden(
    quality: PartitionQuality = .modularity, resolution: Double = 1, values: EdgeValues = .ones,
    seed: UInt64 = 1, iterationLimit: Int = 2, execution: Execution = .standard
  ) throws(MeasureError) -> Communities {
    guard iterationLimit >= 1 else {
      throw .parameterOutOfRange(
        name: "iterationLimit", value: Double(iterationLimit), allowed: "at least 1")
    }
    return try communities(
      quality, resolution, values, seed, refining: true, iterationLimit, execution)
  }

  /// Returns communities by the Louvain algorithm.
  ///
  /// Nodes are moved to the community where they add most to the quality, as long as that helps;
  /// then each community becomes a node, and so on until nothing moves. It is faster than
  /// ``leiden(quality:resolution:values:seed:iterationLimit:execution:)`` and usually somewhat
  /// worse: a community may even fall into parts that no edge joins.
  ///
  /// The quality is never below that of every node alone, and no two communities would be better as
  /// one. Directions, self loops and nodes without edges are as there.
  ///
  /// - Parameters:
  ///   - quality: What is to be made large.
  ///   - resolution: How small communities are to be, finite and above 0: the larger the smaller.
  ///   - values: Whether edges count 1 or their strengths, which must not be below 0.
  ///   - seed: Equal seeds give equal communities, on any number of threads.
  ///   - execution: Progress and cancellation; one thread is used.
  /// - Returns: The communities, their quality, and how they were found.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)`` or
  ///   ``MeasureError/negativeStrength(_:source:target:)``.
  /// - Complexity: About O(*n* + *m*) a pass over the nodes; O(*n* + *m*) space.
  /// - SeeAlso: V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre. Fast unfolding of
  ///   communities in large networks. Journal of Statistical Mechanics, 2008.
  public func louvain(
    quality: PartitionQuality = .modularity, resolution: Double = 1, values: EdgeValues = .ones,
    seed: UInt64 = 1, execution: Execution = .standard
  ) throws(MeasureError) -> Communities {
    try communities(quality, resolution, values, seed, refining: false, 1, execution)
  }

  private func communities(
    _ quality: PartitionQuality, _ resolution: Double, _ values: EdgeValues, _ seed: UInt64,
    refining: Bool, _ iterationLimit: Int, _ execution: Execution
  ) throws(MeasureError) -> Communities {
    try checkQuality(resolution, values)
    let search =
      if isDirected, quality == .modularity {
        CommunitySearch(
          directedModularityGraph(resolution, values), seed: seed, refining: refining,
          iterationLimit: iterationLimit, execution)
      } else {
        CommunitySearch(
          communityGraph(quality, resolution, values), seed: seed, refining: refining,
          iterationLimit: iterationLimit, execution)
      }
    let partition = Partition(numbering: search.labels)
    return Communities(
      partition: partition,
      quality: try self.quality(quality, of: partition, resolution, values),
      iterations: search.iterations, levels: search.levels, isStable: search.isStable)
  }
}
