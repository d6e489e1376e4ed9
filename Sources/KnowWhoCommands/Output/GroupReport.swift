internal import KnowWho

/// Groups side by side, as a table for people.
struct GroupReport {
  let comparison: GroupComparison
  /// What is said of the leader of each group.
  let leaders: [String]
  let title: String
  let language: Language

  var names: [String] { comparison.groups.map(\.name) }

  /// The figures, what chance makes of them, and the verdict.
  var table: String {
    heading + figures.text + "\n" + chanceHeading + chance.text + "\n"
      + language("What this says\n", "読み取れること\n")
      + sentences.map { "- \($0)\n" }.joined()
  }

  /// All sentences below the tables.
  var sentences: [String] {
    GroupVerdict(comparison).sentences.map { $0.text(in: language) } + leaders + [howTried]
  }

  private var heading: String {
    let sizes = zip(names, comparison.groups).map { name, group in
      language(
        "\(name): \(group.graph.nodeCount) members, \(group.graph.edgeCount) ties",
        "\(name)：会員\(group.graph.nodeCount)、つながり\(group.graph.edgeCount)本")
    }
    return sizes.joined(separator: "\n") + "\n\n"
      + language(
        "Each figure with the 95 % interval of drawing members anew.\n",
        "数値の後ろは、会員を抽出し直したときの95％区間です。\n")
  }

  private var figures: TextTable {
    let shown = comparison.figures
    var columns = [
      TextTable.Column(
        title: "", isNumeric: false, cells: shown.map { $0.title.text(in: language) })
    ]
    for (group, name) in names.enumerated() {
      columns.append(
        .init(
          title: name, isNumeric: true,
          cells: shown.map { figure in
            let cell = comparison.cell(figure, of: group)
            return Self.text(cell.value, cell.estimate?.interval)
          }))
    }
    for other in comparison.groups.indices.dropFirst() {
      let differences = shown.map { comparison.difference($0, of: other) }
      let suffix = comparison.groups.count > 2 ? " \(names[other])" : ""
      columns.append(
        .init(
          title: language("difference", "差") + suffix, isNumeric: true,
          cells: differences.map { Self.text($0.value, $0.interval) }))
      columns.append(
        .init(
          title: "p" + suffix, isNumeric: true,
          cells: differences.map { $0.test?.twoSided.map { Self.probability($0.value) } ?? "–" }))
    }
    return TextTable(columns: columns)
  }

  private var chanceHeading: String {
    language(
      "Beside random networks: 95 % of those with as many members and ties, and of those in which "
        + "everyone keeps the number of ties. * lies outside.\n",
      "偶然との比較：会員とつながりの数が同じネットワークと、各自のつながりの数が同じネットワークの95％の範囲です。"
        + "* は範囲の外にあることを示します。\n")
  }

  private var chance: TextTable {
    let shown = comparison.figures.filter { figure in
      comparison.groups.indices.contains { comparison.cell(figure, of: $0).sameSize != nil }
    }
    var columns = [
      TextTable.Column(
        title: "", isNumeric: false, cells: shown.map { $0.title.text(in: language) })
    ]
    for (group, name) in names.enumerated() {
      let cells = shown.map { comparison.cell($0, of: group) }
      columns += [
        .init(title: name, isNumeric: true, cells: cells.map { Decimals.brief($0.value) }),
        .init(
          title: language("same size", "同じ規模"), isNumeric: true,
          cells: cells.map { Self.range($0.sameSize, $0.value) }),
        .init(
          title: language("same degrees", "同じ次数"), isNumeric: true,
          cells: cells.map { Self.range($0.sameDegrees, $0.value) }),
      ]
    }
    return TextTable(columns: columns)
  }

  private var howTried: String {
    let (runs, seed) = (comparison.runs, comparison.seed)
    let chance =
      switch comparison.exchange {
      case .numbersOfMembers:
        language(
          "p: members exchanged between the networks at random, each with its number, which takes "
            + "members for independent; figures of whole networks have no p, but an interval of the "
            + "difference",
          "p は、会員をその数値ごとネットワークの間で無作為に入れ替えて求めました（会員どうしは独立とみなします）。"
            + "全体についての数値には p がなく、差の区間だけを示します")
      case .members:
        language(
          "p: members put into groups of the same sizes at random, all ties as they are",
          "p は、つながりはそのままで、会員を同じ大きさのグループに無作為に分け直して求めました")
      case nil:
        language("no p: groups share members", "グループに共通の会員がいるため、p はありません")
      }
    return language(
      "\(chance); \(runs) tries, seed \(seed), so a p near .05 is sure to about "
        + "\(Decimals.brief((0.05 * 0.95 / Double(runs)).squareRoot())).",
      "\(chance)。\(runs)回の試行、シード値\(seed)。0.05付近の p の標準誤差は約"
        + "\(Decimals.brief((0.05 * 0.95 / Double(runs)).squareRoot()))です。")
  }

  private static func text(_ value: Double, _ interval: ClosedRange<Double>?) -> String {
    guard let interval, value.isFinite else { return Decimals.brief(value) }
    return "\(Decimals.brief(value)) [\(bounds(interval))]"
  }

  private static func bounds(_ interval: ClosedRange<Double>) -> String {
    "\(Decimals.brief(interval.lowerBound)), \(Decimals.brief(interval.upperBound))"
  }

  private static func range(_ null: GroupComparison.Null?, _ value: Double) -> String {
    guard let interval = null?.interval else { return "–" }
    // Where nothing is left to chance, rounding must not make a difference.
    let slack = 1e-9 * max(abs(interval.lowerBound), abs(interval.upperBound))
    let isInside = value >= interval.lowerBound - slack && value <= interval.upperBound + slack
    return "[\(bounds(interval))]\(isInside ? " " : "*")"
  }

  private static func probability(_ p: Double) -> String { Decimals.fixed(p, 4) }
}

extension Decimals {
  /// Returns a number with three digits or so: enough beside an interval.
  static func brief(_ number: Double) -> String {
    // Roundings of one number must not read as two.
    let size = abs(number) * (1 + 1e-9)
    return fixed(number, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4)
  }
}
