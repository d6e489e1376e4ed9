import GraphMeasures
import GraphStructure
import Testing

@Suite("Distances over all pairs")
struct DistanceSummaryTests {
  @Test("agree with Floyd and Warshall", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    let matrix = Oracle(sample).distances()
    let pairs = sample.graph.nodes.flatMap { source in
      sample.graph.nodes.compactMap { source == $0 ? nil : matrix[source][$0] }
    }
    let reached = pairs.filter { $0 < Oracle.far }
    let summary = sample.graph.distanceSummary()
    #expect(summary.pairCount == pairs.count)
    #expect(summary.reachablePairCount == reached.count)
    #expect(summary.unreachablePairCount == pairs.count - reached.count)
    #expect(summary.diameter == reached.max())
    let once = sample.graph.nodes.flatMap { source in
      (0..<source).map { matrix[source][$0] }.filter { $0 < Oracle.far }
    }
    #expect(
      summary.unorderedPairCounts
        == (sample.isDirected
          ? nil : (0...(reached.max() ?? 0)).map { steps in once.count { $0 == steps } }))
    for steps in 0...12 {
      let expected = reached.filter { $0 == steps }.count
      #expect((steps < summary.pairCounts.count ? summary.pairCounts[steps] : 0) == expected)
      expectClose(
        summary.share(within: steps),
        Double(reached.filter { $0 <= steps }.count) / Double(pairs.count))
    }
    expectClose(
      summary.meanDistance, Double(reached.reduce(0, +)) / Double(reached.count))
    expectClose(
      summary.globalEfficiency,
      reached.reduce(0) { $0 + 1 / Double($1) } / Double(pairs.count))
    let eccentricity = sample.graph.nodes.map { source in
      matrix[source].filter { $0 < Oracle.far }.max() ?? 0
    }
    #expect(sample.graph.eccentricity() == eccentricity)
    let incoming = sample.graph.nodes.map { target in
      sample.graph.nodes.map { matrix[$0][target] }.filter { $0 < Oracle.far }.max() ?? 0
    }
    #expect(sample.graph.eccentricity(direction: .incoming) == incoming)
  }

  @Test("Karate club: mean 2.4082, diameter 5 (igraph, networkx)")
  func karate() {
    let summary = KnownGraphs.karate.distanceSummary()
    expectClose(summary.meanDistance, 2.4082, 0.00005)
    #expect(summary.diameter == 5)
    #expect(summary.reachablePairCount == 34 * 33)
  }

  @Test("Shapes whose distances are known")
  func shapes() {
    let star = KnownGraphs.star(6).distanceSummary()
    #expect(star.pairCounts == [0, 10, 20])
    expectClose(star.meanDistance, 50.0 / 30)
    let ring = KnownGraphs.cycle(6, isDirected: true).distanceSummary()
    #expect(ring.pairCounts == [0, 6, 6, 6, 6, 6])
    let complete = KnownGraphs.complete(5).distanceSummary()
    #expect(complete.pairCounts == [0, 20])
    expectClose(complete.globalEfficiency, 1)
    #expect(KnownGraphs.path(5).eccentricity() == [4, 3, 2, 3, 4])
  }

  @Test("Without pairs there is no mean")
  func degenerate() {
    for nodeCount in [0, 1, 3] {
      let summary = KnownGraphs.graph(nodeCount, []).distanceSummary()
      #expect(summary.meanDistance.isNaN)
      #expect(summary.diameter == nil)
      #expect(summary.reachablePairCount == 0)
      expectClose(summary.globalEfficiency, nodeCount < 2 ? .nan : 0)
      expectClose(summary.share(within: 2), nodeCount < 2 ? .nan : 0)
    }
  }
}
