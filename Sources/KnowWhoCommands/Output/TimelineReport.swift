internal import KnowWho

/// What `knowwho timeline` says, as a table, data, a chart and sentences.
struct TimelineReport {
  let network: Network
  let timeline: Timeline
  let options: ReachOptions
  let introductions: Int
  /// The group whose members ask.
  let group: Int?
  let isLeaderNamed: Bool
  /// What a limit has cut off.
  let missing: String?
  let language: Language
  let title: String

  private var moments: [Timeline.Moment] { timeline.moments }
  private var leaderName: String {
    timeline.leader.map { language.name(of: $0, in: network) } ?? Decimals.undefined
  }

  // MARK: For people

  /// The page.
  var text: String { OutputOptions.page(title, table, notes) }

  private var table: String {
    func column(
      _ english: String, _ japanese: String, _ cell: (Timeline.Moment) -> String
    ) -> TextTable.Column {
      .init(title: language(english, japanese), isNumeric: true, cells: moments.map(cell))
    }
    return TextTable(columns: [
      .init(
        title: language("period", "期間"), isNumeric: false,
        cells: moments.map { $0.period.description + ($0.isObserved ? "" : " *") }),
      column("actors", "主体") { range($0.actors) },
      column("ties", "つながり") { range($0.ties) },
      column("memberships", "会員") { range($0.memberships) },
      column("mean reach", "平均到達団体数") { moment in
        moment.meanReach.map {
          range(Decimals.fixed($0.lowerBound, 2), Decimals.fixed($0.upperBound, 2))
        } ?? Decimals.undefined
      },
      column("dependence on \(leaderName), %", "\(leaderName)への依存度（％）") { moment in
        moment.dependence.map(percent) ?? Decimals.undefined
      },
    ]).text
  }

  private func range(_ bounds: ClosedRange<Int>) -> String {
    range(String(bounds.lowerBound), String(bounds.upperBound))
  }

  private func range(_ least: String, _ most: String) -> String {
    least == most ? least : "\(least)–\(most)"
  }

  private func percent(_ dependence: Timeline.DependenceRange) -> String {
    let (mean, least, most) = (
      Decimals.fixed(dependence.mean * 100, 1), Decimals.fixed(dependence.least * 100, 1),
      Decimals.fixed(dependence.most * 100, 1)
    )
    return least == most ? mean : "\(mean) [\(least)–\(most)]"
  }

  /// Says what the numbers mean.
  var notes: [String] {
    var notes = [
      language(
        "A range goes from what is definitely alive in a period to what is possibly alive; mean "
          + "reach counts organisations within \(introductions) "
          + "\(introductions == 1 ? "introducer" : "introducers") of actors that certainly have ties.",
        "幅は、その期間に確実に存続していたものから、存続していた可能性のあるものまでです。平均到達団体数は、確実につながりの"
          + "ある主体が紹介者\(introductions)人までで届く団体数の平均です。")
    ]
    if let group {
      let name = language.name(of: group, in: network)
      notes.append(
        language(
          "Only the members of \(name) ask, and they do not count as reached; who may be a member is "
            + "left out of the least, who certainly is one of the most.",
          "\(name)の会員だけについて、会の外に届く団体を数えました。会員の可能性がある者は最小の数から、確実な会員は最大の数から"
            + "除いています。"))
    }
    if timeline.leader != nil {
      let choice =
        isLeaderNamed
        ? ""
        : language(
          " (on whom most hangs by all ties ever; --leader names another)",
          "（全期間で最も依存されている主体。--leader で指定できます）")
      let isSampled = moments.contains { $0.dependence.map { !$0.isExact } ?? false }
      let how =
        isSampled
        ? language(
          "the mean [least–greatest] of \(timeline.samples) sampled timelines, open dates drawn "
            + "within the time asked about; more ties may raise or lower it, so this is no proven bound",
          "無作為に選んだ\(timeline.samples)通りの年表の平均［最小–最大］です（分からない日付は、調べる期間の中から"
            + "選びます。つながりが増えても単調に変わらないため、証明された上下限ではありません）")
        : language("exact", "正確な値です")
      notes.append(
        language(
          "Dependence is the share of what the others reach that is lost without \(leaderName)"
            + "\(choice): \(how).", "依存度は、\(leaderName)\(choice)がいないと失われる到達の割合で、\(how)。"))
    }
    if let observation { notes.append("* " + observation) }
    let chosen = network.select(kinds: options.tieKinds).ties
    let ties =
      switch chosen {
      case .all(let count): Array(0..<count)
      case .some(let some): some
      }
    let periods = moments.map(\.period)
    let used = ties.filter { tie in
      periods.contains { network.ties.lifetime(tie).isPossiblyAlive(in: $0) }
    }
    let counted = TieNotes(network: network, language: language)
    return notes + [counted.evidence(of: used)] + counted.synthetic
      + (missing.map { [Job.incomplete($0)] } ?? [])
  }

