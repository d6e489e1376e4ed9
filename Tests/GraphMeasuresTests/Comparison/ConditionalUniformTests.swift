import GraphMeasures
import GraphStructure
import Synchronization
import Testing

@Suite("Conditional uniform graph tests and density differences")
struct ConditionalUniformTests {
  /// Draws graphs and collects what a reader says of them.
  private func drawn<Value: Hashable & Sendable>(
    like graph: Graph, _ condition: UniformCondition, _ draws: Int,
    _ read: @escaping @Sendable (Graph) -> Value
  ) throws -> [Value: Int] {
    let counts = Mutex<[Value: Int]>([:])
    _ = try graph.conditionalUniformTest(given: condition, draws: draws, seed: 3) { drawn in
      let value = read(drawn)
      counts.withLock { $0[value, default: 0] += 1 }
      return 0
    }
    return counts.withLock { $0 }
  }

  private static let arcs: @Sendable (Graph) -> [Int] = { graph in
    graph.nodes.flatMap { node in graph.successors(of: node).map { 10 * node + $0 } }
  }

  @Test("Given edges, every graph of four nodes and two ties is as likely")
  func edges() throws {
    let counts = try drawn(like: KnownGraphs.path(3).padded(to: 4), .edges, 6000, Self.arcs)
    // 6 pairs, 2 tied: 15 graphs, 400 of each expected; five standard deviations are 97.
    #expect(counts.count == 15)
    #expect(counts.values.allSatisfy { abs($0 - 400) < 100 })
  }

  @Test("Given the size, every graph of three nodes is as likely")
  func size() throws {
    let counts = try drawn(like: KnownGraphs.path(3), .size, 4000, Self.arcs)
    #expect(counts.count == 8)
    #expect(counts.values.allSatisfy { abs($0 - 500) < 105 })
    let directed = try drawn(
      like: KnownGraphs.path(3, isDirected: true), .size, 6400, Self.arcs)
    #expect(directed.count == 64 && directed.values.allSatisfy { abs($0 - 100) < 50 })
  }

  @Test("Given the dyad census, every graph of one mutual and one one-way pair is as likely")
  func dyadCensus() throws {
    let graph = KnownGraphs.graph(3, [(0, 1), (1, 0), (1, 2)], isDirected: true)
    let counts = try drawn(like: graph, .dyadCensus, 6000, Self.arcs)
    // 3 choices of the mutual pair, 2 of the other, 2 directions.
    #expect(counts.count == 12)
    #expect(counts.values.allSatisfy { abs($0 - 500) < 108 })
    #expect(throws: ComparisonError.needsDirections) {
      try KnownGraphs.path(3).conditionalUniformTest(given: .dyadCensus) { _ in 0 }
    }
  }

  @Test("Groups of friends are more closed than chance, given size and edges")
  func transitivity() throws {
    let test = try KnownGraphs.karate.conditionalUniformTest(given: .edges, draws: 500) {
      $0.transitivity(execution: Execution(threads: 1))
    }
    expectClose(test.observed, 0.2556818181818182)
    #expect(try #require(test.upper).value < 0.02)
    // What is held fixed cannot be unusual.
    let density = try KnownGraphs.karate.conditionalUniformTest(draws: 50) { $0.density }
    #expect(density.upper?.value == 1 && density.lower?.value == 1 && density.deviation < 1e-12)
    for graph in [KnownGraphs.graph(0, []), KnownGraphs.graph(1, []), KnownGraphs.complete(4)] {
      let test = try graph.conditionalUniformTest(draws: 5) { Double($0.edgeCount) }
      #expect(test.upper?.value == 1)
    }
  }

  @Test("Two networks of the same nodes: exchanging what they say of a pair")
  func densityDifference() throws {
    let first = KnownGraphs.graph(5, [(0, 1), (1, 2), (2, 3), (0, 4)])
    let second = KnownGraphs.graph(5, [(0, 1)])
    let test = try first.densityDifferenceTest(from: second, permutations: 20_000)
    expectClose(test.observed, 0.3)
    // Three pairs differ, all one way: 1 of 8 exchanges is as great.
    let upper = try #require(test.upper)
    #expect(abs(upper.value - 0.125) < 5 * upper.standardError)
    let twoSided = try #require(test.twoSided)
    #expect(abs(twoSided.value - 0.25) < 5 * twoSided.standardError)
    let same = try first.densityDifferenceTest(from: first, permutations: 20)
    #expect(same.observed == 0 && same.upper?.value == 1)
    let arc = KnownGraphs.graph(3, [(0, 1), (1, 0), (1, 2)], isDirected: true)
    let none = KnownGraphs.graph(3, [], isDirected: true)
    let directed = try arc.densityDifferenceTest(from: none, permutations: 20_000)
    expectClose(directed.observed, 0.5)
    // A mutual pair and a one-way pair: four exchanges.
    let share = try #require(directed.upper)
    #expect(abs(share.value - 0.25) < 5 * share.standardError)
    #expect(throws: ComparisonError.sizesDiffer(5, 3)) {
      try first.densityDifferenceTest(from: KnownGraphs.path(3))
    }
    #expect(throws: ComparisonError.directionsDiffer) {
      try KnownGraphs.path(3).densityDifferenceTest(from: arc)
    }
    #expect(
      try KnownGraphs.graph(1, []).densityDifferenceTest(from: .init(padding: 1)).upper == nil)
  }
}

extension Graph {
  /// So many nodes without ties.
  fileprivate init(padding count: Int) { self = KnownGraphs.graph(count, []) }

  /// The same ties among more nodes.
  fileprivate func padded(to count: Int) -> Graph {
    KnownGraphs.graph(
      count,
      nodes.flatMap { node in successors(of: node).filter { node < $0 }.map { (node, $0) } })
  }
}
