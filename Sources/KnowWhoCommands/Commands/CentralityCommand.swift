internal import ArgumentParser
internal import KnowWho

/// `knowwho centrality`: actors ranked by measures.
struct CentralityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "centrality",
    abstract: Language.ofCommandLine(
      "Rank actors by centrality and other measures.", "主体を、中心性などの指標の順に並べます。"),
    discussion: Language.ofCommandLine("Measures:\n", "指標：\n")
      + NodeMeasure.all.map { measure in
        "  \(measure.name)"
          + Language.ofCommandLine(
            ": \(measure.summary)", "（\(measure.nameJa)）：\(measure.summary(in: .ja))")
      }.joined(separator: "\n"))

  @OptionGroup var input: NetworkOptions
  @OptionGroup var options: ViewOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var parameters: MeasureOptions

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Measures, separated by commas; the first one ranks (default: the usual five).",
        "指標（コンマ区切り）。最初の指標の順に並べます（既定では代表的な5つ）。")))
  var measure: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Rank actors; edges: ties by the shortest ways that run along them (edge betweenness); or "
          + "groups: several actors taken together (--group-by, --actors).",
        "actors（主体）、edges（最短の道のりが通る多さで、つながりを順位づけ）、または groups（複数の主体を一まとまりとして順位づけ。"
          + "--group-by、--actors）。")))
  var of = Ranked.actors

  @OptionGroup var ranked: RankedGroups

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "as-is, or two-mode: degree, closeness and betweenness scaled for actors of two kinds.",
        "as-is（そのまま）、または two-mode（人と行事など、二種類の主体に合わせて degree、closeness、betweenness を正規化）。")))
  var mode = Mode.asIs

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Measure paths in steps, in the distances of ties, or in 1 ÷ their strengths.",
        "道のりの測り方：steps（歩数）、distances（つながりの距離）、inverse-strength（強さの逆数）。")))
  var lengths = PathLength.steps

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Only the first so many actors, or ties.", "はじめのこの数（主体またはつながり）だけを示します。")))
  var top: Int?

  func validate() throws {
    try NumberCheck.checkPositive(top, "--top")
    if of == .edges,
      ![nil, "betweenness"].contains(measure) || mode == .twoMode || options.kinds != nil
        || parameters.match != nil || parameters.epsilon != nil
    {
      throw ValidationError(
        Language.ofCommandLine(
          "--of edges ranks ties by exact betweenness; leave out --measure, --mode, --kinds, --match and "
            + "--epsilon",
          "--of edges はつながりの媒介性を正確に計算します。--measure、--mode、--kinds、--match、--epsilon は外してください"))
    }
    try checkGroups()
    if mode == .twoMode, parameters.match != nil {
      throw ValidationError(
        Language.ofCommandLine(
          "--match has no place with --mode two-mode: peers scale for one mode",
          "--match と --mode two-mode は同時に使えません（ほかのツールは二種類の主体に合わせた正規化をしません）"))
    }
  }

  private func checkGroups() throws {
    guard of == .groups else {
      guard ranked.isGiven else { return }
      throw ValidationError(
        Language.ofCommandLine(
          "--group-by and --actors need --of groups", "--group-by と --actors には --of groups が必要です"))
    }
    guard ranked.isGiven else {
      throw ValidationError(
        Language.ofCommandLine(
          "--of groups needs --group-by COLUMN or --actors A,B,C, which say who is a group",
          "--of groups には、グループを決める --group-by 列名 または --actors A,B,C が必要です"))
    }
    guard mode == .asIs, lengths == .steps, parameters.epsilon == nil, parameters.scaling != .l2
    else {
      throw ValidationError(
        Language.ofCommandLine(
          "--of groups is exact, by steps, raw or scaled; leave out --mode, --lengths, --epsilon and "
            + "--scaling l2",
          "--of groups は歩数による正確な値（raw または scaled）です。--mode、--lengths、--epsilon、--scaling l2 は外してください"
        ))
    }
  }

  func run() throws {
    switch of {
    case .actors: try rankActors()
    case .edges: try rankTies()
    case .groups: try rankGroups()
    }
  }

  private func rankActors() throws {
    let measures =
      try measure.map(NodeMeasure.list)
      ?? (mode == .twoMode
        ? NodeMeasure.list("degree,betweenness,closeness") : NodeMeasure.standard)
    try parameters.check(measures, lengths, isTwoMode: mode == .twoMode)
    let job = limits.begin()
    let network = try input.read(in: job)
    let view = try lengths.applied(
      to: options.view(
        of: network, leavingOutOthers: false, in: job, threads: input.reading.threads),
      of: network)
    let run = MeasureRun(
      job: job, threads: input.reading.threads, graph: view.graph,
      twoMode: mode == .twoMode ? try twoMode(view, network) : nil,
      settings: try settings(of: measures, view, network))
    try run.check(measures)
    guard !limits.estimate else {
      let rowCount = min(top ?? .max, view.graph.nodeCount)
      return try run.estimate(measures, rowCount: rowCount, format: output.format)
        .write(to: output)
    }
    let (columns, missing) = try run.columns(of: measures)
    guard let first = columns.first else { return }
    let ranking = Ranking(
      of: view, in: network, by: first.scores, kinds: try options.actorKinds(in: network))
    let rows = Array(ranking.nodes.indices.prefix(top ?? .max))
    let notes =
      try sentences(ranking, first, network) + options.notes(on: view, of: network)
      + parameters.notes(columns)
      + (missing.map { [Job.incomplete($0)] } ?? [])

    try output.write(
      table: table(network, view, ranking, rows, columns, notes),
      csv: csv(network, ranking, rows, columns),
      json: json(network, view, ranking, rows, columns, notes), notes: notes)
    try job.checkComplete(missing: missing)
  }

  /// What is ranked.
  enum Ranked: String, ExpressibleByArgument, CaseIterable {
    case actors
    case edges
    case groups
  }

  /// How the graph is taken.
  enum Mode: String, ExpressibleByArgument, CaseIterable {
    case asIs = "as-is"
    case twoMode = "two-mode"
  }

  private func settings(
    of measures: [NodeMeasure], _ view: NetworkView, _ network: Network
  ) throws -> NodeMeasure.Settings {
    var settings = try parameters.settings(
      lengths: lengths == .steps ? .steps : .distances, view, network)
    settings.sampling?.seed = input.reading.seed ?? 1
    // Rows of one measure that are not shown need no score.
    if measures.count == 1, options.kinds == nil { settings.top = top }
    return settings
  }

  private func twoMode(_ view: NetworkView, _ network: Network) throws -> TwoModeView {
    do {
      return try TwoModeView(view, of: network)
    } catch {
      throw CommandFailure.data(error.description(in: input.reading.language))
    }
  }

  /// Says who comes first, and by what.
  private func sentences(
    _ ranking: Ranking, _ first: NodeMeasure.Column, _ network: Network
  ) -> [String] {
    guard let actor = ranking.actors.first, let node = ranking.nodes.first,
      first.scores[node].isFinite, let measure = NodeMeasure.named(first.name)
    else { return [] }
    let language = input.reading.language
    let name = language.name(of: actor, in: network)
    let score = Decimals.column([first.scores[node]], isCount: first.isCount)[0]
    let others = ranking.ranks.count { $0 == 1 } - 1
    return [
      language(
        "\(name) comes first by \(measure.name) (\(measure.summary)): \(score)"
          + (others > 0 ? ", as high as \(others) more." : "."),
        "「\(measure.nameJa)」（\(measure.summary(in: .ja))）が最も大きいのは\(name)で、\(score)です"
          + (others > 0 ? "（同じ値の主体がほかに\(others)あります）。" : "。"))
    ]
  }

  private func table(
    _ network: Network, _ view: NetworkView, _ ranking: Ranking, _ rows: [Int],
    _ columns: [NodeMeasure.Column], _ notes: [String]
  ) -> String {
    let language = input.reading.language
    var shown = [
      TextTable.Column(
        title: language("rank", "順位"), isNumeric: true,
        cells: rows.map { String(ranking.ranks[$0]) })
    ]
    let fields = ActorFields(network: network, language: language)
    shown += fields.columns(rows.map { ranking.actors[$0] })
    for column in columns {
      let scores = rows.map { column.scores[ranking.nodes[$0]] }
      shown.append(
        TextTable.Column(
          title: language(column.name, NodeMeasure.titleJa(of: column)), isNumeric: true,
          cells: Decimals.column(scores, isCount: column.isCount)))
    }
    let title = language.title(of: network, at: input.network)
    let graph = view.graph
    return language(
      "\(title): \(graph.nodeCount) nodes, \(graph.edgeCount) "
        + "\(graph.isDirected ? "directed" : "undirected") edges\n\n",
      "\(title)：主体\(graph.nodeCount)、\(graph.isDirected ? "向きのある" : "")つながり\(graph.edgeCount)本\n\n")
      + TextTable(columns: shown).text
      + (notes.isEmpty ? "" : "\n" + notes.map { $0 + "\n" }.joined())
  }

  private func csv(
    _ network: Network, _ ranking: Ranking, _ rows: [Int], _ columns: [NodeMeasure.Column]
  ) -> String {
    var text = SyntheticNote.comment(for: network.description)
    text += CSVCell.row(["id", "name", "kind"] + columns.map(\.name))
    let fields = ActorFields(network: network, language: input.reading.language)
    for row in rows {
      let actor = ranking.actors[row]
      let scores = columns.map { column -> String in
        let score = column.scores[ranking.nodes[row]]
        return score.isFinite ? NumberText.shortest(score) : ""
      }
      text += CSVCell.row(fields.cells(actor) + scores)
    }
    return text
  }

  private func json(
    _ network: Network, _ view: NetworkView, _ ranking: Ranking, _ rows: [Int],
    _ columns: [NodeMeasure.Column], _ notes: [String]
  ) -> JSONValue {
    let fields = ActorFields(network: network, language: input.reading.language)
    return .object([
      ("title", .text(input.reading.language.title(of: network, at: input.network))),
      ("synthetic", .optional(network.description.synthetic)),
      ("nodes", .integer(view.graph.nodeCount)), ("edges", .integer(view.graph.edgeCount)),
      ("directed", .bool(view.graph.isDirected)),
      (
        "measures",
        .array(
          columns.map {
            .object([("name", .text($0.name)), ("convention", .text($0.convention.english))])
          })
      ),
      (
        "actors",
        .array(
          rows.map { row in
            let actor = ranking.actors[row]
            return .object(
              [("rank", .integer(ranking.ranks[row]))] + fields.members(actor)
                + columns.map { ($0.name, .optional($0.scores[ranking.nodes[row]])) })
          })
      ),
      ("notes", .array(notes.map(JSONValue.text))),
    ])
  }
}
