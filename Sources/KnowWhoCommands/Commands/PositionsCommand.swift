internal import ArgumentParser
internal import KnowWho

/// `knowwho positions`: groups of actors whose ties are alike, and how these groups are tied.
struct PositionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "positions",
    abstract: Language.ofCommandLine(
      "Find positions: actors whose ties are alike, and how the positions are tied.",
      "ポジション（つながり方が似た主体の集まり）と、ポジションどうしのつながりを調べます。"),
    discussion: Language.ofCommandLine(
      "structural: ties with the same others. regular: the same kinds of ties with others who are "
        + "alike in turn (REGE). concor: iterated correlations divide the network in two, and each "
        + "part again. The image says between which positions ties are dense.",
      "structural は「同じ相手とのつながり」、regular は「似た立場の相手との同じ種類のつながり」（REGE）で比べます。"
        + "concor は相関をくり返しとってネットワークを二つに分け、それぞれをまた二つに分けます。"
        + "イメージ行列は、どのポジションの間につながりが密かを示します。"))

  @OptionGroup var input: NetworkOptions
  @OptionGroup var options: ViewOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "structural, regular or concor.", "比べ方：structural、regular、concor のいずれか。")))
  var by = PositionMethod.structural

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "How many positions (default: 4); with concor 2, 4, 8 and so on, at most so many.",
        "ポジションの数（既定では4）。concor では 2、4、8 などで、多くてもその数になります。")))
  var groups: Int?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "With structural: euclidean, correlation, jaccard or matches.",
        "structural での比べ方：euclidean（距離）、correlation（相関）、jaccard、matches（一致率）。")))
  var compare: TieComparison?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "How actors are grouped: average (default), single or complete linkage; not with concor.",
        "まとめ方：average（平均。既定）、single（最短）、complete（最長）。concor では使えません。")))
  var linkage: Linkage?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "From which density on a block counts as dense (default: that of the whole network).",
        "密とみなす密度の下限（既定ではネットワーク全体の密度）。")))
  var alpha: Double?

  @OptionGroup var strength: StrengthOption

  func validate() throws {
    let language = Language.ofCommandLine
    func refuse(_ english: String, _ japanese: String) throws -> Never {
      throw ValidationError(language(english, japanese))
    }
    if let groups, groups < 1 {
      try refuse("--groups \(groups): write a number from 1", "--groups \(groups)：1以上の数を書いてください")
    }
    if by == .concor, let groups, groups < 2 || groups.nonzeroBitCount != 1 {
      try refuse(
        "--groups \(groups): concor divides in two again and again; write 2, 4, 8 or 16",
        "--groups \(groups)：concor は二つずつに分けます。2、4、8、16 などを書いてください")
    }
    if by != .structural, compare != nil {
      try refuse(
        "--compare needs --by structural", "--compare は --by structural のときだけ使えます")
    }
    if by == .concor, linkage != nil {
      try refuse(
        "--linkage does not go with --by concor, which groups by itself",
        "--linkage は --by concor では使えません（concor は自ら分けます）")
    }
    if let alpha, !(alpha >= 0 && alpha.isFinite) {
      try refuse(
        "--alpha \(alpha): write a density, such as 0.2", "--alpha \(alpha)：0.2 のような密度を書いてください")
    }
  }

  func run() throws {
    let job = limits.begin()
    let network = try input.read(in: job)
    let view = try options.view(
      of: network, leavingOutOthers: true, in: job, threads: input.reading.threads)
    let language = input.reading.language
    try strength.check(view)
    let (search, graph, alpha) = (search(in: view.graph), view.graph, alpha)
    guard !limits.estimate else {
      var report = EstimateReport(job: job, threads: input.reading.threads)
      try report.add("positions", in: job) { _ = try search.positions(of: graph, $0) }
      return try report.write(to: output)
    }
    let execution = job.execution(threads: input.reading.threads)
    let model = try job.perform(language("finding positions", "ポジションを探索中")) {
      try graph.blockmodel(
        of: search.positions(of: graph, execution), alpha: alpha, values: search.values)
    }
    let report = PositionsReport(
      title: language.title(of: network, at: input.network), network: network, view: view,
      search: search, model: model, isAlphaGiven: alpha != nil, language: language,
      notes: try options.notes(on: view, of: network))
    switch output.format {
    case .table: try output.write(report.table)
    case .csv:
      for note in report.allNotes { Console.note(note) }
      try output.write(report.csv)
    case .json: try output.write(report.json.written)
    }
  }

  private func search(in graph: Graph) -> PositionSearch {
    PositionSearch(
      method: by, groups: groups ?? min(PositionSearch.standardGroups, max(1, graph.nodeCount)),
      comparison: compare ?? .euclidean, linkage: linkage ?? .average,
      values: strength.values)
  }
}
