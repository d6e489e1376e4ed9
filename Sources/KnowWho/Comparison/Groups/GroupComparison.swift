/// Groups side by side: each figure with what it might be, what chance makes of it, and how
/// probable its difference is.
public struct GroupComparison: Sendable {
  /// How a figure compares with random networks.
  public struct Null: Sendable, Equatable {
    /// The figure beside those of the random networks.
    public let test: PermutationTest
    /// Between which numbers 95 % of the random networks lie; nil where none has the figure.
    public let interval: ClosedRange<Double>?
  }

  /// A figure of one group.
  public struct Cell: Sendable {
    /// Its value; NaN where it is not defined.
    public let value: Double
    /// How far it might be off, by drawing members anew; nil where that was not asked.
    public let estimate: BootstrapEstimate?
    /// Beside networks of as many members and ties at random; nil where ties do not decide it.
    public let sameSize: Null?
    /// Beside networks in which every member has as many ties.
    public let sameDegrees: Null?
  }

  /// How a group differs from the first.
  public struct Difference: Sendable {
    /// The value of the first group less that of this one.
    public let value: Double
    /// Between which numbers it lies with 95 %, by the standard errors of both; nil where they are
    /// not known.
    public let interval: ClosedRange<Double>?
    /// How probable it is where members are exchanged at random; nil where they cannot be.
    public let test: PermutationTest?
    /// Whether it is more than chance makes in nineteen of twenty tries; nil where nothing is known.
    ///
    /// Between separate networks both the test and the interval must say so: the test takes members
    /// for independent, which those of one network are not.
    public let isSettled: Bool?
  }

  /// How the difference between two groups is tried.
  public enum Exchange: String, Sendable {
    /// Members of separate networks are exchanged with the numbers they have.
    case numbersOfMembers
    /// Members of one network are put into the groups at random, and all is computed anew.
    case members
  }

  /// The groups.
  public let groups: [ComparedGroup]
  /// For each group a cell for each of ``ComparisonFigure``'s cases.
  public let cells: [[Cell]]
  /// For each group after the first a difference for each of ``ComparisonFigure``'s cases.
  public let differences: [[Difference]]
  /// How differences were tried; nil where groups overlap, so that they were not.
  public let exchange: Exchange?
  /// How often chance was tried.
  public let runs: Int
  /// The seed of all chance.
  public let seed: UInt64

  /// Compares groups of separate networks.
  ///
  /// - Parameters:
  ///   - groups: The groups, at least one.
  ///   - runs: How often chance is tried, for each of interval, probability and null.
  ///   - seed: Equal seeds give equal results, on any number of threads.
  ///   - execution: Threads, progress and cancellation.
  /// - Throws: ``GraphMeasures/ComparisonError`` for runs out of range.
  /// - Complexity: `runs` times that of searches three steps deep from every member.
  public init(
    _ groups: [ComparedGroup], runs: Int = 500, seed: UInt64 = 1, execution: Execution = .standard
  ) throws(ComparisonError) {
    try self.init(groups, runs, seed, .numbersOfMembers, execution) { groups, figures, _ in
      ExchangedMembers(figures: figures, runs: runs, seed: seed).tests(groups.indices)
    }
  }

  /// Compares groups of one network.
  ///
  /// - Parameters:
  ///   - members: The members of each group.
  ///   - names: What each group is called.
  ///   - pool: The network.
  ///   - runs: How often chance is tried, for each of interval, probability and null.
  ///   - seed: Equal seeds give equal results, on any number of threads.
  ///   - execution: Threads, progress and cancellation.
  /// - Throws: ``GraphMeasures/ComparisonError`` for runs out of range.
  /// - Complexity: `runs` times that of searches three steps deep from every member.
  public init(
    _ members: [[Graph.Node]], names: [String], in pool: GroupPool, runs: Int = 500,
    seed: UInt64 = 1, execution: Execution = .standard
  ) throws(ComparisonError) {
    let groups = zip(members, names).map { pool.group(of: $0, name: $1) }
    let all = members.flatMap(\.self)
    let isDisjoint = Set(all).count == all.count
    try self.init(groups, runs, seed, isDisjoint ? .members : nil, execution) {
      isDisjoint
        ? ExchangedLabels(pool: pool, members: members, runs: runs, seed: seed)
          .tests(observed: $1.map(\.values), execution: $2) : []
    }
  }

