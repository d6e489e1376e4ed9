extension PeerQuestion {
  /// What igraph answers; where it lets the caller choose a direction, along the arcs.
  func igraph() throws(MeasureError) -> PeerAnswer {
    if let degrees {
      _ = try scaling(.raw)
      return PeerAnswer(degrees, "degree, raw")
    }
    switch measure {
    case "closeness":
      _ = try scaling(.scaled)
      let closeness = try graph.closeness(
        lengths: settings.lengths, scaling: .raw, execution: execution)
      return PeerAnswer(
        zip(closeness.scores, closeness.reachedCounts).map { $1 > 0 ? $0 * Double($1) : .nan },
        "closeness, mode out: nodes reached ÷ sum of their distances, not defined where none is")
    case "harmonic":
      let scaling = try scaling(.scaled, .raw)
      return PeerAnswer(
        try graph.harmonicCloseness(
          lengths: settings.lengths, scaling: scaling, execution: execution),
        "harmonic_centrality, mode out"
          + (scaling == .raw ? ", Σ 1/distance" : ", Σ 1/distance ÷ (n − 1)"))
    case "betweenness":
      let scaling = try scaling(.raw, .scaled)
      let raw = try graph.betweenness(
        lengths: settings.lengths, scaling: .raw, execution: execution)
      let pairs = Double(graph.nodeCount) * others / (graph.isDirected ? 1 : 2)
      return scaling == .raw
        ? PeerAnswer(raw, "betweenness, each pair once")
        : PeerAnswer(raw.divided(by: pairs), "betweenness, ÷ all pairs, those of the node too")
    case "eigenvector":
      _ = try scaling(.scaled)
      return PeerAnswer(
        try graph.eigenvectorCentrality(execution: execution).scores,
        "eigenvector_centrality, largest 1, by in-links")
    case "pageRank":
      return PeerAnswer(
        try pageRank(), "pagerank, damping \(settings.damping), dangling mass spread, sums to 1")
    case "hubs", "authorities":
      _ = try scaling(.scaled)
      let hits = try graph.hits(execution: execution)
      return measure == "hubs"
        ? PeerAnswer(hits.hubs, "hub_score, largest 1")
        : PeerAnswer(hits.authorities, "authority_score, largest 1")
    case "coreness":
      try needUndirected("it counts both arcs of a mutual tie")
      return PeerAnswer(graph.coreness(), "coreness")
    case "clustering":
      let contacts = (graph.isDirected ? graph.undirected : graph).degree()
      return PeerAnswer(
        zip(graph.localClustering(execution: execution), contacts).map { $1 < 2 ? .nan : $0 },
        "transitivity_local_undirected, not defined below two contacts")
    case "constraint":
      return PeerAnswer(
        graph.constraint(execution: execution), "constraint, whole network, isolates undefined")
    case "eccentricity":
      return PeerAnswer(
        graph.eccentricity(execution: execution), "eccentricity, mode out, over the nodes reached")
    case "reach2", "reach3":
      let steps = measure == "reach2" ? 2 : 3
      return PeerAnswer(
        graph.reach(within: steps, execution: execution).counts(within: steps).map { $0 + 1 },
        "neighborhood_size, mode out, the node itself counts")
    case "strength":
      return try bothStrengths("strength")
    default:
      guard let answer = try igraphFlow() else { throw isMissing }
      return answer
    }
  }
}
