import GraphMeasures
import GraphStructure
import Testing

@Suite("Dyad and triad census")
struct CensusTests {
  /// One picture of each type, as arcs between nodes 0, 1 and 2, drawn after Holland and Leinhardt.
  private static let pictures: [TriadType: [(Int, Int)]] = [
    .triad003: [], .triad012: [(0, 1)], .triad102: [(0, 1), (1, 0)],
    .triad021D: [(1, 0), (1, 2)], .triad021U: [(0, 1), (2, 1)], .triad021C: [(0, 1), (1, 2)],
    .triad111D: [(0, 1), (1, 0), (2, 1)], .triad111U: [(0, 1), (1, 0), (1, 2)],
    .triad030T: [(0, 1), (1, 2), (0, 2)], .triad030C: [(0, 1), (1, 2), (2, 0)],
    .triad201: [(0, 1), (1, 0), (1, 2), (2, 1)],
    .triad120D: [(1, 0), (1, 2), (0, 2), (2, 0)], .triad120U: [(0, 1), (2, 1), (0, 2), (2, 0)],
    .triad120C: [(0, 1), (1, 2), (0, 2), (2, 0)],
    .triad210: [(0, 1), (1, 0), (1, 2), (2, 1), (0, 2)],
    .triad300: [(0, 1), (1, 0), (1, 2), (2, 1), (0, 2), (2, 0)],
  ]

  /// The type of every way in which three nodes can be tied, from all numberings of each picture.
  private static let typeOfTies: [Set<Int>: TriadType] = {
    var types: [Set<Int>: TriadType] = [:]
    for (type, arcs) in pictures {
      for numbering in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        types[Set(arcs.map { numbering[$0.0] * 3 + numbering[$0.1] })] = type
      }
    }
    return types
  }()

  private func oracle(_ tied: [[Bool]]) -> [TriadType: Int] {
    var counts: [TriadType: Int] = [:]
    for first in tied.indices {
      for second in tied.indices.dropFirst(first + 1) {
        for third in tied.indices.dropFirst(second + 1) {
          let three = [first, second, third]
          var ties: Set<Int> = []
          for source in 0..<3 {
            for target in 0..<3 where tied[three[source]][three[target]] {
              ties.insert(source * 3 + target)
            }
          }
          if let type = Self.typeOfTies[ties] { counts[type, default: 0] += 1 }
        }
      }
    }
    return counts
  }

  private func expect(_ census: TriadCensus, _ counts: [TriadType: Int]) {
    for type in TriadType.allCases {
      #expect(census[type] == Int128(counts[type] ?? 0), "\(type)")
    }
  }

  @Test("The pictures cover all 64 ways to tie three nodes")
  func pictures() {
    #expect(Self.typeOfTies.count == 64)
  }

  @Test("Every set of three, looked at one by one", arguments: RandomGraph.seeds)
  func definition(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    let tied = Oracle(sample).isTied
    let census = sample.graph.triadCensus()
    expect(census, oracle(tied))
    let count = sample.nodeCount
    #expect(census.total == Int128(count * (count - 1) * (count - 2) / 6))
    let dyads = sample.graph.dyadCensus()
    var (mutual, asymmetric, null) = (0, 0, 0)
    for one in 0..<count {
      for other in (one + 1)..<max(count, one + 1) {
        switch (tied[one][other], tied[other][one]) {
        case (true, true): mutual += 1
        case (false, false): null += 1
        default: asymmetric += 1
        }
      }
    }
    #expect((dyads.mutual, dyads.asymmetric, dyads.null) == (mutual, asymmetric, null))
  }

  @Test("So it is in larger graphs, with arcs both ways", arguments: [UInt64(3), 4])
  func larger(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let count = 40
    var tied = [[Bool]](repeating: [Bool](repeating: false, count: count), count: count)
    var arcs: [(source: Int, target: Int)] = []
    for _ in 0..<500 {
      let source = Int.random(in: 0..<count, using: &generator)
      // A few nodes have most of the arcs.
      let target = Int.random(
        in: 0..<Int.random(in: 1...count, using: &generator), using: &generator)
      guard source != target else { continue }
      arcs.append((source, target))
      tied[source][target] = true
    }
    let expected = oracle(tied)
    #expect(expected.count == 16, "every type occurs")
    expect(KnownGraphs.graph(count, arcs, isDirected: true).triadCensus(), expected)
  }

  @Test("The example of networkx (triadic_census, test G1)")
  func networkx() {
    let arcs = [
      (0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (1, 2), (1, 6), (5, 1), (5, 6), (6, 5),
    ]
    let census = KnownGraphs.graph(7, arcs, isDirected: true).triadCensus()
    expect(
      census,
      [
        .triad003: 8, .triad012: 9, .triad102: 3, .triad021D: 9, .triad021C: 2, .triad111D: 1,
        .triad030T: 2, .triad120C: 1,
      ])
  }

  @Test("Shapes")
  func shapes() {
    expect(KnownGraphs.cycle(3, isDirected: true).triadCensus(), [.triad030C: 1])
    expect(KnownGraphs.complete(5).triadCensus(), [.triad300: 10])
    expect(KnownGraphs.star(5).triadCensus(), [.triad201: 6, .triad003: 4])
    expect(KnownGraphs.star(5, isDirected: true).triadCensus(), [.triad021D: 6, .triad003: 4])
    expect(KnownGraphs.graph(0, []).triadCensus(), [:])
    expect(KnownGraphs.graph(2, [(0, 1)]).triadCensus(), [:])
    #expect(KnownGraphs.cycle(4).dyadCensus().reciprocity == 1)
    #expect(KnownGraphs.cycle(4, isDirected: true).dyadCensus().reciprocity == 0)
    let census = KnownGraphs.graph(3, [(0, 1), (1, 0), (1, 2)], isDirected: true).dyadCensus()
    expectClose(census.reciprocity, 2.0 / 3)
    expectClose(census.dyadicReciprocity, 0.5)
    #expect(KnownGraphs.graph(3, []).dyadCensus().reciprocity.isNaN)
  }

  @Test("The same at any number of threads")
  func threads() {
    let graph = largeRandomGraph(seed: 5, isDirected: true)
    let counts = [1, 2, 3, 8].map { graph.triadCensus(execution: Execution(threads: $0)) }
    #expect(counts.allSatisfy { $0 == counts[0] })
  }
}
