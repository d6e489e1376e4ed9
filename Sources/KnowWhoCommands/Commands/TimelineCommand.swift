internal import ArgumentParser
internal import KnowWho

/// `knowwho timeline`: how a network changed, period by period.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: Language.ofCommandLine(
      "Actors, ties, memberships, mean reach and leader dependence, period by period.",
      "主体、つながり、会員、平均到達団体数、リーダー依存度の推移。"),
    discussion: Language.ofCommandLine(
      """
      Dates are known by bounds, so figures are ranges: from what is definitely alive to what is \
      possibly alive in a period. The range of leader dependence is that of sampled timelines. -o \
      chart.svg draws a chart, and the table is still printed.
      """,
      """
      日付には幅があるため、数は「確実に存続」から「存続していた可能性あり」までの幅で示します。リーダー依存度の幅は、\
      日付の幅の中から無作為に選んだ年表によるものです。-o chart.svg で図を描きます（表も表示します）。
      """))

  @OptionGroup var input: NetworkOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "The year or month to begin with (default: when observation began).",
        "始まりの年または月（既定は観測の始まり）。"), valueName: "date"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "The year or month to end with (default: when observation ended).",
        "終わりの年または月（既定は観測の終わり）。"), valueName: "date"))
  var to: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "How long a period is: 1y, 5y, 6m, 1m.", "1期間の長さ：1y（年）、5y、6m（月）、1m など。")))
  var step = "1y"

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine("The most introducers to count, 0 to 10.", "数える紹介者の上限（0～10）。")))
  var introductions = 1

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Whose dependence is told (default: the person or organisation on whom most hangs over all "
          + "time).", "依存度を調べる主体（既定は、全期間で最も依存されている個人・団体）。"),
      valueName: "actor"))
  var leader: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Only ties of these kinds, separated by commas.", "この種類のつながりだけを使います（コンマ区切り）。")))
  var ties: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "How many timelines are sampled for the range of dependence, 2 or more.",
        "依存度の幅のために選ぶ年表の数（2以上）。")))
  var samples = 200

  func validate() throws {
    let language = Language.ofCommandLine
    guard (0...10).contains(introductions) else {
      throw ValidationError(
        language(
          "--introductions \(introductions): write a number from 0 to 10",
          "--introductions \(introductions)：0から10までの数を書いてください"))
    }
    guard (2...100_000).contains(samples) else {
      throw ValidationError(
        language(
          "--samples \(samples): write a number from 2 to 100000",
          "--samples \(samples)：2から100000までの数を書いてください"))
    }
    _ = try months
    _ = try from.map { try date($0, "--from") }
    _ = try to.map { try date($0, "--to") }
  }

  func run() throws {
    let language = input.reading.language
    let network = try input.read()
    let periods = try periods(of: network, language)
    let options = ReachOptions(
      tieKinds: try ties.map {
        try KindList.tieKinds($0, option: "--ties", in: network, language)
      })
    let execution = input.reading.execution
    let chosen = try leader.map { try network.actor(named: $0, option: "--leader", language) }
    let timeline = try network.timeline(
      over: periods, options, introducers: introductions,
      leader: try chosen ?? mostDependedOn(network, options, execution), samples: samples,
      seed: input.reading.seed ?? 1, execution: execution)
    guard timeline.moments.contains(where: { $0.ties.upperBound > 0 }) else {
      throw CommandFailure.data(
        language(
          "no tie is even possibly alive from \(periods[0]) to \(periods[periods.count - 1]); ask for "
            + "another time",
          "\(periods[0]) から \(periods[periods.count - 1]) までに存続していた可能性のあるつながりはありません。別の期間を指定してください"
        ))
    }
    let report = TimelineReport(
      network: network, timeline: timeline, options: options, introductions: introductions,
      isLeaderNamed: leader != nil, language: language,
      title: language.title(of: network, at: input.network))
    try write(report)
  }

  private func write(_ report: TimelineReport) throws {
    let result =
      switch output.format {
      case .table: report.table + "\n" + report.notes.map { $0 + "\n" }.joined()
      case .csv: report.csv
      case .json: report.json.written
      }
    if output.format == .csv { for note in report.notes { Console.note(note) } }
    guard let path = output.output, NetworkFile.fileExtension(of: path) == "svg" else {
      try output.write(result)
      return
    }
    try AtomicFile.write(Array(report.chart.svg.utf8), to: path)
    Console.write(result)
  }

  /// The actor on whom most hangs by all ties ever; none that has members, since a group stands for
  /// all of them.
  private func mostDependedOn(
    _ network: Network, _ options: ReachOptions, _ execution: Execution
  ) throws -> Int? {
    let departures = Departures(
      from: try Acquaintances(in: network, options), introducers: introductions)
    let bodies = Set(
      network.ties.indices.filter { network.ties.kind($0) == .membership }
        .map { Int(network.ties.targets[$0]) })
    return departures.ranking(execution: execution).first {
      network.actors.kind($0.actor) != .group && !bodies.contains($0.actor)
    }?.actor
  }

  private func periods(of network: Network, _ language: Language) throws -> [Period] {
    let first = try from.map { try date($0, "--from") } ?? network.description.observedFrom
    let last = try to.map { try date($0, "--to") } ?? network.description.observedTo
    guard let first, let last else {
      throw CommandFailure.usage(
        language(
          "this network does not say when it was observed: write --from and --to",
          "観測期間の記載がないネットワークです。--from と --to を指定してください"))
    }
    // Whole years, unless months are named or asked for.
    let months = try months
    let isYearly = from == nil && months % 12 == 0
    let start = isYearly ? PartialDate(year: first.year) ?? first : first
    do {
      return try TimelinePeriods.periods(from: start, to: last, months: months)
    } catch TimelinePeriods.Problem.endsBeforeItBegins {
      throw CommandFailure.usage(
        language(
          "--from \(start) is after --to \(last); write the earlier date first",
          "--from \(start) が --to \(last) より後です。早い方を --from に書いてください"))
    } catch TimelinePeriods.Problem.tooMany(let count) {
      throw CommandFailure.usage(
        language(
          "--step \(step) makes \(count) periods, more than \(TimelinePeriods.limit); write a longer "
            + "step or a shorter time",
          "--step \(step) では\(count)期間になり、上限\(TimelinePeriods.limit)を超えます。期間を長くするか、範囲を短くしてください"
        ))
    }
  }

  private func date(_ text: String, _ option: String) throws -> PartialDate {
    guard let date = PartialDate(text), date.day == nil else {
      throw ValidationError(
        Language.ofCommandLine(
          "\(option) \(text) is no year or month; write 1983 or 1983-11",
          "\(option) \(text) は年または月として読めません。1983 または 1983-11 のように書いてください"))
    }
    return date
  }

  /// How many months a period is long.
  private var months: Int {
    get throws {
      let unit = step.last == "y" ? 12 : step.last == "m" ? 1 : 0
      guard unit > 0, let count = Int(step.dropLast()), (1...9999).contains(count) else {
        throw ValidationError(
          Language.ofCommandLine(
            "--step \(step): write years or months, as 1y, 5y, 6m or 1m",
            "--step \(step)：1y、5y（年）、6m、1m（月）のように書いてください"))
      }
      return count * unit
    }
  }
}
