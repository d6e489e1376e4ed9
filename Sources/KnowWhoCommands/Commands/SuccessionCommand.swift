internal import ArgumentParser
internal import KnowWho

/// `knowwho succession`: what the others lose when an actor retires, and what an heir saves.
struct SuccessionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "succession",
    abstract: Language.ofCommandLine(
      "What the others lose when an actor retires, and what an heir saves.",
      "ある主体が引退すると周りは何を失うか。後継者がいれば何が残るか。"),
    discussion: Language.ofCommandLine(
      """
      Retiring removes the actor's ties and every tie that is through it. An heir keeps each of \
      them with a probability, the inheritance share; ties between the two vanish. Leader \
      dependence is the share of what the others reach that is lost. The rank says whether another \
      actor would be missed more.
      """,
      """
      引退すると、本人のつながりと、本人を介した（through）つながりがなくなります。後継者はそれぞれを一定の\
      確率（継承割合）で引き継ぎます。二人の間のつながりは消えます。リーダー依存度は、周りが届く団体数の合計の\
      うち失われる割合です。順位は、ほかにもっと影響の大きい主体がいるかどうかを示します。
      """))

  @OptionGroup var input: NetworkOptions
  @OptionGroup var options: AcquaintanceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine("Who retires, by id or name.", "引退する主体（IDまたは名前）。"),
      valueName: "actor"))
  var retire: String

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine("Who takes over.", "後を継ぐ主体。"), valueName: "actor"))
  var heir: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "With --heir: the probability that a tie is kept, 0 to 1 (default: 0.3); the sweep from 0 "
          + "to 1 is always shown.",
        "--heir とともに：それぞれのつながりを引き継ぐ確率（0～1、既定は 0.3）。0から1までの一覧は常に示します。"
      )))
  var inherit: Double?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Runs of a simulation, 2 or more; with few ties to inherit all cases are told apart.",
        "シミュレーションの回数（2以上）。引き継ぐつながりが少なければ、すべての場合を計算します。")))
  var runs = 1000

  @Option(help: .introductions)
  var introductions = 1

  @Option(help: .membersOutside)
  var outside: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Catalysers, separated by commas: compare what hangs on them, removed together.",
        "触媒役（コンマ区切り）：まとめて抜けた場合の影響と比べます。"), valueName: "actor,…"))
  var catalysers: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine("How many rows tables have.", "表の行数の上限。")))
  var top = 10

  func validate() throws {
    let language = Language.ofCommandLine
    let share = inherit ?? 0.3
    guard (0...1).contains(share) else {
      throw ValidationError(
        language(
          "--inherit \(share): write a probability from 0 to 1",
          "--inherit \(share)：0から1までの確率を書いてください"))
    }
    try NumberCheck.check(runs, 2...1_000_000, "--runs")
    try NumberCheck.check(introductions, 0...10, "--introductions")
    try NumberCheck.checkPositive(top, "--top")
    if inherit != nil, heir == nil {
      throw ValidationError(
        language("--inherit needs --heir: who inherits?", "--inherit には --heir（後を継ぐ主体）が必要です"))
    }
  }

  func run() throws {
    let language = input.reading.language
    let job = limits.begin()
    let network = try input.read(in: job)
    let leader = try network.actor(named: retire, option: "--retire", language)
    let successor = try heir.map { try network.actor(named: $0, option: "--heir", language) }
    if successor == leader {
      throw CommandFailure.usage(
        language(
          "--heir \(heir ?? ""): nobody inherits from oneself; name another actor",
          "--heir \(heir ?? "")：引退する本人です。別の主体を指定してください"))
    }
    let others = try catalysers.map {
      try network.actors(listedIn: $0, option: "--catalysers", language)
    }
    if others?.contains(leader) ?? false {
      throw CommandFailure.usage(
        language(
          "--catalysers \(catalysers ?? ""): the actor that retires is compared with them; leave it "
            + "out", "--catalysers \(catalysers ?? "")：引退する本人は比べる相手に含められません"))
    }
    let acquaintances = try options.acquaintances(in: network, language, in: job)
    let retirement = Retirement(of: [leader], heir: successor, from: acquaintances)
    if retirement.ties.isEmpty {
      throw CommandFailure.data(
        language(
          "--retire \(retire): no tie that counts hangs on it; ask at another time or for other ties",
          "--retire \(retire)：対象のつながりがありません。別の時点やつながりを指定してください"))
    }
    let departures = Departures(
      from: acquaintances, introducers: introductions,
      outside: try outside.map { try acquaintances.groupOutside(named: $0, language) })
    let work = SuccessionWork(
      departures: departures, retirement: retirement, leader: leader, catalysers: others,
      share: inherit ?? 0.3, runs: runs, seed: input.reading.seed ?? 1)
    guard !limits.estimate else {
      return try work.estimate(in: job, threads: input.reading.threads).write(to: output)
    }
    let (findings, missing) = try work.findings(in: job, threads: input.reading.threads)
    let report = SuccessionReport(work: work, findings: findings, top: top, language: language)
    let notes =
      report.notes + options.notes(on: acquaintances, language)
      + (missing.map { [Job.incomplete($0)] } ?? [])
    let title = language.title(of: network, at: input.network)
    try output.write(
      table: OutputOptions.page(title, report.table, notes), csv: report.csv,
      json: report.json(title, notes), notes: notes)
    try job.checkComplete(missing: missing)
  }
}
