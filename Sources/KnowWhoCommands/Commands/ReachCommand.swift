internal import ArgumentParser
internal import KnowWho

/// `knowwho reach`: how many organisations each actor gets to through introducers.
struct ReachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reach",
    abstract: "How many organisations each actor gets to with 0, 1, 2, 3 introducers, by kind.",
    discussion: """
      Who is tied to the same project or event, or was in the same group at the same time, knows \
      the other directly. A project introduces nobody; a group introduces its members to those \
      outside. Persons introduce, but are not counted as organisations. --mode as-is counts every \
      actor on the way as a step.
      """)

  @OptionGroup var input: NetworkOptions
  @OptionGroup var options: ViewOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions

  @Option(help: "introductions or as-is.")
  var mode = ReachOptions.Mode.introductions

  @Option(help: "The most introducers to count, 0 to 10.")
  var introductions = 3

  @Option(help: "Only the first so many actors.")
  var top: Int?

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top \(top): write a number from 1") }
    guard (0...10).contains(introductions) else {
      throw ValidationError("--introductions \(introductions): write a number from 0 to 10")
    }
    if options.project != nil {
      throw ValidationError(
        "--project has no place here: projects and events are occasions already")
    }
  }

  func run() throws {
    let job = limits.begin()
    let network = try input.read(in: job)
    let view = try options.view(of: network, leavingOutOthers: false)
    let question = ReachOptions(
      period: try options.period, possibly: options.possible,
      tieKinds: try options.tieKinds(in: network), mode: mode)
    let introductions = introductions
    guard !limits.estimate else {
      var report = EstimateReport(job: job, threads: input.reading.threads)
      try report.add("reach", in: job) {
        _ = try network.reach(introducers: introductions, question, execution: $0)
      }
      return try report.write(to: output)
    }
    let execution = job.execution(threads: input.reading.threads)
    let reach = try job.perform("computing reach") {
      try network.reach(introducers: introductions, question, execution: execution)
    }
    let kinds = try options.actorKinds(in: network)
    let chosen = reach.actors.indices.filter { row in
      guard let kinds else { return true }
      return network.actors.kind(reach.actors[row]).map(kinds.contains) ?? false
    }
    // One introduction is the usual question, so it ranks; then direct contacts, then longer chains.
    let order = (0...introductions).sorted { ($0 == 1 ? -1 : $0) < ($1 == 1 ? -1 : $1) }
    let ranked = chosen.sorted { first, second in
      for introducers in order {
        let totals = [first, second].map { reach.total(row: $0, introducers: introducers) }
        if totals[0] != totals[1] { return totals[0] > totals[1] }
      }
      return network.actors.precedes(reach.actors[first], reach.actors[second])
    }
    let rows = Array(ranked.prefix(top ?? .max))
    let occurring = reach.kinds.indices.filter { kind in
      rows.contains { reach.count(row: $0, introducers: introductions, kind: kind) > 0 }
    }
    let notes =
      try [modeNote] + options.notes(on: view, of: network).filter { !$0.contains("--isolates") }

    switch output.format {
    case .table: try output.write(table(network, reach, rows, occurring, notes))
    case .csv:
      for note in notes { Console.note(note) }
      try output.write(csv(network, reach, rows))
    case .json: try output.write(json(network, reach, rows, notes).written)
    }
  }

  private var modeNote: String {
    mode == .introductions
      ? "Organisations other than oneself; a cell by kind holds the counts for "
        + "\((0...introductions).map(String.init).joined(separator: "/")) introducers."
      : "Every actor on the way counts as an introducer, projects and groups too."
  }

  private func kindName(_ kind: ActorKind?) -> String { kind?.rawValue ?? "other" }

  private func table(
    _ network: Network, _ reach: KnowWhoReach, _ rows: [Int], _ kinds: [Int], _ notes: [String]
  ) -> String {
    let language = input.reading.language
    let ids = rows.map { network.actors.id(reach.actors[$0]) }
    let names = rows.map { language.name(of: reach.actors[$0], in: network) }
    var columns = [TextTable.Column(title: "id", isNumeric: false, cells: ids)]
    if names != ids { columns.append(.init(title: "name", isNumeric: false, cells: names)) }
    if network.actors.kinds != nil {
      columns.append(
        .init(
          title: "kind", isNumeric: false,
          cells: rows.map { network.actors.kind(reach.actors[$0])?.rawValue ?? "" }))
    }
    for introducers in 0...introductions {
      columns.append(
        .init(
          title: introducers == 0 ? "direct" : "\(introducers) intro.", isNumeric: true,
          cells: rows.map { String(reach.total(row: $0, introducers: introducers)) }))
    }
    for kind in kinds {
      columns.append(
        .init(
          title: kindName(reach.kinds[kind]), isNumeric: true,
          cells: rows.map { row in
            (0...introductions)
              .map { String(reach.count(row: row, introducers: $0, kind: kind)) }
              .joined(separator: "/")
          }))
    }
    return language.title(of: network, at: input.network) + "\n\n"
      + TextTable(columns: columns).text + "\n" + notes.map { $0 + "\n" }.joined()
  }

  private func csv(_ network: Network, _ reach: KnowWhoReach, _ rows: [Int]) -> String {
    var text = SyntheticNote.comment(for: network.description)
    let levels = 0...introductions
    text += CSVCell.row(
      ["id", "name", "kind"] + levels.map { "introducers\($0)" }
        + reach.kinds.flatMap { kind in levels.map { "introducers\($0)_\(kindName(kind))" } })
    for row in rows {
      let actor = reach.actors[row]
      text += CSVCell.row(
        [
          network.actors.id(actor), input.reading.language.name(of: actor, in: network),
          network.actors.kind(actor)?.rawValue ?? "",
        ] + levels.map { String(reach.total(row: row, introducers: $0)) }
          + reach.kinds.indices.flatMap { kind in
            levels.map { String(reach.count(row: row, introducers: $0, kind: kind)) }
          })
    }
    return text
  }

  private func json(
    _ network: Network, _ reach: KnowWhoReach, _ rows: [Int], _ notes: [String]
  ) -> JSONValue {
    let levels = 0...introductions
    let actors = rows.map { row -> JSONValue in
      let actor = reach.actors[row]
      return .object([
        ("id", .text(network.actors.id(actor))),
        ("name", .text(input.reading.language.name(of: actor, in: network))),
        ("kind", .optional(network.actors.kind(actor)?.rawValue)),
        (
          "reach",
          .array(
            levels.map { level in
              .object(
                [
                  ("introducers", .integer(level)),
                  ("organisations", .integer(reach.total(row: row, introducers: level))),
                ]
                  + reach.kinds.indices.map { kind in
                    (
                      kindName(reach.kinds[kind]),
                      .integer(reach.count(row: row, introducers: level, kind: kind))
                    )
                  })
            })
        ),
      ])
    }
    return .object([
      ("title", .text(input.reading.language.title(of: network, at: input.network))),
      ("synthetic", .optional(network.description.synthetic)), ("mode", .text(mode.rawValue)),
      ("actors", .array(actors)), ("notes", .array(notes.map(JSONValue.text))),
    ])
  }
}
