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
      "--triads lists the 16 types of triads, --components the k-components: who stays connected "
        + "whichever k - 1 of them go (Moody and White), --parting the actors and ties without "
        + "which the network falls into more parts.",
      "--triads は三者の型16種の数、--components は k-成分（そのうち k−1 の主体が抜けてもつながり続ける集まり。Moody と White）、"
        + "--parting は、なくなるとネットワークが分かれる主体とつながりの一覧を示します。"))

  @OptionGroup var input: NetworkOptions
  @OptionGroup var options: ViewOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions

  @Flag(help: ArgumentHelp(Language.ofCommandLine("List the triad census.", "三者の型の数を一覧にします。")))
  var triads = false

  @Flag(help: ArgumentHelp(Language.ofCommandLine("List the k-components.", "k-成分を一覧にします。")))
  var components = false

  @Flag(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "List the actors and ties that hold parts together.", "部分どうしをつなぎとめている主体とつながりを一覧にします。")))
  var parting = false

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Also how alike tied actors are by this column of actors.csv, or by kind.",
        "actors.csv のこの列（または kind）で、つながる主体どうしがどれほど同類かも示します。"),
      valueName: "column"))
  var groupBy: String?

  func validate() throws {
    if [triads, components, parting].count(where: \.self) > 1 {
      throw ValidationError(
        Language.ofCommandLine(
          "--triads, --components and --parting cannot go together; choose one",
          "--triads、--components、--parting は同時に使えません。一つを選んでください"))
    }
  }

  func run() throws {
    let job = limits.begin()
    let network = try input.read(in: job)
    let view = try options.view(
      of: network, leavingOutOthers: true, in: job, threads: input.reading.threads)
    let graph = view.graph
    guard !limits.estimate else {
      var report = EstimateReport(job: job, threads: input.reading.threads)
      try report.add("cohesion", in: job) { _ = CohesionProfile(of: graph, execution: $0) }
      return try report.write(to: output)
    }
    let execution = job.execution(threads: input.reading.threads)
    let profile = try job.perform(language("measuring cohesion", "まとまりを計算中")) {
      CohesionProfile(of: graph, execution: execution)
    }
    var report = FigureReport(
      title: language(
        "\(language.title(of: network, at: input.network)): cohesion",
        "\(language.title(of: network, at: input.network))：まとまり"),
      description: network.description, language: language,
      figures: try figures(profile, view, network),
      conventions: [
        "reciprocity: arcs that are returned ÷ arcs; dyads and triads: Holland and Leinhardt",
        "assortativity: Newman 2002; an undirected edge counts both ways",
        "cliques, cores, trusses, k-components and what parts the network: directions ignored",
      ],
      notes: try sentences(profile, view, network) + options.notes(on: view, of: network))
    addTable(to: &report, profile, view, network)
    try report.write(to: output)
  }

  private var language: Language { input.reading.language }

  private func figures(
    _ profile: CohesionProfile, _ view: NetworkView, _ network: Network
  ) throws -> [FigureReport.Figure] {
    let unknown = FigureReport.Value.text(language("not computed", "未計算"))
    func count(_ number: Int?) -> FigureReport.Value { number.map { .count($0) } ?? unknown }
    var figures: [FigureReport.Figure] = [
      .init(
        key: "nodes", title: language("actors", "主体の数"), value: .count(view.graph.nodeCount)),
      .init(
        key: "edges", title: language("ties", "つながりの数"), value: .count(view.graph.edgeCount)),
    ]
    if view.graph.isDirected {
      figures += [
        .init(
          key: "mutual", title: language("pairs tied both ways", "双方向の組"),
          value: .count(profile.dyads.mutual)),
        .init(
          key: "asymmetric", title: language("pairs tied one way", "一方向の組"),
          value: .count(profile.dyads.asymmetric)),
        .init(
          key: "reciprocity", title: language("reciprocity", "相互性"),
          value: .number(profile.dyads.reciprocity)),
      ]
    }
    figures.append(
      .init(
        key: "degreeAssortativity", title: language("assortativity by degree", "つながりの数の同類性"),
        value: .number(profile.degreeAssortativity)))
    if let groupBy {
      figures.append(
        .init(
          key: "assortativity", title: language("assortativity by \(groupBy)", "\(groupBy) の同類性"),
          value: .number(
            view.graph.assortativity(
              ofCategories: try GroupOption.groups(of: view, by: groupBy, in: network).groups))))
    }
    return figures + [
      .init(
        key: "components", title: language("components", "成分の数"),
        value: .count(profile.componentCount)),
      .init(
        key: "nodeConnectivity",
        title: language("fewest actors whose going parts it", "抜けると分かれる最少の主体数"),
        value: count(profile.connectivity?.nodes)),
      .init(
        key: "edgeConnectivity",
        title: language("fewest ties whose ending parts it", "切れると分かれる最少のつながり数"),
        value: count(profile.connectivity?.edges)),
      .init(
        key: "articulationNodes",
        title: language("actors that each hold parts together", "一つで部分をつなぎとめる主体"),
        value: .count(profile.articulationNodes.count)),
      .init(
        key: "bridges", title: language("ties that each hold parts together", "一本で部分をつなぎとめるつながり"),
        value: .count(profile.bridges.count)),
      .init(
        key: "cliques", title: language("maximal cliques of 3 or more", "3以上の極大クリーク"),
        value: count(profile.cliqueCount)),
      .init(
        key: "largestClique", title: language("largest clique", "最大のクリーク"),
        value: count(profile.largestClique)),
      .init(
        key: "greatestCoreness", title: language("deepest k-core", "最も深い k-コア"),
        value: .count(profile.greatestCoreness)),
      .init(
        key: "greatestTruss", title: language("deepest k-truss", "最も深い k-トラス"),
        value: .count(profile.greatestTruss)),
      .init(
        key: "deepestKComponent", title: language("deepest k-component", "最も深い k-成分"),
        value: count(profile.connectivity?.kComponents.count)),
    ]
  }

  private func addTable(
    to report: inout FigureReport, _ profile: CohesionProfile, _ view: NetworkView,
    _ network: Network
  ) {
    func name(_ node: Graph.Node) -> String { language.name(of: view.actors[node], in: network) }
    if triads {
      report.rowsKey = "triads"
      report.columns = [
        .init(
          key: "type", title: language("triad", "三者の型"),
          values: TriadType.allCases.map { .text($0.rawValue) }),
        .init(
          key: "count", title: language("number", "数"),
          values: TriadType.allCases.map { .text(String(profile.triads[$0])) }),
      ]
    } else if components, let levels = profile.connectivity?.kComponents {
      let rows = levels.enumerated().flatMap { level, sets in sets.map { (level + 1, $0) } }
      report.rowsKey = "kComponents"
      report.columns = [
        .init(key: "k", title: "k", values: rows.map { .count($0.0) }),
        .init(
          key: "size", title: language("actors", "主体"), values: rows.map { .count($0.1.count) }),
        .init(
          key: "members", title: language("who", "構成"),
          values: rows.map { .text($0.1.map(name).joined(separator: language(", ", "、"))) }),
      ]
    } else if parting {
      let nodes = profile.articulationNodes.map { (language("actor", "主体"), name($0)) }
      let ties = profile.bridges.map {
        (language("tie", "つながり"), "\(name($0.source)) – \(name($0.target))")
      }
      report.rowsKey = "parting"
      report.columns = [
        .init(
          key: "what", title: language("what", "種別"), values: (nodes + ties).map { .text($0.0) }),
        .init(
          key: "name", title: language("name", "名前"), values: (nodes + ties).map { .text($0.1) }),
      ]
    }
  }

  private func sentences(
    _ profile: CohesionProfile, _ view: NetworkView, _ network: Network
  ) throws -> [String] {
    func names(_ nodes: [Graph.Node]) -> String {
      nodes.prefix(5).map { language.name(of: view.actors[$0], in: network) }
        .joined(separator: language(", ", "、"))
        + (nodes.count > 5 ? language(" and \(nodes.count - 5) more", "ほか\(nodes.count - 5)") : "")
    }
    var sentences: [String] = []
    if profile.componentCount > 1 {
      sentences.append(
        language(
          "The network is in \(profile.componentCount) parts already.",
          "ネットワークはすでに\(profile.componentCount)つの部分に分かれています。"))
    }
    sentences.append(
      profile.articulationNodes.isEmpty
        ? language(
          "No single actor's going would part it further.", "一つの主体が抜けても、これ以上は分かれません。")
        : language(
          "It falls into more parts if any one of these goes: \(names(profile.articulationNodes)).",
          "次のうち一つでも抜けると、さらに分かれます：\(names(profile.articulationNodes))。"))
    if let deepest = profile.connectivity?.kComponents, deepest.count > 1,
      let largest = deepest.last?.max(by: { $0.count < $1.count })
    {
      sentences.append(
        language(
          "Held together most firmly are \(names(largest)): any \(deepest.count - 1) of them may go.",
          "最も固く結ばれているのは\(names(largest))で、そのうちどの\(deepest.count - 1)つが抜けてもつながり続けます。"))
    }
    if profile.connectivity == nil {
      sentences.append(
        language(
          "How few would part it is computed up to \(CohesionProfile.connectivityLimit) actors.",
          "いくつ抜けると分かれるかは、主体\(CohesionProfile.connectivityLimit)までのネットワークで計算します。"))
    }
    return sentences
  }
}
