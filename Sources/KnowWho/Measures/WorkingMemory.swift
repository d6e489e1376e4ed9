/// How much memory a measure works in, beside the graph.
public struct WorkingMemory: Sendable, Equatable {
  /// The bytes that all threads take together, the result included.
  public let shared: Int

  /// The bytes that each thread takes further.
  public let perThread: Int

  /// The bytes that each thread takes further by slower ways, where there is no room for
  /// ``perThread``: each less than the one before.
  public let narrowerPerThread: [Int]

  /// The bytes that each thread takes at least.
  public var leastPerThread: Int { narrowerPerThread.last ?? perThread }

  /// Creates a need.
  ///
  /// - Parameters:
  ///   - shared: The bytes that all threads take together.
  ///   - perThread: The bytes that each thread takes further.
  ///   - narrowerPerThread: The bytes that each thread takes by slower ways; only those are of use
  ///     that are less than the ones before.
  public init(shared: Int, perThread: Int, narrowerPerThread: [Int] = []) {
    self.shared = shared
    self.perThread = perThread
    var narrower: [Int] = []
    for bytes in narrowerPerThread where bytes < narrower.last ?? perThread {
      narrower.append(bytes)
    }
    self.narrowerPerThread = narrower
  }

  /// Returns the bytes taken on some threads.
  ///
  /// - Parameter threads: How many work at once.
  /// - Returns: The sum.
  public func total(threads: Int) -> Int { shared + threads * perThread }

  /// The least bytes that will do: those of one thread.
  public var least: Int { shared + leastPerThread }

  /// Returns the bytes taken by work that keeps to its memory where it can.
  ///
  /// - Parameter execution: How the work is carried out.
  /// - Returns: The sum; the least that will do where that is more than there is.
  public func taken(by execution: Execution) -> Int {
    for bytes in [perThread] + narrowerPerThread {
      guard let fitting = execution.fitting(perThread: bytes, shared: shared) else { continue }
      return shared + fitting.threads * bytes
    }
    return least
  }
}

extension NodeMeasure {
  /// Returns how much memory the measure works in.
  ///
  /// The bytes a node and an arc were counted in the code and checked against what the process
  /// took on R-MAT graphs of 0.2 to 3.8 million edges, which was never more.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - settings: What it is computed with.
  /// - Returns: Bytes.
  public func workingMemory(on graph: Graph, _ settings: Settings) -> WorkingMemory {
    let (nodes, arcs) = (graph.nodeCount, graph.outgoing.arcCount)
    // Rows in an order of their own, turned round too where arcs have a direction.
    let ordered = (graph.isDirected ? 2 : 1) * (16 * nodes + 8 * arcs)
    let use: (shared: Int, perThread: Int)
    switch (name, settings.lengths) {
    case ("harmonic", .steps) where settings.precision != nil:
      let precision = settings.fittingPrecision(on: graph)
      let perThread = Graph.growthOfBalls
      return WorkingMemory(
        shared: graph.sketchMemory(precision: precision) - perThread, perThread: perThread)
    case ("betweenness", .steps) where settings.sampling != nil:
      // Lists of both directions, and two searches that meet.
      use = ((graph.isDirected ? 2 : 1) * (8 * nodes + 4 * arcs) + 48 * nodes, 80 * nodes)
    case ("betweenness", .steps): return graph.betweennessMemory
    case ("closeness", .steps), ("harmonic", .steps), ("decay", _), ("eccentricity", _):
      // 512 sources at once: two sets of bits, lists, and sums that wait for their turn.
      use = (ordered + 88 * nodes, 250 * nodes)
    case ("reach2", _), ("reach3", _):
      // The same, or rows of words beside those of ends.
      use = (ordered + 6 * arcs + 88 * nodes, 250 * nodes)
    case ("closeness", _), ("harmonic", _): use = (12 * arcs + 48 * nodes, 40 * nodes)
    case ("betweenness", _): use = (12 * arcs + 16 * nodes, 90 * nodes)
    case ("clustering", _): use = (16 * arcs + 60 * nodes, 40 * nodes)
    case ("constraint", _), ("effectiveSize", _), ("efficiency", _):
      use = (32 * arcs + 60 * nodes, 9 * nodes)
    case ("eigenvector", _): use = (20 * arcs + 160 * nodes, 0)
    case ("katz", _): use = (24 * arcs + 160 * nodes, 0)
    case ("hubs", _), ("authorities", _): use = (64 * arcs + 300 * nodes, 0)
    case ("pageRank", _): use = (8 * arcs + 100 * nodes, 0)
    case ("power", _): use = (8 * nodes * nodes + 100 * nodes, 0)
    case ("currentFlowCloseness", _), ("currentFlowBetweenness", _):
      use = (8 * nodes * nodes + 16 * nodes + 24 * arcs, 16 * nodes)
    case ("subgraph", _): use = (12 * arcs + 60 * nodes, 40 * nodes)
    case ("clusteringByStrength", _): use = (24 * arcs + 40 * nodes, 9 * nodes)
    case ("hierarchy", _): use = (32 * arcs + 60 * nodes, 9 * nodes)
    case ("coreness", _): use = (8 * arcs + 48 * nodes, 0)
    default: use = (32 * nodes, 0)
    }
    return WorkingMemory(shared: use.shared, perThread: use.perThread)
  }
}

