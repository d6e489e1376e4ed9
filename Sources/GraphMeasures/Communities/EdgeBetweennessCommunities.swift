public import GraphStructure

/// How a graph falls apart when the edge that most shortest paths run along is removed again and
/// again.
public struct EdgeRemovals: Sendable, Equatable {
  /// A removal after which there is a part more than before.
  public struct Level: Sendable, Equatable {
    /// How many edges have been removed by then.
    public let removedCount: Int
    /// The parts that are left.
    public let partition: Partition
    /// The modularity of these parts in the whole graph.
    public let modularity: Double
  }

  /// The removed edges in order, the smaller end first: all, unless the search was told to stop.
  public let edges: [(source: Graph.Node, target: Graph.Node)]

  /// The parts at first, and after every removal that made one more.
  public let levels: [Level]

  /// The level of the greatest modularity, of several the one with the fewest parts; nil without
  /// nodes.
  public var best: Level? {
    levels.reduce(nil) { best, level in
      guard let best, level.modularity <= best.modularity else { return level }
      return best
    }
  }

  /// Whether the same edges were removed in the same order.
  public static func == (first: EdgeRemovals, second: EdgeRemovals) -> Bool {
    first.levels == second.levels && first.edges.elementsEqual(second.edges, by: ==)
  }
}

extension Graph {
  /// Finds communities by removing the edge of the highest betweenness, again and again (Girvan and
  /// Newman).
  ///
  /// Edges between communities carry the shortest paths between them; without these the communities
  /// fall apart. After every removal the scores are found anew, in the part that the edge belonged
  /// to. Of equal scores, to one part in 10⁹, the edge with the smallest ends goes first. Directions,
  /// self loops and parallel edges are ignored.
  ///
  /// - Parameters:
  ///   - groups: Where to stop: at so many parts; by default when no edge is left.
  ///   - execution: Threads, progress and cancellation, after which removals are missing.
  /// - Returns: The removals and the parts; ``EdgeRemovals/best`` are the usual communities.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)`` where there are not so many
  ///   nodes.
  /// - Complexity: O(*m*² *n*) time: for hundreds of nodes. ``leiden(quality:resolution:values:seed:iterationLimit:execution:)``
  ///   finds better partitions of large graphs in a fraction of the time.
  /// - SeeAlso: M. Girvan, M. E. J. Newman. Community structure in social and biological networks.
  ///   PNAS 99, 2002; M. E. J. Newman, M. Girvan. Finding and evaluating community structure in
  ///   networks. Physical Review E 69, 2004.
  public func edgeBetweennessCommunities(
    groups: Int? = nil, execution: Execution = .standard
  ) throws(MeasureError) -> EdgeRemovals {
    if let groups, groups < 1 || groups > max(1, nodeCount) {
      throw .parameterOutOfRange(
        name: "groups", value: Double(groups), allowed: "from 1 to \(nodeCount)")
    }
    let whole = Graph.simple(nodeCount, neighborArcs())
    var removal = EdgeRemoval(whole)
    guard nodeCount > 0 else { return EdgeRemovals(edges: [], levels: []) }
    var removed: [(source: Node, target: Node)] = []
    var levels: [EdgeRemovals.Level] = []
    func addLevel() throws(MeasureError) {
      let partition = removal.partition
      levels.append(
        EdgeRemovals.Level(
          removedCount: removed.count, partition: partition,
          modularity: try whole.modularity(of: partition)))
    }
    try addLevel()
    while (levels.last?.partition.count ?? 0) < groups ?? .max, !execution.isCancelled() {
      guard let edge = removal.next(execution) else { break }
      guard !execution.isCancelled() else { break }
      removed.append(edge)
      if removal.remove(edge) { try addLevel() }
      execution.onProgress?(Double(removed.count) / Double(max(1, whole.edgeCount)))
    }
    return EdgeRemovals(edges: removed, levels: levels)
  }

  /// Makes an undirected graph of arcs that are there both ways.
  fileprivate static func simple(_ nodeCount: Int, _ arcs: Arcs) -> Graph {
    var (sources, targets): ([UInt32], [UInt32]) = ([], [])
    for node in 0..<nodeCount {
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] where Int(arcs.ends[arc]) > node {
        sources.append(UInt32(node))
        targets.append(arcs.ends[arc])
      }
    }
    do {
      return try Graph(nodeCount: nodeCount, sources: sources, targets: targets)
    } catch {
      preconditionFailure("the arcs of a graph make a graph: \(error)")
    }
  }
}

