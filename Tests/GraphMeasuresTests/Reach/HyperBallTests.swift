import GraphMeasures
import GraphStructure
import Testing

@Suite("HyperBall")
struct HyperBallTests {
  /// So many nodes, and three edges each between random ones; some stay apart.
  private func graph(seed: UInt64, isDirected: Bool, nodeCount: Int = 1200) -> Graph {
    var generator = SplitMix64(seed: seed)
    let edges = (0..<(2 * nodeCount)).map { _ in
      (
        Int.random(in: 0..<nodeCount, using: &generator),
        Int.random(in: 0..<nodeCount, using: &generator)
      )
    }
    return KnownGraphs.graph(nodeCount, edges, isDirected: isDirected)
  }

  /// The root of the mean square of relative errors, where something is expected.
  private func relativeError(_ actual: [Double], _ expected: [Double]) -> Double {
    let errors = zip(actual, expected).filter { $1 > 0 }.map { $0 / $1 - 1 }
    return (errors.reduce(0) { $0 + $1 * $1 } / Double(max(1, errors.count))).squareRoot()
  }

  @Test("errs as much as it says", arguments: [1, 2, 3] as [UInt64], [false, true])
  func errors(seed: UInt64, isDirected: Bool) throws {
    let graph = graph(seed: seed, isDirected: isDirected)
    for (precision, direction) in [(6, Direction.outgoing), (8, .incoming)] {
      let standard = HyperBall.relativeError(precision: precision)
      let exact = graph.reach(within: 9, direction: direction)
      let reach = try graph.approximateReach(
        within: 9, precision: precision, direction: direction)
      #expect(reach.limit == 9)
      #expect(reach.estimates(within: 1) == exact.counts(within: 1).map { Double($0) })
      for steps in 2...9 {
        let estimates = reach.estimates(within: steps)
        let error = relativeError(estimates, exact.counts(within: steps).map { Double($0) })
        #expect(error < 1.5 * standard, "\(steps) steps, \(precision)")
        for node in graph.nodes {
          #expect(estimates[node] >= reach[node, within: steps - 1])
          #expect(estimates[node] < Double(graph.nodeCount))
        }
      }
      let harmonic = try graph.approximateHarmonicCloseness(
        precision: precision, direction: direction)
      let exactHarmonic = graph.harmonicCloseness(direction: direction)
      #expect(relativeError(harmonic, exactHarmonic) < (isDirected ? 1 : 0.5) * standard)
      #expect(harmonic.allSatisfy { $0 >= 0 && $0 <= 1 })
    }
  }

  @Test("More registers err less")
  func precisions() throws {
    let graph = graph(seed: 9, isDirected: false)
    let exact = graph.reach(within: 3).counts(within: 3).map { Double($0) }
    for precision in HyperBall.precisions {
      let estimates = try graph.approximateReach(within: 3, precision: precision)
        .estimates(within: 3)
      #expect(relativeError(estimates, exact) < 1.5 * HyperBall.relativeError(precision: precision))
    }
  }

  @Test("What is reached in the end is exact in undirected graphs", arguments: RandomGraph.seeds)
  func components(seed: UInt64) throws {
    let sample = RandomGraph(seed: seed)
    let balls = try sample.graph.hyperBall(precision: 4)
    let exact = sample.graph.closeness().reachedCounts.map { Double($0) }
    let diameter = sample.graph.distanceSummary().diameter ?? 0
    // A step may bring no register news, so that the last steps are not seen to add anything.
    #expect(balls.steps <= max(diameter, 1))
    #expect(balls.pairCounts.count <= diameter + 1)
    if !sample.isDirected { expectClose(balls.reachedCounts, exact) }
    expectClose(balls.pairCounts.reduce(0, +), balls.reachedCounts.reduce(0, +))
    for (reciprocals, reached) in zip(balls.sumsOfReciprocals, balls.reachedCounts) {
      #expect(reciprocals >= 0 && reciprocals <= reached + 1e-9)
    }
  }

  @Test("What the largest strong component reaches is exact")
  func strongComponent() throws {
    let graph = graph(seed: 5, isDirected: true)
    let strong = graph.strongComponents()
    let largest = try #require(strong.largest)
    #expect(strong.sizes[largest] > 400)
    let reached = try graph.hyperBall(precision: 6).reachedCounts
    let exact = graph.closeness().reachedCounts
    for node in strong.nodes(of: largest) { expectClose(reached[node], Double(exact[node])) }
  }

