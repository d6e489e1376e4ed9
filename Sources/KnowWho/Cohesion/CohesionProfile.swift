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

  /// The number of maximal cliques of three nodes or more; nil where there are more than were to be
  /// counted.
  public let cliqueCount: Int?

  /// The number of nodes of the largest clique; nil where cliques were not all counted.
  public let largestClique: Int?

  /// The mean over all pairs of 1 / distance, 0 where no path leads; nil above
  /// ``distanceLimit`` nodes.
  public let globalEfficiency: Double?

  /// The mean of Barrat's clustering over all nodes; nil where ties have no strengths.
  public let strengthClustering: Double?

  /// The sum of all subgraph centralities; nil above ``connectivityLimit`` nodes, or where it is
  /// larger than any `Double`.
  public let estradaIndex: Double?

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

  /// The most cliques that are counted where nothing else is said.
  public static let cliqueLimit = 100_000

  /// The largest graph whose distances are all measured.
  public static let distanceLimit = 10_000

  /// The largest graph whose connectivity is computed.
  public static let connectivityLimit = 1_000

  /// Computes the figures of a graph.
  ///
  /// Where the execution is cancelled, figures that need long are nil.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - cliqueLimit: The most cliques that are counted; there may be very many.
  ///   - execution: How the work is carried out.
  /// - Throws: ``GraphMeasures/MeasureError/negativeStrength(_:source:target:)``.
  /// - Complexity: O(*n* + *m* · √*m*), and what cliques, distances and connectivity take.
  public init(
    of graph: Graph, cliqueLimit: Int = CohesionProfile.cliqueLimit,
    execution: Execution = .standard
  ) throws(MeasureError) {
    dyads = graph.dyadCensus()
    triads = graph.triadCensus(execution: execution)
    degreeAssortativity = graph.degreeAssortativity()
    componentCount = graph.components().count
    // Arcs both ways are one tie here, so that they do not hide a bridge.
    let undirected = graph.undirected
    let parts = undirected.biconnectedComponents()
    articulationNodes = parts.articulationNodes
    bridges = parts.bridges
    greatestCoreness = graph.coreness().max() ?? 0
    greatestTruss = graph.trussNumbers(execution: execution).max() ?? 0
    let cliques = graph.cliqueCensus(
      ofAtLeast: 3, atMost: cliqueLimit, execution: execution)
    cliqueCount = cliques?.total
    // Without a clique of three an edge is the largest, or a node.
    let least = min(graph.nodeCount, undirected.edgeCount > undirected.selfLoopCount ? 2 : 1)
    largestClique = cliques.map { max($0.largest, least) }
    strengthClustering =
      graph.hasStrengths ? try graph.averageClusteringByStrength(execution: execution) : nil
    let isCancelled = execution.isCancelled()
    globalEfficiency =
      graph.nodeCount <= Self.distanceLimit && !isCancelled
      ? graph.distanceSummary(execution: execution).globalEfficiency : nil
    let isSmall = graph.nodeCount <= Self.connectivityLimit && !isCancelled
    estradaIndex = isSmall ? try? graph.estradaIndex(execution: execution) : nil
    connectivity = isSmall ? Self.connectivity(of: undirected, execution) : nil
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
