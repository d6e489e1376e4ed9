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
  ///   - execution: How many threads work at once. The graph is the same at any number of them; it
  ///     is always finished.
  /// - Throws: ``GraphError`` where the columns do not describe a graph.
  /// - Complexity: O(*n* + *m*) time and space, least where the edges come in order.
  public init(
    nodeCount: Int, sources: [UInt32], targets: [UInt32], strengths: [Double]? = nil,
    distances: [Double]? = nil, isDirected: Bool = false, parallelEdges: ParallelEdges = .merge,
    selfLoops: SelfLoops = .keep, execution: Execution = .standard
  ) throws(GraphError) {
    guard nodeCount >= 0, nodeCount < Int(UInt32.max) else { throw .tooManyNodes(nodeCount) }
    guard sources.count == targets.count, strengths.map({ $0.count == sources.count }) ?? true,
      distances.map({ $0.count == sources.count }) ?? true
    else { throw .columnsDiffer }
    // What was begun is finished: kernels rely on ascending rows even when they are cancelled.
    let execution = Execution(threads: execution.threads)
    let loops = try Self.checkEnds(sources, targets, nodeCount, selfLoops, execution)
    for column in [strengths, distances] {
      guard let column else { continue }
      if let edge = column.firstIndex(where: { !$0.isFinite }) {
        throw .notFinite(column[edge], edge: edge)
      }
    }

    var rows = Rows(
      EdgeArcs(
        nodeCount: nodeCount, nearEnds: sources, farEnds: targets, bothWays: !isDirected,
        keepsLoops: selfLoops == .keep),
      strengths: strengths.map { Column($0) }, distances: distances.map { Column($0) },
      execution: execution)
    var order = rows.order(execution)
    // Edges that come in order, as files often hold them, make ascending rows at once. Else
    // transposing twice sorts; an undirected graph is its own transpose, so there once is enough.
    if !order.isAscending {
      if isDirected { rows = rows.transposed(execution) }
      rows = rows.transposed(execution)
      order = rows.order(execution)
    }
    if order.hasParallelArcs {
      switch parallelEdges {
      case .keep: break
      case .merge:
        rows = rows.merged()
        if order.loopCount > 0 { order = rows.order(execution) }
      case .refuse:
        if let (source, target) = rows.firstParallelArc {
          throw .parallelEdge(source: source, target: target)
        }
      }
    }
    self.init(
      outgoing: rows, isDirected: isDirected, loopCount: order.loopCount,
      givenEdgeCount: sources.count, droppedLoopCount: selfLoops == .drop ? loops : 0,
      execution: execution)
  }

  /// Makes sure that all ends are nodes, and returns the number of self loops.
  private static func checkEnds(
    _ sources: [UInt32], _ targets: [UInt32], _ nodeCount: Int, _ selfLoops: SelfLoops,
    _ execution: Execution
  ) throws(GraphError) -> Int {
    let chunkSize = 1 << 18
    let (loops, greatest) =
      sources.count <= chunkSize
      ? loopsAndGreatest(sources.span, targets.span)
      : execution.reduceChunks(
        of: sources.count, chunkSize: chunkSize, into: (0, UInt32(0)), makeScratch: {},
        work: { edges, _ in
          loopsAndGreatest(sources.span.extracting(edges), targets.span.extracting(edges))
        },
        merge: { $0 = ($0.0 + $1.0, max($0.1, $1.1)) })
    guard sources.count > 0, Int(greatest) >= nodeCount || (loops > 0 && selfLoops == .refuse)
    else { return loops }
    for edge in sources.indices {
      let source = Int(sources[edge])
      let target = Int(targets[edge])
      if source >= nodeCount { throw .nodeOutOfRange(node: source, edge: edge) }
      if target >= nodeCount { throw .nodeOutOfRange(node: target, edge: edge) }
      if source == target, selfLoops == .refuse { throw .selfLoop(node: source, edge: edge) }
    }
    return loops
  }

  /// Returns the number of edges from a node to itself, and the greatest end.
  private static func loopsAndGreatest(
    _ sources: Span<UInt32>, _ targets: Span<UInt32>
  ) -> (Int, UInt32) {
    var loops = 0
    var greatest: UInt32 = 0
    for edge in sources.indices {
      greatest = max(greatest, max(sources[edge], targets[edge]))
      loops += sources[edge] == targets[edge] ? 1 : 0
    }
    return (loops, greatest)
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
