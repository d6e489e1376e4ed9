import GraphMeasures
import GraphStructure
import Testing

@Suite("Edge betweenness")
struct EdgeBetweennessTests {
  /// The scores of edges by their ends, the smaller first in an undirected graph.
  private func byEnds(_ scores: [Double], _ graph: Graph) -> [[Int]: [Double]] {
    var result: [[Int]: [Double]] = [:]
    for node in graph.nodes {
      for arc in graph.outgoing.arcs(of: node) {
        let end = Int(graph.outgoing.ends[arc])
        if graph.isDirected || node <= end { result[[node, end], default: []].append(scores[arc]) }
      }
    }
    return result
  }

  @Test("Karate club: most passes between Zachary's 1 and 32 (igraph)")
  func karate() {
    let graph = KnownGraphs.karate
    let scores = byEnds(graph.edgeBetweenness(scaling: .raw), graph).mapValues { $0[0] }
    #expect(scores.max { $0.value < $1.value }?.key == [0, 31])
    expectClose(scores[[0, 31]] ?? .nan, 71.392857, 1e-8)
    expectClose(scores[[0, 5]] ?? .nan, 43.833333, 1e-8)
    expectClose(scores[[0, 2]] ?? .nan, 43.638889, 1e-8)
  }

  @Test("A tree's edge scores the product of the sizes of the parts that it holds together")
  func trees() {
    let path = KnownGraphs.path(5)
    #expect(
      byEnds(path.edgeBetweenness(scaling: .raw), path)
        == [[0, 1]: [4], [1, 2]: [6], [2, 3]: [6], [3, 4]: [4]])
    #expect(KnownGraphs.star(5).edgeBetweenness(scaling: .raw) == [Double](repeating: 4, count: 8))
    let oneWay = KnownGraphs.path(4, isDirected: true)
    #expect(oneWay.edgeBetweenness(scaling: .raw) == [3, 4, 3])
    #expect(KnownGraphs.path(2).edgeBetweenness() == [1, 1])
  }

  @Test(
    "Barbells: all that passes from one side to the other passes the bridge", arguments: [3, 6])
  func barbell(size: Int) {
    var edges: [(Int, Int)] = [(0, size)]
    for first in 0..<size {
      for second in (first + 1)..<size {
        edges.append((first, second))
        edges.append((size + first, size + second))
      }
    }
    let graph = KnownGraphs.graph(2 * size, edges)
    for (ends, scores) in byEnds(graph.edgeBetweenness(scaling: .raw), graph) {
      // An edge of the bridge's end serves its own pair and one node towards the other side.
      let isBridge = ends == [0, size]
      let isBeside = ends[0] == 0 || ends[0] == size
      expectClose(scores, [Double(isBridge ? size * size : isBeside ? size + 1 : 1)])
    }
  }

  @Test("Cycles and complete graphs share all alike")
  func regular() {
    // In a ring of six, from each node two edges lead 1 and 2 steps and both halves 3 steps far.
    let ring = KnownGraphs.cycle(6)
    expectClose(ring.edgeBetweenness(scaling: .raw), [Double](repeating: 4.5, count: 12))
    let oneWay = KnownGraphs.cycle(4, isDirected: true)
    expectClose(oneWay.edgeBetweenness(scaling: .raw), [Double](repeating: 6, count: 4))
    let complete = KnownGraphs.complete(5)
    expectClose(complete.edgeBetweenness(), [Double](repeating: 0.1, count: 20))
  }

  @Test("Graphs with hardly anything in them")
  func degenerate() throws {
    for isDirected in [false, true] {
      for count in 0..<3 {
        let graph = KnownGraphs.graph(count, [], isDirected: isDirected, distances: [])
        #expect(graph.edgeBetweenness() == [])
        #expect(try graph.edgeBetweenness(lengths: .distances) == [])
      }
      let loop = KnownGraphs.graph(1, [(0, 0)], isDirected: isDirected)
      #expect(loop.edgeBetweenness(scaling: .scaled) == [0])
    }
    #expect(throws: MeasureError.noDistances) {
      try KnownGraphs.kite.edgeBetweenness(lengths: .distances)
    }
    let zero = KnownGraphs.graph(2, [(0, 1)], distances: [0])
    #expect(throws: MeasureError.distanceNotPositive(0, source: 0, target: 1)) {
      try zero.edgeBetweenness(lengths: .distances)
    }
  }

  @Test("is the share of shortest paths, summed over pairs", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let graph = sample.graph
    let pairs = Double(graph.nodeCount * (graph.nodeCount - 1)) / (graph.isDirected ? 1 : 2)
    for lengths in Lengths.allCases {
      let expected = Oracle(sample).edgeBetweenness(byTenths: lengths == .distances)
      let raw = try graph.edgeBetweenness(lengths: lengths, scaling: .raw)
      let scaled = try graph.edgeBetweenness(lengths: lengths)
      for node in graph.nodes {
        for arc in graph.outgoing.arcs(of: node) {
          let end = Int(graph.outgoing.ends[arc])
          let beside = graph.outgoing.arcs(of: node).filter { graph.outgoing.ends[$0] == end }
          // Parallel edges share; by distances those that are longer than the shortest have none.
          let sharing = beside.filter { other in
            guard lengths == .distances, let distances = graph.outgoing.distances else {
              return true
            }
            return beside.allSatisfy { distances[other] <= distances[$0] + 0.01 }
          }
          let share = sharing.contains(arc) ? 1 / Double(sharing.count) : 0
          expectClose(raw[arc], expected[node][end] * share, 1e-9, lengths.rawValue)
          if pairs > 0 { expectClose(scaled[arc], expected[node][end] * share / pairs) }
        }
      }
    }
  }

  @Test("Each score is a step of each pair that it serves: they add up to all distances")
  func sums() {
    for isDirected in [false, true] {
      let graph = largeRandomGraph(seed: 21, isDirected: isDirected)
      let distances = graph.distanceSummary().pairCounts.enumerated()
        .reduce(0) { $0 + $1.offset * $1.element }
      // Both arcs of an undirected edge hold its score, and each pair counts once.
      expectClose(graph.edgeBetweenness(scaling: .raw).reduce(0, +), Double(distances), 1e-12)
    }
  }

  @Test("What passes through a node enters it and leaves it", arguments: Lengths.allCases)
  func flow(lengths: Lengths) throws {
    let graph = largeRandomGraph(seed: 22, isDirected: true)
    let nodeScores = try graph.betweenness(lengths: lengths, scaling: .raw)
    let scores = try graph.edgeBetweenness(lengths: lengths, scaling: .raw)
    let reached = try graph.closeness(lengths: lengths).reachedCounts
    for node in graph.nodes {
      let leaving = graph.outgoing.arcs(of: node).reduce(0) { $0 + scores[$1] }
      // A node's own pairs leave it too.
      expectClose(leaving, nodeScores[node] + Double(reached[node]), 1e-9)
    }
  }

  @Test("Turning arcs round, numbering anew and unit distances change nothing")
  func laws() throws {
    let graph = largeRandomGraph(seed: 23, isDirected: true)
    let scores = byEnds(graph.edgeBetweenness(), graph)
    let reversed = byEnds(graph.reversed.edgeBetweenness(), graph.reversed)
    for (ends, score) in scores { expectClose(reversed[ends.reversed()] ?? [], score) }
    for seed in RandomGraph.seeds {
      let sample = RandomGraph(seed: seed)
      var generator = SplitMix64(seed: seed + 1000)
      let newNode = Array(0..<sample.nodeCount).shuffled(using: &generator)
      let original = sample.relabeled(Array(0..<sample.nodeCount))
      let moved = sample.relabeled(newNode)
      let movedScores = byEnds(try moved.edgeBetweenness(lengths: .distances), moved)
      for (ends, score) in byEnds(try original.edgeBetweenness(lengths: .distances), original) {
        let newEnds = ends.map { newNode[$0] }
        expectClose(movedScores[original.isDirected ? newEnds : newEnds.sorted()] ?? [], score)
      }
      let units = KnownGraphs.graph(
        sample.nodeCount, sample.edges.map { ($0.source, $0.target) },
        isDirected: sample.isDirected,
        distances: [Double](repeating: 0.7, count: sample.edges.count))
      expectClose(try units.edgeBetweenness(lengths: .distances), units.edgeBetweenness(), 1e-12)
    }
  }

  @Test("Two graphs side by side score as each alone")
  func disjointUnion() {
    let first = KnownGraphs.karate
    let second = KnownGraphs.kite
    func edges(_ graph: Graph, _ shift: Int) -> [(Int, Int)] {
      graph.nodes.flatMap { node in
        graph.successors(of: node).filter { $0 > node }.map { (node + shift, $0 + shift) }
      }
    }
    let union = KnownGraphs.graph(
      first.nodeCount + second.nodeCount, edges(first, 0) + edges(second, first.nodeCount))
    expectClose(
      union.edgeBetweenness(scaling: .raw),
      first.edgeBetweenness(scaling: .raw) + second.edgeBetweenness(scaling: .raw), 1e-12)
  }
}
