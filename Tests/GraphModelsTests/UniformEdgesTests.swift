import GraphModels
import GraphStructure
import Testing

@Suite struct UniformEdgesTests {
  @Test(arguments: [0, 1, 7, 300, 2000, 4949, 4950]) func exactCounts(edgeCount: Int) throws {
    for graph in try draws(5, { try Graph.gnm(nodes: 100, edges: edgeCount, using: &$0) }) {
      #expect(graph.nodeCount == 100)
      #expect(graph.edgeCount == edgeCount)
      #expect(isSimple(graph))
    }
  }

  /// There are 20 graphs of 4 nodes and 3 edges.
  ///
  /// χ² of 19 degrees of freedom is above 63.7 once in
  /// a million times.
  @Test func everyGraphIsAsLikely() throws {
    var counts: [[[Int]]: Int] = [:]
    for graph in try draws(20_000, { try Graph.gnm(nodes: 4, edges: 3, using: &$0) }) {
      counts[edges(of: graph), default: 0] += 1
    }
    #expect(counts.count == 20)
    let shares = [Double](repeating: 1 / 20, count: 20)
    #expect(chiSquare(Array(counts.values), shares: shares) < 63.7)
  }

  /// Both ways of mending the number of edges come up, and each pair is in half of the graphs: of
  /// 20,000, with a standard deviation of 71.
  @Test func everyPairIsAsLikely() throws {
    var counts = [[Int]: Int]()
    for graph in try draws(20_000, { try Graph.gnm(nodes: 5, edges: 5, using: &$0) }) {
      for edge in edges(of: graph) { counts[edge, default: 0] += 1 }
    }
    #expect(counts.count == 10)
    for count in counts.values { #expect(abs(count - 10_000) < 5 * 71) }
  }

  @Test func seedsReproduce() throws {
    let graphs = try ([7, 7, 8] as [UInt64]).map { seed in
      var generator = SplitMix64(seed: seed)
      return try Graph.gnm(nodes: 1000, edges: 3000, using: &generator)
    }
    #expect(graphs[0] == graphs[1])
    #expect(graphs[0] != graphs[2])
  }

  @Test func impossibleSizes() {
    var generator = SplitMix64(seed: 1)
    #expect(throws: ModelError.tooManyEdges(4, most: 3)) {
      try Graph.gnm(nodes: 3, edges: 4, using: &generator)
    }
    #expect(throws: ModelError.tooManyEdges(1, most: 0)) {
      try Graph.gnm(nodes: 1, edges: 1, using: &generator)
    }
    #expect(throws: ModelError.self) { try Graph.gnm(nodes: -1, edges: 0, using: &generator) }
    #expect(throws: ModelError.self) { try Graph.gnm(nodes: 5, edges: -1, using: &generator) }
    #expect(throws: ModelError.tooManyEdges(1 << 40, most: 1 << 32)) {
      try Graph.gnm(nodes: 1 << 31, edges: 1 << 40, using: &generator)
    }
  }

  @Test(arguments: [0, 1]) func hardlyAnyNode(nodes: Int) throws {
    var generator = SplitMix64(seed: 1)
    let graph = try Graph.gnm(nodes: nodes, edges: 0, using: &generator)
    #expect(graph.nodeCount == nodes && graph.edgeCount == 0)
  }
}
