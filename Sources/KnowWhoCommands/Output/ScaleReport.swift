internal import KnowWho

/// The comparison of scales, told: figures side by side, the verdict, and every cell of it.
struct ScaleReport {
  let sizes: [(name: String, size: Int)]
  let summary: SimulationSummary
  let decision: ScaleDecision
  let language: Language

  private static let figures: [GroupFigure] = [
    .cohesion, .cohesion2, .strongTransitivity, .reach0, .reach1, .reach2, .redundancy,
    .fragileShare, .leaderDependence, .leaderRank, .catalyserBalance, .passivity, .wallIndex,
    .sisterMembers1,
  ]

  /// What stands side by side: each size flat, the first with sisters, those above a committee's
  /// size in committees.
  private var columns: [(name: String, scenario: GroupScenario, size: Int)] {
    let limit = Int(summary.plan.assumptions[.committeeSize])
    return sizes.enumerated().flatMap { index, size in
      [(size.name, GroupScenario.flat, size.size)]
        + (index == 0 ? [("\(size.name)+sisters", GroupScenario.sisters, size.size)] : [])
        + (size.size > limit
          ? [("\(size.name)+committees", GroupScenario.committees, size.size)] : [])
    }
  }

  private var lastFlat: (name: String, size: Int) { sizes[sizes.count - 1] }

  /// The whole report.
  var text: String {
    var text = language(
      "Synthetic data: \(SimulationPlan.synthetic)\n",
      "架空のデータ：\(SimulationPlan.syntheticJa)\n")
    for allocation in summary.plan.allocations {
      text += "\n\(allocation.name(in: language))\n" + table(allocation)
    }
    text += "\n" + verdict.map { $0 + "\n" }.joined()
    text += language(
      "\nEvery combination of A4, A9 and A11: is there a contradiction (the flat size that reaches "
        + "farthest), and what sister groups add at equal cohesion (against a flat group of n)\n",
      "\nA4、A9、A11のすべての組み合わせ：矛盾があるか（最も遠くまで届く部会なしの人数）、同じ凝集性のn人の会に比べて姉妹グループが加える相手の数\n")
    return text + cellTable + "\n" + sentences.map { $0 + "\n" }.joined()
  }

  private func table(_ allocation: GroupAllocation) -> String {
    let figures = Self.figures
    func asked(_ scenario: GroupScenario, _ size: Int) -> SimulationSummary.Case {
      SimulationSummary.Case(scenario, allocation, size)
    }
    return TextTable(
      columns: [
        .init(title: "", isNumeric: false, cells: figures.map { $0.name(in: language) })
      ]
        + columns.map { column in
          .init(
            title: column.name, isNumeric: true,
            cells: figures.map {
              SimulationReport.cell(summary.mean($0, asked(column.scenario, column.size)))
            })
        } + [
          .init(
            title: "\(lastFlat.name) − \(sizes[0].name)", isNumeric: true,
            cells: figures.map {
              SimulationReport.cell(
                summary.difference(
                  ($0, asked(.flat, lastFlat.size)), minus: ($0, asked(.flat, sizes[0].size))))
            })
        ]
    ).text
  }

  // MARK: The verdict

  private func count(
    _ introducers: Int, _ allocation: GroupAllocation, _ answer: (ScaleDecision.Cell) -> Bool
  ) -> (yes: Int, of: Int) {
    let cells = decision.cells.filter {
      $0.introducers == introducers && $0.allocation == allocation
    }
    return (cells.count { answer($0) }, cells.count)
  }

  /// The decision rule's answers, how many combinations of assumptions they hold for, and what would
  /// overturn them.
  var verdict: [String] {
    var sentences: [String] = []
    for introducers in [1, 2] {
      for allocation in summary.plan.allocations {
        let name = allocation.name(in: language)
        let knot = count(introducers, allocation) { $0.contradiction == .yes }
        let solved = [GroupScenario.sisters, .sistersFour, .sistersLeader].map { scenario in
          count(introducers, allocation) { cell in
            cell.exchange.contains { $0.scenario == scenario && $0.solves == .yes }
          }.yes
        }
        sentences.append(
          language(
            "R\(introducers), \(name): no flat size is best on both cohesion and reach in "
              + "\(knot.yes) of \(knot.of) combinations of A9 and A11; sister groups reach more at "
              + "equal cohesion in \(solved[0]) (all hold the ties), \(solved[1]) (four do), "
              + "\(solved[2]) (the leader alone).",
            "R\(introducers)、\(name)：A9とA11の\(knot.of)通りの組み合わせのうち\(knot.yes)通りで、凝集性と届く相手の両方で最良となる人数はありません。"
              + "同じ凝集性で姉妹グループのほうが遠くまで届くのは、全員が担うとき\(solved[0])通り、4人が担うとき\(solved[1])通り、代表だけが担うとき\(solved[2])通りです。"
          ))
      }
    }
    return sentences
  }

