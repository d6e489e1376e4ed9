import GraphMeasures
import GraphStructure
import Testing

@Suite("Command structure")
struct CommandStructureTests {
  /// The four measures from who reaches whom, pair by pair.
  private func measures(
    _ sample: RandomGraph
  ) -> (connected: Double, hierarchy: Double, efficiency: Double, least: Double, sna: Double) {
    let oracle = Oracle(sample)
    let nodes = 0..<sample.nodeCount
    let reach = oracle.distances().map { $0.map { $0 < Oracle.far } }
    let tied = oracle.isTied
    var joined = nodes.map { row in nodes.map { row == $0 || tied[row][$0] || tied[$0][row] } }
    for middle in nodes {
      for row in nodes where joined[row][middle] {
        for column in nodes where joined[middle][column] { joined[row][column] = true }
      }
    }
    let pairs = nodes.flatMap { first in nodes.filter { $0 < first }.map { (first, $0) } }
    let related = pairs.filter { reach[$0.0][$0.1] || reach[$0.1][$0.0] }
    let mutual = related.count { reach[$0.0][$0.1] && reach[$0.1][$0.0] }
    let sizes = Set(joined).map { $0.count { $0 } }
    let arcs = tied.joined().count { $0 }
    let needed = sizes.reduce(0) { $0 + $1 - 1 }
    let most = sizes.reduce(0) { $0 + $1 * ($1 - 1) }
    let bounds = pairs.filter { pair in
      joined[pair.0][pair.1] && joined[pair.0].count { $0 } > 2
    }.map { pair in nodes.filter { reach[$0][pair.0] && reach[$0][pair.1] } }
    let limit = sizes.filter { $0 > 2 }.reduce(0) { $0 + ($1 - 1) * ($1 - 2) / 2 }
    let least = bounds.count { all in !all.contains { one in all.allSatisfy { reach[$0][one] } } }
    let sna = bounds.count { all in !all.contains { one in all.allSatisfy { reach[one][$0] } } }
    return (
      pairs.isEmpty ? .nan : Double(pairs.count { joined[$0.0][$0.1] }) / Double(pairs.count),
      1 - Double(mutual) / Double(related.count),
      1 - Double(arcs - needed) / Double(most - needed),
      1 - Double(least) / Double(limit), 1 - Double(sna) / Double(limit)
    )
  }

  @Test("follows its definitions", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let found = try sample.graph.commandStructure()
    let expected = measures(sample)
    expectClose(found.connectedness, expected.connected)
    expectClose(found.hierarchy, expected.hierarchy)
    expectClose(found.efficiency, expected.efficiency)
    expectClose(found.leastUpperBoundedness, expected.least)
    expectClose(found.snaUpperBoundedness, expected.sna)
    let (moved, _) = shuffled(sample, seed: seed)
    let again = try moved.commandStructure()
    expectClose(again.leastUpperBoundedness, found.leastUpperBoundedness)
    expectClose(again.hierarchy, found.hierarchy)
  }

  @Test("An outtree is perfect; each arc that departs from it lowers what it should")
  func trees() throws {
    let edges = [(0, 1), (0, 2), (1, 3), (1, 4), (2, 5), (2, 6)]
    let tree = try KnownGraphs.graph(7, edges, isDirected: true).commandStructure()
    #expect(tree.connectedness == 1 && tree.hierarchy == 1 && tree.efficiency == 1)
    #expect(tree.leastUpperBoundedness == 1)
    // From 3 back to 1: of eleven pairs, as 3 now reaches 4, one is mutual; one arc of 42 − 6 too many.
    let back = try KnownGraphs.graph(7, edges + [(3, 1)], isDirected: true).commandStructure()
    expectClose(back.hierarchy, 10.0 / 11)
    expectClose(back.efficiency, 1 - 1.0 / 36)
    #expect(back.leastUpperBoundedness == 1)
    // Two heads of one: the heads have nobody above them.
    let heads = try KnownGraphs.graph(3, [(0, 2), (1, 2)], isDirected: true).commandStructure()
    #expect(heads.leastUpperBoundedness == 0)
    #expect(heads.hierarchy == 1)
    let cycle = try KnownGraphs.cycle(4, isDirected: true).commandStructure()
    #expect(cycle.hierarchy == 0 && cycle.leastUpperBoundedness == 1)
    let apart = try KnownGraphs.graph(4, [(0, 1), (2, 3)], isDirected: true).commandStructure()
    expectClose(apart.connectedness, 1.0 / 3)
    #expect(apart.efficiency == 1 && apart.leastUpperBoundedness.isNaN)
  }

  @Test("Graphs with hardly anything in them")
  func degenerate() throws {
    for count in 0..<3 {
      let found = try KnownGraphs.graph(count, [], isDirected: true).commandStructure()
      expectClose(found.connectedness, count < 2 ? .nan : 0)
      #expect(found.hierarchy.isNaN && found.efficiency.isNaN)
      #expect(found.leastUpperBoundedness.isNaN && found.snaUpperBoundedness.isNaN)
    }
    let complete = try KnownGraphs.complete(4).commandStructure()
    #expect(complete.hierarchy == 0 && complete.efficiency == 0)
    #expect(
      throws: MeasureError.memoryTooSmall(
        measure: "Command structure", needed: 160, limit: 100)
    ) { try KnownGraphs.kite.commandStructure(execution: Execution(memoryLimit: 100)) }
  }

  @Test("The same on 1, 2, 3 and 8 threads")
  func threads() throws {
    let graph = largeRandomGraph(seed: 48, isDirected: true)
    let first = try graph.commandStructure(execution: Execution(threads: 1))
    for threads in [2, 3, 8] {
      #expect(try graph.commandStructure(execution: Execution(threads: threads)) == first)
    }
  }
}
