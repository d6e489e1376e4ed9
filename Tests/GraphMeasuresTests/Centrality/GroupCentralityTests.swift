import GraphMeasures
import GraphStructure
import Testing

@Suite("Centrality of groups")
struct GroupCentralityTests {
  private func both(_ centrality: GroupCentrality) -> [Double] {
    [centrality.raw, centrality.scaled]
  }

  @Test("A path of five with one and with two members (networkx)")
  func path() {
    let path = KnownGraphs.path(5)
    #expect(path.groupBetweenness(of: [1]).raw == 3)
    // Of the pairs of 0, 2 and 4, those of 0 pass 1 and that of 2 and 4 passes 3.
    #expect(path.groupBetweenness(of: [3, 1]).raw == 3)
    #expect(path.groupBetweenness(of: [3, 1]).scaled == 1)
    // From the nearest of 0 and 2: 1 is 1 step away, 3 is 1, 4 is 2.
    #expect(path.groupCloseness(of: [0, 2]).raw == 0.75)
    #expect(both(path.groupDegree(of: [1, 2])) == [2, 2.0 / 3])
  }

  @Test("A star's centre reaches all at once; its leaves nothing beyond the centre")
  func star() {
    let star = KnownGraphs.star(6)
    #expect(both(star.groupDegree(of: [0, 3])) == [4, 1])
    #expect(both(star.groupCloseness(of: [0, 3])) == [1, 1])
    #expect(both(star.groupBetweenness(of: [0, 3])) == [6, 1])
    #expect(both(star.groupBetweenness(of: [1, 2])) == [0, 0])
    #expect(both(star.groupDegree(of: [1, 2])) == [1, 0.25])
  }

  @Test("follow their definitions", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    let (graph, oracle) = (sample.graph, Oracle(sample))
    let (distance, tied) = (oracle.distances(), oracle.isTied)
    var generator = SplitMix64(seed: seed + 500)
    let group = graph.nodes.filter { _ in Bool.random(using: &generator) }
    let outside = graph.nodes.filter { !group.contains($0) }
    // Every shortest path, by following every step that leads nearer; how many meet the group?
    func paths(_ source: Int, _ target: Int, avoiding: Bool) -> Double {
      if avoiding, group.contains(source) { return 0 }
      if source == target { return 1 }
      return graph.nodes.reduce(0) { sum, next in
        tied[source][next] && distance[next][target] + 1 == distance[source][target]
          ? sum + paths(next, target, avoiding: avoiding) : sum
      }
    }
    var between = 0.0
    for source in outside {
      for target in outside where target != source && distance[source][target] < Oracle.far {
        between +=
          1 - paths(source, target, avoiding: true) / paths(source, target, avoiding: false)
      }
    }
    if !graph.isDirected { between /= 2 }
    expectClose(graph.groupBetweenness(of: group).raw, between)
    for direction in Direction.allCases {
      func steps(_ member: Int, _ other: Int) -> Int {
        direction == .outgoing ? distance[member][other] : distance[other][member]
      }
      let nearest = outside.map { other in group.map { steps($0, other) }.min() ?? Oracle.far }
      let reached = nearest.filter { $0 < Oracle.far }
      let closeness = graph.groupCloseness(of: group, direction: direction)
      let sum = Double(reached.reduce(0, +))
      expectClose(closeness.raw, reached.isEmpty ? 0 : Double(reached.count) / sum)
      expectClose(
        closeness.scaled,
        outside.isEmpty
          ? .nan
          : reached.isEmpty
            ? 0 : Double(reached.count * reached.count) / sum / Double(outside.count))
      let degree = graph.groupDegree(of: group, direction: direction)
      #expect(degree.raw == Double(nearest.count { $0 == 1 }))
      expectClose(
        degree.scaled,
        outside.isEmpty ? .nan : Double(nearest.count { $0 == 1 }) / Double(outside.count))
    }
  }

