internal import KnowWho

/// Communities that were found or given, in words, tables and data.
struct CommunitiesReport {
  /// Another way to divide the same actors, and what it is called.
  struct Comparison {
    let name: String
    let other: GivenPartition
  }

  let title: String
  let network: Network
  let view: NetworkView
  let finding: CommunityFinding
  /// The column or file that gave the groups; nil where they were found.
  let given: String?
  let found: FoundCommunities
  let comparison: Comparison?
  let language: Language
  /// What is to be known of the ties that were used.
  let notes: [String]

  private let groups: [Group]

  /// A community in the order in which they are listed.
  private struct Group {
    let number: Int
    let label: Int
    let name: String?
    let nodes: [Graph.Node]
    let conductance: Double
    let eiIndex: Double
  }

  /// More would make a line of a table unreadable.
  private static let listedMembers = 50

  /// Takes what was found; groups that were given have names.
  init(
    title: String, network: Network, view: NetworkView, finding: CommunityFinding,
    given: String?, names: [String]?, found: FoundCommunities, comparison: Comparison?,
    language: Language, notes: [String]
  ) throws(MeasureError) {
    (self.title, self.network, self.view, self.finding) = (title, network, view, finding)
    (self.given, self.found, self.comparison) = (given, found, comparison)
    (self.language, self.notes) = (language, notes)
    let partition = found.partition
    let conductance = try view.graph.conductance(of: partition, values: finding.values)
    let ties = GroupTies(
      in: view.graph, groups: partition.labels.map(Optional.init), count: partition.count)
    let members = partition.members
    // The largest first; of equal ones that with the smallest node.
    let order = members.indices.sorted { (-members[$0].count, $0) < (-members[$1].count, $1) }
    groups = order.enumerated().map { place, label in
      Group(
        number: place + 1, label: label, name: names?[label], nodes: members[label],
        conductance: conductance[label], eiIndex: ties.eiIndex(of: label))
    }
    eiIndex = ties.eiIndex
    within = ties.innerCount
  }

  private let eiIndex: Double
  private let within: Int

  private var qualityName: String {
    finding.quality == .constantPotts
      ? language("constant Potts quality", "CPM の評価値") : language("modularity", "モジュラリティ")
  }

  private var summary: String {
    let value = Decimals.fixed(found.quality, 4)
    let resolution = NumberText.shortest(finding.resolution)
    if let given {
      return language(
        "\(groups.count) groups by \(given), \(qualityName) \(value) (resolution \(resolution))",
        "\(given) によるグループ\(groups.count)、\(qualityName) \(value)（--resolution \(resolution)）")
    }
    return language(
      "\(groups.count) communities, \(qualityName) \(value) "
        + "(\(finding.method.rawValue), resolution \(resolution), seed \(finding.seed))",
      "まとまり\(groups.count)、\(qualityName) \(value)（\(finding.method.rawValue)、"
        + "--resolution \(resolution)、シード値\(finding.seed)）")
  }

  /// Says how well the communities part the network.
  private var sentences: [String] {
    guard view.graph.edgeCount > 0, let largest = groups.first?.nodes.count else { return [] }
    let (all, count) = (view.graph.edgeCount, view.graph.nodeCount)
    let again =
      given == nil && finding.method != .removal
      ? language(
        " Another --seed may part them differently and nearly as well.",
        "--seed を変えると、同じくらいよい別の分け方になることがあります。") : ""
    var sentences = [
      language(
        "Of \(all) pairs with a tie, \(within) are within a community; the largest has \(largest) of "
          + "\(count) actors.",
        "つながりのある\(all)組のうち、\(within)組が同じまとまりの中にあります。最も大きいまとまりは\(count)者中\(largest)者です。")
        + again
    ]
    if eiIndex.isFinite {
      let shown = Decimals.fixed(eiIndex, 4)
      sentences.append(
        language(
          "E-I index \(shown): from -1, where all ties stay within, to 1, where all lead out. "
            + "Conductance: the share of what touches a community that leads out of it.",
          "E-I指数は \(shown) です（−1ならすべて内向き、1ならすべて外向き）。コンダクタンスは、まとまりに触れるつながりのうち外へ出るものの割合です。"
        ))
    }
    if let agreement, let comparison {
      let shown = Decimals.fixed(agreement.adjustedRandIndex, 4)
      sentences.append(
        language(
          "Beside \(comparison.name), which has \(comparison.other.partition.count) groups: adjusted "
            + "Rand index \(shown), where 1 is the same and 0 as chance has it.",
          "\(comparison.name)（グループ\(comparison.other.partition.count)）と比べた調整ランド指数は \(shown) です"
            + "（1なら同じ、0なら偶然と同程度）。"))
    }
    return sentences
  }

  private var agreement: PartitionAgreement? {
    comparison.map { PartitionAgreement(found.partition, $0.other.partition) }
  }

