import KnowWho
import Testing

/// Numbers as other tools give them.
///
/// Those of igraph 1.0.0 and networkit 11.3 were printed by runs of theirs on these graphs, those of
/// networkx stand in its tests and documentation.
@Suite struct PeerTests {
  /// Krackhardt's kite.
  private let kite = Self.graph(
    10,
    [
      (0, 1), (0, 2), (0, 3), (0, 5), (1, 3), (1, 4), (1, 6), (2, 3), (2, 5), (3, 4), (3, 5),
      (3, 6), (4, 6), (5, 6), (5, 7), (6, 7), (7, 8), (8, 9),
    ])

  /// Two cycles one after the other, and two isolates.
  private let cycles = Self.graph(
    7, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (1, 4), (4, 1)], isDirected: true)

  private static func graph(
    _ nodeCount: Int, _ edges: [(UInt32, UInt32)], isDirected: Bool = false
  ) -> Graph {
    do {
      return try Graph(
        nodeCount: nodeCount, sources: edges.map(\.0), targets: edges.map(\.1),
        isDirected: isDirected)
    } catch {
      preconditionFailure("\(error)")
    }
  }

  private func column(
    _ measure: String, _ peer: Peer, _ graph: Graph, scaling: Scaling? = nil, alpha: Double? = nil
  ) throws -> NodeMeasure.Column {
    var settings = NodeMeasure.Settings(scaling: scaling)
    settings.peer = peer
    settings.alpha = alpha
    let found = try #require(NodeMeasure.named(measure))
    return try #require(found.columns(graph, settings).first)
  }

  private func expect(
    _ measure: String, _ peer: Peer, _ graph: Graph, scaling: Scaling? = nil,
    alpha: Double? = nil, gives expected: [Double],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let column = try column(measure, peer, graph, scaling: scaling, alpha: alpha)
    expectAnswers(
      column.scores, expected, "\(measure) \(peer)", tolerance: 1e-9,
      sourceLocation: sourceLocation)
    #expect(column.convention.english.hasPrefix("as in \(peer.title): "))
  }

  @Test func igraphOnTheKite() throws {
    try expect(
      "betweenness", .igraph, kite,
      gives: [
        0.8333333333333333, 0.8333333333333333, 0, 3.666666666666666, 0, 8.333333333333334,
        8.333333333333334, 14, 8, 0,
      ])
    try expect(
      "betweenness", .igraph, kite, scaling: .scaled,
      gives: [
        0.018518518518518517, 0.018518518518518517, 0, 0.08148148148148147, 0,
        0.1851851851851852, 0.1851851851851852, 0.3111111111111111, 0.17777777777777778, 0,
      ])
    try expect(
      "clustering", .igraph, kite,
      gives: [
        0.6666666666666666, 0.6666666666666666, 1, 0.5333333333333333, 1, 0.5, 0.5,
        0.3333333333333333, 0, .nan,
      ])
    try expect("reach2", .igraph, kite, gives: [8, 8, 8, 8, 8, 9, 9, 10, 5, 3])
    try expect("eccentricity", .igraph, kite, gives: [4, 4, 4, 4, 4, 3, 3, 2, 3, 4])
    try expect("coreness", .igraph, kite, gives: [3, 3, 3, 3, 3, 3, 3, 2, 1, 1])
  }

  @Test func igraphAlongArcs() throws {
    try expect(
      "closeness", .igraph, cycles,
      gives: [0.5, 2.0 / 3, 2.0 / 3, 0.4, 4.0 / 9, .nan, .nan])
    try expect(
      "harmonic", .igraph, cycles,
      gives: [
        0.3888888888888889, 0.5, 0.5, 0.34722222222222215, 0.36111111111111105, 0, 0,
      ])
    try expect(
      "betweenness", .igraph, cycles, scaling: .scaled,
      gives: [
        0.023809523809523808, 0.19047619047619047, 0.14285714285714285, 0.023809523809523808,
        0.07142857142857142, 0, 0,
      ])
    try expect("eccentricity", .igraph, cycles, gives: [3, 2, 2, 4, 3, 0, 0])
    try expect("reach2", .igraph, cycles, gives: [4, 5, 5, 3, 3, 1, 1])
    try expect(
      "constraint", .igraph, cycles,
      gives: [
        0.8350694444444444, 0.5017361111111112, 0.5347222222222221, 0.5, 0.5555555555555556, .nan,
        .nan,
      ])
    try expect(
      "hubs", .igraph, cycles, gives: [0, 1, 0, 0.618033988749895, 0, 0, 0])
    try expect(
      "clustering", .igraph, cycles,
      gives: [1, 1.0 / 3, 1.0 / 3, 0, 0, .nan, .nan])
  }

  @Test func networkitOnTheKite() throws {
    try expect(
      "betweenness", .networkit, kite,
      gives: [
        1.6666666666666665, 1.6666666666666665, 0, 7.333333333333332, 0, 16.666666666666668,
        16.666666666666668, 28, 16, 0,
      ])
    try expect(
      "degree", .networkit, kite, scaling: .scaled,
      gives: [0.4, 0.4, 0.3, 0.6, 0.3, 0.5, 0.5, 0.3, 0.2, 0.1])
    // Its own iteration leaves the last digits open.
    expectAnswers(
      try column("eigenvector", .networkit, kite).scores,
      [
        0.35220939539518425, 0.35220939539518425, 0.2858349906214941, 0.4810208581442887,
        0.2858349906214941, 0.3976906364663898, 0.3976906364663898, 0.19586058986572527,
        0.04807348760553953, 0.01116325913324184,
      ], "eigenvector", tolerance: 1e-6)
    try expect(
      "harmonic", .networkit, kite, scaling: .raw,
      gives: [
        6.083333333333333, 6.083333333333333, 5.583333333333333, 7.083333333333333,
        5.583333333333333, 6.833333333333333, 6.833333333333333, 6, 4.666666666666666,
        3.4166666666666665,
      ])
  }

  @Test func networkitAlongArcs() throws {
    try expect(
      "closeness", .networkit, cycles,
      gives: [1.0 / 3, 4.0 / 9, 4.0 / 9, 4.0 / 15, 8.0 / 27, 0, 0])
    try expect("degree", .networkit, cycles, gives: [1, 2, 2, 1, 1, 0, 0])
    try expect("betweenness", .networkit, cycles, gives: [1, 8, 6, 1, 3, 0, 0])
    try expect("eccentricity", .networkit, cycles, gives: [3, 2, 2, 4, 3, 0, 0])
  }

  /// A path of three and an isolate: networkit loses what reaches the isolate, and sums to .7875.
  @Test func networkitPageRank() throws {
    let path = Self.graph(4, [(0, 1), (1, 2)])
    let scores = try column("pageRank", .networkit, path).scores
    let run = [0.19256756756756918, 0.3648648648648616, 0.19256756756756918, 0.0375]
    // Its own iteration stops at changes of 10⁻¹⁴, ours at 10⁻¹⁰.
    expectAnswers(scores, run, "networkit", tolerance: 1e-8)
    expectAnswers([scores.reduce(0, +)], [0.7875], "sum", tolerance: 1e-9)
  }

  /// Incoming closeness and raw sums; hubs and authorities sum to 1.
  @Test func networkx() throws {
    let star = Self.graph(4, [(1, 0), (2, 0), (3, 0)], isDirected: true)
    // By the formulas in its documentation: only the centre is reached, by three at one step.
    try expect("closeness", .networkx, star, gives: [1, 0, 0, 0])
    try expect("harmonic", .networkx, star, gives: [3, 0, 0, 0])
    try expect("hubs", .networkx, star, gives: [0, 1.0 / 3, 1.0 / 3, 1.0 / 3])
    try expect("authorities", .networkx, star, gives: [1, 0, 0, 0])
    try expect("degree", .networkx, star, scaling: .scaled, gives: [1, 1.0 / 3, 1.0 / 3, 1.0 / 3])
  }

  /// Of a broken star, sna gives nobody a closeness; of a whole one as usual.
  @Test func sna() throws {
    let star = [(0, 1), (0, 2), (0, 3)] as [(UInt32, UInt32)]
    try expect("closeness", .sna, Self.graph(4, star), gives: [1, 0.6, 0.6, 0.6])
    try expect("closeness", .sna, Self.graph(5, star), gives: [0, 0, 0, 0, 0])
    try expect("harmonic", .sna, Self.graph(4, star), gives: [1, 2.0 / 3, 2.0 / 3, 2.0 / 3])
    #expect(throws: MeasureError.self) { try column("eigenvector", .sna, Self.graph(4, star)) }
  }

  /// Borgatti's ego example, and a triangle with a tail.
  ///
  /// What contacts spend outside an ego network does not count; what G's contacts spend there is
  /// nothing but A's and B's, so there both methods agree.
  @Test func ucinetLooksAtEgoNetworks() throws {
    // A B C D E F G, by J. S. Borgatti 1997.
    let ego = Self.graph(
      7, [(0, 1), (0, 5), (0, 6), (0, 4), (4, 6), (5, 6), (1, 6), (1, 3), (3, 6), (6, 2)])
    let constraint = try column("constraint", .ucinet, ego).scores
    #expect(abs(constraint[6] - 0.400) < 0.0005)
    expectAnswers([constraint[6]], [ego.constraint()[6]], "G")
    #expect(abs(try column("effectiveSize", .ucinet, ego).scores[6] - 4.67) < 0.005)
    // A triangle with a tail: within the triangle, A's two contacts spend half on each other.
    let tail = Self.graph(4, [(0, 1), (0, 2), (1, 2), (2, 3)])
    let within = try column("constraint", .ucinet, tail).scores
    expectAnswers([within[0], within[3]], [2 * 0.75 * 0.75, 1], "triangle")
    #expect(tail.constraint()[0] < within[0])
    try expect("reach2", .ucinet, tail, gives: [1, 1, 1, 1])
  }

  @Test(arguments: [
    ("katz", Peer.igraph), ("katz", .networkit), ("efficiency", .networkx),
    ("constraint", .networkit),
    ("pageRank", .sna), ("closeness", .ucinet), ("reach2", .networkx),
  ])
  func whatAPeerDoesNotHaveIsAnError(measure: String, peer: Peer) throws {
    let error = #expect(throws: MeasureError.self) { try column(measure, peer, kite) }
    #expect(error?.description.contains(peer.title) ?? false)
  }

  @Test(arguments: [
    ("clustering", Peer.networkx), ("coreness", .igraph), ("effectiveSize", .networkx),
    ("eigenvector", .sna),
  ])
  func whatDiffersAlongArcsIsAnErrorWithAdvice(measure: String, peer: Peer) throws {
    let error = #expect(throws: MeasureError.self) { try column(measure, peer, cycles) }
    #expect(error?.description.contains("--undirected") ?? false)
  }

  @Test func degenerateGraphs() throws {
    for nodeCount in 0...2 {
      for graph in [Self.graph(nodeCount, []), Self.graph(nodeCount, [], isDirected: true)] {
        for peer in Peer.allCases {
          for measure in NodeMeasure.all {
            guard let column = try? column(measure.name, peer, graph) else { continue }
            #expect(column.scores.count == nodeCount)
            let isUndefined = [
              "closeness", "clustering", "clusteringByStrength", "constraint", "effectiveSize",
            ].contains(measure.name)
            #expect(isUndefined || column.scores.allSatisfy(\.isFinite), "\(peer) \(measure.name)")
          }
        }
      }
    }
  }
}
