extension NodeMeasure {
  /// All measures, in the order of the help.
  public static let all: [NodeMeasure] =
    [
      degree, inDegree, outDegree, strength, closeness, harmonic, decay, betweenness,
      eigenvector, katz, pageRank, hubs, authorities, coreness, clustering, constraint,
      effectiveSize,
      efficiency,
      eccentricity,
      reach2, reach3,
    ] + flows

  /// The measures shown where none is asked for.
  public static let standard: [NodeMeasure] = [degree, betweenness, closeness, harmonic, pageRank]

  private static let degree = NodeMeasure(
    name: "degree", nameJa: "つながりの数", summary: "direct contacts",
    columns: { graph, settings in
      degreeColumns("degree", graph, settings) {
        graph.isDirected ? $0 + $1 : $0
      }
    })

  private static let inDegree = NodeMeasure(
    name: "inDegree", nameJa: "入次数", summary: "arcs that come in",
    columns: { graph, settings in degreeColumns("inDegree", graph, settings) { $1 } })

  private static let outDegree = NodeMeasure(
    name: "outDegree", nameJa: "出次数", summary: "arcs that go out",
    columns: { graph, settings in degreeColumns("outDegree", graph, settings) { out, _ in out } })

  private static func degreeColumns(
    _ name: String, _ graph: Graph, _ settings: Settings, _ combine: (Double, Double) -> Double
  ) -> [Column] {
    let scaling = settings.scaling ?? .raw
    let leaving = graph.degree(direction: .outgoing).map(Double.init)
    let entering = graph.degree(direction: .incoming).map(Double.init)
    var scores = zip(leaving, entering).map(combine)
    let length = scores.reduce(0) { $0 + $1 * $1 }.squareRoot()
    switch scaling {
    case .raw: break
    case .scaled: scores = scores.map { $0 / Double(graph.nodeCount - 1) }
    case .l2: scores = scores.map { $0 / length }
    }
    return [
      Column(
        name: name, scores: scores, isCount: scaling == .raw,
        convention: [
          .raw: Phrase(
            "number of edges; a self loop counts twice", "つながりの数（自分へのつながりは2と数える）"),
          .scaled: Phrase("number of edges ÷ (n − 1)", "つながりの数÷（n − 1）"),
          .l2: Phrase("number of edges, scaled to unit length", "つながりの数（全体の長さを1にそろえる）"),
        ][scaling] ?? Phrase("", ""))
    ]
  }

  private static let strength = NodeMeasure(
    name: "strength", nameJa: "つながりの強さの合計", summary: "sum of the strengths of all ties",
    columns: { graph, _ in
      let leaving = graph.strength(direction: .outgoing)
      let scores =
        graph.isDirected
        ? zip(leaving, graph.strength(direction: .incoming)).map { $0 + $1 } : leaving
      return [
        Column(
          name: "strength", scores: scores, isCount: scores.allSatisfy { $0 == $0.rounded() },
          convention: graph.hasStrengths
            ? Phrase("sum of strengths, in and out", "強さの合計（出入りの両方）")
            : Phrase("no strengths given: each edge counts 1", "強さの記載がないため、つながりを1本ずつ数える"))
      ]
    })

  private static let closeness = NodeMeasure(
    name: "closeness", nameJa: "近接中心性", summary: "how near all others are",
    columns: { graph, settings throws(MeasureError) in
      let scaling = settings.scaling ?? .scaled
      let closeness = try graph.closeness(
        lengths: settings.lengths, scaling: scaling, execution: settings.execution)
      return [
        Column(
          name: "closeness", scores: closeness.scores, isCount: false,
          convention: scaling == .raw
            ? Phrase("1 ÷ sum of distances to the nodes reached", "1÷届く相手までの距離の合計")
            : Phrase(
              "Wasserman–Faust: (r ÷ (n − 1)) · (r ÷ sum of distances) over the r nodes reached, outgoing"
                + (scaling == .l2 ? ", scaled to unit length" : ""),
              "Wasserman–Faust：届く r 者について（r÷（n − 1））·（r÷距離の合計）、出る向き"
                + (scaling == .l2 ? "（全体の長さを1にそろえる）" : ""))),
        Column(
          name: "reached", scores: closeness.reachedCounts.map(Double.init), isCount: true,
          convention: Phrase("number of other nodes reached", "届く相手の数")),
      ]
    })

