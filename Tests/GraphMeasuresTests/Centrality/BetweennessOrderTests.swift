import GraphMeasures
import GraphStructure
import Testing

/// Graphs so large, and of degrees so much alike, that sources are put in an order of their own.
@Suite("Betweenness in the order of its sources")
struct BetweennessOrderTests {
  /// A ring on which every node is tied to the next four, some nodes across it as well, numbered so
  /// that neighbors on the ring have far numbers; every tie is one long.
  private func ring(_ nodeCount: Int, chords: Bool, isDirected: Bool) -> Graph {
    var edges: [(Int, Int)] = []
    for place in 0..<nodeCount {
      for step in 1...4 { edges.append((place, (place + step) % nodeCount)) }
      if chords, place % 9 == 0 { edges.append((place, (place + 100 + place / 9) % nodeCount)) }
    }
    return KnownGraphs.graph(
      nodeCount, edges.map { ($0.0 * 7 % nodeCount, $0.1 * 7 % nodeCount) },
      isDirected: isDirected, distances: [Double](repeating: 1, count: edges.count))
  }

  @Test(
    "On a ring every node lies between as many pairs as distances say", arguments: [false, true])
  func ringWithoutChords(isDirected: Bool) {
    let nodeCount = 272
    // A node is passed by as many paths as its pairs have nodes between them: all nodes are alike.
    var between = 0
    for offset in 1..<nodeCount {
      let steps = isDirected ? offset : min(offset, nodeCount - offset)
      between += (steps + 3) / 4 - 1
    }
    let expected = Double(between) / (isDirected ? 1 : 2)
    let graph = ring(nodeCount, chords: false, isDirected: isDirected)
    expectClose(
      graph.betweenness(scaling: .raw), [Double](repeating: expected, count: nodeCount), 1e-9)
  }

  @Test("Scores are those of a search from one source after another", arguments: [false, true])
  func ringWithChords(isDirected: Bool) throws {
    let graph = ring(272, chords: true, isDirected: isDirected)
    let nodes = try graph.betweenness(lengths: .distances, scaling: .raw)
    #expect(Set(nodes.map { ($0 * 1000).rounded() }).count > 100)
    expectClose(graph.betweenness(scaling: .raw), nodes, 1e-9)
    expectClose(
      graph.edgeBetweenness(scaling: .raw),
      try graph.edgeBetweenness(lengths: .distances, scaling: .raw), 1e-9)
  }

  @Test("The same bits at any number of threads")
  func threads() {
    let graph = ring(272, chords: true, isDirected: false)
    let one = bits(graph.betweenness(execution: Execution(threads: 1)))
    for threads in [2, 8] {
      #expect(bits(graph.betweenness(execution: Execution(threads: threads))) == one)
    }
  }
}
