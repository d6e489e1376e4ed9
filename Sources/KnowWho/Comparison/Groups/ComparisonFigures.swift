/// The figures of one group, and the numbers of members that some are the mean of.
struct ComparisonFigures {
  /// For each of ``ComparisonFigure``'s cases its value; NaN where it is not defined.
  private(set) var values: [Double]

  /// How much of the others' reach hangs on each member.
  let dependences: [Double]

  private let known: TwoStepCounts
  private let strong: TwoStepCounts
  private let acts: [Double?]?
  private let outsideReach: [Int]?
  private let knowWho: [MemberReach?]?
  private let effectiveSizes: [Double]

  init(
    ties graph: Graph, strong strongGraph: Graph, subgroups: [Int?]?, acts: [Double?]?,
    outsideReach: [Int]?, knowWho: [MemberReach?]?, rounds: Int, seed: UInt64
  ) {
    known = TwoStepCounts(in: graph)
    strong = graph.edgeCount == strongGraph.edgeCount ? known : TwoStepCounts(in: strongGraph)
    (self.acts, self.outsideReach, self.knowWho) = (acts, outsideReach, knowWho)
    effectiveSizes = graph.effectiveSize(execution: Execution(threads: 1))
    dependences = known.dependences
    let walls = Self.walls(of: strongGraph, subgroups, seed: seed)
    values = []
    values = ComparisonFigure.allCases.map { figure in
      switch figure {
      // Told of groups as they are only: members drawn twice, or ties at random, say nothing of it.
      case .connectivity: .nan
      case .strongTransitivity: strongGraph.transitivity(execution: Execution(threads: 1))
      case .leaderDependence: dependences.lazy.filter { !$0.isNaN }.max() ?? .nan
      case .actGini: acts.map { Self.gini($0.compactMap(\.self)) } ?? .nan
      case .eiIndex: walls?.eiIndex ?? .nan
      case .wallIndex: walls?.wallIndex ?? .nan
      case .centralization: graph.degreeCentralization().scaled
      case .corePeriphery: Self.coreFit(of: graph)
      case .matches: Self.matches(graph, rounds: rounds)
      default: Self.mean(memberValues(of: figure))
      }
    }
  }

  /// The number of each member whose mean a figure is; nil where a member has none.
  func memberValues(of figure: ComparisonFigure) -> [Double?] {
    let members = known.first.indices
    let others = Double(members.count - 1)
    return members.map { member in
      switch figure {
      case .cohesion: others > 0 ? Double(strong.first[member]) / others : nil
      case .cohesionWithin2:
        others > 0 ? Double(strong.first[member] + strong.second[member]) / others : nil
      case .contacts: Double(known.first[member])
      case .knowWho1: knowWho?[member].map { Double($0.all) }
      case .knowWhoOutside1: knowWho?[member].map { Double($0.outside) }
      case .reach1: Double(known.first[member] + known.second[member])
      case .reach2: Double(known.first[member] + known.second[member] + known.third[member])
      case .outsideReach1: outsideReach.map { Double($0[member]) }
      case .redundancy:
        known.chains[member] > 0
          ? 1 - Double(known.second[member]) / Double(known.chains[member]) : nil
      case .effectiveSize: effectiveSizes[member].isNaN ? nil : effectiveSizes[member]
      case .fragileShare:
        known.second[member] > 0
          ? Double(known.fragile[member]) / Double(known.second[member]) : nil
      case .passivity: acts?[member].map { $0 > 0 ? 0 : 1 }
      default: nil
      }
    }
  }

  /// The mean of the numbers there are, NaN of none.
  static func mean(_ values: some Sequence<Double?>) -> Double {
    var (sum, count) = (0.0, 0)
    for case let value? in values {
      sum += value
      count += 1
    }
    return sum / Double(count)
  }

  /// The Gini coefficient, NaN where nobody did anything.
  static func gini(_ acts: [Double]) -> Double {
    let sorted = acts.sorted()
    let sum = sorted.reduce(0, +)
    guard sum > 0 else { return .nan }
    let count = Double(sorted.count)
    let weighted = sorted.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
    return 2 * weighted / (count * sum) - (count + 1) / count
  }

  private static func walls(of graph: Graph, _ subgroups: [Int?]?, seed: UInt64) -> GroupTies? {
    if let subgroups {
      let count = (subgroups.compactMap(\.self).max() ?? -1) + 1
      return GroupTies(in: graph, groups: subgroups, count: count)
    }
    guard graph.edgeCount > 0, let found = try? graph.wallCommunities(seed: seed) else {
      return nil
    }
    return GroupTies(in: graph, groups: found.labels, count: found.count)
  }

  /// The fit to a continuous core, searched for once and to 10⁻⁴: it is wanted for each draw.
  private static func coreFit(of graph: Graph) -> Double {
    (try? graph.continuousCore(starts: 1, tolerance: 1e-4, execution: Execution(threads: 1)).fit)
      ?? .nan
  }

  private static func matches(_ graph: Graph, rounds: Int) -> Double {
    let count = graph.nodeCount
    let pairs = count * max(0, count - 1) / 2
    // With an odd number one sits out each round.
    let most = rounds.multipliedReportingOverflow(by: count / 2)
    return Double(min(pairs - graph.edgeCount, most.overflow ? pairs : most.partialValue))
  }
}
