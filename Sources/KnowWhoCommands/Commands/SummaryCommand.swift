internal import ArgumentParser
internal import KnowWho

/// `knowwho summary`: what a network holds, and its shape.
struct SummaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: Language.ofCommandLine(
      "What a network holds, and its shape.", "ネットワークに何が含まれ、どんな形をしているかを示します。"))

  @OptionGroup var input: NetworkOptions
  @OptionGroup var options: ViewOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions

  func run() throws {
    let job = limits.begin()
    let network = try input.read(in: job)
    let view = try options.view(of: network, leavingOutOthers: true)
    let graph = view.graph
    guard !limits.estimate else {
      var report = EstimateReport(job: job, threads: input.reading.threads)
      try report.add(GraphProfile.longParts(of: graph), in: job)
      return try report.write(to: output)
    }
    let execution = job.execution(threads: input.reading.threads)
    let profile = try job.perform("computing figures", acceptsPart: true) {
      GraphProfile(of: graph, execution: execution)
    }
    let missing = job.isStopped ? missing(in: profile) : nil
    let contents = contents(of: network, view)
    let figures = ProfileFigure.allCases
      .filter { $0 != .totalStrength || profile.totalStrength != nil }
      .map { ($0, $0.value(in: profile)) }
    let notes =
      try options.notes(on: view, of: network)
      + (missing.map { ["Not complete: \($0)."] } ?? costNotes(profile))
    let title = input.reading.language.title(of: network, at: input.network)

    switch output.format {
    case .table:
      var text = title + "\n"
      if let source = network.description.source { text += "Source: \(source)\n" }
      text += "\n"
      let rows =
        contents.map { ($0.0, $0.1) }
        + figures.map {
          (
            $0.0.title.text(in: input.reading.language),
            Decimals.cell(of: $0.0, $0.1, input.reading.language)
          )
        }
      text += TextTable(columns: [
        .init(title: "", isNumeric: false, cells: rows.map(\.0)),
        .init(title: "", isNumeric: false, cells: rows.map(\.1)),
      ]).text.drop { $0 == "\n" }
      if !notes.isEmpty { text += "\n" + notes.map { $0 + "\n" }.joined() }
      try output.write(text)
    case .csv:
      var text = SyntheticNote.comment(for: network.description)
      text += CSVCell.row(["figure", "value"])
      for (figure, value) in figures {
        text += CSVCell.row([figure.rawValue, value.map(NumberText.shortest) ?? ""])
      }
      for note in notes { Console.note(note) }
      try output.write(text)
    case .json:
      let json = JSONValue.object([
        ("title", .text(title)), ("synthetic", .optional(network.description.synthetic)),
        ("source", .optional(network.description.source)),
        ("contents", .object(contents.map { ($0.0, .text($0.1)) })),
        (
          "figures",
          .array(
            figures.map { figure, value in
              .object([
                ("name", .text(figure.rawValue)), ("value", .optional(value)),
                ("convention", .text(figure.convention)),
              ])
            })
        ),
        ("notes", .array(notes.map(JSONValue.text))),
      ])
      try output.write(json.written)
    }
    try job.checkComplete(missing: missing)
  }

  /// Says what a limit has cut off.
  private func missing(in profile: GraphProfile) -> String? {
    let missing = [
      profile.transitivity == nil ? "transitivity" : nil,
      profile.averageClustering == nil ? "clustering" : nil,
      profile.distances == nil ? "the distances of all pairs" : nil,
    ].compactMap { $0 }
    return missing.isEmpty ? nil : "not reached: \(missing.joined(separator: ", "))"
  }

  private func contents(of network: Network, _ view: NetworkView) -> [(String, String)] {
    var rows = [
      ("actors", Self.counted(network.actors.count, network.actors.kinds)),
      ("ties", Self.counted(network.ties.count, network.ties.kinds)),
    ]
    if let evidence = network.ties.evidence {
      let counts = Evidence.allCases.compactMap { grade -> String? in
        let count = evidence.count { $0 == grade }
        return count > 0 ? "\(count) \(grade.rawValue)" : nil
      }
      rows.append(("evidence", counts.joined(separator: ", ")))
    }
    if let from = network.description.observedFrom, let to = network.description.observedTo {
      rows.append(("observed", "\(from) to \(to)"))
    }
    if view.ties.count != network.ties.count {
      rows.append(("ties counted here", String(view.ties.count)))
    }
    return rows
  }

  /// A total with the most frequent kinds behind it.
  private static func counted(_ total: Int, _ kinds: WordColumn?) -> String {
    guard let kinds else { return String(total) }
    var counts = [Int](repeating: 0, count: kinds.words.count)
    for code in kinds.codes { counts[Int(code)] += 1 }
    let parts = kinds.words.indices.filter { counts[$0] > 0 }
      .sorted {
        counts[$0] != counts[$1] ? counts[$0] > counts[$1] : kinds.words[$0] < kinds.words[$1]
      }
      .map { "\(counts[$0]) \(kinds.words[$0].isEmpty ? "without a kind" : kinds.words[$0])" }
    let shown = parts.prefix(16).joined(separator: ", ")
    return "\(total): \(shown)\(parts.count > 16 ? ", …" : "")"
  }

  private func costNotes(_ profile: GraphProfile) -> [String] {
    var notes: [String] = []
    if profile.distances == nil {
      notes.append(
        "Distances of all pairs are left out above \(GraphProfile.allPairsLimit) nodes.")
    }
    if profile.transitivity == nil {
      notes.append(
        "Transitivity is left out: more than \(GraphProfile.wedgeLimit) pairs of neighbors.")
    }
    return notes
  }
}
