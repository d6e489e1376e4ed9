import Foundation
import KnowWho
import Testing

@Suite struct SimulationTests {
  private func plan(
    sizes: [Int] = [5, 14], runs: Int = 30, _ changes: [(Assumption, Double)] = []
  ) throws -> SimulationPlan {
    SimulationPlan(
      sizes: sizes, runs: runs, seed: 3, assumptions: try GroupAssumptions(changes))
  }

  private func folderPath() -> String {
    FileManager.default.temporaryDirectory.appending(path: "knowwho-\(UUID().uuidString)").path
  }

  @Test func cellsCoverAllRunsOnce() throws {
    let plan = try plan(sizes: [14, 5, 14], runs: 60)
    #expect(plan.sizes == [5, 14])
    for size in plan.sizes {
      let runs = plan.cells.filter { $0.size == size }.flatMap { Array($0.runs) }
      #expect(runs == Array(0..<60))
    }
    #expect(Set(plan.cells.map(\.fileName)).count == plan.cells.count)
  }

  /// The same rows at any number of threads, and in a cell of any cut.
  @Test func seedsReproduceAtAnyThreadCount() throws {
    let plan = try plan(runs: 9)
    let whole = SimulationPlan.Cell(size: 14, runs: 0..<9)
    let rows = plan.rows(of: whole, execution: Execution(threads: 1))
    #expect(rows.count == 9 * 5 * 2)
    for threads in [2, 3, 8] {
      #expect(plan.rows(of: whole, execution: Execution(threads: threads)) == rows)
    }
    let last = plan.rows(of: SimulationPlan.Cell(size: 14, runs: 6..<9))
    #expect(last == rows.filter { $0.run >= 6 })
    let other = SimulationPlan(sizes: [14], runs: 9, seed: 4)
    #expect(other.rows(of: whole) != rows)
  }

  @Test func cellsAreReadAsTheyWereComputed() throws {
    let plan = try plan(sizes: [1, 5, 17], runs: 3)
    let path = folderPath()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try SimulationFolder(path, plan: plan)
    #expect(folder.missing == plan.cells)
    // Nothing is made until it is known that something will be computed.
    #expect(!FileManager.default.fileExists(atPath: path))
    try folder.prepare()
    let computed = plan.cells.map { plan.rows(of: $0) }
    try folder.write(computed[1], of: plan.cells[1])
    // Opened again, it goes on where it was.
    let again = try SimulationFolder(path, plan: plan)
    #expect(again.missing == [plan.cells[0], plan.cells[2]])
    try again.write(computed[0], of: plan.cells[0])
    try again.write(computed[2], of: plan.cells[2])
    #expect(try again.rows() == computed.flatMap { $0 })
    let file = "\(path)/cells/\(plan.cells[2].fileName)"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.hasPrefix("# Synthetic data: "))
    // A damaged cell is named, not used.
    for damaged in [String(text.dropLast(20)), text.replacing("flat", with: "flop"), ""] {
      try damaged.write(toFile: file, atomically: true, encoding: .utf8)
      #expect(throws: FileProblem.self) { try again.rows() }
    }
  }

  @Test func otherSettingsAreRefused() throws {
    let path = folderPath()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try SimulationFolder(path, plan: plan()).prepare()
    let settings = try String(contentsOfFile: "\(path)/settings.yaml", encoding: .utf8)
    for other in [
      try plan(sizes: [5]), try plan(runs: 31), try plan([(.attention, 50)]),
    ] {
      let problem = #expect(throws: FileProblem.self) {
        _ = try SimulationFolder(path, plan: other)
      }
      #expect(problem?.description.contains("other settings") ?? false)
      #expect(problem?.description(in: .ja).contains("別の設定") ?? false)
    }
    #expect(try String(contentsOfFile: "\(path)/settings.yaml", encoding: .utf8) == settings)
  }

  /// A model with a known answer: at slope 0 each member is passive with chance ½.
  ///
  /// Intervals of 95 % must then hold ½ in some 95 % of simulations.
  @Test func intervalsCoverTheTruth() throws {
    let assumptions = try GroupAssumptions([(.passivitySlope, 0), (.contacts, 0)])
    let (simulations, runs) = (400, 12)
    var covered = 0
    for seed in 0..<simulations {
      let values = (0..<runs).map { run in
        GroupRun(
          size: 4, scenarios: [.flat], assumptions: assumptions, seed: UInt64(seed), run: run
        ).figures(.flat, .saturating)[.passivity]
      }
      let interval = MeanInterval(of: values)
      if interval.low <= 0.5, 0.5 <= interval.high { covered += 1 }
    }
    // Three standard errors of a share of 0.95 in 400 are 0.033.
    let share = Double(covered) / Double(simulations)
    #expect(abs(share - 0.95) < 0.033, "\(share)")
  }

  /// Against the published table of Student's distribution (two-sided 5 %).
  @Test func studentsQuantiles() {
    let published: [(freedom: Int, value: Double)] = [
      (1, 12.706), (5, 2.571), (10, 2.228), (11, 2.201), (15, 2.131), (29, 2.045), (60, 2.000),
      (120, 1.980), (1000, 1.962),
    ]
    for (freedom, value) in published {
      // Of n values 0 and 1 around ½ the margin is the quantile times the standard error.
      let count = freedom + 1
      let values = (0..<count).map { Double($0 % 2) }
      let mean = values.reduce(0, +) / Double(count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(freedom)
      let interval = MeanInterval(of: values)
      let quantile = interval.margin / (variance / Double(count)).squareRoot()
      #expect(abs(quantile - value) < 0.0006, "\(freedom): \(quantile)")
    }
  }

  @Test func meansLeaveOutWhatIsNotDefined() {
    let mean = MeanInterval(of: [1, .nan, 3])
    #expect(mean.mean == 2 && mean.count == 2)
    #expect(MeanInterval(of: [Double]()).mean.isNaN)
    #expect(MeanInterval(of: [5]).margin.isNaN)
    let difference = MeanInterval(of: [3, 4, .nan], minus: [1, 2, 0])
    #expect(difference.mean == 2 && difference.margin == 0 && difference.count == 2)
  }

  @Test func chartsAreDrawn() throws {
    let plan = try plan(runs: 2)
    let summary = SimulationSummary(plan.cells.flatMap { plan.rows(of: $0) }, plan: plan)
    for language in [Language.en, .ja] {
      let charts = summary.charts(in: language)
      #expect(
        charts.map(\.name) == ["cohesion-reach", "size-saturating", "size-proportional", "leader"])
      for (_, chart) in charts {
        #expect(chart.svg.contains(language == .en ? "Synthetic: " : "架空のデータ"))
        #expect(!chart.svg.contains("nan") && !chart.svg.contains("inf"))
      }
      #expect(try charts[0].chart.renderAndWait(as: .png).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }
    #expect(summary.csv.hasPrefix("# Synthetic data: "))
  }
}
