internal import ArgumentParser
internal import KnowWho

/// `knowwho keyplayers`: the few on whom a network hangs, or from whom all are soonest reached.
struct KeyPlayersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keyplayers",
    abstract: Language.ofCommandLine(
      "The few without whom a network falls apart, or from whom all are soonest reached.",
      "その数名がいなければネットワークが分かれてしまう主体、または全体に最も早く届く主体の組を選びます。"),
    discussion: Language.ofCommandLine(
      "fragmentation: the set whose going leaves the greatest share of pairs without any path (KPP-"
        + "Neg). reach: the set that is nearest to all others, 1 for itself and for who is tied to "
        + "it, 1/2 at two steps and so on, divided by n (KPP-Pos). within: the set with the greatest "
        + "share of actors within --steps. The best set is not that of the best actors one by one. "
        + "Where the exact search would take too long, the answer comes with what another set could "
        + "do better at most; --effort searches longer.",
      "fragmentation：抜けたときに、たどり着けない二者の割合が最も大きくなる組（KPP-Neg）。reach：全員に最も近い組"
        + "（自分と直接の相手は1、2歩先は1/2…とし、主体の数で割る。KPP-Pos）。within：--steps 歩以内に届く主体の割合が最も大きい組。"
        + "一人ずつの上位を並べても最良の組にはなりません。厳密に調べきれないときは、別の組がどこまで上回りうるかを示します"
        + "（--effort を大きくすると長く調べます）。"))

  @OptionGroup var input: NetworkOptions
  @OptionGroup var options: ViewOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions

  @Option(help: ArgumentHelp(Language.ofCommandLine("How many key players.", "選ぶ主体の数。")))
  var count = 1

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "fragmentation, reach or within; both of the first two where not given.",
        "fragmentation、reach、within のいずれか。指定しなければ、はじめの二つを示します。")))
  var goal: Goal?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine("With --goal within: how many steps.", "--goal within とともに：歩数。")))
  var steps = 2

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "How many sets the exact search weighs at most; 0 leaves it out.",
        "厳密な探索で調べる組の数の上限。0なら厳密な探索をしません。")))
  var effort = 10_000_000

  /// What the set is to do.
  enum Goal: String, ExpressibleByArgument, CaseIterable {
    case fragmentation
    case reach
    case within
  }

  func validate() throws {
    try NumberCheck.checkPositive(count, "--count")
    try NumberCheck.check(steps, 0...1_000_000_000_000, "--steps")
    try NumberCheck.check(effort, 0...1_000_000_000_000, "--effort")
  }

  func run() throws {
    let job = limits.begin()
    let network = try input.read(in: job)
    let view = try options.view(
      of: network, leavingOutOthers: true, in: job, threads: input.reading.threads)
    let goals = goal.map { [$0] } ?? [.fragmentation, .reach]
    for goal in goals { try check(goal, view.graph.nodeCount) }
    let (graph, count, effort) = (view.graph, count, effort)
    let search: @Sendable (KeyPlayerGoal, Execution) throws -> KeyPlayers = {
      try graph.keyPlayers(count, for: $0, effort: effort, execution: $1)
    }
    guard !limits.estimate else {
      var report = EstimateReport(job: job, threads: input.reading.threads)
      for goal in goals {
        let meant = meaning(of: goal)
        try report.add(goal.rawValue, in: job) { _ = try search(meant, $0) }
      }
      return try report.write(to: output)
    }
    let execution = job.execution(threads: input.reading.threads)
    let found = try goals.map { goal in
      let meant = meaning(of: goal)
      return (
        goal,
        try job.perform(
          language("searching for key players", "キープレイヤーを探索中"), acceptsPart: true
        ) { try search(meant, execution) }
      )
    }
    try report(network, view, found).write(to: output)
    if job.isStopped {
      try job.checkComplete(
        missing: language(
          "the search is not complete; the best set so far was written",
          "探索は終わっていません。それまでに見つかった最良の組を示しました"))
    }
  }

  private var language: Language { input.reading.language }

  private func meaning(of goal: Goal) -> KeyPlayerGoal {
    switch goal {
    case .fragmentation: .fragmentation
    case .reach: .distanceWeightedReach
    case .within: .reach(within: steps)
    }
  }

  private func check(_ goal: Goal, _ nodeCount: Int) throws {
    let most = goal == .fragmentation ? nodeCount - 2 : nodeCount
    guard count > most else { return }
    throw CommandFailure.data(
      most < 1
        ? language(
          "there are only \(nodeCount) actors: too few for key players",
          "主体が\(nodeCount)しかないため、キープレイヤーを選べません")
        : language(
          "--count \(count): of \(nodeCount) actors at most \(most) can be chosen for "
            + "\(goal.rawValue)",
          "--count \(count)：主体\(nodeCount)のうち、\(goal.rawValue) で選べるのは\(most)までです"))
  }

  private func report(
    _ network: Network, _ view: NetworkView, _ found: [(Goal, KeyPlayers)]
  ) throws -> FigureReport {
    var figures: [FigureReport.Figure] = []
    for (goal, set) in found {
      let title = title(of: goal)
      figures += [
        .init(key: goal.rawValue, title: title, value: .number(set.score)),
        .init(
          key: goal.rawValue + "Bound",
          title: title + language(": no set exceeds", "：これを超える組はない"), value: .number(set.bound)),
      ]
    }
    let rows = found.flatMap { goal, set in set.nodes.map { (goal, $0) } }
    let columns =
      [
        FigureReport.Column(
          key: "goal", title: language("goal", "目的"), values: rows.map { .text($0.0.rawValue) })
      ] + FigureReport.actorColumns(rows.map { view.actors[$0.1] }, in: network, language)
    let title = language.title(of: network, at: input.network)
    return FigureReport(
      title: language("\(title): key players", "\(title)：キープレイヤー"),
      description: network.description, language: language, figures: figures,
      rowsKey: "keyPlayers", columns: columns,
      conventions: [
        "fragmentation: pairs of the n − k nodes left that no path joins ÷ (n − k)(n − k − 1) / 2, "
          + "directions ignored",
        "reach: Σ 1 / distance from the nearest of the set ÷ n, the set counting 1 each, outgoing",
      ],
      notes: try found.map { sentence($0.0, $0.1, network, view) }
        + options.notes(on: view, of: network))
  }

  private func title(of goal: Goal) -> String {
    switch goal {
    case .fragmentation: language("fragmentation", "分断の度合い")
    case .reach: language("distance-weighted reach", "距離で重みづけた到達度")
    case .within: language("share within \(steps) steps", "\(steps)歩以内に届く割合")
    }
  }

  private func sentence(
    _ goal: Goal, _ set: KeyPlayers, _ network: Network, _ view: NetworkView
  ) -> String {
    let names = set.nodes.map { language.name(of: view.actors[$0], in: network) }
      .joined(separator: language(", ", "、"))
    let score = Decimals.fixed(set.score, 4)
    let sure =
      set.isExact
      ? language("no other set does better", "これより良い組はありません")
      : language(
        "another set could do better by \(Decimals.readable(set.gap)) at most; --effort searches "
          + "longer",
        "別の組が最大で\(Decimals.readable(set.gap))だけ上回る可能性があります（--effort で長く調べられます）")
    switch goal {
    case .fragmentation:
      return language(
        "Without \(names), \(score) of the pairs left have no path to each other; \(sure).",
        "\(names)が抜けると、残る二者の組のうち\(score)の割合がたどり着けなくなります。\(sure)。")
    case .reach:
      return language(
        "From \(names), all others are nearest: \(score), where 1 means all are tied to them; \(sure).",
        "全体に最も近いのは\(names)です（\(score)。全員が直接の相手なら1）。\(sure)。")
    case .within:
      return language(
        "\(names) reach \(score) of all actors within \(steps) steps; \(sure).",
        "\(names)は\(steps)歩以内に全体の\(score)の割合に届きます。\(sure)。")
    }
  }
}
