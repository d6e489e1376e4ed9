import GraphMeasures
import GraphStructure
import Testing

@Suite("Node connectivity")
struct NodeConnectivityTests {
  /// Petersen's graph (1898): outer cycle 0–4, inner star 5–9.
  static let petersen = KnownGraphs.graph(
    10,
    [
      (0, 1), (1, 2), (2, 3), (3, 4), (4, 0), (0, 5), (1, 6), (2, 7), (3, 8), (4, 9), (5, 7),
      (7, 9), (9, 6), (6, 8), (8, 5),
    ])

  /// A grid of so many rows and columns, numbered row by row.
  static func grid(_ rows: Int, _ columns: Int) -> Graph {
    var edges: [(Int, Int)] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let node = row * columns + column
        if column + 1 < columns { edges.append((node, node + 1)) }
        if row + 1 < rows { edges.append((node, node + columns)) }
      }
    }
    return KnownGraphs.graph(rows * columns, edges)
  }

  @Test("Graphs whose connectivity is known")
  func known() {
    // Petersen's graph is 3-connected; its non-adjacent pairs show it.
    for (source, target) in [(0, 2), (0, 7), (5, 6), (1, 9)] {
      #expect(Self.petersen.nodeConnectivity(from: source, to: target) == 3)
    }
    // The icosahedron is 5-connected (the example of networkx's documentation).
    let icosahedron = KnownGraphs.graph(
      12,
      [
        (0, 1), (0, 5), (0, 7), (0, 8), (0, 11), (1, 2), (1, 5), (1, 6), (1, 8), (2, 3), (2, 6),
        (2, 8), (2, 9), (3, 4), (3, 6), (3, 9), (3, 10), (4, 5), (4, 6), (4, 10), (4, 11),
        (5, 6), (5, 11), (7, 8), (7, 9), (7, 10), (7, 11), (8, 9), (9, 10), (10, 11),
      ])
    #expect(icosahedron.nodeConnectivity(from: 0, to: 6) == 5)
    #expect(Self.grid(4, 5).nodeConnectivity(from: 0, to: 19) == 2)
    #expect(Self.grid(5, 5).nodeConnectivity(from: 12, to: 0) == 2)
    #expect(Self.grid(5, 5).nodeConnectivity(from: 6, to: 18) == 4)
    #expect(KnownGraphs.kite.nodeConnectivity(from: 9, to: 0) == 1)
  }

  @Test("Shapes, and ends that are tied")
  func shapes() {
    // An arc straight to the target is one path: K₅ has 1 + 3.
    #expect(KnownGraphs.complete(5).nodeConnectivity(from: 0, to: 4) == 4)
    #expect(KnownGraphs.complete(5, isDirected: true).nodeConnectivity(from: 4, to: 0) == 4)
    #expect(KnownGraphs.star(6).nodeConnectivity(from: 1, to: 2) == 1)
    #expect(KnownGraphs.star(6).nodeConnectivity(from: 0, to: 2) == 1)
    #expect(KnownGraphs.cycle(6).nodeConnectivity(from: 0, to: 3) == 2)
    #expect(KnownGraphs.cycle(6, isDirected: true).nodeConnectivity(from: 0, to: 3) == 1)
    #expect(KnownGraphs.path(4, isDirected: true).nodeConnectivity(from: 3, to: 0) == 0)
    #expect(KnownGraphs.graph(2, []).nodeConnectivity(from: 0, to: 1) == 0)
    let doubled = KnownGraphs.graph(
      3, [(0, 1), (0, 1), (1, 1), (1, 2), (1, 2), (0, 2), (0, 2)], parallelEdges: .keep)
    #expect(doubled.nodeConnectivity(from: 0, to: 2) == 2)
    #expect(KnownGraphs.complete(9).nodeConnectivity(from: 0, to: 1, atMost: 3) == 3)
    #expect(KnownGraphs.complete(9).nodeConnectivity(from: 0, to: 1, atMost: 0) == 0)
  }

  /// The first path blocks both others unless it is pushed aside.
  @Test("A path that stands in the way is led elsewhere")
  func pushedAside() {
    let graph = KnownGraphs.graph(
      8, [(0, 1), (1, 2), (2, 7), (0, 3), (3, 4), (4, 2), (1, 5), (5, 6), (6, 7)])
    let paths = graph.disjointPaths(from: 0, to: 7)
    #expect(paths == [[0, 1, 5, 6, 7], [0, 3, 4, 2, 7]])
    #expect(graph.disjointPaths(from: 0, to: 7, atMost: 1) == [[0, 1, 2, 7]])
  }

  /// The least number of nodes whose removal parts two, by trying all sets of them; an arc between
  /// the two is taken out first and counts 1.
  private func cut(_ tied: [[Bool]], _ source: Int, _ target: Int) -> Int {
    var tied = tied
    let isDirect = tied[source][target]
    tied[source][target] = false
    let others = tied.indices.filter { $0 != source && $0 != target }
    var least = others.count
    for subset in 0..<(1 << others.count) where subset.nonzeroBitCount < least {
      let removed = Set(others.indices.filter { subset >> $0 & 1 == 1 }.map { others[$0] })
      var reached: Set = [source]
      var open = [source]
      while let node = open.popLast() {
        for next in tied.indices
        where tied[node][next] && !removed.contains(next) && reached.insert(next).inserted {
          open.append(next)
        }
      }
      if !reached.contains(target) { least = subset.nonzeroBitCount }
    }
    return least + (isDirect ? 1 : 0)
  }

  @Test("Menger: as many paths as nodes must go", arguments: RandomGraph.seeds)
  func menger(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    let graph = sample.graph
    let tied = Oracle(sample).isTied
    for source in graph.nodes.prefix(3) {
      for target in graph.nodes where target != source {
        let paths = graph.disjointPaths(from: source, to: target)
        #expect(paths.count == cut(tied, source, target), "\(source) to \(target)")
        var passed: Set<Int> = []
        for path in paths {
          #expect(path.first == source && path.last == target)
          #expect(zip(path, path.dropFirst()).allSatisfy { tied[$0][$1] })
          for node in path.dropFirst().dropLast() { #expect(passed.insert(node).inserted) }
        }
        // One path is a shortest one.
        let one = graph.disjointPaths(from: source, to: target, atMost: 1)
        #expect(one.first?.count == graph.shortestPath(from: source, to: target)?.count)
      }
    }
  }
}
