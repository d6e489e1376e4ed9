public import GraphModels
internal import NetworkData
public import NetworkDrawing

extension SimulationSummary {
  /// The charts, each with the name of its file without an ending.
  ///
  /// - Parameter language: The language of the text.
  /// - Returns: Cohesion against reach; reach, passivity and walls by size for each allocation; what
  ///   is lost when the leader leaves.
  public func charts(in language: Language) -> [(name: String, chart: CurveChart)] {
    [("cohesion-reach", cohesionAndReach(language))]
      + plan.allocations.map { ("size-\($0.rawValue)", bySize($0, language)) }
      + [("leader", leaderLeaving(language))]
  }

  private func chart(
    _ title: String, _ panels: [CurveChart.Panel], _ foot: [String], _ language: Language
  ) -> CurveChart {
    let changes = plan.assumptions.changes.map {
      "\($0.assumption.rawValue)=\($0.assumption.text(of: $0.value))"
    }
    let settings = changes.isEmpty ? "" : " (\(changes.joined(separator: ", ")))"
    return CurveChart(
      title: title,
      notes: [
        language(
          "Synthetic: \(SimulationPlan.synthetic)", "架空のデータ：\(SimulationPlan.syntheticJa)")
      ], panels: panels,
      foot: foot + [
        language(
          "Bands and bars: 95 % intervals of means over \(plan.runs) runs on the same people; seed "
            + "\(plan.seed); assumptions A1 to A15\(settings.isEmpty ? " as documented" : settings).",
          "帯と線：同じ人々による\(plan.runs)回の試行の平均の95%信頼区間。シード値\(plan.seed)。仮定A1～A15"
            + (settings.isEmpty ? "は既定の値。" : "の変更：\(changes.joined(separator: "、"))。"))
      ], languageCode: language.rawValue)
  }

  private func value(_ mean: MeanInterval) -> CurveChart.Value {
    let margin = mean.margin.isNaN ? 0 : mean.margin
    return CurveChart.Value(
      least: mean.mean - margin, middle: mean.mean, most: mean.mean + margin)
  }

  /// A curve over sizes; sizes at which the figure is not defined are left out.
  private func curve(_ name: String, _ mean: (Int) -> MeanInterval) -> CurveChart.Curve {
    CurveChart.Curve(
      name: name,
      points: plan.sizes.compactMap { size in
        let mean = mean(size)
        return mean.count > 0 ? (Double(size), value(mean)) : nil
      })
  }

  // MARK: Cohesion against reach

  private func cohesionAndReach(_ language: Language) -> CurveChart {
    let panels = plan.allocations.flatMap { allocation in
      [GroupFigure.reach1, .reach2].map { reach in
        CurveChart.Panel(
          title: "\(reach.name(in: language)) · \(allocation.name(in: language))",
          across: GroupFigure.cohesion.name(in: language), isLogarithmic: false,
          curves: trade(reach, allocation, language))
      }
    }
    return chart(
      language("Cohesion against reach", "凝集性と届く相手"), panels,
      [
        language(
          "Each point of the curve is a flat group of one size, from \(plan.sizes[0]) (right) to "
            + "\(plan.sizes[plan.sizes.count - 1]) (left). That cohesion falls with size holds by "
            + "construction: attention is bounded.",
          "曲線上の点は、部会も姉妹グループもない会（右の\(plan.sizes[0])人から左の"
            + "\(plan.sizes[plan.sizes.count - 1])人まで）です。人数とともに凝集性が下がるのは、時間に限りがあるというモデルの前提によるものです。"
        )
      ], language)
  }

  private func trade(
    _ reach: GroupFigure, _ allocation: GroupAllocation, _ language: Language
  ) -> [CurveChart.Curve] {
    func mark(_ asked: Case) -> (x: CurveChart.Value, y: CurveChart.Value) {
      (value(mean(.cohesion, asked)), value(mean(reach, asked)))
    }
    var curves: [CurveChart.Curve] = []
    if plan.scenarios.contains(.flat) {
      let points = plan.sizes.map { mark(Case(.flat, allocation, $0)) }
      let sorted = points.filter { !$0.x.middle.isNaN }.sorted { $0.x.middle < $1.x.middle }
      curves.append(
        CurveChart.Curve(
          name: language("flat, all sizes", "部会なし、すべての人数"),
          points: sorted.map { ($0.x.middle, $0.y) }))
    }
    for scenario in plan.scenarios {
      // Where the paper's two groups are, or what comes closest.
      let sizes = scenario == .committees ? [495] : scenario == .flat ? [16, 495] : [16]
      for asked in sizes {
        guard let size = nearestSize(to: asked) else { continue }
        curves.append(
          CurveChart.Curve(
            name: "\(scenario.name(in: language)) \(size)",
            marks: [mark(Case(scenario, allocation, size))]))
      }
    }
    return curves
  }

