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
  @OptionGroup var limits: LimitOptions
  @OptionGroup var ofKinds: TieKindOption
  @OptionGroup var closed: NotViaOption

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

  @Option(help: .introductions)
  var introductions = 1

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Whose dependence is told (default: the person or organisation on whom most hangs over all "
          + "time).", "依存度を調べる主体（既定は、全期間で最も依存されている個人・団体）。"),
      valueName: "actor"))
  var leader: String?

  @Option(help: .membersOutside)
  var outside: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "How many timelines are sampled for the range of dependence, 2 or more.",
        "依存度の幅のために選ぶ年表の数（2以上）。")))
  var samples = 200

  func validate() throws {
    try NumberCheck.check(introductions, 0...10, "--introductions")
    try NumberCheck.check(samples, 2...100_000, "--samples")
    _ = try months
    _ = try from.map { try date($0, "--from") }
    _ = try to.map { try date($0, "--to") }
  }

  func run() throws {
    let language = input.reading.language
    let job = limits.begin()
    let network = try input.read(in: job)
    let options = ReachOptions(
      tieKinds: try ofKinds.kinds(in: network, language),
      notVia: try closed.actors(in: network, language))
    let everTied = try job.perform(language("finding who knows whom", "知り合いの関係を整理中")) {
      try Acquaintances(in: network, options)
    }
    let work = TimelineWork(
      acquaintances: everTied, periods: try periods(of: network, language),
      introductions: introductions,
      outside: try outside.map { try everTied.groupOutside(named: $0, language) },
      leader: try leader.map { try network.actor(named: $0, option: "--leader", language) },
      samples: samples, seed: input.reading.seed ?? 1)
    guard !limits.estimate else {
      return try work.estimate(in: job, threads: input.reading.threads).write(to: output)
    }
    let (timeline, missing) = try work.timeline(in: job, threads: input.reading.threads)
    if missing == nil, !timeline.moments.contains(where: { $0.ties.upperBound > 0 }) {
      let (first, last) = (work.periods[0], work.periods[work.periods.count - 1])
      throw CommandFailure.data(
        language(
          "no tie is even possibly alive from \(first) to \(last); ask for another time",
          "\(first) から \(last) までに存続していた可能性のあるつながりはありません。別の期間を指定してください"))
    }
    let report = TimelineReport(
      network: network, timeline: timeline, options: options, introductions: introductions,
      group: work.outside, isLeaderNamed: leader != nil, missing: missing, language: language,
      title: language.title(of: network, at: input.network))
    try write(report)
    try job.checkComplete(missing: missing)
  }

  private func write(_ report: TimelineReport) throws {
    var output = output
    if let path = output.output, FigureFile.isPicture(path) {
      try FigureFile.write(report.chart, to: path, input.reading.language)
      output.output = nil
    }
    try output.write(
      table: report.text, csv: report.csv, json: report.json, notes: report.notes)
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
