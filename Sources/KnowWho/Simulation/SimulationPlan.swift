internal import GraphMeasures
public import GraphModels
public import GraphStructure

/// What is simulated: sizes, scenarios, runs, and what is assumed.
public struct SimulationPlan: Sendable {
  /// Members of the home group, ascending.
  public let sizes: [Int]
  /// How the group is arranged.
  public let scenarios: [GroupScenario]
  /// How attention is divided.
  public let allocations: [GroupAllocation]
  /// Runs a cell, the same people in all scenarios.
  public let runs: Int
  /// Where the numbers come from.
  public let seed: UInt64
  /// What is assumed.
  public let assumptions: GroupAssumptions

  /// Plans a simulation.
  ///
  /// - Parameters:
  ///   - sizes: Members of the home group, each 1 to 10,000.
  ///   - scenarios: How the group is arranged.
  ///   - allocations: How attention is divided.
  ///   - runs: Runs a cell, at least 2.
  ///   - seed: Equal seeds give equal results, at any number of threads.
  ///   - assumptions: What is assumed.
  public init(
    sizes: [Int], scenarios: [GroupScenario] = GroupScenario.allCases,
    allocations: [GroupAllocation] = GroupAllocation.allCases, runs: Int, seed: UInt64,
    assumptions: GroupAssumptions = GroupAssumptions()
  ) {
    precondition(!sizes.isEmpty && !scenarios.isEmpty && !allocations.isEmpty && runs >= 2)
    self.sizes = Set(sizes).sorted()
    (self.scenarios, self.allocations, self.runs) = (scenarios, allocations, runs)
    (self.seed, self.assumptions) = (seed, assumptions)
  }

  /// What every output says first.
  public static let synthetic =
    "Simulated by a model of groups: no tie here was observed, and nothing here says what any real "
    + "group is like."

  /// The same in Japanese.
  public static let syntheticJa =
    "グループのモデルによるシミュレーションです。実際に観察されたつながりではなく、実在の会についての事実を示すものでもありません。"

  /// Some runs of all scenarios at one size: what is computed, and written, at once.
  public struct Cell: Sendable, Hashable {
    /// Members of the home group.
    public let size: Int
    /// The runs.
    public let runs: Range<Int>

    /// Names a cell.
    ///
    /// - Parameters:
    ///   - size: Members of the home group.
    ///   - runs: The runs.
    public init(size: Int, runs: Range<Int>) {
      (self.size, self.runs) = (size, runs)
    }

    /// The name of the cell's file.
    public var fileName: String {
      func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
      }
      return "n\(padded(size, 5))-runs-\(padded(runs.lowerBound, 5))-"
        + "\(padded(runs.upperBound - 1, 5)).csv"
    }
  }

  private static let runsPerCell = 25

  /// All cells, small groups first.
  public var cells: [Cell] {
    sizes.flatMap { size in
      stride(from: 0, to: runs, by: Self.runsPerCell).map {
        Cell(size: size, runs: $0..<min(runs, $0 + Self.runsPerCell))
      }
    }
  }

  /// How long a run at a size takes, up to a factor: pairs are ordered, and members ask.
  static func cost(ofSize size: Int) -> Double { 8 + Double(size) + Double(size * size) / 600 }

  /// How long the cell takes, up to a factor.
  ///
  /// - Parameter cell: A cell.
  /// - Returns: A number above 0.
  public static func cost(of cell: Cell) -> Double {
    cost(ofSize: cell.size) * Double(cell.runs.count)
  }

  /// Computes a cell.
  ///
  /// - Parameters:
  ///   - cell: One of ``cells``.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: A row for each run, scenario and allocation, in this order; fewer once cancelled.
  public func rows(of cell: Cell, execution: Execution = .standard) -> [SimulationRow] {
    execution.map(cell.runs.count, chunkSize: 1, makeScratch: {}) { index, _ in
      let number = cell.runs.lowerBound + index
      let run = GroupRun(
        size: cell.size, scenarios: scenarios, assumptions: assumptions, seed: seed, run: number)
      return scenarios.flatMap { scenario in
        allocations.map { allocation in
          SimulationRow(
            scenario: scenario, allocation: allocation, size: cell.size, run: number,
            figures: run.figures(scenario, allocation))
        }
      }
    }.flatMap { $0 }
  }

  /// Tries runs of a small, a middling and a large group, none above 300 members.
  ///
  /// - Returns: About how many seconds of one processor a cost of 1 takes.
  public func secondsPerCost() -> Double {
    let clock = ContinuousClock()
    let tried = [sizes[0], sizes[sizes.count / 2], sizes[sizes.count - 1]].map { min($0, 300) }
    let spent = clock.measure {
      for (number, size) in tried.enumerated() {
        _ = rows(
          of: Cell(size: size, runs: number..<(number + 1)), execution: Execution(threads: 1))
      }
    }
    return (spent / .seconds(1)) / tried.reduce(0) { $0 + Self.cost(ofSize: $1) }
  }
}

/// The figures of one run of one scenario.
public struct SimulationRow: Sendable, Equatable {
  /// How the group was arranged.
  public let scenario: GroupScenario
  /// How attention was divided.
  public let allocation: GroupAllocation
  /// Members of the home group.
  public let size: Int
  /// The number of the run.
  public let run: Int
  /// What was measured.
  public let figures: GroupFigures
}
