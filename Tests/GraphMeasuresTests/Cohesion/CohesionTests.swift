import GraphMeasures
import GraphStructure
import Testing

@Suite("Density, triangles and clustering")
struct CohesionTests {
  @Test("agree with loops over all triples", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    let graph = sample.graph
    let directed = Oracle(sample).isTied
    let tied = Oracle(RandomGraph(undirecting: sample)).isTied
    var triangles = [Int](repeating: 0, count: sample.nodeCount)
    var pairs = triangles
    var arcs = 0
    for node in graph.nodes {
      for other in graph.nodes {
        if directed[node][other] { arcs += 1 }
        for third in graph.nodes where third > other && tied[node][other] && tied[node][third] {
          pairs[node] += 1
          if tied[other][third] { triangles[node] += 1 }
        }
      }
    }
    let local = zip(triangles, pairs).map { $1 > 0 ? Double($0) / Double($1) : 0 }
    #expect(graph.triangleCounts() == triangles)
    expectClose(graph.localClustering(), local)
    expectClose(graph.averageClustering(), local.reduce(0, +) / Double(sample.nodeCount))
    expectClose(
      graph.averageClustering(over: .nodesWithTwoNeighbors),
      local.reduce(0, +) / Double(pairs.filter { $0 > 0 }.count))
    expectClose(
      graph.transitivity(), Double(triangles.reduce(0, +)) / Double(pairs.reduce(0, +)))
    expectClose(
      graph.density, Double(arcs) / Double(sample.nodeCount * (sample.nodeCount - 1)))
  }

  /// A core in which all are tied, and nodes around it that are each tied to a few of the core.
  ///
  /// So most paths of two edges that rise in degree end at hubs and close no triangle.
  private func hubs(core: Int, around: Int, ties: Int) -> [(source: Int, target: Int)] {
    var generator = SplitMix64(seed: 31)
    var edges: [(source: Int, target: Int)] = []
    for node in 0..<core { for other in 0..<node { edges.append((node, other)) } }
    for node in 0..<around {
      for _ in 0..<ties {
        edges.append((core + node, Int.random(in: 0..<core, using: &generator)))
      }
    }
    // Numbers that say nothing of the degree.
    let count = core + around
    return edges.map { ($0.source * 7 % count, $0.target * 7 % count) }
  }

