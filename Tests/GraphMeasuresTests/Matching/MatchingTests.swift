import GraphMeasures
import GraphStructure
import Testing

/// Small two-mode graphs, and what can be chosen of their edges by trying everything.
private struct Sample {
  let firstCount: Int
  let secondCount: Int
  /// Distinct pairs, the second node numbered from 0.
  let edges: [(first: Int, second: Int)]
  let graph: TwoModeGraph

  init(firstCount: Int, secondCount: Int, edges: [(first: Int, second: Int)]) throws {
    (self.firstCount, self.secondCount, self.edges) = (firstCount, secondCount, edges)
    graph = try TwoModeGraph(
      firstCount: firstCount, secondCount: secondCount, first: edges.map { UInt32($0.first) },
      second: edges.map { UInt32($0.second) })
  }

  init(seed: UInt64, most: Int) throws {
    var generator = SplitMix64(seed: seed)
    let firstCount = Int.random(in: 1...4, using: &generator)
    let secondCount = Int.random(in: 1...5, using: &generator)
    var pairs = (0..<(firstCount * secondCount)).map { ($0 / secondCount, $0 % secondCount) }
    pairs.shuffle(using: &generator)
    let count = Int.random(in: 0...min(most, pairs.count), using: &generator)
    try self.init(
      firstCount: firstCount, secondCount: secondCount, edges: Array(pairs.prefix(count)))
  }

  /// The best value over all sets of edges with at most `limit` at a node: most edges, then the
  /// least sum of squared degrees, then the most benefit of each rank.
  func best(limit: Int, benefit: (Int, Int) -> EdgeBenefit) -> [Int] {
    var best = [0, 0, 0, 0]
    for set in 0..<(1 << edges.count) {
      let chosen = edges.indices.filter { set >> $0 & 1 == 1 }.map { edges[$0] }
      if let value = value(chosen, limit: limit, benefit: benefit),
        best.lexicographicallyPrecedes(value)
      {
        best = value
      }
    }
    return best
  }

  /// The value of some edges, nil where too many share a node.
  func value(
    _ chosen: [(first: Int, second: Int)], limit: Int, benefit: (Int, Int) -> EdgeBenefit
  ) -> [Int]? {
    let degrees =
      (0..<firstCount).map { node in chosen.count { $0.first == node } }
      + (0..<secondCount).map { node in chosen.count { $0.second == node } }
    guard degrees.allSatisfy({ $0 <= limit }) else { return nil }
    let benefits = chosen.map { benefit($0.first, $0.second) }
    return [
      chosen.count, -degrees.reduce(0) { $0 + $1 * $1 }, benefits.reduce(0) { $0 + $1.major },
      benefits.reduce(0) { $0 + $1.minor },
    ]
  }
}

@Suite struct MatchingTests {
  private func isMatching(_ pairs: [ModePair], in graph: TwoModeGraph) -> Bool {
    Set(pairs.map(\.first)).count == pairs.count && Set(pairs.map(\.second)).count == pairs.count
      && pairs.allSatisfy { graph.graph.hasArc(from: $0.first, to: $0.second) }
  }

  private func complete(_ firstCount: Int, _ secondCount: Int) throws -> TwoModeGraph {
    try Sample(
      firstCount: firstCount, secondCount: secondCount,
      edges: (0..<(firstCount * secondCount)).map { ($0 / secondCount, $0 % secondCount) }
    ).graph
  }

  @Test func maximumMatchingIsTheLargestOfAll() throws {
    for seed in UInt64(0)..<120 {
      let sample = try Sample(seed: seed, most: 11)
      let matching = sample.graph.maximumMatching()
      #expect(isMatching(matching, in: sample.graph))
      #expect(matching.count == sample.best(limit: 1) { _, _ in EdgeBenefit() }[0], "seed \(seed)")
      #expect(matching == matching.sorted { $0.first < $1.first })
    }
  }

  /// Kőnig (1931): as many pairs as nodes in a smallest cover, found by trying all sets of nodes.
  @Test func maximumMatchingIsAsLargeAsTheSmallestCover() throws {
    for seed in UInt64(200)..<260 {
      let sample = try Sample(seed: seed, most: 20)
      let count = sample.firstCount + sample.secondCount
      let cover = (0..<(1 << count)).filter { set in
        sample.edges.allSatisfy {
          set >> $0.first & 1 == 1 || set >> (sample.firstCount + $0.second) & 1 == 1
        }
      }.map(\.nonzeroBitCount).min()
      #expect(sample.graph.maximumMatching().count == cover, "seed \(seed)")
    }
  }

