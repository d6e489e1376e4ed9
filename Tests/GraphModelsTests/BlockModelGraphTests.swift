import GraphModels
import GraphStructure
import Testing

@Suite struct BlockModelGraphTests {
  /// Each of the ten pairs of five nodes is tied as often as the model says, some chances being cut
  /// off at 1: of 20,000 draws within 5 standard deviations.
  @Test func everyPairHasItsProbability() throws {
    let model = BlockModel(
      blocks: [4, 9, 4, 9, 7], activity: [0.5, 2, 1, 3, 0.1], inside: 0.4, between: 0.3)
    var counts: [[Int]: Int] = [:]
    for graph in try draws(20_000, { try model.graph(using: &$0) }) {
      #expect(isSimple(graph))
      for edge in edges(of: graph) { counts[edge, default: 0] += 1 }
    }
    for first in 0..<5 {
      for second in (first + 1)..<5 {
        let chance = model.blocks[first] == model.blocks[second] ? 0.4 : 0.3
        let probability = min(1, model.activity[first] * model.activity[second] * chance)
        let deviation = (20_000 * probability * (1 - probability)).squareRoot()
        let count = Double(counts[[first, second], default: 0])
        #expect(abs(count - 20_000 * probability) <= 5 * deviation)
      }
    }
  }

  /// Pairs are drawn apart: both edges of one node come up together as often as the product says,
  /// 1/8 · 1/2 of 20,000, with a standard deviation of 34.
  @Test func pairsAreDrawnApart() throws {
    let model = BlockModel(
      blocks: [0, 0, 0], activity: [0.5, 1, 0.25], inside: 1, between: 0)
    let both = try draws(20_000, { try model.graph(using: &$0) }).count {
      $0.outgoing.degree(of: 0) == 2
    }
    #expect(abs(both - 1250) < 5 * 34)
  }

  @Test func certainProbabilities() throws {
    let usual = [Double](repeating: 1, count: 5)
    func count(_ inside: Double, _ between: Double) throws -> Int {
      let model = BlockModel(
        blocks: [0, 0, 0, 1, 1], activity: usual, inside: inside, between: between)
      var generator = SplitMix64(seed: 1)
      return try model.graph(using: &generator).edgeCount
    }
    #expect(try count(0, 0) == 0)
    #expect(try count(1, 0) == 4)
    #expect(try count(0, 1) == 6)
    #expect(try count(1, 1) == 10)
  }

  /// 8 groups of 50: 9,800 pairs inside at .1, 70,000 across at .01: 980 and 700 on average.
  @Test func plantedPartition() throws {
    for graph in try draws(
      3,
      {
        try Graph.plantedPartition(groups: 8, size: 50, inside: 0.1, between: 0.01, using: &$0)
      })
    {
      let inside = edges(of: graph).count { $0[0] / 50 == $0[1] / 50 }
      #expect(abs(Double(inside) - 980) < 5 * 29.7)
      #expect(abs(Double(graph.edgeCount - inside) - 700) < 5 * 26.4)
    }
  }

  @Test func extremePartitions() throws {
    func count(_ groups: Int, _ size: Int, _ inside: Double, _ between: Double) throws -> Int {
      var generator = SplitMix64(seed: 1)
      return try Graph.plantedPartition(
        groups: groups, size: size, inside: inside, between: between, using: &generator
      ).edgeCount
    }
    #expect(try count(1, 1, 1, 1) == 0)
    #expect(try count(6, 1, 0, 1) == 15)
    #expect(try count(1, 6, 1, 0) == 15)
    #expect(try count(3, 2, 0, 1) == 12)
    for (groups, size, chance) in [(0, 1, 0.5), (1, 0, 0.5), (1, 1, 1.5), (1, 1, -.infinity)] {
      #expect(throws: ModelError.self) { try count(groups, size, chance, 0) }
      #expect(throws: ModelError.self) { try count(groups, size, 0, chance < 1 ? 2 : chance) }
    }
  }

  @Test func withoutNodes() throws {
    var generator = SplitMix64(seed: 1)
    let empty = BlockModel(blocks: [], activity: [], inside: 1, between: 1)
    #expect(try empty.graph(using: &generator).nodeCount == 0)
    let passive = BlockModel(blocks: [0, 0, 1], activity: [0, 0, 0], inside: 1, between: 1)
    #expect(try passive.graph(using: &generator).edgeCount == 0)
  }

  @Test func seedsReproduce() throws {
    let model = BlockModel(
      blocks: (0..<300).map { $0 % 7 }, activity: (0..<300).map { 0.2 + Double($0 % 13) / 10 },
      inside: 0.2, between: 0.02)
    let graphs = try ([7, 7, 8] as [UInt64]).map { seed in
      var generator = SplitMix64(seed: seed)
      return try model.graph(using: &generator)
    }
    #expect(graphs[0] == graphs[1])
    #expect(graphs[0] != graphs[2])
  }
}
