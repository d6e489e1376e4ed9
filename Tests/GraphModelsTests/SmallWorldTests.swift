import GraphModels
import GraphStructure
import Testing

@Suite struct SmallWorldTests {
  private func world(
    _ nodes: Int, _ neighbors: Int, _ rewiring: Double, seed: UInt64 = 1
  ) throws -> Graph {
    var generator = SplitMix64(seed: seed)
    return try Graph.smallWorld(
      nodes: nodes, neighbors: neighbors, rewiring: rewiring, using: &generator)
  }

  /// A ring closes 3(k − 2) / 4(k − 1) of its triples (Watts and Strogatz 1998).
  @Test(arguments: [2, 4, 6, 10]) func ringLattice(neighbors: Int) throws {
    let graph = try world(200, neighbors, 0)
    for node in graph.nodes {
      let steps = (1...(neighbors / 2)).flatMap { [(node + $0) % 200, (node + 200 - $0) % 200] }
      #expect(graph.successors(of: node) == steps.sorted())
    }
    let expected = 3 * Double(neighbors - 2) / (4 * Double(neighbors - 1))
    #expect(abs(transitivity(graph) - expected) < 1e-12)
  }

  @Test(arguments: [0.01, 0.1, 0.5, 1]) func noTieIsLost(rewiring: Double) throws {
    for (nodes, neighbors) in [(3, 2), (5, 4), (10, 8), (11, 10), (60, 6), (61, 40)] {
      let graph = try world(nodes, neighbors, rewiring)
      #expect(graph.edgeCount == nodes * neighbors / 2)
      #expect(isSimple(graph))
      // Each node keeps its own end of half of the ties.
      for node in graph.nodes {
        #expect(graph.outgoing.degree(of: node) >= neighbors / 2)
      }
    }
  }

  /// With 10 neighbors of 20,000, a triple stays closed where none of its three ties was moved: the
  /// share is about (1 − p)³ of a ring's (Barrat and Weigt, European Physical Journal B 13, 2000).
  @Test(arguments: [0.05, 0.2]) func clusteringFalls(rewiring: Double) throws {
    let kept = (1 - rewiring) * (1 - rewiring) * (1 - rewiring)
    let graph = try world(20_000, 10, rewiring)
    #expect(abs(transitivity(graph) / (2.0 / 3) / kept - 1) < 0.03)
  }

  /// 20,000 ties, each moved with .1: 2,000 with a standard deviation of 42.
  @Test func shareThatMoves() throws {
    let graph = try world(4000, 10, 0.1)
    let moved = edges(of: graph).count { min($0[1] - $0[0], 4000 - $0[1] + $0[0]) > 5 }
    // A tie led elsewhere may end near by, once in 400 times.
    #expect(abs(Double(moved) - 2000) < 5 * 42 + 10)
  }

  @Test func impossibleSizes() {
    #expect(throws: ModelError.odd(name: "neighbors", value: 3)) { try world(10, 3, 0) }
    #expect(throws: ModelError.self) { try world(10, 10, 0) }
    #expect(throws: ModelError.self) { try world(10, -2, 0) }
    #expect(throws: ModelError.self) { try world(0, 0, 0) }
    #expect(throws: ModelError.self) { try world(10, 4, 1.5) }
    #expect(throws: ModelError.self) { try world(10, 4, .nan) }
  }

  @Test func withoutTies() throws {
    #expect(try world(1, 0, 1).edgeCount == 0)
    #expect(try world(5, 0, 1).edgeCount == 0)
  }

  @Test func seedsReproduce() throws {
    #expect(try world(1000, 6, 0.3, seed: 4) == world(1000, 6, 0.3, seed: 4))
    #expect(try world(1000, 6, 0.3, seed: 4) != world(1000, 6, 0.3, seed: 5))
  }
}
