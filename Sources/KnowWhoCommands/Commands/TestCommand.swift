internal import ArgumentParser
internal import KnowWho

/// `knowwho test`: whether a figure of a network, or of several, is more than chance.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: Language.ofCommandLine(
      "Whether a figure of a network is more than chance, and how sure that is.",
      "ネットワークの数値が偶然の範囲を超えるか、どれほど確かかを調べます。"),
    discussion: Language.ofCommandLine(
      "ei, assortativity: do ties stay within groups (--group-by COLUMN)? density: how dense, with a "
        + "standard error; of two networks, the difference. cug: transitivity or centralization "
        + "beside random networks. core: a core and a periphery, and how well they fit. qap A B: how "
        + "alike two networks of the same actors are. mrqap Y X1 X2: a network explained by others. "
        + "Actors are matched by id.",
      "ei と assortativity は、つながりがグループ（--group-by 列名）の内側に偏るか。density は密度とその標準誤差"
        + "（ネットワークが二つなら差）。cug は推移性や集中度を無作為なネットワークと比べます。core は中核と周辺への分け方と"
        + "当てはまりのよさ。qap A B は同じ主体からなる二つのネットワークの相関。mrqap Y X1 X2 は、あるネットワークを"
        + "ほかのネットワークで説明します。主体は id で対応づけます。"))

  @Argument(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "One network, or several of the same actors.", "ネットワーク。qap と mrqap では同じ主体のものを複数指定します。"),
      valueName: "network"))
  var networks: [String]

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "ei, assortativity, density, cug, core, qap or mrqap.",
        "調べる数値：ei、assortativity、density、cug、core、qap、mrqap のいずれか。")))
  var statistic: Statistic

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "With ei and assortativity: a column of actors.csv, or kind.",
        "ei と assortativity で：actors.csv の列名、または kind。"), valueName: "column"))
  var groupBy: String?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "With cug: transitivity or centralization.",
        "cug で：transitivity（推移性）または centralization（次数の集中度）。")))
  var of = UniformFigure.transitivity

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "With cug: what random networks have in common with this one: edges, size or dyad-census.",
        "cug で：無作為なネットワークとの共通点。edges（つながりの数）、size（主体の数だけ）、dyad-census（双方向と一方向の数）。")))
  var given = Condition.edges

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "How often chance is tried, 1 to 1000000.", "偶然との比較を行う回数（1～1000000）。")))
  var permutations = 10_000

  @OptionGroup var strength: StrengthOption

  @Flag(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "With several networks: only the actors that are in all of them.",
        "ネットワークが複数のとき：すべてに含まれる主体だけで比べます。")))
  var common = false

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var options: ViewOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions

  /// What is tested.
  enum Statistic: String, ExpressibleByArgument, CaseIterable {
    case ei
    case assortativity
    case density
    case cug
    case core
    case qap
    case mrqap

    /// How many networks it takes.
    var networkCount: ClosedRange<Int> {
      switch self {
      case .ei, .assortativity, .cug, .core: 1...1
      case .density: 1...2
      case .qap: 2...2
      case .mrqap: 2...50
      }
    }
  }

  /// What is compared with random networks.
  enum UniformFigure: String, ExpressibleByArgument, CaseIterable {
    case transitivity
    case centralization
  }

  /// What random networks have in common with the one given.
  enum Condition: String, ExpressibleByArgument, CaseIterable {
    case edges
    case size
    case dyadCensus = "dyad-census"

    var value: UniformCondition {
      switch self {
      case .edges: .edges
      case .size: .size
      case .dyadCensus: .dyadCensus
      }
    }
  }

  func validate() throws {
    guard (1...1_000_000).contains(permutations) else {
      throw ValidationError(
        Language.ofCommandLine(
          "--permutations \(permutations): write a number from 1 to 1000000",
          "--permutations \(permutations)：1から1000000までの数を書いてください"))
    }
    let allowed = statistic.networkCount
    guard allowed.contains(networks.count) else {
      let name = statistic.rawValue
      let wanted =
        allowed.lowerBound == allowed.upperBound
        ? "\(allowed.lowerBound)"
        : Language.ofCommandLine(
          "\(allowed.lowerBound) to \(allowed.upperBound)",
          "\(allowed.lowerBound)～\(allowed.upperBound)")
      throw ValidationError(
        Language.ofCommandLine(
          "--statistic \(name): takes \(wanted) network(s), not \(networks.count)",
          "--statistic \(name)：ネットワークを\(wanted)個指定してください（今は\(networks.count)個）"))
    }
    let isGrouped = statistic == .ei || statistic == .assortativity
    guard isGrouped == (groupBy != nil) else {
      throw ValidationError(
        isGrouped
          ? Language.ofCommandLine(
            "--statistic \(statistic.rawValue) needs --group-by COLUMN, such as --group-by kind",
            "--statistic \(statistic.rawValue) には --group-by 列名 が必要です（例：--group-by kind）")
          : Language.ofCommandLine(
            "--group-by has no place with --statistic \(statistic.rawValue)",
            "--statistic \(statistic.rawValue) では --group-by は使えません"))
    }
  }

  func run() throws {
    let job = limits.begin()
    let subjects = try networks.map { path in
      let network = try reading.read(path, in: job)
      let view = try options.view(
        of: network, leavingOutOthers: true, in: job, threads: reading.threads)
      try strength.check(view, of: path)
      return TestSubject(path: path, network: network, view: view)
    }
    let trial = Trial(
      permutations: permutations, seed: reading.seed ?? 1, language: language,
      values: strength.values)
    let work = try work(on: subjects, trial)
    guard !limits.estimate else {
      var report = EstimateReport(job: job, threads: reading.threads)
      try report.add(statistic.rawValue, in: job) { _ = try work($0) }
      return try report.write(to: output)
    }
    let execution = job.execution(threads: reading.threads)
    var report: TestReport
    do {
      report = try job.perform(language("trying chance", "偶然と比較中")) { try work(execution) }
    } catch let error as ComparisonError {
      throw error.failure(networks, language)
    }
    report.statistic = statistic.rawValue
    report.seed = trial.seed
    report.subjects = subjects.map { ($0.path, language.title(of: $0.network, at: $0.path)) }
    report.synthetic = subjects.compactMap(\.network.description.synthetic).first
    let isSeveral = subjects.count > 1
    for subject in subjects {
      report.sentences += try options.notes(on: subject.view, of: subject.network).map {
        isSeveral ? subject.path + language(": ", "：") + $0 : $0
      }
    }
    switch output.format {
    case .table: try output.write(report.text(in: language))
    case .csv:
      for note in report.sentences { Console.note(note) }
      try output.write(
        (subjects.map { SyntheticNote.comment(for: $0.network.description) }.first { !$0.isEmpty }
          ?? "") + report.csv)
    case .json: try output.write(report.json.written)
    }
  }

  private var language: Language { reading.language }

  /// Returns the test, not yet begun.
  private func work(
    on subjects: [TestSubject], _ trial: Trial
  ) throws -> @Sendable (Execution) throws -> TestReport {
    switch statistic {
    case .ei, .assortativity:
      let column = try TestColumn(groupBy ?? "", of: subjects[0])
      let isEI = statistic == .ei
      return { [graph = subjects[0].view.graph] execution in
        isEI
          ? try trial.eiIndex(graph, column, execution)
          : try trial.assortativity(graph, column, execution)
      }
    case .cug:
      return { [graph = subjects[0].view.graph, of, given] execution in
        try trial.uniformGraphs(graph, of, given, execution)
      }
    case .core:
      return { [subject = subjects[0]] in try trial.core(subject, $0) }
    case .density where subjects.count == 1:
      return { [graph = subjects[0].view.graph] in try trial.density(graph, $0) }
    case .density, .qap, .mrqap:
      let graphs = try TestSubject.matched(subjects, onlyCommon: common, language)
      switch statistic {
      case .density: return { try trial.densityDifference(graphs[0], graphs[1], $0) }
      case .qap: return { try trial.qap(graphs[0], graphs[1], $0) }
      default: return { [networks] in try trial.mrqap(graphs, networks, $0) }
      }
    }
  }
}