  @Test("A group of one scores as its node does", arguments: RandomGraph.seeds)
  func single(seed: UInt64) {
    let graph = RandomGraph(seed: seed).graph
    let betweenness = graph.betweenness(scaling: .raw)
    let closeness = graph.closeness().scores
    for node in graph.nodes {
      expectClose(graph.groupBetweenness(of: [node]).raw, betweenness[node])
      if graph.nodeCount > 1 {
        expectClose(graph.groupCloseness(of: [node, node]).scaled, closeness[node])
      }
      expectClose(
        graph.reversed.groupBetweenness(of: [node]).raw, betweenness[node])
    }
  }

  @Test("Numbering anew changes nothing", arguments: RandomGraph.seeds)
  func relabelling(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    let (moved, newNode) = shuffled(sample, seed: seed)
    let group = sample.graph.nodes.filter { $0 % 3 == 0 }
    let movedGroup = group.map { newNode[$0] }
    expectClose(
      moved.groupBetweenness(of: movedGroup).raw, sample.graph.groupBetweenness(of: group).raw)
    #expect(moved.groupDegree(of: movedGroup).raw == sample.graph.groupDegree(of: group).raw)
    expectClose(
      moved.groupCloseness(of: movedGroup).raw, sample.graph.groupCloseness(of: group).raw)
  }

  /// In a chain of 1 100 diamonds there are 2¹¹⁰⁰ shortest paths; half of them avoid one corner.
  @Test("Path counts that no Double can hold")
  func countless() {
    let diamonds = 1100
    let edges = (0..<diamonds).flatMap { index in
      let start = 3 * index
      return [
        (start, start + 1), (start, start + 2), (start + 1, start + 3), (start + 2, start + 3),
      ]
    }
    let chain = KnownGraphs.graph(3 * diamonds + 1, edges)
    let corner = chain.groupBetweenness(of: [1, 4])
    #expect(corner.raw.isFinite && corner.raw > 0)
    expectClose(
      chain.groupBetweenness(of: [1]).raw, chain.betweenness(scaling: .raw)[1], 1e-9)
  }

  @Test("Groups of none and of all, graphs with hardly anything in them")
  func degenerate() {
    let kite = KnownGraphs.kite
    #expect(both(kite.groupDegree(of: [])) == [0, 0])
    #expect(both(kite.groupCloseness(of: [])) == [0, 0])
    #expect(kite.groupBetweenness(of: []).raw == 0)
    let all = Array(kite.nodes)
    #expect(kite.groupDegree(of: all).raw == 0 && kite.groupDegree(of: all).scaled.isNaN)
    #expect(kite.groupCloseness(of: all).raw == 0 && kite.groupCloseness(of: all).scaled.isNaN)
    #expect(kite.groupBetweenness(of: all).raw == 0)
    #expect(kite.groupBetweenness(of: all.dropLast()).scaled.isNaN)
    #expect(KnownGraphs.graph(0, []).groupBetweenness(of: []).raw == 0)
    let apart = KnownGraphs.graph(4, [(0, 0), (0, 1)])
    #expect(apart.groupCloseness(of: [0]).scaled == 1.0 / 3)
    #expect(KnownGraphs.complete(5).groupBetweenness(of: [0, 1]).raw == 0)
    #expect(KnownGraphs.cycle(6).groupBetweenness(of: [0, 3]).scaled == 4.0 / 6)
  }

  @Test("The same bits on 1, 2, 3 and 8 threads")
  func threads() {
    let graph = largeRandomGraph(seed: 41, isDirected: true)
    let group = Array(0..<20)
    let first = graph.groupBetweenness(of: group, execution: Execution(threads: 1))
    for threads in [2, 3, 8] {
      let other = graph.groupBetweenness(of: group, execution: Execution(threads: threads))
      #expect(bits([other.raw, other.scaled]) == bits([first.raw, first.scaled]))
    }
  }
}
