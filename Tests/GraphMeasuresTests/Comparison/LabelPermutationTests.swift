import GraphMeasures
import GraphStructure
import Testing

@Suite("Permutation tests of labels")
struct LabelPermutationTests {
  /// Zachary's club after it split: 1 for those who stayed with the instructor.
  private let factions: [Int?] = (0..<34).map {
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 16, 17, 19, 21].contains($0) ? 1 : 0
  }

  @Test("The split of the karate club: 11 of 78 ties between, E-I −0.718")
  func karate() throws {
    let test = try KnownGraphs.karate.eiTest(groups: factions, permutations: 2000)
    // Zachary 1977; counted again with networkx 3.6.1 and igraph 1.0.
    expectClose(test.observed, (11.0 - 67) / 78)
    // Two groups of 17: 272 of 561 pairs are within.
    expectClose(test.expected, 1 - 2 * 272.0 / 561)
    #expect(try #require(test.lower).value == 1.0 / 2001)
    expectClose(
      KnownGraphs.karate.assortativity(ofCategories: factions), 0.717530864197531, 1e-12)
  }

  @Test("Assortativity as networkx 3.6.1 and igraph 1.0 have it")
  func assortativity() {
    let values = (0..<10).map { Double?.some(Double($0 * $0 % 7)) }
    expectClose(KnownGraphs.kite.assortativity(of: values), -0.15428140324405898, 1e-12)
    expectClose(KnownGraphs.kite.assortativity(ofCategories: (0..<10).map { $0 % 3 }), -0.2, 1e-12)
    let directed = KnownGraphs.graph(
      5, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 2), (0, 4), (1, 0)], isDirected: true)
    expectClose(
      directed.assortativity(of: (0..<5).map { Double($0 * 3 % 5) }), -0.3920897595459886, 1e-12)
    expectClose(
      directed.assortativity(ofCategories: (0..<5).map { $0 % 2 }), -0.42857142857142855, 1e-12)
  }

  @Test("Assortativity is the correlation over the ends of ties", arguments: RandomGraph.seeds)
  func assortativityOracle(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    let values = (0..<sample.nodeCount).map { $0 % 4 == 3 ? nil : Double?.some(Double($0 * 5 % 7)) }
    let tied = Oracle(sample).isTied
    var ends: (near: [Double], far: [Double]) = ([], [])
    for source in 0..<sample.nodeCount {
      for target in 0..<sample.nodeCount where tied[source][target] {
        guard let near = values[source], let far = values[target] else { continue }
        ends.near.append(near)
        ends.far.append(far)
      }
    }
    let expected =
      Set(ends.near).count < 2 || Set(ends.far).count < 2 ? .nan : pearson(ends.near, ends.far)
    expectClose(sample.graph.assortativity(of: values), expected)
    let shifted = values.map { $0.map { 3 * $0 + 1e6 } }
    expectClose(sample.graph.assortativity(of: shifted), expected, 1e-7)
  }

  @Test("All orders of few members give exact probabilities", arguments: UInt64(0)..<20)
  func exact(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    guard sample.nodeCount >= 5 else { return }
    // Five members in groups of two and three; the others have none.
    let labels: [Int?] = (0..<sample.nodeCount).map { $0 < 5 ? ($0 < 2 ? 0 : 1) : nil }
    let test = try sample.graph.eiTest(groups: labels, permutations: 120)
    let all = allOrders(5).map { order in
      var groups = labels
      for place in 0..<5 { groups[place] = labels[order[place]] }
      return GroupTies(in: sample.graph, groups: groups, count: 2).eiIndex
    }
    let observed = GroupTies(in: sample.graph, groups: labels, count: 2).eiIndex
    expectClose(test.observed, observed)
    guard !observed.isNaN else {
      #expect(test.upper == nil && test.lower == nil && test.twoSided == nil)
      return
    }
    #expect(test.isExact && test.tries == 120)
    expectClose(all.reduce(0, +) / 120, test.expected)
    #expect(test.upper?.value == Double(all.count { $0 >= observed - 1e-9 }) / 120)
    #expect(test.lower?.value == Double(all.count { $0 <= observed + 1e-9 }) / 120)
    let distance = abs(observed - test.expected) - 1e-9
    #expect(
      test.twoSided?.value == Double(all.count { abs($0 - test.expected) >= distance }) / 120)
  }

  @Test("Densities of two groups: a clique beside a group without ties")
  func groupDensities() throws {
    var graph = KnownGraphs.graph(8, [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)])
    let groups: [Int?] = [0, 0, 0, 0, 1, 1, 1, 1]
    let test = try graph.groupDensityTest(0, 1, groups: groups, permutations: 40_320)
    #expect(test.observed == 1 && test.isExact)
    // Of the 70 ways to choose four members one makes the clique a group, and one its counterpart.
    expectClose(try #require(test.upper).value, 1.0 / 70)
    expectClose(try #require(test.twoSided).value, 2.0 / 70)
    graph = KnownGraphs.path(2)
    #expect(try graph.groupDensityTest(0, 1, groups: [0, 1]).observed.isNaN)
  }

  @Test("Without ties, with one group, or one member, nothing is tested")
  func degenerate() throws {
    let none = try KnownGraphs.graph(4, []).eiTest(groups: [0, 0, 1, 1])
    #expect(none.observed.isNaN && none.upper == nil)
    let oneGroup = try KnownGraphs.path(4).eiTest(groups: [0, 0, 0, 0], permutations: 24)
    #expect(oneGroup.observed == -1 && oneGroup.upper?.value == 1)
    let same = try KnownGraphs.path(4).assortativityTest(of: [2, 2, 2, 2])
    #expect(same.observed.isNaN && same.twoSided == nil)
    let empty = try KnownGraphs.graph(0, []).eiTest(groups: [])
    #expect(empty.observed.isNaN)
  }

  @Test("The same bits on 1, 2, 3 and 8 threads")
  func threads() throws {
    let graph = largeRandomGraph(seed: 8, isDirected: true)
    let groups = graph.nodes.map { Int?.some($0 % 3) }
    let values = graph.nodes.map { Double?.some(Double($0 % 17)) }
    func tests(_ threads: Int) throws -> [PermutationTest] {
      let execution = Execution(threads: threads)
      return [
        try graph.eiTest(groups: groups, permutations: 100, execution: execution),
        try graph.assortativityTest(of: values, permutations: 100, execution: execution),
        try graph.assortativityTest(ofCategories: groups, permutations: 100, execution: execution),
        try graph.groupDensityTest(0, 1, groups: groups, permutations: 100, execution: execution),
        try graph.densityDifferenceTest(
          from: graph.reversed, permutations: 100, execution: execution),
        try graph.conditionalUniformTest(given: .edges, draws: 20, execution: execution) {
          $0.density
        },
      ]
    }
    let expected = try tests(1)
    for threads in [2, 3, 8] { #expect(try tests(threads) == expected) }
  }
}
