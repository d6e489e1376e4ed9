/// The figures by which whole networks are described and compared.
public struct GraphProfile: Sendable, Equatable {
  /// The largest graph for which all-pairs figures are computed.
  public static let allPairsLimit = 20_000

  /// The most pairs of neighbors for which transitivity is computed.
  public static let wedgeLimit = 1_000_000_000

  /// The number of nodes.
  public let nodeCount: Int
  /// The number of edges.
  public let edgeCount: Int
  /// Whether edges have a direction.
  public let isDirected: Bool
  /// Edges ÷ possible edges; NaN below two nodes.
  public let density: Double
  /// Mean number of edges a node; NaN without nodes.
  public let meanDegree: Double
  /// The greatest number of edges of a node.
  public let greatestDegree: Int
  /// The number of components, directions ignored.
  public let componentCount: Int
  /// The number of nodes of the largest component.
  public let largestComponent: Int
  /// The number of nodes without an edge.
  public let isolateCount: Int
  /// The sum of all strengths; nil without strengths.
  public let totalStrength: Double?
  /// 3 × triangles ÷ connected triples; nil where too costly, NaN without triples.
  public let transitivity: Double?
  /// Mean local clustering over all nodes; nil where too costly.
  public let averageClustering: Double?
  /// Freeman's centralization of degree.
  public let degreeCentralization: Double
  /// What needs the distances of all pairs; nil above ``allPairsLimit`` nodes.
  public let distances: Distances?

  /// The figures that need the distances of all pairs.
  public struct Distances: Sendable, Equatable {
    /// Mean steps over the pairs that reach each other.
    public let meanDistance: Double
    /// The most steps between two that reach each other, nil if none do.
    public let diameter: Int?
    /// Share of all pairs that reach each other within two steps.
    public let shareWithin2: Double
    /// Share of all pairs that reach each other within three steps.
    public let shareWithin3: Double
    /// Freeman's centralization of betweenness.
    public let betweennessCentralization: Double
    /// Freeman's centralization of closeness; NaN where the graph is not connected.
    public let closenessCentralization: Double
  }

  /// Computes the figures of a graph.
  ///
  /// Where the execution is cancelled, figures that were not finished are nil.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - execution: How the work is carried out.
  /// - Complexity: O(*n* + *m*) and the cost of triangles; up to ``allPairsLimit`` nodes also
  ///   O(*n* *m*).
  public init(of graph: Graph, execution: Execution = .standard) {
    let degrees = graph.isDirected ? graph.undirected.degree() : graph.degree()
    nodeCount = graph.nodeCount
    edgeCount = graph.edgeCount
    isDirected = graph.isDirected
    density = graph.density
    meanDegree = (graph.isDirected ? 1 : 2) * Double(graph.edgeCount) / Double(graph.nodeCount)
    greatestDegree = degrees.max() ?? 0
    let components = graph.components()
    componentCount = components.count
    largestComponent = components.sizes.max() ?? 0
    isolateCount = degrees.count { $0 == 0 }
    totalStrength = graph.hasStrengths ? Self.sumOfStrengths(graph) : nil
    let isCheap = Self.isCheap(degrees)
    func finished<Figure>(_ figure: Figure) -> Figure? { execution.isCancelled() ? nil : figure }
    let clustering = isCheap ? finished(graph.clusteringSummary(execution: execution)) : nil
    transitivity = clustering?.transitivity
    averageClustering = clustering?.average
    degreeCentralization = graph.degreeCentralization().scaled
    guard graph.nodeCount <= Self.allPairsLimit else {
      distances = nil
      return
    }
    let summary = graph.distanceSummary(execution: execution)
    distances = finished(
      Distances(
        meanDistance: summary.meanDistance, diameter: summary.diameter,
        shareWithin2: summary.share(within: 2), shareWithin3: summary.share(within: 3),
        betweennessCentralization: graph.betweennessCentralization(execution: execution).scaled,
        closenessCentralization: graph.closenessCentralization(execution: execution).scaled))
  }

  /// A figure that takes long.
  public struct Part: Sendable {
    /// What it is.
    public let name: String
    /// Computes it, and leaves it.
    public let work: @Sendable (Execution) -> Void
  }

  /// Returns the parts of a profile that take long, for those who want to know how long.
  ///
  /// - Parameter graph: The graph.
  /// - Returns: The parts that ``init(of:execution:)`` computes of this graph.
  public static func longParts(of graph: Graph) -> [Part] {
    let degrees = graph.isDirected ? graph.undirected.degree() : graph.degree()
    let clustering = [Part(name: "clustering") { _ = graph.clusteringSummary(execution: $0) }]
    let distances = [
      Part(name: "distances") { _ = graph.distanceSummary(execution: $0) },
      Part(name: "betweenness") { _ = graph.betweennessCentralization(execution: $0) },
      Part(name: "closeness") { _ = graph.closenessCentralization(execution: $0) },
    ]
    return (isCheap(degrees) ? clustering : [])
      + (graph.nodeCount <= allPairsLimit ? distances : [])
  }

  /// Whether there are few enough pairs of neighbors to look at each.
  private static func isCheap(_ degrees: [Int]) -> Bool {
    degrees.reduce(0.0) { $0 + Double($1) * Double($1 - 1) / 2 } <= Double(wedgeLimit)
  }

  private static func sumOfStrengths(_ graph: Graph) -> Double {
    var sum = 0.0
    let rows = graph.outgoing
    guard let strengths = rows.strengths else { return 0 }
    for node in graph.nodes {
      for arc in rows.arcs(of: node)
      where graph.isDirected || Int(rows.ends[arc]) >= node {
        sum += strengths[arc]
      }
    }
    return sum
  }
}
