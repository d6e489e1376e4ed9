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
      Language.ofCommandLine("Only the first so many actors.", "はじめのこの人数（主体数）だけを示します。")))
  var top: Int?

  func validate() throws {
    if let top, top < 1 {
      throw ValidationError(
        Language.ofCommandLine("--top \(top): write a number from 1", "--top \(top)：1以上の数を書いてください"))
    }
    if mode == .twoMode, parameters.match != nil {
      throw ValidationError(
        Language.ofCommandLine(
          "--match has no place with --mode two-mode: peers scale for one mode",
          "--match と --mode two-mode は同時に使えません（ほかのツールは二種類の主体に合わせた正規化をしません）"))
    }
  }

  func run() throws {
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
      + (missing.map {
        [Language.ofCommandLine("Not complete: \($0).", "未完了：\($0)。")]
      } ?? [])

    switch output.format {
    case .table:
      try output.write(table(network, view, ranking, rows, columns, notes))
    case .csv:
      for note in notes { Console.note(note) }
      try output.write(csv(network, ranking, rows, columns))
    case .json:
      try output.write(json(network, view, ranking, rows, columns, notes).written)
    }
    try job.checkComplete(missing: missing)
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
        cells: rows.map { String(ranking.ranks[$0]) }),
      TextTable.Column(
        title: "id", isNumeric: false, cells: rows.map { network.actors.id(ranking.actors[$0]) }),
    ]
    let names = rows.map { language.name(of: ranking.actors[$0], in: network) }
    if names != shown[1].cells {
      shown.append(TextTable.Column(title: language("name", "名前"), isNumeric: false, cells: names))
    }
    if network.actors.kinds != nil {
      shown.append(
        TextTable.Column(
          title: language("kind", "種類"), isNumeric: false,
          cells: rows.map { language.word(for: network.actors.kind(ranking.actors[$0])) }))
    }
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
    for row in rows {
      let actor = ranking.actors[row]
      let scores = columns.map { column -> String in
        let score = column.scores[ranking.nodes[row]]
        return score.isFinite ? NumberText.shortest(score) : ""
      }
      text += CSVCell.row(
        [
          network.actors.id(actor), input.reading.language.name(of: actor, in: network),
          network.actors.kind(actor)?.rawValue ?? "",
        ] + scores)
    }
    return text
  }

  private func json(
    _ network: Network, _ view: NetworkView, _ ranking: Ranking, _ rows: [Int],
    _ columns: [NodeMeasure.Column], _ notes: [String]
  ) -> JSONValue {
    .object([
      ("title", .text(input.reading.language.title(of: network, at: input.network))),
      ("synthetic", .optional(network.description.synthetic)),
      ("nodes", .integer(view.graph.nodeCount)), ("edges", .integer(view.graph.edgeCount)),
      ("directed", .bool(view.graph.isDirected)),
      (
        "measures",
        .array(
          columns.map {
            .object([("name", .text($0.name)), ("convention", .text($0.convention))])
          })
      ),
      (
        "actors",
        .array(
          rows.map { row in
            let actor = ranking.actors[row]
            return .object(
              [
                ("rank", .integer(ranking.ranks[row])), ("id", .text(network.actors.id(actor))),
                ("name", .text(input.reading.language.name(of: actor, in: network))),
                ("kind", .optional(network.actors.kind(actor)?.rawValue)),
              ]
                + columns.map { ($0.name, .optional($0.scores[ranking.nodes[row]])) })
          })
      ),
      ("notes", .array(notes.map(JSONValue.text))),
    ])
  }
}
