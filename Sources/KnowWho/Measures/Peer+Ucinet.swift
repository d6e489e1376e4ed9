extension PeerQuestion {
  /// What UCINET answers, as far as its published runs tell.
  func ucinet() throws(MeasureError) -> PeerAnswer {
    try needSteps()
    if let degrees {
      _ = try scaling(.raw)
      return PeerAnswer(degrees, "degree, raw")
    }
    switch measure {
    case "betweenness":
      _ = try scaling(.raw)
      return PeerAnswer(
        graph.betweenness(scaling: .raw, execution: execution), "betweenness, each pair once")
    case "eigenvector":
      _ = try scaling(.l2)
      return PeerAnswer(
        try graph.undirected.eigenvectorCentrality(scaling: .l2, execution: execution).scores,
        "eigenvector, symmetrized by maximum, unit length")
    case "harmonic":
      _ = try scaling(.scaled)
      return PeerAnswer(
        graph.harmonicCloseness(execution: execution),
        "distance-weighted reach, Σ 1/distance ÷ (n − 1), outgoing")
    case "reach2", "reach3":
      let steps = measure == "reach2" ? 2 : 3
      let counts = graph.reach(within: steps, execution: execution).counts(within: steps)
      return PeerAnswer(
        counts.map(Double.init).divided(by: others),
        "\(steps)-step reach, a share of the others, outgoing")
    case "constraint":
      return PeerAnswer(
        graph.egoConstraint(execution: execution), "constraint, ego network, ties added both ways")
    case "effectiveSize":
      return PeerAnswer(
        graph.egoEffectiveSize(execution: execution),
        "effective size, ego network, ties added both ways")
    default: throw isNotCompared
    }
  }
}
