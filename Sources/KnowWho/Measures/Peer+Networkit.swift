extension PeerQuestion {
  /// What networkit answers.
  func networkit() throws(MeasureError) -> PeerAnswer {
    try needSteps()
    switch measure {
    case "degree", "outDegree", "inDegree":
      let degrees = graph.degree(direction: measure == "inDegree" ? .incoming : .outgoing)
      return try scaling(.raw, .scaled) == .raw
        ? PeerAnswer(degrees, Phrase("DegreeCentrality, one direction", "DegreeCentrality、一方の向き"))
        : PeerAnswer(
          degrees.map(Double.init).divided(by: Double(graph.nodeCount)),
          Phrase("DegreeCentrality, ÷ n", "DegreeCentrality、n で割る"))
    case "strength":
      _ = try scaling(.raw)
      return PeerAnswer(graph.strength(), Phrase("weightedDegree, outgoing", "weightedDegree、出る向き"))
    case "closeness":
      _ = try scaling(.scaled)
      return PeerAnswer(
        graph.closeness(execution: execution).scores,
        Phrase(
          "Closeness, generalized (Wasserman–Faust), outgoing",
          "Closeness、generalized（Wasserman–Faust）、出る向き"))
    case "harmonic":
      let scaling = try scaling(.scaled, .raw)
      return PeerAnswer(
        graph.harmonicCloseness(scaling: scaling, execution: execution),
        Phrase(
          "HarmonicCloseness, outgoing" + (scaling == .raw ? ", Σ 1/distance" : ", ÷ (n − 1)"),
          "HarmonicCloseness、出る向き" + (scaling == .raw ? "、Σ 1/距離" : "、÷（n − 1）")))
    case "betweenness":
      guard try scaling(.raw, .scaled) == .raw else {
        return PeerAnswer(
          graph.betweenness(execution: execution),
          Phrase(
            "Betweenness, normalized: ÷ pairs of others", "Betweenness、normalized：ほかの主体の組の数で割る"))
      }
      let raw = graph.betweenness(scaling: .raw, execution: execution)
      return PeerAnswer(
        graph.isDirected ? raw : raw.map { 2 * $0 },
        Phrase("Betweenness, each pair both ways", "Betweenness、組を両方向で数える"))
    case "eigenvector":
      _ = try scaling(.l2)
      return PeerAnswer(
        try graph.eigenvectorCentrality(scaling: .l2, execution: execution).scores,
        Phrase("EigenvectorCentrality, unit length, by in-links", "EigenvectorCentrality、長さ1、入る向き"))
    case "katz":
      throw refusal("what it gives are not the sums of walks that its definition names")
    case "pageRank":
      return try networkitPageRank()
    case "coreness":
      try needUndirected("it counts both arcs of a mutual tie")
      return PeerAnswer(graph.coreness(), Phrase("CoreDecomposition", "CoreDecomposition"))
    case "clustering":
      try needUndirected("it takes no directions")
      return PeerAnswer(
        graph.localClustering(execution: execution),
        Phrase(
          "LocalClusteringCoefficient, 0 below two contacts",
          "LocalClusteringCoefficient、知り合いが2者未満なら0"))
    case "eccentricity":
      return PeerAnswer(
        graph.eccentricity(execution: execution),
        Phrase("Eccentricity, outgoing, over the nodes reached", "Eccentricity、出る向き、届く相手のうちで"))
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
      return PeerAnswer(
        scores,
        Phrase(
          "PageRank, damping \(settings.damping), dangling mass spread",
          "PageRank、減衰率 \(settings.damping)、行き止まりの分は均等に配る"))
    }
    let degrees = graph.degree()
    let lost = graph.nodes.reduce(0) { degrees[$1] == 0 ? $0 + scores[$1] : $0 }
    let kept = 1 - settings.damping
    return PeerAnswer(
      scores.map { $0 * kept / (kept + settings.damping * lost) },
      Phrase(
        "PageRank, damping \(settings.damping), what reaches isolates is lost",
        "PageRank、減衰率 \(settings.damping)、孤立した主体に届く分は失われる"))
  }
}
