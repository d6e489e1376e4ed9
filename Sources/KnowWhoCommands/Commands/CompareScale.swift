internal import ArgumentParser
internal import KnowWho

/// What is asked of `knowwho compare --scale`.
struct ScaleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Compare groups of these sizes by the model: technomix (16), krip (495) or numbers; "
          + "synthetic. No network is given then.",
        "モデルで規模を比べます：technomix（16人）、krip（495人）、または人数（コンマ区切り）。架空のデータによる比較で、ネットワークは指定しません。"
      )))
  var scale: String?

  @OptionGroup var assumed: AssumptionOptions

  var isAsked: Bool { scale != nil }

  /// Checks that nothing else is to be compared.
  func check(networks: [String], isGrouped: Bool) throws {
    guard !networks.isEmpty || isGrouped else { return }
    throw ValidationError(
      Language.ofCommandLine(
        "--scale compares groups of the model; leave networks and --group-by out",
        "--scale はモデルの会を比べます。ネットワークと --group-by の指定を外してください"))
  }

  /// The sizes to be compared, as they were named.
  func sizes(_ language: Language) throws -> [(name: String, size: Int)] {
    let known = ["technomix": 16, "krip": 495]
    let parts = (scale ?? "").split(separator: ",", omittingEmptySubsequences: false)
    let sizes = parts.compactMap { part -> (name: String, size: Int)? in
      if let size = known[String(part)] { return (String(part), size) }
      guard let size = Int(part), (5...SizeList.limit).contains(size) else { return nil }
      return ("n=\(size)", size)
    }
    guard sizes.count == parts.count, sizes.count >= 2, Set(sizes.map(\.size)).count == sizes.count
    else {
      throw CommandFailure.usage(
        language(
          "--scale \(scale ?? ""): write two or more of technomix, krip and numbers from 5 to "
            + "\(SizeList.limit), such as technomix,krip",
          "--scale \(scale ?? "")：technomix、krip、5から\(SizeList.limit)までの人数のうち二つ以上を、technomix,krip のように書いてください"
        ))
    }
    return sizes
  }
}

/// Compares groups of some sizes by the model, and decides the paper's knot.
struct CompareScale {
  let options: ScaleOptions
  let runs: Int
  let figure: String?
  let reading: ReadingOptions
  let output: OutputOptions
  let limits: LimitOptions

  func run() throws {
    let language = reading.language
    let sizes = try options.sizes(language)
    let assumptions = try options.assumed.read(in: language)
    let (runs, seed) = (runs, reading.seed ?? 1)
    let job = limits.begin()
    let execution = job.execution(threads: reading.threads)
    let plan = SimulationPlan(
      sizes: sizes.map(\.size), runs: runs, seed: seed, assumptions: assumptions)
    if limits.estimate {
      // Fifteen combinations of A9 and A11 ask again; ties are made once.
      let cost = plan.cells.reduce(0) { $0 + SimulationPlan.cost(of: $1) } * 4
      let seconds = cost * plan.secondsPerCost() / Double(execution.threads)
      return Console.write(
        language("About \(Amount.time(seconds)).\n", "約\(Amount.time(seconds))かかります。\n"))
    }
    let rows = try job.perform(language("simulating groups", "会をシミュレーション中")) {
      plan.cells.flatMap { plan.rows(of: $0, execution: execution) }
    }
    let summary = SimulationSummary(rows, plan: plan)
    let decision = try job.perform(
      language("trying all assumptions on relays and passivity", "取り次ぎと受身の仮定をすべて試行中")
    ) {
      ScaleDecision(
        homeSize: sizes[0].size, sizes: ScaleDecision.standardSizes + sizes.map(\.size),
        runs: runs, seed: seed, assumptions: assumptions, execution: execution)
    }
    let report = ScaleReport(
      sizes: sizes, summary: summary, decision: decision, language: language)
    if let figure {
      try FigureFile.write(report.figure, to: figure, language)
    }
    switch output.format {
    case .table: try output.write(report.text)
    case .csv:
      for sentence in report.verdict { Console.note(sentence) }
      try output.write(report.csv)
    case .json: try output.write(report.json.written)
    }
  }
}
