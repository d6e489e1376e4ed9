internal import ArgumentParser
internal import KnowWho

/// `knowwho walls`: how closed the subgroups of a network are, and who bridges them.
struct WallsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "walls",
    abstract: Language.ofCommandLine(
      "Which subgroups there are, how closed they are, who bridges them, and what a bridge more "
        + "would do.",
      "どのような小グループがあり、どれほど閉じているか、だれが橋渡しをしているか、橋を1本増やすと何が変わるか。"),
    discussion: Language.ofCommandLine(
      "Subgroups are given by a column or by memberships; otherwise they are found among the ties. "
        + "The E-I index is -1 where all ties stay within subgroups and 1 where none does. The wall "
        + "index is 1 less the density between subgroups divided by that within: 1 where no tie "
        + "leads across, 0 where there is no wall. p says how often chance makes walls as high.",
      "小グループは、actors.csv の列または会員関係で与えます。指定しなければ、つながりの中から見つけます。"
        + "E-I指数は、つながりがすべて小グループの内側なら−1、すべて外側なら1です。壁指数は「1−グループ間の密度÷"
        + "グループ内の密度」で、外へのつながりがなければ1、壁がなければ0です。pは、同じ高さの壁が偶然にできる確率です。"))

  @OptionGroup var input: NetworkOptions
  @OptionGroup var options: AcquaintanceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Subgroups by this column of actors.csv, or by kind.",
        "actors.csv のこの列（または kind）の値ごとに小グループとします。"), valueName: "column"))
  var groupBy: String?

  @Flag(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Subgroups are the members of each group; these memberships acquaint nobody.",
        "会ごとの会員を小グループとします。この会員関係そのものは、知り合う理由に数えません。")))
  var memberships = false

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Only actors of these kinds, separated by commas; the others are left out.",
        "この種類の主体だけを調べます（コンマ区切り）。")))
  var kinds: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "How often chance is tried, 1 to 100000.", "偶然との比較を行う回数（1～100000）。")))
  var runs = 200

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "The most introducers of a chain over a new bridge, 0 to 10.",
        "新しい橋を通る経路の紹介者の上限（0～10）。")))
  var introductions = 1

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "How many bridging actors and new bridges a table lists.", "表に示す橋渡し役と新しい橋の数。")))
  var top = 10

  func validate() throws {
    try NumberCheck.check(runs, 1...100_000, "--runs")
    try NumberCheck.check(introductions, 0...10, "--introductions")
    try NumberCheck.check(top, 1...1_000_000, "--top")
    if groupBy != nil, memberships {
      throw ValidationError(
        Language.ofCommandLine(
          "--group-by and --memberships cannot go together; choose one",
          "--group-by と --memberships は同時に使えません。どちらかを選んでください"))
    }
    if !options.closed.notVia.isEmpty {
      throw ValidationError(
        Language.ofCommandLine(
          "--not-via has no place here: walls are about who knows whom",
          "ここでは --not-via は使えません（壁は、だれがだれを知っているかだけで決まります）"))
    }
  }

  func run() throws {
    let job = limits.begin()
    let network = try input.read(in: job)
    let language = input.reading.language
    let acquaintances = try options.acquaintances(in: network, language, in: job)
    let asked = WallOptions(
      grouping: groupBy.map(WallGrouping.column) ?? (memberships ? .memberships : .communities),
      actorKinds: try kinds.map {
        try KindList.actorKinds($0, option: "--kinds", in: network, language)
      }, runs: runs, seed: input.reading.seed ?? 1, introducers: introductions)
    let counted = acquaintances.options
    guard !limits.estimate else {
      var report = EstimateReport(job: job, threads: input.reading.threads)
      try report.add("walls", in: job) { _ = try network.walls(asked, counted, execution: $0) }
      return try report.write(to: output)
    }
    let execution = job.execution(threads: input.reading.threads)
    let walls: Walls
    do {
      walls = try job.perform(language("measuring walls", "壁の高さを計算中")) {
        try network.walls(asked, counted, execution: execution)
      }
    } catch let error as WallError {
      throw failure(error, in: network, language)
    }
    let report = WallReport(
      walls: walls, asked: asked, network: network, language: language,
      title: language.title(of: network, at: input.network), top: top,
      notes: notes(on: acquaintances, language))
    try output.write(
      table: report.text, csv: report.csv, json: report.json, notes: report.sentences)
  }

  private func notes(on acquaintances: Acquaintances, _ language: Language) -> [String] {
    let network = acquaintances.network
    let isFound = groupBy == nil && !memberships
    let meetAtPlaces =
      options.mode == .introductions
      && acquaintances.ties.contains { tie in
        network.ties.kind(tie) == .membership
          || [network.ties.sources[tie], network.ties.targets[tie]].contains {
            network.actors.kind(Int($0))?.isOccasion ?? false
          }
      }
    let circles = language(
      "All who share a project or a group know each other here, which by itself makes closed circles; "
        + "rewired networks do not keep that, so p is smaller than it would be otherwise.",
      "同じプロジェクトや会に属する者は全員が知り合いとみなすため、それだけで閉じた輪ができます。つなぎ替えたネットワークには"
        + "これが残らないので、pはその分小さく出ます。")
    return (isFound && meetAtPlaces ? [circles] : []) + options.notes(on: acquaintances, language)
  }

  private func failure(
    _ error: WallError, in network: Network, _ language: Language
  ) -> CommandFailure {
    switch error {
    case .noColumn(let column):
      return .noColumn(column, option: "--group-by", in: network, language)
    case .noSubgroups:
      return .data(
        memberships
          ? language(
            "no actor that counts is a member of a group then; ask about another time, or add "
              + "membership ties to ties.csv",
            "その時点で会の会員である主体がありません。別の時点を指定するか、ties.csv に membership の行を加えてください")
          : language(
            "no actor that counts has an entry in the column \(groupBy ?? ""); fill it in actors.csv",
            "対象の主体はいずれも列 \(groupBy ?? "") が空です。actors.csv に記入してください"))
    case .nobody:
      return .data(
        language(
          "no actor is left to answer for; ask for other kinds, ties or another time",
          "対象となる主体がありません。別の種類、つながり、時点を指定してください"))
    }
  }
}
