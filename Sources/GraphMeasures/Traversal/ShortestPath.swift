public import GraphStructure

extension Graph {
  /// Returns the nodes of a path with the fewest steps from one node to another.
  ///
  /// Of several shortest paths it is the first in the order of node indices: at every step the
  /// least node that still leads to the target in time. So the answer does not depend on the order
  /// in which edges were given.
  ///
  /// - Parameters:
  ///   - source: Where the path begins.
  ///   - target: Where it ends.
  ///   - direction: `.outgoing` follows the arcs, `.incoming` goes against them.
  /// - Returns: All nodes from `source` to `target`, both included, just one where they are the
  ///   same; nil where no path leads from one to the other.
  /// - Complexity: O(*n* + *m*).
  public func shortestPath(
    from source: Node, to target: Node, direction: Direction = .outgoing
  ) -> [Node]? {
    precondition(nodes.contains(source), "node \(source) is not in 0..<\(nodeCount)")
    // How far each node is from the target, searched against the direction of the path.
    let remaining = distances(from: target, direction: direction.opposite)
    guard remaining[source] != Graph.unreachable else { return nil }
    let rows = rows(direction)
    var path = [source]
    path.reserveCapacity(remaining[source] + 1)
    var node = source
    while node != target {
      let next = rows.arcs(of: node).first { remaining[Int(rows.ends[$0])] == remaining[node] - 1 }
      guard let next else { preconditionFailure("distances decrease along a shortest path") }
      node = Int(rows.ends[next])
      path.append(node)
    }
    return path
  }
}

extension Direction {
  /// The other direction.
  var opposite: Direction { self == .outgoing ? .incoming : .outgoing }
}
