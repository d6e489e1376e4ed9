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

  @Test("solves it where walks return to some nodes only", arguments: RandomGraph.seeds)
  func personalized(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    var generator = SplitMix64(seed: seed + 77)
    var weights = (0..<sample.nodeCount).map { _ in
      Double(max(0, Int.random(in: -3...4, using: &generator)))
    }
    weights[Int.random(in: 0..<sample.nodeCount, using: &generator)] = 2
    let sum = weights.reduce(0, +)
    for values in EdgeValues.allCases {
      for damping in [0, 0.5, 0.85, 0.99] {
        let scores = try sample.graph.pageRank(
          damping: damping, personalization: weights, values: values, tolerance: 1e-13)
        let expected = Oracle(sample).pageRank(
          damping: damping, byStrength: values == .strengths, mergesParallels: seed % 4 < 2,
          start: weights.map { $0 / sum })
        expectClose(scores, expected, 1e-9, "damping \(damping)")
        #expect(scores.allSatisfy { $0 >= 0 })
      }
    }
  }

  @Test("On a larger undirected graph a step of the walk changes less than the tolerance")
  func largeGraph() throws {
    // A ring with chords and a few loose ends mixes slowly.
    var generator = SplitMix64(seed: 3)
    let count = 3000
    var edges = (0..<2990).map { ($0, ($0 + 1) % 2990) }
    for _ in 0..<40 {
      edges.append(
        (Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator))
      )
    }
    let graph = KnownGraphs.graph(count, edges)
    for personalization in [nil, (0..<count).map { $0 < 5 ? 1.0 : 0 }] {
      let start =
        personalization?.map { $0 / 5 } ?? [Double](repeating: 1 / Double(count), count: count)
      for damping in [0.85, 0.999] {
        let scores = try graph.pageRank(damping: damping, personalization: personalization)
        var next = [Double](repeating: 0, count: count)
        var dangling = 0.0
        for node in graph.nodes {
          let ends = graph.successors(of: node)
          if ends.isEmpty { dangling += scores[node] }
          for end in ends { next[end] += damping * scores[node] / Double(ends.count) }
        }
        for node in graph.nodes { next[node] += (1 - damping + damping * dangling) * start[node] }
        #expect(zip(next, scores).reduce(0) { $0 + abs($1.0 - $1.1) } < 1.01e-10)
        expectClose(scores.reduce(0, +), 1, 1e-12)
      }
    }
  }

  @Test("Walks that return to one end of a directed pair")
  func personalizedPair() throws {
    // From 0 to 1, which dangles and returns to 0: p(0) = 1 − d + d p(1), p(1) = d p(0).
    let pair = KnownGraphs.path(2, isDirected: true)
    let expected = [1 / 1.85, 0.85 / 1.85]
    expectClose(try pair.pageRank(personalization: [3, 0], tolerance: 1e-14), expected)
    // Nothing leads to a node that no walk returns to.
    expectClose(try pair.pageRank(personalization: [0, 3], tolerance: 1e-14), [0, 1])
    let apart = KnownGraphs.graph(4, [(0, 1), (2, 3)])
    #expect(try apart.pageRank(personalization: [0, 0, 1, 1]) == [0, 0, 0.5, 0.5])
  }

  @Test("Equal weights are no personalization; all weights may be multiplied by a number")
  func personalizationScale() throws {
    let graph = KnownGraphs.karate
    let even = [Double](repeating: 7, count: 34)
    expectClose(try graph.pageRank(personalization: even), try graph.pageRank())
    let some = (0..<34).map { Double($0 % 3) }
    expectClose(
      try graph.pageRank(personalization: some.map { $0 * 1e300 }),
      try graph.pageRank(personalization: some))
    for bad in [[1, -1], [.nan, 1], [.infinity, 1], [0, 0]] {
      #expect(throws: MeasureError.self) {
        try KnownGraphs.path(2).pageRank(personalization: bad)
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
