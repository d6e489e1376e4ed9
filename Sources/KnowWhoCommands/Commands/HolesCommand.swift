internal import ArgumentParser
internal import KnowWho

/// `knowwho holes`: who bridges structural holes, and who is held in by contacts that know each other.
struct HolesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "holes",
    abstract: Language.ofCommandLine(
      "Structural holes: whose contacts do not know each other (Burt).",
      "構造的空隙：互いに知り合いでない相手を持つのはだれか（Burt）。"),
    discussion: Language.ofCommandLine(
      "constraint: how far an actor's contacts hold each other, and so it (low is free). "
        + "effectiveSize: contacts less those it would have through others anyway. efficiency: the "
        + "same as a share of the contacts. --convention ego takes the ties among an actor and its "
        + "contacts only, as UCINET does; whole takes all ties of the contacts, as igraph and "
        + "networkx do.",
      "constraint（拘束度）：相手どうしのつながりにどれほど縛られているか（小さいほど自由）。effectiveSize（有効サイズ）："
        + "ほかの相手を通じても得られる分を除いた相手の数。efficiency（効率）：それを相手の数で割った割合。--convention ego は、"
        + "本人と相手の間のつながりだけで計算し（UCINET と同じ）、whole は相手のすべてのつながりを使います（igraph、networkx と同じ）。"))

  @OptionGroup var input: NetworkOptions
  @OptionGroup var options: ViewOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "whole (igraph, networkx) or ego (UCINET).", "whole（igraph、networkx）または ego（UCINET）。")))
  var convention: Convention?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Give numbers as another tool does: networkx, igraph or ucinet.",
        "ほかのツール（networkx、igraph、ucinet）と同じ方式で計算します。")))
  var match: Peer?

  @OptionGroup var strength: StrengthOption

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine("Only the first so many actors.", "はじめのこの人数（主体数）だけを示します。")))
  var top: Int?

  /// Whose convention is followed.
  enum Convention: String, ExpressibleByArgument, CaseIterable {
    case whole
    case ego
  }

  func validate() throws {
    try NumberCheck.checkPositive(top, "--top")
    if match != nil, convention != nil {
      throw ValidationError(
        Language.ofCommandLine(
          "--match says the convention already; leave out --convention",
          "--match で方式が決まります。--convention は外してください"))
    }
    if strength.strengths, usedConvention == .ego {
      throw ValidationError(
        Language.ofCommandLine(
          "--strengths has no place with --convention ego, which counts each tie 1",
          "--strengths と --convention ego は同時に使えません（ego はつながりを1本ずつ数えます）"))
    }
  }

  /// The convention that is followed.
  private var usedConvention: Convention { convention ?? (match == .ucinet ? .ego : .whole) }

  /// What is known of every node.
  private struct Scores: Sendable {
    var constraint: [Double]
    /// Nil where a tool that is to be matched has none, or another one.
    var effectiveSize: [Double]?
    /// The same.
    var hierarchy: [Double]?
  }

  func run() throws {
    if let match, match == .sna || match == .networkit {
      throw CommandFailure.usage(
        MeasureError.notReproduced(
          measure: "structural holes", peer: match.title, reason: "it has no such measure"
        ).description(in: .ofCommandLine))
    }
    let job = limits.begin()
    let network = try input.read(in: job)
    let view = try options.view(
      of: network, leavingOutOthers: true, in: job, threads: input.reading.threads)
    try strength.check(view)
    let (graph, convention, match) = (view.graph, usedConvention, match)
    let values = strength.values
    let score: @Sendable (Execution) throws -> Scores = { execution in
      switch convention {
      case .whole:
        // igraph knows constraint only; networkx takes the wrong tie in directed networks.
        let hasSize = match == nil || match == .networkx && !graph.isDirected
        return Scores(
          constraint: try graph.constraint(values: values, execution: execution),
          effectiveSize: hasSize
            ? try graph.effectiveSize(values: values, execution: execution) : nil,
          hierarchy: match == nil
            ? try graph.hierarchy(values: values, execution: execution) : nil)
      case .ego:
        return Scores(
          constraint: graph.egoConstraint(execution: execution),
          effectiveSize: graph.egoEffectiveSize(execution: execution),
          hierarchy: graph.egoHierarchy(execution: execution))
      }
    }
    guard !limits.estimate else {
      var report = EstimateReport(job: job, threads: input.reading.threads)
      try report.add("constraint", in: job) { _ = try score($0) }
      return try report.write(to: output)
    }
    let execution = job.execution(threads: input.reading.threads)
    let scores = try job.perform(language("computing structural holes", "構造的空隙を計算中")) {
      try score(execution)
    }
    try report(network, view, scores).write(to: output)
  }

  private var language: Language { input.reading.language }

  private func report(
    _ network: Network, _ view: NetworkView, _ scores: Scores
  ) throws -> FigureReport {
    let contacts = view.graph.nodes.map { node in
      Set(view.graph.successors(of: node) + view.graph.predecessors(of: node))
        .subtracting([node]).count
    }
    // Who is freest first; those without contacts, who have no constraint, last.
    let order = view.graph.nodes.sorted { one, other in
      let (first, second) = (scores.constraint[one], scores.constraint[other])
      if first.isNaN || second.isNaN || first == second {
        return first.isNaN == second.isNaN
          ? network.actors.precedes(view.actors[one], view.actors[other]) : second.isNaN
      }
      return first < second
    }
    let nodes = Array(order.prefix(top ?? .max))
    let title = language.title(of: network, at: input.network)
    return FigureReport(
      title: language("\(title): structural holes", "\(title)：構造的空隙"),
      description: network.description, language: language, rowsKey: "actors",
      columns: FigureReport.actorColumns(nodes.map { view.actors[$0] }, in: network, language) + [
        .init(
          key: "contacts", title: language("contacts", "相手の数"),
          values: nodes.map { .count(contacts[$0]) }),
        .init(
          key: "constraint", title: language("constraint", "拘束度"),
          values: nodes.map { .number(scores.constraint[$0]) }),
      ] + furtherColumns(scores, contacts, nodes),
      conventions: conventions,
      notes: try sentences(network, view, scores, nodes) + options.notes(on: view, of: network))
  }

  /// Effective size, efficiency and hierarchy, where they are known.
  private func furtherColumns(
    _ scores: Scores, _ contacts: [Int], _ nodes: [Int]
  ) -> [FigureReport.Column] {
    var columns: [FigureReport.Column] = []
    if let sizes = scores.effectiveSize {
      columns += [
        .init(
          key: "effectiveSize", title: language("effectiveSize", "有効サイズ"),
          values: nodes.map { .number(sizes[$0]) }),
        .init(
          key: "efficiency", title: language("efficiency", "効率"),
          values: nodes.map {
            .number(contacts[$0] > 0 ? sizes[$0] / Double(contacts[$0]) : .nan)
          }),
      ]
    }
    if let hierarchy = scores.hierarchy {
      columns.append(
        .init(
          key: "hierarchy", title: language("hierarchy", "階層度"),
          values: nodes.map { .number(hierarchy[$0]) }))
    }
    return columns
  }

  private var conventions: [String] {
    let shares =
      usedConvention == .whole
      ? "Burt 1992, shares of all ties of the contacts (igraph, networkx); isolates undefined"
      : "Burt 1992, shares within the ego network only (UCINET); isolates undefined"
    return [
      match.map { "as in \($0.title): " + shares } ?? shares,
      "hierarchy: Coleman–Theil disorder of what each contact constrains; undefined below two "
        + "contacts",
    ]
  }

  private func sentences(
    _ network: Network, _ view: NetworkView, _ scores: Scores, _ nodes: [Int]
  ) -> [String] {
    let defined = nodes.filter { !scores.constraint[$0].isNaN }
    guard let freest = defined.first, let tightest = defined.last, freest != tightest
    else { return [] }
    func name(_ node: Int) -> String { language.name(of: view.actors[node], in: network) }
    func shown(_ node: Int) -> String { Decimals.fixed(scores.constraint[node], 4) }
    return [
      language(
        "\(name(freest)) is freest: its contacts hardly know each other (constraint "
          + "\(shown(freest))); \(name(tightest)) is held in most of those listed "
          + "(\(shown(tightest))).",
        "最も自由なのは\(name(freest))で、相手どうしのつながりが少ないためです（拘束度\(shown(freest))）。"
          + "一覧の中で最も縛られているのは\(name(tightest))です（\(shown(tightest))）。")
    ]
  }
}
