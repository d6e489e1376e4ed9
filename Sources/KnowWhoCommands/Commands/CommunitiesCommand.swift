internal import ArgumentParser
internal import KnowWho

/// `knowwho communities`: groups of actors that have more ties among themselves than chance gives.
struct CommunitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "communities",
    abstract: Language.ofCommandLine(
      "Find communities: actors with more ties among themselves than to be expected.",
      "まとまり（互いのつながりが特に多い主体の集まり）を見つけます。"),
    discussion: Language.ofCommandLine(
      "Modularity compares the ties within communities with what the numbers of ties of their "
        + "actors let expect; cpm, the constant Potts model, with a density of its own, the "
        + "resolution. Other seeds may find other communities that are nearly as good. --given judges "
        + "groups that are known, --against says how far two ways to divide the actors agree: a "
        + "column of actors.csv, kind, or a table with the columns id and group, such as this "
        + "command writes with --format csv.",
      "modularity は、まとまりの中のつながりを、各主体のつながりの数から期待される本数と比べます。"
        + "cpm は、--resolution で決めた密度と比べます。シード値を変えると、同じくらいよい別の分け方が見つかることがあります。"
        + "--given は決まっているグループの分け方を評価し、--against は二つの分け方の一致の度合いを示します。どちらも actors.csv の列、kind、"
        + "または id と group の列を持つ表（このコマンドの --format csv の出力など）を指定します。"))

  @OptionGroup var input: NetworkOptions
  @OptionGroup var options: ViewOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "leiden (communities are connected), louvain, labels (label propagation: fast, rough) or "
          + "removal (of the ties that most shortest ways run along, Girvan and Newman: slow).",
        "leiden（どのまとまりも内部でつながります）、louvain、labels（ラベル伝播。速いが粗い）、"
          + "removal（最短の道のりが最も多く通るつながりから除いていく Girvan と Newman の方法。時間がかかります）。")))
  var method: CommunityMethod?

  @Option(
    help: ArgumentHelp(Language.ofCommandLine("modularity or cpm.", "よさの測り方：modularity または cpm。")))
  var quality = Quality.modularity

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Above 0: the larger, the smaller the communities (with cpm: their least density).",
        "0より大きい数。大きいほど、まとまりが小さくなります（cpm では、まとまりの最低の密度）。")))
  var resolution = 1.0

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "With --method removal: stop at so many (default: where modularity is greatest).",
        "--method removal とともに：この数に分かれたところで止めます（既定では、モジュラリティが最大のところ）。")))
  var groups: Int?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Find no communities, but judge these groups: a column of actors.csv, kind, or a file.",
        "まとまりを探さず、このグループを評価します：actors.csv の列、kind、またはファイル。"), valueName: "column|file"))
  var given: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "How far they agree with these groups: a column of actors.csv, kind, or a file.",
        "このグループとの一致の度合いを示します：actors.csv の列、kind、またはファイル。"), valueName: "column|file"))
  var against: String?

  @OptionGroup var strength: StrengthOption

  /// What is made large.
  enum Quality: String, ExpressibleByArgument, CaseIterable {
    case modularity
    case cpm
  }

  func validate() throws {
    guard resolution > 0, resolution.isFinite else {
      throw ValidationError(
        Language.ofCommandLine(
          "--resolution \(resolution): write a number above 0, such as 1 or 0.05",
          "--resolution \(resolution)：1 や 0.05 のような0より大きい数を書いてください"))
    }
    try NumberCheck.checkPositive(groups, "--groups")
    if groups != nil, method != .removal {
      throw ValidationError(
        Language.ofCommandLine(
          "--groups needs --method removal; the others find the number themselves (--resolution)",
          "--groups は --method removal のときだけ使えます（ほかの方法では数も自動で決まります。--resolution で調整できます）"))
    }
    if given != nil, method != nil {
      throw ValidationError(
        Language.ofCommandLine(
          "--given judges groups that are known; leave out --method",
          "--given は決まっているグループを評価します。--method は外してください"))
    }
    if method == .removal, strength.strengths {
      throw ValidationError(
        Language.ofCommandLine(
          "--method removal counts shortest paths by steps; leave out --strengths",
          "--method removal は歩数による最短の道のりを数えます。--strengths は外してください"))
    }
  }

  func run() throws {
    let job = limits.begin()
    let network = try input.read(in: job)
    let view = try options.view(
      of: network, leavingOutOthers: true, in: job, threads: input.reading.threads)
    try strength.check(view)
    let (finding, graph) = (finding, view.graph)
    if let groups, groups > graph.nodeCount {
      throw CommandFailure.data(
        language(
          "--groups \(groups): there are only \(graph.nodeCount) actors",
          "--groups \(groups)：主体は\(graph.nodeCount)しかありません"))
    }
    let known = try given.map {
      try PartitionSource(option: "--given", text: $0).partition(of: view, in: network)
    }
    let other = try against.map {
      CommunitiesReport.Comparison(
        name: $0,
        other: try PartitionSource(option: "--against", text: $0).partition(of: view, in: network))
    }
    let search: @Sendable (Execution) throws -> FoundCommunities = { execution in
      if let known { return try finding.judged(known.partition, in: graph) }
      return try finding.communities(of: graph, execution)
    }
    guard !limits.estimate else {
      var report = EstimateReport(job: job, threads: input.reading.threads)
      try report.add("communities", in: job) { _ = try search($0) }
      return try report.write(to: output)
    }
    let execution = job.execution(threads: input.reading.threads)
    let found = try job.perform(language("finding communities", "コミュニティを探索中")) {
      try search(execution)
    }
    try CommunitiesReport(
      title: language.title(of: network, at: input.network), network: network, view: view,
      finding: finding, given: given, names: known?.names, found: found, comparison: other,
      language: language, notes: options.notes(on: view, of: network)
    ).write(to: output)
  }

  private var language: Language { input.reading.language }

  private var finding: CommunityFinding {
    var finding = CommunityFinding()
    finding.method = method ?? .leiden
    finding.quality = quality == .cpm ? .constantPotts : .modularity
    finding.resolution = resolution
    finding.values = strength.values
    finding.seed = input.reading.seed ?? 1
    finding.groups = groups
    return finding
  }
}
