extension PeerQuestion {
  /// What networkx answers.
  func networkx() throws(MeasureError) -> PeerAnswer {
    try needSteps()
    if let degrees {
      let scaling = try scaling(.raw, .scaled)
      return scaling == .raw
        ? PeerAnswer(degrees, "G.degree")
        : PeerAnswer(degrees.map(Double.init).divided(by: others), "degree_centrality, ÷ (n − 1)")
    }
    switch measure {
    case "closeness":
      _ = try scaling(.scaled)
      return PeerAnswer(
        graph.closeness(direction: .incoming, execution: execution).scores,
        "closeness_centrality, Wasserman–Faust, incoming")
    case "harmonic":
      _ = try scaling(.raw)
      return PeerAnswer(
        graph.harmonicCloseness(direction: .incoming, scaling: .raw, execution: execution),
        "harmonic_centrality, Σ 1/distance, incoming")
    case "betweenness":
      let scaling = try scaling(.scaled, .raw)
      return PeerAnswer(
        graph.betweenness(scaling: scaling, execution: execution),
        scaling == .raw
          ? "betweenness_centrality, not normalized: each pair once"
          : "betweenness_centrality, ÷ pairs of others")
    case "eigenvector":
      _ = try scaling(.l2)
      return PeerAnswer(
        try graph.eigenvectorCentrality(scaling: .l2, execution: execution).scores,
        "eigenvector_centrality, unit length, by in-links")
    case "katz":
      _ = try scaling(.l2)
      let alpha = settings.alpha ?? 0.1
      return PeerAnswer(
        try graph.katz(alpha: alpha, scaling: .l2, execution: execution),
        "katz_centrality, alpha \(alpha), beta 1, unit length, incoming walks")
    case "pageRank":
      return PeerAnswer(
        try pageRank(), "pagerank, damping \(settings.damping), dangling mass spread, sums to 1")
    case "hubs", "authorities":
      _ = try scaling(.scaled)
      let hits = try graph.hits(execution: execution)
      let scores = measure == "hubs" ? hits.hubs : hits.authorities
      return PeerAnswer(scores.divided(by: scores.reduce(0, +)), "hits, sums to 1")
    case "coreness":
      try needUndirected("it counts both arcs of a mutual tie")
      return PeerAnswer(graph.coreness(), "core_number")
    case "clustering":
      try needUndirected("it counts directed triangles")
      return PeerAnswer(
        graph.localClustering(execution: execution), "clustering, 0 below two contacts")
    case "constraint":
      return PeerAnswer(
        graph.constraint(execution: execution), "constraint, whole network, isolates undefined")
    case "effectiveSize":
      try needUndirected("it divides a tie of two contacts by the strongest tie of the wrong one")
      return PeerAnswer(
        graph.effectiveSize(execution: execution), "effective_size, isolates undefined")
    case "eccentricity":
      let reached = graph.closeness(execution: execution).reachedCounts
      guard reached.allSatisfy({ $0 == graph.nodeCount - 1 }) else {
        throw refusal("it takes no graph in which some node does not reach another")
      }
      return PeerAnswer(graph.eccentricity(execution: execution), "eccentricity")
    case "strength":
      return try bothStrengths("G.degree(weight='weight')")
    default:
      guard let answer = try networkxFlow() else { throw isMissing }
      return answer
    }
  }

  /// The strengths of arcs in and out, as networkx and igraph add them.
  func bothStrengths(_ convention: String) throws(MeasureError) -> PeerAnswer {
    _ = try scaling(.raw)
    let leaving = graph.strength()
    let scores =
      graph.isDirected
      ? zip(leaving, graph.strength(direction: .incoming)).map { $0 + $1 } : leaving
    return PeerAnswer(scores, convention)
  }
}
