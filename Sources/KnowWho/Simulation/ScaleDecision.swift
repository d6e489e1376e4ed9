public import GraphModels
public import GraphStructure

/// The paper's knot, decided on the model: whether size sets cohesion against reach, and whether
/// exchange between groups resolves that, under every combination of A4, A9 and A11.
public struct ScaleDecision: Sendable {
  /// How a question is answered.
  public enum Answer: String, Sendable {
    /// Yes, and the 95 % interval says so.
    case yes
    /// No, and the 95 % interval says so.
    case no
    /// The interval holds 0.
    case unsettled
  }

  /// How relays are assumed (A9).
  public enum Relays: String, Sendable, CaseIterable {
    /// As usual.
    case usual
    /// Relays across groups are rare: 0.01.
    case acrossRare = "across-rare"
    /// All are rarer: 0.3, 0.05, 0.05.
    case rare
    /// All are frequent: 0.9, 0.5, 0.5.
    case frequent
    /// An introducer passes a shareable contact on as rarely as a weak tie relays: 0.15.
    case contactsRare = "contacts-rare"

    var changes: [(Assumption, Double)] {
      switch self {
      case .usual: []
      case .acrossRare: [(.relayAcross, 0.01)]
      case .rare: [(.relayStrong, 0.3), (.relayWeak, 0.05), (.relayAcross, 0.05)]
      case .frequent: [(.relayStrong, 0.9), (.relayWeak, 0.5), (.relayAcross, 0.5)]
      case .contactsRare: [(.relayContact, 0.15)]
      }
    }
  }

  /// How passivity is assumed (A11).
  public enum Passivity: String, Sendable, CaseIterable {
    /// As assumed.
    case usual
    /// Nobody is passive.
    case off
    /// Three times as steep.
    case steep

    func changes(_ assumptions: GroupAssumptions) -> [(Assumption, Double)] {
      switch self {
      case .usual: []
      case .off: [(.passivity, 0)]
      case .steep: [(.passivitySlope, min(10, 3 * assumptions[.passivitySlope]))]
      }
    }
  }

  /// What one combination of assumptions answers.
  public struct Cell: Sendable {
    /// How attention is divided.
    public let allocation: GroupAllocation
    /// How relays are assumed.
    public let relays: Relays
    /// How passivity is assumed.
    public let passivity: Passivity
    /// How many introducers, 1 or 2.
    public let introducers: Int
    /// The flat size with the greatest mean reach.
    public let farthestSize: Int
    /// Its reach less that of the most cohesive flat group, of several the one that reaches most.
    public let reachGain: MeanInterval
    /// Whether no flat group is best on both cohesion and reach.
    public let contradiction: Answer
    /// The answers for sister groups, by who holds the cross ties.
    public let exchange: [Exchange]
  }

  /// What exchange between groups does.
  public struct Exchange: Sendable {
    /// Who holds the cross ties.
    public let scenario: GroupScenario
    /// The flat size whose mean C₁ is nearest.
    public let matchedSize: Int
    /// The mean C₁ with sister groups.
    public let cohesion: Double
    /// The mean C₁ of the flat group that it is compared with.
    public let matchedCohesion: Double
    /// Reach with sister groups less that of the flat group of ``matchedSize``, on the same people.
    public let gain: MeanInterval
    /// Whether exchange reaches more at equal cohesion.
    public let solves: Answer
  }

  /// The flat sizes that were tried.
  public let sizes: [Int]
  /// Members of the home group that has sister groups.
  public let homeSize: Int
  /// Runs.
  public let runs: Int
  /// One for each combination and number of introducers.
  public let cells: [Cell]

  /// The flat sizes: dense where cohesion falls fastest, to K-RIP's 495.
  public static let standardSizes =
    [5, 8, 10, 11] + Array(12...40) + [44, 48, 56, 64, 80, 100, 140, 200, 300, 495]

