internal import ArgumentParser
internal import KnowWho

/// Which list `cohesion` shows below its figures.
struct CohesionLists: ParsableArguments {
  @Flag(help: ArgumentHelp(Language.ofCommandLine("List the triad census.", "三者の型の数を一覧にします。")))
  var triads = false

  @Flag(help: ArgumentHelp(Language.ofCommandLine("List the maximal cliques.", "極大クリークを一覧にします。")))
  var cliques = false

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "List the maximal k-plexes, of small networks: k = 1 are the cliques.",
        "極大 k-プレックスを一覧にします（小さなネットワーク用。k = 1 はクリーク）。"), valueName: "k"))
  var plexes: Int?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "With --cliques or --plexes: only groups of so many actors or more.",
        "--cliques または --plexes とともに：この数以上の主体からなる集まりだけを示します。"), valueName: "size"))
  var atLeast: Int?

  @Flag(
    help: ArgumentHelp(
      Language.ofCommandLine("List how many ties each k-truss has.", "k-トラスごとのつながりの数を一覧にします。")))
  var trusses = false

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
        "List the shortest ways from one actor to another, by id or name, separated by a comma.",
        "一方の主体から他方への最短の道のりを一覧にします（IDまたは名前、コンマ区切り）。"), valueName: "A,B"))
  var between: String?

  /// The most groups, or ways, that are listed.
  private static let listLimit = 100_000
  private static let pathLimit = 100

  func validate() throws {
    let asked = [triads, cliques, trusses, components, parting, plexes != nil, between != nil]
    if asked.count(where: \.self) > 1 {
      throw ValidationError(
        Language.ofCommandLine(
          "--triads, --cliques, --plexes, --trusses, --components, --parting and --between cannot go "
            + "together; choose one",
          "--triads、--cliques、--plexes、--trusses、--components、--parting、--between は同時に使えません。一つを選んでください"
        ))
    }
    try NumberCheck.checkPositive(plexes, "--plexes")
    try NumberCheck.checkPositive(atLeast, "--at-least")
    if atLeast != nil, !cliques, plexes == nil {
      throw ValidationError(
        Language.ofCommandLine(
          "--at-least needs --cliques or --plexes", "--at-least には --cliques または --plexes が必要です"))
    }
  }

  /// How many cliques are counted: all where they are asked for.
  var cliqueLimit: Int { cliques ? .max : CohesionProfile.cliqueLimit }

  /// The two actors of ``between`` as nodes.
  func pair(of view: NetworkView, in network: Network) throws -> (Graph.Node, Graph.Node)? {
    guard let between else { return nil }
    let language = Language.ofCommandLine
    let actors = try network.actors(listedIn: between, option: "--between", language)
    guard actors.count == 2, actors[0] != actors[1] else {
      throw CommandFailure.usage(
        language(
          "--between \(between): write two different actors, such as --between A,B",
          "--between \(between)：異なる二つの主体を --between A,B のように書いてください"))
    }
    let nodes = try actors.map { try view.node(of: $0, option: "--between", in: network) }
    return (nodes[0], nodes[1])
  }

  /// A list, and what is to be said of it.
  struct Table: Sendable {
    let key: String
    let columns: [FigureReport.Column]
    var notes: [String] = []
  }

  /// Makes the list that was asked for.
  ///
  /// - Returns: The list; nil where none was.
  func table(
    of view: NetworkView, _ network: Network, _ profile: CohesionProfile,
    pair: (Graph.Node, Graph.Node)?, language: Language, _ execution: Execution
  ) throws -> Table? {
    let names = NodeNames(view: view, network: network, language: language)
    if triads { return Self.triads(profile, language) }
    if cliques { return try cliqueTable(view.graph, names, execution) }
    if let plexes { return try plexTable(plexes, view.graph, names, execution) }
    if trusses { return Self.trusses(view.graph, language, execution) }
    if components { return Self.components(profile, names) }
    if parting { return Self.parting(profile, names) }
    return pair.map { Self.ways($0, $1, view.graph, names) }
  }

  private static func triads(_ profile: CohesionProfile, _ language: Language) -> Table {
    Table(
      key: "triads",
      columns: [
        .init(
          key: "type", title: language("triad", "三者の型"),
          values: TriadType.allCases.map { .text($0.rawValue) }),
        .init(
          key: "count", title: language("number", "数"),
          values: TriadType.allCases.map { .text(String(profile.triads[$0])) }),
      ])
  }

  private func cliqueTable(
    _ graph: Graph, _ names: NodeNames, _ execution: Execution
  ) throws -> Table {
    let least = atLeast ?? 3
    var isCancelled = false
    var found: [[Graph.Node]] = []
    graph.forEachMaximalClique(ofAtLeast: least) { clique in
      found.append(clique)
      isCancelled = found.count % 1024 == 0 && execution.isCancelled()
      return found.count <= Self.listLimit && !isCancelled
    }
    guard found.count <= Self.listLimit else {
      throw CommandFailure.data(tooMany(least))
    }
    found.sort { $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count > $1.count }
    return names.table("maximalCliques", found)
  }

  private func tooMany(_ least: Int) -> String {
    Language.ofCommandLine(
      "there are more than \(Self.listLimit) cliques of \(least) or more; list larger ones only, such "
        + "as --at-least \(2 * least)",
      "\(least)以上のクリークが\(Self.listLimit)を超えます。--at-least \(2 * least) のように、大きいものだけを指定してください")
  }

  private func plexTable(
    _ k: Int, _ graph: Graph, _ names: NodeNames, _ execution: Execution
  ) throws -> Table {
    guard k <= graph.nodeCount else {
      throw CommandFailure.data(
        names.language(
          "--plexes \(k): there are only \(graph.nodeCount) actors, who may not lack more ties than "
            + "that",
          "--plexes \(k)：主体は\(graph.nodeCount)しかなく、それより多くのつながりは欠けません"))
    }
    let found = try graph.maximalPlexes(k: k, minimumSize: atLeast, execution: execution)
    var table = names.table("plexes", found.members)
    let least = atLeast ?? 2 * k - 1
    table.notes = [
      names.language(
        "Listed are maximal \(k)-plexes of \(least) actors or more: each has a tie to all but \(k) of "
          + "them, itself counted.",
        "\(least)以上の主体からなる極大 \(k)-プレックスの一覧です。各自は（自分を含めて）\(k)を除く全員とつながっています。")
    ]
    if !found.isComplete {
      table.notes.append(
        names.language(
          "The list is not complete: there are too many to look at; ask for larger ones with "
            + "--at-least.",
          "候補が多すぎるため、一覧は完全ではありません。--at-least で大きいものだけを指定してください。"))
    }
    return table
  }

  private static func trusses(
    _ graph: Graph, _ language: Language, _ execution: Execution
  ) -> Table {
    let numbers = graph.trussNumbers(execution: execution)
    var ties: [Int: Int] = [:]
    var deepest = [Int](repeating: 0, count: graph.nodeCount)
    for node in graph.nodes {
      for arc in graph.outgoing.arcs(of: node) {
        let end = Int(graph.outgoing.ends[arc])
        for place in [node, end] { deepest[place] = max(deepest[place], numbers[arc]) }
        if graph.isDirected || end > node { ties[numbers[arc], default: 0] += 1 }
      }
    }
    let levels = ties.keys.filter { $0 >= 2 }.sorted()
    return Table(
      key: "trusses",
      columns: [
        .init(key: "k", title: "k", values: levels.map { .count($0) }),
        .init(
          key: "ties", title: language("ties in the k-truss", "k-トラスのつながり"),
          values: levels.map { k in
            .count(ties.reduce(0) { $0 + ($1.key >= k ? $1.value : 0) })
          }),
        .init(
          key: "actors", title: language("actors", "主体"),
          values: levels.map { k in .count(deepest.count { $0 >= k }) }),
      ])
  }

  private static func components(_ profile: CohesionProfile, _ names: NodeNames) -> Table? {
    guard let levels = profile.connectivity?.kComponents else { return nil }
    let rows = levels.enumerated().flatMap { level, sets in sets.map { (level + 1, $0) } }
    let table = names.table("kComponents", rows.map(\.1))
    return Table(
      key: table.key,
      columns: [.init(key: "k", title: "k", values: rows.map { .count($0.0) })] + table.columns)
  }

  private static func parting(_ profile: CohesionProfile, _ names: NodeNames) -> Table {
    let language = names.language
    let nodes = profile.articulationNodes.map { (language("actor", "主体"), names[$0]) }
    let ties = profile.bridges.map {
      (language("tie", "つながり"), "\(names[$0.source]) – \(names[$0.target])")
    }
    return Table(
      key: "parting",
      columns: [
        .init(
          key: "what", title: language("what", "種別"), values: (nodes + ties).map { .text($0.0) }),
        .init(
          key: "name", title: language("name", "名前"), values: (nodes + ties).map { .text($0.1) }),
      ])
  }

  private static func ways(
    _ source: Graph.Node, _ target: Graph.Node, _ graph: Graph, _ names: NodeNames
  ) -> Table {
    let language = names.language
    let paths = graph.shortestPaths(from: source, to: target, limit: pathLimit)
    let (first, last) = (names[source], names[target])
    var notes: [String] = []
    if let steps = paths.first.map({ $0.count - 1 }) {
      let most = paths.count == pathLimit
      notes.append(
        language(
          "From \(first) to \(last) it is \(steps) \(steps == 1 ? "step" : "steps"), by "
            + "\(most ? "at least " : "")\(paths.count) shortest \(paths.count == 1 ? "way" : "ways").",
          "\(first)から\(last)までは\(steps)歩で、最短の道のりは\(paths.count)通り\(most ? "以上" : "")です。"))
      let (others, ties) = (
        graph.nodeConnectivity(from: source, to: target),
        graph.edgeConnectivity(from: source, to: target)
      )
      notes.append(
        language(
          "\(others) ways share no actor between the two\(steps == 1 ? " (the tie itself counted)" : ""), "
            + "\(ties) share no tie: so few would part them.",
          "途中の主体を共有しない道のりは\(others)通り\(steps == 1 ? "（直接のつながりも1通り）" : "")、"
            + "つながりを共有しない道のりは\(ties)通りです。それだけ失われると二者は分かれます。"))
    } else {
      notes.append(
        language("No way leads from \(first) to \(last).", "\(first)から\(last)へたどる道はありません。"))
    }
    return Table(
      key: "ways",
      columns: [
        .init(
          key: "steps", title: language("steps", "歩数"),
          values: paths.map { .count($0.count - 1) }),
        .init(
          key: "way", title: language("shortest way", "最短の道のり"),
          values: paths.map { .text($0.map { names[$0] }.joined(separator: " → ")) }),
      ], notes: notes)
  }
}

extension NodeNames {
  /// A row a group: how many, and who.
  fileprivate func table(_ key: String, _ groups: [[Graph.Node]]) -> CohesionLists.Table {
    CohesionLists.Table(
      key: key,
      columns: [
        .init(
          key: "size", title: language("actors", "主体"), values: groups.map { .count($0.count) }),
        .init(
          key: "members", title: language("who", "構成"),
          values: groups.map {
            .text($0.map { self[$0] }.joined(separator: language(", ", "、")))
          }),
      ])
  }
}