  private static let harmonic = NodeMeasure(
    name: "harmonic", nameJa: "調和中心性",
    summary: "how near all others are, on disconnected graphs too",
    columns: { graph, settings throws(MeasureError) in
      let scaling = settings.scaling ?? .scaled
      let convention =
        [
          .raw: Phrase("Σ 1/distance, outgoing", "Σ 1/距離、出る向き"),
          .scaled: Phrase("Σ 1/distance ÷ (n − 1), outgoing", "Σ 1/距離÷（n − 1）、出る向き"),
          .l2: Phrase("Σ 1/distance, scaled to unit length", "Σ 1/距離（全体の長さを1にそろえる）"),
        ][scaling] ?? Phrase("", "")
      if settings.precision != nil {
        return [try graph.harmonicBySketches(settings, convention)]
      }
      let highest = graph.highestHarmonicCloseness(settings)
      let scores =
        if let highest {
          highest
        } else {
          try graph.harmonicCloseness(
            lengths: settings.lengths, scaling: scaling, execution: settings.execution)
        }
      return [
        Column(name: "harmonic", scores: scores, isCount: false, convention: convention)
      ]
    })

  private static let decay = NodeMeasure(
    name: "decay", nameJa: "減衰中心性",
    summary: "how many others there are, each step away counting less (--delta)",
    columns: { graph, settings throws(MeasureError) in
      guard settings.lengths == .steps else { throw .stepsOnly(measure: "decay") }
      let delta = settings.delta
      let scaling = settings.scaling ?? .scaled
      return [
        Column(
          name: "decay",
          scores: try graph.decay(delta: delta, scaling: scaling, execution: settings.execution),
          isCount: false,
          convention: [
            .raw: Phrase("Σ \(delta)^steps, outgoing", "Σ \(delta)^歩数、出る向き"),
            .scaled: Phrase(
              "Σ \(delta)^steps ÷ ((n − 1) · \(delta)), outgoing",
              "Σ \(delta)^歩数÷（（n − 1）·\(delta)）、出る向き"),
            .l2: Phrase(
              "Σ \(delta)^steps, scaled to unit length", "Σ \(delta)^歩数（全体の長さを1にそろえる）"),
          ][scaling] ?? Phrase("", ""))
      ]
    })

  private static let betweenness = NodeMeasure(
    name: "betweenness", nameJa: "媒介中心性",
    summary: "how often on the shortest way between two others",
    columns: { graph, settings throws(MeasureError) in
      let scaling = settings.scaling ?? .scaled
      let convention =
        [
          .raw: Phrase(
            "Σ share of shortest paths, each pair once, ends not counted",
            "最短経路に占める割合の合計（組ごとに1回、両端は含めない）"),
          .scaled: graph.isDirected
            ? Phrase(
              "Σ share of shortest paths ÷ ((n − 1)(n − 2))", "最短経路に占める割合の合計÷（（n − 1）（n − 2））")
            : Phrase(
              "Σ share of shortest paths ÷ ((n − 1)(n − 2) / 2): a star's centre is 1",
              "最短経路に占める割合の合計÷（（n − 1）（n − 2）/2）。星形の中心で1"),
          .l2: Phrase(
            "Σ share of shortest paths, scaled to unit length", "最短経路に占める割合の合計（全体の長さを1にそろえる）"),
        ][scaling] ?? Phrase("", "")
      if let sampling = settings.sampling {
        return try graph.betweennessBySamples(sampling, settings, convention)
      }
      return [
        Column(
          name: "betweenness",
          scores: settings.lengths == .steps
            ? graph.betweenness(
              bytesPerThread: graph.betweennessBytesPerThread(settings.execution),
              scaling: scaling, execution: settings.execution)
            : try graph.betweenness(
              lengths: settings.lengths, scaling: scaling, execution: settings.execution),
          isCount: false, convention: convention)
      ]
    })