extension Graph {
  /// Returns the bytes that HyperBall sketches take, and the orders that nodes are brought into
  /// before.
  func sketchMemory(precision: Int) -> Int {
    HyperBall.workingMemory(for: self, precision: precision) + 8 * outgoing.arcCount
      + 16 * nodeCount + Self.growthOfBalls
  }

  /// What a thread says of the balls of a chunk, in bytes.
  fileprivate static let growthOfBalls = 1 << 14

  /// Returns the greatest precision of sketches that fits the memory; nil where none does.
  func greatestPrecision(_ execution: Execution) -> Int? {
    HyperBall.precisions.last { sketchMemory(precision: $0) <= execution.memoryLimit ?? .max }
  }

  /// How much memory betweenness by steps works in: eight sources at once, or fewer.
  fileprivate var betweennessMemory: WorkingMemory {
    let (nodes, arcs) = (nodeCount, outgoing.arcCount)
    let ordered = (isDirected ? 2 : 1) * (16 * nodes + 8 * arcs)
    let block = largestBlockBound
    return WorkingMemory(
      shared: 2 * ordered + 24 * arcs + 96 * nodes, perThread: 242 * block + waitingScores,
      narrowerPerThread: [126 * block, 68 * block, 28 * nodes + 16 * edgeCount].map {
        $0 + waitingScores
      })
  }

  /// How many bytes a thread may take to search with, where memory has a limit.
  func betweennessBytesPerThread(_ execution: Execution) -> Int? {
    guard let limit = execution.memoryLimit else { return nil }
    return (limit - betweennessMemory.shared) / execution.threads - waitingScores
  }

  /// What a thread has found that waits for its turn to be added up, in bytes.
  private var waitingScores: Int { 40 * nodeCount }

  /// The most nodes that one biconnected component can have.
  ///
  /// Where it has three, each of its nodes has two neighbors in it. Along arcs, components are not
  /// taken apart.
  private var largestBlockBound: Int {
    isDirected ? nodeCount : max(2, nodes.count { outgoing.degree(of: $0) > 1 })
  }
}

extension Execution {
  /// Returns the same way to carry out work on as many threads as its memory allows, by the first of
  /// the slower ways that fits where need be; nil where none does.
  func fitting(_ memory: WorkingMemory) -> Execution? {
    for bytes in [memory.perThread] + memory.narrowerPerThread {
      if let fitting = fitting(perThread: bytes, shared: memory.shared) { return fitting }
    }
    return nil
  }
}
