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

  /// Expects extremes to be those of all eccentricities, and their nodes to extend so far.
  private func expectExtremes(
    of graph: Graph, _ eccentricities: [Int], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let extremes = graph.distanceExtremes()
    #expect(extremes?.diameter == eccentricities.max(), sourceLocation: sourceLocation)
    #expect(extremes?.radius == eccentricities.min(), sourceLocation: sourceLocation)
    #expect(graph.radius() == eccentricities.min(), sourceLocation: sourceLocation)
    guard let extremes else { return }
    #expect(eccentricities[extremes.peripheralNode] == extremes.diameter)
    #expect(eccentricities[extremes.centralNode] == extremes.radius)
  }

  @Test("Extremes are those of Floyd's and Warshall's distances", arguments: RandomGraph.seeds)
  func extremesOracle(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    let eccentricities = Oracle(sample).distances().map { row in
      row.filter { $0 < Oracle.far }.max() ?? 0
    }
    expectExtremes(of: sample.graph, eccentricities)
  }

  @Test("Extremes of large components, whether bounds settle them or searches from all")
  func largeExtremes() {
    // A ring has no node that bounds settle; trees with chords have some.
    var graphs = [KnownGraphs.cycle(600), KnownGraphs.path(530), KnownGraphs.star(600)]
    for (seed, nodeCount, chordCount) in [(1, 600, 20), (2, 530, 0), (4, 700, 2000)] {
      var generator = SplitMix64(seed: UInt64(seed))
      var edges = (1..<nodeCount).map { (Int.random(in: 0..<$0, using: &generator), $0) }
      for _ in 0..<chordCount {
        edges.append(
          (
            Int.random(in: 0..<nodeCount, using: &generator),
            Int.random(in: 0..<nodeCount, using: &generator)
          ))
      }
      // Beside it a narrow component.
      edges += [(nodeCount, nodeCount + 1), (nodeCount + 1, nodeCount + 2)]
      graphs.append(KnownGraphs.graph(nodeCount + 3, edges))
    }
    for graph in graphs {
      let eccentricities = graph.nodes.map { graph.distances(from: $0).max() ?? 0 }
      expectExtremes(of: graph, eccentricities)
    }
  }

  @Test("Extremes of a graph whose nodes are all alike, so many that they are numbered anew")
  func alike() {
    let count = 4700
    var edges: [(Int, Int)] = []
    for node in 0..<count {
      for step in [1, 17, 290] { edges.append((node, (node + step) % count)) }
    }
    let graph = KnownGraphs.graph(count, edges)
    let extremes = graph.distanceExtremes()
    let eccentricity = graph.distances(from: 0).max()
    #expect(extremes?.diameter == eccentricity && extremes?.radius == eccentricity)
    #expect((extremes?.searchCount ?? 0) >= count)
  }

  @Test("Bounds spare searches where they can")
  func spares() {
    var generator = SplitMix64(seed: 9)
    // Each node is tied to three before it, those with many ties preferred.
    var ends: [Int] = [0, 1, 2]
    var edges: [(Int, Int)] = []
    for node in 3..<3000 {
      for _ in 0..<3 {
        let end = ends[Int.random(in: 0..<ends.count, using: &generator)]
        if end != node { edges.append((node, end)) }
        ends += [node, end]
      }
    }
    let graph = KnownGraphs.graph(3000, edges)
    let extremes = graph.distanceExtremes()
    #expect((extremes?.searchCount ?? .max) < 3000)
    #expect(KnownGraphs.star(3000).distanceExtremes()?.searchCount ?? .max <= 2)
  }

  /// Arcs among strong components of many shapes, some of which lead to others.
  private func directedEdges(seed: UInt64) -> (nodeCount: Int, edges: [(Int, Int)]) {
    var generator = SplitMix64(seed: seed)
    let nodeCount = 300 + Int(seed) * 40
    var edges: [(Int, Int)] = []
    // A large strong component: a ring with chords, more of them for greater seeds.
    let core = nodeCount / 2
    for node in 0..<core { edges.append((node, (node + 1) % core)) }
    for _ in 0..<(core * Int(seed) / 2) {
      edges.append(
        (Int.random(in: 0..<core, using: &generator), Int.random(in: 0..<core, using: &generator)))
    }
    // Who leads to it, who is led to from it, small rings, and chains beside it.
    for node in core..<nodeCount {
      let other = Int.random(in: 0..<node, using: &generator)
      switch node % 4 {
      case 0: edges.append((node, other))
      case 1: edges.append((other, node))
      case 2: edges += [(node, node - 1), (node - 1, node)]
      default: if seed % 2 == 0 { edges += [(node, other), (node, node)] }
      }
    }
    return (nodeCount, edges)
  }

  @Test("Extremes of directed graphs are those of a search from every node", arguments: 0..<4)
  func directedExtremes(seed: Int) {
    let (nodeCount, edges) = directedEdges(seed: UInt64(seed))
    let graph = KnownGraphs.graph(nodeCount, edges, isDirected: true)
    let eccentricities = graph.nodes.map { graph.distances(from: $0).max() ?? 0 }
    expectExtremes(of: graph, eccentricities)
    #expect(graph.diameter() == eccentricities.max())
    #expect(graph.diameter() == graph.reversed.diameter())
    // Without the sinks, which extend 0, the radius is not known beforehand.
    let core = nodeCount / 2
    let strong = KnownGraphs.graph(
      core, edges.filter { $0.0 < core && $0.1 < core }, isDirected: true)
    expectExtremes(of: strong, strong.nodes.map { strong.distances(from: $0).max() ?? 0 })
  }

  @Test(
    "An undirected graph extends as far as the same graph with an arc each way", arguments: [1, 2])
  func eachWay(seed: UInt64) {
    let (nodeCount, edges) = directedEdges(seed: seed)
    let graph = KnownGraphs.graph(nodeCount, edges)
    let eachWay = KnownGraphs.graph(
      nodeCount, edges + edges.map { ($0.1, $0.0) }, isDirected: true)
    #expect(graph.diameter() == eachWay.diameter())
    #expect(graph.radius() == eachWay.radius())
  }

  @Test("Bounds spare searches in directed graphs too")
  func sparesDirected() {
    var generator = SplitMix64(seed: 10)
    // As above; ties lead either way, one in three both.
    var ends: [Int] = [0, 1, 2]
    var edges: [(Int, Int)] = []
    for node in 3..<3000 {
      for way in 0..<3 {
        let end = ends[Int.random(in: 0..<ends.count, using: &generator)]
        edges += [[(node, end)], [(end, node)], [(node, end), (end, node)]][way]
        ends += [node, end]
      }
    }
    let graph = KnownGraphs.graph(3000, edges, isDirected: true)
    let extremes = graph.distanceExtremes()
    #expect((extremes?.searchCount ?? .max) < 1000)
    #expect(extremes?.diameter == graph.eccentricity().max())
    // A chain: what bounds carry over from its end settles all.
    #expect(KnownGraphs.path(3000, isDirected: true).distanceExtremes()?.searchCount ?? .max <= 8)
  }

  @Test("Extremes of shapes")
  func extremesOfShapes() {
    func found(_ graph: Graph) -> [Int?] {
      let extremes = graph.distanceExtremes()
      return [extremes?.diameter, extremes?.radius]
    }
    #expect(found(KnownGraphs.path(7)) == [6, 3])
    #expect(KnownGraphs.path(7).distanceExtremes()?.centralNode == 3)
    #expect(found(KnownGraphs.path(7, isDirected: true)) == [6, 0])
    #expect(found(KnownGraphs.cycle(9)) == [4, 4])
    #expect(found(KnownGraphs.cycle(9, isDirected: true)) == [8, 8])
    #expect(found(KnownGraphs.star(9)) == [2, 1])
    #expect(found(KnownGraphs.complete(5)) == [1, 1])
    // Karate club 5 and 3 (igraph, networkx).
    #expect(found(KnownGraphs.karate) == [5, 3])
    #expect(found(KnownGraphs.graph(3, [(0, 1)])) == [1, 0])
    #expect(found(KnownGraphs.graph(1, [(0, 0)])) == [0, 0])
    #expect(KnownGraphs.graph(0, []).distanceExtremes() == nil)
    #expect(KnownGraphs.graph(0, []).radius() == nil)
  }

  @Test("The same extremes and nodes on any number of threads")
  func threads() {
    for graph in [
      KnownGraphs.cycle(700), KnownGraphs.cycle(200, isDirected: true),
      largeRandomGraph(seed: 3, isDirected: false), largeRandomGraph(seed: 3, isDirected: true),
    ] {
      let expected = graph.distanceExtremes(execution: Execution(threads: 1))
      for threads in [2, 3, 8] {
        #expect(graph.distanceExtremes(execution: Execution(threads: threads)) == expected)
      }
    }
  }
}
