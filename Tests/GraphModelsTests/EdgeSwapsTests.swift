import GraphModels
import GraphStructure
import Testing

@Suite struct EdgeSwapsTests {
  private func graph(
    _ nodeCount: Int, _ edges: [(source: Int, target: Int)], isDirected: Bool = false
  ) throws -> Graph {
    try Graph(nodeCount: nodeCount, edges: edges, isDirected: isDirected)
  }

  @Test(arguments: [false, true]) func degreesStay(isDirected: Bool) throws {
    var generator = SplitMix64(seed: 1)
    for _ in 0..<20 {
      let edges = (0..<60).map { _ in
        (Int(generator.nextUnit() * 20), Int(generator.nextUnit() * 20))
      }.filter { $0 != $1 }
      let before = try graph(20, edges, isDirected: isDirected)
      let after = try before.rewired(using: &generator)
      #expect(after.isDirected == isDirected)
      #expect(after.edgeCount == before.edgeCount)
      #expect(after.selfLoopCount == 0)
      for node in before.nodes {
        #expect(after.outgoing.degree(of: node) == before.outgoing.degree(of: node))
        #expect(after.incoming.degree(of: node) == before.incoming.degree(of: node))
        #expect(Set(after.successors(of: node)).count == after.outgoing.degree(of: node))
      }
      #expect(after != before)
    }
  }

  /// Four nodes of degree 2 are tied in a cycle, of which there are three: each comes up in a third
  /// of 900 draws, 300 with a standard deviation of √(900 · ⅓ · ⅔) = 14.
  @Test func everyGraphIsAsLikely() throws {
    let cycle = try graph(4, [(0, 1), (1, 2), (2, 3), (3, 0)])
    var counts: [[Int]: Int] = [:]
    for seed in UInt64(0)..<900 {
      var generator = SplitMix64(seed: seed)
      counts[try cycle.rewired(using: &generator).successors(of: 0), default: 0] += 1
    }
    #expect(counts.count == 3)
    for count in counts.values { #expect(abs(count - 300) < 5 * 14) }
  }

  @Test func seedsReproduce() throws {
    let path = try graph(30, (1..<30).map { ($0 - 1, $0) })
    func rewired(_ seed: UInt64) throws -> Graph {
      var generator = SplitMix64(seed: seed)
      return try path.rewired(using: &generator)
    }
    #expect(try rewired(4) == rewired(4))
    #expect(try rewired(4) != rewired(5))
  }

  @Test func whatCannotChange() throws {
    let star = try graph(5, (1..<5).map { (0, $0) })
    let shapes = [
      try graph(0, []), try graph(3, []), try graph(2, [(0, 1)]), star,
      try graph(3, [(0, 1), (0, 2), (1, 2)]),
    ]
    for shape in shapes {
      var generator = SplitMix64(seed: 9)
      #expect(try shape.rewired(using: &generator).outgoing.ends == shape.outgoing.ends)
      #expect(try shape.rewired(swapsPerEdge: 0, using: &generator).edgeCount == shape.edgeCount)
    }
  }

  @Test func loopsAndParallelEdgesAreLeftOut() throws {
    let loops = try Graph(
      nodeCount: 3, edges: [(0, 0), (0, 1), (0, 1), (1, 2)], parallelEdges: .keep)
    var generator = SplitMix64(seed: 2)
    #expect(try loops.rewired(using: &generator).edgeCount == 2)
  }

  /// The same swaps, decided by a plain `Set` of edges.
  @Test(arguments: [false, true]) func asDefined(isDirected: Bool) throws {
    for seed in UInt64(0)..<20 {
      var generator = SplitMix64(seed: seed)
      let drawn = (0..<80).map { _ in
        (source: generator.nextIndex(below: 14), target: generator.nextIndex(below: 14))
      }.filter { $0.source != $0.target }
      let before = try graph(14, drawn, isDirected: isDirected)
      var edges = before.nodes.flatMap { node in
        before.successors(of: node).filter { isDirected || $0 > node }.map { [node, $0] }
      }
      func key(_ source: Int, _ target: Int) -> [Int] {
        isDirected ? [source, target] : [min(source, target), max(source, target)]
      }
      var known = Set(edges.map { key($0[0], $0[1]) })
      var other = generator
      for _ in 0..<(10 * edges.count) {
        let (first, second) = (
          other.nextIndex(below: edges.count), other.nextIndex(below: edges.count)
        )
        let isTurned = !isDirected && other.nextIndex(below: 2) == 1
        let (a, b) = (edges[first][0], edges[first][1])
        let (c, d) =
          isTurned ? (edges[second][1], edges[second][0]) : (edges[second][0], edges[second][1])
        if first == second || a == d || c == b { continue }
        if known.contains(key(a, d)) || known.contains(key(c, b)) { continue }
        known.subtract([key(a, b), key(c, d)])
        known.formUnion([key(a, d), key(c, b)])
        edges[first] = [a, d]
        edges[second] = [c, b]
      }
      let expected = try graph(14, edges.map { ($0[0], $0[1]) }, isDirected: isDirected)
      #expect(try before.rewired(using: &generator) == expected)
    }
  }
}
