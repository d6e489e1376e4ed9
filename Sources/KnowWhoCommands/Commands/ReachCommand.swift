internal import ArgumentParser
internal import KnowWho

/// `knowwho reach`: how many organisations each actor gets to, or whom one actor gets to and through
/// whom.
struct ReachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reach",
    abstract: Language.ofCommandLine(
      "How many organisations each actor gets to with 0, 1, 2, 3 introducers, by kind; or whom.",
      "紹介者が0、1、2、3人のとき、だれが何団体にたどり着けるか（種類別）。"),
    discussion: Language.ofCommandLine(
      """
      Who is tied to the same project or event, or was in the same group at the same time, knows \
      the other directly. A project introduces nobody; a group introduces its members to those \
      outside. Persons introduce, but are not counted as organisations. --mode as-is counts every \
      actor on the way as a step. With --at, what is not certain is a range: 12–15.
      """,
      """
      同じプロジェクトや催しに関わった者どうし、同じ時期に同じ会の会員だった者どうしは、直接の知り合いと\
      みなします。プロジェクトは紹介をせず、会は会員を会の外の相手に紹介します。個人は紹介者になりますが、\
      団体には数えません。--mode as-is では途中のすべてを1段階と数えます。--at を付けると、確実でない数は\
      12–15 のような幅で示します。
      """))

  @OptionGroup var input: NetworkOptions
  @OptionGroup var options: AcquaintanceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "List whom this actor gets to, and through whom.", "この主体がだれに、だれを通じてたどり着けるかを示します。"),
      valueName: "actor"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "The most introducers to count, 0 to 10 (default: 3).", "数える紹介者の上限（0～10、既定は3）。"),
      valueName: "introductions"))
  var introductions: Int?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Count only actors of these kinds as reached, separated by commas.",
        "たどり着く相手をこの種類に限ります（コンマ区切り）。")))
  var kind: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Do not count the members of this group as reached.", "この会の会員を、たどり着く相手に数えません。"),
      valueName: "group"))
  var outside: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "List only actors of these kinds, separated by commas.", "この種類の主体だけを一覧にします（コンマ区切り）。")))
  var kinds: String?

  @Flag(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Also what to expect if introductions succeed by chance (see --relay).",
        "紹介が確率的に成功するときの期待値も示します（--relay を参照）。")))
  var expected = false

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Chances that an acquaintance passes a question on: 0.5, or by class or kind of tie "
          + "strong=0.6,weak=0.15,across=0.15,membership=0.6. Implies --expected.",
        "知り合いが取り次ぐ確率：0.5、またはつながりの強さや種類ごとに "
          + "strong=0.6,weak=0.15,across=0.15,membership=0.6。--expected を兼ねます。")))
  var relay: String?

  @Option(help: .runs)
  var runs = 1000

  @Flag(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "The one new acquaintance that would add most within one introducer, or within as many as "
          + "--introductions says.",
        "紹介者1人まで（--introductions を指定したときはその人数まで）で届く団体が最も増える、"
          + "新しい知り合い1者を示します。")))
  var bestNext = false

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine("Only the first so many rows.", "はじめのこの行数だけを示します。")))
  var top: Int?

  func validate() throws {
    let language = Language.ofCommandLine
    try NumberCheck.checkPositive(top, "--top")
    try NumberCheck.check(limit, 0...10, "--introductions")
    try NumberCheck.check(runs, 2...1_000_000, "--runs")
    if from != nil, bestNext || expected || relay != nil || kinds != nil {
      throw ValidationError(
        language(
          "--from lists the targets of one actor; leave out --kinds, --best-next, --expected and "
            + "--relay (--kind chooses targets)",
          "--from は1者の届く相手の一覧です。--kinds、--best-next、--expected、--relay は外してください"
            + "（相手の種類は --kind で選びます）"))
    }
  }

  /// The most introducers that are counted.
  private var limit: Int { introductions ?? 3 }

  func run() throws {
    let language = input.reading.language
    let job = limits.begin()
    let network = try input.read(in: job)
    let acquaintances = try options.acquaintances(in: network, language, in: job)
    let targets = try targets(acquaintances, language)
    guard !limits.estimate else {
      var report = EstimateReport(job: job, threads: input.reading.threads)
      try report.add("reach", in: job) { [limit] in
        _ = acquaintances.reach(introducers: limit, targets: targets, execution: $0)
      }
      return try report.write(to: output)
    }
    if let from {
      let asker = try network.actor(named: from, option: "--from", language)
      try list(from: asker, acquaintances, targets, job)
    } else {
      try count(acquaintances, targets, job)
    }
  }

  private func targets(
    _ acquaintances: Acquaintances, _ language: Language
  ) throws -> ReachTargets {
    let network = acquaintances.network
    var away: Set<Int> = []
    if let outside {
      away = acquaintances.members(
        of: try acquaintances.groupOutside(named: outside, language))
    }
    return ReachTargets(
      in: network,
      kinds: try kind.map { try KindList.actorKinds($0, option: "--kind", in: network, language) },
      leavingOut: away)
  }

  private func count(
    _ acquaintances: Acquaintances, _ targets: ReachTargets, _ job: Job
  ) throws {
    let language = input.reading.language
    let network = acquaintances.network
    let execution = job.execution(threads: input.reading.threads)
    let listed = try kinds.map {
      try KindList.actorKinds($0, option: "--kinds", in: network, language)
    }
    let range = try job.perform(language("computing reach", "届く相手を計算中")) { [limit] in
      try AcquaintanceRange(of: acquaintances).reach(
        introducers: limit, targets: targets, execution: execution)
    }
    var result = ReachResult(
      network: network, introductions: limit, language: language, range: range, top: top,
      listed: listed)
    if bestNext {
      result.next = try job.perform(
        language("looking for the best next acquaintance", "次に知り合うとよい相手を計算中")
      ) { [introductions] in
        acquaintances.nextAcquaintances(
          introducers: introductions ?? 1, targets: targets, execution: execution)
      }
    }
    if expected || relay != nil {
      let chances =
        try relay.map { try RelayOption.chances($0, in: network, language) } ?? .standard
      let askers = result.rows.map { result.range.least.actors[$0] }
      let seed = input.reading.seed ?? 1
      result.expected = try job.perform(language("computing expected reach", "期待値を計算中")) {
        [limit, runs] in
        try (0...limit).map {
          try acquaintances.expectedReach(
            from: askers, introducers: $0, chances: chances, targets: targets, runs: runs,
            seed: seed, execution: execution)
        }
      }
    }
    let notes = result.notes(mode: options.mode) + options.notes(on: acquaintances, language)
    let title = language.title(of: network, at: input.network)
    try output.write(
      table: OutputOptions.page(title, result.table, notes), csv: result.csv,
      json: result.json(title, options.mode, notes), notes: notes)
  }

  private func list(
    from asker: Int, _ acquaintances: Acquaintances, _ targets: ReachTargets, _ job: Job
  ) throws {
    let language = input.reading.language
    guard acquaintances.contains(asker) else {
      throw CommandFailure.data(
        language(
          "--from \(from ?? ""): no tie that counts touches it, or it is a project or event; ask "
            + "at another time or for other ties",
          "--from \(from ?? "")：対象のつながりがないか、プロジェクト・催しです。別の時点やつながりを指定してください"))
    }
    let execution = job.execution(threads: input.reading.threads)
    let result = try job.perform(language("computing reach", "届く相手を計算中")) { [limit, top] in
      try ReachedResult(
        range: AcquaintanceRange(of: acquaintances), asker: asker, introductions: limit,
        targets: targets, top: top, language: language, execution: execution)
    }
    let notes = result.notes + options.notes(on: acquaintances, language)
    let title = language.title(of: acquaintances.network, at: input.network)
    try output.write(
      table: OutputOptions.page(title, result.table, notes), csv: result.csv,
      json: result.json(title, options.mode, notes), notes: notes)
  }
}
