import GraphMeasures
import GraphStructure
import Testing

@Suite("k-plexes")
struct PlexesTests {
  /// All sets of nodes that are plexes, and in no larger one.
  private func plexes(_ sample: RandomGraph, k: Int, least: Int) -> Set<[Int]> {
    let tied = Oracle(sample).isTied
    let count = sample.nodeCount
    let all = (1..<(1 << count)).map { bits in (0..<count).filter { bits >> $0 & 1 == 1 } }
      .filter { set in
        set.allSatisfy { node in
          set.count { $0 != node && (tied[node][$0] || tied[$0][node]) } >= set.count - k
        }
      }
    let known = Set(all)
    return Set(
      all.filter { set in
        set.count >= least
          && !(0..<count).contains { !set.contains($0) && known.contains((set + [$0]).sorted()) }
      })
  }

  @Test("are all groups that lack few ties", arguments: RandomGraph.seeds.prefix(50))
  func oracle(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    for k in 1...3 {
      for least in [nil, 1, 4] {
        let found = try sample.graph.maximalPlexes(k: k, minimumSize: least)
        #expect(found.isComplete)
        #expect(Set(found.members).count == found.members.count)
        #expect(
          Set(found.members) == plexes(sample, k: k, least: least ?? 2 * k - 1),
          "\(k) \(least ?? 0)")
        #expect(found.members.map(\.count) == found.members.map(\.count).sorted(by: >))
      }
    }
  }

  @Test("A ring of four is a 2-plex; a complete graph without a few ties is one as well")
  func shapes() throws {
    #expect(try KnownGraphs.cycle(4).maximalPlexes(k: 2).members == [[0, 1, 2, 3]])
    #expect(try KnownGraphs.cycle(5).maximalPlexes(k: 3).members == [[0, 1, 2, 3, 4]])
    #expect(try KnownGraphs.star(4).maximalPlexes(k: 1, minimumSize: 2).members.count == 3)
    #expect(try KnownGraphs.complete(6).maximalPlexes(k: 2).members == [[0, 1, 2, 3, 4, 5]])
  }

  @Test("A search that is given up says so")
  func limits() throws {
    let short = try KnownGraphs.karate.maximalPlexes(k: 2, stepLimit: 20)
    #expect(!short.isComplete)
    let all = try KnownGraphs.karate.maximalPlexes(k: 2)
    #expect(all.isComplete)
    #expect(Set(short.members).isSubset(of: all.members))
    let cancelled = try KnownGraphs.karate.maximalPlexes(
      k: 2, stepLimit: 1025, execution: Execution(isCancelled: { true }))
    #expect(!cancelled.isComplete)
  }

  @Test("Graphs with hardly anything in them, and wrong numbers")
  func degenerate() throws {
    #expect(try KnownGraphs.graph(0, []).maximalPlexes(k: 1).members.isEmpty)
    #expect(try KnownGraphs.graph(2, [(0, 0)]).maximalPlexes(k: 1).members == [[0], [1]])
    #expect(
      throws: MeasureError.parameterOutOfRange(name: "k", value: 0, allowed: "at least 1")
    ) { try KnownGraphs.kite.maximalPlexes(k: 0) }
    #expect(throws: MeasureError.self) { try KnownGraphs.kite.maximalPlexes(k: 1, minimumSize: 0) }
    #expect(throws: MeasureError.self) { try KnownGraphs.kite.maximalPlexes(k: 1, stepLimit: 0) }
  }
}
