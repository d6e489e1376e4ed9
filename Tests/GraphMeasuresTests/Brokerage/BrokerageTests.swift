import GraphMeasures
import GraphStructure
import Testing

@Suite("Constraint and effective size")
struct BrokerageTests {
  @Test("Krackhardt's kite (networkx)")
  func kite() {
    expectClose(
      KnownGraphs.kite.constraint(),
      [0.5412, 0.5412, 0.6641, 0.4702, 0.6641, 0.4451, 0.4451, 0.4311, 0.5, 1], 0.00005)
    expectClose(
      KnownGraphs.kite.effectiveSize(), [2, 2, 1, 3.3333, 1, 3, 3, 2.3333, 2, 1], 0.00005)
  }

  @Test("Florentine marriages (networkx)")
  func florentine() {
    let constraint = KnownGraphs.florentine.constraint()
    expectClose(constraint[8], 0.2099, 0.00005)
    expectClose(constraint[6], 0.25, 0.00005)
  }

  @Test("The ego network of Borgatti (1997)")
  func borgatti() {
    let size = KnownGraphs.borgattiEgo.effectiveSize()
    expectClose([size[6], size[0], size[2]], [4.67, 2.50, 1], 0.005)
    let constraint = KnownGraphs.borgattiEgo.constraint()
    expectClose([constraint[6], constraint[0], constraint[2]], [0.400, 0.595, 1], 0.0005)
    expectClose(KnownGraphs.borgattiEgo.efficiency()[6], 4.67 / 6, 0.001)
  }

  @Test("follow Burt's formulas over dense matrices", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let oracle = Oracle(sample)
    for values in EdgeValues.allCases {
      let byStrength = values == .strengths
      expectClose(
        try sample.graph.constraint(values: values), oracle.constraint(byStrength: byStrength))
      expectClose(
        try sample.graph.effectiveSize(values: values),
        oracle.effectiveSize(byStrength: byStrength))
    }
    expectClose(sample.graph.constraint(), oracle.constraint(byStrength: false))
    let contacts = oracle.mutualTies(byStrength: false).map { $0.filter { $0 > 0 }.count }
    expectClose(
      sample.graph.efficiency(),
      zip(oracle.effectiveSize(byStrength: false), contacts).map { $0 / Double($1) })
  }

  @Test("Undirected effective size is k − 2t/k (Borgatti 1997)")
  func shortcut() {
    let graph = KnownGraphs.karate
    let expected = zip(graph.degree(), graph.triangleCounts()).map { degree, ties in
      Double(degree) - 2 * Double(ties) / Double(degree)
    }
    expectClose(graph.effectiveSize(), expected)
  }

  @Test("Shapes")
  func shapes() {
    // A star's centre spreads over n − 1 contacts; a leaf depends on one.
    expectClose(KnownGraphs.star(5).constraint(), [0.25, 1, 1, 1, 1])
    expectClose(KnownGraphs.star(5).effectiveSize(), [4, 1, 1, 1, 1])
    // In a triangle each contact holds ½ + ½·½ of a node: 2 · (¾)².
    expectClose(KnownGraphs.cycle(3).constraint(), [1.125, 1.125, 1.125])
    expectClose(KnownGraphs.complete(5).effectiveSize(), [1, 1, 1, 1, 1])
  }

  /// In a complete graph every contact holds 1/*k* of a node's ties and *k* − 1 others lead to it,
  /// each by 1/*k* · 1/*k*.
  @Test("Many triangles, cut into several chunks, on 1, 2, 3 and 8 threads")
  func severalChunks() {
    let graph = KnownGraphs.complete(200)
    let contacts = 199.0
    let share = 1 / contacts + (contacts - 1) / (contacts * contacts)
    let expected = [Double](repeating: contacts * share * share, count: 200)
    let first = graph.constraint(execution: Execution(threads: 1))
    expectClose(first, expected)
    for threads in [2, 3, 8] {
      #expect(bits(graph.constraint(execution: Execution(threads: threads))) == bits(first))
    }
  }

  @Test("A node without contacts has none of them")
  func isolates() throws {
    let graph = KnownGraphs.graph(3, [(0, 0), (1, 2)], strengths: [1, 0])
    expectClose(graph.constraint(), [.nan, 1, 1])
    expectClose(graph.effectiveSize(), [.nan, 1, 1])
    expectClose(graph.efficiency(), [.nan, 1, 1])
    expectClose(try graph.constraint(values: .strengths), [.nan, .nan, .nan])
    let negative = KnownGraphs.graph(2, [(0, 1)], strengths: [-1])
    #expect(throws: MeasureError.negativeStrength(-1, source: 0, target: 1)) {
      try negative.constraint(values: .strengths)
    }
    #expect(throws: MeasureError.negativeStrength(-1, source: 0, target: 1)) {
      try negative.effectiveSize(values: .strengths)
    }
  }
}
