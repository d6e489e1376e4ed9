import GraphMeasures
import GraphStructure
import Testing

@Suite("Regular equivalence")
struct RegularEquivalenceTests {
  /// REGE by its formula, over all nodes and not only those that are tied.
  private func rege(_ matrix: [[Double]], iterations: Int) -> [[Double]] {
    let nodes = matrix.indices
    var likeness = matrix.map { $0.map { _ in 1.0 } }
    let sums = nodes.map { node in
      nodes.reduce(0) { $0 + matrix[node][$1] + matrix[$1][node] }
    }
    func half(_ i: Int, _ j: Int) -> Double {
      nodes.reduce(0) { sum, k in
        sum
          + (nodes.map { m in
            likeness[k][m]
              * (min(matrix[i][k], matrix[j][m]) + min(matrix[k][i], matrix[m][j]))
          }.max() ?? 0)
      }
    }
    for _ in 0..<iterations {
      likeness = nodes.map { i in
        nodes.map { j in
          if i == j { return 1 }
          return sums[i] + sums[j] > 0 ? (half(i, j) + half(j, i)) / (sums[i] + sums[j]) : 1
        }
      }
    }
    return likeness
  }

  @Test("follows its formula", arguments: RandomGraph.seeds)
  func oracle(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    for values in EdgeValues.allCases {
      for iterations in [1, 3] {
        let expected = rege(tieMatrix(of: sample, values), iterations: iterations)
        let found = try sample.graph.regularEquivalence(iterations: iterations, values: values)
        for first in expected.indices {
          for second in expected.indices {
            expectClose(found[first, second], expected[first][second], 1e-9, "\(iterations)")
          }
        }
        #expect(found.values.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-12 })
      }
    }
  }

  /// A manager above two, each above one or two workers: Borgatti and Everett's kind of example.
  ///
  /// Those of a level are regularly equivalent whatever their numbers.
  @Test("Levels of a hierarchy are equivalent, whoever has more below them")
  func hierarchy() throws {
    let tree = KnownGraphs.graph(
      6, [(0, 1), (0, 2), (1, 3), (1, 4), (2, 5)], isDirected: true)
    let likeness = try tree.regularEquivalence(iterations: 10)
    #expect(likeness[1, 2] == 1)
    #expect(likeness[3, 4] == 1 && likeness[3, 5] == 1)
    for (first, second) in [(0, 1), (0, 3), (1, 3), (2, 5)] {
      #expect(likeness[first, second] < 0.9, "\(first) \(second)")
    }
  }

  /// As the manual of UCINET says of undirected data.
  @Test("Without directions all that have ties are equivalent, isolates only with isolates")
  func undirected() throws {
    let graph = KnownGraphs.graph(6, [(0, 1), (1, 2), (2, 0), (2, 3)])
    let likeness = try graph.regularEquivalence()
    for first in 0..<6 {
      for second in 0..<first {
        #expect(likeness[first, second] == ((first < 4) == (second < 4) ? 1 : 0))
      }
    }
  }

  @Test("Numbering anew and reversal change nothing", arguments: RandomGraph.seeds)
  func laws(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let (moved, newNode) = shuffled(sample, seed: seed)
    let found = try sample.graph.regularEquivalence(values: .strengths)
    let after = try moved.regularEquivalence(values: .strengths)
    expectClose(
      try sample.graph.reversed.regularEquivalence(values: .strengths).values, found.values)
    for first in sample.graph.nodes {
      for second in 0..<first {
        expectClose(after[newNode[first], newNode[second]], found[first, second])
      }
    }
  }

  @Test("Graphs with hardly anything in them, and wrong numbers")
  func degenerate() throws {
    #expect(try KnownGraphs.graph(0, []).regularEquivalence().values == [])
    #expect(try KnownGraphs.graph(1, [(0, 0)]).regularEquivalence().values == [])
    #expect(try KnownGraphs.graph(3, []).regularEquivalence().values == [1, 1, 1])
    #expect(
      throws: MeasureError.parameterOutOfRange(
        name: "iterations", value: 0, allowed: "at least 1")
    ) { try KnownGraphs.kite.regularEquivalence(iterations: 0) }
    let negative = KnownGraphs.graph(2, [(0, 1)], strengths: [-1])
    #expect(throws: MeasureError.negativeStrength(-1, source: 0, target: 1)) {
      try negative.regularEquivalence(values: .strengths)
    }
  }

  @Test("The same bits on 1, 2, 3 and 8 threads; as many numbers when cancelled")
  func threads() throws {
    let graph = largeRandomGraph(seed: 32, isDirected: true)
    let first = try graph.regularEquivalence(
      values: .strengths, execution: Execution(threads: 1))
    for threads in [2, 3, 8] {
      let other = try graph.regularEquivalence(
        values: .strengths, execution: Execution(threads: threads))
      #expect(bits(other.values) == bits(first.values))
    }
    let cancelled = try graph.regularEquivalence(execution: Execution(isCancelled: { true }))
    #expect(cancelled.values.count == 300 * 299 / 2)
  }
}
