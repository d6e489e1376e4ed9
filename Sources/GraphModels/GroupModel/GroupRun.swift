/// One run of the group model at one size: the same people under different scenarios.
///
/// Members are drawn once, so scenarios, allocations, sizes and assumptions are compared on the same
/// people (common random numbers).
///
/// **Leader**: member 0 of each group. When it leaves, nobody uses the hours that become free: what
/// is measured is the loss before the others have found new acquaintances.
public struct GroupRun: Sendable {
  /// The people of the run.
  package let population: GroupPopulation
  private let assumptions: GroupAssumptions
  private let flat: AffinityOrder
  private let committees: AffinityOrder?
  private let sisters: [AffinityOrder]

  /// Draws the people of a run and orders them by affinity.
  ///
  /// - Parameters:
  ///   - size: Members of the home group, 1 to 10,000.
  ///   - scenarios: The scenarios that will be asked for.
  ///   - assumptions: What is assumed.
  ///   - seed: Equal seeds give equal runs, on every platform.
  ///   - run: The number of the run.
  /// - Complexity: O(`size`²).
  public init(
    size: Int, scenarios: [GroupScenario], assumptions: GroupAssumptions, seed: UInt64, run: Int
  ) {
    precondition((1...10_000).contains(size), "a group has 1 to 10,000 members")
    let withSisters = scenarios.contains(where: \.hasSisters)
    population = GroupPopulation(
      size: size, withSisters: withSisters, assumptions, RunDraws(seed: seed, run: run))
    self.assumptions = assumptions
    (flat, committees) = AffinityOrder.home(
      population, withCommittees: scenarios.contains(.committees))
    sisters = population.groups.dropFirst().map { [population] in
      AffinityOrder(of: $0, in: population)
    }
  }

  /// Makes the ties of a scenario.
  package func network(
    _ scenario: GroupScenario, _ allocation: GroupAllocation
  ) -> GroupNetwork {
    var list = GroupTieList(memberCount: population.memberCount)
    list.addCrossTies(
      holders: scenario.holderCount(of: population.size, assumptions), population)
    let home = scenario == .committees ? committees ?? flat : flat
    // Without cross ties sister groups are out of everybody's reach.
    for order in [home] + (scenario.hasSisters ? sisters : []) {
      switch allocation {
      case .saturating: list.addSaturating(order, assumptions)
      case .proportional: list.addProportional(order, assumptions)
      }
    }
    return GroupNetwork(list, population)
  }

  /// Measures a scenario.
  ///
  /// - Parameters:
  ///   - scenario: One of those that the run was made for.
  ///   - allocation: How attention is divided.
  /// - Returns: All figures.
  public func figures(_ scenario: GroupScenario, _ allocation: GroupAllocation) -> GroupFigures {
    let network = network(scenario, allocation)
    var figures = GroupFigures()
    let size = population.size
    if scenario.hasSisters {
      let groups = population.groups.enumerated().flatMap { group, members in
        members.map { _ in group }
      }
      network.describeTies(&figures, walls: groups, count: population.groups.count)
    } else {
      let count = population.committeeCount
      network.describeTies(&figures, walls: (0..<size).map { $0 % count }, count: count)
    }
    figures[.redundancy] = network.redundancy
    let active = network.active(assumptions)
    figures[.passivity] = Double(active[..<size].count { !$0 }) / Double(size)
    figures[.sisterMembers1] = network.sisterMembersThroughOne(active: active, assumptions)
    describeReach(&figures, network, active)
    return figures
  }

  /// Measures cohesion and reach under several assumptions about relays and passivity (A9, A11), for
  /// which the ties stay as they are.
  ///
  /// - Parameters:
  ///   - scenario: One of those that the run was made for.
  ///   - allocation: How attention is divided.
  ///   - cases: Assumptions that differ from those of the run in A9 and A11 only.
  /// - Returns: C₁, then R₁ and R₂ of each case.
  public func reach(
    _ scenario: GroupScenario, _ allocation: GroupAllocation, cases: [GroupAssumptions]
  ) -> (cohesion: Double, reach: [(one: Double, two: Double)]) {
    let network = network(scenario, allocation)
    let size = population.size
    let pairs = Double(size * (size - 1))
    let strong = Double(network.strongCounts[..<size].reduce(0, +))
    return (
      pairs > 0 ? strong / pairs : .nan,
      cases.map { changed in
        let relay = RelayNetwork(
          network, active: network.active(changed), fate: .stays, changed)
        var reach = GroupReach(relay, network, changed)
        let sums = reach.sums(over: 0..<size, upToTwo: true)
        return (sums.one / Double(size), sums.two / Double(size))
      }
    )
  }

  private func describeReach(
    _ figures: inout GroupFigures, _ network: GroupNetwork, _ active: [Bool]
  ) {
    let size = population.size
    let others = 1..<size
    let count = Double(others.count)
    figures[.reach0] = assumptions[.contacts]
    var stays = reach(network, active, .stays)
    let leader = stays.sums(over: 0..<1, upToTwo: true)
    let rest = stays.sums(over: others, upToTwo: true)
    figures[.reach1] = (leader.one + rest.one) / Double(size)
    figures[.reach2] = (leader.two + rest.two) / Double(size)
    guard size > 1 else { return }
    let sums = stays.sums(over: 0..<size, upToTwo: false, withLosses: true)
    figures[.othersReach1] = rest.one / count
    figures[.othersReach2] = rest.two / count
    var leaves = reach(network, active, .leaves)
    let left = leaves.sums(over: others, upToTwo: true)
    figures[.leftReach1] = left.one / count
    figures[.leftReach2] = left.two / count
    var heir = reach(network, active, .heir)
    let inherited = heir.sums(over: others, upToTwo: true)
    figures[.heirReach1] = inherited.one / count
    figures[.heirReach2] = inherited.two / count
    figures[.fragileShare] =
      stays.introduced > 0 ? Double(stays.hangingOnOne) / Double(stays.introduced) : .nan
    let dependences = (0..<size).map { member in
      stays.losses[member] / (sums.one - stays.ofAsker[member])
    }
    figures[.leaderDependence] = dependences[0]
    figures[.leaderRank] = Double(1 + dependences.count { $0 > dependences[0] })
    guard size > 4 else { return }
    let catalysers = 1..<4
    let relay = RelayNetwork(
      network, active: active, removed: catalysers, fate: .stays, assumptions)
    var without = GroupReach(relay, network, assumptions)
    let remaining =
      without.sums(over: 0..<1, upToTwo: false).one
      + without.sums(over: 4..<size, upToTwo: false)
      .one
    let before = sums.one - stays.ofAsker[catalysers].reduce(0, +)
    let ofCatalysers = 1 - remaining / before
    let both = dependences[0] + ofCatalysers
    figures[.catalyserBalance] =
      both > 0 ? 1 - abs(dependences[0] - ofCatalysers) / both : .nan
  }

  private func reach(
    _ network: GroupNetwork, _ active: [Bool], _ fate: LeaderFate
  ) -> GroupReach {
    GroupReach(
      RelayNetwork(network, active: active, fate: fate, assumptions), network, assumptions)
  }
}
