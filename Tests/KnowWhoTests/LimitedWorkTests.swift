import KnowWho
import Synchronization
import Testing

/// Measures in little memory, and what they are expected to take.
@Suite struct LimitedWorkTests {
  /// A ring with chords: connected, and enough nodes for several chunks.
  private let graph: Graph = {
    let nodes = (0..<1200).map { UInt32($0) }
    do {
      return try Graph(
        nodeCount: nodes.count, sources: nodes + nodes,
        targets: nodes.map { ($0 + 1) % 1200 } + nodes.map { ($0 * 7 + 11) % 1200 })
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  private func settings(_ threads: Int, _ memoryLimit: Int?) -> NodeMeasure.Settings {
    NodeMeasure.Settings(execution: Execution(threads: threads, memoryLimit: memoryLimit))
  }

  @Test(arguments: ["closeness", "betweenness", "harmonic", "clustering", "constraint"])
  func narrowedWorkGivesTheSameBits(name: String) throws {
    let measure = try #require(NodeMeasure.named(name))
    let memory = measure.workingMemory(on: graph, settings(4, nil))
    #expect(memory.perThread > 0 && memory.least <= memory.total(threads: 1))
    let ample = try measure.columns(graph, settings(4, nil)).map(\.scores)
    let narrow = try measure.columns(graph, settings(4, memory.total(threads: 2))).map(\.scores)
    #expect(narrow == ample)
    #expect(throws: MeasureError.self) {
      try measure.columns(graph, settings(4, memory.least - 1))
    }
  }

  @Test("Betweenness narrows from eight sources at once to four, two and one")
  func narrowerBetweenness() throws {
    let measure = try #require(NodeMeasure.named("betweenness"))
    let memory = measure.workingMemory(on: graph, settings(1, nil))
    let ample = try measure.columns(graph, settings(1, nil))[0].scores
    var ways: Set<[Double]> = [ample]
    for bytes in memory.narrowerPerThread {
      let limit = memory.shared + bytes
      #expect(memory.taken(by: Execution(threads: 1, memoryLimit: limit)) == limit)
      let narrow = try measure.columns(graph, settings(1, limit))[0].scores
      for (score, expected) in zip(narrow, ample) {
        #expect(abs(score - expected) <= 1e-12 * max(1e-3, expected))
      }
      ways.insert(narrow)
    }
    // Each adds up in an order of its own.
    #expect(ways.count == 4)
  }

  @Test func everyMeasureSaysWhatItNeeds() throws {
    // Those that solve for all pairs hold a number a pair.
    let pairs = 10 * graph.nodeCount * graph.nodeCount
    let most = ["power": pairs, "currentFlowCloseness": pairs, "currentFlowBetweenness": pairs]
    for measure in NodeMeasure.all {
      let memory = measure.workingMemory(on: graph, settings(1, nil))
      // At least its own result, and nothing absurd.
      #expect(memory.least >= 8 * graph.nodeCount, "\(measure.name)")
      #expect(memory.least < most[measure.name, default: 4000 * graph.nodeCount], "\(measure.name)")
    }
  }

  /// A clock that only the work moves.
  private final class Clock: Sendable {
    private let seconds = Mutex(0.0)
    func advance(_ step: Double) { seconds.withLock { $0 += step } }
    func elapsed() -> Double { seconds.withLock { $0 } }
  }

  /// Work in even steps is told to the step; what is prepared before the first counts once.
  @Test(arguments: [(0.0, 1000), (0.25, 1000), (0.5, 40)])
  func estimateOfEvenWork(preparation: Double, steps: Int) throws {
    let clock = Clock()
    let estimate = try #require(
      CostEstimate.of(
        execution: Execution(threads: 2), within: 1, elapsed: { clock.elapsed() }
      ) { execution in
        clock.advance(preparation)
        for step in 0..<steps {
          if execution.isCancelled() { return }
          clock.advance(0.125)
          execution.onProgress?(Double(step + 1) / Double(steps))
        }
      })
    #expect(!estimate.isMeasured)
    #expect(abs(estimate.seconds - (preparation + Double(steps) * 0.125)) < 1e-9)
    #expect(clock.elapsed() < 1.5)
  }

  /// A share that falls back begins another pass, whose pace counts.
  @Test func severalPasses() throws {
    let clock = Clock()
    let estimate = try #require(
      CostEstimate.of(
        execution: Execution(threads: 2), within: 1, elapsed: { clock.elapsed() }
      ) { execution in
        for (steps, seconds) in [(7, 0.125), (100, 0.25)] {
          for step in 0..<steps {
            if execution.isCancelled() { return }
            clock.advance(seconds)
            execution.onProgress?(Double(step + 1) / Double(steps))
          }
        }
      })
    #expect(abs(estimate.seconds - (0.875 + 25)) < 1e-9)
  }

  /// Four threads begin together and report together: the time between such reports tells nothing.
  @Test func threadsThatReportTogether() throws {
    let clock = Clock()
    let estimate = try #require(
      CostEstimate.of(
        execution: Execution(threads: 4), within: 1, elapsed: { clock.elapsed() }
      ) { execution in
        for round in 0..<25 {
          clock.advance(1.25)
          for thread in 0..<4 {
            if execution.isCancelled() { return }
            execution.onProgress?(Double(4 * round + thread + 1) / 100)
          }
        }
      })
    // 25 rounds, known to a round.
    #expect(abs(estimate.seconds - 25 * 1.25) < 1.3)
  }

  @Test func shortWorkIsMeasured() throws {
    let estimate = try #require(
      CostEstimate.of { execution in
        execution.onProgress?(1)
      })
    #expect(estimate.isMeasured && estimate.seconds < 1)
    let stopped = CostEstimate.of(execution: Execution(isCancelled: { true })) { _ in }
    #expect(stopped == nil)
  }
}
