internal import ArgumentParser
internal import KnowWho

/// `knowwho compare`: two networks side by side.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: Language.ofCommandLine(
      "Two networks side by side, with a reading of each figure.",
      "二つのネットワークを並べ、数値ごとに読み方を添えて比べます。"))

  @Argument(help: ArgumentHelp(Language.ofCommandLine("The first network.", "一つ目のネットワーク。")))
  var first = ""

  @Argument(help: ArgumentHelp(Language.ofCommandLine("The second network.", "二つ目のネットワーク。")))
  var second = ""

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var options: ViewOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var scale: ScaleOptions

  func validate() throws {
    try scale.check(networks: [first, second].filter { !$0.isEmpty })
  }

  func run() throws {
    if scale.isAsked {
      return try CompareScale(
        options: scale, reading: reading, output: output, limits: limits
      ).run()
    }
    let job = limits.begin()
    guard !limits.estimate else { return try estimate(job).write(to: output) }
    let sides = try [first, second].map { path in
      let network = try reading.read(path, in: job)
      let view = try options.view(
        of: network, leavingOutOthers: true, in: job, threads: reading.threads)
      let (graph, execution) = (view.graph, job.execution(threads: reading.threads))
      return Side(
        path: path, title: reading.language.title(of: network, at: path), network: network,
        profile: try job.perform(
          Language.ofCommandLine("computing figures of \(path)", "\(path) の数値を計算中")
        ) {
          GraphProfile(of: graph, execution: execution)
        },
        notes: try options.notes(on: view, of: network))
    }
    let language = reading.language
    let comparison = ProfileComparison(sides[0].profile, sides[1].profile)
    switch output.format {
    case .table: try output.write(table(sides, comparison))
    case .csv:
      var text = ""
      for side in sides { text += SyntheticNote.comment(for: side.network.description) }
      text += CSVCell.row(["figure", first, second, "reading"])
      for (figure, row) in zip(figures, comparison.readings) {
        text += CSVCell.row(
          [figure.rawValue]
            + sides.map { side in
              figure.value(in: side.profile).flatMap { $0.isFinite ? NumberText.shortest($0) : nil }
                ?? ""
            } + [row.text(in: language)])
      }
      for note in notes(sides) { Console.note(note) }
      try output.write(text)
    case .json: try output.write(json(sides, comparison).written)
    }
  }

  private func estimate(_ job: Job) throws -> EstimateReport {
    let graphs = try [first, second].map { path in
      try options.view(
        of: reading.read(path, in: job), leavingOutOthers: true, in: job, threads: reading.threads
      ).graph
    }
    var report = EstimateReport(job: job, threads: reading.threads)
    for (name, graph) in zip(["A", "B"], graphs) {
      try report.add(GraphProfile.longParts(of: graph), of: name, in: job)
    }
    return report
  }

  private var figures: [ProfileFigure] { ProfileComparison.figures }

  /// One of the networks.
  private struct Side {
    let path: String
    let title: String
    let network: Network
    let profile: GraphProfile
    let notes: [String]
  }

  private func table(_ sides: [Side], _ comparison: ProfileComparison) -> String {
    let language = reading.language
    var text = "A  \(sides[0].title)\nB  \(sides[1].title)\n\n"
    let values = sides.map { side in
      figures.map { Decimals.cell(of: $0, $0.value(in: side.profile), language) }
    }
    let lines = TextTable(columns: [
      .init(
        title: "", isNumeric: false, cells: figures.map { $0.title.text(in: reading.language) }),
      .init(title: "A", isNumeric: true, cells: values[0]),
      .init(title: "B", isNumeric: true, cells: values[1]),
    ]).text.split(separator: "\n")
    text += "\(lines[0])\n"
    for (line, reading) in zip(lines.dropFirst(), comparison.readings) {
      text += "\(line)\n    \(reading.text(in: language))\n"
    }
    return text + "\n" + notes(sides).map { $0 + "\n" }.joined()
  }

  /// What to beware of, and what the figures of each network count and rest on.
  private func notes(_ sides: [Side]) -> [String] {
    let language = reading.language
    let warning = ProfileComparison.warning.text(in: language)
    return [language("Warning: ", "ご注意：") + warning]
      + zip(["A", "B"], sides).flatMap { name, side in
        side.notes.map { "\(name)\(language(": ", "："))\($0)" }
      }
  }

  private func json(_ sides: [Side], _ comparison: ProfileComparison) -> JSONValue {
    .object([
      (
        "networks",
        .array(
          sides.map { side in
            .object([
              ("path", .text(side.path)), ("title", .text(side.title)),
              ("synthetic", .optional(side.network.description.synthetic)),
              ("notes", .array(side.notes.map(JSONValue.text))),
            ])
          })
      ),
      (
        "figures",
        .array(
          zip(figures, comparison.readings).map { figure, row in
            .object([
              ("name", .text(figure.rawValue)), ("convention", .text(figure.convention)),
              ("a", .optional(figure.value(in: sides[0].profile))),
              ("b", .optional(figure.value(in: sides[1].profile))),
              ("reading", .text(row.text(in: reading.language))),
            ])
          })
      ),
      ("warning", .text(ProfileComparison.warning.text(in: reading.language))),
    ])
  }
}
