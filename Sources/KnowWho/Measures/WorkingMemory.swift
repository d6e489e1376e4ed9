/// How much memory a measure works in, beside the graph.
public struct WorkingMemory: Sendable, Equatable {
  /// The bytes that all threads take together, the result included.
  public let shared: Int

  /// The bytes that each thread takes further.
  public let perThread: Int

  /// Creates a need.
  ///
  /// - Parameters:
  ///   - shared: The bytes that all threads take together.
  ///   - perThread: The bytes that each thread takes further.
  public init(shared: Int, perThread: Int) {
    self.shared = shared
    self.perThread = perThread
  }

  /// Returns the bytes taken on some threads.
  ///
  /// - Parameter threads: How many work at once.
  /// - Returns: The sum.
  public func total(threads: Int) -> Int { shared + threads * perThread }

  /// The least bytes that will do: those of one thread.
  public var least: Int { total(threads: 1) }
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
    case ("closeness", .steps), ("harmonic", .steps), ("eccentricity", _), ("reach2", _),
      ("reach3", _):
      // 512 sources at once: two sets of bits, lists, and sums that wait for their turn.
      use = (ordered + 88 * nodes, 250 * nodes)
    case ("betweenness", .steps):
      // Eight sources at once: path counts, flows, lists, and scores that wait for their turn.
      use = (2 * ordered + 48 * nodes, 280 * nodes)
    case ("closeness", _), ("harmonic", _): use = (12 * arcs + 48 * nodes, 40 * nodes)
    case ("betweenness", _): use = (12 * arcs + 16 * nodes, 90 * nodes)
    case ("clustering", _): use = (16 * arcs + 60 * nodes, 40 * nodes)
    case ("constraint", _), ("effectiveSize", _), ("efficiency", _):
      use = (16 * arcs + 48 * nodes, 9 * nodes)
    case ("eigenvector", _): use = (20 * arcs + 160 * nodes, 0)
    case ("katz", _): use = (24 * arcs + 160 * nodes, 0)
    case ("hubs", _), ("authorities", _): use = (64 * arcs + 300 * nodes, 0)
    case ("pageRank", _): use = (8 * arcs + 100 * nodes, 0)
    case ("coreness", _): use = (8 * arcs + 48 * nodes, 0)
    default: use = (32 * nodes, 0)
    }
    return WorkingMemory(shared: use.shared, perThread: use.perThread)
  }
}

extension Execution {
  /// Returns the same way to carry out work on as many threads as its memory allows; nil where not
  /// even one fits.
  func fitting(_ memory: WorkingMemory) -> Execution? {
    fitting(perThread: memory.perThread, shared: memory.shared)
  }
}
