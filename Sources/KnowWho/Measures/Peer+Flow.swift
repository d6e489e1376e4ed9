extension PeerQuestion {
  /// What networkx answers of current flow and subgraphs; nil for any other measure.
  func networkxFlow() throws(MeasureError) -> PeerAnswer? {
    switch measure {
    case "currentFlowCloseness":
      _ = try scaling(.raw)
      try needConnected()
      return PeerAnswer(
        try graph.currentFlowCloseness(scaling: .raw, execution: execution),
        Phrase(
          "current_flow_closeness_centrality, 1 ÷ sum of resistances",
          "current_flow_closeness_centrality、抵抗の合計の逆数"))
    case "currentFlowBetweenness":
      let scaling = try scaling(.scaled, .raw)
      try needConnected()
      return PeerAnswer(
        try graph.currentFlowBetweenness(scaling: scaling, execution: execution),
        scaling == .raw
          ? Phrase(
            "current_flow_betweenness_centrality, not normalized: each pair once",
            "current_flow_betweenness_centrality、正規化なし：組ごとに1回")
          : Phrase(
            "current_flow_betweenness_centrality, ÷ pairs of others",
            "current_flow_betweenness_centrality、÷ 自分以外の組の数"))
    case "subgraph":
      _ = try scaling(.raw)
      try needUndirected("it takes no directions")
      return PeerAnswer(
        try graph.subgraphCentrality(execution: execution),
        Phrase("subgraph_centrality", "subgraph_centrality"))
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
      Phrase(
        "transitivity_local_undirected with weights (Barrat), not defined below two contacts",
        "重み付きの transitivity_local_undirected（Barrat）、知り合いが2者未満なら定義なし"))
  }

  /// Refuses what the peer takes of connected graphs without directions only.
  private func needConnected() throws(MeasureError) {
    try needUndirected("it takes no directions")
    guard graph.components().count <= 1 else {
      throw refusal("it takes no graph in which some node does not reach another")
    }
  }
}
