public import GraphStructure

extension NetworkView {
  /// Returns the view of some of its nodes and the ties between them.
  ///
  /// - Parameters:
  ///   - nodes: Nodes of the graph, ascending.
  ///   - network: The network that the view is of.
  /// - Returns: The smaller view. Where actors were replaced by ties, the ties stay those of all.
  /// - Complexity: O(nodes + edges + ties).
  public func subset(of nodes: [Graph.Node], in network: Network) -> NetworkView {
    var isKept = [Bool](repeating: true, count: network.actors.count)
    let kept = Set(nodes)
    for node in graph.nodes where !kept.contains(node) { isKept[actors[node]] = false }
    let all: [Int] =
      switch ties {
      case .all(let count): Array(0..<count)
      case .some(let chosen): chosen
      }
    let between = all.filter {
      isKept[Int(network.ties.sources[$0])] && isKept[Int(network.ties.targets[$0])]
    }
    return NetworkView(
      graph: graph.subgraph(of: nodes), actors: nodes.map { actors[$0] }, ties: .some(between),
      mergedTieCount: mergedTieCount, droppedLoopCount: droppedLoopCount,
      furtherPossibleTieCount: furtherPossibleTieCount, isolatesLeftOut: isolatesLeftOut)
  }
}
