import GraphModels
import Testing

@Suite struct BlockModelTests {
  private func edgeCount(_ model: BlockModel, seed: UInt64 = 1) -> Int {
    var generator = SplitMix64(seed: seed)
    return model.edges(using: &generator).count
  }

  @Test func certainProbabilities() {
    let blocks = [0, 0, 0, 1, 1]
    let usual = [Double](repeating: 1, count: 5)
    func model(_ inside: Double, _ between: Double) -> BlockModel {
      BlockModel(blocks: blocks, activity: usual, inside: inside, between: between)
    }
    #expect(edgeCount(model(0, 0)) == 0)
    // Three pairs in the block of three, one in the block of two; 3 × 2 pairs across.
    #expect(edgeCount(model(1, 0)) == 4)
    #expect(edgeCount(model(0, 1)) == 6)
    #expect(edgeCount(model(1, 1)) == 10)
  }

  @Test func nobodyIsTiedToAPassiveNode() {
    let model = BlockModel(blocks: [0, 0, 0], activity: [0, 9, 9], inside: 1, between: 1)
    var generator = SplitMix64(seed: 3)
    let edges = model.edges(using: &generator)
    #expect(edges.map(\.source) == [1])
    #expect(edges.map(\.target) == [2])
  }

  /// 200 nodes in two blocks of 100: 9,900 pairs inside at .1 and 10,000 across at .02 give 1,190
  /// edges on average, with a standard deviation of √(9,900·.09 + 10,000·.0196) = 33.
  @Test(arguments: 1...5) func expectedNumberOfEdges(seed: UInt64) {
    let model = BlockModel(
      blocks: (0..<200).map { $0 / 100 }, activity: [Double](repeating: 1, count: 200),
      inside: 0.1, between: 0.02)
    #expect(abs(edgeCount(model, seed: seed) - 1190) < 5 * 33)
  }

  @Test func seedsReproduce() {
    let model = BlockModel(
      blocks: (0..<60).map { $0 % 4 }, activity: (0..<60).map { 0.5 + Double($0) / 60 },
      inside: 0.3, between: 0.05)
    func edges(_ seed: UInt64) -> [[Int]] {
      var generator = SplitMix64(seed: seed)
      return model.edges(using: &generator).map { [$0.source, $0.target] }
    }
    #expect(edges(7) == edges(7))
    #expect(edges(7) != edges(8))
  }

  @Test func withoutNodes() {
    #expect(edgeCount(BlockModel(blocks: [], activity: [], inside: 1, between: 1)) == 0)
  }
}
