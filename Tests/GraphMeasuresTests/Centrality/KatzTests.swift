import GraphMeasures
import GraphStructure
import Testing

@Suite("Katz centrality")
struct KatzTests {
  @Test("solves its linear system", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let oracle = Oracle(sample)
    for values in EdgeValues.allCases {
      var matrix = oracle.values(byStrength: values == .strengths)
      if seed % 4 < 2, values == .ones { matrix = matrix.map { $0.map { min($0, 1) } } }
      let eigenvalue = oracle.leadingEigenvalue(matrix).value
      for share in [0, 0.1, 0.5, 0.9] {
        let alpha = eigenvalue > 0.5 ? share / eigenvalue : share
        let scores = try sample.graph.katz(alpha: alpha, beta: 2, values: values)
        expectClose(scores, oracle.katz(matrix, alpha: alpha, beta: 2), 1e-9, "share \(share)")
      }
      if eigenvalue > 0.5 {
        #expect(throws: MeasureError.self) {
          try sample.graph.katz(alpha: 1.001 / eigenvalue, values: values)
        }
      }
    }
  }

  @Test("Shapes worked out by hand")
  func shapes() throws {
    // x = 1 + 4 α x on a complete graph of 5; at each node of a path its incoming walks.
    expectClose(
      try KnownGraphs.complete(5).katz(alpha: 0.125), [Double](repeating: 2, count: 5), 1e-12)
    #expect(try KnownGraphs.path(4, isDirected: true).katz(alpha: 2) == [1, 3, 7, 15])
    // Centre 1 + 4 α l, leaves l = 1 + α c: c = (1 + 4 α) / (1 − 4 α²), past 1 / degree.
    let centre = (1 + 4 * 0.4) / (1 - 4 * 0.16)
    let leaf = 1 + 0.4 * centre
    expectClose(try KnownGraphs.star(5).katz(alpha: 0.4), [centre, leaf, leaf, leaf, leaf])
    #expect(try KnownGraphs.graph(3, []).katz(alpha: 9, beta: -4) == [-4, -4, -4])
    #expect(try KnownGraphs.graph(0, []).katz(alpha: 1) == [])
    expectClose(try KnownGraphs.graph(1, [(0, 0)]).katz(alpha: 0.5), [2])
  }

  @Test("Scaled the greatest is 1, by l2 the squares sum to 1")
  func scaling() throws {
    let raw = try KnownGraphs.karate.katz(alpha: 0.1)
    let scaled = try KnownGraphs.karate.katz(alpha: 0.1, scaling: .scaled)
    let unit = try KnownGraphs.karate.katz(alpha: 0.1, scaling: .l2)
    #expect(scaled.max() == 1)
    expectClose(unit.reduce(0) { $0 + $1 * $1 }, 1)
    expectClose(zip(scaled, unit).map { $0 / $1 }, scaled.map { _ in scaled[0] / unit[0] })
    expectClose(zip(raw, unit).map { $0 / $1 }, raw.map { _ in raw[0] / unit[0] })
  }

  @Test("Alpha at or past 1 / λ is refused, and the range named")
  func alphaRange() {
    // The largest eigenvalue of K₅ is 4, that of a triangle 2, also where two triangles share it.
    let two = KnownGraphs.graph(6, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3)])
    for (graph, bound) in [(KnownGraphs.complete(5), 0.25), (two, 0.5)] {
      for alpha in [bound, bound * 1.5] {
        do {
          _ = try graph.katz(alpha: alpha)
          Issue.record("alpha \(alpha) is too great")
        } catch {
          guard case .parameterOutOfRange("alpha", alpha, let allowed) = error else {
            Issue.record("\(error)")
            continue
          }
          let named = Double(allowed.split(separator: " ").last ?? "") ?? .nan
          expectClose(named, bound)
        }
      }
      #expect(throws: Never.self) { try graph.katz(alpha: bound * 0.99) }
    }
    for bad in [-0.1, .nan, .infinity] {
      #expect(throws: MeasureError.self) { try KnownGraphs.kite.katz(alpha: bad) }
      #expect(throws: MeasureError.self) { try KnownGraphs.kite.katz(alpha: 0.1, tolerance: -1) }
    }
    #expect(throws: MeasureError.self) { try KnownGraphs.kite.katz(alpha: 0.1, beta: .nan) }
    let negative = KnownGraphs.graph(3, [(0, 1), (1, 2)], isDirected: true, strengths: [1, -2])
    #expect(throws: MeasureError.negativeStrength(-2, source: 1, target: 2)) {
      try negative.katz(alpha: 0.1, values: .strengths)
    }
    #expect(throws: MeasureError.self) { try KnownGraphs.kite.katz(alpha: 0.1, iterationLimit: 2) }
  }
}
