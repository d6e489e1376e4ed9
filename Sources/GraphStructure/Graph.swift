/// An immutable graph with integer nodes, stored as compressed sparse rows.
///
/// It takes 4 bytes an arc and 8 bytes a node; strengths and distances cost memory only where they
/// are given. An undirected edge is stored as two arcs, one in the row of each end; a self loop is
/// one arc. A directed graph holds its reverse rows too.
///
/// - Note: A graph knows nothing of names, kinds and dates: those belong to a network, of which a
///   graph is one view.
public struct Graph: Sendable, Equatable {
  /// A node: an index in 0..<``nodeCount``.
  public typealias Node = Int

  /// Whether edges have a direction.
  public let isDirected: Bool

  /// The arcs that leave each node; in an undirected graph, all arcs of each node.
  public let outgoing: Rows

  /// The arcs that enter each node, nil in an undirected graph, where they are the same.
  private let reversedRows: Rows?

  /// The number of edges; an undirected edge counts once.
  public let edgeCount: Int

  /// The number of edges from a node to itself.
  public let selfLoopCount: Int

  /// The number of edges that were folded into another between the same nodes.
  public let mergedEdgeCount: Int

  /// The number of self loops that were left out.
  public let droppedLoopCount: Int

  /// The arcs that enter each node; each end is where the arc comes from.
  public var incoming: Rows { reversedRows ?? outgoing }

  /// The number of nodes.
  public var nodeCount: Int { outgoing.nodeCount }

  /// The nodes, in order.
  public var nodes: Range<Node> { 0..<nodeCount }

  /// Whether edges carry strengths.
  public var hasStrengths: Bool { outgoing.strengths != nil }

  /// Whether edges carry distances.
  public var hasDistances: Bool { outgoing.distances != nil }

  /// Creates a graph of finished, ascending rows.
  ///
  /// - Parameters:
  ///   - outgoing: The rows; both ways where the graph is undirected.
  ///   - isDirected: Whether edges have a direction.
  ///   - loopCount: How many of the arcs are self loops; they are counted where this is nil.
  ///   - givenEdgeCount: How many edges the rows were made of; by default as many as they hold.
  ///   - droppedLoopCount: How many of those were left out as self loops.
  ///   - execution: How reverse rows are made.
  init(
    outgoing: Rows, isDirected: Bool, loopCount: Int? = nil, givenEdgeCount: Int? = nil,
    droppedLoopCount: Int = 0, execution: Execution = .standard
  ) {
    self.outgoing = outgoing
    self.isDirected = isDirected
    self.droppedLoopCount = droppedLoopCount
    let loops = loopCount ?? outgoing.order(execution).loopCount
    selfLoopCount = loops
    edgeCount = isDirected ? outgoing.arcCount : (outgoing.arcCount + loops) / 2
    mergedEdgeCount = givenEdgeCount.map { [edgeCount] in $0 - droppedLoopCount - edgeCount } ?? 0
    reversedRows = isDirected ? outgoing.transposed(execution) : nil
  }

  /// Creates a graph of rows that a file holds, merged and without self loops.
  ///
  /// - Parameters:
  ///   - outgoing: Strictly ascending rows; both ways where the graph is undirected.
  ///   - incoming: Those of the reversed arcs; nil in an undirected graph.
  ///   - givenEdgeCount: How many edges the rows were made of.
  ///   - droppedLoopCount: How many of those were left out as self loops.
  package init(
    finished outgoing: Rows, incoming: Rows?, givenEdgeCount: Int, droppedLoopCount: Int
  ) {
    self.outgoing = outgoing
    reversedRows = incoming
    isDirected = incoming != nil
    self.droppedLoopCount = droppedLoopCount
    selfLoopCount = 0
    edgeCount = isDirected ? outgoing.arcCount : outgoing.arcCount / 2
    mergedEdgeCount = givenEdgeCount - droppedLoopCount - edgeCount
  }

  /// Returns the arcs that leave or enter each node.
  ///
  /// - Parameter direction: Which way arcs are followed.
  /// - Returns: ``outgoing`` or ``incoming``; in an undirected graph they are the same.
  public func rows(_ direction: Direction) -> Rows {
    direction == .outgoing ? outgoing : incoming
  }

  /// Returns the nodes that a node's arcs lead to, ascending.
  ///
  /// - Parameter node: A node of the graph.
  /// - Returns: The ends of the arcs that leave `node`; in an undirected graph its neighbors.
  /// - Complexity: O(degree).
  public func successors(of node: Node) -> [Node] {
    outgoing.arcs(of: node).map { Int(outgoing.ends[$0]) }
  }

  /// Returns the nodes whose arcs lead to a node, ascending.
  ///
  /// - Parameter node: A node of the graph.
  /// - Returns: The origins of the arcs that enter `node`; in an undirected graph its neighbors.
  /// - Complexity: O(degree).
  public func predecessors(of node: Node) -> [Node] {
    incoming.arcs(of: node).map { Int(incoming.ends[$0]) }
  }

  /// Whether an arc leads from one node to another.
  ///
  /// - Parameters:
  ///   - source: Where the arc begins.
  ///   - target: Where it ends.
  /// - Returns: `true` if there is such an arc; in an undirected graph, such an edge.
  /// - Complexity: O(log degree).
  public func hasArc(from source: Node, to target: Node) -> Bool {
    var range = outgoing.arcs(of: source)
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let end = Int(outgoing.ends[middle])
      if end == target { return true }
      range = end < target ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return false
  }
}

/// Which way the arcs of a directed graph are followed; undirected graphs do not mind.
public enum Direction: String, Sendable, CaseIterable {
  /// Along the arcs: from a node to those it points at.
  case outgoing
  /// Against the arcs: from a node to those that point at it.
  case incoming
}
