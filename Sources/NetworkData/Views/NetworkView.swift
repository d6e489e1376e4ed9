public import GraphStructure

/// A graph made of a network, and what its nodes mean.
public struct NetworkView: Sendable {
  /// The graph that measures run on.
  public let graph: Graph

  /// For each node of the graph the position of its actor in the network.
  public let actors: [Int]

  /// The positions of the ties that the graph was made of.
  public let ties: TieSelection

  /// How many of those ties were folded into another one between the same two actors.
  public let mergedTieCount: Int

  /// How many of those ties were left out because they tie an actor to itself.
  public let droppedLoopCount: Int

  /// How many further ties may have been alive in the period, but are not definitely so.
  public let furtherPossibleTieCount: Int

  /// How many actors were left out because no chosen tie touches them.
  public let isolatesLeftOut: Int

  /// Returns the same view with another graph of the same nodes, such as one with distances.
  ///
  /// - Parameter graph: A graph with as many nodes.
  /// - Returns: The view of that graph.
  public func replacingGraph(_ graph: Graph) -> NetworkView {
    precondition(graph.nodeCount == self.graph.nodeCount, "the nodes must stay the same")
    return NetworkView(
      graph: graph, actors: actors, ties: ties, mergedTieCount: mergedTieCount,
      droppedLoopCount: droppedLoopCount, furtherPossibleTieCount: furtherPossibleTieCount,
      isolatesLeftOut: isolatesLeftOut)
  }

  /// Returns the node of an actor.
  ///
  /// - Parameter actor: The position of an actor in the network.
  /// - Returns: Its node, nil where the view leaves it out.
  /// - Complexity: O(nodes).
  public func node(of actor: Int) -> Graph.Node? { actors.firstIndex(of: actor) }
}

/// Some of a network's ties.
public enum TieSelection: Sendable, Equatable {
  /// All of so many ties.
  case all(count: Int)
  /// The ties at these positions, ascending.
  case some([Int])

  /// The number of ties.
  public var count: Int {
    switch self {
    case .all(let count): count
    case .some(let ties): ties.count
    }
  }
}

/// Which directions the edges of a view have.
public enum ViewDirection: String, Sendable, CaseIterable {
  /// As the ties say: directed if any tie is, where an undirected tie then leads both ways.
  case asGiven
  /// No directions.
  case undirected
  /// Every tie leads from its source to its target.
  case directed
}
