import GraphMeasures
import GraphStructure
import Testing

@Suite("Centralization (Freeman 1979)")
struct CentralizationTests {
  @Test("Star, ring and lines")
  func shapes() {
    for (graph, degree, betweenness, closeness) in [
      (KnownGraphs.star(7), 1.0, 1.0, 1.0), (KnownGraphs.cycle(7), 0, 0, 0),
      (KnownGraphs.path(5), 0.1667, 0.4167, 0.4222),
      (KnownGraphs.path(7), 0.0667, 0.3111, 0.2770),
    ] {
      expectClose(graph.degreeCentralization().scaled, degree, 0.00005)
      expectClose(graph.betweennessCentralization().scaled, betweenness, 0.00005)
      expectClose(graph.closenessCentralization().scaled, closeness, 0.00005)
    }
  }

  @Test("Florentine marriages")
  func florentine() {
    let graph = KnownGraphs.florentine.subgraph(of: Array(0..<15))
    expectClose(graph.degreeCentralization().scaled, 0.2747, 0.00005)
    expectClose(graph.betweennessCentralization().scaled, 0.4368, 0.00005)
    expectClose(graph.closenessCentralization().scaled, 0.3225, 0.00005)
  }

  @Test("A directed star: out-degrees differ most, in-degrees hardly")
  func directed() {
    let star = KnownGraphs.star(5, isDirected: true)
    expectClose(star.degreeCentralization().scaled, 1)
    // In-degrees 0 1 1 1 1 differ by 1 in all, of (n − 1)² = 16.
    expectClose(star.degreeCentralization(direction: .incoming).scaled, 1.0 / 16)
    expectClose(star.degreeCentralization(direction: .incoming).raw, 1)
    expectClose(star.closenessCentralization().scaled, 1)
    let bothWays = KnownGraphs.graph(
      4, [(0, 1), (1, 0), (0, 2), (2, 0), (0, 3), (3, 0)], isDirected: true)
    expectClose(bothWays.betweennessCentralization().scaled, 1)
  }

  @Test("Closeness is not defined where the graph is in pieces")
  func disconnected() {
    let graph = KnownGraphs.graph(5, [(0, 1), (1, 2), (3, 4)])
    #expect(graph.closenessCentralization().scaled.isNaN)
    #expect(graph.closenessCentralization().raw.isNaN)
    #expect(!graph.degreeCentralization().scaled.isNaN)
  }

  @Test("Too few nodes")
  func small() {
    for count in 0...2 {
      let graph = KnownGraphs.graph(count, [])
      #expect(graph.degreeCentralization().scaled.isNaN)
      #expect(graph.closenessCentralization().scaled.isNaN)
      #expect(graph.betweennessCentralization().scaled.isNaN)
    }
  }

  @Test("Self loops and parallel edges are not counted")
  func multigraph() {
    let graph = KnownGraphs.graph(
      4, [(0, 1), (0, 2), (0, 3), (1, 1), (0, 3)], parallelEdges: .keep)
    expectClose(graph.degreeCentralization().scaled, 1)
  }
}
