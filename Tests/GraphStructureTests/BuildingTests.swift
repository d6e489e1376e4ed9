import GraphStructure
import Testing

@Suite("Building a graph")
struct BuildingTests {
  @Test("Rows are sorted whatever the order of the edges")
  func sorted() throws {
    let graph = try Graph(nodeCount: 5, edges: [(3, 0), (0, 4), (2, 0), (1, 0), (4, 2)])
    #expect(graph.successors(of: 0) == [1, 2, 3, 4])
    #expect(graph.successors(of: 2) == [0, 4])
    #expect(graph.successors(of: 4) == [0, 2])
    #expect(graph.outgoing.offsets == [0, 4, 5, 7, 8, 10])
    #expect(graph.edgeCount == 5)
    #expect(graph.outgoing.arcCount == 10)
    #expect(graph.nodes == 0..<5)
    #expect(graph.outgoing.degree(of: 0) == 4)
    #expect(!graph.isDirected && !graph.hasStrengths && !graph.hasDistances)
  }

  @Test("A directed graph holds its reverse rows, values along")
  func directed() throws {
    let graph = try Graph(
      nodeCount: 4, edges: [(2, 1), (0, 1), (1, 0), (3, 1)], strengths: [20, 1, 10, 30],
      distances: [2, 0.5, 1, 3], isDirected: true)
    #expect(graph.edgeCount == 4)
    #expect(graph.successors(of: 1) == [0])
    #expect(graph.predecessors(of: 1) == [0, 2, 3])
    #expect(graph.rows(.incoming) == graph.incoming)
    #expect(graph.rows(.outgoing) == graph.outgoing)
    #expect(graph.outgoing.strengths == [1, 10, 20, 30])
    #expect(graph.outgoing.distances == [0.5, 1, 2, 3])
    // Into 0 from 1; into 1 from 0, 2, 3.
    #expect(graph.incoming.ends == [1, 0, 2, 3])
    #expect(graph.incoming.strengths == [10, 1, 20, 30])
    #expect(graph.incoming.distances == [1, 0.5, 2, 3])
  }

  @Test("Merging adds strengths, keeps the least distance and counts what it folded")
  func merge() throws {
    let edges = [(0, 1), (1, 0), (0, 1), (1, 2)]
    let undirected = try Graph(
      nodeCount: 3, edges: edges, strengths: [1, 2, 4, 8], distances: [5, 3, 4, 9])
    #expect(undirected.edgeCount == 2)
    #expect(undirected.mergedEdgeCount == 2)
    #expect(undirected.outgoing.strengths == [7, 7, 8, 8])
    #expect(undirected.outgoing.distances == [3, 3, 9, 9])

    let directed = try Graph(
      nodeCount: 3, edges: edges, strengths: [1, 2, 4, 8], distances: [5, 3, 4, 9],
      isDirected: true)
    #expect(directed.edgeCount == 3)
    #expect(directed.mergedEdgeCount == 1)
    #expect(directed.outgoing.ends == [1, 0, 2])
    #expect(directed.outgoing.strengths == [5, 2, 8])
    #expect(directed.outgoing.distances == [4, 3, 9])
    #expect(directed.incoming.strengths == [2, 5, 8])
  }

  @Test("Keeping leaves parallel edges apart")
  func keep() throws {
    let graph = try Graph(
      nodeCount: 2, edges: [(0, 1), (1, 0), (1, 1), (1, 1)], strengths: [1, 2, 3, 4],
      parallelEdges: .keep)
    #expect(graph.edgeCount == 4)
    #expect(graph.mergedEdgeCount == 0)
    #expect(graph.selfLoopCount == 2)
    #expect(graph.successors(of: 0) == [1, 1])
    #expect(graph.successors(of: 1) == [0, 0, 1, 1])
    #expect(graph.outgoing.strengths == [1, 2, 1, 2, 3, 4])
  }

