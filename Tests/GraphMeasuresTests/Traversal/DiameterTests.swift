import GraphMeasures
import GraphStructure
import Testing

@Suite("Diameter")
struct DiameterTests {
  @Test("is the greatest of Floyd's and Warshall's distances", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    let farthest = Oracle(sample).distances().flatMap(\.self).filter { $0 < Oracle.far }.max() ?? 0
    #expect(sample.graph.diameter() == (farthest > 0 ? farthest : nil))
    #expect(sample.graph.diameter() == sample.graph.reversed.diameter())
  }

  @Test("is that of all pairs in larger graphs", arguments: [40, 150, 400])
  func larger(edgeCount: Int) {
    // Trees with a few chords, and below 200 edges many components.
    for seed in UInt64(0)..<12 {
      var generator = SplitMix64(seed: seed)
      var edges = (1..<200).map { (Int.random(in: max(0, $0 - 12)..<$0, using: &generator), $0) }
      edges.shuffle(using: &generator)
      edges = Array(edges.prefix(edgeCount))
      for _ in 0..<(edgeCount / 20) {
        edges.append(
          (Int.random(in: 0..<200, using: &generator), Int.random(in: 0..<200, using: &generator)))
      }
      let graph = KnownGraphs.graph(200, edges)
      #expect(graph.diameter() == graph.distanceSummary().diameter)
    }
  }

  @Test("Karate club 5 (igraph, networkx)")
  func karate() {
    #expect(KnownGraphs.karate.diameter() == 5)
  }

  @Test("Shapes")
  func shapes() {
    #expect(KnownGraphs.path(7).diameter() == 6)
    #expect(KnownGraphs.path(7, isDirected: true).diameter() == 6)
    #expect(KnownGraphs.cycle(9).diameter() == 4)
    #expect(KnownGraphs.cycle(9, isDirected: true).diameter() == 8)
    #expect(KnownGraphs.star(9).diameter() == 2)
    #expect(KnownGraphs.complete(5).diameter() == 1)
    // A component of more nodes, and a wider one.
    #expect(
      KnownGraphs.graph(9, [(0, 1), (0, 2), (0, 3), (0, 4), (5, 6), (6, 7), (7, 8)]).diameter() == 3
    )
    for nodeCount in [0, 1, 3] { #expect(KnownGraphs.graph(nodeCount, []).diameter() == nil) }
    #expect(KnownGraphs.graph(1, [(0, 0)]).diameter() == nil)
  }
}