  /// What the numbers mean and rest on.
  private var sentences: [String] {
    let saturation = NumberText.shortest(summary.plan.assumptions.saturationSize)
    return [
      language(
        "A cell says yes or no only where the paired 95 % interval over \(decision.runs) runs leaves "
          + "0 out. By construction, and no finding: under saturating attention C1 falls past "
          + "\(saturation) members; R0 is the same everywhere; relays between members (A9.strong, "
          + ".weak, .across) cannot move R1, since the asker's own tie is certain.",
        "「はい」「いいえ」は、\(decision.runs)回の対の試行による95%信頼区間が0を含まないときだけです。次はモデルの前提から決まることで、発見ではありません："
          + "saturating では会員が\(saturation)人を超えるとC1が下がること、R0がどこでも等しいこと、会員間の取り次ぎ（A9）がR1を変えないこと（自分のつながりは確実とするため）。"
      ),
      language(
        "It would be overturned by data in which members of larger groups keep as many strong ties "
          + "each, in which a group of some size has both the densest strong ties and the farthest "
          + "reach, or in which members with ties to sister groups get to no more organisations than "
          + "those of equally close groups without.",
        "次のデータがあれば、この結論は覆ります：大きな会ほど1人あたりの強いつながりが多い場合、ある人数の会が凝集性でも届く相手でも最良である場合、"
          + "姉妹グループとつながる会員が、同じくらい親密でそうでない会の会員より多くの相手に届いていない場合。"),
      language(
        "Nothing here was observed of Technomix or K-RIP; sizes 16 and 495 are the paper's, all else "
          + "is A1 to A15 (knowwho simulate --list-assumptions).",
        "テクノミクスやK-RIPについて観察した値ではありません。16人と495人という規模は論文により、ほかはすべて仮定A1～A15です（knowwho simulate --list-assumptions）。"
      ),
    ]
  }

  // MARK: All cells

  private func word(_ answer: ScaleDecision.Answer) -> String {
    switch answer {
    case .yes: language("yes", "はい")
    case .no: language("no", "いいえ")
    case .unsettled: language("open", "不明")
    }
  }

  private var cellTable: String {
    let cells = decision.cells
    func exchange(_ index: Int) -> [String] {
      cells.map { cell in
        let found = cell.exchange[index]
        let gain = found.gain
        return "\(word(found.solves)) \(gain.mean > 0 ? "+" : "")"
          + "\(Decimals.fixed(gain.mean, 1)) ±\(Decimals.fixed(gain.margin, 1)) "
          + "n=\(found.matchedSize)"
      }
    }
    let holders = [language("all", "全員"), language("four", "4人"), language("leader", "代表")]
    return TextTable(
      columns: [
        .init(title: "A4", isNumeric: false, cells: cells.map(\.allocation.rawValue)),
        .init(title: "A9", isNumeric: false, cells: cells.map(\.relays.rawValue)),
        .init(title: "A11", isNumeric: false, cells: cells.map(\.passivity.rawValue)),
        .init(title: "R", isNumeric: false, cells: cells.map { "R\($0.introducers)" }),
        .init(
          title: language("contradiction", "矛盾"), isNumeric: false,
          cells: cells.map { "\(word($0.contradiction)) n=\($0.farthestSize)" }),
      ]
        + holders.enumerated().map { index, holder in
          .init(
            title: language("exchange: ", "交流：") + holder, isNumeric: false,
            cells: exchange(index))
        }
    ).text
  }

  /// A row a combination and holder of cross ties.
  var csv: String {
    var text = "# Synthetic data: \(SimulationPlan.synthetic)\n"
    text += CSVCell.row([
      "a4", "a9", "a11", "introducers", "contradiction", "farthest_size", "reach_gain",
      "reach_gain_low", "reach_gain_high", "holders", "matched_size", "cohesion",
      "matched_cohesion", "exchange_gain", "exchange_low", "exchange_high", "exchange_solves",
    ])
    func numbers(_ mean: MeanInterval) -> [String] {
      [mean.mean, mean.low, mean.high].map { $0.isNaN ? "" : NumberText.shortest($0) }
    }
    for cell in decision.cells {
      let head =
        [cell.allocation.rawValue, cell.relays.rawValue, cell.passivity.rawValue]
        + ["\(cell.introducers)", cell.contradiction.rawValue, "\(cell.farthestSize)"]
        + numbers(cell.reachGain)
      for exchange in cell.exchange {
        text += CSVCell.row(
          head + [exchange.scenario.rawValue, "\(exchange.matchedSize)"]
            + [exchange.cohesion, exchange.matchedCohesion].map(NumberText.shortest)
            + numbers(exchange.gain) + [exchange.solves.rawValue])
      }
    }
    return text
  }

