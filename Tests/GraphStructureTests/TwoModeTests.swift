import GraphStructure
import Testing

@Suite("Two-mode graphs and projections")
struct TwoModeTests {
  /// The events that each of 18 women attended (Davis, Gardner and Gardner 1941), from networkx.
  private static let davisEvents = [
    [0, 1, 2, 3, 4, 5, 7, 8], [0, 1, 2, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 7, 8],
    [0, 2, 3, 4, 5, 6, 7], [2, 3, 4, 6], [2, 4, 5, 7], [4, 5, 6, 7], [5, 7, 8], [4, 6, 7, 8],
    [6, 7, 8, 11], [7, 8, 9, 11], [7, 8, 9, 11, 12, 13], [6, 7, 8, 9, 11, 12, 13],
    [5, 6, 8, 9, 10, 11, 12, 13], [6, 7, 9, 10, 11], [7, 8], [8, 10], [8, 10],
  ]

  private func davis() throws -> TwoModeGraph {
    try TwoModeGraph(
      firstCount: 18, secondCount: 14,
      first: Self.davisEvents.enumerated().flatMap { woman, events in
        events.map { _ in UInt32(woman) }
      },
      second: Self.davisEvents.flatMap { $0.map { UInt32($0) } })
  }

  @Test("Davis: 89 ties; women 139 that sum to 322, events 66 that sum to 214 (networkx)")
  func davisProjections() throws {
    let graph = try davis()
    #expect(graph.graph.edgeCount == 89)
    #expect(graph.nodes(of: .first) == 0..<18)
    #expect(graph.nodes(of: .second) == 18..<32)
    let women = try graph.projection(onto: .first)
    // Each tie is stored from both ends, so strengths sum to twice the published 322 and 214.
    #expect(women.nodeCount == 18)
    #expect(women.edgeCount == 139)
    #expect(women.outgoing.strengths?.reduce(0, +) == 644.0)
    let events = try graph.projection(onto: .second)
    #expect(events.nodeCount == 14)
    #expect(events.edgeCount == 66)
    #expect(events.outgoing.strengths?.reduce(0, +) == 428.0)
  }

  @Test("A tie of a projection is as strong as the two share neighbors")
  func shared() throws {
    let women = try davis().projection(onto: .first)
    for first in 0..<18 {
      for arc in women.outgoing.arcs(of: first) {
        let second = Int(women.outgoing.ends[arc])
        let common = Set(Self.davisEvents[first]).intersection(Self.davisEvents[second]).count
        #expect(women.outgoing.strengths?[arc] == Double(common))
        #expect(first != second)
      }
    }
  }

  @Test("Replacing nodes adds what they share to the strengths that were there")
  func replacing() throws {
    // 4 and 5 are replaced. 4 ties 0, 1, 2 (0 twice); 5 ties 0, 1 and 4, which goes as well.
    let edges = [(0, 4), (4, 0), (1, 4), (2, 4), (0, 5), (1, 5), (4, 5), (0, 1), (2, 3)]
    let graph = try Graph(
      nodeCount: 6, edges: edges, strengths: [1, 1, 1, 1, 1, 1, 1, 7, 0.5], parallelEdges: .keep)
    let (result, origin) = try graph.replacing([4, 5])
    #expect(origin == [0, 1, 2, 3])
    #expect(!result.isDirected)
    #expect(result.edgeCount == 4)
    // 0–1: 7 + 2, 0–2: 1, 1–2: 1, 2–3: 0.5.
    #expect(result.outgoing.ends == [1, 2, 0, 2, 0, 1, 3, 2])
    #expect(result.outgoing.strengths == [9, 1, 9, 1, 1, 1, 0.5, 0.5])
  }

  @Test("Without strengths an edge that was there counts 1; directions are not kept")
  func replacingPlain() throws {
    let graph = try Graph(
      nodeCount: 4, edges: [(0, 1), (2, 0), (2, 1), (3, 0)], isDirected: true)
    let (result, origin) = try graph.replacing([2])
    #expect(origin == [0, 1, 3])
    #expect(result.outgoing.ends == [1, 2, 0, 0])
    #expect(result.outgoing.strengths == [2, 1, 2, 1])
    let (unchanged, nodes) = try graph.replacing([])
    #expect(nodes == [0, 1, 2, 3])
    #expect(unchanged == graph.undirected)
  }

  @Test("Too many pairs are refused before they are made")
  func limit() throws {
    let star = try Graph(nodeCount: 11, edges: (1...10).map { (0, $0) })
    #expect(throws: GraphError.tooManyPairs(45, limit: 44)) {
      try star.replacing([0], pairLimit: 44)
    }
    #expect(try star.replacing([0], pairLimit: 45).graph.edgeCount == 45)
  }

  @Test("Ends outside their mode are refused")
  func errors() {
    #expect(throws: GraphError.nodeOutOfRange(node: 2, edge: 1)) {
      try TwoModeGraph(firstCount: 2, secondCount: 5, first: [0, 2], second: [0, 0])
    }
    #expect(throws: GraphError.nodeOutOfRange(node: 5, edge: 0)) {
      try TwoModeGraph(firstCount: 2, secondCount: 5, first: [0], second: [5])
    }
    #expect(throws: GraphError.columnsDiffer) {
      try TwoModeGraph(firstCount: 2, secondCount: 5, first: [0], second: [])
    }
    #expect(throws: GraphError.parallelEdge(source: 0, target: 2)) {
      try TwoModeGraph(
        firstCount: 2, secondCount: 5, first: [0, 0], second: [0, 0], parallelEdges: .refuse)
    }
  }
}
