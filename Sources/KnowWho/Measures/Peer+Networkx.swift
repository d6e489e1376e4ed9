extension PeerQuestion {
  /// What networkx answers.
  func networkx() throws(MeasureError) -> PeerAnswer {
    try needSteps()
    if let degrees {
      let scaling = try scaling(.raw, .scaled)
      return scaling == .raw
        ? PeerAnswer(degrees, Phrase("G.degree", "G.degree"))
        : PeerAnswer(
          degrees.map(Double.init).divided(by: others),
          Phrase("degree_centrality, ÷ (n − 1)", "degree_centrality、n − 1 で割る"))
    }
    switch measure {
    case "closeness":
      _ = try scaling(.scaled)
      return PeerAnswer(
        graph.closeness(direction: .incoming, execution: execution).scores,
        Phrase(
          "closeness_centrality, Wasserman–Faust, incoming",
          "closeness_centrality、Wasserman–Faust、入る向き"))
    case "harmonic":
      _ = try scaling(.raw)
      return PeerAnswer(
        graph.harmonicCloseness(direction: .incoming, scaling: .raw, execution: execution),
        Phrase("harmonic_centrality, Σ 1/distance, incoming", "harmonic_centrality、Σ 1/距離、入る向き"))
    case "betweenness":
      let scaling = try scaling(.scaled, .raw)
      return PeerAnswer(
        graph.betweenness(scaling: scaling, execution: execution),
        scaling == .raw
          ? Phrase(
            "betweenness_centrality, not normalized: each pair once",
            "betweenness_centrality、normalized なし：組ごとに1回")
          : Phrase(
            "betweenness_centrality, ÷ pairs of others", "betweenness_centrality、ほかの主体の組の数で割る"))
    case "eigenvector":
      _ = try scaling(.l2)
      return PeerAnswer(
        try graph.eigenvectorCentrality(scaling: .l2, execution: execution).scores,
        Phrase(
          "eigenvector_centrality, unit length, by in-links", "eigenvector_centrality、長さ1、入る向き"))
    case "katz":
      _ = try scaling(.l2)
      let alpha = settings.alpha ?? 0.1
      return PeerAnswer(
        try graph.katz(alpha: alpha, scaling: .l2, execution: execution),
        Phrase(
          "katz_centrality, alpha \(alpha), beta 1, unit length, incoming walks",
          "katz_centrality、alpha \(alpha)、beta 1、長さ1、入る向きの歩み"))
    case "pageRank":
      return PeerAnswer(
        try pageRank(),
        Phrase(
          "pagerank, damping \(settings.damping), dangling mass spread, sums to 1",
          "pagerank、減衰率 \(settings.damping)、行き止まりの分は均等に配る、合計が1"))
    case "hubs", "authorities":
      _ = try scaling(.scaled)
      let hits = try graph.hits(execution: execution)
      let scores = measure == "hubs" ? hits.hubs : hits.authorities
      return PeerAnswer(
        scores.divided(by: scores.reduce(0, +)), Phrase("hits, sums to 1", "hits、合計が1"))
    case "coreness":
      try needUndirected("it counts both arcs of a mutual tie")
      return PeerAnswer(graph.coreness(), Phrase("core_number", "core_number"))
    case "clustering":
      try needUndirected("it counts directed triangles")
      return PeerAnswer(
        graph.localClustering(execution: execution),
        Phrase("clustering, 0 below two contacts", "clustering、知り合いが2者未満なら0"))
    case "constraint":
      return PeerAnswer(
        graph.constraint(execution: execution),
        Phrase(
          "constraint, whole network, isolates undefined", "constraint、ネットワーク全体、孤立した主体では定義されない"))
    case "effectiveSize":
      try needUndirected("it divides a tie of two contacts by the strongest tie of the wrong one")
      return PeerAnswer(
        graph.effectiveSize(execution: execution),
        Phrase("effective_size, isolates undefined", "effective_size、孤立した主体では定義されない"))
    case "eccentricity":
      let reached = graph.closeness(execution: execution).reachedCounts
      guard reached.allSatisfy({ $0 == graph.nodeCount - 1 }) else {
        throw refusal("it takes no graph in which some node does not reach another")
      }
      return PeerAnswer(
        graph.eccentricity(execution: execution), Phrase("eccentricity", "eccentricity"))
    case "strength":
      return try bothStrengths(
        Phrase("G.degree(weight='weight')", "G.degree(weight='weight')"))
    default:
      guard let answer = try networkxFlow() else { throw isMissing }
      return answer
    }
  }

  /// The strengths of arcs in and out, as networkx and igraph add them.
  func bothStrengths(_ convention: Phrase) throws(MeasureError) -> PeerAnswer {
    _ = try scaling(.raw)
    let leaving = graph.strength()
    let scores =
      graph.isDirected
      ? zip(leaving, graph.strength(direction: .incoming)).map { $0 + $1 } : leaving
    return PeerAnswer(scores, convention)
  }
}
