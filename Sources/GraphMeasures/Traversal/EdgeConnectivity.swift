public import GraphStructure

extension Graph {
  /// Returns how many edges must go so that no path is left from one node to another.
  ///
  /// By Menger's theorem this is how many paths there are that share no edge. Directed graphs are
  /// followed along their arcs. Parallel edges count each, where the graph keeps them; self loops
  /// change nothing. Between nodes of different components it is 0.
  ///
  /// - Parameters:
  ///   - source: Where the paths begin.
  ///   - target: Where they end, another node.
  /// - Returns: The number of edges.
  /// - Complexity: O(*m* · min(*n*^⅔, √*m*)) time, O(*n* + *m*) space.
  /// - SeeAlso: L. R. Ford, D. R. Fulkerson. Maximal flow through a network. Canadian Journal of
  ///   Mathematics 8, 1956.
  public func edgeConnectivity(from source: Node, to target: Node) -> Int {
    precondition(nodes.contains(source), "node \(source) is not in 0..<\(nodeCount)")
    precondition(nodes.contains(target), "node \(target) is not in 0..<\(nodeCount)")
    precondition(source != target, "the ends of paths must differ")
    var flows = FlowNetwork(edgesOf: self)
    return flows.flow(from: source, to: target)
  }

  /// Returns how many edges must go so that some node cannot be reached from some other.
  ///
  /// The least ``edgeConnectivity(from:to:)`` over all pairs of nodes: 0 where the graph is not
  /// connected, or not strongly connected if it is directed, and below two nodes.
  ///
  /// - Parameter execution: Cancellation.
  /// - Returns: The number of edges, at most the least degree.
  /// - Complexity: O(*n*) flows: O(*n* *m* · min(*n*^⅔, √*m*)), and far less where the least degree
  ///   is small.
  /// - SeeAlso: S. Even, R. E. Tarjan. Network flow and testing graph connectivity. SIAM Journal on
  ///   Computing 4, 1975.
  public func edgeConnectivity(execution: Execution = .standard) -> Int {
    guard nodeCount > 1 else { return 0 }
    var flows = FlowNetwork(edgesOf: self)
    var least = Int.max
    // Whatever parts the graph has some node on the other side of the first.
    for node in nodes.dropFirst() where least > 0 && !execution.isCancelled() {
      least = min(least, flows.flow(from: 0, to: node, atMost: least))
      if isDirected { least = min(least, flows.flow(from: node, to: 0, atMost: least)) }
    }
    return least
  }
}
