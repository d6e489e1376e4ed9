internal import KnowWho

/// What `knowwho matches` says, in its three forms.
struct MeetingReport {
  let plan: MeetingPlan
  let meeting: MeetingOptions
  let network: Network
  let language: Language
  let title: String
  /// On which ties it rests.
  let notes: [String]

  private func name(_ actor: Int) -> String { language.name(of: actor, in: network) }

  private func names(_ actors: [Int]) -> String {
    actors.map(name).joined(separator: language(", ", "、"))
  }

  /// The plan for people: a table of the rounds, one of what it adds, and what it means.
  var text: String {
    var text = title + "\n\n"
    if !plan.rounds.isEmpty { text += schedule.text + "\n" }
    for round in plan.rounds.indices where !plan.byes(in: round).isEmpty {
      let byes = names(plan.byes(in: round))
      text += language("Round \(round + 1), sitting out: \(byes)\n", "第\(round + 1)回の休み：\(byes)\n")
    }
    if plan.rounds.indices.contains(where: { !plan.byes(in: $0).isEmpty }) { text += "\n" }
    text += changes.text + "\n"
    return text + sentences.map { $0 + "\n" }.joined()
  }

  private var rows: [(round: Int, pair: MeetingPlan.Pair)] {
    plan.rounds.enumerated().flatMap { round, pairs in pairs.map { (round + 1, $0) } }
  }

  private var schedule: TextTable {
    var columns = [
      TextTable.Column(
        title: language("round", "回"), isNumeric: true, cells: rows.map { String($0.round) }),
      TextTable.Column(
        title: name(plan.groups[0]), isNumeric: false, cells: rows.map { name($0.pair.first) }),
      TextTable.Column(
        title: name(plan.groups[1]), isNumeric: false, cells: rows.map { name($0.pair.second) }),
    ]
    if let column = meeting.complement {
      columns.append(
        .init(
          title: language("differ in \(column)", "\(column)が異なる"), isNumeric: false,
          cells: rows.map { $0.pair.isComplementary ? language("yes", "はい") : "" }))
    }
    columns.append(
      .init(
        title: language("adds by itself", "単独での広がり"), isNumeric: true,
        cells: rows.map { String($0.pair.gain) }))
    return TextTable(columns: columns)
  }

  private var changes: TextTable {
    func column(
      _ english: String, _ japanese: String, _ cell: (MeetingPlan.Change) -> Int
    ) -> TextTable.Column {
      .init(
        title: language(english, japanese), isNumeric: true,
        cells: plan.changes.map { String(cell($0)) })
    }
    return TextTable(columns: [
      .init(
        title: language("member", "会員"), isNumeric: false,
        cells: plan.changes.map { name($0.actor) }),
      column("talks", "面談", \.talks), column("reach before", "到達先（前）", \.before),
      column("after", "（後）", \.after), column("more", "増加") { $0.after - $0.before },
    ])
  }

  private var before: Int { plan.changes.reduce(0) { $0 + $1.before } }
  private var after: Int { plan.changes.reduce(0) { $0 + $1.after } }

  /// What the numbers mean, and what they rest on.
  var sentences: [String] {
    let (made, new) = (plan.pairs.count, plan.newPairCount)
    var sentences = [
      language(
        "\(made) new pairs meet in \(plan.rounds.count) of \(plan.roundCount) possible rounds: as "
          + "many as can be. The ceiling for \(plan.firstSide.count) and \(plan.secondSide.count) "
          + "members is \(plan.ceiling); \(new) pairs do not know each other yet, "
          + "\(plan.knownPairCount) do.",
        "可能な\(plan.roundCount)回のうち\(plan.rounds.count)回で、新しい組み合わせが\(made)組でき、これが最大です。"
          + "会員\(plan.firstSide.count)と\(plan.secondSide.count)での上限は\(plan.ceiling)組、"
          + "まだ知り合いでない組み合わせは\(new)組、すでに知り合いは\(plan.knownPairCount)組です。"),
      language(
        "If all of them stay in touch, members together get to \(after) organisations through at "
          + "most one introducer, each member's counted apart, instead of \(before).",
        "全員がその後も付き合いを続ければ、紹介者1人までで会員がたどり着ける団体は、会員ごとに数えた合計で"
          + "\(before)から\(after)になります。"),
    ]
    if new == 0 {
      sentences.append(
        language(
          "Nobody is left to be introduced: all pairs know each other.",
          "すべての組み合わせがすでに知り合いなので、新しい出会いはありません。"))
    }
    if !plan.membersOfBoth.isEmpty {
      sentences.append(
        language(
          "Members of both groups sit on the side that has fewer: \(names(plan.membersOfBoth)).",
          "両方の会の会員は、人数の少ない側の席につきます：\(names(plan.membersOfBoth))。"))
    }
    if let years = meeting.since {
      sentences.append(
        language(
          "Who has not known each other within the last \(years) years counts as new.",
          "過去\(years)年以内に知り合いでなかった相手を、新しい相手として数えました。"))
    }
    if let column = meeting.complement {
      let count = plan.pairs.count { $0.isComplementary }
      sentences.append(
        language(
          "\(count) of the pairs differ in \(column).", "このうち\(count)組は\(column)が異なります。"))
    }
    return sentences + notes
  }

