extension NodeMeasure {
  /// Measures that follow every path and not the shortest alone, or count who stands together.
  static let flows: [NodeMeasure] = [
    power, currentFlowCloseness, currentFlowBetweenness, subgraph, clusteringByStrength, hierarchy,
  ]

  private static let power = NodeMeasure(
    name: "power", nameJa: "パワー中心性",
    summary: "contacts that are powerful themselves; with --beta below 0, weak (Bonacich)",
    columns: { graph, settings throws(MeasureError) in
      let beta: Double
      if let given = settings.beta {
        beta = given
      } else {
        beta = try graph.middleAlpha(settings.execution)
      }
      let scaling = settings.scaling ?? .scaled
      return [
        Column(
          name: "power",
          scores: try graph.powerCentrality(
            beta: beta, scaling: scaling, execution: settings.execution),
          isCount: false,
          convention: powerConvention(beta, isGiven: settings.beta != nil, scaling))
      ]
    })

  private static func powerConvention(
    _ beta: Double, isGiven: Bool, _ scaling: Scaling
  ) -> Phrase {
    let origin =
      isGiven
      ? Phrase("", "") : Phrase(", half of 1 ÷ the largest eigenvalue", "（最大固有値の逆数の半分）")
    let scaled: Phrase =
      switch scaling {
      case .raw: Phrase("", "")
      case .scaled: Phrase(", squares sum to n", "、2乗の合計を n にそろえる")
      case .l2: Phrase(", scaled to unit length", "、全体の長さを1にそろえる")
      }
    return Phrase(
      "beta \(beta)\(origin.english), outgoing\(scaled.english)",
      "beta \(beta)\(origin.japanese)、出る向き\(scaled.japanese)")
  }

  private static let currentFlowCloseness = NodeMeasure(
    name: "currentFlowCloseness", nameJa: "電流近接中心性",
    summary: "how near all others are by all paths together (information centrality)",
    columns: { graph, settings throws(MeasureError) in
      let scaling = settings.scaling ?? .scaled
      return [
        Column(
          name: "currentFlowCloseness",
          scores: try graph.currentFlowCloseness(
            scaling: scaling, execution: settings.execution),
          isCount: false,
          convention: [
            .raw: Phrase(
              "directions ignored; 1 ÷ sum of resistances", "向きは無視、抵抗の合計の逆数"),
            .scaled: Phrase(
              "directions ignored; (r ÷ (n − 1)) · (r ÷ sum of resistances) over the r nodes reached",
              "向きは無視、届く r 個について（r÷（n − 1））·（r÷抵抗の合計）"),
            .l2: Phrase(
              "directions ignored; 1 ÷ sum of resistances, scaled to unit length",
              "向きは無視、抵抗の合計の逆数（全体の長さを1にそろえる）"),
          ][scaling] ?? Phrase("", ""))
      ]
    })

  private static let currentFlowBetweenness = NodeMeasure(
    name: "currentFlowBetweenness", nameJa: "電流媒介中心性",
    summary: "how much passes here of what flows between two others by all paths",
    columns: { graph, settings throws(MeasureError) in
      let scaling = settings.scaling ?? .scaled
      return [
        Column(
          name: "currentFlowBetweenness",
          scores: try graph.currentFlowBetweenness(
            scaling: scaling, execution: settings.execution),
          isCount: false,
          convention: [
            .raw: Phrase(
              "directions ignored, ends of a pair not counted, each pair once",
              "向きは無視、両端は数えない、組ごとに1回"),
            .scaled: Phrase(
              "directions ignored, ends of a pair not counted, ÷ ((n − 1)(n − 2) / 2)",
              "向きは無視、両端は数えない、÷（（n − 1）（n − 2）/ 2）"),
            .l2: Phrase(
              "directions ignored, ends of a pair not counted, scaled to unit length",
              "向きは無視、両端は数えない（全体の長さを1にそろえる）"),
          ][scaling] ?? Phrase("", ""))
      ]
    })

  private static let subgraph = NodeMeasure(
    name: "subgraph", nameJa: "部分グラフ中心性",
    summary: "closed walks through the node, long ones much less (Estrada)",
    columns: { graph, settings throws(MeasureError) in
      let scaling = settings.scaling ?? .raw
      return [
        Column(
          name: "subgraph",
          scores: try graph.subgraphCentrality(scaling: scaling, execution: settings.execution),
          isCount: false,
          convention: [
            .raw: Phrase("diagonal of exp(A), directions ignored", "exp(A) の対角成分、向きは無視"),
            .scaled: Phrase(
              "diagonal of exp(A), directions ignored, ÷ the Estrada index, their sum",
              "exp(A) の対角成分、向きは無視、÷ Estrada 指数（その合計）"),
            .l2: Phrase(
              "diagonal of exp(A), directions ignored, scaled to unit length",
              "exp(A) の対角成分、向きは無視（全体の長さを1にそろえる）"),
          ][scaling] ?? Phrase("", ""))
      ]
    })

  private static let clusteringByStrength = NodeMeasure(
    name: "clusteringByStrength", nameJa: "強さによるクラスター係数",
    summary: "share of a node's strength that lies in triangles (Barrat)",
    columns: { graph, settings throws(MeasureError) in
      [
        Column(
          name: "clusteringByStrength",
          scores: try graph.localClusteringByStrength(execution: settings.execution),
          isCount: false,
          convention: graph.hasStrengths
            ? Phrase(
              "Barrat and others 2004; 0 below two contacts; directions ignored",
              "Barrat ほか 2004、知り合いが2者未満なら0、向きは無視")
            : Phrase(
              "Barrat and others 2004; 0 below two contacts; directions ignored; no strengths given: "
                + "each edge counts 1",
              "Barrat ほか 2004、知り合いが2者未満なら0、向きは無視、強さの指定がないためどのつながりも1"))
      ]
    })

  private static let hierarchy = NodeMeasure(
    name: "hierarchy", nameJa: "拘束の階層度",
    summary: "how far constraint comes from one contact alone (Burt)",
    columns: { graph, settings in
      [
        Column(
          name: "hierarchy", scores: graph.hierarchy(execution: settings.execution),
          isCount: false,
          convention: Phrase(
            "whole network; Coleman–Theil disorder of what each contact constrains; not defined below "
              + "two contacts",
            "ネットワーク全体で計算、相手ごとの拘束についての Coleman–Theil の不均等度、知り合いが2者未満なら定義なし"))
      ]
    })
}
