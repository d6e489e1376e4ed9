internal import GraphMeasures
internal import GraphModels
internal import GraphStructure

extension Operation {
  /// Random graphs of the size of the graph that was read, each with seed 1.
  ///
  /// Peers draw other graphs, so of results only what all must have in common is compared.
  static let models: [Operation] = [
    Operation("make-gnm", .made { $0.graph.edgeCount }) { subject in
      try made { generator in
        try .gnm(
          nodes: subject.graph.nodeCount, edges: subject.graph.edgeCount, using: &generator)
      }
    },
    Operation("make-gnp", .made(within: 6)) { subject in
      try made { generator in
        try .gnp(
          nodes: subject.graph.nodeCount, probability: subject.graph.density, using: &generator)
      }
    },
    Operation("make-ba", .made { ($0.graph.nodeCount - $0.halfDegree) * $0.halfDegree }) {
      subject in
      try made { generator in
        try .preferentialAttachment(
          nodes: subject.graph.nodeCount, edgesPerNode: subject.halfDegree, using: &generator)
      }
    },
    Operation("make-ws", .made { $0.graph.nodeCount * $0.halfDegree }) { subject in
      try made { generator in
        try .smallWorld(
          nodes: subject.graph.nodeCount, neighbors: 2 * subject.halfDegree, rewiring: 0.05,
          using: &generator)
      }
    },
    Operation("make-configuration", .made { $0.graph.edgeCount }) { subject in
      try made { generator in
        try .configuration(degrees: subject.graph.degree(), using: &generator)
      }
    },
    Operation("make-simple", .madeWithDegrees) { subject in
      try made { generator in
        try .simpleConfiguration(degrees: subject.graph.degree(), using: &generator)
      }
    },
    Operation("make-rewired", .madeWithDegrees) { subject in
      try made { generator in try subject.graph.rewired(using: &generator) }
    },
    // Groups of 100: half of the ties within, half across.
    Operation("make-groups", .made(within: 6)) { subject in
      try made { generator in
        let (groups, inside, between) = subject.plantedGroups
        return try .plantedPartition(
          groups: groups, size: 100, inside: inside, between: between, using: &generator)
      }
    },
    Operation("make-rmat", .none) { subject in
      try made { generator in
        try .rmat(
          scale: subject.scale, edgesPerNode: 16, execution: subject.execution, using: &generator)
      }
    },
  ]

  private static func made(_ draw: (inout SplitMix64) throws -> Graph) rethrows -> Outcome {
    var generator = SplitMix64(seed: 1)
    return .made(try draw(&generator))
  }
}

extension Subject {
  /// Edges a node, rounded down: half of the mean degree.
  var halfDegree: Int { max(1, graph.edgeCount / graph.nodeCount) }

  /// 2 to this power is the greatest number of nodes that the graph has.
  var scale: Int { Int.bitWidth - 1 - graph.nodeCount.leadingZeroBitCount }

  /// As many groups of 100 as the graph has nodes for, and chances that give half of its edges
  /// within and half across.
  var plantedGroups: (groups: Int, inside: Double, between: Double) {
    let groups = max(2, graph.nodeCount / 100)
    let half = Double(graph.edgeCount) / 2
    let across = Double(groups) * Double(groups - 1) / 2 * 10_000
    return (groups, min(1, half / (Double(groups) * 4950)), min(1, half / across))
  }
}

extension Law {
  /// A simple graph that must have so many edges, or a multigraph.
  static func made(_ edgeCount: @escaping @Sendable (Subject) -> Int) -> Law {
    Law { subject, outcome in
      guard case .made(let graph) = outcome else { return "no graph" }
      return mismatch(
        "the number of edges", is: Double(graph.edgeCount), not: Double(edgeCount(subject)))
    }
  }

  /// About as many edges as the graph that was read, give or take some standard deviations (at
  /// most the root of their number).
  static func made(within deviations: Double) -> Law {
    Law { subject, outcome in
      guard case .made(let graph) = outcome else { return "no graph" }
      let (count, expected) = (Double(graph.edgeCount), Double(subject.graph.edgeCount))
      return abs(count - expected) <= deviations * expected.squareRoot()
        ? nil : "\(count) edges, where \(expected) are expected"
    }
  }

  /// A simple graph whose nodes have the degrees of the one that was read.
  static let madeWithDegrees = Law { subject, outcome in
    guard case .made(let graph) = outcome else { return "no graph" }
    guard graph.degree() == subject.graph.degree() else { return "degrees differ" }
    return graph.selfLoopCount == 0 ? nil : "there are loops"
  }
}
