import GraphMeasures
import GraphStructure
import Testing

@Suite("CONCOR")
struct ConcorTests {
  /// Iterated correlations of the columns of a stacked matrix, by plain loops.
  private func halves(_ columns: [[Double]]) -> [Bool]? {
    var table = columns.map { first in columns.map { correlation(first, $0) } }
    for _ in 0..<200 where !table.joined().allSatisfy({ abs($0) > 1 - 1e-9 }) {
      table = table.map { first in table.map { correlation(first, $0) } }
    }
    guard table.joined().allSatisfy({ abs($0) > 1 - 1e-9 }) else { return nil }
    return table[0].map { $0 > 0 }
  }

  /// Where profiles are random numbers, nothing is undefined or balanced, and every node differs.
  @Test("divides by the signs of iterated correlations", arguments: UInt64(0)..<30)
  func oracle(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let count = Int.random(in: 4...12, using: &generator)
    let edges = (0..<count).flatMap { node in
      (0..<count).filter { $0 != node }.map { (node, $0) }
    }
    let strengths = edges.map { _ in Double.random(in: 0...1, using: &generator) }
    let graph = KnownGraphs.graph(count, edges, isDirected: true, strengths: strengths)
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for (edge, strength) in zip(edges, strengths) { matrix[edge.0][edge.1] = strength }
    let columns = (0..<count).map { node in matrix[node] + matrix.map { $0[node] } }
    let first = try #require(halves(columns))
    let levels = try graph.concor(splits: 2, values: .strengths)
    #expect(levels.count == 2)
    #expect(levels[0] == Partition(first))
    var names = [String](repeating: "", count: count)
    for side in [true, false] {
      let members = (0..<count).filter { first[$0] == side }
      let parts = members.count > 1 ? try #require(halves(members.map { columns[$0] })) : [true]
      for (node, part) in zip(members, parts) { names[node] = "\(side) \(part)" }
    }
    #expect(levels[1] == Partition(names))
    let reversed = try graph.reversed.concor(splits: 2, values: .strengths)
    #expect(reversed == levels)
  }

  @Test("Two sides, core and periphery, levels")
  func shapes() throws {
    // Four buyers and three sellers, each tied to all of the other side.
    let sides = KnownGraphs.graph(7, (0..<4).flatMap { buyer in (4..<7).map { (buyer, $0) } })
    #expect(try sides.concor(splits: 1) == [Partition([0, 0, 0, 0, 1, 1, 1])])
    // Equivalent nodes are never parted.
    #expect(try sides.concor(splits: 3).last == Partition([0, 0, 0, 0, 1, 1, 1]))
    #expect(try KnownGraphs.star(6).concor(splits: 1) == [Partition([0, 1, 1, 1, 1, 1])])
    let levels = KnownGraphs.graph(
      6, [(0, 2), (0, 3), (1, 2), (1, 3), (2, 4), (2, 5), (3, 4), (3, 5)], isDirected: true)
    let last = try #require(try levels.concor(splits: 2).last)
    #expect(last == Partition([0, 0, 1, 1, 2, 2]))
  }

  @Test("A ring, whose nodes nothing tells apart, stays whole")
  func balanced() throws {
    for count in [3, 4, 7] {
      let levels = try KnownGraphs.complete(count).concor(splits: 2)
      #expect(levels.allSatisfy { $0.count == 1 || $0.count == count })
    }
    #expect(try KnownGraphs.cycle(5).concor(splits: 1)[0].count == 1)
  }

  @Test("Isolates are together, and graphs with hardly anything in them stay whole")
  func degenerate() throws {
    let apart = KnownGraphs.graph(7, (0..<2).flatMap { first in (2..<5).map { (first, $0) } })
    let levels = try apart.concor(splits: 3)
    let last = try #require(levels.last)
    #expect(last.labels[5] == last.labels[6])
    #expect(last.labels[0] == last.labels[1] && last.labels[0] != last.labels[2])
    for count in 0..<3 {
      let graph = KnownGraphs.graph(count, [], isDirected: true)
      #expect(try graph.concor(splits: 1) == [Partition([Int](repeating: 0, count: count))])
    }
    #expect(
      throws: MeasureError.parameterOutOfRange(name: "splits", value: 0, allowed: "at least 1")
    ) { try KnownGraphs.kite.concor(splits: 0) }
    #expect(throws: MeasureError.self) { try KnownGraphs.karate.concor(iterationLimit: 1) }
    let negative = KnownGraphs.graph(2, [(0, 1)], strengths: [-1])
    #expect(throws: MeasureError.negativeStrength(-1, source: 0, target: 1)) {
      try negative.concor(values: .strengths)
    }
  }

  @Test("The same on 1, 2, 3 and 8 threads; numbering anew moves positions along")
  func threads() throws {
    // Enough nodes for several chunks.
    var generator = SplitMix64(seed: 5)
    let count = 60
    let drawn = (0..<240).map { _ in
      (Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator))
    }
    let graph = KnownGraphs.graph(
      count, drawn, isDirected: true,
      strengths: drawn.map { _ in Double.random(in: 0.1...3, using: &generator) })
    let first = try graph.concor(values: .strengths, execution: Execution(threads: 1))
    for threads in [2, 3, 8] {
      #expect(
        try graph.concor(values: .strengths, execution: Execution(threads: threads)) == first)
    }
    let newNode = Array(graph.nodes).shuffled(using: &generator)
    let edges = graph.nodes.flatMap { node in graph.successors(of: node).map { (node, $0) } }
    let moved = KnownGraphs.graph(
      count, edges.map { (newNode[$0.0], newNode[$0.1]) }, isDirected: true,
      strengths: graph.outgoing.strengths?.array)
    let after = try moved.concor(values: .strengths)
    #expect(after.map { level in Partition(newNode.map { level.labels[$0] }) } == first)
    let cancelled = try graph.concor(execution: Execution(isCancelled: { true }))
    #expect(cancelled.allSatisfy { $0.labels.count == count })
  }
}