  private var convention: String {
    let isDirected = view.graph.isDirected
    let counted =
      finding.values == .strengths
      ? language("ties count their strengths", "つながりは強さで数えます")
      : language("every tie counts 1", "つながりはどれも1と数えます")
    let expected =
      switch (finding.quality, isDirected) {
      case (.modularity, false):
        language("Newman–Girvan modularity", "モジュラリティは Newman と Girvan の定義です")
      case (.modularity, true):
        language(
          "directed modularity of Leicht and Newman", "向きを考えたモジュラリティ（Leicht と Newman の定義）です")
      case (.constantPotts, false):
        language(
          "constant Potts quality, the sum of ties less resolution × pairs",
          "CPM の評価値は、まとまりの中のつながりの合計から「--resolution × 組の数」を引いたものです")
      case (.constantPotts, true):
        language(
          "constant Potts quality, the sum of ties less resolution × ordered pairs",
          "CPM の評価値は、まとまりの中のつながりの合計から「--resolution × 順序を区別した組の数」を引いたものです")
      }
    return expected + language("; ", "。") + counted + language(".", "。")
  }

  private var allNotes: [String] { sentences + [convention] + notes }

  /// Writes the report as asked for.
  func write(to output: OutputOptions) throws {
    try output.write(
      table: table, csv: csv, json: json, notes: [summary] + agreementLines + allNotes)
  }

  private var agreementFigures: [(key: String, title: String, value: Double)] {
    guard let agreement else { return [] }
    return [
      (
        "adjustedRandIndex", language("adjusted Rand index", "調整ランド指数"), agreement.adjustedRandIndex
      ),
      ("randIndex", language("Rand index", "ランド指数"), agreement.randIndex),
      (
        "normalizedMutualInformation", language("normalized mutual information", "正規化相互情報量"),
        agreement.normalizedMutualInformation
      ),
      (
        "mutualInformation", language("mutual information (nats)", "相互情報量（ナット）"),
        agreement.mutualInformation
      ),
      (
        "variationOfInformation", language("variation of information (nats)", "情報の変動量（ナット）"),
        agreement.variationOfInformation
      ),
    ]
  }

  private var agreementLines: [String] {
    agreementFigures.map { "\($0.title)\(language(": ", "："))\(Decimals.readable($0.value))" }
  }

  private var table: String {
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
    var columns = [
      TextTable.Column(
        title: given == nil ? language("community", "まとまり") : language("group", "グループ"),
        isNumeric: given == nil, cells: groups.map { $0.name ?? String($0.number) }),
      TextTable.Column(
        title: language("size", "主体数"), isNumeric: true,
        cells: groups.map { String($0.nodes.count) }),
      TextTable.Column(
        title: language("conductance", "コンダクタンス"), isNumeric: true,
        cells: groups.map { Decimals.fixed($0.conductance, 4) }),
      TextTable.Column(
        title: "E-I", isNumeric: true, cells: groups.map { Decimals.fixed($0.eiIndex, 4) }),
    ]
    columns.append(.init(title: language("members", "主体"), isNumeric: false, cells: members))
    let figures =
      agreementFigures.isEmpty
      ? ""
      : TextTable(columns: [
        .init(
          title: language("agreement", "一致の度合い"), isNumeric: false,
          cells: agreementFigures.map(\.title)),
        .init(
          title: "", isNumeric: true, cells: agreementFigures.map { Decimals.fixed($0.value, 4) }),
      ]).text + "\n"
    return "\(title)\(language(": ", "："))\(summary)\n\n"
      + TextTable(columns: columns).text + "\n" + figures + allNotes.map { $0 + "\n" }.joined()
  }

  private var csv: String {
    var text = SyntheticNote.comment(for: network.description)
    text += CSVCell.row(
      ["id", "name", "kind", "community", "size"] + (comparison == nil ? [] : ["against"]))
    for group in groups {
      for node in group.nodes {
        let actor = view.actors[node]
        text += CSVCell.row(
          [
            network.actors.id(actor), language.name(of: actor, in: network),
            network.actors.kind(actor)?.rawValue ?? "", group.name ?? String(group.number),
            String(group.nodes.count),
          ] + (comparison.map { [$0.other.names[$0.other.partition.labels[node]]] } ?? []))
      }
    }
    return text
  }

  private var json: JSONValue {
    .object(
      [
        ("title", .text(title)), ("synthetic", .optional(network.description.synthetic)),
        ("nodes", .integer(view.graph.nodeCount)), ("edges", .integer(view.graph.edgeCount)),
        ("directed", .bool(view.graph.isDirected)),
        ("method", .text(given == nil ? finding.method.rawValue : "given")),
        ("quality", .text(finding.quality == .constantPotts ? "cpm" : "modularity")),
        ("convention", .text(convention)),
        ("resolution", .number(finding.resolution)),
        // A seed may be larger than the numbers that JSON readers keep exactly.
        ("seed", .text(String(finding.seed))), ("value", .number(found.quality)),
        ("rounds", found.iterations.map(JSONValue.integer) ?? .null),
        ("stable", found.isStable.map(JSONValue.bool) ?? .null), ("eiIndex", .optional(eiIndex)),
      ] + agreementMembers + [
        ("communities", .array(groups.map(member))),
        ("notes", .array((sentences + [convention] + notes).map(JSONValue.text))),
      ])
  }

  private var agreementMembers: [(String, JSONValue)] {
    guard let comparison else { return [] }
    return [
      (
        "agreement",
        .object(
          [("against", .text(comparison.name))]
            + agreementFigures.map { ($0.key, .optional($0.value)) })
      )
    ]
  }

  private func member(_ group: Group) -> JSONValue {
    .object([
      ("community", group.name.map(JSONValue.text) ?? .integer(group.number)),
      ("size", .integer(group.nodes.count)), ("conductance", .optional(group.conductance)),
      ("eiIndex", .optional(group.eiIndex)),
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
  }
}
