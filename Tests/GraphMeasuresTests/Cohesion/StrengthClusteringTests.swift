import GraphMeasures
import GraphStructure
import Testing

@Suite("Clustering by strengths")
struct StrengthClusteringTests {
  @Test("is the mean strength of the ties in triangles", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let tie = Oracle(sample).mutualTies(byStrength: true)
    let nodes = sample.graph.nodes
    let expected = nodes.map { node -> Double in
      let contacts = nodes.filter { tie[node][$0] > 0 }
      guard contacts.count > 1 else { return 0 }
      // Barrat's formula: all ordered pairs of contacts that are tied, with the mean of both ties.
      var sum = 0.0
      for first in contacts {
        for second in contacts where second != first && tie[first][second] > 0 {
          sum += (tie[node][first] + tie[node][second]) / 2
        }
      }
      return sum / (tie[node].reduce(0, +) * Double(contacts.count - 1))
    }
    let found = try sample.graph.localClusteringByStrength()
    expectClose(found, expected)
    #expect(found.allSatisfy { $0 >= 0 && $0 <= 1 })
    expectClose(
      try sample.graph.averageClusteringByStrength(),
      expected.reduce(0, +) / Double(expected.count))
    let counted = nodes.count { node in nodes.count { tie[node][$0] > 0 } > 1 }
    expectClose(
      try sample.graph.averageClusteringByStrength(over: .nodesWithTwoNeighbors),
      expected.reduce(0, +) / Double(counted))
  }

  /// Four neighbors of which two pairs are tied, by one strong and three weak ties.
  @Test("A strong tie in the triangles raises it, one outside lowers it")
  func strongTie() throws {
    let edges = [(0, 1), (0, 2), (0, 3), (0, 4), (1, 2), (1, 3)]
    let inside = KnownGraphs.graph(5, edges, strengths: [5, 1, 1, 1, 1, 1])
    // Triangles 0 1 2 and 0 1 3: 6 + 6 of 8 · 3.
    expectClose(try inside.localClusteringByStrength()[0], 0.5)
    let outside = KnownGraphs.graph(5, edges, strengths: [1, 1, 1, 5, 1, 1])
    expectClose(try outside.localClusteringByStrength()[0], 1.0 / 6)
    expectClose(inside.localClustering()[0], 1.0 / 3)
  }

  @Test("Equal strengths give the share of pairs; numbering anew and reversal change nothing")
  func laws() throws {
    let karate = KnownGraphs.karate
    expectClose(try karate.localClusteringByStrength(), karate.localClustering(), 1e-12)
    for seed in RandomGraph.seeds {
      let sample = RandomGraph(seed: seed)
      let (moved, newNode) = shuffled(sample, seed: seed)
      let graph = sample.relabeled(Array(0..<sample.nodeCount))
      let scores = try graph.localClusteringByStrength()
      let after = try moved.localClusteringByStrength()
      expectClose(newNode.map { after[$0] }, scores)
      expectClose(try graph.reversed.localClusteringByStrength(), scores)
    }
  }

  @Test("Graphs with hardly anything in them, and wrong numbers")
  func degenerate() throws {
    #expect(try KnownGraphs.graph(0, []).localClusteringByStrength() == [])
    #expect(try KnownGraphs.graph(0, []).averageClusteringByStrength().isNaN)
    #expect(try KnownGraphs.graph(2, [(0, 0), (0, 1)]).localClusteringByStrength() == [0, 0])
    let none = KnownGraphs.graph(3, [(0, 1), (1, 2), (2, 0)], strengths: [0, 0, 0])
    #expect(try none.localClusteringByStrength() == [0, 0, 0])
    let negative = KnownGraphs.graph(2, [(0, 1)], strengths: [-1])
    #expect(throws: MeasureError.negativeStrength(-1, source: 0, target: 1)) {
      try negative.localClusteringByStrength()
    }
  }

  @Test("The same bits on 1, 2, 3 and 8 threads; as many scores when cancelled")
  func threads() throws {
    let graph = largeRandomGraph(seed: 46, isDirected: true)
    let first = try graph.localClusteringByStrength(execution: Execution(threads: 1))
    for threads in [2, 3, 8] {
      let execution = Execution(threads: threads)
      #expect(bits(try graph.localClusteringByStrength(execution: execution)) == bits(first))
    }
    let cancelled = Execution(isCancelled: { true })
    #expect(try graph.localClusteringByStrength(execution: cancelled).count == 300)
  }
}
