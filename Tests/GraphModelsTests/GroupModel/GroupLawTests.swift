import GraphModels
import Testing

/// What must hold whatever is drawn.
@Suite struct GroupLawTests {
  private func figures(
    _ size: Int, _ scenario: GroupScenario, _ allocation: GroupAllocation = .saturating,
    _ changes: [(Assumption, Double)] = [], run: Int = 0
  ) throws -> GroupFigures {
    GroupRun(
      size: size, scenarios: [scenario], assumptions: try GroupAssumptions(changes), seed: 1,
      run: run
    ).figures(scenario, allocation)
  }

  /// By construction: never a finding.
  @Test func cohesionFallsPastSaturation() throws {
    #expect(GroupAssumptions().saturationSize == 13)
    for size in [5, 9, 13] {
      let cohesion = try figures(size, .flat)[.cohesion]
      #expect(cohesion == 1)
    }
    var last = 1.0
    for size in [14, 17, 25, 40, 80] {
      let cohesion = try figures(size, .flat)[.cohesion]
      #expect(cohesion < last)
      #expect(cohesion <= 12 / Double(size - 1))
      last = cohesion
    }
    // Elsewhere with other costs: 1 + 0.5 · 40 ÷ 4 = 6.
    let changes: [(Assumption, Double)] = [(.attention, 40), (.strongCost, 4), (.weakShare, 0.5)]
    #expect(try GroupAssumptions(changes).saturationSize == 6)
    #expect(try figures(6, .flat, .saturating, changes)[.cohesion] == 1)
    #expect(try figures(7, .flat, .saturating, changes)[.cohesion] < 1)
  }

  @Test(arguments: GroupAllocation.allCases)
  func noSistersIsFlat(_ allocation: GroupAllocation) throws {
    let nothing: [[(Assumption, Double)]] = [
      [(.sisterGroups, 0)], [(.sisterMembers, 0)], [(.crossShare, 0)],
    ]
    for size in [1, 2, 5, 16, 40] {
      for scenario in GroupScenario.allCases where scenario.hasSisters {
        for changes in nothing {
          var sisters = try figures(size, scenario, allocation, changes)
          var flat = try figures(size, .flat, allocation, changes)
          // Walls stand between other groups.
          for figure in [GroupFigure.wallIndex, .eiIndex, .knownWallIndex, .mostHours] {
            sisters[figure] = 0
            flat[figure] = 0
          }
          #expect(sisters == flat)
        }
      }
    }
  }

