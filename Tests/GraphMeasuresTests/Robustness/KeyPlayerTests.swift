import GraphMeasures
import GraphStructure
import Testing

@Suite("Key players")
struct KeyPlayerTests {
  private func subsets(_ nodes: Int, _ size: Int) -> [[Int]] {
    (0..<(1 << nodes)).filter { $0.nonzeroBitCount == size }
      .map { bits in (0..<nodes).filter { bits >> $0 & 1 == 1 } }
  }

  /// The share of pairs of the nodes left that no path joins, from all distances.
  private func fragmentation(_ sample: RandomGraph, _ removed: [Int]) -> (Double, Double) {
    let left = (0..<sample.nodeCount).filter { !removed.contains($0) }
    guard left.count > 1 else { return (.nan, .nan) }
    let tied = Oracle(RandomGraph(undirecting: sample)).isTied
    var (joined, nearness) = (0.0, 0.0)
    for source in left {
      var steps = [source: 0]
      var queue = [source]
      while !queue.isEmpty {
        let node = queue.removeFirst()
        for next in left where tied[node][next] && steps[next] == nil {
          steps[next] = (steps[node] ?? 0) + 1
          queue.append(next)
        }
      }
      joined += Double(steps.count - 1)
      nearness += steps.values.reduce(0) { $0 + ($1 > 0 ? 1 / Double($1) : 0) }
    }
    let pairs = Double(left.count * (left.count - 1))
    return (1 - joined / pairs, 1 - nearness / pairs)
  }

  private func nearness(_ sample: RandomGraph, _ set: [Int], _ worth: (Int) -> Double) -> Double {
    let distance = Oracle(sample).distances()
    let sum = (0..<sample.nodeCount).reduce(0.0) { sum, node in
      let steps = set.map { distance[$0][node] }.min() ?? Oracle.far
      return sum + (steps < Oracle.far ? worth(steps) : 0)
    }
    return sum / Double(sample.nodeCount)
  }

  @Test("Scores of given sets", arguments: RandomGraph.seeds)
  func scores(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    for size in 0...min(2, sample.nodeCount) {
      for set in subsets(sample.nodeCount, size) {
        let (plain, weighted) = fragmentation(sample, set)
        expectClose(sample.graph.fragmentation(without: set), plain)
        expectClose(sample.graph.distanceWeightedFragmentation(without: set), weighted)
        guard !set.isEmpty else { continue }
        expectClose(
          sample.graph.distanceWeightedReach(of: set),
          nearness(sample, set) { $0 == 0 ? 1 : 1 / Double($0) })
      }
    }
  }

  @Test("The exact set is as good as the best of all sets", arguments: RandomGraph.seeds)
  func exact(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    for size in 1...3 where size <= sample.nodeCount {
      let sets = subsets(sample.nodeCount, size)
      let reach = try sample.graph.keyPlayers(size, for: .distanceWeightedReach)
      let best = sets.map { nearness(sample, $0) { $0 == 0 ? 1 : 1 / Double($0) } }.max() ?? 0
      expectClose(reach.score, best)
      #expect(reach.isExact)
      expectClose(sample.graph.distanceWeightedReach(of: reach.nodes), reach.score)
      let within = try sample.graph.keyPlayers(size, for: .reach(within: 1))
      expectClose(within.score, sets.map { nearness(sample, $0) { $0 <= 1 ? 1 : 0 } }.max() ?? 0)
      guard size <= sample.nodeCount - 2 else { continue }
      let parting = try sample.graph.keyPlayers(size, for: .fragmentation)
      expectClose(parting.score, sets.map { fragmentation(sample, $0).0 }.max() ?? 0)
      #expect(parting.isExact)
      expectClose(sample.graph.fragmentation(without: parting.nodes), parting.score)
    }
  }

  @Test(
    "An answer that was not searched to the end brackets the best", arguments: RandomGraph.seeds)
  func bounds(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    for goal in [KeyPlayerGoal.distanceWeightedReach, .fragmentation]
    where sample.nodeCount >= 4 {
      let exact = try sample.graph.keyPlayers(2, for: goal)
      for effort in [0, 10] {
        let quick = try sample.graph.keyPlayers(2, for: goal, effort: effort)
        #expect(quick.score <= exact.score + 1e-12)
        #expect(quick.bound >= exact.score - 1e-12)
        #expect(quick.gap >= 0)
      }
    }
  }

  /// By exhaustive search with the conventions of the R package keyplayer and of UCINET.
  @Test("Kite, Florentine families and karate club")
  func known() throws {
    let known: [(Graph, Int, Double, Double)] = [
      (KnownGraphs.kite, 1, 0.3889, 0.8083), (KnownGraphs.kite, 2, 0.5357, 1.0),
      (KnownGraphs.florentine, 1, 0.3846, 0.7000), (KnownGraphs.florentine, 2, 0.7051, 0.8667),
      (KnownGraphs.florentine, 3, 0.8636, 0.9333), (KnownGraphs.karate, 1, 0.3163, 0.7132),
      (KnownGraphs.karate, 3, 0.5699, 0.9853),
    ]
    for (graph, count, fragmentation, reach) in known {
      expectClose(try graph.keyPlayers(count, for: .fragmentation).score, fragmentation, 5e-5)
      expectClose(try graph.keyPlayers(count, for: .distanceWeightedReach).score, reach, 5e-5)
    }
  }

  @Test("Degenerate graphs and counts that cannot be")
  func degenerate() throws {
    let star = KnownGraphs.star(5)
    #expect(try star.keyPlayers(1, for: .fragmentation).nodes == [0])
    #expect(try star.keyPlayers(1, for: .fragmentation).score == 1)
    #expect(try star.keyPlayers(1, for: .reach(within: 1)).score == 1)
    #expect(try KnownGraphs.complete(4).keyPlayers(2, for: .fragmentation).score == 0)
    #expect(KnownGraphs.graph(1, []).fragmentation().isNaN)
    #expect(KnownGraphs.graph(0, []).distanceWeightedReach(of: []).isNaN)
    for (count, goal) in [
      (0, KeyPlayerGoal.distanceWeightedReach), (6, .distanceWeightedReach), (4, .fragmentation),
      (1, .reach(within: -1)),
    ] {
      #expect(throws: MeasureError.self) { try star.keyPlayers(count, for: goal) }
    }
    #expect(throws: MeasureError.self) {
      try star.keyPlayers(
        1, for: .distanceWeightedReach, execution: Execution(memoryLimit: 100))
    }
    let directed = KnownGraphs.path(4, isDirected: true)
    #expect(try directed.keyPlayers(1, for: .distanceWeightedReach).nodes == [0])
    #expect(
      try directed.keyPlayers(1, for: .distanceWeightedReach, direction: .incoming).nodes == [3])
  }

  @Test("The same at any number of threads")
  func threads() throws {
    let graph = largeRandomGraph(seed: 2, isDirected: false)
    for goal in [KeyPlayerGoal.distanceWeightedReach, .fragmentation] {
      let found = try [1, 2, 3, 8].map {
        try graph.keyPlayers(3, for: goal, effort: 2_000, execution: Execution(threads: $0))
      }
      #expect(found.allSatisfy { $0 == found[0] })
    }
  }
}
