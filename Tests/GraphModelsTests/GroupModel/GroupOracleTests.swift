import GraphModels
import Testing

/// The model against a second implementation that shares nothing but the draws.
@Suite struct GroupOracleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let size: Int
    let changes: [(Assumption, Double)]
    var testDescription: String { "\(size) \(changes)" }
  }

  /// Small groups under tight budgets, so that not everybody is tied with everybody.
  static let tieCases: [Case] = [
    Case(size: 2, changes: []),
    Case(size: 9, changes: [(.attention, 12), (.sisterGroups, 2), (.sisterMembers, 4)]),
    Case(size: 14, changes: [(.sisterGroups, 2), (.sisterMembers, 3)]),
    Case(
      size: 15,
      changes: [
        (.attention, 20), (.weakShare, 0), (.sisterGroups, 1), (.sisterMembers, 4),
        (.dimension, 3),
      ]),
    Case(
      size: 12,
      changes: [
        (.attention, 20), (.committeeSize, 5), (.committeePull, 1), (.sisterGroups, 0),
        (.knownCost, 0.2), (.noise, 1),
      ]),
    Case(
      size: 10,
      changes: [
        (.attention, 7), (.strongCost, 1), (.crossShare, 0.5), (.sisterMembers, 2),
      ]),
  ]

  @Test(arguments: tieCases, GroupAllocation.allCases)
  func tiesAndHours(of tested: Case, _ allocation: GroupAllocation) throws {
    let assumptions = try GroupAssumptions(tested.changes)
    for scenario in GroupScenario.allCases {
      let run = GroupRun(
        size: tested.size, scenarios: [scenario], assumptions: assumptions, seed: 11, run: 3)
      let network = run.network(scenario, allocation)
      let oracle = GroupOracle(run.population, assumptions, scenario, allocation)
      let expected = oracle.hours.keys.filter { oracle.isKnown($0) }
      #expect(Set(network.ties.map { [$0.one, $0.other] as Set }) == Set(expected))
      for tie in network.ties {
        let pair: Set = [tie.one, tie.other]
        #expect((tie.tieClass == "across") == oracle.across.contains(pair))
        #expect((tie.tieClass == "strong") == oracle.isStrong(pair))
      }
      for (member, hours) in network.hours.enumerated() {
        #expect(abs(hours - oracle.spent(member)) < 1e-9)
      }
      // The description's measures, pair by pair.
      let figures = run.figures(scenario, allocation)
      let home = Array(0..<tested.size)
      let pairs = home.flatMap { one in home.filter { $0 > one }.map { Set([one, $0]) } }
      let strong = Set(pairs.filter { oracle.isStrong($0) })
      let near = pairs.filter { pair in
        strong.contains(pair)
          || home.contains { middle in
            !pair.contains(middle) && pair.allSatisfy { strong.contains([$0, middle]) }
          }
      }
      expectClose(figures[.cohesion], Double(strong.count) / Double(pairs.count))
      expectClose(figures[.cohesion2], Double(near.count) / Double(pairs.count))
      let passive = home.count { !oracle.isActive($0) }
      expectClose(figures[.passivity], Double(passive) / Double(tested.size))
    }
  }

  /// Few enough ties to tell all their states apart.
  static let reachCases: [Case] = [
    Case(size: 5, changes: [(.sisterGroups, 1), (.sisterMembers, 2), (.attention, 6)]),
    Case(
      size: 6,
      changes: [(.attention, 5), (.passivity, 0), (.sisterGroups, 0), (.poolSize, 20)]),
    Case(
      size: 4,
      changes: [
        (.attention, 4), (.sisterGroups, 1), (.sisterMembers, 3), (.poolSize, 18),
        (.contacts, 8), (.relayContact, 0.3), (.passivity, 0),
      ]),
    Case(
      size: 5,
      changes: [
        (.attention, 4), (.relayStrong, 1), (.relayWeak, 0), (.sisterGroups, 2),
        (.sisterMembers, 1), (.passivitySlope, 2), (.poolSize, 30),
      ]),
  ]

  @Test(arguments: reachCases, GroupAllocation.allCases)
  func reachAndDependence(of tested: Case, _ allocation: GroupAllocation) throws {
    let assumptions = try GroupAssumptions(tested.changes)
    for scenario in GroupScenario.allCases {
      for number in 0..<2 {
        let run = GroupRun(
          size: tested.size, scenarios: [scenario], assumptions: assumptions, seed: 5, run: number
        )
        let oracle = GroupOracle(run.population, assumptions, scenario, allocation)
        let figures = run.figures(scenario, allocation)
        let home = 0..<tested.size
        func mean(_ introducers: Int, _ askers: Range<Int>, without: Set<Int> = []) -> Double {
          askers.reduce(0) {
            $0 + oracle.reach(from: $1, introducers: introducers, without: without)
          } / Double(askers.count)
        }
        expectClose(figures[.reach0], mean(0, home))
        expectClose(figures[.reach1], mean(1, home))
        expectClose(figures[.reach2], mean(2, home))
        let others = 1..<tested.size
        let (with, without) = (mean(1, others), mean(1, others, without: [0]))
        expectClose(figures[.othersReach1], with)
        expectClose(figures[.leftReach1], without)
        expectClose(figures[.leftReach2], mean(2, others, without: [0]))
        expectClose(figures[.leaderDependence], 1 - without / with)
      }
    }
  }

  private func expectClose(
    _ value: Double, _ expected: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    if expected.isNaN {
      #expect(value.isNaN, sourceLocation: sourceLocation)
    } else {
      #expect(
        abs(value - expected) <= 1e-9 * max(1, abs(expected)), "\(value) \(expected)",
        sourceLocation: sourceLocation)
    }
  }

  @Test func normalQuantilesAreThoseOfTheDistribution() {
    // Through the affinities of the oracle, which halves intervals; here at the ends too.
    for probability in [1e-12, 1e-5, 0.03, 0.075, 0.3, 0.5, 0.9, 0.999999] {
      let expected = GroupOracle.normal(probability)
      #expect(abs(GroupPopulation.normalQuantile(probability) - expected) < 1e-7)
    }
  }
}