  @Test func halfPullIsFlat() throws {
    for allocation in GroupAllocation.allCases {
      #expect(
        try figures(40, .committees, allocation, [(.committeePull, 0.5)])
          == figures(40, .flat, allocation, [(.committeePull, 0.5)]))
    }
  }

  @Test(arguments: GroupAllocation.allCases, GroupScenario.allCases)
  func fullInheritanceIsNobodyLeaving(
    _ allocation: GroupAllocation, _ scenario: GroupScenario
  ) throws {
    for size in [2, 5, 16, 33] {
      for run in 0..<3 {
        let full = try figures(size, scenario, allocation, [(.inheritance, 1)], run: run)
        #expect(full[.heirReach1] == full[.othersReach1])
        #expect(full[.heirReach2] == full[.othersReach2])
        let none = try figures(size, scenario, allocation, [(.inheritance, 0)], run: run)
        #expect(none[.heirReach1] == none[.leftReach1])
        #expect(none[.heirReach2] == none[.leftReach2])
        let some = try figures(size, scenario, allocation, run: run)
        #expect(some[.leftReach2] <= some[.heirReach2] + 1e-9)
        #expect(some[.heirReach2] <= some[.othersReach2] + 1e-9)
      }
    }
  }

  static let budgets: [[(Assumption, Double)]] = [
    [], [(.attention, 24), (.knownCost, 0.2)], [(.crossShare, 0.5), (.strongCost, 8)],
    [(.crossShare, 0.95), (.sisterGroups, 10), (.weakShare, 0)],
    [(.attention, 96), (.weakShare, 0.5)],
    [(.strongCost, 0.7), (.knownCost, 0.7), (.committeePull, 1)],
  ]

  @Test(arguments: budgets, GroupScenario.allCases)
  func nobodyExceedsTheBudget(
    _ changes: [(Assumption, Double)], _ scenario: GroupScenario
  ) throws {
    let assumptions = try GroupAssumptions(changes)
    for allocation in GroupAllocation.allCases {
      for size in [1, 2, 4, 16, 21, 60] {
        let run = GroupRun(
          size: size, scenarios: [scenario], assumptions: assumptions, seed: 2, run: size)
        for hours in run.network(scenario, allocation).hours {
          #expect(hours <= assumptions[.attention] + 1e-6)
          #expect(hours >= 0)
        }
      }
    }
  }

  /// A leader who holds the cross ties alone has f·B ÷ θW of them, and nobody else has one.
  @Test func theLeaderPaysForCrossTies() throws {
    let run = GroupRun(
      size: 16, scenarios: [.sistersLeader], assumptions: GroupAssumptions(), seed: 3, run: 0)
    let across = run.network(.sistersLeader, .saturating).ties.filter { $0.tieClass == "across" }
    #expect(across.count == 24)
    #expect(across.allSatisfy { $0.one == 0 && $0.other >= 16 })
  }

  /// Degenerate groups and numbers at the ends of their ranges.
  @Test(arguments: GroupScenario.allCases)
  func degenerate(_ scenario: GroupScenario) throws {
    let extremes: [[(Assumption, Double)]] = [
      [(.contacts, 0)], [(.poolShare, 0)], [(.poolShare, 1)], [(.shareable, 0)],
      [(.relayStrong, 0), (.relayWeak, 0), (.relayAcross, 0)], [(.relayContact, 0)],
      [(.relayStrong, 1), (.relayWeak, 1), (.relayAcross, 1)], [(.committeePull, 0)],
      [(.attention, 1)], [(.decay, 20), (.noise, 5)], [(.noise, 0), (.decay, 0)],
    ]
    for allocation in GroupAllocation.allCases {
      for size in 1...6 {
        for changes in extremes {
          let figures = try figures(size, scenario, allocation, changes)
          #expect(figures[.reach0] <= figures[.reach1] + 1e-9)
          #expect(figures[.reach1] <= figures[.reach2] + 1e-9)
          #expect((0...1).contains(figures[.passivity]))
          if size == 1 { #expect(figures[.cohesion].isNaN) }
        }
      }
    }
    let alone = try figures(1, .flat)
    #expect(alone[.reach2] == 30)
  }

  /// What one assumption draws does not move when another changes.
  @Test func drawsDoNotShift() throws {
    func population(_ size: Int, _ changes: [(Assumption, Double)]) throws -> GroupPopulation {
      GroupRun(
        size: size, scenarios: [.sisters], assumptions: try GroupAssumptions(changes), seed: 9,
        run: 4
      ).population
    }
    let plain = try population(16, [])
    let larger = try population(20, [(.sisterGroups, 2), (.contacts, 60), (.noise, 1)])
    #expect(Array(plain.positions[..<32]) == Array(larger.positions[..<32]))
    #expect(Array(plain.activityDraws[..<16]) == Array(larger.activityDraws[..<16]))
    #expect(plain.likingDraw(2, 7) == larger.likingDraw(2, 7))
    // Home members 3 and the first member of the first sister group.
    #expect(plain.likingDraw(3, 16) == larger.likingDraw(3, 20))
    #expect(plain.contacts.pooled[..<15] == larger.contacts.pooled[..<15])
    #expect(plain.contacts.isShareable[..<15] == larger.contacts.isShareable[..<15])
    #expect(
      try population(16, []).positions
        != GroupRun(
          size: 16, scenarios: [.sisters], assumptions: GroupAssumptions(), seed: 9, run: 5
        ).population.positions)
  }

  @Test func assumptionsRefuseWhatCannotBe() throws {
    #expect(throws: GroupAssumptions.Problem.notAllowed(.weakShare, 2)) {
      try GroupAssumptions([(.weakShare, 2)])
    }
    #expect(throws: GroupAssumptions.Problem.notAllowed(.dimension, 1.5)) {
      try GroupAssumptions([(.dimension, 1.5)])
    }
    #expect(throws: GroupAssumptions.Problem.knownCostsMore) {
      try GroupAssumptions([(.knownCost, 4)])
    }
    #expect(throws: GroupAssumptions.Problem.poolTooSmall(needed: 15)) {
      try GroupAssumptions([(.poolSize, 10)])
    }
    #expect(try GroupAssumptions([(.attention, 24)]).with([(.weakShare, 0)])[.attention] == 24)
    for assumption in Assumption.allCases {
      let meaning = assumption.meaning
      #expect(assumption.allows(meaning.standard))
      #expect(assumption.allows(meaning.range.lowerBound))
      #expect(assumption.allows(meaning.range.upperBound))
      #expect(!assumption.allows(.nan))
    }
  }
}
