internal import GraphMeasures
internal import GraphStructure

extension Law {
  /// Without a sampled node there are as many components more as its mark says: none, or some.
  static let articulationOfSamples = Law { subject, outcome in
    guard case .counts(let marks) = outcome else { return "not counts" }
    let graph = subject.graph
    let before = graph.plainComponentCount
    for sample in subject.samples {
      let others = graph.nodes.filter { $0 != sample.node }
      let isolated = graph.successors(of: sample.node).isEmpty
      let after = graph.subgraph(of: others).plainComponentCount + (isolated ? 1 : 0)
      guard (after > before) == (marks[sample.node] == 1) else {
        return "\(sample.node) is marked \(marks[sample.node]), but leaves \(after) components"
      }
    }
    return nil
  }

  /// The share of arcs whose other direction is there as well, counted one by one.
  static let returnedArcs = Law { subject, outcome in
    guard case .value(_, let share) = outcome else { return "not a value" }
    let graph = subject.graphWithDirections
    var (arcs, returned) = (0, 0)
    for node in graph.nodes {
      for end in graph.successors(of: node) {
        arcs += 1
        returned += graph.successors(of: end).contains(node) ? 1 : 0
      }
    }
    return mismatch("reciprocity", is: share, not: Double(returned) / Double(arcs))
  }

  /// All sets of three are there, and each pair is in *n* − 2 of them.
  static let triadsOfDyads = Law { subject, outcome in
    guard case .counts(let counts) = outcome else { return "not counts" }
    let graph = subject.graphWithDirections
    let count = Double(graph.nodeCount)
    let all = counts.reduce(0.0) { $0 + Double($1) }
    if let complaint = mismatch("all", is: all, not: count * (count - 1) * (count - 2) / 6) {
      return complaint
    }
    var (mutual, asymmetric) = (0.0, 0.0)
    for (type, count) in zip(TriadType.allCases, counts) {
      mutual += Double(type.mutualPairs * count)
      asymmetric += Double(type.asymmetricPairs * count)
    }
    let pairs = 2 * mutual + asymmetric
    let triangles = subject.graph.triangleCounts().reduce(0, +) / 3
    let closed = zip(TriadType.allCases, counts).reduce(0) { sum, entry in
      let null = 3 - entry.0.mutualPairs - entry.0.asymmetricPairs
      return sum + (null == 0 ? entry.1 : 0)
    }
    return mismatch("arcs in triads", is: pairs, not: Double(graph.edgeCount) * (count - 2))
      ?? mismatch("closed triads", is: Double(closed), not: Double(triangles))
  }

  /// The correlation of degrees over all arcs, from its definition.
  static let correlationOfDegrees = Law { subject, outcome in
    guard case .value(_, let value) = outcome else { return "not a value" }
    let degrees = subject.graph.degree().map(Double.init)
    var (count, sum) = (0.0, 0.0)
    for node in subject.graph.nodes {
      count += degrees[node]
      sum += degrees[node] * degrees[node]
    }
    let mean = sum / count
    var (together, square) = (0.0, 0.0)
    for node in subject.graph.nodes {
      let excess = degrees[node] - mean
      square += degrees[node] * excess * excess
      for end in subject.graph.successors(of: node) {
        together += excess * (degrees[end] - mean)
      }
    }
    return mismatch("assortativity", is: value, not: together / square)
  }

  /// The first cliques of a list are cliques, and nobody is tied to all of one.
  static let cliquesAreMaximal = Law { subject, _ in
    var complaint: String?
    var left = 500
    subject.graph.forEachMaximalClique { clique in
      let common = clique.reduce(nil as Set<Int>?) { common, node in
        let ends = Set(subject.graph.successors(of: node)).union([node])
        return common?.intersection(ends) ?? ends
      }
      // Everyone tied to all of them, themselves counted, are they themselves.
      if common != Set(clique) { complaint = "\(clique) is no maximal clique" }
      left -= 1
      return complaint == nil && left > 0
    }
    return complaint
  }

  /// Every edge is in as many triangles among edges of its number or more as that number asks for.
  static let trianglesInTrusses = Law { subject, outcome in
    guard case .counts(let numbers) = outcome else { return "not counts" }
    let graph = subject.graph
    for sample in subject.samples {
      for arc in graph.outgoing.arcs(of: sample.node).prefix(50) {
        let end = Int(graph.outgoing.ends[arc])
        let near = graph.outgoing.arcs(of: sample.node).filter { numbers[$0] >= numbers[arc] }
        let far = graph.outgoing.arcs(of: end).filter { numbers[$0] >= numbers[arc] }
        let common = Set(near.map { graph.outgoing.ends[$0] })
          .intersection(far.map { graph.outgoing.ends[$0] })
        guard common.count >= numbers[arc] - 2 else {
          return "\(sample.node)–\(end) has \(numbers[arc]), but \(common.count) triangles there"
        }
      }
    }
    return nil
  }
}
