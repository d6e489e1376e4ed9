internal import GraphMeasures
internal import GraphStructure

extension Law {
  /// The scores add up to 1 and solve the equation of PageRank with damping 0.85.
  static let pageRankEquation = Law { subject, outcome in
    guard case .scores(let scores) = outcome else { return "not scores" }
    let graph = subject.graph
    if let complaint = mismatch("the sum", is: scores.reduce(0, +), not: 1) { return complaint }
    var defect = 0.0
    for node in graph.nodes {
      let passedOn = graph.successors(of: node).reduce(0) {
        $0 + scores[$1] / Double(graph.outgoing.degree(of: $1))
      }
      defect += abs(0.15 / Double(graph.nodeCount) + 0.85 * passedOn - scores[node])
    }
    return defect < 1e-9 ? nil : "the equation is missed by \(defect)"
  }

  /// The greatest score is 1, none is below 0, and adding up those of neighbors multiplies all by
  /// the same number.
  static let eigenvectorEquation = Law { subject, outcome in
    guard case .scores(let scores) = outcome else { return "not scores" }
    let sums = subject.graph.nodes.map { node in
      subject.graph.successors(of: node).reduce(0) { $0 + scores[$1] }
    }
    guard let top = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return nil }
    if let complaint = mismatch("the greatest score", is: scores[top], not: 1) { return complaint }
    let defect = scores.indices.map { abs(sums[$0] - sums[top] * scores[$0]) }.max() ?? 0
    let least = scores.min() ?? 0
    return defect < 1e-7 * sums[top] && least >= -1e-12
      ? nil : "the equation is missed by \(defect), the least score is \(least)"
  }

  /// Each shortest path of *k* steps passes *k* − 1 nodes, so the scores add up to the sum of
  /// distance − 1 over all pairs; and nothing passes through a leaf.
  static let betweennessSum = Law { subject, outcome in
    guard case .scores(let scores) = outcome else { return "not scores" }
    let pairCounts = subject.graph.distanceSummary(execution: subject.execution).pairCounts
    let expected = pairCounts.indices.dropFirst().reduce(0.0) {
      $0 + Double(pairCounts[$1] * ($1 - 1)) / 2
    }
    return mismatch("the sum", is: scores.reduce(0, +), not: expected)
      ?? leavesScoreZero.complaint(subject, outcome)
  }

  /// No error is above 0.01, nothing passes through a leaf, and on small graphs the exact scores
  /// are within the errors, as they are with the default seed and nine seeds of ten at least.
  static let betweennessWithinErrors = Law { subject, outcome in
    guard case .sampledScores(let scores, let errors) = outcome else { return "not samples" }
    guard let greatest = errors.max(), greatest <= 0.01 else { return "an error is above 0.01" }
    let graph = subject.graph
    for node in graph.nodes where graph.outgoing.degree(of: node) == 1 && scores[node] > 0 {
      return "the leaf \(node) scores \(scores[node])"
    }
    guard graph.nodeCount * graph.edgeCount < 1_000_000_000 else { return nil }
    let exact = graph.betweenness(execution: subject.execution)
    for node in graph.nodes where abs(exact[node] - scores[node]) > errors[node] {
      return "node \(node) scores \(scores[node]), not \(exact[node]) ± \(errors[node])"
    }
    return nil
  }

  /// Each shortest path of *k* steps runs along *k* edges, so the scores add up to all distances.
  static let edgeBetweennessSum = Law { subject, outcome in
    guard case .scores(let scores) = outcome else { return "not scores" }
    let pairCounts = subject.graph.distanceSummary(execution: subject.execution).pairCounts
    let expected = pairCounts.indices.reduce(0.0) { $0 + Double(pairCounts[$1] * $1) }
    return mismatch("the sum over both arcs", is: scores.reduce(0, +), not: expected)
  }

  /// No score is below 0, and those of nodes with one neighbor are 0.
  static let leavesScoreZero = Law { subject, outcome in
    guard case .scores(let scores) = outcome else { return "not scores" }
    // Rounding may leave as much as a few units in the last place of the greatest score.
    let least = -1e-12 * (scores.max() ?? 0)
    for node in subject.graph.nodes {
      guard scores[node] >= least else { return "node \(node) scores \(scores[node])" }
      if subject.graph.outgoing.degree(of: node) == 1, scores[node] > -least {
        return "the leaf \(node) scores \(scores[node])"
      }
    }
    return nil
  }

  /// The local clustering of sampled nodes is the share of their pairs of neighbors that are tied.
  static let clusteringOfSamples = Law.samples { subject, node, _ in
    let degree = Double(subject.graph.outgoing.degree(of: node))
    return subject.tiesAmongNeighbors(of: node).map {
      degree < 2 ? 0 : 2 * Double($0) / (degree * (degree - 1))
    }
  }

  /// The effective size of sampled nodes is *k* − 2 *t* / *k*.
  static let effectiveSizeOfSamples = Law.samples { subject, node, _ in
    let degree = Double(subject.graph.outgoing.degree(of: node))
    return subject.tiesAmongNeighbors(of: node).map { degree - 2 * Double($0) / degree }
  }

  /// The constraint of sampled nodes is as Burt defines it.
  static let constraintOfSamples = Law.samples { subject, node, _ in
    let graph = subject.graph
    let neighbors = graph.successors(of: node)
    guard neighbors.count <= Subject.neighborLimit else { return nil }
    guard !neighbors.isEmpty else { return .nan }
    let share = 1 / Double(neighbors.count)
    return neighbors.reduce(0) { sum, contact in
      let indirect = neighbors.reduce(0) { sum, other in
        sum
          + (graph.hasArc(from: other, to: contact)
            ? share / Double(graph.outgoing.degree(of: other)) : 0)
      }
      return sum + (share + indirect) * (share + indirect)
    }
  }
}

extension Subject {
  /// Nodes with more neighbors are not checked pair by pair.
  static let neighborLimit = 2000

  /// Returns how many ties there are among the neighbors of a node, nil if these are too many.
  fileprivate func tiesAmongNeighbors(of node: Graph.Node) -> Int? {
    let neighbors = graph.successors(of: node)
    guard neighbors.count <= Self.neighborLimit else { return nil }
    var count = 0
    for (position, neighbor) in neighbors.enumerated() {
      count += neighbors[(position + 1)...].count { graph.hasArc(from: neighbor, to: $0) }
    }
    return count
  }
}
