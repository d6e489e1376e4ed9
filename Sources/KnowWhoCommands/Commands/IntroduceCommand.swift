internal import ArgumentParser
internal import KnowWho

/// `knowwho introduce`: through whom one actor gets to another.
struct IntroduceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "introduce",
    abstract: Language.ofCommandLine(
      "Through whom one actor gets to another, and how surely.", "誰に紹介を頼めば相手にたどり着けるかを調べます。"),
    discussion: Language.ofCommandLine(
      "The shortest chains of introducers by name, with what carries each step; further chains; "
        + "chains that share no introducer; and who is indispensable. "
        + "Try: knowwho introduce Graphs/technomix H D --ties project",
      "紹介者が最も少ない経路を、各段のつながりの根拠とともに示します。その次に短い経路、紹介者が重ならない経路、"
        + "欠かせない紹介者も示します。例：knowwho introduce Graphs/technomix H D --ties project"))

  @OptionGroup var input: NetworkOptions

  @Argument(
    help: ArgumentHelp(
      Language.ofCommandLine("Who asks, by id or name.", "紹介を頼む側（IDまたは名前）。")))
  var from: String

  @Argument(
    help: ArgumentHelp(
      Language.ofCommandLine("Who is to be got to, by id or name.", "紹介してほしい相手（IDまたは名前）。")))
  var to: String

  @OptionGroup var options: AcquaintanceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "How many further chains, and how many without a common introducer, 0 to 100.",
        "次に短い経路と、紹介者が重ならない経路を、それぞれいくつまで示すか（0～100）。")))
  var routes = 3

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "The most introducers of a chain, 0 to 20.", "経路に入る紹介者の数の上限（0～20）。")))
  var max = 6

  @Flag(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Only chains whose ties can be followed in the order of time; waiting is allowed.",
        "つながりを時間の順にたどれる経路だけを示します（間があいてもかまいません）。")))
  var timeRespecting = false

  func validate() throws {
    try NumberCheck.check(routes, 0...100, "--routes")
    try NumberCheck.check(max, 0...20, "--max")
  }

  func run() throws {
    let job = limits.begin()
    let network = try input.read(in: job)
    let language = input.reading.language
    let source = try network.actor(named: from, option: from, language)
    let target = try network.actor(named: to, option: to, language)
    let acquaintances = try options.acquaintances(in: network, language, in: job)
    let asked = asked
    let introductions: Introductions
    do {
      let search: @Sendable (Execution) throws -> Introductions = { _ in
        try IntroductionSearch(acquaintances).introductions(from: source, to: target, asked)
      }
      guard !limits.estimate else {
        var report = EstimateReport(job: job, threads: input.reading.threads)
        try report.add("chains", in: job) { _ = try search($0) }
        return try report.write(to: output)
      }
      introductions = try job.perform(language("looking for chains", "紹介の経路を探索中")) {
        try search(job.execution(threads: 1))
      }
    } catch let error as IntroductionError {
      throw CommandFailure.usage(sentence(for: error, in: network, language))
    }
    let remarks = try job.perform(language("looking for chains", "紹介の経路を探索中")) {
      [self] in try notes(introductions, acquaintances, language)
    }
    let report = IntroductionReport(
      introductions: introductions, acquaintances: acquaintances, language: language,
      title: language.title(of: network, at: input.network),
      notes: remarks)
    try output.write(
      table: report.text, csv: report.csv, json: report.json, notes: report.sentences)
  }

  private var asked: IntroductionOptions {
    IntroductionOptions(routes: routes, longest: max, respectsTime: timeRespecting)
  }

  private func sentence(
    for error: IntroductionError, in network: Network, _ language: Language
  ) -> String {
    switch error {
    case .sameActor(let actor):
      let name = language.name(of: actor, in: network)
      return language(
        "\(name) needs no introduction to itself; name two actors",
        "\(name)から\(name)への紹介は不要です。異なる二者を指定してください")
    case .isOccasion(let actor):
      let name = language.name(of: actor, in: network)
      return language(
        "\(name) is an occasion on which others meet, and neither asks nor is got to; name one of "
          + "its participants, or use --mode as-is",
        "\(name)は知り合う場（プロジェクトや行事）なので、紹介の当事者になりません。参加者を指定するか、"
          + "--mode as-is を使ってください")
    }
  }

  /// What the answer counts, what time allows, and what might make a chain where there is none.
  private func notes(
    _ found: Introductions, _ acquaintances: Acquaintances, _ language: Language
  ) throws -> [String] {
    let network = acquaintances.network
    var notes: [String] = []
    if timeRespecting { notes += timeNotes(found, acquaintances, language) }
    if found.shortest.isEmpty { notes += try hints(found, acquaintances, language) }
    if found.gaveUp {
      notes.append(
        language(
          "The search was ended before it had seen all chains; a smaller --max would see all.",
          "経路が多すぎるため、途中で探索を打ち切りました。--max を小さくすると、すべてを調べられます。"))
    }
    let counted = TieNotes(network: network, language: language)
    let general = counted.evidence(of: acquaintances.ties)
    let used = Set(found.chains.flatMap(\.ties))
    if !used.isEmpty {
      notes.append(counted.evidence(of: used))
    }
    return notes
      + options.notes(on: acquaintances, language).filter { used.isEmpty || $0 != general }
  }

  private func timeNotes(
    _ found: Introductions, _ acquaintances: Acquaintances, _ language: Language
  ) -> [String] {
    let search = TimedSearch(acquaintances)
    let arrivals = Certainty.allCases.map {
      search.arrivals(from: found.source, to: found.target, $0)
    }
    // A bound would tell of a chain that need not be there.
    let days = arrivals.map { $0.unproven.isEmpty ? $0.day(found.target) : nil }
    let sure = days[0].flatMap(Self.date)
    let possible = days[1].flatMap(Self.date)
    var notes: [String] = []
    if days[1] != nil {
      notes.append(
        possible.map {
          language(
            "In the order of time, the last tie of a chain begins on \($0) at the earliest.",
            "時間の順にたどると、早ければ\($0)に相手まで届きます。")
        }
          ?? language(
            "In the order of time a chain may hold; no date bounds when.",
            "時間の順にたどれる可能性がありますが、時期を限る日付の記録がありません。"))
    }
    notes.append(
      days[0] == nil
        ? language(
          "No single chain is in the order of time whatever the true dates are.",
          "実際の日付にかかわらず確実に時間の順にたどれる経路は、ありません。")
        : sure.map {
          language(
            "Whatever the true dates are, a chain is complete by \($0).",
            "実際の日付にかかわらず、遅くとも\($0)には相手まで届きます。")
        }
          ?? language(
            "A chain is in the order of time whatever the true dates are.",
            "実際の日付にかかわらず、時間の順にたどれる経路があります。"))
    if found.independentCount.count > 1, !found.shortest.isEmpty {
      notes.append(
        language(
          "How many chains in the order of time share no introducer is too hard to count: the first "
            + "number are those listed, the second all that do without that order.",
          "時間の順にたどれて紹介者が重ならない経路の数は、正確に数えるのが難しいため範囲で示します。"
            + "少ない方はここに示した経路の数、多い方は時間の順を問わない場合の数です。"))
    }
    return notes
  }

  /// A day `yyyymmdd` as it is written, nil where no date bounds it.
  private static func date(_ day: Int) -> String? {
    PartialDate(year: day / 10_000, month: day / 100 % 100, day: day % 100)?.description
  }

  /// Looks what would make a chain where there is none.
  private func hints(
    _ found: Introductions, _ acquaintances: Acquaintances, _ language: Language
  ) throws -> [String] {
    let network = acquaintances.network
    let given = acquaintances.options
    var hints: [String] = []
    for actor in [found.source, found.target] where !acquaintances.contains(actor) {
      hints.append(
        language(
          "No tie that counts here touches \(language.name(of: actor, in: network)).",
          "\(language.name(of: actor, in: network))には、ここで数えるつながりがありません。"))
    }
    func attempt(_ change: String, _ options: ReachOptions, _ asked: IntroductionOptions) throws {
      let further = try IntroductionSearch(Acquaintances(in: network, options))
        .introductions(from: found.source, to: found.target, asked)
      guard let chain = further.shortest.first else { return }
      hints.append(
        language(
          "\(change) there is one: ", "\(change)、次の経路があります：")
          + chain.names(in: network, language) + language(".", "。"))
    }
    var short = asked
    short.routes = 0
    short.shortestLimit = 1
    if timeRespecting {
      var changed = short
      changed.respectsTime = false
      try attempt(
        language("Without --time-respecting", "--time-respecting を付けなければ"), given, changed)
    }
    if max < 20 {
      var changed = short
      changed.longest = 20
      try attempt(
        language("With more introducers (--max 20)", "紹介者を増やせば（--max 20）"), given, changed)
    }
    if given.period != nil, !given.possibly {
      var changed = given
      changed.possibly = true
      try attempt(
        language("With ties that are possible then (--possible)", "可能性のあるつながりも使えば（--possible）"),
        changed, short)
    }
    if given.tieKinds != nil {
      var changed = given
      changed.tieKinds = nil
      try attempt(language("With ties of all kinds", "すべての種類のつながりを使えば"), changed, short)
    }
    if !given.notVia.isEmpty {
      var changed = given
      changed.notVia = []
      try attempt(language("Without --not-via", "--not-via を外せば"), changed, short)
    }
    if given.period != nil {
      var changed = given
      (changed.period, changed.possibly) = (nil, false)
      try attempt(
        language("Over all time (without --at)", "全期間で見れば（--at なし）"), changed, short)
    }
    return hints
  }
}
