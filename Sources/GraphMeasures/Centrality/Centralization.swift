public import GraphStructure

/// How far a graph is dominated by one node (Freeman).
///
/// > Σ (*C*(*v**) − *C*(*v*)) over all nodes *v*, where *C*(*v**) is the greatest score
public struct Centralization: Sendable, Equatable {
  /// The sum of the differences between the greatest score and all scores.
  public let raw: Double

  /// The greatest sum that a graph of as many nodes can have; a star has it.
  public let maximum: Double

  /// The sum as a share of the maximum: 1 for a star, 0 where all nodes score alike; NaN where it
  /// is not defined.
  public var scaled: Double { maximum > 0 ? raw / maximum : .nan }

  init(of scores: [Double], maximum: Double) {
    let greatest = scores.max() ?? 0
    raw = scores.reduce(0) { $0 + (greatest - $1) }
    self.maximum = maximum
  }
}

extension Graph {
  /// Returns the centralization of degrees.
  ///
  /// The maximum is (*n* − 1)(*n* − 2) in an undirected graph and (*n* − 1)² in a directed one,
  /// where a star has arcs one way only. Self loops and parallel edges are not counted. It is not
  /// defined, and NaN, for fewer than three nodes in an undirected graph, two in a directed one.
  ///
  /// - Parameter direction: Whether out-degrees or in-degrees are compared.
  /// - Returns: The sum of differences, its maximum and their quotient.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: L. C. Freeman. Centrality in social networks. Social Networks 1, 1979.
  public func degreeCentralization(direction: Direction = .outgoing) -> Centralization {
    let arcs = simpleArcs(direction)
    let others = Double(max(0, nodeCount - 1))
    return Centralization(
      of: nodes.map { Double(arcs.degree(of: $0)) },
      maximum: isDirected ? others * others : others * (others - 1))
  }

  /// Returns the centralization of closeness, directions ignored.
  ///
  /// Scores are (*n* − 1) / Σ *d*; their differences sum up to at most (*n* − 1)(*n* − 2) /
  /// (2*n* − 3). Freeman defines it for connected graphs: in a disconnected one, and for fewer than
  /// three nodes, all of it is NaN.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The sum of differences, its maximum and their quotient.
  /// - Complexity: O(*n* (*n* + *m*)).
  /// - SeeAlso: L. C. Freeman. Centrality in social networks. Social Networks 1, 1979.
  public func closenessCentralization(execution: Execution = .standard) -> Centralization {
    guard nodeCount > 2, components().count == 1 else {
      return Centralization(of: [.nan], maximum: .nan)
    }
    let others = Double(max(0, nodeCount - 1))
    return Centralization(
      of: undirected.closeness(execution: execution).scores,
      maximum: others * (others - 1) / (2 * others - 1))
  }

  /// Returns the centralization of betweenness.
  ///
  /// Scores are raw; the maximum is (*n* − 1)²(*n* − 2) / 2 in an undirected graph and twice that
  /// in a directed one. It is NaN for fewer than three nodes.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The sum of differences, its maximum and their quotient.
  /// - Complexity: O(*n* (*n* + *m*)).
  /// - SeeAlso: L. C. Freeman. Centrality in social networks. Social Networks 1, 1979.
  public func betweennessCentralization(execution: Execution = .standard) -> Centralization {
    let others = Double(max(0, nodeCount - 1))
    return Centralization(
      of: betweenness(scaling: .raw, execution: execution),
      maximum: others * others * (others - 1) / (isDirected ? 1 : 2))
  }
}
