/// How a graph holds together: figures of pairs, triads, dense parts and of what would part it.
public struct CohesionProfile: Sendable {
  /// Pairs of nodes by how they are tied.
  public let dyads: DyadCensus

  /// Sets of three nodes by how they are tied.
  public let triads: TriadCensus

  /// How alike in degree tied nodes are; outgoing to incoming where edges have directions.
  public let degreeAssortativity: Double

  /// The number of components, directions ignored.
  public let componentCount: Int

  /// The nodes without which the graph falls into more parts.
  public let articulationNodes: [Graph.Node]

  /// The edges without which it falls into more parts.
  public let bridges: [BiconnectedComponents.Bridge]

  /// The greatest coreness of a node.
  public let greatestCoreness: Int

  /// The greatest truss number of an edge; 0 where there is none.
  public let greatestTruss: Int

  /// The number of maximal cliques of three nodes or more; nil above ``cliqueLimit``.
  public let cliqueCount: Int?

  /// The number of nodes of the largest clique; nil where cliques were not all listed.
  public let largestClique: Int?

  /// How few nodes part the graph, and how few edges; nil above ``connectivityLimit`` nodes.
  public let connectivity: Connectivity?

  /// How few nodes or edges part a graph.
  public struct Connectivity: Sendable, Equatable {
    /// The fewest nodes.
    public let nodes: Int
    /// The fewest edges.
    public let edges: Int
    /// For *k* = 1, 2, … the *k*-components, as far as there are any.
    public let kComponents: [[[Graph.Node]]]
  }

  /// The most cliques that are counted.
  public static let cliqueLimit = 1_000_000

  /// The largest graph whose connectivity is computed.
  public static let connectivityLimit = 1_000

  /// Computes the figures of a graph.
  ///
  /// Where the execution is cancelled, figures that need long are nil.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - execution: How the work is carried out.
  /// - Complexity: O(*n* + *m* · √*m*), and what cliques and connectivity take.
  public init(of graph: Graph, execution: Execution = .standard) {
    dyads = graph.dyadCensus()
    triads = graph.triadCensus(execution: execution)
    degreeAssortativity = graph.degreeAssortativity()
    componentCount = graph.components().count
    // Arcs both ways are one tie here, so that they do not hide a bridge.
    let parts = graph.undirected.biconnectedComponents()
    articulationNodes = parts.articulationNodes
    bridges = parts.bridges
    greatestCoreness = graph.coreness().max() ?? 0
    greatestTruss = graph.trussNumbers().max() ?? 0
    var (count, largest) = (0, graph.nodeCount > 0 ? 1 : 0)
    graph.forEachMaximalClique(ofAtLeast: 2) { clique in
      largest = max(largest, clique.count)
      count += clique.count > 2 ? 1 : 0
      return count <= Self.cliqueLimit && !execution.isCancelled()
    }
    let isCounted = count <= Self.cliqueLimit && !execution.isCancelled()
    cliqueCount = isCounted ? count : nil
    largestClique = isCounted ? largest : nil
    connectivity =
      graph.nodeCount <= Self.connectivityLimit
      ? Self.connectivity(of: graph.undirected, execution) : nil
  }

  private static func connectivity(of graph: Graph, _ execution: Execution) -> Connectivity? {
    var levels: [[[Graph.Node]]] = []
    while !execution.isCancelled(),
      let components = try? graph.kComponents(levels.count + 1, execution: execution),
      !components.isEmpty
    {
      levels.append(components)
    }
    guard !execution.isCancelled() else { return nil }
    return Connectivity(
      nodes: graph.nodeConnectivity(), edges: graph.edgeConnectivity(execution: execution),
      kComponents: levels)
  }
}
