import GraphStructure
import Testing

/// Rows of many edges in any order against rows made by sorting edges.
@Suite("Rows of many edges")
struct SortingTests {
  private struct Edge {
    var source: UInt32
    var target: UInt32
    var strength: Double
    var distance: Double
  }

  private struct Arc: Equatable {
    var near: UInt32
    var far: UInt32
    var strength: Double
    var distance: Double
  }

  /// Edges with many parallel ones and self loops among them.
  private func edges(nodeCount: UInt64, count: Int) -> [Edge] {
    // A linear congruential generator (Knuth's MMIX constants).
    var state: UInt64 = 20_090_701
    func next(below limit: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % limit
    }
    return (0..<count).map { _ in
      Edge(
        source: UInt32(next(below: nodeCount)), target: UInt32(next(below: nodeCount)),
        strength: Double(next(below: 1000)) / 7, distance: Double(next(below: 1000) + 1))
    }
  }

  /// The arcs of edges: sorted by both ends, parallel ones in the order of the edges.
  private func arcs(
    of edges: [Edge], isDirected: Bool, parallelEdges: ParallelEdges, selfLoops: SelfLoops
  ) -> [Arc] {
    var arcs: [Arc] = []
    for edge in edges where edge.source != edge.target || selfLoops == .keep {
      arcs.append(
        Arc(
          near: edge.source, far: edge.target, strength: edge.strength, distance: edge.distance))
      if !isDirected, edge.source != edge.target {
        arcs.append(
          Arc(
            near: edge.target, far: edge.source, strength: edge.strength, distance: edge.distance))
      }
    }
    let order = arcs.indices.sorted {
      (arcs[$0].near, arcs[$0].far, $0) < (arcs[$1].near, arcs[$1].far, $1)
    }
    var result: [Arc] = []
    for arc in order.map({ arcs[$0] }) {
      if parallelEdges == .merge, let last = result.last, last.near == arc.near,
        last.far == arc.far
      {
        result[result.count - 1].strength += arc.strength
        result[result.count - 1].distance = min(last.distance, arc.distance)
      } else {
        result.append(arc)
      }
    }
    return result
  }

  private func arcs(of rows: Rows) -> [Arc] {
    (0..<rows.nodeCount).flatMap { node in
      rows.arcs(of: node).map { arc in
        Arc(
          near: UInt32(node), far: rows.ends[arc], strength: rows.strengths?[arc] ?? .nan,
          distance: rows.distances?[arc] ?? .nan)
      }
    }
  }

  @Test(
    "Sorted and merged at any thread count, whatever the order of the edges",
    arguments: [false, true], ParallelEdges.allCases.filter { $0 != .refuse })
  func manyEdges(isDirected: Bool, parallelEdges: ParallelEdges) throws {
    let random = edges(nodeCount: 300, count: 20_000)
    let ascending = random.sorted {
      (min($0.source, $0.target), max($0.source, $0.target))
        < (min($1.source, $1.target), max($1.source, $1.target))
    }
    for edges in [random, ascending] {
      for selfLoops in [SelfLoops.keep, .drop] {
        let expected = arcs(
          of: edges, isDirected: isDirected, parallelEdges: parallelEdges, selfLoops: selfLoops)
        let loops = edges.count { $0.source == $0.target }
        for threads in [1, 2, 3, 8] {
          let graph = try Graph(
            nodeCount: 301, sources: edges.map(\.source), targets: edges.map(\.target),
            strengths: edges.map(\.strength), distances: edges.map(\.distance),
            isDirected: isDirected, parallelEdges: parallelEdges, selfLoops: selfLoops,
            execution: Execution(threads: threads))
          #expect(arcs(of: graph.outgoing) == expected, "\(threads) threads")
          #expect(graph.droppedLoopCount == (selfLoops == .drop ? loops : 0))
          #expect(graph.selfLoopCount == expected.count { $0.near == $0.far })
          let kept = graph.edgeCount + graph.mergedEdgeCount + graph.droppedLoopCount
          #expect(kept == edges.count)
          if isDirected {
            let incoming = arcs(of: graph.incoming).map {
              Arc(near: $0.far, far: $0.near, strength: $0.strength, distance: $0.distance)
            }
            let order = expected.indices.sorted {
              (expected[$0].far, expected[$0].near, $0) < (expected[$1].far, expected[$1].near, $1)
            }
            #expect(incoming == order.map { expected[$0] }, "\(threads) threads")
          }
        }
      }
    }
  }

  @Test("A graph is finished even if work is to stop")
  func cancelled() throws {
    let edges = edges(nodeCount: 300, count: 20_000)
    func graph(_ execution: Execution) throws -> Graph {
      try Graph(
        nodeCount: 300, sources: edges.map(\.source), targets: edges.map(\.target),
        execution: execution)
    }
    #expect(try graph(Execution(threads: 2, isCancelled: { true })) == graph(.standard))
  }

  @Test("The first edge that is wrong is named")
  func firstError() {
    #expect(throws: GraphError.nodeOutOfRange(node: 9, edge: 1)) {
      try Graph(nodeCount: 3, sources: [0, 1, 7], targets: [1, 9, 0])
    }
    #expect(throws: GraphError.selfLoop(node: 2, edge: 1)) {
      try Graph(nodeCount: 3, sources: [0, 2, 3], targets: [1, 2, 0], selfLoops: .refuse)
    }
  }
}