  /// Decides.
  ///
  /// The ties do not depend on A9 and A11, so each run makes them once an allocation.
  ///
  /// - Parameters:
  ///   - homeSize: Members of the home group that has sister groups.
  ///   - sizes: The flat sizes to be tried.
  ///   - runs: Runs, at least 2.
  ///   - seed: Equal seeds give equal answers.
  ///   - assumptions: What is assumed; A9 and A11 are varied around it.
  ///   - execution: Threads, progress and cancellation; what a cancelled decision says means
  ///     nothing.
  /// - Complexity: O(*runs* · Σ size²).
  public init(
    homeSize: Int = 16, sizes: [Int] = ScaleDecision.standardSizes, runs: Int, seed: UInt64,
    assumptions: GroupAssumptions, execution: Execution = .standard
  ) {
    precondition(runs >= 2 && !sizes.isEmpty)
    let variants = Relays.allCases.flatMap { relays in
      Passivity.allCases.map { passivity in
        let changes = relays.changes + passivity.changes(assumptions)
        // The changes lie within the ranges, so nothing is thrown.
        return (relays, passivity, (try? assumptions.with(changes)) ?? assumptions)
      }
    }
    let cases = variants.map(\.2)
    let sizes = Set(sizes).sorted()
    let sisters = GroupScenario.allCases.filter(\.hasSisters)
    // What is tried in a run: the flat sizes, then the home group with sisters.
    let tried = sizes.map { ($0, [GroupScenario.flat]) } + [(homeSize, sisters)]
    let weights = tried.map { SimulationPlan.cost(ofSize: $0.0) }
    let total = weights.reduce(0, +) * Double(runs)
    var outcomes: [GroupAllocation: [Outcome]] = [:]
    var done = 0.0
    for (index, (size, scenarios)) in tried.enumerated() {
      let before = done
      let share = weights[index] * Double(runs)
      let found = execution.tellingProgress { min(1, (before + $0 * share) / total) }
        .map(runs, chunkSize: 1, makeScratch: {}) { number, _ in
          let run = GroupRun(
            size: size, scenarios: scenarios, assumptions: assumptions, seed: seed, run: number)
          return GroupAllocation.allCases.map { allocation in
            scenarios.map { run.reach($0, allocation, cases: cases) }
          }
        }
      done += share
      for (row, allocation) in GroupAllocation.allCases.enumerated() {
        for (column, scenario) in scenarios.enumerated() {
          outcomes[allocation, default: []].append(
            Outcome(size: size, scenario: scenario, runs: found.map { $0[row][column] }))
        }
      }
    }
    (self.sizes, self.homeSize, self.runs) = (sizes, homeSize, runs)
    guard !execution.isCancelled() else {
      cells = []
      return
    }
    cells = GroupAllocation.allCases.flatMap { allocation in
      variants.enumerated().flatMap { variant, named in
        [1, 2].map { introducers in
          Cell(
            allocation, named.0, named.1, introducers, variant: variant,
            outcomes[allocation] ?? [])
        }
      }
    }
  }
}

/// One arrangement under all runs.
private struct Outcome {
  let size: Int
  let scenario: GroupScenario
  let runs: [(cohesion: Double, reach: [(one: Double, two: Double)])]

  var cohesion: Double { runs.reduce(0) { $0 + $1.cohesion } / Double(runs.count) }

  func reach(_ variant: Int, _ introducers: Int) -> [Double] {
    runs.map { introducers == 1 ? $0.reach[variant].one : $0.reach[variant].two }
  }

  func meanReach(_ variant: Int, _ introducers: Int) -> Double {
    reach(variant, introducers).reduce(0, +) / Double(runs.count)
  }
}

extension ScaleDecision.Cell {
  fileprivate init(
    _ allocation: GroupAllocation, _ relays: ScaleDecision.Relays,
    _ passivity: ScaleDecision.Passivity, _ introducers: Int, variant: Int, _ outcomes: [Outcome]
  ) {
    (self.allocation, self.relays, self.passivity) = (allocation, relays, passivity)
    self.introducers = introducers
    let flat = outcomes.filter { $0.scenario == .flat }
    func reach(_ outcome: Outcome) -> Double { outcome.meanReach(variant, introducers) }
    let most = flat.map(\.cohesion).max() ?? 0
    let cohesive = flat.filter { $0.cohesion >= most - 1e-12 }
    guard let farthest = flat.max(by: { reach($0) < reach($1) }),
      let closest = cohesive.max(by: { reach($0) < reach($1) })
    else { preconditionFailure("some flat size is tried") }
    farthestSize = farthest.size
    reachGain = MeanInterval(
      of: farthest.reach(variant, introducers), minus: closest.reach(variant, introducers))
    contradiction =
      reach(farthest) <= reach(closest) ? .no : reachGain.low > 0 ? .yes : .unsettled
    exchange = outcomes.filter(\.scenario.hasSisters).map { sisters in
      let cohesion = sisters.cohesion
      let matched = flat.min {
        (abs($0.cohesion - cohesion), $0.size) < (abs($1.cohesion - cohesion), $1.size)
      }
      guard let matched else { preconditionFailure("some flat size is tried") }
      let gain = MeanInterval(
        of: sisters.reach(variant, introducers), minus: matched.reach(variant, introducers))
      return ScaleDecision.Exchange(
        scenario: sisters.scenario, matchedSize: matched.size, cohesion: cohesion,
        matchedCohesion: matched.cohesion, gain: gain,
        solves: gain.low > 0 ? .yes : gain.high < 0 ? .no : .unsettled)
    }
  }
}
