import Foundation
import GraphMeasures
import GraphStructure
import Testing

@Suite("Subgraph centrality")
struct SubgraphCentralityTests {
  @Test("is the diagonal of the exponential", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    for values in EdgeValues.allCases {
      var matrix = Oracle(sample).values(byStrength: values == .strengths)
      if sample.isDirected {
        // A tie either way counts 1; strengths of both ways are added, a self loop once.
        matrix = matrix.indices.map { row in
          matrix.indices.map { column in
            let sum =
              row == column ? matrix[row][row] : matrix[row][column] + matrix[column][row]
            return values == .ones ? min(sum, 1) : sum
          }
        }
      } else if seed % 4 < 2, values == .ones {
        matrix = matrix.map { $0.map { min($0, 1) } }
      }
      let exponential = DenseAlgebra.exponential(matrix)
      let expected = exponential.indices.map { exponential[$0][$0] }
      let raw = try sample.graph.subgraphCentrality(values: values)
      expectClose(raw, expected, 1e-9, "\(values)")
      let sum = expected.reduce(0, +)
      expectClose(try sample.graph.estradaIndex(values: values), sum)
      expectClose(
        try sample.graph.subgraphCentrality(values: values, scaling: .scaled),
        expected.map { $0 / sum })
      expectClose(
        try sample.graph.subgraphCentrality(values: values, scaling: .l2)
          .reduce(0) { $0 + $1 * $1 }, 1)
    }
  }

  /// exp of a complete graph: (e^(n−1) + (n−1) e^−1) / n; of a star's centre cosh √(n−1).
  @Test("Shapes whose eigenvalues are known")
  func shapes() throws {
    expectClose(
      try KnownGraphs.complete(5).subgraphCentrality(),
      [Double](repeating: (exp(4) + 4 * exp(-1)) / 5, count: 5), 1e-10)
    let star = try KnownGraphs.star(10).subgraphCentrality()
    expectClose(star[0], cosh(3), 1e-10)
    expectClose(star[1], 1 + (cosh(3) - 1) / 9, 1e-10)
    // Eigenvalues of a ring are 2 cos(2πk/n), of a row 2 cos(πk/(n+1)).
    let ring = (0..<7).reduce(0.0) { $0 + exp(2 * cos(2 * .pi * Double($1) / 7)) }
    expectClose(try KnownGraphs.cycle(7).estradaIndex(), ring, 1e-10)
    let row = (1...30).reduce(0.0) { $0 + exp(2 * cos(.pi * Double($1) / 31)) }
    expectClose(try KnownGraphs.path(30).estradaIndex(), row, 1e-10)
  }

  /// The first steps from the end of the row see nothing of the crowd, which decides the score.
  @Test("A crowd far away is not overlooked")
  func farCrowd() throws {
    var edges = (0..<10).map { ($0, $0 + 1) }
    for first in 10..<60 { edges += ((first + 1)..<60).map { (first, $0) } }
    let graph = KnownGraphs.graph(60, edges)
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: 60), count: 60)
    for (first, second) in edges { (matrix[first][second], matrix[second][first]) = (1, 1) }
    let exponential = DenseAlgebra.exponential(matrix)
    expectClose(
      try graph.subgraphCentrality(), exponential.indices.map { exponential[$0][$0] }, 1e-8)
  }

  @Test("Numbers beyond every Double have shares")
  func large() throws {
    let crowd = KnownGraphs.graph(
      5, (1..<5).flatMap { second in (0..<second).map { ($0, second) } },
      strengths: [Double](repeating: 200, count: 10))
    do {
      _ = try crowd.subgraphCentrality(values: .strengths)
      Issue.record("e⁸⁰⁰ / 5 is too large")
    } catch {
      guard case .parameterOutOfRange(_, let value, "below 709; ask for scaled") = error else {
        Issue.record("\(error)")
        return
      }
      expectClose(value, 800 - log(5))
    }
    expectClose(
      try crowd.subgraphCentrality(values: .strengths, scaling: .scaled),
      [Double](repeating: 0.2, count: 5), 1e-10)
  }

  @Test("Numbering anew moves scores along, reversal changes nothing", arguments: RandomGraph.seeds)
  func laws(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let (moved, newNode) = shuffled(sample, seed: seed)
    let graph = sample.relabeled(Array(0..<sample.nodeCount))
    let scores = try graph.subgraphCentrality(values: .strengths)
    let after = try moved.subgraphCentrality(values: .strengths)
    expectClose(newNode.map { after[$0] }, scores)
    expectClose(try graph.reversed.subgraphCentrality(values: .strengths), scores)
    #expect(scores.allSatisfy { $0 >= 1 - 1e-12 })
  }

  @Test("Graphs with hardly anything in them, and wrong numbers")
  func degenerate() throws {
    #expect(try KnownGraphs.graph(0, []).subgraphCentrality() == [])
    #expect(try KnownGraphs.graph(0, []).estradaIndex() == 0)
    expectClose(try KnownGraphs.graph(3, []).subgraphCentrality(), [1, 1, 1], 1e-12)
    expectClose(try KnownGraphs.graph(1, [(0, 0)]).subgraphCentrality(), [exp(1)], 1e-12)
    for tolerance in [0, 1, Double.nan] {
      #expect(throws: MeasureError.self) {
        try KnownGraphs.kite.subgraphCentrality(tolerance: tolerance)
      }
    }
    let negative = KnownGraphs.graph(2, [(0, 1)], strengths: [-1])
    #expect(throws: MeasureError.negativeStrength(-1, source: 0, target: 1)) {
      try negative.subgraphCentrality(values: .strengths)
    }
  }

  @Test("The same bits on 1, 2, 3 and 8 threads; as many scores when cancelled")
  func threads() throws {
    let graph = largeRandomGraph(seed: 44, isDirected: false)
    let first = try graph.subgraphCentrality(execution: Execution(threads: 1))
    for threads in [2, 3, 8] {
      let execution = Execution(threads: threads)
      #expect(bits(try graph.subgraphCentrality(execution: execution)) == bits(first))
    }
    let cancelled = Execution(isCancelled: { true })
    #expect(try graph.subgraphCentrality(execution: cancelled).count == 300)
  }
}
