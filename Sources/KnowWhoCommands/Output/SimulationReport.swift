internal import KnowWho

/// The means of a simulation, told.
struct SimulationReport {
  let summary: SimulationSummary
  let language: Language

  private static let figures: [GroupFigure] = [
    .cohesion, .reach1, .reach2, .redundancy, .fragileShare, .leaderDependence, .passivity,
    .wallIndex,
  ]

  private func heading(_ figure: GroupFigure) -> String {
    switch figure {
    case .cohesion: "C1"
    case .reach1: "R1"
    case .reach2: "R2"
    case .redundancy: language("redundancy", "重複")
    case .fragileShare: language("fragile", "紹介者1人頼み")
    case .leaderDependence: language("leader dep.", "代表依存")
    case .passivity: language("passive", "受身")
    default: language("walls", "壁")
    }
  }

  /// At most five sizes: the ends, the paper's two, and one between.
  private var sizes: [Int] {
    let all = summary.plan.sizes
    guard all.count > 6 else { return all }
    return Set(
      [all[0], 16, 100, 495, all[all.count - 1]].compactMap { asked in
        all.min { (abs($0 - asked), $0) < (abs($1 - asked), $1) }
      }
    ).sorted()
  }

  /// A mean with half its interval.
  static func cell(_ mean: MeanInterval) -> String {
    guard mean.count > 0 else { return Decimals.undefined }
    let places = abs(mean.mean) < 10 ? 3 : 1
    return Decimals.fixed(mean.mean, places)
      + (mean.margin.isNaN ? "" : " ±" + Decimals.fixed(mean.margin, places))
  }

  /// The table.
  var text: String {
    let plan = summary.plan
    var text = language(
      "Synthetic data: \(SimulationPlan.synthetic)\n",
      "架空のデータ：\(SimulationPlan.syntheticJa)\n")
    for allocation in plan.allocations {
      let cases = plan.scenarios.flatMap { scenario in
        sizes.map { SimulationSummary.Case(scenario, allocation, $0) }
      }
      text += "\n\(allocation.name(in: language))\n"
      text +=
        TextTable(
          columns: [
            .init(
              title: language("scenario", "シナリオ"), isNumeric: false,
              cells: cases.map { $0.scenario.name(in: language) }),
            .init(
              title: language("members", "会員数"), isNumeric: true,
              cells: cases.map { "\($0.size)" }),
          ]
            + Self.figures.map { figure in
              .init(
                title: heading(figure), isNumeric: true,
                cells: cases.map { Self.cell(summary.mean(figure, $0)) })
            }
        ).text
    }
    return text + "\n" + sentences.map { $0 + "\n" }.joined()
  }

  /// What the numbers mean, and what they rest on.
  var sentences: [String] {
    let plan = summary.plan
    let saturation = NumberText.shortest(plan.assumptions.saturationSize)
    return [
      language(
        "C1 is the density of strong ties; R1 and R2 count outside organisations that a member is "
          + "expected to get to through one or two introducers (exact, not sampled); ± is half a "
          + "95 % interval over \(plan.runs) runs.",
        "C1は強いつながりの密度です。R1とR2は、紹介者1人または2人までで届くと見込まれる外部の相手の数です（標本ではなく厳密な値）。"
          + "±は\(plan.runs)回の試行による95%信頼区間の半分の幅です。"),
      language(
        "By construction, and no finding: where attention saturates, C1 falls past "
          + "\(saturation) members (1 + (1−A5)·A1/A2), and R0 is A7.",
        "次はモデルの前提から決まることで、発見ではありません：saturating では会員が\(saturation)人（1＋(1−A5)·A1/A2）を超えるとC1が下がること、"
          + "R0がA7に等しいこと。"),
      language(
        "All rests on assumptions A1 to A15 (knowwho simulate --list-assumptions); data on who "
          + "knows whom, how often they meet and who passes questions on would test them.",
        "すべて仮定A1～A15によります（knowwho simulate --list-assumptions）。だれがだれを知り、どれほど会い、問い合わせを取り次ぐかのデータがあれば検証できます。"
      ),
    ]
  }

  /// All means.
  var json: JSONValue {
    let plan = summary.plan
    return .object([
      ("synthetic", .text(SimulationPlan.synthetic)), ("runs", .integer(plan.runs)),
      ("seed", .text(String(plan.seed))), ("assumptions", Self.json(plan.assumptions)),
      ("sentences", .array(sentences.map(JSONValue.text))),
      (
        "cases",
        .array(
          summary.cases.map { asked in
            .object([
              ("scenario", .text(asked.scenario.rawValue)),
              ("allocation", .text(asked.allocation.rawValue)), ("size", .integer(asked.size)),
              (
                "figures",
                .object(
                  GroupFigure.allCases.map { ($0.rawValue, Self.json(summary.mean($0, asked))) })
              ),
            ])
          })
      ),
    ])
  }

  static func json(_ mean: MeanInterval) -> JSONValue {
    guard mean.count > 0 else { return .null }
    return .object([
      ("mean", .optional(mean.mean)), ("low", .optional(mean.low)), ("high", .optional(mean.high)),
      ("runs", .integer(mean.count)),
    ])
  }

  static func json(_ assumptions: GroupAssumptions) -> JSONValue {
    .object(
      Assumption.allCases.map { assumption in
        let value = assumptions[assumption]
        return (
          assumption.rawValue,
          assumption.meaning.choices.isEmpty
            ? .number(value) : .text(assumption.text(of: value))
        )
      })
  }
}