  private init(
    _ groups: [ComparedGroup], _ runs: Int, _ seed: UInt64, _ exchange: Exchange?,
    _ execution: Execution,
    tests: ([ComparedGroup], [ComparisonFigures], Execution) -> [[PermutationTest?]]
  ) throws(ComparisonError) {
    (self.groups, self.runs, self.seed, self.exchange) = (groups, runs, seed, exchange)
    let steps = Double(2 * groups.count + 1)
    func step(_ number: Int) -> Execution {
      execution.tellingProgress { (Double(number) + $0) / steps }
    }
    let figures = groups.map { $0.figures(seed: seed) }
    let connectivity = groups.map(\.connectivity)
    var cells: [[Cell]] = []
    for (place, group) in groups.enumerated() {
      let estimates = try group.graph.vertexBootstrap(
        replicates: runs, seed: seed, execution: step(2 * place)
      ) { graph, origins in group.drawn(graph, origins, seed: seed) }
      let nulls = GroupNulls(
        of: group, observed: figures[place].values, runs: runs, seed: seed,
        execution: step(2 * place + 1))
      cells.append(
        ComparisonFigure.allCases.indices.map { index in
          let hasInterval =
            ComparisonFigure.allCases[index] != .matches && estimates[index].replicates > 1
          return Cell(
            value: ComparisonFigure.allCases[index] == .connectivity
              ? connectivity[place] : figures[place].values[index],
            estimate: hasInterval ? estimates[index] : nil,
            sameSize: nulls.sameSize[index], sameDegrees: nulls.sameDegrees[index])
        })
    }
    self.cells = cells
    let tests = tests(groups, figures, step(2 * groups.count))
    differences = groups.indices.dropFirst().map { other in
      ComparisonFigure.allCases.indices.map { index in
        Difference(
          cells[0][index], cells[other][index],
          test: tests.isEmpty ? nil : tests[other - 1][index], exchange: exchange)
      }
    }
  }

  /// The figures that some group has.
  public var figures: [ComparisonFigure] {
    ComparisonFigure.allCases.enumerated().filter { place, _ in
      cells.contains { !$0[place].value.isNaN }
    }.map(\.element)
  }

  /// Returns a figure of a group.
  ///
  /// - Parameters:
  ///   - figure: The figure.
  ///   - group: The number of the group.
  /// - Returns: The figure.
  public func cell(_ figure: ComparisonFigure, of group: Int) -> Cell {
    cells[group][figure.place]
  }

  /// Returns how a group differs from the first.
  ///
  /// - Parameters:
  ///   - figure: The figure.
  ///   - group: The number of the group, at least 1.
  /// - Returns: The difference.
  public func difference(_ figure: ComparisonFigure, of group: Int) -> Difference {
    differences[group - 1][figure.place]
  }
}

extension GroupComparison.Difference {
  init(
    _ first: GroupComparison.Cell, _ second: GroupComparison.Cell, test: PermutationTest?,
    exchange: GroupComparison.Exchange?
  ) {
    value = first.value - second.value
    let test = test?.twoSided == nil ? nil : test
    self.test = test
    let errors = [first, second].map { $0.estimate?.standardError ?? .nan }
    let margin = 1.96 * (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot()
    let interval = margin.isFinite && value.isFinite ? (value - margin)...(value + margin) : nil
    self.interval = interval
    let byTest = test?.twoSided.map { $0.value < 0.05 }
    let byInterval = interval.map { !$0.contains(0) }
    isSettled =
      exchange == .members
      ? byTest ?? byInterval : byTest.map { $0 && byInterval ?? true } ?? byInterval
  }
}

extension ComparisonFigure {
  /// Its place among all cases.
  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension ComparedGroup {
  /// The figures of a replicate of this group.
  func drawn(_ graph: Graph, _ origins: [Int], seed: UInt64) -> [Double] {
    ComparisonFigures(
      ties: graph, strong: strong(graph),
      subgroups: subgroups.map { column in origins.map { column[$0] } },
      acts: acts.map { column in origins.map { column[$0] } },
      outsideReach: outsideReach.map { column in origins.map { column[$0] } },
      knowWho: knowWho.map { column in origins.map { column[$0] } }, rounds: rounds, seed: seed
    ).values
  }
}
