public import GraphStructure

/// The parts of a graph that hold together whichever node is taken away, and what joins them.
///
/// Two edges are in one component if a cycle that meets no node twice runs along both; an edge on
/// no cycle is a component of its own. Hence components share nodes, but not edges.
public struct BiconnectedComponents: Sendable, Equatable {
  /// An edge that alone holds two parts of the graph together.
  public struct Bridge: Sendable, Hashable {
    /// Where it begins; in an undirected graph the smaller of its nodes.
    public let source: Graph.Node
    /// Where it ends.
    public let target: Graph.Node

    /// Creates a bridge between two nodes.
    ///
    /// - Parameters:
    ///   - source: Where it begins.
    ///   - target: Where it ends.
    public init(source: Graph.Node, target: Graph.Node) {
      self.source = source
      self.target = target
    }
  }

  /// The component of each arc of ``Graph/outgoing``, −1 for self loops, which are in none.
  ///
  /// Components are numbered from 0 in the order of their first arcs.
  public let labels: [Int]

  /// The number of edges of each component.
  public let edgeCounts: [Int]

  /// The nodes, ascending, without which the graph falls into more parts; each is in several
  /// components.
  public let articulationNodes: [Graph.Node]

  /// The edges without which the graph falls into more parts, ordered by their nodes.
  public let bridges: [Bridge]

  /// The number of components.
  public var count: Int { edgeCounts.count }
}

extension Graph {
  /// Returns the biconnected components, the articulation nodes and the bridges.
  ///
  /// Directions do not matter. Every arc of a directed graph is an edge, so arcs both ways between
  /// two nodes are parallel edges; parallel edges are no bridges. Self loops change nothing.
  ///
  /// - Returns: The components; none where there is no edge.
  /// - Complexity: O(*n* + *m*); no recursion, so a path of any length is fine.
  /// - SeeAlso: J. Hopcroft, R. Tarjan. Algorithm 447: efficient algorithms for graph manipulation.
  ///   Communications of the ACM 16, 1973.
  public func biconnectedComponents() -> BiconnectedComponents {
    let blocks = Blocks(Arcs(outgoing), isDirected: isDirected)
    var bridges: [BiconnectedComponents.Bridge] = []
    for node in nodes {
      for arc in outgoing.arcs(of: node) where blocks.edges[arc] == arc {
        if blocks.edgeCounts[blocks.labels[arc]] == 1 {
          bridges.append(.init(source: node, target: Int(outgoing.ends[arc])))
        }
      }
    }
    return BiconnectedComponents(
      labels: blocks.labels, edgeCounts: blocks.edgeCounts,
      articulationNodes: nodes.filter { blocks.isArticulation($0) }, bridges: bridges)
  }

  /// Returns the nodes without which the graph falls into more parts, ascending.
  ///
  /// An isolated node is none.
  ///
  /// - Returns: The articulation nodes of ``biconnectedComponents()``.
  /// - Complexity: O(*n* + *m*).
  public func articulationNodes() -> [Node] { biconnectedComponents().articulationNodes }
}
