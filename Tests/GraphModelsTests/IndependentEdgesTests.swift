import GraphModels
import GraphStructure
import Testing

@Suite struct IndependentEdgesTests {
  /// Every graph of 3 nodes has a probability of .3ᵐ · .7³⁻ᵐ.
  ///
  /// χ² of 7 degrees of freedom is above
  /// 40.5 once in a million times.
  @Test func everyGraphHasItsProbability() throws {
    var counts = [Int](repeating: 0, count: 8)
    for graph in try draws(20_000, { try Graph.gnp(nodes: 3, probability: 0.3, using: &$0) }) {
      let bits = [[0, 1], [0, 2], [1, 2]].map { graph.hasArc(from: $0[0], to: $0[1]) ? 1 : 0 }
      counts[bits[0] + 2 * bits[1] + 4 * bits[2]] += 1
    }
    let shares = (0..<8).map { bits in
      (0..<3).reduce(1.0) { $0 * (bits >> $1 & 1 == 1 ? 0.3 : 0.7) }
    }
    #expect(chiSquare(counts, shares: shares) < 40.5)
  }

  /// 600 nodes, 179,700 pairs: the mean is p times that, its standard deviation √(p(1 − p)) of
  /// its root.
  @Test(arguments: [0.001, 0.02, 0.24, 0.26, 0.7, 0.999]) func expectedNumberOfEdges(
    probability: Double
  ) throws {
    let pairs = 179_700.0
    let deviation = (pairs * probability * (1 - probability)).squareRoot()
    for graph in try draws(
      3,
      {
        try Graph.gnp(nodes: 600, probability: probability, using: &$0)
      })
    {
      #expect(abs(Double(graph.edgeCount) - pairs * probability) < 5.5 * deviation)
    }
  }

  @Test func certainProbabilities() throws {
    var generator = SplitMix64(seed: 1)
    func count(_ nodes: Int, _ probability: Double) throws -> Int {
      try Graph.gnp(nodes: nodes, probability: probability, using: &generator).edgeCount
    }
    #expect(try count(50, 0) == 0)
    #expect(try count(50, 1) == 1225)
    #expect(try count(0, 1) == 0)
    #expect(try count(1, 1) == 0)
    #expect(try count(1000, .leastNonzeroMagnitude) == 0)
  }

  @Test func impossibleSizes() {
    var generator = SplitMix64(seed: 1)
    for probability in [-0.1, 1.1, .nan, .infinity] {
      #expect(throws: ModelError.self) {
        try Graph.gnp(nodes: 5, probability: probability, using: &generator)
      }
    }
    #expect(throws: ModelError.self) {
      try Graph.gnp(nodes: 1 << 31, probability: 0.5, using: &generator)
    }
  }

  @Test func seedsReproduce() throws {
    let graphs = try ([7, 7, 8] as [UInt64]).map { seed in
      var generator = SplitMix64(seed: seed)
      return try Graph.gnp(nodes: 1000, probability: 0.01, using: &generator)
    }
    #expect(graphs[0] == graphs[1])
    #expect(graphs[0] != graphs[2])
  }
}
