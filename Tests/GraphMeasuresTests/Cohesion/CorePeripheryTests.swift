import GraphMeasures
import GraphStructure
import Testing

@Suite("Core and periphery")
struct CorePeripheryTests {
  /// The correlation with an ideal, from its definition.
  private func fit(_ matrix: DyadMatrix, _ isCore: [Bool], _ pattern: CorePattern) -> Double {
    var (left, right): ([Double], [Double]) = ([], [])
    for row in 0..<matrix.nodeCount {
      for column in 0..<matrix.nodeCount where row != column {
        if pattern == .betweenIgnored, isCore[row] != isCore[column] { continue }
        left.append(matrix[row, column])
        right.append(isCore[row] || isCore[column] ? 1 : 0)
      }
    }
    return Set(left).count < 2 || Set(right).count < 2 ? .nan : pearson(left, right)
  }

  private func subsets(_ count: Int) -> [[Bool]] {
    (0..<(1 << count)).map { number in (0..<count).map { number >> $0 & 1 == 1 } }
  }

  @Test("Krackhardt's kite, by trying all cores in Python")
  func kite() throws {
    let reaching = try KnownGraphs.kite.corePeriphery()
    expectClose(reaching.fit, 0.32732683535398865)
    #expect(reaching.isExact)
    let ignored = try KnownGraphs.kite.corePeriphery(pattern: .betweenIgnored)
    expectClose(ignored.fit, 0.6)
    // scipy's L-BFGS-B from twenty starts finds this.
    let continuous = try KnownGraphs.kite.continuousCore()
    expectClose(continuous.fit, 0.6086816815313989, 1e-8)
    let scores = [
      0.33275, 0.33275, 0.25262, 0.60095, 0.25262, 0.3731, 0.3731, 0.10668, 0, 0,
    ]
    #expect(zip(continuous.scores, scores).allSatisfy { abs($0 - $1) < 1e-4 })
  }

  @Test("An ideal core and periphery fits wholly")
  func ideal() throws {
    // 0–2 know everyone, the others only those.
    var edges: [(source: Int, target: Int)] = []
    for core in 0..<3 { for other in (core + 1)..<30 { edges.append((core, other)) } }
    for isDirected in [false, true] {
      let arcs = isDirected ? edges + edges.map { ($0.target, $0.source) } : edges
      let graph = KnownGraphs.graph(30, arcs, isDirected: isDirected)
      let found = try graph.corePeriphery(starts: 3)
      expectClose(found.fit, 1)
      #expect(found.isCore == (0..<30).map { $0 < 3 } && !found.isExact && found.coreSize == 3)
      #expect(found.coreDensity == 1 && found.betweenDensity == 1 && found.peripheryDensity == 0)
    }
    let star = try KnownGraphs.star(6).corePeriphery()
    expectClose(star.fit, 1)
    #expect(star.isCore == [true, false, false, false, false, false])
    expectClose(try KnownGraphs.star(6).continuousCore().fit, 1, 1e-6)
  }

  @Test("The best of all cores, as trying them says", arguments: RandomGraph.seeds)
  func exhaustive(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    guard sample.nodeCount <= 8 else { return }
    let values: EdgeValues = seed % 3 == 0 ? .strengths : .ones
    let matrix = DyadMatrix(sample.graph, values)
    for pattern in CorePattern.allCases {
      let found = try sample.graph.corePeriphery(pattern: pattern, values: values)
      let best = subsets(sample.nodeCount).map { fit(matrix, $0, pattern) }.filter { !$0.isNaN }
        .max()
      expectClose(found.fit, best ?? .nan)
      if best == nil {
        #expect(!found.isCore.contains(true))
      } else {
        expectClose(fit(matrix, found.isCore, pattern), found.fit)
      }
    }
  }

  @Test("The degree order makes the fewest errors", arguments: RandomGraph.seeds)
  func fewestErrors(seed: UInt64) {
    let sample = RandomGraph(seed: seed)
    guard sample.nodeCount <= 9 else { return }
    let tied = Oracle(sample).isTied
    func errors(_ isCore: [Bool]) -> Int {
      (0..<sample.nodeCount).reduce(0) { sum, high in
        (0..<high).reduce(sum) { sum, low in
          let isTied = tied[low][high] || tied[high][low]
          if isCore[low] && isCore[high] { return sum + (isTied ? 0 : 1) }
          return sum + (!isCore[low] && !isCore[high] && isTied ? 1 : 0)
        }
      }
    }
    let found = sample.graph.coreWithFewestErrors()
    #expect(found.errorCount == subsets(sample.nodeCount).map(errors).min())
    #expect(errors(found.isCore) == found.errorCount)
  }

