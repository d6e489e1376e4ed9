import GraphMeasures
import GraphStructure
import Testing

@Suite("Gould and Fernandez's parts of brokerage")
struct BrokerageRolesTests {
  private func oracle(_ tied: [[Bool]], _ groups: [Int?], _ middle: Int) -> [BrokerageRole: Int] {
    var counts: [BrokerageRole: Int] = [:]
    for source in tied.indices {
      for target in tied.indices
      where source != target && tied[source][middle] && tied[middle][target]
        && !tied[source][target]
      {
        guard let a = groups[source], let b = groups[middle], let c = groups[target] else {
          continue
        }
        let role: BrokerageRole? =
          switch (a == b, b == c, a == c) {
          case (true, true, true): .coordinator
          case (false, false, true): .itinerant
          case (false, true, false): .gatekeeper
          case (true, false, false): .representative
          case (false, false, false): .liaison
          default: nil
          }
        if let role { counts[role, default: 0] += 1 }
      }
    }
    return counts
  }

  @Test("Every open two-path, looked at one by one", arguments: RandomGraph.seeds)
  func definition(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    let tied = Oracle(sample).isTied
    let groups = (0..<sample.nodeCount).map { $0 % 5 == 4 ? nil : $0 % 3 }
    let counts = sample.graph.brokerageCounts(groups: groups)
    for node in sample.graph.nodes {
      let expected = oracle(tied, groups, node)
      for role in BrokerageRole.allCases {
        #expect(counts.count(role, of: node) == expected[role] ?? 0, "\(role) of \(node)")
      }
      #expect(counts.total(of: node) == expected.values.reduce(0, +))
    }
  }

  /// Mean and variance over all graphs of four nodes, each as likely as its arcs make it.
  @Test("Beside random arcs of the same density", arguments: [[0, 0, 1, 2], [0, 0, 0, 1]])
  func density(groups: [Int]) {
    let pairs = (0..<4).flatMap { one in (0..<4).filter { $0 != one }.map { (one, $0) } }
    let arcs = [(0, 1), (0, 2), (1, 2), (1, 3), (2, 3), (3, 0)]
    let graph = KnownGraphs.graph(4, arcs, isDirected: true)
    let scores = graph.brokerageScoresByDensity(groups: groups)
    let density = Double(arcs.count) / 12
    var mean = [[BrokerageRole: Double]](repeating: [:], count: 4)
    var square = mean
    for bits in 0..<(1 << 12) {
      var tied = [[Bool]](repeating: [Bool](repeating: false, count: 4), count: 4)
      var chance = 1.0
      for (place, pair) in pairs.enumerated() {
        tied[pair.0][pair.1] = bits >> place & 1 == 1
        chance *= tied[pair.0][pair.1] ? density : 1 - density
      }
      for node in 0..<4 {
        for (role, count) in oracle(tied, groups, node) {
          mean[node][role, default: 0] += chance * Double(count)
          square[node][role, default: 0] += chance * Double(count * count)
        }
      }
    }
    let counts = graph.brokerageCounts(groups: groups)
    for node in 0..<4 {
      for (place, role) in BrokerageRole.allCases.enumerated() {
        let expected = mean[node][role] ?? 0
        #expect(scores[node][place].count == counts.count(role, of: node))
        expectClose(scores[node][place].expected, expected)
        expectClose(
          scores[node][place].deviation,
          max(0, (square[node][role] ?? 0) - expected * expected).squareRoot(), 1e-7)
      }
    }
    let partly = graph.brokerageScoresByDensity(groups: [0, nil, 1, 2])
    #expect(partly[1].allSatisfy { $0.count == 0 && $0.expected == 0 })
  }

  /// conventions: A→B A→C B→C B→D C→D D→A, groups AB|CD.
  @Test("The example worked out by hand")
  func example() {
    let graph = KnownGraphs.graph(
      4, [(0, 1), (0, 2), (1, 2), (1, 3), (2, 3), (3, 0)], isDirected: true)
    let counts = graph.brokerageCounts(groups: [0, 0, 1, 1])
    let expected: [[BrokerageRole: Int]] = [
      [.itinerant: 1, .gatekeeper: 1], [.representative: 1], [.gatekeeper: 1],
      [.itinerant: 1, .representative: 1],
    ]
    for node in 0..<4 {
      for role in BrokerageRole.allCases {
        #expect(counts.count(role, of: node) == expected[node][role] ?? 0, "\(role) of \(node)")
      }
    }
  }

  @Test("Expected counts are the mean over all ways to deal out groups", arguments: 0..<8)
  func expectation(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed * 2 + 1)
    guard (3...6).contains(sample.nodeCount) else { return }
    let tied = Oracle(sample).isTied
    let groups = (0..<sample.nodeCount).map { Optional($0 % 2) }
    let scores = try sample.graph.brokerageScores(groups: groups, permutations: 4_000, seed: 9)
    let ways = permutations(groups)
    for node in sample.graph.nodes {
      for (place, role) in BrokerageRole.allCases.enumerated() {
        let counts = ways.map { Double(oracle(tied, $0, node)[role] ?? 0) }
        let mean = counts.reduce(0, +) / Double(counts.count)
        let variance =
          counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(counts.count)
        expectClose(scores[node][place].expected, mean, 1e-9, "\(role) of \(node)")
        // Four thousand draws: a deviation is off by more than a tenth once in a great many.
        expectClose(scores[node][place].deviation, variance.squareRoot(), 0.1)
      }
    }
  }

  private func permutations(_ items: [Int?]) -> [[Int?]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { place in
      var rest = items
      let item = rest.remove(at: place)
      return permutations(rest).map { [item] + $0 }
    }
  }

  @Test("Seeds and threads; degenerate graphs; errors")
  func degenerate() throws {
    let graph = largeRandomGraph(seed: 8, isDirected: true)
    let groups = graph.nodes.map { Optional($0 % 4) }
    let scores = try [1, 2, 3, 8].map {
      try graph.brokerageScores(
        groups: groups, permutations: 20, seed: 3, execution: Execution(threads: $0))
    }
    #expect(scores.allSatisfy { zip($0, scores[0]).allSatisfy { $0.0 == $0.1 } })
    #expect(
      try graph.brokerageScores(groups: groups, permutations: 20, seed: 4)[0] != scores[0][0]
        || graph.brokerageCounts(groups: groups).total(of: 0) == 0)
    #expect(throws: MeasureError.self) {
      try graph.brokerageScores(groups: groups, permutations: 1)
    }
    #expect(try KnownGraphs.graph(0, []).brokerageScores(groups: []).isEmpty)
    let pair = try KnownGraphs.path(2).brokerageScores(groups: [0, 1])
    #expect(pair.allSatisfy { $0.allSatisfy { $0.count == 0 && $0.zScore.isNaN } })
    #expect(
      KnownGraphs.complete(4).brokerageCounts(groups: [0, 0, 1, 1]).total(of: 0) == 0,
      "no path is open")
  }
}
