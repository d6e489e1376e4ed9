import GraphMeasures
import GraphStructure
import Testing

@Suite("PageRank")
struct PageRankTests {
  @Test("solves its linear system", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let oracle = Oracle(sample)
    for values in EdgeValues.allCases {
      for damping in [0, 0.5, 0.85, 0.99] {
        let scores = try sample.graph.pageRank(
          damping: damping, values: values, tolerance: 1e-13)
        let expected = oracle.pageRank(
          damping: damping, byStrength: values == .strengths, mergesParallels: seed % 4 < 2)
        expectClose(scores, expected, 1e-9, "damping \(damping)")
        expectClose(scores.reduce(0, +), 1)
      }
    }
  }

  @Test("Directed star: the mass of the dangling leaves is spread evenly")
  func star() throws {
    // With leaf b and centre a of four nodes: a = (1 − d)/4 + d·3b/4, b = a + d·a/3.
    let scores = try KnownGraphs.star(4, isDirected: true).pageRank(tolerance: 1e-14)
    let damping = 0.85
    let centre = (1 - damping) / 4 / (1 - damping * 0.75 * (1 + damping / 3))
    let leaf = centre * (1 + damping / 3)
    expectClose(scores, [centre, leaf, leaf, leaf])
  }

  @Test("Nodes that are all alike share evenly")
  func alike() throws {
    expectClose(try KnownGraphs.cycle(5).pageRank(), [Double](repeating: 0.2, count: 5))
    expectClose(try KnownGraphs.graph(4, []).pageRank(), [Double](repeating: 0.25, count: 4))
    #expect(try KnownGraphs.graph(1, []).pageRank() == [1])
    #expect(try KnownGraphs.graph(0, []).pageRank() == [])
  }

  @Test("Without damping, scores are proportional to degree on a connected undirected graph")
  func degrees() throws {
    // The limit of d → 1 is the stationary walk; at d = 0.999999 it is near.
    let graph = KnownGraphs.karate
    let scores = try graph.pageRank(damping: 0.999_999)
    expectClose(scores, graph.degree().map { Double($0) / 156 }, 1e-4)
  }

  @Test("A node whose strengths are all 0 dangles")
  func zeroStrengths() throws {
    let zero = KnownGraphs.graph(3, [(0, 1), (1, 2)], isDirected: true, strengths: [1, 0])
    let without = KnownGraphs.graph(3, [(0, 1)], isDirected: true)
    expectClose(try zero.pageRank(values: .strengths), try without.pageRank())
  }

  @Test("Parameters out of range and iterations that do not end are errors")
  func errors() throws {
    for damping in [-0.1, 1, 1.5, .nan] {
      #expect(throws: MeasureError.self) { try KnownGraphs.kite.pageRank(damping: damping) }
    }
    #expect(
      throws: MeasureError.parameterOutOfRange(name: "tolerance", value: 0, allowed: "above 0")
    ) { try KnownGraphs.kite.pageRank(tolerance: 0) }
    let negative = KnownGraphs.graph(3, [(0, 1), (1, 2)], isDirected: true, strengths: [1, -2])
    #expect(throws: MeasureError.negativeStrength(-2, source: 1, target: 2)) {
      try negative.pageRank(values: .strengths)
    }
    #expect(throws: Never.self) { try negative.pageRank() }
    do {
      _ = try KnownGraphs.kite.pageRank(iterationLimit: 2)
      Issue.record("two iterations cannot be enough")
    } catch {
      guard case .notConverged("PageRank", 2, _, 1e-10) = error else { throw error }
      #expect("\(error)".contains("did not converge"))
    }
  }
}
