internal import GraphStructure

/// The ends of drawn edges, in two columns.
struct EdgeColumns {
  private(set) var sources: [UInt32] = []
  private(set) var targets: [UInt32] = []

  init(capacity: Int = 0) {
    sources.reserveCapacity(capacity)
    targets.reserveCapacity(capacity)
  }

  /// Takes over columns of the same length.
  init(sources: [UInt32], targets: [UInt32]) {
    precondition(sources.count == targets.count)
    (self.sources, self.targets) = (sources, targets)
  }

  @inline(__always)
  mutating func append(_ source: Int, _ target: Int) {
    sources.append(UInt32(truncatingIfNeeded: source))
    targets.append(UInt32(truncatingIfNeeded: target))
  }

  /// The undirected graph of these edges.
  func graph(
    nodeCount: Int, parallelEdges: ParallelEdges = .merge, selfLoops: SelfLoops = .keep,
    execution: Execution = .standard
  ) throws(ModelError) -> Graph {
    do {
      return try Graph(
        nodeCount: nodeCount, sources: sources, targets: targets, parallelEdges: parallelEdges,
        selfLoops: selfLoops, execution: execution)
    } catch {
      // Drawn ends are nodes and nothing is refused, so only the count can be wrong.
      throw .outOfRange(name: "nodes", value: nodeCount, allowed: 0...ModelError.mostNodes)
    }
  }
}
