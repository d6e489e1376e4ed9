import GraphMeasures
import GraphStructure
import Testing

@Suite("Current flow")
struct CurrentFlowTests {
  /// Resistances and what flows through every node, pair by pair, from Kirchhoff's laws.
  private func circuit(
    _ tie: [[Double]]
  ) -> (closeness: [Double], betweenness: [Double]) {
    let count = tie.count
    var (resistance, through) = (
      [Double](repeating: 0, count: count), [Double](repeating: 0, count: count)
    )
    for source in 0..<count {
      var members: Set = [source]
      for _ in 0..<count {
        for node in 0..<count where members.contains(where: { tie[$0][node] > 0 }) {
          members.insert(node)
        }
      }
      let nodes = members.sorted()
      for target in nodes where target > source {
        // The current that leaves each node but the target, whose potential is 0.
        let others = nodes.filter { $0 != target }
        let laws = others.map { node in
          others.map { $0 == node ? tie[node].reduce(0, +) : -tie[node][$0] }
        }
        let solved = DenseAlgebra.solution(laws, others.map { $0 == source ? 1 : 0 })
        var potential = [Double](repeating: 0, count: count)
        for (node, value) in zip(others, solved) { potential[node] = value }
        resistance[source] += potential[source]
        resistance[target] += potential[source]
        for node in nodes where node != source && node != target {
          through[node] +=
            nodes.reduce(0) { $0 + tie[node][$1] * abs(potential[node] - potential[$1]) } / 2
        }
      }
    }
    return (resistance.map { $0 > 0 ? 1 / $0 : 0 }, through)
  }

  @Test("follow Kirchhoff's laws", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let graph = sample.graph
    for values in EdgeValues.allCases {
      // What both arcs of a pair count together, or the edge where there is no direction.
      let mutual = Oracle(sample).mutualTies(byStrength: values == .strengths)
      let tie = graph.isDirected ? mutual : mutual.map { $0.map { $0 / 2 } }
      let expected = circuit(tie)
      expectClose(
        try graph.currentFlowCloseness(values: values, scaling: .raw), expected.closeness)
      let betweenness = try graph.currentFlowBetweenness(values: values, scaling: .raw)
      expectClose(betweenness, expected.betweenness)
      let pairs = Double((graph.nodeCount - 1) * (graph.nodeCount - 2)) / 2
      if pairs > 0 {
        expectClose(
          try graph.currentFlowBetweenness(values: values), expected.betweenness.map { $0 / pairs })
      }
    }
  }

  /// The values that the tests of networkx name.
  @Test("Four nodes: complete, in a row, a star (networkx)")
  func four() throws {
    let (complete, row, star) = (
      KnownGraphs.complete(4), KnownGraphs.path(4), KnownGraphs.star(4)
    )
    func expect(_ graph: Graph, _ closeness: [Double], _ betweenness: [Double]) throws {
      expectClose(try graph.currentFlowCloseness(scaling: .raw), closeness)
      expectClose(try graph.currentFlowBetweenness(), betweenness)
    }
    try expect(complete, [2, 2, 2, 2].map { $0 / 3 }, [0.25, 0.25, 0.25, 0.25])
    try expect(row, [1.0 / 6, 0.25, 0.25, 1.0 / 6], [0, 2.0 / 3, 2.0 / 3, 0])
    try expect(star, [1.0 / 3, 0.2, 0.2, 0.2], [1, 0, 0, 0])
    expectClose(try complete.currentFlowBetweenness(scaling: .raw), [0.75, 0.75, 0.75, 0.75])
  }

  @Test("In a tree there is one path: as by shortest paths")
  func trees() throws {
    var generator = SplitMix64(seed: 3)
    let tree = KnownGraphs.graph(
      60, (1..<60).map { ($0, Int.random(in: 0..<$0, using: &generator)) })
    expectClose(try tree.currentFlowBetweenness(), tree.betweenness())
    expectClose(try tree.currentFlowCloseness(), tree.closeness().scores)
  }

