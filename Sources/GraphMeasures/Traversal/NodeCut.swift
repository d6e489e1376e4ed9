public import GraphStructure

extension Graph {
  /// Returns how many nodes must go so that some node cannot be reached from some other.
  ///
  /// *n* − 1 in a complete graph, where no removal parts anyone; 0 where the graph is not connected,
  /// or not strongly connected if it is directed, and below two nodes. Parallel edges and self loops
  /// change nothing.
  ///
  /// - Returns: The number of nodes, at most the least degree: the size of
  ///   ``smallestNodeCut()``, where there is one.
  /// - Complexity: That of ``smallestNodeCut()``.
  public func nodeConnectivity() -> Int {
    smallestNodeCut()?.count ?? max(0, nodeCount - 1)
  }

  /// Returns a smallest set of nodes without which some node cannot be reached from some other.
  ///
  /// - Returns: The nodes, ascending: none where the graph is not connected; nil where no removal of
  ///   nodes parts anyone, as all are tied to all.
  /// - Complexity: O(*n* + *k*²) flows for a least degree *k*, each of O(*m* √*n*).
  /// - SeeAlso: A. H. Esfahanian, S. L. Hakimi. On computing the connectivities of graphs and
  ///   digraphs. Networks 14, 1984.
  public func smallestNodeCut() -> [Node]? { NodeCutSearch(self).smallest(below: .max) }
}

/// Looks for small sets of nodes that part a graph.
struct NodeCutSearch {
  private let forward: Arcs
  private let backward: Arcs
  private let isDirected: Bool
  private var nodeCount: Int { forward.nodeCount }

  init(_ graph: Graph) {
    forward = graph.simpleArcs(.outgoing)
    backward = graph.isDirected ? graph.simpleArcs(.incoming) : forward
    isDirected = graph.isDirected
  }

  /// Returns a smallest node cut if it has fewer nodes than a bound.
  func smallest(below bound: Int) -> [Int]? {
    guard nodeCount > 1 else { return nil }
    var flows = FlowNetwork(nodesOf: forward)
    var best: [Int]?
    var least = min(bound, nodeCount - 1)
    func part(_ source: Int, _ target: Int) {
      guard source != target, least > 0, !isTied(source, target) else { return }
      let (exit, entrance) = (FlowNetwork.exit(of: source), FlowNetwork.entrance(of: target))
      let size = flows.flow(from: exit, to: entrance, atMost: least)
      guard size < least else { return }
      least = size
      best = (0..<nodeCount).filter { node in
        node != source && flows.isOnSourceSide(FlowNetwork.entrance(of: node))
          && !flows.isOnSourceSide(FlowNetwork.exit(of: node))
      }
    }
    func partBothWays(_ one: Int, _ other: Int) {
      part(one, other)
      if isDirected { part(other, one) }
    }
    // The pivot is parted from someone, or is in the cut: then two of its neighbors are parted.
    let pivot = (0..<nodeCount).min { contacts($0).count < contacts($1).count } ?? 0
    for node in 0..<nodeCount { partBothWays(pivot, node) }
    let around = contacts(pivot)
    for (index, one) in around.enumerated() {
      for other in around[(index + 1)...] { partBothWays(one, other) }
    }
    return best
  }

  private func isTied(_ source: Int, _ target: Int) -> Bool {
    forward.row(of: source).contains(UInt32(truncatingIfNeeded: target))
  }

  /// The nodes tied to a node either way, ascending.
  private func contacts(_ node: Int) -> [Int] {
    let all = isDirected ? forward.row(of: node) + backward.row(of: node) : forward.row(of: node)
    return Set(all).map { Int($0) }.sorted()
  }
}

extension Arcs {
  /// The ends of the arcs of a node.
  func row(of node: Int) -> ArraySlice<UInt32> { ends[offsets[node]..<offsets[node + 1]] }
}
