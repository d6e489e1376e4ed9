internal import ArgumentParser
internal import KnowWho
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// `knowwho simulate`: groups of many sizes and arrangements, from the model.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: Language.ofCommandLine(
      "Simulate groups of many sizes: cohesion, reach, passivity, walls, the leader leaving.",
      "さまざまな人数の会をシミュレーションし、凝集性、届く相手、受身の会員、壁、代表の退任の影響を調べます。"),
    discussion: Language.ofCommandLine(
      "Synthetic: a model whose every assumption has a name (A1 to A15). Results go into a folder, "
        + "cell by cell, so a run that was interrupted goes on where it was; charts are drawn as SVG "
        + "and PNG. Scenarios: flat, committees, sisters (sister groups whose ties all hold), "
        + "sisters-four, sisters-leader.",
      "架空のデータです。仮定はすべて名前（A1～A15）で変えられます。結果は少しずつフォルダーに保存するため、中断しても続きから再開できます。"
        + "図は SVG と PNG で描きます。シナリオ：flat（部会なし）、committees（部会あり）、sisters（姉妹グループ、全員が担う）、"
        + "sisters-four（4人が担う）、sisters-leader（代表だけが担う）。"))

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Members of the group: numbers and ranges, such as 5..1000 or 16,495.",
        "会の人数：5..1000 や 16,495 のように、数と範囲で書きます。")))
  var size = "5..1000"

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Scenarios, separated by commas, or all.", "シナリオ（コンマ区切り）、または all。")))
  var scenario = "all"

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Runs a size, 2 to 100000, on the same people in all scenarios.",
        "人数ごとの試行の回数（2～100000）。どのシナリオも同じ人々で比べます。")))
  var runs = 200

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine("Equal seeds give equal results.", "乱数のシード値。同じ値なら同じ結果になります。")))
  var seed: UInt64 = 1

  @OptionGroup var assumed: AssumptionOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      Language.ofCommandLine("The folder for results.", "結果を保存するフォルダー。"), valueName: "folder"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "What is printed: table, csv or json.", "画面に出す形式：table（表）、csv、json のいずれか。")))
  var format = OutputOptions.Format.table

  @Flag(
    help: ArgumentHelp(
      Language.ofCommandLine("Do not ask before long work.", "長い計算でも確認せずに始めます。")))
  var yes = false

  @Flag(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "List all assumptions with default, range and origin, and end.",
        "すべての仮定を、既定の値・範囲・根拠とともに示して終わります。")))
  var listAssumptions = false

  @OptionGroup var work: ThreadsOption

  @OptionGroup var speech: LanguageOption

  @OptionGroup var limits: LimitOptions

  private var language: Language { speech.language }

  /// Longer work is begun only when that is wanted.
  private static let longWork = 1800.0

  func validate() throws {
    try NumberCheck.check(runs, 2...100_000, "--runs")
  }

  func run() throws {
    guard !listAssumptions else { return Console.write(AssumptionOptions.table(language)) }
    let job = limits.begin()
    let plan = try plan()
    guard let output else {
      throw CommandFailure.usage(
        language(
          "name a folder for the results with -o", "-o で結果を保存するフォルダーを指定してください"))
    }
    let threads = work.threads ?? Execution.processorCount
    if limits.estimate {
      return Console.write(estimateText(seconds(plan.cells, plan, threads), plan))
    }
    let folder = try SimulationFolder(output, plan: plan)
    let missing = folder.missing
    if !missing.isEmpty {
      try confirm(seconds(missing, plan, threads))
      try folder.prepare()
      try compute(missing, of: plan, into: folder, in: job, threads: threads)
    }
    let summary = SimulationSummary(try folder.rows(), plan: plan)
    let report = SimulationReport(summary: summary, language: language)
    try write(report, summary, to: output)
    switch format {
    case .table: Console.write(report.text)
    case .csv: Console.write(summary.csv)
    case .json: Console.write(report.json.written)
    }
    Console.note(
      language(
        "wrote results.csv, results.json and charts (SVG, PNG) to \(output)",
        "\(output) に results.csv、results.json と図（SVG、PNG）を書き込みました"))
  }

  private func plan() throws -> SimulationPlan {
    let names = scenario.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let scenarios =
      scenario == "all" ? GroupScenario.allCases : try names.map { try Self.scenario($0, language) }
    let assumptions = try assumed.read(in: language)
    // Who sets A4 asks for one allocation; otherwise both are reported.
    let isChosen =
      assumed.settings.contains { $0.lowercased().hasPrefix("a4=") }
      || assumptions[.allocation] != Assumption.allocation.meaning.standard
    let chosen = GroupAllocation.allCases[Int(assumptions[.allocation])]
    return SimulationPlan(
      sizes: try SizeList.read(size, language), scenarios: scenarios,
      allocations: isChosen ? [chosen] : GroupAllocation.allCases, runs: runs, seed: seed,
      assumptions: assumptions)
  }

  private static func scenario(_ name: String, _ language: Language) throws -> GroupScenario {
    if let scenario = GroupScenario(rawValue: name) { return scenario }
    let known = GroupScenario.allCases.map(\.rawValue)
    let nearest = Spelling.nearest(to: name, in: known)
    throw CommandFailure.usage(
      language(
        "--scenario \(name): " + (nearest.map { "did you mean \($0)? " } ?? "")
          + "scenarios: \(known.joined(separator: ", ")), or all",
        "--scenario \(name)：" + (nearest.map { "\($0) のことでしょうか。" } ?? "")
          + "シナリオ：\(known.joined(separator: "、"))、または all"))
  }

  // MARK: Long work

  private func seconds(
    _ cells: [SimulationPlan.Cell], _ plan: SimulationPlan, _ threads: Int
  ) -> Double {
    let cost = cells.reduce(0) { $0 + SimulationPlan.cost(of: $1) }
    return cost * plan.secondsPerCost() / Double(min(threads, Execution.processorCount))
  }

  private func estimateText(_ seconds: Double, _ plan: SimulationPlan) -> String {
    let (time, cells) = (Amount.time(seconds), plan.cells.count)
    return language(
      "About \(time) for \(cells) cells; nothing was computed.\n",
      "\(cells)区画の計算に約\(time)かかります。計算はしていません。\n")
  }

  private func confirm(_ seconds: Double) throws {
    guard seconds > Self.longWork, !yes else { return }
    let time = Amount.time(seconds)
    let advice = language(
      "this would take about \(time); ask for fewer runs or sizes, or add --yes",
      "計算に約\(time)かかる見込みです。回数や人数を減らすか、--yes を付けてください")
    guard isatty(0) == 1, isatty(2) == 1 else { throw CommandFailure.usage(advice) }
    Console.draw(
      language(
        "knowwho: this would take about \(time). Go on? [y/N] ",
        "knowwho: 計算に約\(time)かかる見込みです。続けますか。[y/N] "))
    guard let answer = readLine(), ["y", "yes", "はい"].contains(answer.lowercased()) else {
      throw CommandFailure.usage(advice)
    }
  }

  private func compute(
    _ cells: [SimulationPlan.Cell], of plan: SimulationPlan, into folder: SimulationFolder,
    in job: Job, threads: Int
  ) throws {
    let total = cells.reduce(0) { $0 + SimulationPlan.cost(of: $1) }
    let step = language("simulating", "シミュレーション中")
    ProgressBar.shared.begin(step)
    var done = 0.0
    for cell in cells {
      let kept = language(
        "finished cells are kept in \(folder.path); the same command goes on from there",
        "計算の済んだ区画は \(folder.path) に残っています。同じコマンドで続きから再開できます")
      Interruption.kept.withLock { $0 = kept }
      let (before, share) = (done, SimulationPlan.cost(of: cell))
      let execution = job.execution(threads: threads).tellingProgress {
        // Only the last cell ends the bar.
        min((before + $0 * share) / total, before + share < total ? 0.999 : 1)
      }
      do {
        let rows = try job.perform(step) { plan.rows(of: cell, execution: execution) }
        try folder.write(rows, of: cell)
      } catch let stopped as Job.Stopped {
        throw CommandFailure.limit(
          stopped.reason + language("; ", "。") + kept)
      }
      done += share
    }
    Interruption.kept.withLock { $0 = nil }
  }

  private func write(
    _ report: SimulationReport, _ summary: SimulationSummary, to folder: String
  ) throws {
    ProgressBar.shared.begin(language("drawing charts", "図を作成中"))
    try AtomicFile.write(Array(summary.csv.utf8), to: "\(folder)/results.csv")
    try AtomicFile.write(Array(report.json.written.utf8), to: "\(folder)/results.json")
    for (name, chart) in summary.charts(in: language) {
      try AtomicFile.write(Array(chart.svg.utf8), to: "\(folder)/\(name).svg")
      try AtomicFile.write(try chart.renderAndWait(as: .png), to: "\(folder)/\(name).png")
    }
  }
}
