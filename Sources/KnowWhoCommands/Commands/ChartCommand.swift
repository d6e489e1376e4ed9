internal import ArgumentParser
internal import KnowWho

/// `knowwho chart`: a chart of a network.
struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: Language.ofCommandLine(
      "Draw a chart: a ranking, a distribution, a matrix, or memberships over time.",
      "グラフを描きます：順位、分布、行列、会員の移り変わり。"),
    discussion: Language.ofCommandLine(
      "ranking: the actors with the highest scores. distribution: how scores are spread, on "
        + "logarithmic axes. matrix: who is tied to whom, in blocks. members: from when to when "
        + "each was in a group, fading where dates are uncertain. Figures over the years are drawn "
        + "by timeline -o.",
      "ranking：値の大きい主体の順。distribution：値の分布（両対数）。matrix：誰と誰がつながっているか（区切りごと）。"
        + "members：各会員がいつからいつまで会にいたか（日付が不確かなところは薄く描きます）。"
        + "年ごとの推移の図は timeline -o で描けます。"))

  /// What is drawn.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case ranking
    case distribution
    case matrix
    case members
  }

  @Argument(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "ranking, distribution, matrix or members.", "ranking、distribution、matrix、members のいずれか。")))
  var kind: Kind

  @OptionGroup var input: NetworkOptions
  @OptionGroup var options: ViewOptions
  @OptionGroup var limits: LimitOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      Language.ofCommandLine("The file to write: .svg, .png or .pdf.", "書き込むファイル（.svg、.png、.pdf）。"))
  )
  var output: String

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "ranking and distribution: the measure.", "ranking と distribution で使う指標。")))
  var measure = "degree"

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine("ranking: how many actors.", "ranking：示す主体の数。")))
  var top = 20

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "matrix: what blocks are: community, kind or a column of actors.csv.",
        "matrix：区切り方：community（まとまり）、kind（種類）、または actors.csv の列。"),
      valueName: "column"))
  var groupBy = "community"

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "members: whose members (default: of the largest group).",
        "members：どの会の会員か（既定は最も大きい会）。"), valueName: "actor"))
  var group: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "light, dark, or print: in greys.", "light（明るい背景）、dark（暗い背景）、print（白黒印刷用）。")))
  var theme = DiagramStyle.Theme.light

  private var language: Language { input.reading.language }

  func validate() throws {
    try NumberCheck.check(top, 1...200, "--top")
  }

  func run() throws {
    guard FigureFile.isPicture(output) else {
      throw CommandFailure.usage(
        language(
          "-o \(output): name a file that ends in .svg, .png or .pdf",
          "-o \(output)：.svg、.png、.pdf のいずれかで終わるファイル名を指定してください"))
    }
    let job = limits.begin()
    let network = try input.read(in: job)
    let view = try options.view(
      of: network, leavingOutOthers: kind == .matrix, in: job, threads: input.reading.threads)
    var charts = NetworkCharts(
      of: view, in: network, language: language, foot: [try periodWords(network)])
    charts.style = DiagramStyle(theme)
    switch kind {
    case .ranking, .distribution: try drawScores(charts, in: job)
    case .matrix: try write(charts.matrix(by: try groups(charts, job), meaning: blockWords))
    case .members: try write(try members(charts))
    }
    for note in try options.notes(on: view, of: network) { Console.note(note) }
  }

  private func write(_ chart: some Chart) throws {
    try FigureFile.write(chart, to: output, language)
  }

  private func drawScores(_ charts: NetworkCharts, in job: Job) throws {
    guard let measure = try NodeMeasure.list(measure).first else { return }
    let run = MeasureRun(
      job: job, threads: input.reading.threads, graph: charts.view.graph, twoMode: nil,
      settings: NodeMeasure.Settings())
    try run.check([measure])
    guard !limits.estimate else { return Console.write(try run.estimate([measure]).table) }
    guard let column = try run.columns(of: [measure]).columns.first else { return }
    if kind == .distribution {
      try write(charts.distribution(of: column, measure))
    } else {
      let kinds = try options.actorKinds(in: charts.network)
      try write(charts.ranking(by: column, measure, top: top, kinds: kinds))
    }
  }

  private var blockWords: String {
    groupBy == "community" ? language("communities found", "見つかったまとまり") : groupBy
  }

  private func groups(_ charts: NetworkCharts, _ job: Job) throws -> DiagramGroups {
    let (network, view, language) = (charts.network, charts.view, language)
    let columns = network.actors.attributes.map(\.name) + ["kind"]
    if columns.contains(groupBy) {
      return DiagramGroups.byColumn(groupBy, in: [network], language: language)[0]
    }
    guard groupBy == "community" else {
      throw CommandFailure.noColumn(groupBy, option: "--group-by", in: network, language)
    }
    let (seed, execution) = (
      input.reading.seed ?? 1, job.execution(threads: input.reading.threads)
    )
    return try job.perform(language("finding communities", "コミュニティを探索中")) {
      try DiagramGroups.byCommunity(
        of: view, in: network, seed: seed, language: language, execution: execution)
    }
  }

  private func members(_ charts: NetworkCharts) throws -> SpanChart {
    let network = charts.network
    let named = try group.map { try network.actor(named: $0, option: "--group", language) }
    let group = named ?? charts.largestGroup
    let chart = try group.flatMap { charts.members(of: $0, in: try options.period) }
    guard let chart else {
      throw CommandFailure.data(
        language(
          "no dated membership is there to be drawn; members needs ties of the kind membership with "
            + "began_from, began_to, ended_from or ended_to",
          "日付のある会員のつながりがありません。種類が membership で、began_from、began_to、ended_from、ended_to の"
            + "いずれかがあるつながりが必要です"))
    }
    return chart
  }

  private func periodWords(_ network: Network) throws -> String {
    if let period = try options.period {
      return language("Ties alive in \(period).", "\(period) に存続したつながり。")
    }
    return network.ties.haveDates ? language("Every tie ever.", "全期間のつながり。") : ""
  }
}
