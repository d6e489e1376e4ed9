import GraphMeasures
import GraphStructure
import Testing

@Suite struct BridgeTests {
  /// For every pair of different groups the share of its shortest paths through each node.
  @Test(arguments: RandomGraph.seeds) func crossingBetweennessByItsDefinition(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    let groups = GroupTiesTests.groups(sample.nodeCount, count: 3, seed: seed)
    let distance = Oracle(sample).distances()
    let paths = Oracle(sample).pathCounts(byTenths: false)
    let expected = (0..<sample.nodeCount).map { node in
      var sum = 0.0
      for source in 0..<sample.nodeCount where source != node && groups[source] != nil {
        for target in 0..<sample.nodeCount where target != node && groups[target] != nil {
          guard groups[source] != groups[target], distance[source][target] < Oracle.far,
            distance[source][node] + distance[node][target] == distance[source][target]
          else { continue }
          sum += paths[source][node] * paths[node][target] / paths[source][target]
        }
      }
      return sample.isDirected ? sum : sum / 2
    }
    expectClose(sample.graph.crossingBetweenness(between: groups), expected)
  }

  @Test func everyNodeItsOwnGroupGivesBetweenness() {
    let own: [Int?] = KnownGraphs.karate.nodes.map { $0 }
    expectClose(
      KnownGraphs.karate.crossingBetweenness(between: own),
      KnownGraphs.karate.betweenness(scaling: .raw))
    let one = [Int?](repeating: 0, count: 34)
    #expect(KnownGraphs.karate.crossingBetweenness(between: one).allSatisfy { $0 == 0 })
  }

  @Test func crossingBetweennessOnAnyNumberOfThreads() {
    let graph = largeRandomGraph(seed: 5, isDirected: false)
    let groups = GroupTiesTests.groups(graph.nodeCount, count: 4, seed: 5)
    let one = graph.crossingBetweenness(between: groups, execution: Execution(threads: 1))
    #expect(one.contains { $0 > 0 })
    for threads in [2, 3, 8] {
      let other = graph.crossingBetweenness(between: groups, execution: Execution(threads: threads))
      #expect(bits(one) == bits(other))
    }
  }

  /// How many nodes of other groups lie within some steps of each node, together.
  private func reach(_ isTied: [[Bool]], _ groups: [Int?], limit: Int) -> Int {
    var sum = 0
    for source in isTied.indices {
      var found: Set = [source]
      for _ in 0..<limit {
        found.formUnion(found.flatMap { node in isTied.indices.filter { isTied[node][$0] } })
      }
      if let group = groups[source] {
        sum += found.count { groups[$0] != nil && groups[$0] != group }
      }
    }
    return sum
  }

  @Test(arguments: RandomGraph.seeds) func bestBridgeIsTheBestOfAll(seed: UInt64) {
    let sample = RandomGraph(undirecting: RandomGraph(seed: seed))
    let groups = GroupTiesTests.groups(sample.nodeCount, count: 2, seed: seed)
    let isTied = Oracle(sample).isTied
    for limit in 1...4 {
      let before = reach(isTied, groups, limit: limit)
      let search = BridgeSearch(in: sample.graph, groups: groups, count: 2, steps: limit)
      #expect(sample.graph.nodes.reduce(0) { $0 + search.reach(of: $1) } == before)
      var best: [Int]?
      for first in sample.graph.nodes where groups[first] == 0 {
        for second in sample.graph.nodes where groups[second] == 1 && !isTied[first][second] {
          var more = isTied
          (more[first][second], more[second][first]) = (true, true)
          let gain = reach(more, groups, limit: limit) - before
          #expect(search.gain(first, second) == gain, "seed \(seed), limit \(limit)")
          if gain > best?[2] ?? -1 { best = [first, second, gain] }
        }
      }
      let found = search.best(between: 0, and: 1)
      #expect(found.map { [$0.first, $0.second, $0.gain] } == best, "seed \(seed), limit \(limit)")
      #expect(found?.isExact ?? true)
    }
  }

  /// Two stars of 150 nodes: 22,500 pairs are too many, and their centres are tried anyway.
  @Test func largeGroupsTryTheHighestDegrees() {
    let edges = (1..<150).flatMap { [(0, $0), (150, 150 + $0)] }
    let graph = KnownGraphs.graph(300, edges)
    let groups = (0..<300).map { $0 / 150 }
    for threads in [1, 2, 3, 8] {
      let best = BridgeSearch(in: graph, groups: groups, count: 2, steps: 2)
        .best(between: 0, and: 1, execution: Execution(threads: threads))
      // Each centre gets to all 150 of the other star, each of 149 leaves to the other centre.
      #expect(best.map { [$0.first, $0.second, $0.gain] } == [0, 150, 2 * (150 + 149)])
      #expect(best?.isExact == false)
    }
  }

  @Test func noBridgeIsLeft() {
    let search = BridgeSearch(
      in: KnownGraphs.complete(4), groups: [0, 0, 1, nil], count: 3, steps: 2)
    #expect(search.best(between: 0, and: 1) == nil)
    #expect(search.best(between: 0, and: 2) == nil)
  }
}
