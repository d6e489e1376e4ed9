import GraphMeasures
import GraphStructure
import Testing

@Suite("Betweenness")
struct BetweennessTests {
  @Test("Krackhardt's kite: raw 14 at node 7 (networkx, igraph)")
  func kite() {
    expectClose(
      KnownGraphs.kite.betweenness(),
      [0.0231, 0.0231, 0, 0.1019, 0, 0.2315, 0.2315, 0.3889, 0.2222, 0], 0.00005)
    expectClose(KnownGraphs.kite.betweenness(scaling: .raw)[7], 14)
  }

  @Test("Florentine marriages (networkx)")
  func florentine() {
    let scores = Dictionary(
      uniqueKeysWithValues: zip(KnownGraphs.families, KnownGraphs.florentine.betweenness()))
    for (family, score) in [
      ("Medici", 0.522), ("Guadagni", 0.255), ("Albizzi", 0.212), ("Salviati", 0.143),
      ("Ridolfi", 0.114), ("Bischeri", 0.104), ("Strozzi", 0.103), ("Barbadori", 0.093),
      ("Tornabuoni", 0.092), ("Castellani", 0.055), ("Peruzzi", 0.022), ("Pazzi", 0),
    ] {
      expectClose(scores[family] ?? .nan, score, 0.0005, family)
    }
    expectClose(KnownGraphs.florentine.betweenness(scaling: .raw)[8], 47.5)
  }

  @Test("Karate club (igraph, networkx)")
  func karate() {
    let scores = KnownGraphs.karate.betweenness()
    expectClose(scores[0], 0.4376, 0.00005)
    expectClose(scores[33], 0.3041, 0.00005)
    expectClose(KnownGraphs.karate.betweenness(scaling: .raw)[0], 231.0714, 0.00005)
  }

  @Test("is the share of shortest paths, summed over pairs", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let oracle = Oracle(sample)
    for lengths in Lengths.allCases {
      let expected = oracle.betweenness(byTenths: lengths == .distances)
      expectClose(
        try sample.graph.betweenness(lengths: lengths, scaling: .raw), expected, 1e-9,
        lengths.rawValue)
      let n = Double(sample.nodeCount)
      let pairs = (n - 1) * (n - 2) / (sample.isDirected ? 1 : 2)
      expectClose(
        try sample.graph.betweenness(lengths: lengths), expected.map { pairs > 0 ? $0 / pairs : 0 })
    }
  }

  @Test("Lengths that are equal but for rounding are equal")
  func rounding() throws {
    // 0.1 + 0.2 is not 0.3 in binary; both paths from 0 to 3 are 0.3 long.
    let graph = KnownGraphs.graph(
      4, [(0, 1), (1, 3), (0, 2), (2, 3)], distances: [0.1, 0.2, 0.15, 0.15])
    let scores = try graph.betweenness(lengths: .distances, scaling: .raw)
    // Nodes 1 and 2 share the pair (0, 3); from 1 to 2 the path over 0 (0.25) is the shorter one.
    expectClose(scores, [1, 0.5, 0.5, 0])
  }

  @Test("Lengths from tiny to huge leave no node without a path")
  func magnitudes() throws {
    let graph = KnownGraphs.graph(4, [(0, 1), (1, 2), (2, 3)], distances: [1e20, 1e-20, 1])
    expectClose(try graph.betweenness(lengths: .distances, scaling: .raw), [0, 2, 2, 0])
  }

  @Test("Unit distances give what steps give")
  func unitDistances() throws {
    let edges = (0..<60).map { ($0 * 7 % 25, $0 * 11 % 25) }
    for isDirected in [false, true] {
      let graph = KnownGraphs.graph(
        25, edges, isDirected: isDirected, distances: [Double](repeating: 1, count: 60))
      expectClose(try graph.betweenness(lengths: .distances), graph.betweenness())
      expectClose(
        try graph.closeness(lengths: .distances).scores, graph.closeness().scores)
    }
  }

  @Test("Shapes whose scores are known")
  func shapes() {
    expectClose(KnownGraphs.star(6).betweenness(), [1, 0, 0, 0, 0, 0])
    expectClose(KnownGraphs.path(5).betweenness(scaling: .raw), [0, 3, 4, 3, 0])
    expectClose(KnownGraphs.path(4, isDirected: true).betweenness(scaling: .raw), [0, 2, 2, 0])
    expectClose(
      KnownGraphs.cycle(4).betweenness(scaling: .raw), [Double](repeating: 0.5, count: 4))
    expectClose(
      KnownGraphs.cycle(4, isDirected: true).betweenness(scaling: .raw),
      [Double](repeating: 3, count: 4))
    expectClose(KnownGraphs.complete(5).betweenness(), [Double](repeating: 0, count: 5))
    expectClose(KnownGraphs.path(2).betweenness(), [0, 0])
    expectClose(KnownGraphs.path(5).betweenness(scaling: .l2).reduce(0) { $0 + $1 * $1 }, 1)
  }

  @Test("Parallel edges and self loops change nothing")
  func multigraph() {
    let plain = KnownGraphs.graph(4, [(0, 1), (1, 2), (2, 3), (3, 0)])
    let multiple = KnownGraphs.graph(
      4, [(0, 1), (1, 0), (1, 1), (1, 2), (2, 3), (3, 0), (3, 0)], parallelEdges: .keep)
    #expect(multiple.edgeCount == 7)
    expectClose(multiple.betweenness(), plain.betweenness())
  }

  @Test("A bound on memory changes scores by rounding only", arguments: [false, true])
  func memoryBound(isDirected: Bool) {
    let graph = largeRandomGraph(seed: 31, isDirected: isDirected)
    let execution = Execution(threads: 1)
    let free = graph.betweenness(scaling: .raw, execution: execution)
    func bounded(_ bytes: Int) -> [Double] {
      graph.betweenness(bytesPerThread: bytes, scaling: .raw, execution: execution)
    }
    // Batches take at most 1.2 KB a node, so with so much they are what is used.
    #expect(bits(bounded(1200 * graph.nodeCount)) == bits(free))
    // By eight sources, four, two or one at once: each adds up in an order of its own.
    let narrowed = [242, 126, 68, 0].map { bounded($0 * graph.nodeCount) }
    for scores in narrowed { expectClose(scores, free, 1e-12) }
    #expect(Set(narrowed.map(bits)).count == 4, "the bounds were not heeded")
  }
}
