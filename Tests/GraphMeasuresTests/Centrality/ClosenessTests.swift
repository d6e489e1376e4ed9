import GraphMeasures
import GraphStructure
import Testing

@Suite("Closeness")
struct ClosenessTests {
  @Test("Krackhardt's kite (networkx)")
  func kite() {
    expectClose(
      KnownGraphs.kite.closeness().scores,
      [0.5294, 0.5294, 0.5, 0.6, 0.5, 0.6429, 0.6429, 0.6, 0.4286, 0.3103], 0.00005)
    expectClose(
      KnownGraphs.kite.harmonicCloseness(),
      [0.6759, 0.6759, 0.6204, 0.7870, 0.6204, 0.7593, 0.7593, 0.6667, 0.5185, 0.3796], 0.00005)
  }

  @Test("Florentine marriages (networkx)")
  func florentine() {
    let scores = Dictionary(
      uniqueKeysWithValues: zip(
        KnownGraphs.families, KnownGraphs.florentine.closeness().scores))
    for (family, score) in [
      ("Medici", 0.560), ("Ridolfi", 0.500), ("Albizzi", 0.483), ("Tornabuoni", 0.483),
    ] {
      expectClose(scores[family] ?? .nan, score, 0.0005, family)
    }
  }

  @Test("follows its formula over the distance matrix", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let graph = sample.graph
    let others = Double(sample.nodeCount - 1)
    for lengths in Lengths.allCases {
      let isTenths = lengths == .distances
      let matrix = Oracle(sample).distances(byTenths: isTenths)
      for direction in Direction.allCases {
        let distances = graph.nodes.map { node in
          graph.nodes
            .filter { $0 != node }
            .map { direction == .outgoing ? matrix[node][$0] : matrix[$0][node] }
            .filter { $0 < Oracle.far }
            .map { isTenths ? Double($0) / 10 : Double($0) }
        }
        let raw = distances.map { $0.isEmpty ? 0 : 1 / $0.reduce(0, +) }
        let reached = distances.map { Double($0.count) }
        let scaled = zip(raw, reached).map { $1 > 0 ? $1 / others * $1 * $0 : 0 }
        let harmonic = distances.map { $0.reduce(0) { $0 + 1 / $1 } }
        let scores = try graph.closeness(lengths: lengths, direction: direction)
        #expect(scores.reachedCounts == distances.map(\.count))
        expectClose(scores.scores, scaled)
        expectClose(
          try graph.closeness(lengths: lengths, direction: direction, scaling: .raw).scores, raw)
        expectClose(
          try graph.harmonicCloseness(lengths: lengths, direction: direction, scaling: .raw),
          harmonic)
        expectClose(
          try graph.harmonicCloseness(lengths: lengths, direction: direction),
          harmonic.map { others > 0 ? $0 / others : 0 })
      }
    }
  }

  @Test("Two nodes apart from three: the share of reached nodes counts (Wasserman and Faust)")
  func disconnected() {
    let closeness = KnownGraphs.graph(5, [(0, 1), (2, 3), (3, 4)]).closeness()
    // r/(n−1) · r/Σd: 1/4·1/1, then 2/4·2/3 at the ends of the path and 2/4·2/2 at its middle.
    expectClose(closeness.scores, [0.25, 0.25, 1.0 / 3, 0.5, 1.0 / 3])
    #expect(closeness.reachedCounts == [1, 1, 2, 2, 2])
  }

  @Test("Shapes whose scores are known")
  func shapes() {
    expectClose(KnownGraphs.star(5).closeness().scores, [1] + Array(repeating: 4.0 / 7, count: 4))
    expectClose(KnownGraphs.star(5).closeness(scaling: .raw).scores[0], 0.25)
    expectClose(
      KnownGraphs.star(4, isDirected: true).closeness(direction: .incoming).scores,
      [0, 1.0 / 3, 1.0 / 3, 1.0 / 3])
    expectClose(KnownGraphs.complete(4).harmonicCloseness(), [1, 1, 1, 1])
    let unit = KnownGraphs.kite.closeness(scaling: .l2).scores
    expectClose(unit.reduce(0) { $0 + $1 * $1 }, 1)
    expectClose(KnownGraphs.graph(1, []).closeness().scores, [0])
    expectClose(KnownGraphs.graph(3, [(0, 0)]).harmonicCloseness(), [0, 0, 0])
    #expect(KnownGraphs.graph(0, []).closeness().scores.isEmpty)
  }
}