  @Test("The search of large graphs is no worse than the degree order or a peer")
  func search() throws {
    let karate = try KnownGraphs.karate.corePeriphery()
    // cpnet 0.0.21, the best of sixty runs of its Kernighan–Lin search: 0.27177.
    #expect(karate.fit >= 0.2717700518585926)
    expectClose(karate.fit, fit(DyadMatrix(KnownGraphs.karate), karate.isCore, .coreReachesAll))
    #expect(!karate.isExact)
    let planted = largeRandomGraph(seed: 3, isDirected: false)
    let found = try planted.corePeriphery(starts: 2)
    let byErrors = planted.coreWithFewestErrors().isCore
    let simple = DyadMatrix(planted)
    #expect(found.fit >= fit(simple, byErrors, .coreReachesAll))
  }

  @Test(
    "Continuous scores are what they claim, and none near them fits better",
    arguments: [3, 9, 14, 21])
  func continuous(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    guard sample.nodeCount > 3, !sample.isDirected || seed == 3 else { return }
    let graph = sample.graph.undirected
    let matrix = DyadMatrix(graph, .strengths)
    func fit(_ scores: [Double]) -> Double {
      var (left, right): ([Double], [Double]) = ([], [])
      for row in scores.indices {
        for column in scores.indices where row != column {
          left.append(matrix[row, column])
          right.append(scores[row] * scores[column])
        }
      }
      return pearson(left, right)
    }
    let found = try graph.continuousCore(values: .strengths)
    guard !found.fit.isNaN else { return }
    expectClose(fit(found.scores), found.fit, 1e-6)
    expectClose(found.scores.reduce(0) { $0 + $1 * $1 }, 1)
    for node in found.scores.indices {
      for change in [0.9, 1.1] {
        var near = found.scores
        near[node] *= change
        #expect(!(fit(near) > found.fit + 1e-9))
      }
    }
  }

  @Test("Where all pairs are alike there is no core")
  func degenerate() throws {
    for graph in [
      KnownGraphs.graph(0, []), KnownGraphs.graph(1, []), KnownGraphs.graph(2, []),
      KnownGraphs.graph(25, []), KnownGraphs.complete(6), KnownGraphs.complete(24),
      KnownGraphs.complete(5, isDirected: true),
    ] {
      let found = try graph.corePeriphery(starts: 2)
      #expect(found.fit.isNaN && found.coreSize == 0 && found.isCore.count == graph.nodeCount)
      let continuous = try graph.continuousCore()
      #expect(continuous.fit.isNaN && continuous.scores.allSatisfy(\.isNaN))
    }
    let cycle = try KnownGraphs.cycle(6).continuousCore()
    #expect(!cycle.fit.isNaN && cycle.scores.allSatisfy { $0 >= 0 })
    #expect(throws: MeasureError.self) { try KnownGraphs.kite.corePeriphery(starts: 0) }
    #expect(throws: MeasureError.self) { try KnownGraphs.kite.continuousCore(tolerance: 0) }
    #expect(throws: MeasureError.self) { try KnownGraphs.karate.continuousCore(sweepLimit: 1) }
  }

  @Test("A cancelled search hands back as many entries as nodes")
  func cancelled() throws {
    let graph = largeRandomGraph(seed: 5, isDirected: false)
    let execution = Execution(threads: 2, isCancelled: { true })
    #expect(try graph.corePeriphery(execution: execution).isCore.count == 300)
    #expect(try graph.continuousCore(execution: execution).scores.count == 300)
  }

  @Test("The same bits on 1, 2, 3 and 8 threads")
  func threads() throws {
    let graph = largeRandomGraph(seed: 5, isDirected: true)
    let expected = try graph.corePeriphery(starts: 4, execution: Execution(threads: 1))
    let scores = try graph.continuousCore(
      starts: 3, tolerance: 1e-6, execution: Execution(threads: 1))
    for threads in [2, 3, 8] {
      let execution = Execution(threads: threads)
      #expect(try graph.corePeriphery(starts: 4, execution: execution) == expected)
      let again = try graph.continuousCore(starts: 3, tolerance: 1e-6, execution: execution)
      #expect(bits(again.scores) == bits(scores.scores))
    }
  }
}