  /// Says which periods nobody observed, if there are any.
  private var observation: String? {
    let unseen = moments.filter { !$0.isObserved }.map(\.period.description)
    guard let first = unseen.first else { return nil }
    let (from, to) = (network.description.observedFrom, network.description.observedTo)
    let time = "\(from?.description ?? "")..\(to?.description ?? "")"
    let more = unseen.count > 1 ? language(" and others", "など") : ""
    return language(
      "Outside the time of observation, \(time): \(first)\(more); what is alive then is hardly known.",
      "\(first)\(more)は観測期間（\(time)）の外で、当時の状況はほとんど分かりません。")
  }

  /// The chart.
  var chart: LineChart {
    func panel(
      _ english: String, _ japanese: String, _ value: (Timeline.Moment) -> LineChart.Value?
    ) -> LineChart.Panel {
      LineChart.Panel(title: language(english, japanese), values: moments.map(value))
    }
    func counts(_ bounds: ClosedRange<Int>) -> LineChart.Value {
      let least = Double(bounds.lowerBound)
      return LineChart.Value(least: least, middle: least, most: Double(bounds.upperBound))
    }
    var panels = [
      panel("Ties: definitely alive (line), possibly alive (band)", "つながり：確実（線）と可能性あり（帯）") {
        counts($0.ties)
      },
      panel("Memberships of groups", "会員（会との組の数）") { counts($0.memberships) },
      panel(
        "Mean reach: organisations within \(introductions) "
          + (introductions == 1 ? "introducer" : "introducers"),
        "平均到達団体数（紹介者\(introductions)人まで）"
      ) {
        $0.meanReach.map {
          .init(least: $0.lowerBound, middle: $0.lowerBound, most: $0.upperBound)
        }
      },
    ]
    if timeline.leader != nil {
      panels.append(
        panel(
          "Dependence on \(leaderName), %: mean (line) and range (band) of sampled timelines",
          "\(leaderName)への依存度（％）：選んだ年表の平均（線）と幅（帯）"
        ) {
          $0.dependence.map {
            .init(least: $0.least * 100, middle: $0.mean * 100, most: $0.most * 100)
          }
        })
    }
    return LineChart(
      title: title, notes: [TieNotes(network: network, language: language).synthetic.first ?? ""],
      times: moments.map(\.period.from.description),
      panels: panels,
      foot: [
        language.source(of: network).map { language("Source: ", "出典：") + $0 } ?? "",
        observation ?? "",
      ],
      languageCode: language.rawValue)
  }

  // MARK: For programs

  /// The rows as CSV.
  var csv: String {
    var text = SyntheticNote.comment(for: network.description)
    text += CSVCell.row([
      "period", "observed", "actors_min", "actors_max", "ties_min", "ties_max", "memberships_min",
      "memberships_max", "mean_reach_min", "mean_reach_max", "leader", "dependence_mean",
      "dependence_min", "dependence_max", "dependence_exact",
    ])
    func number(_ value: Double?) -> String { value.map(NumberText.shortest) ?? "" }
    for moment in moments {
      let counts = [moment.actors, moment.ties, moment.memberships]
      text += CSVCell.row(
        [moment.period.description, moment.isObserved ? "true" : "false"]
          + counts.flatMap { [String($0.lowerBound), String($0.upperBound)] } + [
            number(moment.meanReach?.lowerBound), number(moment.meanReach?.upperBound),
            timeline.leader.map { network.actors.id($0) } ?? "", number(moment.dependence?.mean),
            number(moment.dependence?.least), number(moment.dependence?.most),
            moment.dependence.map { $0.isExact ? "true" : "false" } ?? "",
          ])
    }
    return text
  }

  /// The result as JSON.
  var json: JSONValue {
    func pair(_ low: JSONValue, _ high: JSONValue) -> JSONValue {
      .object([("min", low), ("max", high)])
    }
    func pair(_ bounds: ClosedRange<Int>) -> JSONValue {
      pair(.integer(bounds.lowerBound), .integer(bounds.upperBound))
    }
    return .object([
      ("title", .text(title)), ("synthetic", .optional(network.description.synthetic)),
      ("introducers", .integer(introductions)),
      ("leader", .optional(timeline.leader.map { network.actors.id($0) })),
      ("leaderNamed", .bool(isLeaderNamed)), ("samples", .integer(timeline.samples)),
      (
        "periods",
        .array(
          moments.map { moment in
            .object([
              ("period", .text(moment.period.description)), ("observed", .bool(moment.isObserved)),
              ("actors", pair(moment.actors)), ("ties", pair(moment.ties)),
              ("memberships", pair(moment.memberships)),
              (
                "meanReach",
                moment.meanReach.map { pair(.number($0.lowerBound), .number($0.upperBound)) }
                  ?? .null
              ),
              (
                "dependence",
                moment.dependence.map {
                  .object([
                    ("mean", .number($0.mean)), ("min", .number($0.least)),
                    ("max", .number($0.most)), ("exact", .bool($0.isExact)),
                  ])
                } ?? .null
              ),
            ])
          })
      ), ("notes", .array(notes.map(JSONValue.text))),
    ])
  }
}
