extension PeerQuestion {
  /// What networkx answers of current flow and subgraphs; nil for any other measure.
  func networkxFlow() throws(MeasureError) -> PeerAnswer? {
    switch measure {
    case "currentFlowCloseness":
      _ = try scaling(.raw)
      try needConnected()
      return PeerAnswer(
        try graph.currentFlowCloseness(scaling: .raw, execution: execution),
        "current_flow_closeness_centrality, 1 ÷ sum of resistances")
    case "currentFlowBetweenness":
      let scaling = try scaling(.scaled, .raw)
      try needConnected()
      return PeerAnswer(
        try graph.currentFlowBetweenness(scaling: scaling, execution: execution),
        "current_flow_betweenness_centrality, "
          + (scaling == .raw ? "not normalized: each pair once" : "÷ pairs of others"))
    case "subgraph":
      _ = try scaling(.raw)
      try needUndirected("it takes no directions")
      return PeerAnswer(
        try graph.subgraphCentrality(execution: execution), "subgraph_centrality")
    case "clusteringByStrength":
      throw refusal("its weighted clustering is that of Onnela, another measure")
    default: return nil
    }
  }

  /// What igraph answers of clustering by strengths; nil for any other measure.
  func igraphFlow() throws(MeasureError) -> PeerAnswer? {
    guard measure == "clusteringByStrength" else { return nil }
    let contacts = (graph.isDirected ? graph.undirected : graph).degree()
    return PeerAnswer(
      zip(try graph.localClusteringByStrength(execution: execution), contacts)
        .map { $1 < 2 ? .nan : $0 },
      "transitivity_local_undirected with weights (Barrat), not defined below two contacts")
  }

  /// Refuses what the peer takes of connected graphs without directions only.
  private func needConnected() throws(MeasureError) {
    try needUndirected("it takes no directions")
    guard graph.components().count <= 1 else {
      throw refusal("it takes no graph in which some node does not reach another")
    }
  }
}