  /// A row a pair, and a row without a second member for each who sits out.
  var csv: String {
    var text = SyntheticNote.comment(for: network.description)
    text += CSVCell.row([
      "round", "first_id", "first_name", "second_id", "second_name", "complementary", "gain",
    ])
    for (index, round) in plan.rounds.enumerated() {
      for pair in round {
        text += CSVCell.row([
          String(index + 1), network.actors.id(pair.first), name(pair.first),
          network.actors.id(pair.second), name(pair.second),
          meeting.complement == nil ? "" : String(pair.isComplementary), String(pair.gain),
        ])
      }
      for actor in plan.byes(in: index) {
        let cells = [network.actors.id(actor), name(actor)]
        let isFirst = plan.firstSide.contains(actor)
        text += CSVCell.row(
          [String(index + 1)] + (isFirst ? cells + ["", ""] : ["", ""] + cells) + ["", ""])
      }
    }
    return text
  }

  var json: JSONValue {
    .object(
      [
        ("title", .text(title)), ("synthetic", .optional(network.description.synthetic)),
        ("groups", .array(plan.groups.map(actor))),
      ] + asked + [
        ("ceiling", .integer(plan.ceiling)), ("new_pairs", .integer(plan.newPairCount)),
        ("known_pairs", .integer(plan.knownPairCount)), ("pairs", .integer(plan.pairs.count)),
        ("reach_before", .integer(before)), ("reach_after", .integer(after)),
        ("members_of_both", .array(plan.membersOfBoth.map(actor))),
        ("rounds", .array(plan.rounds.indices.map(round))),
        ("members", .array(plan.changes.map(change))),
        ("sentences", .array(sentences.map(JSONValue.text))),
      ])
  }

  private var asked: [(String, JSONValue)] {
    [
      ("hours", .number(meeting.hours)), ("minutes", .number(meeting.minutes)),
      ("since_years", meeting.since.map(JSONValue.integer) ?? .null),
      ("complement", .optional(meeting.complement)),
      // A seed may be larger than the numbers that JSON readers keep exactly.
      ("seed", .optional(meeting.seed.map { String($0) })),
      ("possible_rounds", .integer(plan.roundCount)),
    ]
  }

  private func round(_ round: Int) -> JSONValue {
    .object([
      ("round", .integer(round + 1)), ("pairs", .array(plan.rounds[round].map(pair))),
      ("sitting_out", .array(plan.byes(in: round).map(actor))),
    ])
  }

  private func change(_ change: MeetingPlan.Change) -> JSONValue {
    .object([
      ("id", .text(network.actors.id(change.actor))), ("name", .text(name(change.actor))),
      ("talks", .integer(change.talks)), ("reach_before", .integer(change.before)),
      ("reach_after", .integer(change.after)),
    ])
  }

  private func pair(_ pair: MeetingPlan.Pair) -> JSONValue {
    .object([
      ("first", actor(pair.first)), ("second", actor(pair.second)),
      ("complementary", meeting.complement == nil ? .null : .bool(pair.isComplementary)),
      ("gain", .integer(pair.gain)),
    ])
  }

  private func actor(_ actor: Int) -> JSONValue {
    .object([("id", .text(network.actors.id(actor))), ("name", .text(name(actor)))])
  }
}
