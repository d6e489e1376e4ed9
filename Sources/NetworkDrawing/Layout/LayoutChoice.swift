/// Which engine places the nodes, and why it was taken.
public struct LayoutChoice: Sendable, Hashable {
  /// Why an engine was taken.
  public enum Reason: Sendable, Hashable {
    /// It was asked for.
    case asked

    /// The network is small enough for the best picture that there is.
    case few

    /// The network is too large for that.
    case many

    /// Its directed ties lead from one to the next and never back, as in a hierarchy.
    case hierarchy

    /// It is a tree of many nodes.
    case tree
  }

  /// The engine, never ``LayoutEngine/automatic``.
  public var engine: LayoutEngine

  /// Why.
  public var reason: Reason

  /// The most nodes for which stress majorisation gives the best picture in the time that a
  /// reader waits.
  static let fewLimit = 300

  /// From this many nodes on a tree has no room but on rings.
  private static let treeSize = 120

  /// Chooses for a network.
  ///
  /// - Parameters:
  ///   - wanted: The engine that was asked for.
  ///   - nodeCount: The number of nodes.
  ///   - edges: The edges, by the indices of their ends.
  ///   - isDirected: Whether each has a direction.
  /// - Complexity: O(*n* + *m*).
  init(
    _ wanted: LayoutEngine, nodeCount: Int, edges: [(source: Int, target: Int)],
    isDirected: [Bool]
  ) {
    guard wanted == .automatic else {
      (engine, reason) = (wanted, .asked)
      return
    }
    if nodeCount > Self.fewLimit {
      (engine, reason) = (.force, .many)
    } else if nodeCount > 3, edges.count >= nodeCount - 1, isDirected.allSatisfy({ $0 }),
      edges.count <= 2 * nodeCount, Self.isAcyclic(nodeCount: nodeCount, edges: edges)
    {
      (engine, reason) = (.dot, .hierarchy)
    } else if nodeCount >= Self.treeSize, edges.count == nodeCount - 1,
      GraphParts(nodeCount: nodeCount, edges: edges).nodes.count == 1
    {
      (engine, reason) = (.force, .tree)
    } else {
      (engine, reason) = (.neato, .few)
    }
  }

  /// Whether no way along directed edges leads back to where it began: whether nodes that nothing
  /// points at can be taken away until none is left.
  private static func isAcyclic(nodeCount: Int, edges: [(source: Int, target: Int)]) -> Bool {
    var incoming = [Int](repeating: 0, count: nodeCount)
    var successors = [[Int]](repeating: [], count: nodeCount)
    for edge in edges {
      incoming[edge.target] += 1
      successors[edge.source].append(edge.target)
    }
    var free = incoming.indices.filter { incoming[$0] == 0 }
    var taken = 0
    while let node = free.popLast() {
      taken += 1
      for target in successors[node] {
        incoming[target] -= 1
        if incoming[target] == 0 { free.append(target) }
      }
    }
    return taken == nodeCount
  }
}