  @Test("Refusing names the pair")
  func refuseParallels() throws {
    #expect(throws: GraphError.parallelEdge(source: 1, target: 2)) {
      try Graph(nodeCount: 3, edges: [(2, 1), (0, 1), (1, 2)], parallelEdges: .refuse)
    }
    // Directed, the two are not parallel.
    let graph = try Graph(
      nodeCount: 3, edges: [(2, 1), (0, 1), (1, 2)], isDirected: true, parallelEdges: .refuse)
    #expect(graph.edgeCount == 3)
  }

  @Test("Self loops are kept as one arc, dropped and counted, or refused")
  func selfLoops() throws {
    let edges = [(0, 0), (0, 1), (1, 1)]
    for isDirected in [false, true] {
      let kept = try Graph(nodeCount: 2, edges: edges, isDirected: isDirected)
      #expect(kept.edgeCount == 3)
      #expect(kept.selfLoopCount == 2)
      #expect(kept.successors(of: 0) == [0, 1])
      #expect(kept.predecessors(of: 1) == [0, 1])
      let dropped = try Graph(
        nodeCount: 2, edges: edges, isDirected: isDirected, selfLoops: .drop)
      #expect(dropped.edgeCount == 1)
      #expect(dropped.selfLoopCount == 0)
      #expect(dropped.droppedLoopCount == 2)
      #expect(dropped.mergedEdgeCount == 0)
      #expect(throws: GraphError.selfLoop(node: 0, edge: 0)) {
        try Graph(nodeCount: 2, edges: edges, isDirected: isDirected, selfLoops: .refuse)
      }
    }
  }

  @Test("Arcs are found by halving")
  func hasArc() throws {
    let targets = [1, 2, 5, 7, 8]
    let graph = try Graph(nodeCount: 9, edges: targets.map { (0, $0) }, isDirected: true)
    for node in graph.nodes {
      #expect(graph.hasArc(from: 0, to: node) == targets.contains(node))
      #expect(!graph.hasArc(from: node, to: 0))
    }
  }

  @Test("Columns that do not describe a graph are refused, and named")
  func errors() {
    #expect(throws: GraphError.columnsDiffer) {
      try Graph(nodeCount: 2, sources: [0], targets: [])
    }
    #expect(throws: GraphError.columnsDiffer) {
      try Graph(nodeCount: 2, sources: [0], targets: [1], strengths: [])
    }
    #expect(throws: GraphError.columnsDiffer) {
      try Graph(nodeCount: 2, sources: [0], targets: [1], distances: [1, 2])
    }
    #expect(throws: GraphError.nodeOutOfRange(node: 2, edge: 1)) {
      try Graph(nodeCount: 2, sources: [0, 0], targets: [1, 2])
    }
    #expect(throws: GraphError.nodeOutOfRange(node: 3, edge: 0)) {
      try Graph(nodeCount: 2, sources: [3], targets: [1])
    }
    #expect(throws: GraphError.nodeOutOfRange(node: -1, edge: 0)) {
      try Graph(nodeCount: 2, edges: [(0, -1)])
    }
    #expect(throws: GraphError.tooManyNodes(-1)) {
      try Graph(nodeCount: -1, sources: [], targets: [])
    }
    #expect(throws: GraphError.tooManyNodes(1 << 32)) {
      try Graph(nodeCount: 1 << 32, sources: [], targets: [])
    }
    #expect(throws: GraphError.notFinite(.infinity, edge: 1)) {
      try Graph(nodeCount: 2, edges: [(0, 1), (0, 1)], strengths: [1, .infinity])
    }
    #expect(throws: GraphError.notFinite(-.infinity, edge: 0)) {
      try Graph(nodeCount: 2, edges: [(0, 1)], distances: [-.infinity])
    }
    #expect {
      try Graph(nodeCount: 2, edges: [(0, 1)], distances: [.nan])
    } throws: { error in
      guard case GraphError.notFinite(let value, edge: 0) = error else { return false }
      return value.isNaN
    }
  }

  @Test("No node, and nodes without an edge")
  func empty() throws {
    let nothing = try Graph(nodeCount: 0, edges: [])
    #expect(nothing.nodeCount == 0 && nothing.edgeCount == 0)
    #expect(nothing.outgoing.offsets == [0])
    let isolates = try Graph(nodeCount: 3, edges: [], isDirected: true)
    #expect(isolates.nodeCount == 3 && isolates.edgeCount == 0)
    #expect(isolates.incoming.offsets == [0, 0, 0, 0])
  }

  /// Builds by the simplest means: counts in a dense matrix.
  @Test("Random edges give the rows of their matrix", arguments: 0..<40)
  func matrix(seed: Int) throws {
    var state = UInt64(seed)
    func draw(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    let count = 1 + draw(9)
    let isDirected = seed % 2 == 1
    let edges = (0..<draw(40)).map { _ in (draw(count), draw(count)) }
    var matrix = [[Int]](repeating: [Int](repeating: 0, count: count), count: count)
    for (source, target) in edges {
      matrix[source][target] += 1
      if !isDirected, source != target { matrix[target][source] += 1 }
    }
    let kept = try Graph(
      nodeCount: count, edges: edges, isDirected: isDirected, parallelEdges: .keep)
    let merged = try Graph(
      nodeCount: count, edges: edges, strengths: edges.map { _ in 1 }, isDirected: isDirected)
    #expect(kept.edgeCount == edges.count)
    #expect(merged.edgeCount + merged.mergedEdgeCount == edges.count)
    for node in 0..<count {
      #expect(
        kept.successors(of: node)
          == (0..<count).flatMap { Array(repeating: $0, count: matrix[node][$0]) })
      #expect(
        kept.predecessors(of: node)
          == (0..<count).flatMap { Array(repeating: $0, count: matrix[$0][node]) })
      let ends = (0..<count).filter { matrix[node][$0] > 0 }
      #expect(merged.successors(of: node) == ends)
      let strengths = merged.outgoing.arcs(of: node).compactMap { merged.outgoing.strengths?[$0] }
      #expect(strengths == ends.map { Double(matrix[node][$0]) })
    }
  }
}
