public import GraphModels
internal import NetworkData
internal import NetworkFiles

/// The means of a simulation with their intervals.
public struct SimulationSummary: Sendable {
  /// A scenario at a size under an allocation.
  public struct Case: Sendable, Hashable {
    /// How the group was arranged.
    public let scenario: GroupScenario
    /// How attention was divided.
    public let allocation: GroupAllocation
    /// Members of the home group.
    public let size: Int

    /// Names a case.
    ///
    /// - Parameters:
    ///   - scenario: How the group was arranged.
    ///   - allocation: How attention was divided.
    ///   - size: Members of the home group.
    public init(_ scenario: GroupScenario, _ allocation: GroupAllocation, _ size: Int) {
      (self.scenario, self.allocation, self.size) = (scenario, allocation, size)
    }
  }

  /// The plan that was carried out.
  public let plan: SimulationPlan
  private var figuresOf: [Case: [GroupFigures]] = [:]

  /// Sums rows up.
  ///
  /// - Parameters:
  ///   - rows: A row for each run of each case of the plan, in the order of the runs.
  ///   - plan: The plan.
  public init(_ rows: [SimulationRow], plan: SimulationPlan) {
    self.plan = plan
    for row in rows {
      figuresOf[Case(row.scenario, row.allocation, row.size), default: []].append(row.figures)
    }
  }

  /// All cases, by scenario, allocation and size.
  public var cases: [Case] {
    plan.scenarios.flatMap { scenario in
      plan.allocations.flatMap { allocation in
        plan.sizes.map { Case(scenario, allocation, $0) }
      }
    }
  }

  /// Returns a figure of each run of a case.
  func values(_ figure: GroupFigure, _ asked: Case) -> [Double] {
    (figuresOf[asked] ?? []).map { $0[figure] }
  }

  /// Returns the mean of a figure.
  ///
  /// - Parameters:
  ///   - figure: The figure.
  ///   - asked: The case.
  /// - Returns: The mean over the runs in which it is defined.
  public func mean(_ figure: GroupFigure, _ asked: Case) -> MeanInterval {
    MeanInterval(of: values(figure, asked))
  }

  /// Returns the mean difference of two figures, run by run.
  ///
  /// - Parameters:
  ///   - one: A figure and its case.
  ///   - other: What is subtracted.
  /// - Returns: The mean difference; pairs make its interval narrow.
  public func difference(
    _ one: (GroupFigure, Case), minus other: (GroupFigure, Case)
  ) -> MeanInterval {
    MeanInterval(of: values(one.0, one.1), minus: values(other.0, other.1))
  }

  /// The means as tidy CSV: a row a case and figure.
  public var csv: String {
    var text = SimulationTable.comment
    text += CSVCell.row([
      "scenario", "allocation", "size", "figure", "mean", "low", "high", "runs",
    ])
    for asked in cases {
      for figure in GroupFigure.allCases {
        let mean = mean(figure, asked)
        guard mean.count > 0 else { continue }
        text += CSVCell.row(
          [asked.scenario.rawValue, asked.allocation.rawValue, "\(asked.size)", figure.rawValue]
            + [mean.mean, mean.low, mean.high].map { $0.isNaN ? "" : NumberText.shortest($0) }
            + ["\(mean.count)"])
      }
    }
    return text
  }
}