  /// All of it.
  var json: JSONValue {
    let plan = summary.plan
    return .object([
      ("synthetic", .text(SimulationPlan.synthetic)), ("runs", .integer(plan.runs)),
      ("seed", .text(String(plan.seed))),
      ("assumptions", SimulationReport.json(plan.assumptions)),
      ("verdict", .array((verdict + sentences).map(JSONValue.text))),
      (
        "groups",
        .array(
          plan.allocations.flatMap { allocation in
            columns.map { column in
              .object([
                ("name", .text(column.name)), ("allocation", .text(allocation.rawValue)),
                ("scenario", .text(column.scenario.rawValue)), ("size", .integer(column.size)),
                (
                  "figures",
                  .object(
                    GroupFigure.allCases.map {
                      let asked = SimulationSummary.Case(
                        column.scenario, allocation, column.size)
                      return ($0.rawValue, SimulationReport.json(summary.mean($0, asked)))
                    })
                ),
              ])
            }
          })
      ),
      ("cells", .array(decision.cells.map(Self.json))),
    ])
  }

  private static func json(_ cell: ScaleDecision.Cell) -> JSONValue {
    .object([
      ("a4", .text(cell.allocation.rawValue)), ("a9", .text(cell.relays.rawValue)),
      ("a11", .text(cell.passivity.rawValue)), ("introducers", .integer(cell.introducers)),
      ("contradiction", .text(cell.contradiction.rawValue)),
      ("farthestSize", .integer(cell.farthestSize)),
      ("reachGain", SimulationReport.json(cell.reachGain)),
      (
        "exchange",
        .array(
          cell.exchange.map { exchange in
            .object([
              ("holders", .text(exchange.scenario.rawValue)),
              ("matchedSize", .integer(exchange.matchedSize)),
              ("cohesion", .number(exchange.cohesion)),
              ("matchedCohesion", .number(exchange.matchedCohesion)),
              ("gain", SimulationReport.json(exchange.gain)),
              ("solves", .text(exchange.solves.rawValue)),
            ])
          })
      ),
    ])
  }

  // MARK: The figure

  /// What sister groups add at equal cohesion, combination by combination.
  var figure: CurveChart {
    let combinations = decision.cells.filter {
      $0.introducers == 1 && $0.allocation == decision.cells[0].allocation
    }
    let panels = summary.plan.allocations.flatMap { allocation in
      [1, 2].map { introducers in
        let cells = decision.cells.filter {
          $0.allocation == allocation && $0.introducers == introducers
        }
        return CurveChart.Panel(
          title: language(
            "Gain of sister groups at equal cohesion, R\(introducers) · ",
            "同じ凝集性で姉妹グループが加える相手（R\(introducers)）　") + allocation.name(in: language),
          across: language("combination of A9 and A11", "A9とA11の組み合わせ"), isLogarithmic: false,
          curves: cells[0].exchange.indices.map { index in
            CurveChart.Curve(
              name: cells[0].exchange[index].scenario.name(in: language),
              marks: cells.enumerated().map { place, cell in
                // Side by side, so that bars do not hide each other.
                let x = Double(place + 1) + 0.22 * Double(index - 1)
                let gain = cell.exchange[index].gain
                return (
                  CurveChart.Value(least: x, middle: x, most: x),
                  CurveChart.Value(least: gain.low, middle: gain.mean, most: gain.high)
                )
              })
          })
      }
    }
    let names = combinations.enumerated().map {
      "\($0.offset + 1) \($0.element.relays.rawValue)/\($0.element.passivity.rawValue)"
    }
    return CurveChart(
      title: language(
        "Does exchange between groups reach farther at equal cohesion?",
        "グループ間の交流は、同じ凝集性でより遠くまで届くか"),
      notes: [
        language(
          "Synthetic: \(SimulationPlan.synthetic)", "架空のデータ：\(SimulationPlan.syntheticJa)")
      ], panels: panels,
      foot: [
        language("Combinations (A9/A11): ", "組み合わせ（A9/A11）：") + names.joined(separator: ", "),
        language(
          "Bars: paired 95 % intervals over \(decision.runs) runs; above 0, exchange solves it.",
          "線：\(decision.runs)回の対の試行による95%信頼区間。0より上なら、交流が矛盾を解きます。"),
      ], languageCode: language.rawValue)
  }
}
