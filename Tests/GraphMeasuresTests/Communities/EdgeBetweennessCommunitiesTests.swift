import GraphMeasures
import GraphStructure
import Testing

@Suite("Communities by edge betweenness")
struct EdgeBetweennessCommunitiesTests {
  /// Girvan and Newman (2002) put all but Zachary's 3 on the side that he or she took; Newman and
  /// Girvan (2004), as igraph, find the greatest modularity, 0.4013, with five communities.
  @Test("Karate club")
  func karate() throws {
    let removals = try KnownGraphs.karate.edgeBetweennessCommunities()
    let two = try #require(removals.levels.first { $0.partition.count == 2 })
    let officer = [9, 10, 15, 16, 19, 21, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 3]
    let sides = (1...34).map { officer.contains($0) }
    #expect(two.partition == Partition(sides.map { $0 ? 1 : 0 }))
    let best = try #require(removals.best)
    #expect(best.partition.count == 5)
    expectClose(best.modularity, 0.4012985, 1e-6)
    #expect(removals.edges.count == 78)
    #expect(removals.edges[0] == (0, 31))
    #expect(removals.levels.last?.partition.count == 34)
    let stopped = try KnownGraphs.karate.edgeBetweennessCommunities(groups: 2)
    #expect(stopped.levels.last == two)
  }

  /// Removes the best edge of the whole, scored by the oracle, again and again.
  @Test("removes the edge that most paths run along", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let found = try sample.graph.edgeBetweennessCommunities()
    var left = Set(
      sample.edges.filter { $0.source != $0.target }.map { edge in
        [min(edge.source, edge.target), max(edge.source, edge.target)]
      })
    for removed in found.edges {
      let graph = RandomGraph(
        nodeCount: sample.nodeCount, undirected: left.map { ($0[0], $0[1]) })
      let scores = Oracle(graph).edgeBetweenness(byTenths: false)
      let greatest = left.map { scores[$0[0]][$0[1]] }.max() ?? 0
      let leading = left.filter { scores[$0[0]][$0[1]] >= greatest * (1 - 1e-9) }
      #expect(leading.min { ($0[0], $0[1]) < ($1[0], $1[1]) } == [removed.source, removed.target])
      left.remove([removed.source, removed.target])
    }
    #expect(left.isEmpty)
    let counts = found.levels.map(\.partition.count)
    #expect(counts == counts.sorted() && Set(counts).count == counts.count)
    #expect(counts.last == sample.nodeCount)
    for level in found.levels {
      let rest = KnownGraphs.graph(
        sample.nodeCount, found.edges.dropFirst(level.removedCount).map { ($0.source, $0.target) })
      #expect(Partition(rest.components().labels) == level.partition)
    }
  }

  @Test("Two triangles part at their bridge; equal scores go by their ends")
  func shapes() throws {
    let barbell = KnownGraphs.graph(
      6, [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (3, 5), (4, 5)], strengths: [1, 1, 1, 9, 1, 1, 1])
    let removals = try barbell.edgeBetweennessCommunities()
    #expect(removals.edges[0] == (2, 3))
    #expect(removals.best?.partition == Partition([0, 0, 0, 1, 1, 1]))
    expectClose(removals.best?.modularity ?? .nan, 6.0 / 7 - 0.5)
    let ring = try KnownGraphs.cycle(5).edgeBetweennessCommunities()
    #expect(ring.edges[0] == (0, 1))
    // Without directions, loops and parallels it is the same.
    let noisy = KnownGraphs.graph(
      6,
      [(0, 1), (2, 0), (2, 1), (2, 3), (3, 2), (3, 4), (5, 3), (4, 5), (4, 4), (0, 1)],
      isDirected: true, parallelEdges: .keep)
    #expect(try noisy.edgeBetweennessCommunities() == removals)
  }

  @Test("Graphs with hardly anything in them, and wrong numbers")
  func degenerate() throws {
    let none = try KnownGraphs.graph(0, []).edgeBetweennessCommunities()
    #expect(none.best == nil && none.edges.isEmpty)
    let isolates = try KnownGraphs.graph(3, [(0, 0)]).edgeBetweennessCommunities()
    #expect(isolates.levels.map(\.partition.count) == [3])
    for groups in [0, 11] {
      #expect(
        throws: MeasureError.parameterOutOfRange(
          name: "groups", value: Double(groups), allowed: "from 1 to 10")
      ) { try KnownGraphs.kite.edgeBetweennessCommunities(groups: groups) }
    }
  }

  @Test("The same on 1, 2, 3 and 8 threads; what there is when cancelled")
  func threads() throws {
    let first = try KnownGraphs.kite.edgeBetweennessCommunities(execution: Execution(threads: 1))
    for threads in [2, 3, 8] {
      #expect(
        try KnownGraphs.kite.edgeBetweennessCommunities(execution: Execution(threads: threads))
          == first)
    }
    let cancelled = try KnownGraphs.kite.edgeBetweennessCommunities(
      execution: Execution(isCancelled: { true }))
    #expect(cancelled.levels.count == 1 && cancelled.edges.isEmpty)
  }
}