  /// So many triangles round one node that potentials are found source by source.
  ///
  /// By the laws of wires in series and side by side, two nodes of a triangle are 2/3 apart, and two of different triangles
  /// 4/3; a third of what flows within a triangle goes the long way.
  @Test("Many triangles round one node", arguments: [1, 4])
  func windmill(conductance: Double) throws {
    let count = 210
    var edges: [(Int, Int)] = []
    for triangle in 0..<count {
      let (one, other) = (2 * triangle + 1, 2 * triangle + 2)
      edges += [(0, one), (0, other), (one, other)]
    }
    let graph = KnownGraphs.graph(
      2 * count + 1, edges, strengths: edges.map { _ in conductance })
    let (all, others) = (Double(2 * count), Double(2 * count - 2))
    let closeness = try graph.currentFlowCloseness(values: .strengths, scaling: .raw)
    let leaf = conductance / (4.0 / 3 + others * 4 / 3)
    expectClose(
      closeness,
      [conductance / (all * 2 / 3)] + [Double](repeating: leaf, count: 2 * count))
    let betweenness = try graph.currentFlowBetweenness(values: .strengths, scaling: .raw)
    // The hub: all pairs of two triangles, and a third of those within one.
    let hub = all * (all - 1) / 2 - Double(count) + Double(count) / 3
    expectClose(betweenness, [hub] + [Double](repeating: (others + 1) / 3, count: 2 * count))
    for threads in [1, 3] {
      let again = try graph.currentFlowCloseness(
        values: .strengths, scaling: .raw, execution: Execution(threads: threads))
      #expect(bits(again) == bits(closeness))
    }
    #expect(throws: MeasureError.self) {
      try graph.currentFlowBetweenness(execution: Execution(memoryLimit: 1_000))
    }
    let stopped = Execution(isCancelled: { true })
    #expect(try graph.currentFlowCloseness(execution: stopped).count == graph.nodeCount)
  }

  @Test("Numbering anew moves scores along, reversal changes nothing", arguments: RandomGraph.seeds)
  func laws(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let (moved, newNode) = shuffled(sample, seed: seed)
    let graph = sample.relabeled(Array(0..<sample.nodeCount))
    let measures: [(Graph) throws -> [Double]] = [
      { try $0.currentFlowCloseness(values: .strengths) },
      { try $0.currentFlowBetweenness(values: .strengths) },
    ]
    for measure in measures {
      let (before, after) = (try measure(graph), try measure(moved))
      expectClose(newNode.map { after[$0] }, before)
      expectClose(try measure(graph.reversed), before)
      #expect(before.allSatisfy { $0 >= 0 })
    }
    let units = KnownGraphs.graph(
      sample.nodeCount, sample.edges.map { ($0.source, $0.target) },
      isDirected: true, strengths: sample.edges.map { _ in 1 })
    let simple = Set(sample.edges.map { [$0.source, $0.target] }).count == sample.edges.count
    if simple {
      #expect(
        bits(try units.currentFlowBetweenness(values: .strengths))
          == bits(try units.currentFlowBetweenness()))
    }
  }

  @Test("Two graphs side by side score as each alone; ties of strength 0 conduct nothing")
  func apart() throws {
    let kite = KnownGraphs.kite
    let edges = kite.nodes.flatMap { node in
      kite.successors(of: node).filter { $0 > node }.map { (node, $0) }
    }
    let both = KnownGraphs.graph(
      20, edges + edges.map { ($0.0 + 10, $0.1 + 10) } + [(0, 19)],
      strengths: [Double](repeating: 1, count: 2 * edges.count) + [0])
    let alone = try kite.currentFlowBetweenness(scaling: .raw)
    expectClose(try both.currentFlowBetweenness(values: .strengths, scaling: .raw), alone + alone)
    let closeness = try kite.currentFlowCloseness(scaling: .raw)
    expectClose(
      try both.currentFlowCloseness(values: .strengths, scaling: .raw), closeness + closeness)
    // Nine of nineteen others are reached.
    expectClose(
      try both.currentFlowCloseness(values: .strengths),
      (closeness + closeness).map { $0 * 81 / 19 })
  }

  @Test("Graphs with hardly anything in them, and wrong numbers")
  func degenerate() throws {
    for isDirected in [false, true] {
      for count in 0..<3 {
        let graph = KnownGraphs.graph(count, [], isDirected: isDirected)
        let none = [Double](repeating: 0, count: count)
        for scaling in Scaling.allCases {
          #expect(try graph.currentFlowCloseness(scaling: scaling) == none)
          #expect(try graph.currentFlowBetweenness(scaling: scaling) == none)
        }
      }
      #expect(try KnownGraphs.graph(1, [(0, 0)]).currentFlowCloseness() == [0])
      let pair = KnownGraphs.graph(2, [(0, 1)], isDirected: isDirected)
      #expect(try pair.currentFlowCloseness() == [1, 1])
      #expect(try pair.currentFlowBetweenness() == [0, 0])
    }
    let negative = KnownGraphs.graph(2, [(0, 1)], strengths: [-1])
    #expect(throws: MeasureError.negativeStrength(-1, source: 0, target: 1)) {
      try negative.currentFlowCloseness(values: .strengths)
    }
    let narrow = Execution(memoryLimit: 100)
    #expect(
      throws: MeasureError.memoryTooSmall(
        measure: "Current-flow betweenness", needed: 800, limit: 100)
    ) { try KnownGraphs.kite.currentFlowBetweenness(execution: narrow) }
  }

  @Test("The same bits on 1, 2, 3 and 8 threads; as many scores when cancelled")
  func threads() throws {
    let karate = KnownGraphs.karate
    let first = try karate.currentFlowBetweenness(execution: Execution(threads: 1))
    for threads in [2, 3, 8] {
      let execution = Execution(threads: threads)
      #expect(bits(try karate.currentFlowBetweenness(execution: execution)) == bits(first))
    }
    let cancelled = Execution(isCancelled: { true })
    #expect(try karate.currentFlowBetweenness(execution: cancelled).count == 34)
    #expect(try karate.currentFlowCloseness(execution: cancelled).count == 34)
  }
}
