extension PeerQuestion {
  /// What the R package sna answers.
  func sna() throws(MeasureError) -> PeerAnswer {
    try needSteps()
    if let degrees {
      _ = try scaling(.raw)
      return PeerAnswer(
        degrees,
        measure == "degree"
          ? Phrase("degree, freeman", "degree、freeman")
          : Phrase("degree, \(measure)", "degree、\(measure)"))
    }
    switch measure {
    case "closeness":
      _ = try scaling(.scaled)
      let closeness = graph.closeness(scaling: .raw, execution: execution)
      return PeerAnswer(
        zip(closeness.scores, closeness.reachedCounts).map {
          $1 == graph.nodeCount - 1 ? $0 * others : 0
        },
        Phrase(
          "closeness, (n − 1) ÷ sum of distances, outgoing, 0 where some node is not reached",
          "closeness、（n − 1）÷距離の合計、出る向き、届かない相手があれば0"))
    case "harmonic":
      _ = try scaling(.scaled)
      return PeerAnswer(
        graph.harmonicCloseness(execution: execution),
        Phrase(
          "closeness, suminvdir: Σ 1/distance ÷ (n − 1), outgoing",
          "closeness、suminvdir：Σ 1/距離÷（n − 1）、出る向き"))
    case "betweenness":
      _ = try scaling(.raw)
      return PeerAnswer(
        graph.betweenness(scaling: .raw, execution: execution),
        Phrase("betweenness, each pair once", "betweenness、組ごとに1回"))
    case "eigenvector":
      _ = try scaling(.l2)
      try needUndirected("directed eigenvectors have not been compared")
      let scores = try graph.eigenvectorCentrality(scaling: .l2, execution: execution).scores
      guard !isTwoSided(scores) else {
        throw refusal("its power iteration does not settle where edges join two sides only")
      }
      return PeerAnswer(scores, Phrase("evcent, unit length", "evcent、長さ1"))
    case "coreness":
      try needUndirected("it counts both arcs of a mutual tie")
      return PeerAnswer(graph.coreness(), Phrase("kcores", "kcores"))
    case "power", "currentFlowCloseness": throw isNotCompared
    default: throw isMissing
    }
  }

  /// Whether the leading part of the graph, where scores are above 0, falls into two sides with no
  /// edge within either: then the least eigenvalue is as great as the largest.
  private func isTwoSided(_ scores: [Double]) -> Bool {
    guard let start = scores.firstIndex(where: { $0 > 0 }) else { return false }
    var side = [Int](repeating: 0, count: scores.count)
    side[start] = 1
    var queue = [start]
    while let node = queue.popLast() {
      for other in graph.successors(of: node) {
        if side[other] == side[node] { return false }
        guard side[other] == 0 else { continue }
        side[other] = -side[node]
        queue.append(other)
      }
    }
    return true
  }
}
