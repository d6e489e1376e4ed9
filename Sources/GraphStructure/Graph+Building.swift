/// What becomes of several edges between the same two nodes.
public enum ParallelEdges: String, Sendable, CaseIterable {
  /// They become one edge: strengths are added, the least distance is kept.
  case merge
  /// Each stays an edge of its own.
  case keep
  /// The graph is not built.
  case refuse
}

/// What becomes of an edge from a node to itself.
public enum SelfLoops: String, Sendable, CaseIterable {
  /// It is left out, and counted in ``Graph/droppedLoopCount``.
  case drop
  /// It stays.
  case keep
  /// The graph is not built.
  case refuse
}

/// Why a graph could not be built.
public enum GraphError: Error, Equatable, Sendable {
  /// The columns of the edge list differ in length.
  case columnsDiffer
  /// There are more nodes than 32 bits can number.
  case tooManyNodes(Int)
  /// An edge names a node outside 0..<node count.
  case nodeOutOfRange(node: Int, edge: Int)
  /// A strength or distance is not a finite number.
  case notFinite(Double, edge: Int)
  /// An edge ties a node to itself, and self loops are refused.
  case selfLoop(node: Int, edge: Int)
  /// Two edges tie the same nodes, and parallel edges are refused.
  case parallelEdge(source: Int, target: Int)
  /// Distances are to be made of strengths, and there are none.
  case noStrengths
  /// Distances are to be made of strengths, and one is not above 0.
  case strengthNotPositive(Double, source: Int, target: Int)
  /// Replacing nodes by ties between their neighbors would make too many of them.
  case tooManyPairs(Int, limit: Int)
}

extension Graph {
  /// Creates a graph from columns of edges.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes; nodes without an edge are isolated.
  ///   - sources: Where each edge begins.
  ///   - targets: Where each edge ends.
  ///   - strengths: How close each edge ties its ends (more is closer); finite.
  ///   - distances: How far each edge holds its ends apart (more is farther); finite.
  ///   - isDirected: Whether edges have a direction.
  ///   - parallelEdges: What becomes of several edges between the same two nodes; in an undirected
  ///     graph *u*–*v* and *v*–*u* are parallel, in a directed graph they are not.
  ///   - selfLoops: What becomes of an edge from a node to itself.
  /// - Throws: ``GraphError`` where the columns do not describe a graph.
  /// - Complexity: O(*n* + *m*) time and space.
  public init(
    nodeCount: Int, sources: [UInt32], targets: [UInt32], strengths: [Double]? = nil,
    distances: [Double]? = nil, isDirected: Bool = false, parallelEdges: ParallelEdges = .merge,
    selfLoops: SelfLoops = .keep
  ) throws(GraphError) {
    guard nodeCount >= 0, nodeCount < Int(UInt32.max) else { throw .tooManyNodes(nodeCount) }
    guard sources.count == targets.count, strengths.map({ $0.count == sources.count }) ?? true,
      distances.map({ $0.count == sources.count }) ?? true
    else { throw .columnsDiffer }
    var loops = 0
    for edge in sources.indices {
      let source = Int(sources[edge])
      let target = Int(targets[edge])
      if source >= nodeCount { throw .nodeOutOfRange(node: source, edge: edge) }
      if target >= nodeCount { throw .nodeOutOfRange(node: target, edge: edge) }
      if source == target {
        if selfLoops == .refuse { throw .selfLoop(node: source, edge: edge) }
        loops += 1
      }
    }
    for column in [strengths, distances] {
      guard let column else { continue }
      if let edge = column.firstIndex(where: { !$0.isFinite }) {
        throw .notFinite(column[edge], edge: edge)
      }
    }

    // The first pass puts each arc in the row of its far end, transposing sorts it into that of
    // its near end. An undirected edge goes both ways, so there the near end serves as well.
    let scattered = Rows(
      nodeCount: nodeCount, nearEnds: targets, farEnds: sources, bothWays: !isDirected,
      keepsLoops: selfLoops == .keep, strengths: strengths, distances: distances)
    let sorted = scattered.transposed()
    if parallelEdges == .refuse, let (source, target) = sorted.firstParallelArc {
      throw .parallelEdge(source: source, target: target)
    }
    let rows = parallelEdges == .merge ? sorted.merged() : sorted
    self.init(
      outgoing: rows, isDirected: isDirected,
      givenEdgeCount: sources.count, droppedLoopCount: selfLoops == .drop ? loops : 0)
  }

  /// Creates a graph from pairs of nodes.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - edges: Source and target of each edge.
  ///   - strengths: How close each edge ties its ends; finite.
  ///   - distances: How far each edge holds its ends apart; finite.
  ///   - isDirected: Whether edges have a direction.
  ///   - parallelEdges: What becomes of several edges between the same two nodes.
  ///   - selfLoops: What becomes of an edge from a node to itself.
  /// - Throws: ``GraphError`` where the edges do not describe a graph.
  /// - Complexity: O(*n* + *m*) time and space.
  public init(
    nodeCount: Int, edges: [(source: Node, target: Node)], strengths: [Double]? = nil,
    distances: [Double]? = nil, isDirected: Bool = false, parallelEdges: ParallelEdges = .merge,
    selfLoops: SelfLoops = .keep
  ) throws(GraphError) {
    for (index, edge) in edges.enumerated() {
      for node in [edge.source, edge.target] where node < 0 || node >= nodeCount {
        throw .nodeOutOfRange(node: node, edge: index)
      }
    }
    try self.init(
      nodeCount: nodeCount, sources: edges.map { UInt32($0.source) },
      targets: edges.map { UInt32($0.target) }, strengths: strengths, distances: distances,
      isDirected: isDirected, parallelEdges: parallelEdges, selfLoops: selfLoops)
  }
}
