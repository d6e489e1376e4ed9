public import GraphStructure

extension Graph {
  /// Returns how many nodes must go so that no path is left from one node to another.
  ///
  /// By Menger's theorem this is how many paths there are that share no node but their ends. Where
  /// an arc leads straight from one to the other, no removal of nodes parts them; it counts as one
  /// path, so the result is one more than what must go without it. networkx
  /// (`local_node_connectivity`) counts so too; igraph (`vertex_connectivity`) refuses such pairs
  /// or, if asked to, gives −1 or the number of nodes.
  ///
  /// Directed graphs are followed along their arcs. Parallel edges and self loops change nothing.
  /// Between nodes of different components it is 0.
  ///
  /// - Parameters:
  ///   - source: Where the paths begin.
  ///   - target: Where they end, another node.
  ///   - limit: Counting stops at this number; nil counts all.
  /// - Returns: The number of disjoint paths, at most `limit`.
  /// - Complexity: O(*c* (*n* + *m*)) for a result of *c*, and mostly far less: each path is looked
  ///   for from both ends.
  /// - SeeAlso: K. Menger. Zur allgemeinen Kurventheorie. Fundamenta Mathematicae 10, 1927.
  public func nodeConnectivity(from source: Node, to target: Node, atMost limit: Int? = nil) -> Int
  {
    disjointPaths(from: source, to: target, atMost: limit).count
  }

  /// Returns as many paths as there are from one node to another that share no node but their ends.
  ///
  /// Each one is found as the shortest way to have one more, so the paths are short, though another
  /// choice of as many paths may have fewer steps in all. With a limit of 1 it is a shortest path.
  ///
  /// - Parameters:
  ///   - source: Where the paths begin.
  ///   - target: Where they end, another node.
  ///   - limit: The most paths to look for; nil looks for all.
  /// - Returns: The paths, each with both ends, shorter ones first.
  /// - Complexity: As ``nodeConnectivity(from:to:atMost:)``.
  public func disjointPaths(from source: Node, to target: Node, atMost limit: Int? = nil)
    -> [[Node]]
  {
    precondition(nodes.contains(source), "node \(source) is not in 0..<\(nodeCount)")
    precondition(nodes.contains(target), "node \(target) is not in 0..<\(nodeCount)")
    var search = DisjointPathSearch(self, from: source, to: [target])
    return search.paths(atMost: limit ?? .max)
  }
}
