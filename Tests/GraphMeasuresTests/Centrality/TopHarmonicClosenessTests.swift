import GraphMeasures
import GraphStructure
import Testing

@Suite("Top harmonic closeness")
struct TopHarmonicClosenessTests {
  /// Expects the answer to be the first nodes of all by score, ties by number, to the last bit.
  private func expectTop(
    of graph: Graph, _ count: Int, direction: Direction = .outgoing,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let all = graph.harmonicCloseness(direction: direction)
    let order = graph.nodes.sorted { (all[$1], $0) < (all[$0], $1) }.prefix(count)
    let top = graph.topHarmonicCloseness(count, direction: direction)
    #expect(top.nodes == Array(order), sourceLocation: sourceLocation)
    #expect(bits(top.scores) == bits(order.map { all[$0] }), sourceLocation: sourceLocation)
  }

  /// Each node is tied to some before it, those with many ties preferred.
  private func preferential(_ nodeCount: Int, isDirected: Bool) -> Graph {
    var generator = SplitMix64(seed: UInt64(nodeCount))
    var ends = [0]
    var edges: [(Int, Int)] = []
    for node in 1..<nodeCount {
      for _ in 0..<3 {
        let end = ends[Int.random(in: 0..<ends.count, using: &generator)]
        edges.append(Bool.random(using: &generator) ? (node, end) : (end, node))
        ends += [node, end]
      }
    }
    return KnownGraphs.graph(nodeCount, edges, isDirected: isDirected)
  }

  @Test("is the head of the ranking of all nodes", arguments: RandomGraph.seeds)
  func small(seed: UInt64) {
    let graph = RandomGraph(seed: seed).graph
    for count in [0, 1, 2, 5, 100] {
      expectTop(of: graph, count)
      expectTop(of: graph, count, direction: .incoming)
    }
  }

  @Test("The oracle's scores are those of the definition", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    let scores = Oracle(sample).distances().map { row in
      row.filter { $0 > 0 && $0 < Oracle.far }.reduce(0.0) { $0 + 1 / Double($1) }
        / Double(max(1, sample.nodeCount - 1))
    }
    expectClose(
      sample.graph.topHarmonicCloseness(3).scores, Array(scores.sorted(by: >).prefix(3)))
  }

  @Test("So it is in graphs with hubs, where bounds spare searches", arguments: [false, true])
  func hubs(isDirected: Bool) {
    let graph = preferential(3000, isDirected: isDirected)
    for count in [1, 10, 70] { expectTop(of: graph, count) }
    expectTop(of: graph, 10, direction: .incoming)
    if !isDirected { #expect(graph.topHarmonicCloseness(1).searchCount < 3000) }
  }

  @Test("and where all nodes are alike and tie: the lowest numbers win")
  func ties() {
    #expect(KnownGraphs.cycle(700).topHarmonicCloseness(5).nodes == [0, 1, 2, 3, 4])
    #expect(KnownGraphs.complete(6).topHarmonicCloseness(2).nodes == [0, 1])
    #expect(KnownGraphs.complete(6).topHarmonicCloseness(2).scores == [1, 1])
    #expect(KnownGraphs.star(100).topHarmonicCloseness(3).nodes == [0, 1, 2])
    // Small components side by side.
    var triangles: [(Int, Int)] = []
    for first in stride(from: 0, to: 600, by: 3) {
      triangles += [(first, first + 1), (first + 1, first + 2), (first, first + 2)]
    }
    expectTop(of: KnownGraphs.graph(600, triangles), 7)
  }

  @Test("and where nodes are alike but for a few chords")
  func rings() {
    var edges: [(Int, Int)] = []
    for node in 0..<2600 {
      edges.append((node, (node + 1) % 2600))
      edges.append((node, (node * 37 + 5) % 2600))
    }
    expectTop(of: KnownGraphs.graph(2600, edges), 20)
  }

  @Test("Krackhardt's kite: nodes 3, 5 and 6 (networkx)")
  func kite() {
    let top = KnownGraphs.kite.topHarmonicCloseness(3)
    #expect(top.nodes == [3, 5, 6])
    expectClose(top.scores, [0.7870, 0.7593, 0.7593], 1e-4)
  }

  @Test("Graphs with few nodes or no edges")
  func degenerate() {
    #expect(KnownGraphs.graph(0, []).topHarmonicCloseness(3).nodes.isEmpty)
    #expect(KnownGraphs.graph(1, [(0, 0)]).topHarmonicCloseness(3).scores == [0])
    let isolated = KnownGraphs.graph(4, []).topHarmonicCloseness(2)
    #expect(isolated.nodes == [0, 1] && isolated.scores == [0, 0])
    let parallel = KnownGraphs.graph(3, [(0, 1), (0, 1), (1, 1)], parallelEdges: .keep)
    #expect(parallel.topHarmonicCloseness(2).nodes == [0, 1])
    #expect(parallel.topHarmonicCloseness(2).scores == [0.5, 0.5])
  }

  @Test("The same answer on any number of threads, and none once cancelled")
  func execution() {
    let graph = preferential(1500, isDirected: false)
    let once = graph.topHarmonicCloseness(30, execution: Execution(threads: 1))
    for threads in [2, 3, 8] {
      #expect(graph.topHarmonicCloseness(30, execution: Execution(threads: threads)) == once)
    }
    let cancelled = graph.topHarmonicCloseness(3, execution: Execution(isCancelled: { true }))
    #expect(cancelled.nodes.isEmpty)
  }
}
