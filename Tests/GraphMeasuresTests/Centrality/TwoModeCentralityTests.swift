import GraphMeasures
import GraphStructure
import Testing

@Suite("Two-mode centrality (Borgatti and Everett 1997)")
struct TwoModeCentralityTests {
  @Test("Davis: events 8 and 9, and Nora")
  func davis() {
    let graph = KnownGraphs.davis
    let degree = graph.degree()
    let closeness = graph.closeness().scores
    let betweenness = graph.betweenness()
    for (node, expected) in [
      (18 + 7, [0.78, 0.24, 0.85]), (18 + 8, [0.67, 0.23, 0.79]), (13, [0.57, 0.11, 0.80]),
    ] {
      expectClose([degree[node], betweenness[node], closeness[node]], expected, 0.005)
    }
  }

  @Test("A node tied to the whole other mode scores 1")
  func complete() throws {
    let first: [UInt32] = [0, 0, 0, 1, 1, 1]
    let graph = try TwoModeGraph(
      firstCount: 2, secondCount: 3, first: first, second: [0, 1, 2, 0, 1, 2])
    expectClose(graph.degree(), [1, 1, 1, 1, 1])
    expectClose(graph.closeness().scores, [1, 1, 1, 1, 1])
    // Raw: the two share the 3 pairs of the three, the three share the 1 pair of the two. The most
    // is ½(9 + 3 − 2) = 5 for a mode of two beside one of three, ½(16 − 8) = 4 the other way.
    expectClose(
      graph.betweenness(), [1.5 / 5, 1.5 / 5] + [Double](repeating: 1.0 / 3 / 4, count: 3))
  }

  @Test("The most between node of its mode scores 1")
  func mostBetween() throws {
    // Node 0 of the first mode holds three of the second; two of these hold one more each.
    // Borgatti and Everett's maximum for n = 3, m = 3: s = 0, t = 2:
    // ½(9 + 3·3 − 2·(−2 + 3)) = 8. By hand: pairs through 0 among {1, 2, a, b, c} but for the
    // two that are tied directly: 10 − 2 = 8.
    let graph = try TwoModeGraph(
      firstCount: 3, secondCount: 3, first: [0, 0, 0, 1, 2], second: [0, 1, 2, 0, 1])
    expectClose(graph.betweenness()[0], 1)
    expectClose(graph.graph.betweenness(scaling: .raw)[0], 8)
  }

  @Test("Pieces, isolates and empty modes")
  func degenerate() throws {
    let pieces = try TwoModeGraph(firstCount: 3, secondCount: 2, first: [0, 1], second: [0, 1])
    // One step to the one reached node: (2 + 2·2)/1 · 1/4 for the first mode, (3 + 2·1)/1 · 1/4
    // for the second.
    expectClose(pieces.closeness().scores, [1.5, 1.5, 0, 1.25, 1.25])
    #expect(pieces.closeness().reachedCounts == [1, 1, 0, 1, 1])
    let oneMode = try TwoModeGraph(firstCount: 2, secondCount: 0, first: [], second: [])
    #expect(oneMode.degree().allSatisfy { $0.isNaN })
    #expect(oneMode.betweenness().allSatisfy { $0.isNaN })
    expectClose(oneMode.closeness().scores, [0, 0])
    let empty = try TwoModeGraph(firstCount: 0, secondCount: 0, first: [], second: [])
    #expect(empty.degree().isEmpty && empty.betweenness().isEmpty)
  }
}