  @Test("Triangles among hubs agree with loops over all pairs of neighbors")
  func triangleHubs() {
    let edges = hubs(core: 60, around: 200, ties: 5)
    var tied = [[Bool]](repeating: [Bool](repeating: false, count: 260), count: 260)
    for edge in edges {
      tied[edge.source][edge.target] = true
      tied[edge.target][edge.source] = true
    }
    let expected = tied.indices.map { node in
      let neighbors = tied.indices.filter { tied[node][$0] }
      return neighbors.reduce(0) { sum, one in
        sum + neighbors.count { $0 > one && tied[one][$0] }
      }
    }
    for isDirected in [false, true] {
      #expect(
        KnownGraphs.graph(260, edges, isDirected: isDirected).triangleCounts() == expected)
    }
  }

  @Test(
    "Triangles among neighbors who are near agree with loops over pairs of neighbors",
    arguments: NearReachTests.Shape.allCases)
  func triangleGroups(shape: NearReachTests.Shape) {
    // Twice as many nodes as those of ties, so that there is more than one chunk of work.
    let count = NearReachTests.Shape.nodeCount
    let edges = shape.edges(seed: 5)
    let copies = edges.map { ($0.0 + count, $0.1 + count) }
    let graph = KnownGraphs.graph(2 * count + 3, edges + copies)
    var neighbors = [Set<Int>](repeating: [], count: count)
    for (source, target) in edges where source != target {
      neighbors[source].insert(target)
      neighbors[target].insert(source)
    }
    let triangles = neighbors.map { own in
      own.reduce(0) { $0 + neighbors[$1].intersection(own).count } / 2
    }
    for threads in [1, 2, 3, 8] {
      let counts = graph.triangleCounts(execution: Execution(threads: threads))
      #expect(counts == triangles + triangles + [0, 0, 0])
    }
  }

  @Test("Every corner of complete groups is in all triangles of its group")
  func completeGroups() {
    let edges = (0..<30).flatMap { group in
      (0..<20).flatMap { member in
        ((member + 1)..<max(member + 1, 20)).map { (20 * group + member, 20 * group + $0) }
      }
    }
    let graph = KnownGraphs.graph(600, edges)
    #expect(graph.triangleCounts().allSatisfy { $0 == 19 * 18 / 2 })
    #expect(graph.localClustering().allSatisfy { $0 == 1 })
  }

  @Test("Triangles that are counted in several chunks are the same on 1, 2, 3 and 8 threads")
  func triangleChunks() {
    // Every pair of the other 229 nodes makes one.
    let expected = [Int](repeating: 229 * 228 / 2, count: 230)
    let complete = KnownGraphs.complete(230)
    let hubs = KnownGraphs.graph(2240, hubs(core: 240, around: 2000, ties: 6))
    let alone = hubs.triangleCounts(execution: Execution(threads: 1))
    for threads in [1, 2, 3, 8] {
      let execution = Execution(threads: threads)
      #expect(complete.triangleCounts(execution: execution) == expected)
      #expect(hubs.triangleCounts(execution: execution) == alone)
    }
  }

  @Test("Karate club: transitivity .2557, average .5706 (igraph, networkx)")
  func karate() {
    expectClose(KnownGraphs.karate.transitivity(), 0.2557, 0.00005)
    expectClose(KnownGraphs.karate.averageClustering(), 0.5706, 0.00005)
    let summary = KnownGraphs.karate.clusteringSummary(execution: .standard)
    expectClose(summary.transitivity, 0.2557, 0.00005)
    expectClose(summary.average, 0.5706, 0.00005)
    #expect(KnownGraphs.karate.triangleCounts().reduce(0, +) == 3 * 45)
  }

  @Test("Kite: .52 over all nodes, .5778 where it is defined (networkx, igraph)")
  func kite() {
    expectClose(KnownGraphs.kite.averageClustering(), 0.52, 0.005)
    expectClose(
      KnownGraphs.kite.averageClustering(over: .nodesWithTwoNeighbors), 0.5778, 0.00005)
  }

  @Test("Shapes")
  func shapes() {
    #expect(KnownGraphs.complete(5).triangleCounts() == [6, 6, 6, 6, 6])
    #expect(KnownGraphs.complete(5).transitivity() == 1)
    #expect(KnownGraphs.complete(5).density == 1)
    #expect(KnownGraphs.complete(5, isDirected: true).density == 1)
    #expect(KnownGraphs.star(5).transitivity() == 0)
    #expect(KnownGraphs.star(5).density == 0.4)
    #expect(KnownGraphs.star(5, isDirected: true).density == 0.2)
    #expect(KnownGraphs.cycle(3, isDirected: true).transitivity() == 1)
  }

  @Test("Undefined is NaN")
  func degenerate() {
    #expect(KnownGraphs.path(2).transitivity().isNaN)
    #expect(KnownGraphs.graph(0, []).transitivity().isNaN)
    #expect(KnownGraphs.graph(0, []).averageClustering().isNaN)
    #expect(KnownGraphs.path(2).averageClustering() == 0)
    #expect(KnownGraphs.path(2).averageClustering(over: .nodesWithTwoNeighbors).isNaN)
    #expect(KnownGraphs.graph(0, []).density.isNaN)
    #expect(KnownGraphs.graph(1, [(0, 0)]).density.isNaN)
    #expect(KnownGraphs.graph(2, []).density == 0)
    #expect(KnownGraphs.graph(2, [(0, 0), (0, 1), (0, 1)], parallelEdges: .keep).density == 1)
  }
}
