internal import ArgumentParser
internal import KnowWho

/// Which groups of actors are ranked.
struct RankedGroups: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "With --of groups: a group for each entry of this column of actors.csv, or of kind.",
        "--of groups とともに：actors.csv のこの列（または kind）の値ごとに一つのグループとします。"),
      valueName: "column"))
  var groupBy: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "With --of groups: these actors are one group, by id or name, separated by commas; may be "
          + "given more than once.",
        "--of groups とともに：これらの主体（IDまたは名前、コンマ区切り）を一つのグループとします。くり返し指定できます。"),
      valueName: "actor,…"))
  var actors: [String] = []

  /// Whether groups were named at all.
  var isGiven: Bool { groupBy != nil || !actors.isEmpty }

  /// Returns the groups asked for, their members as nodes of a view.
  ///
  /// - Throws: ``CommandFailure`` for a column or actors that are not there.
  func groups(of view: NetworkView, in network: Network) throws -> [GroupScores.Group] {
    var found: [GroupScores.Group] = []
    if let groupBy {
      let entries = try GroupOption.groups(of: view, by: groupBy, in: network)
      var members = [[Graph.Node]](repeating: [], count: entries.names.count)
      for node in view.graph.nodes {
        if let group = entries.groups[node] { members[group].append(node) }
      }
      found += zip(entries.names, members).map { GroupScores.Group(name: $0, nodes: $1) }
    }
    let language = Language.ofCommandLine
    for list in actors {
      let members = try network.actors(listedIn: list, option: "--actors", language)
      let nodes = try members.map { try view.node(of: $0, option: "--actors", in: network) }
      found.append(
        .init(
          name: members.map { language.name(of: $0, in: network) }
            .joined(separator: language(", ", "、")),
          nodes: Array(Set(nodes)).sorted()))
    }
    return found
  }
}

extension CentralityCommand {
  /// Ranks groups of actors, each taken together (Everett and Borgatti).
  func rankGroups() throws {
    let language = input.reading.language
    let job = limits.begin()
    let network = try input.read(in: job)
    let view = try options.view(
      of: network, leavingOutOthers: false, in: job, threads: input.reading.threads)
    let groups = try ranked.groups(of: view, in: network)
    let measures = try groupMeasures
    let (graph, scaling, peer) = (view.graph, parameters.scaling ?? .scaled, parameters.match)
    let score: @Sendable (Execution) throws -> GroupScores = {
      try GroupScores(
        of: groups, in: graph, measures: measures, scaling: scaling, matching: peer, execution: $0)
    }
    guard !limits.estimate else {
      var report = EstimateReport(job: job, threads: input.reading.threads)
      try report.add("groups", in: job) { _ = try score($0) }
      return try report.write(to: output)
    }
    let execution = job.execution(threads: input.reading.threads)
    let found = try job.perform(
      language("computing the centrality of groups", "グループの中心性を計算中")
    ) { try score(execution) }
    try groupReport(found, measures, network, view).write(to: output)
  }

  /// The measures asked for, of those that groups have.
  private var groupMeasures: [GroupScores.Measure] {
    get throws {
      guard let measure else { return GroupScores.Measure.allCases }
      return try NodeMeasure.list(measure).map { named in
        guard let meant = GroupScores.Measure(rawValue: named.name) else {
          throw CommandFailure.usage(
            Language.ofCommandLine(
              "--of groups: \(named.name) is not defined for groups; degree, closeness and "
                + "betweenness are",
              "--of groups：\(named.name) はグループには定義されていません。degree、closeness、betweenness を使ってください"))
        }
        return meant
      }
    }
  }

  private func groupReport(
    _ found: GroupScores, _ measures: [GroupScores.Measure], _ network: Network,
    _ view: NetworkView
  ) throws -> FigureReport {
    let language = input.reading.language
    let first = measures.first.flatMap { found.scores[$0] } ?? []
    // What is not defined comes last.
    let key = first.map { $0.isNaN ? -Double.infinity : $0 }
    let order = Array(
      found.groups.indices.sorted {
        key[$0] == key[$1] ? found.groups[$0].name < found.groups[$1].name : key[$0] > key[$1]
      }.prefix(top ?? .max))
    var columns: [FigureReport.Column] = [
      .init(
        key: "group", title: language("group", "グループ"),
        values: order.map { .text(found.groups[$0].name) }),
      .init(
        key: "size", title: language("size", "主体数"),
        values: order.map { .count(found.groups[$0].nodes.count) }),
    ]
    columns += measures.map { measure in
      FigureReport.Column(
        key: measure.rawValue, title: language(measure.rawValue, Self.titleJa(of: measure)),
        values: order.map { .number(found.scores[measure]?[$0] ?? .nan) })
    }
    let title = language.title(of: network, at: input.network)
    let conventions = measures.compactMap { found.conventions[$0]?.text(in: language) }
    return FigureReport(
      title: language(
        "\(title): groups taken together", "\(title)：グループを一まとまりとして見た中心性"),
      description: network.description, language: language, rowsKey: "groups", columns: columns,
      conventions: conventions,
      notes: sentences(found, order, measures, language)
        + conventions.map { $0 + language(".", "。") } + (try options.notes(on: view, of: network)))
  }

  private func sentences(
    _ found: GroupScores, _ order: [Int], _ measures: [GroupScores.Measure], _ language: Language
  ) -> [String] {
    guard order.count > 1, let best = order.first, let measure = measures.first,
      let score = found.scores[measure]?[best], score.isFinite
    else { return [] }
    let name = found.groups[best].name
    let shown = Decimals.readable(score)
    return [
      language(
        "\(name) comes first by \(measure.rawValue) of the whole group: \(shown).",
        "グループ全体としての\(Self.titleJa(of: measure))が最も大きいのは「\(name)」です（\(shown)）。")
    ]
  }

  private static func titleJa(of measure: GroupScores.Measure) -> String {
    NodeMeasure.named(measure.rawValue)?.nameJa ?? measure.rawValue
  }
}
