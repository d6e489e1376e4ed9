import Foundation
import GraphMeasures
import GraphStructure
import Testing

@Suite("Decay centrality")
struct DecayTests {
  @Test("follows its formula over the distance matrix", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let graph = sample.graph
    let matrix = Oracle(sample).distances()
    for (delta, direction) in [0.1, 0.5, 0.97].flatMap({ d in Direction.allCases.map { (d, $0) } })
    {
      let raw = graph.nodes.map { node in
        graph.nodes
          .filter { $0 != node }
          .map { direction == .outgoing ? matrix[node][$0] : matrix[$0][node] }
          .filter { $0 < Oracle.far }
          .reduce(0) { $0 + pow(delta, Double($1)) }
      }
      let best = Double(sample.nodeCount - 1) * delta
      expectClose(try graph.decay(delta: delta, direction: direction, scaling: .raw), raw)
      expectClose(
        try graph.decay(delta: delta, direction: direction), raw.map { best > 0 ? $0 / best : 0 })
    }
  }

  @Test("Shapes whose scores can be worked out")
  func shapes() throws {
    // Jackson's star: the centre is next to all, a leaf two steps from the other leaves.
    expectClose(
      try KnownGraphs.star(5).decay(delta: 0.5, scaling: .raw),
      [2] + Array(repeating: 0.5 + 3 * 0.25, count: 4))
    expectClose(try KnownGraphs.complete(4).decay(delta: 0.2), [1, 1, 1, 1])
    expectClose(
      try KnownGraphs.path(4, isDirected: true).decay(delta: 0.1, scaling: .raw),
      [0.111, 0.11, 0.1, 0])
    expectClose(
      try KnownGraphs.cycle(4).decay(delta: 0.5, scaling: .l2), Array(repeating: 0.5, count: 4))
    // A pair, an isolated node and a self loop.
    expectClose(
      try KnownGraphs.graph(4, [(0, 1), (0, 1), (3, 3)]).decay(delta: 0.5, scaling: .raw),
      [0.5, 0.5, 0, 0])
    #expect(try KnownGraphs.graph(0, []).decay(delta: 0.5).isEmpty)
    #expect(try KnownGraphs.graph(1, []).decay(delta: 0.5) == [0])
  }

  @Test("Near 1 it counts who is reached, near 0 who is tied")
  func limits() throws {
    let graph = largeRandomGraph(seed: 3, isDirected: true)
    let reached = graph.closeness().reachedCounts.map { Double($0) }
    expectClose(try graph.decay(delta: 1 - 1e-12, scaling: .raw), reached, 1e-9)
    let tied = graph.reach(within: 1).counts.map { Double($0) }
    expectClose(try graph.decay(delta: 1e-12, scaling: .raw).map { $0 / 1e-12 }, tied, 1e-9)
    #expect(try graph.decay(delta: .leastNonzeroMagnitude).allSatisfy { $0.isFinite })
  }

  @Test("A share that does not lie between 0 and 1 is refused", arguments: [0, 1, -0.5, 2, .nan])
  func badDelta(delta: Double) {
    #expect {
      try KnownGraphs.path(3).decay(delta: delta)
    } throws: {
      "\($0)".hasSuffix("must be above 0 and below 1.")
    }
  }
}
