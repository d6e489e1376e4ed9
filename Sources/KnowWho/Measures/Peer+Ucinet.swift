extension PeerQuestion {
  /// What UCINET answers, as far as its published runs tell.
  func ucinet() throws(MeasureError) -> PeerAnswer {
    try needSteps()
    if let degrees {
      _ = try scaling(.raw)
      return PeerAnswer(degrees, Phrase("degree, raw", "degree、割らない値"))
    }
    switch measure {
    case "betweenness":
      _ = try scaling(.raw)
      return PeerAnswer(
        graph.betweenness(scaling: .raw, execution: execution),
        Phrase("betweenness, each pair once", "betweenness、組ごとに1回"))
    case "eigenvector":
      _ = try scaling(.l2)
      return PeerAnswer(
        try graph.undirected.eigenvectorCentrality(scaling: .l2, execution: execution).scores,
        Phrase("eigenvector, symmetrized by maximum, unit length", "eigenvector、最大値で対称化、長さ1"))
    case "harmonic":
      _ = try scaling(.scaled)
      return PeerAnswer(
        graph.harmonicCloseness(execution: execution),
        Phrase(
          "distance-weighted reach, Σ 1/distance ÷ (n − 1), outgoing",
          "distance-weighted reach、Σ 1/距離÷（n − 1）、出る向き"))
    case "reach2", "reach3":
      let steps = measure == "reach2" ? 2 : 3
      let counts = graph.reach(within: steps, execution: execution).counts(within: steps)
      return PeerAnswer(
        counts.map(Double.init).divided(by: others),
        Phrase(
          "\(steps)-step reach, a share of the others, outgoing",
          "\(steps)-step reach、ほかの主体に占める割合、出る向き"))
    case "constraint":
      return PeerAnswer(
        graph.egoConstraint(execution: execution),
        Phrase("constraint, ego network, ties added both ways", "constraint、エゴネットワーク、両方向のつながりを足す"))
    case "effectiveSize":
      return PeerAnswer(
        graph.egoEffectiveSize(execution: execution),
        Phrase(
          "effective size, ego network, ties added both ways", "effective size、エゴネットワーク、両方向のつながりを足す"
        ))
    default: throw isNotCompared
    }
  }
}
