import KnowWho
import Testing

/// The decision rule against a plain reading of it, run by run.
@Suite struct ScaleDecisionTests {
  private static let sizes = [5, 12, 15, 18, 22, 30]
  private static let runs = 4

  private func decision(threads: Int = 2) -> ScaleDecision {
    ScaleDecision(
      homeSize: 12, sizes: Self.sizes, runs: Self.runs, seed: 6, assumptions: GroupAssumptions(),
      execution: Execution(threads: threads))
  }

  @Test func everyCellIsReported() {
    let decision = decision()
    #expect(decision.cells.count == 2 * 5 * 3 * 2)
    let named = decision.cells.map {
      "\($0.allocation) \($0.relays) \($0.passivity) \($0.introducers)"
    }
    #expect(Set(named).count == decision.cells.count)
    for cell in decision.cells {
      #expect(cell.exchange.map(\.scenario) == [.sisters, .sistersFour, .sistersLeader])
    }
  }

  @Test func theRuleAsItIsWritten() throws {
    let cells = decision().cells
    for (relays, changes) in [
      (ScaleDecision.Relays.usual, []),
      (.frequent, [(Assumption.relayStrong, 0.9), (.relayWeak, 0.5), (.relayAcross, 0.5)]),
    ] {
      let assumptions = try GroupAssumptions(changes)
      func figures(_ size: Int, _ scenario: GroupScenario, _ allocation: GroupAllocation)
        -> [GroupFigures]
      {
        (0..<Self.runs).map {
          GroupRun(
            size: size, scenarios: [scenario], assumptions: assumptions, seed: 6, run: $0
          ).figures(scenario, allocation)
        }
      }
      func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
      for cell in cells where cell.relays == relays && cell.passivity == .usual {
        let reach = cell.introducers == 1 ? GroupFigure.reach1 : .reach2
        let flat = Self.sizes.map { figures($0, .flat, cell.allocation) }
        let cohesion = flat.map { mean($0.map { $0[.cohesion] }) }
        let reaches = flat.map { mean($0.map { $0[reach] }) }
        let most = try #require(reaches.max())
        let farthest = try #require(reaches.firstIndex(of: most))
        #expect(Self.sizes[farthest] == cell.farthestSize)
        let isBestOnBoth = cohesion[farthest] == cohesion.max()
        #expect((cell.contradiction == .no) == isBestOnBoth)
        let sisters = figures(12, .sisters, cell.allocation)
        let close = mean(sisters.map { $0[.cohesion] })
        let matched = try #require(
          Self.sizes.indices.min { abs(cohesion[$0] - close) < abs(cohesion[$1] - close) })
        let exchange = cell.exchange[0]
        #expect(exchange.matchedSize == Self.sizes[matched])
        let gains = zip(sisters, flat[matched]).map { $0[reach] - $1[reach] }
        let interval = MeanInterval(of: gains)
        #expect(abs(exchange.gain.mean - interval.mean) < 1e-9)
        #expect(abs(exchange.gain.margin - interval.margin) < 1e-9)
        #expect((exchange.solves == .yes) == (interval.low > 0))
        #expect((exchange.solves == .no) == (interval.high < 0))
      }
    }
  }

  @Test func sameAtAnyThreadCount() {
    let gains = [1, 3, 8].map { threads in
      decision(threads: threads).cells.flatMap { [$0.reachGain] + $0.exchange.map(\.gain) }
    }
    #expect(gains[0] == gains[1] && gains[1] == gains[2])
  }
}
