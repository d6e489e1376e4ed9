public import GraphStructure

extension Graph {
  /// What stands in place of a number of steps where no path leads.
  public static let unreachable = -1

  /// Returns the number of steps from one node to every node, indexed by node.
  ///
  /// > *d*(*s*, *v*) = the least number of arcs on a path from *s* to *v*
  ///
  /// The source itself is 0 steps away; a node that no path leads to gets ``unreachable``. Self
  /// loops and parallel edges change nothing.
  ///
  /// - Parameters:
  ///   - source: The node *s*.
  ///   - direction: `.outgoing` measures from *s*, `.incoming` towards *s*.
  /// - Returns: The distances.
  /// - Complexity: O(*n* + *m*), in small worlds much less than *m*.
  public func distances(from source: Node, direction: Direction = .outgoing) -> [Int] {
    precondition(nodes.contains(source), "node \(source) is not in 0..<\(nodeCount)")
    let search = DistanceSearch(
      from: source, forward: rows(direction), backward: rows(direction.opposite))
    return search.distance.map { Int($0) }
  }

  /// Returns the length of the shortest path from one node to every node, indexed by node.
  ///
  /// > *d*(*s*, *v*) = the least sum of arc lengths on a path from *s* to *v*
  ///
  /// The source itself is at distance 0, a node that no path leads to at infinity. Of parallel
  /// edges the shortest counts.
  ///
  /// - Parameters:
  ///   - source: The node *s*.
  ///   - lengths: `.steps` counts arcs, `.distances` adds their distances, which must be above 0.
  ///   - direction: `.outgoing` measures from *s*, `.incoming` towards *s*.
  /// - Returns: The distances.
  /// - Throws: ``MeasureError/noDistances`` or ``MeasureError/distanceNotPositive(_:source:target:)``
  ///   where lengths are `.distances` and the graph cannot give them.
  /// - Complexity: O((*n* + *m*) log *n*) by distances (Dijkstra), O(*n* + *m*) by steps.
  /// - SeeAlso: E. W. Dijkstra. A note on two problems in connexion with graphs. Numerische
  ///   Mathematik 1, 1959.
  public func distances(
    from source: Node, lengths: Lengths, direction: Direction = .outgoing
  ) throws(MeasureError) -> [Double] {
    guard lengths == .distances else {
      return distances(from: source, direction: direction)
        .map { $0 == Graph.unreachable ? .infinity : Double($0) }
    }
    precondition(nodes.contains(source), "node \(source) is not in 0..<\(nodeCount)")
    let arcs = try lengthArcs(direction)
    var search = ShortestPathSearch(arcs, lengths: arcs.values ?? [])
    search.run(from: source)
    return search.distance
  }
}
