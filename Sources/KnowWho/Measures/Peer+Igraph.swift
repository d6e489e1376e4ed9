extension PeerQuestion {
  /// What igraph answers; where it lets the caller choose a direction, along the arcs.
  func igraph() throws(MeasureError) -> PeerAnswer {
    if let degrees {
      _ = try scaling(.raw)
      return PeerAnswer(degrees, Phrase("degree, raw", "degree、割らない値"))
    }
    switch measure {
    case "closeness":
      _ = try scaling(.scaled)
      let closeness = try graph.closeness(
        lengths: settings.lengths, scaling: .raw, execution: execution)
      return PeerAnswer(
        zip(closeness.scores, closeness.reachedCounts).map { $1 > 0 ? $0 * Double($1) : .nan },
        Phrase(
          "closeness, mode out: nodes reached ÷ sum of their distances, not defined where none is",
          "closeness、mode out：届く相手の数÷距離の合計。届く相手がなければ定義されない"))
    case "harmonic":
      let scaling = try scaling(.scaled, .raw)
      return PeerAnswer(
        try graph.harmonicCloseness(
          lengths: settings.lengths, scaling: scaling, execution: execution),
        Phrase(
          "harmonic_centrality, mode out"
            + (scaling == .raw ? ", Σ 1/distance" : ", Σ 1/distance ÷ (n − 1)"),
          "harmonic_centrality、mode out" + (scaling == .raw ? "、Σ 1/距離" : "、Σ 1/距離÷（n − 1）")))
    case "betweenness":
      let scaling = try scaling(.raw, .scaled)
      let raw = try graph.betweenness(
        lengths: settings.lengths, scaling: .raw, execution: execution)
      let pairs = Double(graph.nodeCount) * others / (graph.isDirected ? 1 : 2)
      return scaling == .raw
        ? PeerAnswer(raw, Phrase("betweenness, each pair once", "betweenness、組ごとに1回"))
        : PeerAnswer(
          raw.divided(by: pairs),
          Phrase("betweenness, ÷ all pairs, those of the node too", "betweenness、その主体を含むすべての組の数で割る")
        )
    case "eigenvector":
      _ = try scaling(.scaled)
      return PeerAnswer(
        try graph.eigenvectorCentrality(execution: execution).scores,
        Phrase(
          "eigenvector_centrality, largest 1, by in-links", "eigenvector_centrality、最大値が1、入る向き"))
    case "pageRank":
      return PeerAnswer(
        try pageRank(),
        Phrase(
          "pagerank, damping \(settings.damping), dangling mass spread, sums to 1",
          "pagerank、減衰率 \(settings.damping)、行き止まりの分は均等に配る、合計が1"))
    case "hubs", "authorities":
      _ = try scaling(.scaled)
      let hits = try graph.hits(execution: execution)
      return measure == "hubs"
        ? PeerAnswer(hits.hubs, Phrase("hub_score, largest 1", "hub_score、最大値が1"))
        : PeerAnswer(
          hits.authorities, Phrase("authority_score, largest 1", "authority_score、最大値が1"))
    case "coreness":
      try needUndirected("it counts both arcs of a mutual tie")
      return PeerAnswer(graph.coreness(), Phrase("coreness", "coreness"))
    case "clustering":
      let contacts = (graph.isDirected ? graph.undirected : graph).degree()
      return PeerAnswer(
        zip(graph.localClustering(execution: execution), contacts).map { $1 < 2 ? .nan : $0 },
        Phrase(
          "transitivity_local_undirected, not defined below two contacts",
          "transitivity_local_undirected、知り合いが2者未満では定義されない"))
    case "constraint":
      return PeerAnswer(
        graph.constraint(execution: execution),
        Phrase(
          "constraint, whole network, isolates undefined", "constraint、ネットワーク全体、孤立した主体では定義されない"))
    case "eccentricity":
      return PeerAnswer(
        graph.eccentricity(execution: execution),
        Phrase("eccentricity, mode out, over the nodes reached", "eccentricity、mode out、届く相手のうちで"))
    case "reach2", "reach3":
      let steps = measure == "reach2" ? 2 : 3
      return PeerAnswer(
        graph.reach(within: steps, execution: execution).counts(within: steps).map { $0 + 1 },
        Phrase(
          "neighborhood_size, mode out, the node itself counts", "neighborhood_size、mode out、自分も数える"
        ))
    case "strength":
      return try bothStrengths(Phrase("strength", "strength"))
    default:
      guard let answer = try igraphFlow() else { throw isMissing }
      return answer
    }
  }
}