/// The parts that are left, each with the edge that goes next.
private struct EdgeRemoval {
  /// A part, with the score of its edge of highest betweenness.
  private struct Part {
    let nodes: [Int]
    let graph: Graph
    var leading: (score: Double, source: Int, target: Int)?
  }

  private let nodeCount: Int
  private var parts: [Part]

  init(_ graph: Graph) {
    nodeCount = graph.nodeCount
    parts = graph.components().members.map {
      Part(nodes: $0, graph: graph.subgraph(of: $0), leading: nil)
    }
  }

  /// By which share scores must differ to be different: sums are rounded.
  private static let tieShare = 1e-9

  /// The parts that are left.
  var partition: Partition {
    var labels = [Int](repeating: 0, count: nodeCount)
    for (label, part) in parts.enumerated() {
      for node in part.nodes { labels[node] = label }
    }
    return Partition(labels)
  }

  /// Returns the edge that goes next; nil where none is left.
  mutating func next(_ execution: Execution) -> (source: Int, target: Int)? {
    var best: (score: Double, source: Int, target: Int)?
    for index in parts.indices {
      if parts[index].leading == nil, parts[index].graph.edgeCount > 0 {
        parts[index].leading = Self.leading(of: parts[index], execution.silent)
      }
      guard let edge = parts[index].leading else { continue }
      best = Self.isAhead(edge, of: best) ? edge : best
    }
    return best.map { ($0.source, $0.target) }
  }

  private static func isAhead(
    _ edge: (score: Double, source: Int, target: Int),
    of best: (score: Double, source: Int, target: Int)?
  ) -> Bool {
    guard let best else { return true }
    guard abs(edge.score - best.score) <= tieShare * max(edge.score, best.score) else {
      return edge.score > best.score
    }
    return (edge.source, edge.target) < (best.source, best.target)
  }

  private static func leading(
    of part: Part, _ execution: Execution
  ) -> (score: Double, source: Int, target: Int)? {
    let scores = part.graph.edgeBetweenness(scaling: .raw, execution: execution)
    var best: (score: Double, source: Int, target: Int)?
    for node in part.graph.nodes {
      for arc in part.graph.outgoing.arcs(of: node) where part.graph.outgoing.ends[arc] > node {
        let edge = (
          scores[arc], part.nodes[node], part.nodes[Int(part.graph.outgoing.ends[arc])]
        )
        if isAhead(edge, of: best) { best = edge }
      }
    }
    return best
  }

  /// Removes an edge.
  ///
  /// - Parameter edge: The edge.
  /// - Returns: Whether its part fell apart.
  mutating func remove(_ edge: (source: Int, target: Int)) -> Bool {
    guard let index = parts.firstIndex(where: { $0.nodes.contains(edge.source) }) else {
      return false
    }
    let part = parts.remove(at: index)
    let (sources, targets) = part.graph.edges { source, target in
      (part.nodes[source], part.nodes[target]) != (edge.source, edge.target)
    }
    let rest: Graph
    do {
      rest = try Graph(nodeCount: part.nodes.count, sources: sources, targets: targets)
    } catch {
      preconditionFailure("the edges of a graph make a graph: \(error)")
    }
    let pieces = rest.components().members
    parts += pieces.map { piece in
      Part(nodes: piece.map { part.nodes[$0] }, graph: rest.subgraph(of: piece), leading: nil)
    }
    return pieces.count > 1
  }
}

extension Components {
  /// The nodes of all parts, each ascending.
  fileprivate var members: [[Int]] { Partition(labels).members }
}

extension Graph {
  /// Returns the ends of the edges of an undirected graph that are chosen.
  fileprivate func edges(
    where isChosen: (Int, Int) -> Bool
  ) -> (sources: [UInt32], targets: [UInt32]) {
    var (sources, targets): ([UInt32], [UInt32]) = ([], [])
    for node in nodes {
      for end in successors(of: node) where end > node && isChosen(node, end) {
        sources.append(UInt32(node))
        targets.append(UInt32(end))
      }
    }
    return (sources, targets)
  }
}
