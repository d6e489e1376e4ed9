extension PeerQuestion {
  /// What networkit answers.
  func networkit() throws(MeasureError) -> PeerAnswer {
    try needSteps()
    switch measure {
    case "degree", "outDegree", "inDegree":
      let degrees = graph.degree(direction: measure == "inDegree" ? .incoming : .outgoing)
      return try scaling(.raw, .scaled) == .raw
        ? PeerAnswer(degrees, "DegreeCentrality, one direction")
        : PeerAnswer(
          degrees.map(Double.init).divided(by: Double(graph.nodeCount)), "DegreeCentrality, ÷ n")
    case "strength":
      _ = try scaling(.raw)
      return PeerAnswer(graph.strength(), "weightedDegree, outgoing")
    case "closeness":
      _ = try scaling(.scaled)
      return PeerAnswer(
        graph.closeness(execution: execution).scores,
        "Closeness, generalized (Wasserman–Faust), outgoing")
    case "harmonic":
      let scaling = try scaling(.scaled, .raw)
      return PeerAnswer(
        graph.harmonicCloseness(scaling: scaling, execution: execution),
        "HarmonicCloseness, outgoing" + (scaling == .raw ? ", Σ 1/distance" : ", ÷ (n − 1)"))
    case "betweenness":
      guard try scaling(.raw, .scaled) == .raw else {
        return PeerAnswer(
          graph.betweenness(execution: execution), "Betweenness, normalized: ÷ pairs of others")
      }
      let raw = graph.betweenness(scaling: .raw, execution: execution)
      return PeerAnswer(
        graph.isDirected ? raw : raw.map { 2 * $0 }, "Betweenness, each pair both ways")
    case "eigenvector":
      _ = try scaling(.l2)
      return PeerAnswer(
        try graph.eigenvectorCentrality(scaling: .l2, execution: execution).scores,
        "EigenvectorCentrality, unit length, by in-links")
    case "katz":
      throw refusal("what it gives are not the sums of walks that its definition names")
    case "pageRank":
      return try networkitPageRank()
    case "coreness":
      try needUndirected("it counts both arcs of a mutual tie")
      return PeerAnswer(graph.coreness(), "CoreDecomposition")
    case "clustering":
      try needUndirected("it takes no directions")
      return PeerAnswer(
        graph.localClustering(execution: execution),
        "LocalClusteringCoefficient, 0 below two contacts")
    case "eccentricity":
      return PeerAnswer(
        graph.eccentricity(execution: execution), "Eccentricity, outgoing, over the nodes reached")
    case "currentFlowCloseness": throw isNotCompared
    default: throw isMissing
    }
  }

  /// In undirected graphs networkit lets the share of isolates go, so that scores sum to less than
  /// 1; that only divides all scores by one number.
  private func networkitPageRank() throws(MeasureError) -> PeerAnswer {
    guard settings.personalization == nil else { throw refusal("it returns everywhere alike") }
    let scores = try pageRank()
    guard !graph.isDirected else {
      return PeerAnswer(scores, "PageRank, damping \(settings.damping), dangling mass spread")
    }
    let degrees = graph.degree()
    let lost = graph.nodes.reduce(0) { degrees[$1] == 0 ? $0 + scores[$1] : $0 }
    let kept = 1 - settings.damping
    return PeerAnswer(
      scores.map { $0 * kept / (kept + settings.damping * lost) },
      "PageRank, damping \(settings.damping), what reaches isolates is lost")
  }
}
