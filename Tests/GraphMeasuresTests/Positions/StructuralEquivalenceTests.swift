import GraphMeasures
import GraphStructure
import Testing

@Suite("Structural equivalence")
struct StructuralEquivalenceTests {
  /// The two profiles of a pair, place by place.
  private func profiles(
    _ matrix: [[Double]], _ first: Int, _ second: Int, _ diagonal: ProfileDiagonal,
    isDirected: Bool
  ) -> (first: [Double], second: [Double]) {
    var (left, right): ([Double], [Double]) = ([], [])
    let transposed = matrix.indices.map { row in matrix.map { $0[row] } }
    for matrix in isDirected ? [matrix, transposed] : [matrix] {
      for place in matrix.indices {
        var other = place
        if place == first || place == second {
          if diagonal == .ignored { continue }
          if diagonal == .reciprocal { other = place == first ? second : first }
        }
        left.append(matrix[first][place])
        right.append(matrix[second][other])
      }
    }
    return (left, right)
  }

  private func compare(
    _ first: [Double], _ second: [Double], _ comparison: TieComparison
  ) -> Double {
    let pairs = Array(zip(first, second))
    switch comparison {
    case .euclidean:
      return pairs.reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    case .correlation: return correlation(first, second)
    case .jaccard:
      let either = pairs.count { $0.0 > 0 || $0.1 > 0 }
      return either == 0 ? 1 : Double(pairs.count { $0.0 > 0 && $0.1 > 0 }) / Double(either)
    case .matches: return Double(pairs.count { $0.0 == $0.1 }) / Double(pairs.count)
    }
  }

  @Test("compares profiles place by place", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    for values in EdgeValues.allCases {
      let matrix = tieMatrix(of: sample, values)
      for comparison in TieComparison.allCases {
        for diagonal in ProfileDiagonal.allCases {
          let found = try sample.graph.structuralEquivalence(
            by: comparison, diagonal: diagonal, values: values)
          for first in matrix.indices {
            #expect(found[first, first] == (comparison == .euclidean ? 0 : 1))
            for second in 0..<first {
              let pair = profiles(
                matrix, first, second, diagonal, isDirected: sample.isDirected)
              let expected = compare(pair.first, pair.second, comparison)
              expectClose(
                found[first, second], expected, 1e-9, "\(comparison) \(diagonal) \(values)")
              #expect(bits([found[second, first]]) == bits([found[first, second]]))
            }
          }
        }
      }
    }
  }

  @Test("A star's leaves are equivalent, its centre is not")
  func star() throws {
    let star = KnownGraphs.star(5)
    let distances = try star.structuralEquivalence()
    // Centre and leaf exchange their tie; the centre has three more.
    expectClose(distances.values, [3, 3, 0, 3, 0, 0, 3, 0, 0, 0].map { Double($0).squareRoot() })
    let likeness = try star.structuralEquivalence(by: .correlation, diagonal: .retained)
    expectClose(likeness.values, [-1, -1, 1, -1, 1, 1, -1, 1, 1, 1])
    #expect(try star.structuralEquivalence(by: .jaccard)[2, 4] == 1)
  }

