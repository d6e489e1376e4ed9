internal import GraphMeasures
internal import GraphStructure

extension Law {
  /// A graph that was read has nodes and edges, and neither loops nor repeated edges.
  static let simpleGraph = Law { _, outcome in
    guard case .graph(let graph) = outcome else { return "not a graph" }
    if graph.nodeCount == 0 || graph.edgeCount == 0 { return "the graph is empty" }
    if graph.selfLoopCount > 0 { return "there are self loops" }
    for node in graph.nodes {
      let ends = graph.successors(of: node)
      if zip(ends, ends.dropFirst()).contains(where: { $0 >= $1 }) {
        return "the neighbors of \(node) do not ascend"
      }
    }
    return nil
  }

  /// Degrees add up to twice the number of edges.
  static let degreeSum = Law { subject, outcome in
    guard case .counts(let degrees) = outcome else { return "not counts" }
    return mismatch(
      "the sum of degrees", is: Double(degrees.reduce(0, +)),
      not: Double(2 * subject.graph.edgeCount))
  }

  /// Ends of an edge are at most a step apart, and every node but the source has a neighbor that is
  /// a step nearer.
  static let searchTree = Law { subject, outcome in
    guard case .steps(let steps) = outcome else { return "not steps" }
    for node in subject.graph.nodes {
      let ends = subject.graph.successors(of: node)
      if ends.contains(where: { abs(steps[$0] - steps[node]) > 1 || steps[$0] * steps[node] < 0 }) {
        return "a neighbor of \(node) is more than a step nearer or farther"
      }
      if steps[node] > 0, !ends.contains(where: { steps[$0] == steps[node] - 1 }) {
        return "no neighbor of \(node) is nearer"
      }
      if steps[node] == 0, node != subject.source { return "\(node) is not the source" }
    }
    return steps[subject.source] == 0 ? nil : "the source is not 0 steps away"
  }

  /// Ends of an edge are in one component, and there are as many as a plain search finds.
  static let componentsOfSearch = Law { subject, outcome in
    guard case .parts(let labels) = outcome else { return "not parts" }
    for node in subject.graph.nodes {
      if subject.graph.successors(of: node).contains(where: { labels[$0] != labels[node] }) {
        return "a neighbor of \(node) is in another part"
      }
    }
    return mismatch(
      "the number of parts", is: Double(Set(labels).count),
      not: Double(subject.graph.plainComponentCount))
  }

  /// A node of coreness *c* has *c* neighbors of coreness *c* or more, but not *c* + 1 of more.
  static let corenessOfNeighbors = Law { subject, outcome in
    guard case .counts(let coreness) = outcome else { return "not counts" }
    for node in subject.graph.nodes {
      let neighbors = subject.graph.successors(of: node).map { coreness[$0] }
      let own = coreness[node]
      if neighbors.count(where: { $0 >= own }) < own {
        return "\(node) has too few neighbors for coreness \(own)"
      }
      if neighbors.count(where: { $0 > own }) > own {
        return "\(node) has neighbors for more than coreness \(own)"
      }
    }
    return nil
  }

  /// The estimated harmonic closeness of sampled nodes is within four standard errors of a sketch.
  static let nearExactReciprocals = Law { subject, outcome in
    let tolerance = 4 * HyperBall.relativeError(precision: 10)
    for sample in subject.samples {
      guard let score = outcome[sample.node] else { return "no score of nodes" }
      let exact = SearchSums(steps: sample.steps).harmonic
      guard abs(score - exact) <= tolerance * exact else {
        return "node \(sample.node) scores \(score), far from \(exact)"
      }
    }
    return nil
  }

  /// No sampled node extends farther than the diameter; it is at most twice that of any node of
  /// the same component.
  static let diameterBounds = Law { subject, outcome in
    guard case .value(_, let diameter) = outcome else { return "not a value" }
    let farthest = subject.samples.map { SearchSums(steps: $0.steps).eccentricity }.max() ?? 0
    if diameter < farthest { return "the diameter \(diameter) is less than \(farthest)" }
    let isConnected = subject.samples.allSatisfy { !$0.steps.contains(-1) }
    return isConnected && diameter > 2 * farthest
      ? "the diameter \(diameter) is more than 2 · \(farthest)" : nil
  }

  /// At one step there are twice as many pairs as edges; all counts are even, and in a small
  /// graph they are those of a plain search from every node.
  static let pairsOfSamples = Law { subject, outcome in
    guard case .counts(let pairs) = outcome else { return "not counts" }
    let edges = 2 * subject.graph.edgeCount
    guard pairs.count > 1, pairs[0] == 0, pairs[1] == edges else {
      return "there are not \(edges) pairs at one step"
    }
    if pairs.contains(where: { $0 % 2 != 0 }) { return "a pair is counted from one end" }
    guard subject.graph.nodeCount * subject.graph.edgeCount < 20_000_000 else { return nil }
    var expected = [Int](repeating: 0, count: pairs.count)
    for node in subject.graph.nodes {
      for steps in subject.graph.plainSteps(from: node) where steps > 0 {
        guard steps < pairs.count else { return "a pair is \(steps) steps apart" }
        expected[steps] += 1
      }
    }
    return expected == pairs ? nil : "the pairs are not those of plain searches"
  }

  /// The scores are the highest of all.
  static func topHarmonic(_ count: Int) -> Law {
    Law { subject, outcome in
      guard case .ranking(let scores) = outcome else { return "not a ranking" }
      let all = subject.graph.harmonicCloseness(execution: subject.execution)
      let highest = Array(all.sorted(by: >).prefix(count))
      return scores == highest ? nil : "the highest scores are \(highest), not \(scores)"
    }
  }

  /// The mean distance is the sum of all distances over the number of joined pairs; on small
  /// graphs searched for from every node.
  static let meanBounds = Law { subject, outcome in
    guard case .value(_, let mean) = outcome else { return "not a value" }
    guard subject.graph.nodeCount * subject.graph.edgeCount < 20_000_000 else {
      return mean >= 1 && mean.isFinite ? nil : "the mean distance is \(mean)"
    }
    var (sum, pairs) = (0, 0)
    for node in subject.graph.nodes {
      for steps in subject.graph.plainSteps(from: node) where steps > 0 {
        sum += steps
        pairs += 1
      }
    }
    return mismatch("the mean distance", is: mean, not: Double(sum) / Double(pairs))
  }
}
