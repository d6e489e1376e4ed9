internal import ArgumentParser
internal import KnowWho

/// `knowwho communities`: groups of actors that have more ties among themselves than chance gives.
struct CommunitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "communities",
    abstract: "Find communities: actors with more ties among themselves than to be expected.",
    discussion: """
      Modularity compares the ties within communities with what the numbers of ties of their actors \
      let expect; cpm, the constant Potts model, with a density of its own, the resolution. Other \
      seeds may find other communities that are nearly as good.
      """)

  @OptionGroup var input: NetworkOptions
  @OptionGroup var options: ViewOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "leiden (communities are connected) or louvain.")
  var method = Method.leiden

  @Option(help: "modularity or cpm.")
  var quality = Quality.modularity

  @Option(
    help: "Above 0: the larger, the smaller the communities (with cpm: their least density).")
  var resolution = 1.0

  @Flag(help: "A tie counts its strength, not 1.")
  var strengths = false

  /// How communities are found.
  enum Method: String, ExpressibleByArgument, CaseIterable {
    case leiden
    case louvain
  }

  /// What is made large.
  enum Quality: String, ExpressibleByArgument, CaseIterable {
    case modularity
    case cpm

    var name: String { self == .cpm ? "constant Potts quality" : "modularity" }
  }

  func validate() throws {
    guard resolution > 0, resolution.isFinite else {
      throw ValidationError("--resolution \(resolution): write a number above 0, such as 1 or 0.05")
    }
  }

  func run() throws {
    let network = try input.read()
    let view = try options.view(
      of: network, leavingOutOthers: true, in: Job(), threads: input.reading.threads)
    if strengths, !view.graph.hasStrengths {
      throw CommandFailure.data("--strengths: the ties of this network have no strengths")
    }
    let found = try communities(of: view.graph)
    let groups = Group.all(of: found.partition)
    let notes = try [convention(view.graph)] + options.notes(on: view, of: network)
    switch output.format {
    case .table: try output.write(table(network, view, found, groups, notes))
    case .csv:
      for note in [summary(found)] + notes { Console.note(note) }
      try output.write(csv(network, view, groups))
    case .json: try output.write(json(network, view, found, groups, notes).written)
    }
  }

  private var seed: UInt64 { input.reading.seed ?? 1 }

  private func communities(of graph: Graph) throws -> Communities {
    let function = quality == .cpm ? PartitionQuality.constantPotts : .modularity
    let values = strengths ? EdgeValues.strengths : .ones
    let execution = input.reading.execution
    switch method {
    case .leiden:
      // Rounds until nothing moves: few, as each starts from the communities of the one before.
      return try graph.leiden(
        quality: function, resolution: resolution, values: values, seed: seed,
        iterationLimit: Self.roundLimit, execution: execution)
    case .louvain:
      return try graph.louvain(
        quality: function, resolution: resolution, values: values, seed: seed,
        execution: execution)
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
    "\(found.count) communities, \(quality.name) \(Decimals.fixed(found.quality, 4)) "
      + "(\(method.rawValue), resolution \(NumberText.shortest(resolution)), seed \(seed))"
  }

  private func convention(_ graph: Graph) -> String {
    let counted = strengths ? "ties count their strengths" : "every tie counts 1"
    let expected =
      switch (quality, graph.isDirected) {
      case (.modularity, false): "Newman–Girvan modularity"
      case (.modularity, true): "directed modularity of Leicht and Newman"
      case (.cpm, false): "constant Potts quality, the sum of ties less resolution × pairs"
      case (.cpm, true): "constant Potts quality, the sum of ties less resolution × ordered pairs"
      }
    return "\(expected); \(counted)."
  }

  private func table(
    _ network: Network, _ view: NetworkView, _ found: Communities, _ groups: [Group],
    _ notes: [String]
  ) -> String {
    let language = input.reading.language
    let members = groups.map { group in
      let names = group.nodes.prefix(Self.listedMembers).map {
        language.name(of: view.actors[$0], in: network)
      }
      let more = group.nodes.count - names.count
      return names.joined(separator: ", ")
        + (more > 0 ? " and \(more) more (--format csv lists all)" : "")
    }
    let columns = [
      TextTable.Column(
        title: "community", isNumeric: true, cells: groups.map { String($0.number) }),
      TextTable.Column(
        title: "size", isNumeric: true, cells: groups.map { String($0.nodes.count) }),
      TextTable.Column(title: "members", isNumeric: false, cells: members),
    ]
    return "\(language.title(of: network, at: input.network)): \(summary(found))\n\n"
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
          network.actors.id(actor), input.reading.language.name(of: actor, in: network),
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
    let language = input.reading.language
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
