internal import KnowWho

/// The figures of cohesion, and what they mean.
struct CohesionFigures {
  let profile: CohesionProfile
  let view: NetworkView
  let network: Network
  let language: Language
  /// Whose convention is followed; nil follows our own.
  let match: Peer?

  /// The figures in the order in which they are shown.
  var all: [FigureReport.Figure] {
    let unknown = FigureReport.Value.text(language("not computed", "未計算"))
    func count(_ number: Int?) -> FigureReport.Value { number.map { .count($0) } ?? unknown }
    var figures: [FigureReport.Figure] = [
      .init(
        key: "nodes", title: language("actors", "主体の数"), value: .count(view.graph.nodeCount)),
      .init(
        key: "edges", title: language("ties", "つながりの数"), value: .count(view.graph.edgeCount)),
    ]
    if view.graph.isDirected {
      figures += [
        .init(
          key: "mutual", title: language("pairs tied both ways", "双方向の組"),
          value: .count(profile.dyads.mutual)),
        .init(
          key: "asymmetric", title: language("pairs tied one way", "一方向の組"),
          value: .count(profile.dyads.asymmetric)),
        .init(
          key: "reciprocity", title: language("reciprocity", "相互性"),
          value: .number(reciprocity)),
      ]
    }
    figures.append(
      .init(
        key: "degreeAssortativity", title: language("assortativity by degree", "つながりの数の同類性"),
        value: .number(profile.degreeAssortativity)))
    return figures + [
      .init(
        key: "components", title: language("components", "成分の数"),
        value: .count(profile.componentCount)),
      .init(
        key: "globalEfficiency",
        title: language("efficiency (mean of 1 / distance)", "効率（距離の逆数の平均）"),
        value: profile.globalEfficiency.map { .number($0) } ?? unknown),
      .init(
        key: "nodeConnectivity",
        title: language("fewest actors whose going parts it", "抜けると分かれる最少の主体数"),
        value: count(profile.connectivity?.nodes)),
      .init(
        key: "edgeConnectivity",
        title: language("fewest ties whose ending parts it", "切れると分かれる最少のつながり数"),
        value: count(profile.connectivity?.edges)),
      .init(
        key: "articulationNodes",
        title: language("actors that each hold parts together", "一つで部分をつなぎとめる主体"),
        value: .count(profile.articulationNodes.count)),
      .init(
        key: "bridges", title: language("ties that each hold parts together", "一本で部分をつなぎとめるつながり"),
        value: .count(profile.bridges.count)),
      .init(
        key: "cliques", title: language("maximal cliques of 3 or more", "3以上の極大クリーク"),
        value: count(profile.cliqueCount)),
      .init(
        key: "largestClique", title: language("largest clique", "最大のクリーク"),
        value: count(profile.largestClique)),
      .init(
        key: "greatestCoreness", title: language("deepest k-core", "最も深い k-コア"),
        value: .count(profile.greatestCoreness)),
      .init(
        key: "greatestTruss", title: language("deepest k-truss", "最も深い k-トラス"),
        value: .count(profile.greatestTruss)),
      .init(
        key: "deepestKComponent", title: language("deepest k-component", "最も深い k-成分"),
        value: count(profile.connectivity?.kComponents.count)),
      .init(
        key: "estradaIndex", title: language("Estrada index", "エストラダ指数"),
        value: profile.estradaIndex.map { .number($0) } ?? unknown),
    ] + clustering
  }

  /// Reciprocity as the tool asked for counts it.
  private var reciprocity: Double {
    switch match {
    case .ucinet: profile.dyads.dyadicReciprocity
    case .sna: profile.dyads.symmetricShare
    default: profile.dyads.reciprocity
    }
  }

  /// Clustering by strengths, and of two modes, where there are any.
  private var clustering: [FigureReport.Figure] {
    var figures: [FigureReport.Figure] = []
    if let strengthClustering = profile.strengthClustering {
      figures.append(
        .init(
          key: "strengthClustering",
          title: language("clustering by strengths (Barrat)", "強さによるクラスター係数（Barrat）"),
          value: .number(strengthClustering)))
    }
    if let twoMode = try? TwoModeView(view, of: network) {
      figures.append(
        .init(
          key: "twoModeClustering",
          title: language("two-mode clustering (Robins–Alexander)", "二部クラスター係数（Robins–Alexander）"),
          value: .number(twoMode.graph.clustering())))
    }
    return figures
  }

  /// How the figures are to be understood, for those who publish them.
  var conventions: [String] {
    [
      reciprocityConvention,
      "assortativity: Newman 2002; an undirected edge counts both ways",
      "efficiency: Latora and Marchiori 2001, outgoing; Estrada index: Σ exp λ, directions ignored",
      "cliques, cores, trusses, plexes, k-components and what parts the network: directions ignored",
    ]
  }

  private var reciprocityConvention: String {
    let dyads = "; dyads and triads: Holland and Leinhardt"
    return switch match {
    case .ucinet: "reciprocity as in UCINET: pairs tied both ways ÷ pairs tied" + dyads
    case .sna:
      "reciprocity as in sna (grecip, dyadic): pairs tied both ways or not at all ÷ pairs" + dyads
    case .networkx, .igraph, .networkit, nil:
      "reciprocity: arcs that are returned ÷ arcs" + dyads
    }
  }

  /// What the figures mean.
  var sentences: [String] {
    func names(_ nodes: [Graph.Node]) -> String {
      nodes.prefix(5).map { language.name(of: view.actors[$0], in: network) }
        .joined(separator: language(", ", "、"))
        + (nodes.count > 5 ? language(" and \(nodes.count - 5) more", "ほか\(nodes.count - 5)") : "")
    }
    var sentences: [String] = []
    if profile.componentCount > 1 {
      sentences.append(
        language(
          "The network is in \(profile.componentCount) parts already.",
          "ネットワークはすでに\(profile.componentCount)つの部分に分かれています。"))
    }
    sentences.append(
      profile.articulationNodes.isEmpty
        ? language(
          "No single actor's going would part it further.", "一つの主体が抜けても、これ以上は分かれません。")
        : language(
          "It falls into more parts if any one of these goes: \(names(profile.articulationNodes)).",
          "次のうち一つでも抜けると、さらに分かれます：\(names(profile.articulationNodes))。"))
    if let deepest = profile.connectivity?.kComponents, deepest.count > 1,
      let largest = deepest.last?.max(by: { $0.count < $1.count })
    {
      sentences.append(
        language(
          "Held together most firmly are \(names(largest)): any \(deepest.count - 1) of them may go.",
          "最も固く結ばれているのは\(names(largest))で、そのうちどの\(deepest.count - 1)つが抜けてもつながり続けます。"))
    }
    if profile.connectivity == nil {
      sentences.append(
        language(
          "How few would part it is computed up to \(CohesionProfile.connectivityLimit) actors.",
          "いくつ抜けると分かれるかは、主体\(CohesionProfile.connectivityLimit)までのネットワークで計算します。"))
    }
    if profile.cliqueCount == nil {
      sentences.append(
        language(
          "There are more than \(CohesionProfile.cliqueLimit) cliques; --cliques counts them all, with "
            + "--time-limit where that may take long.",
          "クリークは\(CohesionProfile.cliqueLimit)を超えます。--cliques ですべて数えます（長くかかりそうなら --time-limit を指定してください）。"
        ))
    }
    return sentences
  }
}
