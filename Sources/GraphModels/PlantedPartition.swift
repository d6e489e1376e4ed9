public import GraphStructure

extension Graph {
  /// Returns a random graph of equal groups (planted partition): pairs within a group are tied with
  /// one probability, pairs across with another, each apart.
  ///
  /// - Parameters:
  ///   - groups: How many groups there are.
  ///   - size: How many nodes each group has; numbers follow the groups.
  ///   - inside: The probability of an edge within a group, 0…1.
  ///   - between: The probability of an edge across groups, 0…1.
  ///   - generator: Where the random numbers come from.
  /// - Returns: A simple undirected graph.
  /// - Throws: ``ModelError`` for numbers or probabilities out of range.
  /// - Complexity: O(*n* log `groups` + *m*) on average.
  /// - SeeAlso: A. Condon, R. M. Karp. Algorithms for graph partitioning on the planted partition
  ///   model. Random Structures and Algorithms 18, 2001.
  public static func plantedPartition(
    groups: Int, size: Int, inside: Double, between: Double, using generator: inout SplitMix64
  ) throws(ModelError) -> Graph {
    try ModelError.checkGroups(groups: groups, size: size, inside: inside, between: between)
    let insidePairs = groups * PairOrder.count(of: size)
    try ModelError.check(
      expectedEdges: Double(insidePairs) * inside
        + Double(PairOrder.count(of: groups * size) - insidePairs) * between)
    return try BlockModel(
      blocks: (0..<(groups * size)).map { $0 / size },
      activity: [Double](repeating: 1, count: groups * size), inside: inside, between: between
    ).graph(using: &generator)
  }
}