  private static let eigenvector = NodeMeasure(
    name: "eigenvector", nameJa: "固有ベクトル中心性",
    summary: "contacts that are well connected themselves",
    columns: { graph, settings throws(MeasureError) in
      let result = try graph.eigenvectorCentrality(
        scaling: settings.scaling ?? .scaled, execution: settings.execution)
      return [
        Column(
          name: "eigenvector", scores: result.scores, isCount: false,
          convention: Phrase(
            (settings.scaling == .l2 ? "unit length" : "largest entry 1")
              + ", by in-links where directed; largest eigenvalue \(result.eigenvalue)",
            (settings.scaling == .l2 ? "長さ1" : "最大値が1")
              + "。向きがあれば入る向き。最大固有値 \(result.eigenvalue)"))
      ]
    })

  private static let katz = NodeMeasure(
    name: "katz", nameJa: "カッツ中心性", summary: "walks of any length that end here, long ones less",
    columns: { graph, settings throws(MeasureError) in
      let alpha: Double
      if let given = settings.alpha {
        alpha = given
      } else {
        alpha = try graph.middleAlpha(settings.execution)
      }
      return [
        Column(
          name: "katz",
          scores: try graph.katz(
            alpha: alpha, scaling: settings.scaling ?? .raw, execution: settings.execution),
          isCount: false,
          convention: Phrase(
            "alpha \(alpha)"
              + (settings.alpha == nil ? ", half of 1 ÷ the largest eigenvalue" : "")
              + ", beta 1, incoming walks"
              + [.raw: "", .scaled: ", largest 1", .l2: ", scaled to unit length"][
                settings.scaling ?? .raw, default: ""],
            "alpha \(alpha)" + (settings.alpha == nil ? "（1÷最大固有値の半分）" : "")
              + "、beta 1、入る向きの歩み"
              + [.raw: "", .scaled: "、最大値が1", .l2: "、全体の長さを1にそろえる"][
                settings.scaling ?? .raw, default: ""]))
      ]
    })

  private static let pageRank = NodeMeasure(
    name: "pageRank", nameJa: "ページランク",
    summary: "where a random walk along the ties ends up",
    columns: { graph, settings throws(MeasureError) in
      let isPersonal = settings.personalization != nil
      return [
        Column(
          name: "pageRank",
          scores: try graph.pageRank(
            damping: settings.damping, personalization: settings.personalization,
            execution: settings.execution),
          isCount: false,
          convention: Phrase(
            "damping \(settings.damping), "
              + (isPersonal
                ? "walks and dangling mass return to the actors named"
                : "dangling mass spread evenly")
              + ", sums to 1, L1 change below 1e-10",
            "減衰率 \(settings.damping)、"
              + (isPersonal ? "歩みも行き止まりの分も指定した主体に戻る" : "行き止まりの分は均等に配る")
              + "、合計が1、L1の変化が1e-10未満で終了"))
      ]
    })

  private static let hubs = NodeMeasure(
    "hubs", ja: "ハブ", summary: "points at good authorities (HITS)",
    convention: Phrase(
      "leading eigenvector of A·Aᵀ, largest entry 1 (l2: unit length)",
      "A·Aᵀ の第1固有ベクトル、最大値が1（l2 では長さ1）")
  ) { graph, settings throws(MeasureError) in
    try graph.hits(scaling: settings.scaling ?? .scaled, execution: settings.execution).hubs
  }

  private static let authorities = NodeMeasure(
    "authorities", ja: "オーソリティ", summary: "is pointed at by good hubs (HITS)",
    convention: Phrase(
      "leading eigenvector of Aᵀ·A, largest entry 1 (l2: unit length)",
      "Aᵀ·A の第1固有ベクトル、最大値が1（l2 では長さ1）")
  ) { graph, settings throws(MeasureError) in
    try graph.hits(scaling: settings.scaling ?? .scaled, execution: settings.execution)
      .authorities
  }

