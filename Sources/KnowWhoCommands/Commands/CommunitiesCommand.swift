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
        + "resolution. Other seeds may find other communities that are nearly as good.",
      "modularity は、まとまりの中のつながりを、各主体のつながりの数から期待される本数と比べます。"
        + "cpm は、--resolution で決めた密度と比べます。シード値を変えると、同じくらいよい別の分け方が見つかることがあります。"))

  @OptionGroup var input: NetworkOptions
  @OptionGroup var options: ViewOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "leiden (communities are connected) or louvain.", "leiden（どのまとまりも内部でつながります）または louvain。")))
  var method = Method.leiden

  @Option(
    help: ArgumentHelp(Language.ofCommandLine("modularity or cpm.", "よさの測り方：modularity または cpm。")))
  var quality = Quality.modularity

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Above 0: the larger, the smaller the communities (with cpm: their least density).",
        "0より大きい数。大きいほど、まとまりが小さくなります（cpm では、まとまりの最低の密度）。")))
  var resolution = 1.0

  @OptionGroup var strength: StrengthOption

  /// How communities are found.
  enum Method: String, ExpressibleByArgument, CaseIterable {
    case leiden
    case louvain
  }

  /// What is made large.
  enum Quality: String, ExpressibleByArgument, CaseIterable {
    case modularity
    case cpm

    func name(in language: Language) -> String {
      self == .cpm
        ? language("constant Potts quality", "CPM の評価値") : language("modularity", "モジュラリティ")
    }
  }

  func validate() throws {
    guard resolution > 0, resolution.isFinite else {
      throw ValidationError(
        Language.ofCommandLine(
          "--resolution \(resolution): write a number above 0, such as 1 or 0.05",
          "--resolution \(resolution)：1 や 0.05 のような0より大きい数を書いてください"))
    }
  }

  func run() throws {
    let job = limits.begin()
    let network = try input.read(in: job)
    let view = try options.view(
      of: network, leavingOutOthers: true, in: job, threads: input.reading.threads)
    try strength.check(view)
    let search = search
    let graph = view.graph
    guard !limits.estimate else {
      var report = EstimateReport(job: job, threads: input.reading.threads)
      try report.add("communities", in: job) { _ = try search(graph, $0) }
      return try report.write(to: output)
    }
    let execution = job.execution(threads: input.reading.threads)
    let found = try job.perform(language("finding communities", "コミュニティを探索中")) {
      try search(graph, execution)
    }
    let groups = Group.all(of: found.partition)
    let notes =
      try [sentence(found, groups, view.graph), convention(view.graph)].compactMap { $0 }
      + options.notes(on: view, of: network)
    switch output.format {
    case .table: try output.write(table(network, view, found, groups, notes))
    case .csv:
      for note in [summary(found)] + notes { Console.note(note) }
      try output.write(csv(network, view, groups))
    case .json: try output.write(json(network, view, found, groups, notes).written)
    }
  }

  private var language: Language { input.reading.language }

  private var seed: UInt64 { input.reading.seed ?? 1 }

  /// Returns the search for communities, not yet begun.
  private var search: @Sendable (Graph, Execution) throws -> Communities {
    let function = quality == .cpm ? PartitionQuality.constantPotts : .modularity
    let values = strength.values
    return switch method {
    case .leiden:
      // Rounds until nothing moves: few, as each starts from the communities of the one before.
      { [resolution, seed] in
        try $0.leiden(
          quality: function, resolution: resolution, values: values, seed: seed,
          iterationLimit: Self.roundLimit, execution: $1)
      }
    case .louvain:
      { [resolution, seed] in
        try $0.louvain(
          quality: function, resolution: resolution, values: values, seed: seed, execution: $1)
      }
    }
  }

  private static let roundLimit = 100

  /// Communities in the order in which they are listed.
  private struct Group {
    let number: Int
    let nodes: [Graph.Node]

    /// Returns the largest first; of equal ones that with the smallest node.
    static func all(of partition: Partition) -> [Group] {
      let members = partition.members
      let order = members.indices.sorted {
        (-members[$0].count, $0) < (-members[$1].count, $1)
      }
      return order.enumerated().map { Group(number: $0 + 1, nodes: members[$1]) }
    }
  }

  private func summary(_ found: Communities) -> String {
    let (name, value) = (quality.name(in: language), Decimals.fixed(found.quality, 4))
    let resolution = NumberText.shortest(resolution)
    return language(
      "\(found.count) communities, \(name) \(value) "
        + "(\(method.rawValue), resolution \(resolution), seed \(seed))",
      "まとまり\(found.count)、\(name) \(value)（\(method.rawValue)、--resolution \(resolution)、シード値\(seed)）"
    )
  }

  /// Says how well the communities part the network; nil where nothing is tied.
  private func sentence(_ found: Communities, _ groups: [Group], _ graph: Graph) -> String? {
    guard graph.edgeCount > 0, let largest = groups.first?.nodes.count else { return nil }
    var community = [Int](repeating: 0, count: graph.nodeCount)
    for group in groups {
      for node in group.nodes { community[node] = group.number }
    }
    let within = graph.nodes.reduce(0) { sum, node in
      sum
        + graph.successors(of: node).count {
          (graph.isDirected || $0 > node) && community[$0] == community[node]
        }
    }
    let (all, count) = (graph.edgeCount, graph.nodeCount)
    return language(
      "Of \(all) pairs with a tie, \(within) are within a community; the largest has \(largest) of "
        + "\(count) actors. Another --seed may part them differently and nearly as well.",
      "つながりのある\(all)組のうち、\(within)組が同じまとまりの中にあります。最も大きいまとまりは\(count)者中\(largest)者です。"
        + "--seed を変えると、同じくらいよい別の分け方になることがあります。")
  }

  private func convention(_ graph: Graph) -> String {
    let counted =
      strength.strengths
      ? language("ties count their strengths", "つながりは強さで数えます")
      : language("every tie counts 1", "つながりはどれも1と数えます")
    let expected =
      switch (quality, graph.isDirected) {
      case (.modularity, false):
        language("Newman–Girvan modularity", "モジュラリティは Newman と Girvan の定義です")
      case (.modularity, true):
        language(
          "directed modularity of Leicht and Newman", "向きを考えたモジュラリティ（Leicht と Newman の定義）です")
      case (.cpm, false):
        language(
          "constant Potts quality, the sum of ties less resolution × pairs",
          "CPM の評価値は、まとまりの中のつながりの合計から「--resolution × 組の数」を引いたものです")
      case (.cpm, true):
        language(
          "constant Potts quality, the sum of ties less resolution × ordered pairs",
          "CPM の評価値は、まとまりの中のつながりの合計から「--resolution × 順序を区別した組の数」を引いたものです")
      }
    return expected + language("; ", "。") + counted + language(".", "。")
  }

  private func table(
    _ network: Network, _ view: NetworkView, _ found: Communities, _ groups: [Group],
    _ notes: [String]
  ) -> String {
    let members = groups.map { group in
      let names = group.nodes.prefix(Self.listedMembers).map {
        language.name(of: view.actors[$0], in: network)
      }
      let more = group.nodes.count - names.count
      return names.joined(separator: language(", ", "、"))
        + (more > 0
          ? language(
            " and \(more) more (--format csv lists all)", "、ほか\(more)（--format csv ですべて出ます）") : "")
    }
    let columns = [
      TextTable.Column(
        title: language("community", "まとまり"), isNumeric: true,
        cells: groups.map { String($0.number) }),
      TextTable.Column(
        title: language("size", "主体数"), isNumeric: true,
        cells: groups.map { String($0.nodes.count) }),
      TextTable.Column(title: language("members", "主体"), isNumeric: false, cells: members),
    ]
    return
      "\(language.title(of: network, at: input.network))\(language(": ", "："))\(summary(found))\n\n"
      + TextTable(columns: columns).text + "\n" + notes.map { $0 + "\n" }.joined()
  }

  /// More would make a line of a table unreadable.
  private static let listedMembers = 50

  private func csv(_ network: Network, _ view: NetworkView, _ groups: [Group]) -> String {
    var text = SyntheticNote.comment(for: network.description)
    text += CSVCell.row(["id", "name", "kind", "community", "size"])
    for group in groups {
      for node in group.nodes {
        let actor = view.actors[node]
        text += CSVCell.row([
          network.actors.id(actor), language.name(of: actor, in: network),
          network.actors.kind(actor)?.rawValue ?? "", String(group.number),
          String(group.nodes.count),
        ])
      }
    }
    return text
  }

  private func json(
    _ network: Network, _ view: NetworkView, _ found: Communities, _ groups: [Group],
    _ notes: [String]
  ) -> JSONValue {
    return .object([
      ("title", .text(language.title(of: network, at: input.network))),
      ("synthetic", .optional(network.description.synthetic)),
      ("nodes", .integer(view.graph.nodeCount)), ("edges", .integer(view.graph.edgeCount)),
      ("directed", .bool(view.graph.isDirected)),
      ("method", .text(method.rawValue)), ("quality", .text(quality.rawValue)),
      ("convention", .text(convention(view.graph))), ("resolution", .number(resolution)),
      // A seed may be larger than the numbers that JSON readers keep exactly.
      ("seed", .text(String(seed))), ("value", .number(found.quality)),
      ("rounds", .integer(found.iterations)), ("stable", .bool(found.isStable)),
      (
        "communities",
        .array(
          groups.map { group in
            .object([
              ("community", .integer(group.number)), ("size", .integer(group.nodes.count)),
              (
                "members",
                .array(
                  group.nodes.map { node in
                    .object([
                      ("id", .text(network.actors.id(view.actors[node]))),
                      ("name", .text(language.name(of: view.actors[node], in: network))),
                    ])
                  })
              ),
            ])
          })
      ),
      ("notes", .array(notes.map(JSONValue.text))),
    ])
  }
}
