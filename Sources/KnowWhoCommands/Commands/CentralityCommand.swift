internal import ArgumentParser
internal import KnowWho

/// `knowwho centrality`: actors ranked by measures.
struct CentralityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "centrality", abstract: "Rank actors by centrality and other measures.",
    discussion: "Measures:\n"
      + NodeMeasure.all.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n"))

  @OptionGroup var input: NetworkOptions
  @OptionGroup var options: ViewOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var parameters: MeasureOptions

  @Option(
    help: "Measures, separated by commas; the first one ranks (default: the usual five).")
  var measure: String?

  @Option(
    help: "as-is, or two-mode: degree, closeness and betweenness scaled for actors of two kinds.")
  var mode = Mode.asIs

  @Option(
    help: "Measure paths in steps, in the distances of ties, or in 1 ÷ their strengths.")
  var lengths = PathLength.steps

  @Option(help: "Only the first so many actors.")
  var top: Int?

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top \(top): write a number from 1") }
    if mode == .twoMode, parameters.match != nil {
      throw ValidationError("--match has no place with --mode two-mode: peers scale for one mode")
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
    guard !limits.estimate else { return try run.estimate(measures).write(to: output) }
    let (columns, missing) = try run.columns(of: measures)
    guard let first = columns.first else { return }
    let ranking = Ranking(
      of: view, in: network, by: first.scores, kinds: try options.actorKinds(in: network))
    let rows = Array(ranking.nodes.indices.prefix(top ?? .max))
    let notes =
      try options.notes(on: view, of: network) + parameters.notes(columns)
      + (missing.map { ["Not complete: \($0)."] } ?? [])

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
      throw CommandFailure.data(error.description)
    }
  }

  private func table(
    _ network: Network, _ view: NetworkView, _ ranking: Ranking, _ rows: [Int],
    _ columns: [NodeMeasure.Column], _ notes: [String]
  ) -> String {
    let language = input.reading.language
    var shown = [
      TextTable.Column(
        title: "rank", isNumeric: true, cells: rows.map { String(ranking.ranks[$0]) }),
      TextTable.Column(
        title: "id", isNumeric: false, cells: rows.map { network.actors.id(ranking.actors[$0]) }),
    ]
    let names = rows.map { language.name(of: ranking.actors[$0], in: network) }
    if names != shown[1].cells {
      shown.append(TextTable.Column(title: "name", isNumeric: false, cells: names))
    }
    if network.actors.kinds != nil {
      shown.append(
        TextTable.Column(
          title: "kind", isNumeric: false,
          cells: rows.map { network.actors.kind(ranking.actors[$0])?.rawValue ?? "" }))
    }
    for column in columns {
      let scores = rows.map { column.scores[ranking.nodes[$0]] }
      shown.append(
        TextTable.Column(
          title: column.name, isNumeric: true,
          cells: Decimals.column(scores, isCount: column.isCount)))
    }
    let title = language.title(of: network, at: input.network)
    let graph = view.graph
    return "\(title): \(graph.nodeCount) nodes, \(graph.edgeCount) "
      + "\(graph.isDirected ? "directed" : "undirected") edges\n\n"
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