  private static let coreness = NodeMeasure(
    "coreness", ja: "コア数", summary: "largest k with the node in a k-core", isCount: true,
    convention: Phrase("directions ignored; 0 for an isolate", "向きは見ない。孤立した主体は0")
  ) { graph, _ in graph.coreness().map(Double.init) }

  private static let clustering = NodeMeasure(
    "clustering", ja: "クラスター係数", summary: "share of pairs of contacts that know each other",
    convention: Phrase(
      "0 where there are fewer than two contacts; directions ignored", "知り合いが2者未満なら0。向きは見ない")
  ) { graph, settings in graph.localClustering(execution: settings.execution) }

  private static let constraint = NodeMeasure(
    "constraint", ja: "拘束度", summary: "how much contacts lean on each other (Burt)",
    convention: Phrase("whole network; not defined for an isolate", "ネットワーク全体の方式。孤立した主体では定義されない")
  ) { graph, settings in graph.constraint(execution: settings.execution) }

  private static let effectiveSize = NodeMeasure(
    "effectiveSize", ja: "有効サイズ", summary: "contacts less their redundancy (Burt)",
    convention: Phrase(
      "undirected: n − 2t/n; not defined for an isolate", "無向では n − 2t/n。孤立した主体では定義されない")
  ) { graph, settings in graph.effectiveSize(execution: settings.execution) }

  private static let efficiency = NodeMeasure(
    "efficiency", ja: "効率", summary: "effective size ÷ contacts",
    convention: Phrase(
      "effective size ÷ degree; not defined for an isolate", "有効サイズ÷つながりの数。孤立した主体では定義されない")
  ) { graph, settings in graph.efficiency(execution: settings.execution) }

  private static let eccentricity = NodeMeasure(
    "eccentricity", ja: "離心数", summary: "steps to the farthest node reached", isCount: true,
    convention: Phrase("over the nodes reached, outgoing", "届く相手のうちで、出る向き")
  ) { graph, settings in
    graph.eccentricity(execution: settings.execution).map(Double.init)
  }

  private static let reach2 = reach(2)
  private static let reach3 = reach(3)

  private static func reach(_ steps: Int) -> NodeMeasure {
    NodeMeasure(
      "reach\(steps)", ja: "\(steps)歩以内の相手の数", summary: "other nodes within \(steps) steps",
      isCount: true,
      convention: Phrase(
        "distinct other nodes within \(steps) steps, outgoing", "\(steps)歩以内の異なる相手の数、出る向き")
    ) { graph, settings in
      graph.reach(within: steps, execution: settings.execution).counts(within: steps)
        .map(Double.init)
    }
  }

  /// A measure of one column with one convention, whatever the settings.
  private init(
    _ name: String, ja nameJa: String, summary: String, isCount: Bool = false, convention: Phrase,
    scores: @escaping @Sendable (Graph, Settings) throws(MeasureError) -> [Double]
  ) {
    self.init(name: name, nameJa: nameJa, summary: summary) {
      graph, settings throws(MeasureError) in
      [
        Column(
          name: name, scores: try scores(graph, settings), isCount: isCount,
          convention: convention)
      ]
    }
  }
}

extension Graph {
  /// Returns half of 1 / λ, the middle of what Katz centrality allows; half of 1 where there is no
  /// cycle to make λ more than 0.
  func middleAlpha(_ execution: Execution) throws(MeasureError) -> Double {
    let eigenvalue: Double
    do {
      eigenvalue = try eigenvectorCentrality(execution: execution).eigenvalue
    } catch .leadingEigenvalueNotSimple(let shared) {
      eigenvalue = shared
    }
    return eigenvalue > 0 ? 0.5 / eigenvalue : 0.5
  }
}
