/// A graph whose nodes are of two modes, such as people and meetings, and whose edges run between
/// the modes only.
public struct TwoModeGraph: Sendable, Equatable {
  /// One of the two modes.
  public enum Mode: String, Sendable, CaseIterable {
    /// The nodes 0..<``TwoModeGraph/firstCount``.
    case first
    /// The nodes after them.
    case second
  }

  /// All nodes, those of the first mode in front; undirected.
  public let graph: Graph

  /// The number of nodes of the first mode.
  public let firstCount: Int

  /// The number of nodes of the second mode.
  public var secondCount: Int { graph.nodeCount - firstCount }

  /// Creates a two-mode graph from columns of edges.
  ///
  /// - Parameters:
  ///   - firstCount: The number of nodes of the first mode.
  ///   - secondCount: The number of nodes of the second mode.
  ///   - first: The end of each edge in the first mode, 0..<`firstCount`.
  ///   - second: The end of each edge in the second mode, 0..<`secondCount`.
  ///   - strengths: How close each edge ties its ends; finite.
  ///   - parallelEdges: What becomes of several edges between the same two nodes.
  /// - Throws: ``GraphError`` where the columns do not describe a graph.
  /// - Complexity: O(*n* + *m*).
  public init(
    firstCount: Int, secondCount: Int, first: [UInt32], second: [UInt32],
    strengths: [Double]? = nil, parallelEdges: ParallelEdges = .merge
  ) throws(GraphError) {
    for (edge, node) in first.enumerated() where node >= firstCount {
      throw .nodeOutOfRange(node: Int(node), edge: edge)
    }
    for (edge, node) in second.enumerated() where node >= secondCount {
      throw .nodeOutOfRange(node: Int(node), edge: edge)
    }
    guard firstCount + secondCount < Int(UInt32.max) else {
      throw .tooManyNodes(firstCount + secondCount)
    }
    self.firstCount = firstCount
    graph = try Graph(
      nodeCount: firstCount + secondCount, sources: first,
      targets: second.map { $0 + UInt32(firstCount) }, strengths: strengths,
      parallelEdges: parallelEdges)
  }

  /// Returns the nodes of one mode.
  ///
  /// - Parameter mode: The mode.
  /// - Returns: Their indices in ``graph``.
  public func nodes(of mode: Mode) -> Range<Int> {
    mode == .first ? 0..<firstCount : firstCount..<graph.nodeCount
  }

  /// Returns the graph of one mode in which two nodes are tied where they share a neighbor, with
  /// the number of shared neighbors as strength.
  ///
  /// - Parameters:
  ///   - mode: The mode whose nodes stay; they are numbered from 0.
  ///   - pairLimit: How many pairs, counted once a shared neighbor, may be made at most.
  /// - Returns: The projection; a node of the other mode that is tied to one node only leaves no
  ///   trace in it.
  /// - Throws: ``GraphError/tooManyPairs(_:limit:)`` before any memory is taken for them.
  /// - Complexity: O(*n* + Σ *d*²) over the degrees *d* of the other mode.
  public func projection(
    onto mode: Mode, pairLimit: Int = Graph.standardPairLimit
  ) throws(GraphError) -> Graph {
    let away = nodes(of: mode == .first ? .second : .first)
    return try graph.replacing(Array(away), pairLimit: pairLimit).graph
  }
}

extension Graph {
  /// How many pairs a projection makes at most unless it is told otherwise: 8 bytes each.
  public static let standardPairLimit = 400_000_000

  /// Returns the graph without some nodes, each replaced by ties between its neighbors.
  ///
  /// Two nodes that stay are tied with strength *s* + *c*, where *c* counts the replaced nodes that
  /// both are tied to, and *s* is the strength of their own edge: 0 without one, 1 where the graph
  /// has no strengths. Directions and distances are not kept: sharing has neither.
  ///
  /// - Parameters:
  ///   - replaced: Distinct nodes.
  ///   - pairLimit: How many pairs, counted once a replaced node, may be made at most.
  /// - Returns: The undirected graph, and for each of its nodes the node of this graph.
  /// - Throws: ``GraphError/tooManyPairs(_:limit:)`` before any memory is taken for them.
  /// - Complexity: O(*n* + *m* + Σ *d*²) over the degrees *d* of the replaced nodes.
  public func replacing(
    _ replaced: [Node], pairLimit: Int = Graph.standardPairLimit
  ) throws(GraphError) -> (graph: Graph, origin: [Node]) {
    guard !replaced.isEmpty else { return (undirected, Array(nodes)) }
    let source = undirected
    var isReplaced = [Bool](repeating: false, count: nodeCount)
    for node in replaced { isReplaced[node] = true }
    let origin = nodes.filter { !isReplaced[$0] }
    var newNode = [UInt32](repeating: 0, count: nodeCount)
    for (index, node) in origin.enumerated() { newNode[node] = UInt32(index) }

    var pairCount = 0
    for node in replaced {
      let degree = source.outgoing.degree(of: node)
      let (pairs, overflow) = degree.multipliedReportingOverflow(by: max(0, degree - 1))
      pairCount = overflow ? .max : pairCount.addingReportingOverflow(pairs / 2).partialValue
      if pairCount < 0 || pairCount > pairLimit {
        throw .tooManyPairs(pairCount < 0 ? .max : pairCount, limit: pairLimit)
      }
    }

    var sources: [UInt32] = []
    var targets: [UInt32] = []
    var strengths: [Double] = []
    for node in origin {
      for arc in source.outgoing.arcs(of: node) {
        let end = Int(source.outgoing.ends[arc])
        guard end >= node, !isReplaced[end] else { continue }
        sources.append(newNode[node])
        targets.append(newNode[end])
        strengths.append(source.outgoing.strengths?[arc] ?? 1)
      }
    }
    for node in replaced {
      // Parallel edges are one acquaintance; a replaced neighbor has no place in the result.
      var sharers: [UInt32] = []
      for end in source.outgoing.ends[source.outgoing.arcs(of: node)]
      where !isReplaced[Int(end)] && newNode[Int(end)] != sharers.last {
        sharers.append(newNode[Int(end)])
      }
      for (position, first) in sharers.enumerated() {
        for second in sharers[(position + 1)...] {
          sources.append(first)
          targets.append(second)
          strengths.append(1)
        }
      }
    }
    let graph = try Graph(
      nodeCount: origin.count, sources: sources, targets: targets, strengths: strengths)
    return (graph, origin)
  }
}