  /// A chain where trying nodes in order takes the wrong edge first, at every node.
  @Test func augmentsAlongLongWays() throws {
    let count = 200
    let edges = (0..<count).flatMap { node in
      node + 1 < count ? [(node, node), (node, node + 1)] : [(node, 0)]
    }
    let sample = try Sample(firstCount: count, secondCount: count, edges: edges)
    #expect(sample.graph.maximumMatching().count == count)
  }

  @Test func degenerateGraphs() throws {
    let empty = try TwoModeGraph(firstCount: 0, secondCount: 0, first: [], second: [])
    let edgeless = try TwoModeGraph(firstCount: 3, secondCount: 2, first: [], second: [])
    for graph in [empty, edgeless] {
      #expect(graph.maximumMatching().isEmpty)
      #expect(graph.matchings().isEmpty)
      #expect(try graph.degreeLimitedEdges(limit: 3) { _, _ in EdgeBenefit() }.isEmpty)
    }
    let star = try complete(1, 5)
    #expect(star.maximumMatching().count == 1)
    #expect(star.matchings().map(\.count) == [1, 1, 1, 1, 1])
    #expect(try complete(4, 6).maximumMatching().count == 4)
    #expect(try complete(4, 6).matchings().map(\.count) == [4, 4, 4, 4, 4, 4])
    #expect(try complete(4, 6).degreeLimitedEdges(limit: 0) { _, _ in EdgeBenefit() }.isEmpty)
  }

  @Test func aLimitBelowZeroIsRefused() throws {
    let graph = try complete(2, 2)
    #expect(
      throws: MeasureError.parameterOutOfRange(name: "limit", value: -1, allowed: "at least 0")
    ) { try graph.degreeLimitedEdges(limit: -1) { _, _ in EdgeBenefit() } }
  }

  @Test func parallelEdges() throws {
    let graph = try TwoModeGraph(
      firstCount: 2, secondCount: 2, first: [0, 0, 1], second: [0, 0, 0], parallelEdges: .keep)
    #expect(graph.maximumMatching().count == 1)
    #expect(graph.matchings().map(\.count) == [1, 1, 1])
    #expect(try graph.degreeLimitedEdges(limit: 2) { _, _ in EdgeBenefit() }.count == 2)
  }

  @Test func chosenEdgesAreTheBestOfAll() throws {
    var compared = 0
    for seed in UInt64(0)..<150 {
      let sample = try Sample(seed: seed, most: 12)
      var generator = SplitMix64(seed: seed &+ 999)
      let benefits = (0..<20).map { _ in
        EdgeBenefit(
          major: Int.random(in: -1...1, using: &generator),
          minor: Int.random(in: -3...9, using: &generator))
      }
      func benefit(_ first: Int, _ second: Int) -> EdgeBenefit { benefits[first * 5 + second] }
      for limit in 1...3 {
        let chosen = try sample.graph.degreeLimitedEdges(limit: limit) {
          benefit($0, $1 - sample.firstCount)
        }
        #expect(Set(chosen).count == chosen.count)
        #expect(chosen.allSatisfy { sample.graph.graph.hasArc(from: $0.first, to: $0.second) })
        let value = sample.value(
          chosen.map { ($0.first, $0.second - sample.firstCount) }, limit: limit, benefit: benefit)
        #expect(
          value == sample.best(limit: limit, benefit: benefit), "seed \(seed), limit \(limit)")
        compared += chosen.count
      }
    }
    #expect(compared > 1000)
  }

  @Test func aLimitOfOneIsAMaximumMatching() throws {
    for seed in UInt64(300)..<340 {
      let graph = try Sample(seed: seed, most: 20).graph
      #expect(
        try graph.degreeLimitedEdges(limit: 1) { _, _ in EdgeBenefit() }.count
          == graph.maximumMatching().count)
    }
  }

  /// Each edge once, in matchings, as many as the largest degree (Kőnig 1916).
  @Test func matchingsHoldEveryEdgeOnce() throws {
    for seed in UInt64(0)..<120 {
      let sample = try Sample(seed: seed, most: 20)
      let matchings = sample.graph.matchings()
      #expect(matchings.allSatisfy { isMatching($0, in: sample.graph) })
      #expect(matchings.flatMap(\.self).count == sample.edges.count)
      #expect(Set(matchings.flatMap(\.self)).count == sample.edges.count)
      #expect(
        matchings.count == sample.graph.graph.nodes.map(sample.graph.graph.outgoing.degree).max())
      #expect(matchings.map(\.count) == matchings.map(\.count).sorted(by: >))
    }
  }

  @Test func aStoppedSearchReturns() throws {
    let stopped = Execution(threads: 1, isCancelled: { true })
    #expect(try complete(3, 3).maximumMatching(execution: stopped).isEmpty)
  }
}
