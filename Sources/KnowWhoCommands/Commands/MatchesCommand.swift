internal import ArgumentParser
internal import KnowWho

/// `knowwho matches`: who should sit with whom at a joint meeting of two groups.
struct MatchesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matches",
    abstract: Language.ofCommandLine(
      "Who should sit with whom at a joint meeting of two groups, talk after talk.",
      "二つの会の合同例会で、だれとだれが席につけばよいかを、回ごとに示します。"),
    discussion: Language.ofCommandLine(
      "Members of one group are seated with members of the other whom they do not know yet, so that "
        + "as many new pairs meet as possible; talks are spread evenly, and pairs that add most to "
        + "reach come first. Try: knowwho matches NET \"Group A\" \"Group B\" --hours 3 --minutes 20",
      "まだ知り合いでない相手どうしを組み合わせ、新しい出会いの数が最大になる席割りを作ります。"
        + "面談の回数はなるべく均等にし、人脈が最も広がる組み合わせを優先します。"
        + "例：knowwho matches NET A会 B会 --hours 3 --minutes 20"))

  @OptionGroup var input: NetworkOptions

  @Argument(
    help: ArgumentHelp(Language.ofCommandLine("A group, by id or name.", "会（IDまたは名前）。")))
  var first: String

  @Argument(
    help: ArgumentHelp(
      Language.ofCommandLine("The other group, by id or name.", "もう一方の会（IDまたは名前）。")))
  var second: String

  @OptionGroup var options: AcquaintanceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine("How long the meeting lasts, in hours.", "合同例会の長さ（時間）。")))
  var hours = 3.0

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine("How long each talk lasts, in minutes.", "1回の面談の長さ（分）。")))
  var minutes = 20.0

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "With --at: who last knew each other longer ago counts as new, such as 5y (default: who ever "
          + "knew each other does not).",
        "--at とともに：この年数より前に途絶えた知り合いは、新しい相手とみなします（例：5y）。"
          + "指定しなければ、一度でも知り合いだった相手は除きます。"),
      valueName: "years"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Prefer pairs that differ in this column of actors.csv, such as trade, or in kind.",
        "actors.csv のこの列（業種など、または kind）が異なる組み合わせを優先します。"),
      valueName: "column"))
  var complement: String?

  func validate() throws {
    guard hours > 0, hours <= 1000 else {
      throw ValidationError(
        Language.ofCommandLine(
          "--hours \(hours): write a number above 0, at most 1000",
          "--hours \(hours)：0より大きく1000以下の数を書いてください"))
    }
    guard minutes > 0, minutes.isFinite else {
      throw ValidationError(
        Language.ofCommandLine(
          "--minutes \(minutes): write a number above 0", "--minutes \(minutes)：0より大きい数を書いてください"))
    }
    guard meeting.roundCount > 0 else {
      throw ValidationError(
        Language.ofCommandLine(
          "a talk of \(NumberText.shortest(minutes)) minutes does not fit into "
            + "\(NumberText.shortest(hours)) hours; write a longer --hours or shorter --minutes",
          "\(NumberText.shortest(hours))時間に\(NumberText.shortest(minutes))分の面談は入りません。"
            + "--hours を長くするか --minutes を短くしてください"))
    }
    if since != nil {
      guard years != nil else {
        throw ValidationError(
          Language.ofCommandLine(
            "--since \(since ?? ""): write whole years, such as 5y",
            "--since \(since ?? "")：5y のように年数を書いてください"))
      }
      if options.ties.at == nil {
        throw ValidationError(
          Language.ofCommandLine(
            "--since needs --at, the date of the meeting",
            "--since には --at（合同例会の時点）が必要です"))
      }
    }
  }

  func run() throws {
    let job = limits.begin()
    let network = try input.read(in: job)
    let language = input.reading.language
    let groups = try [first, second].map { try network.actor(named: $0, option: $0, language) }
    let acquaintances = try options.acquaintances(in: network, language, in: job)
    let (meeting, counted) = (meeting, acquaintances.options)
    let plan: MeetingPlan
    do {
      guard !limits.estimate else {
        var report = EstimateReport(job: job, threads: input.reading.threads)
        try report.add("matches", in: job) {
          _ = try network.meetingPlan(
            of: groups[0], and: groups[1], meeting, counted, execution: $0)
        }
        return try report.write(to: output)
      }
      let execution = job.execution(threads: input.reading.threads)
      plan = try job.perform(language("planning the meeting", "席割りを計算中")) {
        try network.meetingPlan(
          of: groups[0], and: groups[1], meeting, counted, execution: execution)
      }
    } catch let error as MeetingError {
      throw failure(error, in: network, language)
    }
    let report = MeetingReport(
      plan: plan, meeting: meeting, network: network, language: language,
      title: language.title(of: network, at: input.network),
      notes: options.notes(on: acquaintances, language))
    try output.write(
      table: report.text, csv: report.csv, json: report.json, notes: report.sentences)
  }

  private var meeting: MeetingOptions {
    MeetingOptions(
      hours: hours, minutes: minutes, since: years, complement: complement,
      seed: input.reading.seed)
  }

  /// The years of ``since``: `5y` or `5`.
  private var years: Int? {
    since.flatMap { Int($0.hasSuffix("y") ? $0.dropLast() : $0[...]) }
      .flatMap { (0...9998).contains($0) ? $0 : nil }
  }

  private func failure(
    _ error: MeetingError, in network: Network, _ language: Language
  ) -> CommandFailure {
    switch error {
    case .sameGroup(let group):
      let name = language.name(of: group, in: network)
      return .usage(
        language(
          "\(name) cannot hold a joint meeting with itself; name two groups",
          "\(name)どうしでは組み合わせを作れません。異なる二つの会を指定してください"))
    case .noRound:
      return .usage(
        language("no talk fits into the meeting", "時間内に面談が1回も入りません"))
    case .noColumn(let column):
      return .noColumn(column, option: "--complement", in: network, language)
    case .noMembers(let group, let possible, let ever):
      return .data(noMembers(group, possible, ever, in: network, language))
    }
  }

  private func noMembers(
    _ group: Int, _ possible: Int, _ ever: Int, in network: Network, _ language: Language
  ) -> String {
    let name = language.name(of: group, in: network)
    let id = network.actors.id(group)
    if possible > 0, !options.ties.possible {
      return language(
        "\(name) has no certain members in \(options.ties.at ?? ""); \(possible) are possible: add "
          + "--possible",
        "\(options.ties.at ?? "")の時点で確実な\(name)の会員はデータにありません。可能性のある会員が\(possible)います"
          + "（--possible を付けてください）")
    }
    let row = "MEMBER,\(id),membership"
    if ever > 0 {
      return language(
        "\(name) has no members in the data in \(options.ties.at ?? "") (\(ever) at other times); ask "
          + "about another time, or add a row like \(row) with dates to ties.csv for each member",
        "\(options.ties.at ?? "")の時点の\(name)の会員はデータにありません（ほかの時点には\(ever)）。別の時点を指定するか、"
          + "会員ごとに \(row) のような行を日付とともに ties.csv に加えてください")
    }
    return language(
      "\(name) has no members in the data; add a row like \(row) to ties.csv for each member, and "
        + "the members to actors.csv",
      "\(name)の会員がデータにありません。会員ごとに \(row) のような行を ties.csv に、会員そのものを"
        + " actors.csv に加えてください")
  }
}