  @Test("Mean distance and pairs at each distance")
  func pairs() throws {
    let graph = graph(seed: 6, isDirected: false)
    let balls = try graph.hyperBall(precision: 10)
    let exact = graph.distanceSummary()
    expectClose(balls.meanDistance, exact.meanDistance, 0.02)
    expectClose(balls.pairCounts.reduce(0, +), Double(exact.reachablePairCount))
    #expect(balls.pairCounts[1] == Double(exact.pairCounts[1]))
    #expect(balls.pairCounts[0] == 0)
    let near = try graph.hyperBall(within: 2, precision: 10)
    #expect(near.steps == 2)
    expectClose(near.pairCounts, Array(balls.pairCounts[0...2]))
  }

  @Test("Registers do not depend on threads, estimates have the same bits")
  func threads() throws {
    for isDirected in [false, true] {
      let graph = graph(seed: 7, isDirected: isDirected, nodeCount: 2500)
      let one = Execution(threads: 1)
      let registers = graph.ballRegisters(within: 20, precision: 4, execution: one)
      let balls = try graph.hyperBall(precision: 4, execution: one)
      for threads in [2, 3, 8] {
        let execution = Execution(threads: threads)
        #expect(
          graph.ballRegisters(within: 20, precision: 4, execution: execution) == registers)
        let others = try graph.hyperBall(precision: 4, execution: execution)
        #expect(bits(others.sumsOfReciprocals) == bits(balls.sumsOfReciprocals))
        #expect(others == balls)
      }
    }
  }

  @Test("Small and broken graphs")
  func degenerate() throws {
    let none = try KnownGraphs.graph(0, []).hyperBall()
    #expect(none.reachedCounts.isEmpty && none.steps == 0 && none.meanDistance.isNaN)
    #expect(try KnownGraphs.graph(0, []).approximateReach(within: 2).estimates.isEmpty)
    #expect(try KnownGraphs.graph(1, []).approximateHarmonicCloseness() == [0])
    #expect(
      try KnownGraphs.graph(2, [(0, 0)]).approximateReach(within: 2).estimates == [0, 0, 0, 0])
    // One step is exact, and here it is all.
    for isDirected in [false, true] {
      let complete = KnownGraphs.complete(6, isDirected: isDirected)
      #expect(try complete.approximateHarmonicCloseness() == [1, 1, 1, 1, 1, 1])
    }
    let parallel = KnownGraphs.graph(
      3, [(0, 1), (1, 0), (1, 1), (1, 2)], parallelEdges: .keep)
    #expect(try parallel.approximateReach(within: 1).estimates == [1, 2, 1])
    expectClose(try KnownGraphs.star(5).approximateHarmonicCloseness(scaling: .raw), [4] + four)
    // Nothing leads out of the leaves of a directed star; its centre is one step from each.
    let star = KnownGraphs.star(5, isDirected: true)
    #expect(try star.approximateHarmonicCloseness() == [1, 0, 0, 0, 0])
    expectClose(
      try KnownGraphs.cycle(3).approximateHarmonicCloseness(scaling: .l2),
      Array(repeating: 1 / 3.0.squareRoot(), count: 3))
  }

  /// What the leaves of a star of five have: one neighbor, three others at two steps.
  private let four = [Double](repeating: 2.5, count: 4)

  @Test("A long path ends after as many steps as it has")
  func path() throws {
    let balls = try KnownGraphs.path(60).hyperBall(precision: 10)
    expectClose(balls.reachedCounts, Array(repeating: 59, count: 60))
    #expect(balls.steps <= 59 && balls.steps > 50)
  }

  @Test("Limits and precisions outside what is allowed are refused")
  func badParameters() {
    for precision in [3, 13, -1] {
      #expect(
        throws: MeasureError.parameterOutOfRange(
          name: "precision", value: Double(precision), allowed: "4…12")
      ) { try KnownGraphs.path(3).hyperBall(precision: precision) }
    }
    #expect(
      throws: MeasureError.parameterOutOfRange(name: "limit", value: 0, allowed: "at least 1")
    ) { try KnownGraphs.path(3).approximateReach(within: 0) }
  }

  @Test("The precision that fits a memory")
  func memory() {
    let graph = KnownGraphs.cycle(1000)
    for precision in HyperBall.precisions {
      let memory = HyperBall.workingMemory(for: graph, precision: precision)
      #expect(memory >= 1000 * 2 << precision)
      #expect(HyperBall.greatestPrecision(for: graph, within: memory) == precision)
    }
    #expect(HyperBall.greatestPrecision(for: graph, within: 1000) == nil)
    #expect(HyperBall.greatestPrecision(for: graph, within: .max) == 12)
  }
}
