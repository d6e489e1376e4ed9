internal import ArgumentParser
internal import KnowWho

/// `knowwho cohesion`: how a network holds together, and what would part it.
struct CohesionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cohesion",
    abstract: Language.ofCommandLine(
      "How a network holds together: pairs, triads, cliques, cores, and what would part it.",
      "ネットワークのまとまり：二者・三者の型、クリーク、コア、どこで分かれるか。"),
    discussion: Language.ofCommandLine(
      "Figures of the whole, and one list: --triads the 16 types of triads; --cliques the maximal "
        + "cliques; --plexes K groups in which each may lack K - 1 ties (itself counted: K); --trusses "
        + "how many ties lie how deep in triangles; --components the k-components: who stays "
        + "connected whichever k - 1 of them go (Moody and White); --parting the actors and ties "
        + "without which the network falls into more parts; --between A,B the shortest ways from A "
        + "to B, and how few would part the two.",
      "全体の数値に加え、次のうち一つの一覧を示します。--triads：三者の型16種の数。--cliques：極大クリーク。"
        + "--plexes K：各自が（自分を含めて）K までつながりを欠いてよい集まり。--trusses：三角形にどれだけ深く入っているか、つながりの数。"
        + "--components：k-成分（そのうち k−1 の主体が抜けてもつながり続ける集まり。Moody と White）。"
        + "--parting：なくなるとネットワークが分かれる主体とつながり。--between A,B：A から B への最短の道のりと、二者を分かつ最少の数。"))

  @OptionGroup var input: NetworkOptions
  @OptionGroup var options: ViewOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var lists: CohesionLists

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Also how alike tied actors are by this column of actors.csv, or by kind.",
        "actors.csv のこの列（または kind）で、つながる主体どうしがどれほど同類かも示します。"),
      valueName: "column"))
  var groupBy: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Also how alike tied actors are in the numbers of this column of actors.csv.",
        "actors.csv のこの列の数値が、つながる主体どうしでどれほど近いかも示します。"),
      valueName: "column"))
  var byNumber: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Give figures as another tool does: networkx, igraph, networkit, sna or ucinet.",
        "数値をほかのツール（networkx、igraph、networkit、sna、ucinet）と同じ方式で示します。")))
  var match: Peer?

  func run() throws {
    let job = limits.begin()
    let network = try input.read(in: job)
    let view = try options.view(
      of: network, leavingOutOthers: true, in: job, threads: input.reading.threads)
    let graph = view.graph
    let cliqueLimit = lists.cliqueLimit
    let pair = try lists.pair(of: view, in: network)
    let groups = try groupBy.map { try GroupOption.groups(of: view, by: $0, in: network) }
    let numbers = try byNumber.map {
      try NumberColumn(option: "--by-number", column: $0).values(of: view, in: network)
    }
    guard !limits.estimate else {
      var report = EstimateReport(job: job, threads: input.reading.threads)
      try report.add("cohesion", in: job) {
        _ = try CohesionProfile(of: graph, cliqueLimit: cliqueLimit, execution: $0)
      }
      return try report.write(to: output)
    }
    let execution = job.execution(threads: input.reading.threads)
    let profile = try job.perform(language("measuring cohesion", "まとまりを計算中")) {
      try CohesionProfile(of: graph, cliqueLimit: cliqueLimit, execution: execution)
    }
    var report = FigureReport(
      title: language(
        "\(language.title(of: network, at: input.network)): cohesion",
        "\(language.title(of: network, at: input.network))：まとまり"),
      description: network.description, language: language)
    let figures = CohesionFigures(
      profile: profile, view: view, network: network, language: language, match: match)
    report.figures = figures.all
    if let groups, let groupBy {
      report.figures.append(
        .init(
          key: "assortativity",
          title: language("assortativity by \(groupBy)", "\(groupBy) の同類性"),
          value: .number(graph.assortativity(ofCategories: groups.groups))))
    }
    if let numbers, let byNumber {
      report.figures.append(
        .init(
          key: "numericAssortativity",
          title: language("assortativity by the number \(byNumber)", "\(byNumber)（数値）の同類性"),
          value: .number(graph.assortativity(of: numbers))))
    }
    report.conventions = figures.conventions
    let list = lists
    let table = try job.perform(language("listing", "一覧を作成中")) {
      try list.table(
        of: view, network, profile, pair: pair, language: Language.ofCommandLine, execution)
    }
    if let table {
      report.rowsKey = table.key
      report.columns = table.columns
    }
    report.notes =
      (table?.notes ?? []) + figures.sentences + (try options.notes(on: view, of: network))
    try report.write(to: output)
  }

  private var language: Language { input.reading.language }
}
