internal import ArgumentParser
internal import KnowWho

/// `knowwho summary`: what a network holds, and its shape.
struct SummaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: Language.ofCommandLine(
      "What a network holds, and its shape.", "ネットワークに何が含まれ、どんな形をしているかを示します。"))

  @OptionGroup var input: NetworkOptions
  @OptionGroup var options: ViewOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions

  func run() throws {
    let job = limits.begin()
    let network = try input.read(in: job)
    let view = try options.view(
      of: network, leavingOutOthers: true, in: job, threads: input.reading.threads)
    let graph = view.graph
    guard !limits.estimate else {
      var report = EstimateReport(job: job, threads: input.reading.threads)
      try report.add(GraphProfile.longParts(of: graph), in: job)
      if FarDistances.areAsked(of: graph) {
        try report.add("distances", in: job) { _ = FarDistances(of: graph, $0) }
      }
      return try report.write(to: output)
    }
    let execution = job.execution(threads: input.reading.threads)
    let profile = try job.perform(
      language("computing figures", "数値を計算中"), acceptsPart: true
    ) {
      GraphProfile(of: graph, execution: execution)
    }
    let far =
      FarDistances.areAsked(of: graph) && !job.isStopped
      ? try job.perform(language("estimating distances", "距離を推定中"), acceptsPart: true) {
        FarDistances(of: graph, execution)
      } : nil
    let missing = job.isStopped ? missing(in: profile, far) : nil
    let contents = contents(of: network, view)
    let figures = ProfileFigure.allCases
      .filter { $0 != .totalStrength || profile.totalStrength != nil }
      .map {
        ($0, $0 == .diameter ? far?.diameter ?? $0.value(in: profile) : $0.value(in: profile))
      }
    let notes =
      try sentences(on: profile, view.graph) + options.notes(on: view, of: network)
      + (missing.map { [Job.incomplete($0)] }
        ?? costNotes(profile, far))
    let title = language.title(of: network, at: input.network)

    switch output.format {
    case .table:
      var text = title + "\n"
      if let source = language.source(of: network) {
        text += language("Source: ", "出典：") + source + "\n"
      }
      text += "\n"
      let rows =
        contents.map { ($0.0.text(in: language), $0.1) }
        + figures.map { figure, value in
          let estimate = figure == .meanDistance ? far?.meanDistanceCell : nil
          return (
            figure.title.text(in: language), estimate ?? Decimals.cell(of: figure, value, language)
          )
        }
      text += TextTable(columns: [
        .init(title: "", isNumeric: false, cells: rows.map(\.0)),
        .init(title: "", isNumeric: false, cells: rows.map(\.1)),
      ]).text.drop { $0 == "\n" }
      if !notes.isEmpty { text += "\n" + notes.map { $0 + "\n" }.joined() }
      try output.write(text)
    case .csv:
      var text = SyntheticNote.comment(for: network.description)
      text += CSVCell.row(["figure", "value"])
      for (figure, value) in figures {
        text += CSVCell.row([figure.rawValue, value.map(NumberText.shortest) ?? ""])
      }
      for (name, value, _) in far?.estimates ?? [] {
        text += CSVCell.row([name, NumberText.shortest(value)])
      }
      for note in notes { Console.note(note) }
      try output.write(text)
    case .json:
      let json = JSONValue.object([
        ("title", .text(title)), ("synthetic", .optional(network.description.synthetic)),
        ("source", .optional(network.description.source)),
        ("contents", .object(contents.map { ($0.0.english, .text($0.1)) })),
        (
          "figures",
          .array(
            figures.map { figure, value in
              .object([
                ("name", .text(figure.rawValue)), ("value", .optional(value)),
                ("convention", .text(figure.convention)),
              ])
            }
              + (far?.estimates ?? []).map { name, value, convention in
                .object([
                  ("name", .text(name)), ("value", .optional(value)),
                  ("convention", .text(convention)),
                ])
              })
        ),
        ("notes", .array(notes.map(JSONValue.text))),
      ])
      try output.write(json.written)
    }
    try job.checkComplete(missing: missing)
  }

  private var language: Language { input.reading.language }

  /// Says what the figures mean, as far as they were computed.
  private func sentences(on profile: GraphProfile, _ graph: Graph) -> [String] {
    guard profile.nodeCount > 1 else { return [] }
    let mean = Decimals.fixed(profile.meanDegree, 1)
    var sentences: [String] = []
    // With directions a contact may be one-way, and the two figures count differently.
    if !graph.isDirected {
      sentences.append(
        language(
          "An actor has \(mean) direct contacts on average, and the most anyone has is "
            + "\(profile.greatestDegree).",
          "直接の知り合いは1者あたり平均\(mean)者で、最も多い主体では\(profile.greatestDegree)者です。"))
    }
    if let distances = profile.distances, distances.shareWithin2.isFinite {
      let share = Decimals.fixed(distances.shareWithin2 * 100, 0)
      sentences.append(
        language(
          "\(share) % of all pairs are contacts or have a contact in common.",
          "全体の組のうち\(share)％は、知り合いどうしであるか、共通の知り合いがいます。"))
    }
    return sentences
  }

  /// Says what a limit has cut off.
  private func missing(in profile: GraphProfile, _ far: FarDistances?) -> String? {
    let missing = [
      profile.transitivity == nil ? language("transitivity", "推移性") : nil,
      profile.averageClustering == nil ? language("clustering", "クラスター係数") : nil,
      profile.distances == nil && far == nil
        ? language("the distances of all pairs", "すべての組の距離") : nil,
    ].compactMap { $0 }
    return missing.isEmpty
      ? nil
      : language("not reached: ", "計算できなかったもの：")
        + missing.joined(separator: language(", ", "、"))
  }

  private func contents(of network: Network, _ view: NetworkView) -> [(Phrase, String)] {
    var rows = [
      (
        Phrase("actors", "主体"),
        counted(network.actors.count, network.actors.kinds) {
          language.word(for: ActorKind(rawValue: $0))
        }
      ),
      (
        Phrase("ties", "つながり"),
        counted(network.ties.count, network.ties.kinds) {
          language.word(for: TieKind(rawValue: $0))
        }
      ),
    ]
    if let evidence = network.ties.evidence {
      let counts = Evidence.allCases.compactMap { grade -> String? in
        let count = evidence.count { $0 == grade }
        let word = language.word(for: grade)
        return count > 0 ? language("\(count) \(word)", "\(word)\(count)") : nil
      }
      rows.append(
        (Phrase("evidence", "根拠"), counts.joined(separator: language(", ", "、"))))
    }
    if let from = network.description.observedFrom, let to = network.description.observedTo {
      rows.append((Phrase("observed", "観察期間"), language("\(from) to \(to)", "\(from)～\(to)")))
    }
    if view.ties.count != network.ties.count {
      rows.append((Phrase("ties counted here", "ここで数えたつながり"), String(view.ties.count)))
    }
    return rows
  }

  /// A total with the most frequent kinds behind it.
  private func counted(
    _ total: Int, _ kinds: WordColumn?, _ word: (String) -> String
  ) -> String {
    guard let kinds else { return String(total) }
    var counts = [Int](repeating: 0, count: kinds.words.count)
    for code in kinds.codes { counts[Int(code)] += 1 }
    let parts = kinds.words.indices.filter { counts[$0] > 0 }
      .sorted {
        counts[$0] != counts[$1] ? counts[$0] > counts[$1] : kinds.words[$0] < kinds.words[$1]
      }
      .map { code in
        let word =
          kinds.words[code].isEmpty
          ? language("without a kind", "種類の記録なし") : word(kinds.words[code])
        return language("\(counts[code]) \(word)", "\(word)\(counts[code])")
      }
    let shown = parts.prefix(16).joined(separator: language(", ", "、"))
    return "\(total)\(language(": ", "："))\(shown)"
      + (parts.count > 16 ? language(", …", "…") : "")
  }

  private func costNotes(_ profile: GraphProfile, _ far: FarDistances?) -> [String] {
    var notes: [String] = []
    if profile.distances == nil {
      notes.append(
        language(
          "Distances of all pairs are left out above \(GraphProfile.allPairsLimit) nodes.",
          "主体が\(GraphProfile.allPairsLimit)を超えるため、すべての組の距離は計算していません。"))
      notes += far?.notes(language) ?? []
    }
    if profile.transitivity == nil {
      notes.append(
        language(
          "Transitivity is left out: more than \(GraphProfile.wedgeLimit) pairs of neighbors.",
          "知り合いの組が\(GraphProfile.wedgeLimit)を超えるため、推移性は計算していません。"))
    }
    return notes
  }
}
