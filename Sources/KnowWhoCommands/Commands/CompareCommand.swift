internal import ArgumentParser
internal import KnowWho

/// `knowwho compare`: networks, or groups of one network, side by side.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: Language.ofCommandLine(
      "Networks, or groups within one, side by side, with what is settled by them and what not.",
      "複数のネットワーク、または一つのネットワークの中のグループを並べて比べ、何が言えて何が言えないかを示します。"),
    discussion: Language.ofCommandLine(
      """
      Each figure comes with the interval of drawing members anew (vertex bootstrap), the \
      probability of its difference by chance, and what random networks of the same size make of \
      it, since groups of 16 and 300 cannot be compared raw. The first is held against each of the \
      others.
      knowwho compare A B --strong-from 3 --figure compare.svg
      knowwho compare A --group-by committee --groups 1,2
      """,
      """
      どの数値にも、会員を抽出し直したときの区間（頂点ブートストラップ）、差が偶然に生じる確率、同じ規模の偶然の\
      ネットワークでの値を添えます。16者と300者の数値は、そのままでは比べられないためです。一つ目を、ほかのそれぞれと比べます。
      knowwho compare A B --strong-from 3 --figure compare.svg
      knowwho compare A --group-by committee --groups 1,2
      """))

  @Argument(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "The networks; one with --group-by, none with --scale.",
        "比べるネットワーク。--group-by では一つだけ、--scale では指定しません。")))
  var networks: [String] = []

  @OptionGroup var groups: GroupOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var options: ViewOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var scale: ScaleOptions

  func validate() throws {
    let language = Language.ofCommandLine
    if let runs = groups.runs {
      try NumberCheck.check(runs, (scale.isAsked ? 2 : 10)...100_000, "--runs")
    }
    guard !scale.isAsked else {
      return try scale.check(networks: networks, isGrouped: groups.groupBy != nil)
    }
    if groups.groupBy != nil, networks.count != 1 {
      throw ValidationError(
        language(
          "--group-by compares groups within one network; give just one",
          "--group-by は一つのネットワークの中のグループを比べます。ネットワークは一つだけ指定してください"))
    }
    if groups.groupBy == nil, networks.count < 2 {
      throw ValidationError(
        language(
          "give two networks or more, one and --group-by, or ask the model with --scale "
            + "technomix,krip",
          "ネットワークを二つ以上、または一つと --group-by を指定するか、--scale technomix,krip でモデルに尋ねてください"))
    }
    if networks.count > Self.mostGroups {
      throw ValidationError(
        language(
          "at most \(Self.mostGroups) networks can be compared",
          "比べられるネットワークは\(Self.mostGroups)個までです"))
    }
  }

  /// More would not fit a page.
  private static let mostGroups = 8

  func run() throws {
    if scale.isAsked {
      return try CompareScale(
        options: scale, runs: groups.runs ?? 200, figure: groups.figure, reading: reading,
        output: output, limits: limits
      ).run()
    }
    let job = limits.begin()
    let sides = try networks.enumerated().map { place, path in
      let network = try reading.read(path, in: job)
      let view = try options.view(
        of: network, leavingOutOthers: true, in: job, threads: reading.threads)
      return ComparedSide(
        name: Self.letter(place), path: path, title: reading.language.title(of: network, at: path),
        source: try groups.source(network, view, knowWho(of: network, view, job)),
        notes: try options.notes(on: view, of: network))
    }
    let entities = try comparedGroups(sides)
    guard !limits.estimate else {
      try estimate(sides, entities, job).write(to: output)
      return
    }
    let profiles = try networks.count == 2 ? sides.map { try profile(of: $0, job) } : []
    let report = try compare(sides, entities, job)
    let result = ComparisonResult(
      sides: sides, profiles: profiles, groups: report, language: reading.language)
    if let path = groups.figure, let report {
      let chart = report.chart(synthetic: result.synthetic)
      try FigureFile.write(chart, to: path, reading.language)
    }
    switch output.format {
    case .table: try output.write(result.table)
    case .csv:
      for note in result.notes { Console.note(note) }
      try output.write(result.csv)
    case .json: try output.write(result.json.written)
    }
  }

  /// Whom actors get to through one introducer, where kinds make that more than a count of steps and
  /// the network is to be compared with chance at all.
  private func knowWho(
    of network: Network, _ view: NetworkView, _ job: Job
  ) throws -> KnowWhoReach? {
    guard network.actors.kinds != nil,
      groups.runs != nil || view.graph.nodeCount <= GroupOptions.standardSizeLimit
    else { return nil }
    let asked = ReachOptions(
      period: try options.period, possibly: options.chosen.possible,
      tieKinds: try options.tieKinds(in: network))
    let execution = job.execution(threads: reading.threads)
    return try job.perform(Language.ofCommandLine("finding who knows whom", "知り合いの関係を整理中")) {
      try network.reach(introducers: 1, asked, execution: execution)
    }
  }

  private static func letter(_ place: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(place)))
  }

  /// What is compared: a group for each network, or the groups of the only one.
  private func comparedGroups(_ sides: [ComparedSide]) throws -> GroupOptions.Groups {
    if groups.groupBy != nil {
      let found = try groups.groups(in: sides[0].source)
      guard found.names.count <= Self.mostGroups else {
        throw CommandFailure.usage(
          reading.language(
            "there are \(found.names.count) groups; choose up to \(Self.mostGroups) with --groups: "
              + found.names.joined(separator: ", "),
            "グループが\(found.names.count)個あります。--groups で\(Self.mostGroups)個までを選んでください："
              + found.names.joined(separator: "、")))
      }
      return found
    }
    return GroupOptions.Groups(
      names: sides.map(\.name), members: sides.map { Array($0.source.view.graph.nodes) })
  }

  private func profile(of side: ComparedSide, _ job: Job) throws -> GraphProfile {
    let (graph, execution) = (side.source.view.graph, job.execution(threads: reading.threads))
    let step = Language.ofCommandLine(
      "computing figures of \(side.path)", "\(side.path) の数値を計算中")
    return try job.perform(step) { GraphProfile(of: graph, execution: execution) }
  }

  /// Compares with chance; nil where a group is too large for that unless it is asked for.
  private func compare(
    _ sides: [ComparedSide], _ entities: GroupOptions.Groups, _ job: Job
  ) throws -> GroupReport? {
    let language = reading.language
    let largest = entities.members.map(\.count).max() ?? 0
    guard groups.runs != nil || largest <= GroupOptions.standardSizeLimit else {
      Console.note(
        language(
          "\(largest) members are many to compare with chance; --runs 50 would do it 50 times",
          "会員が\(largest)と多いため、偶然との比較は行いません。--runs 50 のように回数を指定すると行います。"))
      return nil
    }
    let (runs, seed) = (groups.runs ?? 200, reading.seed ?? 1)
    let execution = job.execution(threads: reading.threads)
    let isWithinOne = groups.groupBy != nil
    let pools = sides.map(\.source.pool)
    let comparison = try job.perform(
      Language.ofCommandLine("comparing with chance", "偶然と比較中")
    ) {
      isWithinOne
        ? try GroupComparison(
          entities.members, names: entities.names, in: pools[0], runs: runs, seed: seed,
          execution: execution)
        : try GroupComparison(
          zip(pools, entities.names).map { $0.group(of: Array($0.graph.nodes), name: $1) },
          runs: runs, seed: seed, execution: execution)
    }
    return GroupReport(
      comparison: comparison,
      leaders: try LeaderSentences(
        named: groups.leader, sides: sides, entities: entities, comparison: comparison,
        language: language
      ).sentences,
      title: isWithinOne
        ? sides[0].title : sides.map { "\($0.name) \($0.title)" }.joined(separator: " · "),
      language: language)
  }

  private func estimate(
    _ sides: [ComparedSide], _ entities: GroupOptions.Groups, _ job: Job
  ) throws -> EstimateReport {
    var report = EstimateReport(job: job, threads: reading.threads)
    if sides.count == 2 {
      for side in sides {
        try report.add(GraphProfile.longParts(of: side.source.view.graph), of: side.name, in: job)
      }
    }
    let runs = groups.runs ?? 200
    let largest = entities.members.map(\.count).max() ?? 0
    guard groups.runs != nil || largest <= GroupOptions.standardSizeLimit else { return report }
    for (place, name) in entities.names.enumerated() {
      let side = sides.count == 1 ? sides[0] : sides[place]
      let group = side.source.pool.group(of: entities.members[place], name: name)
      try report.add("\(name) chance", in: job) { execution in
        _ = try GroupComparison([group], runs: runs, execution: execution)
      }
    }
    return report
  }
}

/// One of the networks that are compared.
struct ComparedSide {
  let name: String
  let path: String
  let title: String
  let source: GroupOptions.Source
  let notes: [String]

  /// What is made up in it.
  var synthetic: String? { source.network.description.synthetic }
}
