internal import ArgumentParser
internal import KnowWho

/// `knowwho brokerage`: the parts that actors play between groups.
struct BrokerageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brokerage",
    abstract: Language.ofCommandLine(
      "Who passes on between whom: Gould and Fernandez's five roles of brokers.",
      "だれがだれの間を取り持つか：仲介の五つの役割（Gould と Fernandez）。"),
    discussion: Language.ofCommandLine(
      "Counted are chains a → b → c of actors of which a has no tie to c; b is the broker. "
        + "coordinator: all three of one group. itinerant: a and c of one group, b of another. "
        + "gatekeeper: b lets someone from outside into its own group. representative: b speaks for "
        + "its group outwards. liaison: all three of different groups. Ties without directions "
        + "lead both ways. z says how far a count is above chance, which deals out the groups anew.",
      "直接つながっていない a と c を b が仲介する「a → b → c」の経路を数えます。coordinator（調整役）：三者が同じグループ。"
        + "itinerant（外部の仲介役）：a と c が同じグループで b は別。gatekeeper（門番）：外からの経路を自分のグループに入れる。"
        + "representative（代表）：自分のグループを外に取り次ぐ。liaison（連絡役）：三者とも別のグループ。"
        + "向きのないつながりは両方向に数えます。zは、グループ分けを偶然に入れ替えた場合と比べた差です。"))

  @OptionGroup var input: NetworkOptions
  @OptionGroup var options: ViewOptions
  @OptionGroup var grouping: GroupOption
  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "How often groups are dealt out anew to judge the counts, 2 to 1000000.",
        "数の大きさを判断するためにグループ分けを入れ替える回数（2～1000000）。")))
  var permutations = 1_000

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Judge counts as another tool does: sna, by random graphs of the same density.",
        "ほかのツールと同じ方式で数の大きさを判断します：sna（同じ密度のランダムグラフと比較）。")))
  var match: Peer?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine("Only the first so many actors.", "はじめのこの人数（主体数）だけを示します。")))
  var top: Int?

  func validate() throws {
    try NumberCheck.check(permutations, 2...1_000_000, "--permutations")
    try NumberCheck.checkPositive(top, "--top")
  }

  func run() throws {
    if let match, match != .sna {
      throw CommandFailure.usage(
        MeasureError.notReproduced(
          measure: "brokerage", peer: match.title,
          reason: match == .ucinet
            ? "its numbers have not been compared with ours" : "it has no such measure"
        ).description(in: .ofCommandLine))
    }
    let job = limits.begin()
    let network = try input.read(in: job)
    let view = try options.view(
      of: network, leavingOutOthers: true, in: job, threads: input.reading.threads)
    let groups = try grouping.groups(of: view, in: network)
    let (graph, permutations, seed) = (view.graph, permutations, input.reading.seed ?? 1)
    let isByDensity = match == .sna
    let score: @Sendable (Execution) throws -> [[BrokerageScore]] = { execution in
      if isByDensity {
        return graph.brokerageScoresByDensity(groups: groups.groups, execution: execution)
      }
      return try graph.brokerageScores(
        groups: groups.groups, permutations: permutations, seed: seed, execution: execution)
    }
    guard !limits.estimate else {
      var report = EstimateReport(job: job, threads: input.reading.threads)
      try report.add("brokerage", in: job) { _ = try score($0) }
      return try report.write(to: output)
    }
    let execution = job.execution(threads: input.reading.threads)
    let scores = try job.perform(language("counting chains", "経路を集計中")) { try score(execution) }
    try report(network, view, groups, scores).write(to: output)
  }

  private var language: Language { input.reading.language }

  private func report(
    _ network: Network, _ view: NetworkView, _ groups: ActorGroups, _ scores: [[BrokerageScore]]
  ) throws -> FigureReport {
    let totals = scores.map { $0.reduce(0) { $0 + $1.count } }
    let order = view.graph.nodes.sorted { one, other in
      totals[one] == totals[other]
        ? network.actors.precedes(view.actors[one], view.actors[other])
        : totals[one] > totals[other]
    }
    let nodes = Array(order.prefix(top ?? .max))
    var columns = FigureReport.actorColumns(nodes.map { view.actors[$0] }, in: network, language)
    if grouping.groupBy != "kind" {
      columns.append(
        .init(
          key: "group", title: grouping.groupBy,
          values: nodes.map { .text(groups.groups[$0].map { groups.names[$0] } ?? "") }))
    }
    columns.append(
      .init(key: "total", title: language("all", "計"), values: nodes.map { .count(totals[$0]) }))
    for (place, role) in BrokerageRole.allCases.enumerated() {
      columns += [
        .init(
          key: role.rawValue, title: language(role.rawValue, Self.titleJa(of: role)),
          values: nodes.map { .count(scores[$0][place].count) }),
        .init(
          key: role.rawValue + "Expected", title: language("expected", "期待値"),
          values: nodes.map { .number(scores[$0][place].expected) }),
        .init(
          key: role.rawValue + "Z", title: "z",
          values: nodes.map { .number(scores[$0][place].zScore) }),
      ]
    }
    return FigureReport(
      title: language(
        "\(language.title(of: network, at: input.network)): brokers between groups by \(grouping.groupBy)",
        "\(language.title(of: network, at: input.network))：\(grouping.groupBy) によるグループの間の仲介"),
      description: network.description, language: language, rowsKey: "actors", columns: columns,
      conventions: [
        "Gould and Fernandez 1989: open two-paths a → b → c, a ≠ c, no arc a → c, credited to b; an "
          + "undirected edge is two arcs",
        match == .sna
          ? "as in sna 2.7.1: expected and z exact for random arcs at the density of the network, the "
            + "groups as they are"
          : "expected: exact mean over all ways to deal out the groups; z: by \(permutations) random "
            + "ways, seed \(input.reading.seed ?? 1)",
      ],
      notes: try notes(network, view, groups, scores, nodes, totals))
  }

  private func notes(
    _ network: Network, _ view: NetworkView, _ groups: ActorGroups, _ scores: [[BrokerageScore]],
    _ nodes: [Int], _ totals: [Int]
  ) throws -> [String] {
    var notes: [String] = []
    if let first = nodes.first, totals[first] > 0 {
      let name = language.name(of: view.actors[first], in: network)
      let best =
        BrokerageRole.allCases.indices.max {
          scores[first][$0].count < scores[first][$1].count
        } ?? 0
      let role = BrokerageRole.allCases[best]
      notes.append(
        language(
          "\(name) stands between most others who have no tie of their own, \(totals[first]) times, "
            + "mostly as \(role.rawValue).",
          "直接つながっていない二者の間に最も多く立つのは\(name)で、\(totals[first])回です。最も多い役割は"
            + "「\(Self.titleJa(of: role))」です。"))
    } else {
      notes.append(
        language(
          "Nobody stands between two others who have no tie of their own.",
          "直接つながっていない二者の間に立つ主体はありません。"))
    }
    if groups.names.count == 1 {
      notes.append(
        language(
          "All actors are of one group (\(groups.names[0])), so every broker is a coordinator; choose "
            + "another column with --group-by.",
          "すべての主体が同じグループ（\(groups.names[0])）のため、仲介はすべて調整役になります。--group-by で別の列を選べます。"))
    }
    if groups.missingCount > 0 {
      notes.append(
        language(
          groups.missingCount == 1
            ? "1 actor has no entry in \(grouping.groupBy); its chains do not count."
            : "\(groups.missingCount) actors have no entry in \(grouping.groupBy); their chains do not "
              + "count.",
          "\(grouping.groupBy) の記入がない主体\(groups.missingCount)を通る経路は数えていません。"))
    }
    return try notes + options.notes(on: view, of: network)
  }

  private static func titleJa(of role: BrokerageRole) -> String {
    switch role {
    case .coordinator: "調整役"
    case .itinerant: "外部の仲介役"
    case .gatekeeper: "門番"
    case .representative: "代表"
    case .liaison: "連絡役"
    }
  }
}