  private func nearestSize(to size: Int) -> Int? {
    plan.sizes.min { (abs($0 - size), $0) < (abs($1 - size), $1) }.flatMap {
      Double(abs($0 - size)) <= 0.3 * Double(size) ? $0 : nil
    }
  }

  // MARK: By size

  private func bySize(_ allocation: GroupAllocation, _ language: Language) -> CurveChart {
    let figures: [GroupFigure] = [.reach1, .reach2, .passivity, .wallIndex]
    let panels = figures.map { figure in
      CurveChart.Panel(
        title: figure.name(in: language), across: Self.members(language), isLogarithmic: true,
        curves: plan.scenarios.filter { figure != .wallIndex || !$0.hasSisters }.map { scenario in
          curve(scenario.name(in: language)) { mean(figure, Case(scenario, allocation, $0)) }
        })
    }
    return chart(
      language(
        "Reach, passivity and walls by size · \(allocation.name(in: language))",
        "人数と、届く相手・受身の会員・壁　\(allocation.name(in: language))"), panels,
      [
        language(
          "Walls stand between committees of at most \(Int(plan.assumptions[.committeeSize])); in "
            + "the flat group the same members are counted as if they had committees: the control.",
          "壁は\(Int(plan.assumptions[.committeeSize]))人以下の部会の間で測ります。部会のない会では、同じ分け方があるものとして数えた比較用の値です。"
        )
      ], language)
  }

  private static func members(_ language: Language) -> String {
    language("members of the home group", "会員数")
  }

  // MARK: The leader leaving

  private func leaderLeaving(_ language: Language) -> CurveChart {
    let names = (
      gone: language("leader gone", "代表が退任"), heir: language("with an heir", "後継者あり")
    )
    let panels = plan.scenarios.flatMap { scenario in
      plan.allocations.filter { $0 == plan.allocations[0] }.flatMap { allocation in
        [
          (GroupFigure.othersReach1, GroupFigure.leftReach1, GroupFigure.heirReach1, 1),
          (.othersReach2, .leftReach2, .heirReach2, 2),
        ].map { stays, left, heir, introducers in
          func loss(_ name: String, _ after: GroupFigure) -> CurveChart.Curve {
            curve(name) { size in
              let asked = Case(scenario, allocation, size)
              return difference((stays, asked), minus: (after, asked))
            }
          }
          return CurveChart.Panel(
            title: language(
              "Organisations lost to each other member, R\(introducers) · ",
              "ほかの会員1人が届かなくなる相手（R\(introducers)）　") + scenario.name(in: language),
            across: Self.members(language), isLogarithmic: true,
            curves: [loss(names.gone, left), loss(names.heir, heir)])
        }
      }
    }
    return chart(
      language(
        "The leader leaves · \(plan.allocations[0].name(in: language))",
        "代表の退任　\(plan.allocations[0].name(in: language))"), panels,
      [
        language(
          "Before anybody has found new acquaintances. An heir keeps each tie and contact with "
            + "chance \(plan.assumptions[.inheritance]) (A15).",
          "ほかの会員が新しい知り合いを作る前の値です。後継者は、つながりと知り合いをそれぞれ確率\(plan.assumptions[.inheritance])（A15）で引き継ぎます。"
        )
      ], language)
  }
}

extension GroupFigure {
  /// Returns what the figure is called.
  ///
  /// - Parameter language: The language.
  /// - Returns: A few words.
  public func name(in language: Language) -> String { language(english, japanese) }
}

extension GroupScenario {
  /// Returns what the scenario is called.
  ///
  /// - Parameter language: The language.
  /// - Returns: A few words.
  public func name(in language: Language) -> String {
    switch self {
    case .flat: language("flat", "部会なし")
    case .committees: language("committees", "部会あり")
    case .sisters: language("sister groups", "姉妹グループ")
    case .sistersFour: language("sister groups, four hold ties", "姉妹グループ（4人が担う）")
    case .sistersLeader: language("sister groups, leader holds ties", "姉妹グループ（代表だけが担う）")
    }
  }
}

extension GroupAllocation {
  /// Returns what the allocation is called.
  ///
  /// - Parameter language: The language.
  /// - Returns: A few words.
  public func name(in language: Language) -> String {
    switch self {
    case .saturating: language("closest first (saturating)", "近い相手から（saturating）")
    case .proportional: language("to all by affinity (proportional)", "全員に近さに比例（proportional）")
    }
  }
}
