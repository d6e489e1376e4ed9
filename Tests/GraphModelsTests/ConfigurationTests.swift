import GraphModels
import GraphStructure
import Testing

@Suite struct ConfigurationTests {
  private let skewed = [9, 7, 5, 4, 4, 3, 3, 2, 2, 2, 1, 1, 1, 0]

  @Test func degreesAreAsGiven() throws {
    for graph in try draws(50, { try Graph.configuration(degrees: skewed, using: &$0) }) {
      #expect(graph.edgeCount == 22)
      let ends = skewed.indices.map { node in
        graph.successors(of: node).reduce(0) { $0 + ($1 == node ? 2 : 1) }
      }
      #expect(ends == skewed)
    }
    for graph in try draws(50, { try Graph.simpleConfiguration(degrees: skewed, using: &$0) }) {
      #expect(skewed.indices.map(graph.outgoing.degree) == skewed)
      #expect(isSimple(graph))
    }
  }

  /// Of the three pairings of the stubs of degrees 2, 1, 1, one has a loop: 2,000 of 6,000, with a
  /// standard deviation of 37.
  @Test func everyPairingIsAsLikely() throws {
    let loops = try draws(6000) { try Graph.configuration(degrees: [2, 1, 1], using: &$0) }
      .count { $0.selfLoopCount == 1 }
    #expect(abs(loops - 2000) < 5 * 37)
    var counts: [Int: Int] = [:]
    for graph in try draws(6000, { try Graph.configuration(degrees: [1, 1, 1, 1], using: &$0) }) {
      counts[graph.successors(of: 0)[0], default: 0] += 1
    }
    #expect(counts.count == 3)
    for count in counts.values { #expect(abs(count - 2000) < 5 * 37) }
  }

  @Test func parallelEdgesStay() throws {
    var generator = SplitMix64(seed: 1)
    let graph = try Graph.configuration(degrees: [40, 40], using: &generator)
    #expect(graph.edgeCount == 40)
  }

  /// Degrees 2, 2, 2, 1, 1 have seven simple graphs.
  ///
  /// They are a triangle and an edge, and six paths of five nodes. χ² of 6 degrees of freedom is above
  /// 38.3 once in a million times.
  @Test func everySimpleGraphIsAsLikely() throws {
    var counts: [[[Int]]: Int] = [:]
    for graph in try draws(
      7000,
      {
        try Graph.simpleConfiguration(degrees: [2, 2, 2, 1, 1], swapsPerEdge: 30, using: &$0)
      })
    {
      counts[edges(of: graph), default: 0] += 1
    }
    #expect(counts.count == 7)
    #expect(chiSquare(Array(counts.values), shares: [Double](repeating: 1 / 7, count: 7)) < 38.3)
  }

  /// All sequences of five degrees: graphical just where some graph of the 1,024 has them.
  @Test func graphicalOrNot() throws {
    let pairs = (0..<5).flatMap { first in ((first + 1)..<5).map { (first, $0) } }
    var graphical: Set<[Int]> = []
    for bits in 0..<1024 {
      var degrees = [Int](repeating: 0, count: 5)
      for (bit, pair) in pairs.enumerated() where bits >> bit & 1 == 1 {
        degrees[pair.0] += 1
        degrees[pair.1] += 1
      }
      graphical.insert(degrees)
    }
    for number in 0..<3125 {
      var (rest, degrees) = (number, [Int]())
      for _ in 0..<5 {
        degrees.append(rest % 5)
        rest /= 5
      }
      var generator = SplitMix64(seed: 1)
      let graph = try? Graph.simpleConfiguration(
        degrees: degrees, swapsPerEdge: 1, using: &generator)
      #expect((graph != nil) == graphical.contains(degrees))
      if let graph { #expect(degrees.indices.map(graph.outgoing.degree) == degrees) }
    }
  }

  @Test func errorsSayWhy() {
    var generator = SplitMix64(seed: 1)
    #expect(throws: ModelError.oddDegreeSum(3)) {
      try Graph.configuration(degrees: [2, 1], using: &generator)
    }
    #expect(throws: ModelError.notGraphical(nodes: 2, degreeSum: 6, most: 4)) {
      try Graph.simpleConfiguration(degrees: [3, 3, 1, 1], using: &generator)
    }
    #expect(
      throws: ModelError.outOfRange(name: "the degree of node 1", value: 2, allowed: 0...1)
    ) {
      try Graph.simpleConfiguration(degrees: [0, 2], using: &generator)
    }
    #expect(throws: ModelError.self) {
      try Graph.configuration(degrees: [1, -1], using: &generator)
    }
    #expect(throws: ModelError.self) {
      try Graph.simpleConfiguration(degrees: [1, 1], swapsPerEdge: -1, using: &generator)
    }
  }

  @Test func withoutNodes() throws {
    var generator = SplitMix64(seed: 1)
    #expect(try Graph.configuration(degrees: [], using: &generator).nodeCount == 0)
    #expect(try Graph.simpleConfiguration(degrees: [], using: &generator).nodeCount == 0)
    #expect(try Graph.simpleConfiguration(degrees: [0, 0], using: &generator).edgeCount == 0)
  }

  @Test func seedsReproduce() throws {
    let graphs = try ([7, 7, 8] as [UInt64]).map { seed in
      var generator = SplitMix64(seed: seed)
      return try Graph.configuration(degrees: skewed, using: &generator)
    }
    #expect(graphs[0] == graphs[1])
    #expect(graphs[0] != graphs[2])
  }
}
