import GraphModels
import GraphStructure
import Testing

@Suite struct RMATTests {
  /// From the definition, an edge after the other, with numbers of [0, 1).
  private func oracle(scale: Int, edgesPerNode: Int, seed: UInt64) throws -> Graph {
    var generator = SplitMix64(seed: seed)
    var drawn: [(Int, Int)] = []
    for _ in 0..<(edgesPerNode << scale) {
      var (source, target) = (0, 0)
      for _ in 0..<scale {
        let draw = generator.nextUnit()
        (source, target) = (2 * source, 2 * target)
        switch draw {
        case ..<0.57: break
        case ..<0.76: target += 1
        case ..<0.95: source += 1
        default: (source, target) = (source + 1, target + 1)
        }
      }
      drawn.append((source, target))
    }
    var number = Array(0..<(1 << scale))
    for index in stride(from: number.count - 1, to: 0, by: -1) {
      let other = Int(generator.next().multipliedFullWidth(by: UInt64(index + 1)).high)
      number.swapAt(index, other)
    }
    let edges = drawn.filter { $0.0 != $0.1 }.map { (number[$0.0], number[$0.1]) }
    return try Graph(nodeCount: 1 << scale, edges: edges)
  }

  @Test(arguments: [1, 2, 3, 8]) func asDefinedAtAnyNumberOfThreads(threads: Int) throws {
    for scale in [1, 2, 9] {
      var generator = SplitMix64(seed: 5)
      let graph = try Graph.rmat(
        scale: scale, edgesPerNode: 7, execution: Execution(threads: threads), using: &generator)
      #expect(graph.outgoing == (try oracle(scale: scale, edgesPerNode: 7, seed: 5)).outgoing)
      #expect(isSimple(graph))
      // What is drawn next does not depend on the threads either.
      var other = SplitMix64(seed: 5)
      for _ in 0..<((7 << scale) * scale + (1 << scale) - 1) { _ = other.next() }
      #expect(generator.next() == other.next())
    }
  }

  /// Where all quarters are alike, edges are spread evenly; 2¹⁴ draws, few of them alike.
  @Test func equalQuarters() throws {
    let graph = try draws(1) {
      try Graph.rmat(
        scale: 14, edgesPerNode: 1,
        quarters: Graph.MatrixQuarters(upperLeft: 0.25, upperRight: 0.25, lowerLeft: 0.25),
        renumbers: false, using: &$0)
    }[0]
    #expect(graph.edgeCount > 16_384 - 20)
    let across = edges(of: graph).count { ($0[0] < 8192) != ($0[1] < 8192) }
    #expect(abs(across - 8192) < 5 * 64 + 10)
  }

  @Test func certainQuarters() throws {
    var generator = SplitMix64(seed: 1)
    let cross = try Graph.rmat(
      scale: 5, edgesPerNode: 3,
      quarters: Graph.MatrixQuarters(upperLeft: 0, upperRight: 1, lowerLeft: 0), renumbers: false,
      using: &generator)
    #expect(edges(of: cross) == [[0, 31]])
    let loops = try Graph.rmat(
      scale: 5, edgesPerNode: 3,
      quarters: Graph.MatrixQuarters(upperLeft: 1, upperRight: 0, lowerLeft: 0), using: &generator)
    #expect(loops.edgeCount == 0)
  }

  @Test func impossibleSizes() {
    var generator = SplitMix64(seed: 1)
    for scale in [-1, 0, 32] {
      #expect(throws: ModelError.self) {
        try Graph.rmat(scale: scale, edgesPerNode: 1, using: &generator)
      }
    }
    #expect(throws: ModelError.self) {
      try Graph.rmat(scale: 3, edgesPerNode: -1, using: &generator)
    }
    for (left, right, lower) in [(0.5, 0.4, 0.2), (-0.1, 0.5, 0.5), (.nan, 0.1, 0.1)] {
      #expect(throws: ModelError.self) {
        try Graph.rmat(
          scale: 3, edgesPerNode: 1,
          quarters: Graph.MatrixQuarters(upperLeft: left, upperRight: right, lowerLeft: lower),
          using: &generator)
      }
    }
  }
}
