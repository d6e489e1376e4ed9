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
          convention: "beta \(beta)"
            + (settings.beta == nil ? ", half of 1 ÷ the largest eigenvalue" : "")
            + ", outgoing"
            + ([.raw: "", .scaled: ", squares sum to n", .l2: ", scaled to unit length"][scaling]
              ?? ""))
      ]
    })

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
          convention: "directions ignored; "
            + ([
              .raw: "1 ÷ sum of resistances",
              .scaled: "(r ÷ (n − 1)) · (r ÷ sum of resistances) over the r nodes reached",
              .l2: "1 ÷ sum of resistances, scaled to unit length",
            ][scaling] ?? ""))
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
          convention: "directions ignored, ends of a pair not counted"
            + ([
              .raw: ", each pair once", .scaled: ", ÷ ((n − 1)(n − 2) / 2)",
              .l2: ", scaled to unit length",
            ][scaling] ?? ""))
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
          convention: "diagonal of exp(A), directions ignored"
            + ([
              .raw: "", .scaled: ", ÷ the Estrada index, their sum", .l2: ", scaled to unit length",
            ][scaling] ?? ""))
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
          convention: "Barrat and others 2004; 0 below two contacts; directions ignored"
            + (graph.hasStrengths ? "" : "; no strengths given: each edge counts 1"))
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
          convention: "whole network; Coleman–Theil disorder of what each contact constrains; not "
            + "defined below two contacts")
      ]
    })
}
