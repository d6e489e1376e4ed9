import GraphModels
import GraphStructure
import Testing

@Suite struct PreferentialAttachmentTests {
  @Test(arguments: [(2, 1), (10, 1), (10, 3), (10, 9), (500, 5)]) func exactCounts(
    nodes: Int, edgesPerNode: Int
  ) throws {
    for graph in try draws(
      5,
      {
        try Graph.preferentialAttachment(nodes: nodes, edgesPerNode: edgesPerNode, using: &$0)
      })
    {
      #expect(graph.nodeCount == nodes)
      #expect(graph.edgeCount == (nodes - edgesPerNode) * edgesPerNode)
      #expect(isSimple(graph))
      // Whoever came later tied itself to as many that were there.
      for node in edgesPerNode..<nodes {
        #expect(graph.successors(of: node).count { $0 < node } == edgesPerNode)
      }
    }
  }

  /// The share of nodes of degree *k* or more is m(m + 1) / k(k + 1) (Dorogovtsev, Mendes and
  /// Samukhin, Physical Review Letters 85, 2000; Bollobás and others 2001): a tail of power −2.
  @Test(arguments: [1, 2, 5]) func tailOfDegrees(edgesPerNode: Int) throws {
    let graph = try draws(1) {
      try Graph.preferentialAttachment(nodes: 50_000, edgesPerNode: edgesPerNode, using: &$0)
    }[0]
    for factor in [2, 4, 8] {
      let degree = factor * edgesPerNode
      let share = Double(edgesPerNode * (edgesPerNode + 1)) / Double(degree * (degree + 1))
      let count = graph.nodes.count { graph.outgoing.degree(of: $0) >= degree }
      let deviation = (50_000 * share * (1 - share)).squareRoot()
      #expect(abs(Double(count) - 50_000 * share) < 6 * deviation)
    }
  }

  /// Of the first four nodes, 1 is tied to 0, so 2 finds both alike; 3 then finds the one that 2
  /// chose with ½, the others with ¼.
  @Test func likelyAsDegrees() throws {
    var sameAgain = 0
    for graph in try draws(
      10_000,
      {
        try Graph.preferentialAttachment(nodes: 4, edgesPerNode: 1, using: &$0)
      }) where graph.successors(of: 2)[0] == graph.successors(of: 3)[0]
    {
      sameAgain += 1
    }
    #expect(abs(sameAgain - 5000) < 5 * 50)
  }

  @Test func impossibleSizes() {
    var generator = SplitMix64(seed: 1)
    for (nodes, edgesPerNode) in [(0, 1), (1, 1), (5, 0), (5, 5), (5, -1)] {
      #expect(throws: ModelError.self) {
        try Graph.preferentialAttachment(
          nodes: nodes, edgesPerNode: edgesPerNode, using: &generator)
      }
    }
  }

  @Test func seedsReproduce() throws {
    let graphs = try ([7, 7, 8] as [UInt64]).map { seed in
      var generator = SplitMix64(seed: seed)
      return try Graph.preferentialAttachment(nodes: 1000, edgesPerNode: 3, using: &generator)
    }
    #expect(graphs[0] == graphs[1])
    #expect(graphs[0] != graphs[2])
  }
}
