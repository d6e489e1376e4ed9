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

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "With --scale: runs of the model, 2 to 100000.", "--scale のとき：モデルの試行の回数（2～100000）。")))
  var scaleRuns = 200

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "With --scale: draw a figure into this .svg or .png file.",
        "--scale のとき：この .svg または .png ファイルに図を描きます。"), valueName: "file"))
  var figure: String?

  @OptionGroup var assumed: AssumptionOptions

  var isAsked: Bool { scale != nil }

  /// Checks what was given against the networks that were named.
  func check(networks: [String]) throws {
    let language = Language.ofCommandLine
    guard scale != nil else {
      guard networks.count < 2 else { return }
      throw ValidationError(
        language(
          "name two networks, or ask the model with --scale technomix,krip",
          "二つのネットワークを指定するか、--scale technomix,krip でモデルに尋ねてください"))
    }
    guard networks.isEmpty else {
      throw ValidationError(
        language(
          "--scale compares groups of the model; leave the networks out",
          "--scale はモデルの会を比べます。ネットワークの指定を外してください"))
    }
    try SimulateCommand.check(scaleRuns, 2...100_000, "--scale-runs")
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
  let reading: ReadingOptions
  let output: OutputOptions
  let limits: LimitOptions

  func run() throws {
    let language = reading.language
    let sizes = try options.sizes(language)
    let assumptions = try options.assumed.read(in: language)
    let (runs, seed) = (options.scaleRuns, reading.seed ?? 1)
    let ending = options.figure.map { NetworkFile.fileExtension(of: $0) }
    if let ending, ending != "svg", ending != "png" {
      throw CommandFailure.usage(
        language(
          "--figure \(options.figure ?? ""): name a file that ends in .svg or .png",
          "--figure \(options.figure ?? "")：.svg または .png で終わるファイル名を指定してください"))
    }
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
    if let figure = options.figure {
      let chart = report.figure
      let bytes = ending == "svg" ? Array(chart.svg.utf8) : try chart.pngAndWait()
      try AtomicFile.write(bytes, to: figure)
      Console.note(language("wrote \(figure)", "\(figure) を書き込みました"))
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
