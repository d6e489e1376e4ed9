import GraphMeasures
import GraphStructure
import Testing

/// Laws that scores obey on any graph.
@Suite("Laws")
struct LawTests {
  /// Scores that do not depend on how nodes are numbered, one list a measure.
  private func scores(of graph: Graph) throws -> [(name: String, scores: [Double])] {
    [
      ("degree", graph.degree(scaling: .scaled)),
      ("closeness", graph.closeness().scores),
      ("closeness by distances", try graph.closeness(lengths: .distances).scores),
      ("harmonic", graph.harmonicCloseness()),
      ("decay", try graph.decay(delta: 0.5)),
      ("betweenness", graph.betweenness()),
      ("betweenness by distances", try graph.betweenness(lengths: .distances)),
      ("PageRank", try graph.pageRank(values: .strengths, tolerance: 1e-13)),
      ("clustering", graph.localClustering()),
      ("constraint", try graph.constraint(values: .strengths)),
      ("effective size", graph.effectiveSize()),
      ("reach", graph.reach(within: 2).counts(within: 2).map { Double($0) }),
      ("eccentricity", graph.eccentricity().map { Double($0) }),
      ("coreness", graph.coreness().map { Double($0) }),
    ]
  }

  @Test("Numbering nodes differently moves scores along", arguments: RandomGraph.seeds)
  func relabeling(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    var generator = SplitMix64(seed: seed + 1000)
    let newNode = Array(0..<sample.nodeCount).shuffled(using: &generator)
    let original = try scores(of: sample.relabeled(Array(0..<sample.nodeCount)))
    let moved = try scores(of: sample.relabeled(newNode))
    for (before, after) in zip(original, moved) {
      expectClose(newNode.map { after.scores[$0] }, before.scores, 1e-9, before.name)
    }
  }

  @Test("Turning arcs round swaps directions", arguments: RandomGraph.seeds)
  func reversal(seed: UInt64) throws {
    let graph = RandomGraph(seed: seed).graph
    let reversed = graph.reversed
    #expect(graph.degree(direction: .incoming) == reversed.degree())
    expectClose(graph.strength(direction: .incoming), reversed.strength())
    expectClose(graph.closeness(direction: .incoming).scores, reversed.closeness().scores)
    expectClose(
      try graph.harmonicCloseness(lengths: .distances, direction: .incoming),
      try reversed.harmonicCloseness(lengths: .distances))
    expectClose(
      try graph.decay(delta: 0.5, direction: .incoming), try reversed.decay(delta: 0.5))
    #expect(graph.eccentricity(direction: .incoming) == reversed.eccentricity())
    #expect(graph.reach(within: 3, direction: .incoming) == reversed.reach(within: 3))
    expectClose(graph.betweenness(), reversed.betweenness())
    expectClose(graph.constraint(), reversed.constraint())
    expectClose(graph.localClustering(), reversed.localClustering())
    #expect(graph.coreness() == reversed.coreness())
    #expect(graph.strongComponents() == reversed.strongComponents())
    #expect(graph.components() == reversed.components())
    #expect(graph.distanceSummary() == reversed.distanceSummary())
    #expect(
      graph.degreeCentralization(direction: .incoming) == reversed.degreeCentralization())
  }

  @Test("Two graphs side by side score as each alone", arguments: RandomGraph.seeds.dropLast())
  func disjointUnion(seed: UInt64) {
    let first = RandomGraph(seed: seed)
    // The next but one is of the same kind.
    let second = RandomGraph(seed: seed + 2)
    let shift = first.nodeCount
    let union = KnownGraphs.graph(
      first.nodeCount + second.nodeCount,
      first.edges.map { ($0.source, $0.target) }
        + second.edges.map { ($0.source + shift, $0.target + shift) },
      isDirected: first.isDirected)
    let parts = [first, second].map { $0.relabeled(Array(0..<$0.nodeCount)) }
    func together(_ score: (Graph) -> [Double]) -> [Double] { parts.flatMap(score) }
    expectClose(
      union.betweenness(scaling: .raw), together { $0.betweenness(scaling: .raw) })
    expectClose(
      union.harmonicCloseness(scaling: .raw), together { $0.harmonicCloseness(scaling: .raw) })
    expectClose(
      union.closeness(scaling: .raw).scores, together { $0.closeness(scaling: .raw).scores })
    expectClose(union.constraint(), together { $0.constraint() })
    expectClose(union.effectiveSize(), together { $0.effectiveSize() })
    expectClose(union.localClustering(), together { $0.localClustering() })
    #expect(union.coreness() == parts.flatMap { $0.coreness() })
    #expect(union.components().count == parts.reduce(0) { $0 + $1.components().count })
    #expect(
      union.distanceSummary().reachablePairCount
        == parts.reduce(0) { $0 + $1.distanceSummary().reachablePairCount })
  }

  @Test("Scores keep their bounds", arguments: RandomGraph.seeds)
  func bounds(seed: UInt64) {
    let graph = RandomGraph(seed: seed).graph
    let shares =
      graph.closeness().scores + graph.harmonicCloseness() + graph.betweenness()
      + graph.localClustering()
    #expect(shares.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-12 })
    let contacts = graph.undirected.reach(within: 1).counts(within: 1)
    for (size, contacts) in zip(graph.effectiveSize(), contacts) where contacts > 0 {
      #expect(size <= Double(contacts) + 1e-12 && size > 0)
    }
    for constraint in graph.constraint() where !constraint.isNaN { #expect(constraint > 0) }
  }

  @Test("Betweenness sums to the steps between ends of all shortest paths")
  func betweennessSum() {
    // Each reachable ordered pair at distance d has d − 1 nodes between on every shortest path.
    for seed in RandomGraph.seeds {
      let graph = RandomGraph(seed: seed).graph
      let summary = graph.distanceSummary()
      let inner = summary.pairCounts.indices.dropFirst()
        .reduce(0) { $0 + ($1 - 1) * summary.pairCounts[$1] }
      expectClose(
        graph.betweenness(scaling: .raw).reduce(0, +),
        Double(inner) / (graph.isDirected ? 1 : 2))
    }
  }
}