  @Test("Nodes tied to each other can be equivalent only where the diagonal is exchanged")
  func diagonals() throws {
    let pair = KnownGraphs.graph(4, [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3)])
    #expect(try pair.structuralEquivalence()[0, 1] == 0)
    #expect(try pair.structuralEquivalence(diagonal: .ignored)[0, 1] == 0)
    expectClose(
      try pair.structuralEquivalence(diagonal: .retained)[0, 1], 2.0.squareRoot())
  }

  @Test("Twice the row, √2 the distance: undirected beside directed both ways")
  func bothWays() throws {
    let karate = KnownGraphs.karate
    let edges = karate.nodes.flatMap { node in karate.successors(of: node).map { (node, $0) } }
    let directed = KnownGraphs.graph(34, edges, isDirected: true)
    expectClose(
      try directed.structuralEquivalence().values,
      try karate.structuralEquivalence().values.map { $0 * 2.0.squareRoot() }, 1e-12)
    for comparison in [TieComparison.correlation, .jaccard, .matches] {
      expectClose(
        try directed.structuralEquivalence(by: comparison).values,
        try karate.structuralEquivalence(by: comparison).values, 1e-12)
    }
  }

  @Test("Numbering anew, reversal and unit strengths change nothing", arguments: RandomGraph.seeds)
  func laws(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let (moved, newNode) = shuffled(sample, seed: seed)
    let units = KnownGraphs.graph(
      sample.nodeCount, sample.edges.map { ($0.source, $0.target) },
      isDirected: sample.isDirected,
      strengths: sample.edges.map { _ in 1 }, parallelEdges: .keep)
    let single = KnownGraphs.graph(
      sample.nodeCount, sample.edges.map { ($0.source, $0.target) },
      isDirected: sample.isDirected)
    for comparison in TieComparison.allCases {
      let found = try sample.graph.structuralEquivalence(by: comparison)
      let after = try moved.structuralEquivalence(by: comparison)
      let reversed = try sample.graph.reversed.structuralEquivalence(by: comparison)
      expectClose(reversed.values, found.values)
      for first in sample.graph.nodes {
        for second in 0..<first {
          expectClose(after[newNode[first], newNode[second]], found[first, second])
        }
      }
      if Set(sample.edges.map { [$0.source, $0.target].sorted() }).count == sample.edges.count {
        #expect(
          bits(try units.structuralEquivalence(by: comparison, values: .strengths).values)
            == bits(try single.structuralEquivalence(by: comparison).values))
      }
    }
  }

  @Test("Graphs with hardly anything in them, and isolates")
  func degenerate() throws {
    for isDirected in [false, true] {
      for count in 0..<2 {
        let graph = KnownGraphs.graph(count, [], isDirected: isDirected)
        #expect(try graph.structuralEquivalence().values == [])
        #expect(try graph.structuralEquivalence().nodeCount == count)
      }
      let empty = KnownGraphs.graph(3, [], isDirected: isDirected)
      #expect(try empty.structuralEquivalence().values == [0, 0, 0])
      #expect(try empty.structuralEquivalence(by: .jaccard).values == [1, 1, 1])
      expectClose(
        try empty.structuralEquivalence(by: .correlation).values, [.nan, .nan, .nan])
      // Two nodes without a place to compare.
      let two = KnownGraphs.graph(2, [(0, 1)], isDirected: isDirected)
      expectClose(
        try two.structuralEquivalence(by: .matches, diagonal: .ignored).values, [.nan])
      let complete = KnownGraphs.complete(4, isDirected: isDirected)
      #expect(try complete.structuralEquivalence().values == [0, 0, 0, 0, 0, 0])
    }
    let negative = KnownGraphs.graph(2, [(0, 1)], strengths: [-1])
    #expect(throws: MeasureError.negativeStrength(-1, source: 0, target: 1)) {
      try negative.structuralEquivalence(values: .strengths)
    }
    let narrow = Execution(memoryLimit: 100)
    #expect(
      throws: MeasureError.memoryTooSmall(
        measure: "Structural equivalence", needed: 4488, limit: 100)
    ) { try KnownGraphs.karate.structuralEquivalence(execution: narrow) }
    expectClose(
      try empty(likenessOf: 3).differences.values, [1, 1, 1])
  }

  private func empty(likenessOf count: Int) throws -> PairValues {
    try KnownGraphs.graph(count, []).structuralEquivalence(by: .correlation)
  }

  @Test("The same bits on 1, 2, 3 and 8 threads; as many numbers when cancelled")
  func threads() throws {
    let graph = largeRandomGraph(seed: 31, isDirected: true)
    let first = try graph.structuralEquivalence(
      by: .correlation, values: .strengths, execution: Execution(threads: 1))
    for threads in [2, 3, 8] {
      let other = try graph.structuralEquivalence(
        by: .correlation, values: .strengths, execution: Execution(threads: threads))
      #expect(bits(other.values) == bits(first.values))
    }
    let cancelled = try graph.structuralEquivalence(execution: Execution(isCancelled: { true }))
    #expect(cancelled.values.count == 300 * 299 / 2)
  }
}
