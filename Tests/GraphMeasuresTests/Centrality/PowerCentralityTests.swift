import GraphMeasures
import GraphStructure
import Testing

@Suite("Power centrality")
struct PowerCentralityTests {
  /// The five positions in a row of Bonacich (1987): with β = −½ those beside the ends hold all
  /// power, 1.58, as the manual of igraph prints as well.
  @Test("Bargaining in a row of five (Bonacich 1987)")
  func bonacich() throws {
    let row = KnownGraphs.path(5)
    let share = 2.5.squareRoot()
    expectClose(try row.powerCentrality(beta: -0.5), [0, share, 0, share, 0], 1e-12)
    let degree = try row.powerCentrality(beta: 0, scaling: .raw)
    #expect(degree == [1, 2, 2, 2, 1])
    // Beside ends, half of what the centre has comes back: l = 1 + ½ b, b = 2 + ½ l + ½ a, a = 2 + b.
    expectClose(try row.powerCentrality(beta: 0.5, scaling: .raw), [8, 14, 16, 14, 8], 1e-12)
  }

  @Test("solves its equations", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    for values in EdgeValues.allCases {
      var matrix = Oracle(sample).values(byStrength: values == .strengths)
      if seed % 4 < 2, values == .ones { matrix = matrix.map { $0.map { min($0, 1) } } }
      for beta in [-0.03, 0, 0.03] {
        let raw = try sample.graph.powerCentrality(beta: beta, values: values, scaling: .raw)
        let system = matrix.indices.map { row in
          matrix.indices.map { (row == $0 ? 1 : 0) - beta * matrix[row][$0] }
        }
        expectClose(raw, DenseAlgebra.solution(system, matrix.map { $0.reduce(0, +) }))
        let unit = try sample.graph.powerCentrality(beta: beta, values: values, scaling: .l2)
        let scaled = try sample.graph.powerCentrality(beta: beta, values: values)
        let squares = scaled.reduce(0) { $0 + $1 * $1 }
        expectClose(squares, raw.contains { $0 != 0 } ? Double(raw.count) : 0)
        expectClose(scaled, unit.map { $0 * Double(raw.count).squareRoot() })
      }
    }
  }

  @Test(
    "Numbering anew moves scores along; incoming arcs by reversal", arguments: RandomGraph.seeds)
  func laws(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let (moved, newNode) = shuffled(sample, seed: seed)
    let original = sample.relabeled(Array(0..<sample.nodeCount))
    let scores = try original.powerCentrality(beta: 0.02, scaling: .raw)
    let after = try moved.powerCentrality(beta: 0.02, scaling: .raw)
    expectClose(newNode.map { after[$0] }, scores)
    // Katz counts incoming walks, the one of no step too: x = 1 + α c of the reversed graph.
    let katz = try original.katz(alpha: 0.02)
    expectClose(
      try original.reversed.powerCentrality(beta: 0.02, scaling: .raw).map { 1 + 0.02 * $0 }, katz)
  }

  @Test("The inverse of an eigenvalue is refused, other numbers are not")
  func singular() throws {
    // Eigenvalues of a complete graph of five: 4 and −1.
    for beta in [0.25, -1] {
      #expect(
        throws: MeasureError.parameterOutOfRange(
          name: "beta", value: beta, allowed: "other than 1 / an eigenvalue")
      ) { try KnownGraphs.complete(5).powerCentrality(beta: beta) }
    }
    #expect(try KnownGraphs.complete(5).powerCentrality(beta: 0.5, scaling: .raw).count == 5)
    for beta in [Double.nan, .infinity] {
      #expect(throws: MeasureError.self) { try KnownGraphs.kite.powerCentrality(beta: beta) }
    }
    let negative = KnownGraphs.graph(2, [(0, 1)], strengths: [-1])
    #expect(throws: MeasureError.negativeStrength(-1, source: 0, target: 1)) {
      try negative.powerCentrality(beta: 0, values: .strengths)
    }
    #expect(
      throws: MeasureError.memoryTooSmall(
        measure: "Power centrality", needed: 800, limit: 100)
    ) { try KnownGraphs.kite.powerCentrality(beta: 0, execution: Execution(memoryLimit: 100)) }
  }

  @Test("Graphs with hardly anything in them")
  func degenerate() throws {
    #expect(try KnownGraphs.graph(0, []).powerCentrality(beta: 0.5) == [])
    #expect(try KnownGraphs.graph(3, []).powerCentrality(beta: 0.5) == [0, 0, 0])
    expectClose(
      try KnownGraphs.graph(1, [(0, 0)]).powerCentrality(beta: 0.5, scaling: .raw), [2])
    #expect(
      try KnownGraphs.path(3, isDirected: true).powerCentrality(beta: 2, scaling: .raw) == [
        3, 1, 0,
      ])
  }
}
