public import GraphStructure

extension Graph {
  /// Returns how nearly any two nodes are regularly equivalent, by the algorithm REGE: whether they
  /// have the same kinds of ties with others who are equivalent in turn, not necessarily the same.
  ///
  /// All pairs begin at 1. In every iteration each tie of *i* looks for the tie of *j* that matches
  /// it best, and the other way round:
  ///
  /// > *M*′(*i*, *j*) = (Σₖ maxₘ *M*(*k*, *m*) *c*(*i* *k*, *j* *m*) + Σₖ maxₘ *M*(*k*, *m*) *c*(*j* *k*, *i* *m*))
  /// > / (*s*(*i*) + *s*(*j*))
  /// >
  /// > *c*(*i* *k*, *j* *m*) = min(*x*(*i*, *k*), *x*(*j*, *m*)) + min(*x*(*k*, *i*), *x*(*m*, *j*))
  ///
  /// where *x* is what an arc counts and *s*(*i*) what all arcs of *i*, both ways, count together.
  /// Two nodes without ties are equivalent, 1; a node without ties is not at all equivalent to one
  /// with ties, 0. Self loops count, parallel edges count once or their strengths are added.
  ///
  /// - Note: In an undirected graph of ones, all nodes that have ties are equivalent: 1 throughout.
  ///   Directions or strengths make the difference.
  /// - Parameters:
  ///   - iterations: How many, at least 1. More tell more nodes apart; 3, the default of UCINET, is
  ///     customary.
  ///   - values: Whether an arc counts 1 or its strength, which must not be below 0.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: A likeness for every pair, 0…1.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)``,
  ///   ``MeasureError/negativeStrength(_:source:target:)`` or
  ///   ``MeasureError/memoryTooSmall(measure:needed:limit:)``.
  /// - Complexity: O(*n*² + *m*²) an iteration, 8 *n*² bytes.
  /// - SeeAlso: D. R. White, K. P. Reitz. Graph and semigroup homomorphisms on networks of
  ///   relations. Social Networks 5, 1983; S. P. Borgatti, M. G. Everett. Two algorithms for
  ///   computing regular equivalence. Social Networks 15, 1993.
  public func regularEquivalence(
    iterations: Int = 3, values: EdgeValues = .ones, execution: Execution = .standard
  ) throws(MeasureError) -> PairValues {
    guard iterations >= 1 else {
      throw .parameterOutOfRange(
        name: "iterations", value: Double(iterations), allowed: "at least 1")
    }
    try checkStrengths(values)
    try PairValues.checkMemory(of: "Regular equivalence", nodeCount, numbersPerPair: 2, execution)
    let ties = MutualTies(self, values)
    var likeness = PairValues(
      nodeCount: nodeCount, ownValue: 1,
      values: [Double](repeating: 1, count: PairValues.pairCount(nodeCount)))
    for iteration in 0..<iterations where !execution.isCancelled() {
      let inner = execution.tellingProgress { (Double(iteration) + $0) / Double(iterations) }
      likeness = PairValues(nodeCount: nodeCount, ownValue: 1, inner) { [likeness] first, second in
        let sum = ties.sums[first] + ties.sums[second]
        guard sum > 0 else { return 1 }
        return
          (ties.bestMatches(of: first, among: second, likeness)
          + ties.bestMatches(of: second, among: first, likeness)) / sum
      }
    }
    return likeness
  }
}

/// The ties of every node, with what the arcs of each count one way and the other.
private struct MutualTies: Sendable {
  /// A tie of a node.
  struct Tie: Sendable {
    var partner: Int
    var outward = 0.0
    var inward = 0.0
  }

  let ties: [[Tie]]
  /// What all ties of each node count together, both ways.
  let sums: [Double]

  init(_ graph: Graph, _ values: EdgeValues) {
    let outgoing = TieProfiles(graph.outgoing, values)
    let incoming = graph.isDirected ? TieProfiles(graph.incoming, values) : outgoing
    ties = graph.nodes.map { node in
      var ties: [Int: Tie] = [:]
      for entry in outgoing.offsets[node]..<outgoing.offsets[node + 1] {
        let partner = Int(outgoing.partners[entry])
        ties[partner, default: Tie(partner: partner)].outward = outgoing.values[entry]
      }
      for entry in incoming.offsets[node]..<incoming.offsets[node + 1] {
        let partner = Int(incoming.partners[entry])
        ties[partner, default: Tie(partner: partner)].inward = incoming.values[entry]
      }
      return ties.values.sorted { $0.partner < $1.partner }
    }
    sums = ties.map { $0.reduce(0) { $0 + $1.outward + $1.inward } }
  }

  /// Adds up how well each tie of one node is matched by the best of another's.
  func bestMatches(of node: Int, among other: Int, _ likeness: PairValues) -> Double {
    var sum = 0.0
    for tie in ties[node] {
      var best = 0.0
      for candidate in ties[other] {
        let match = min(tie.outward, candidate.outward) + min(tie.inward, candidate.inward)
        // Nothing is more alike than 1, so most candidates need no look-up.
        guard match > best else { continue }
        best = max(best, match * likeness[tie.partner, candidate.partner])
      }
      sum += best
    }
    return sum
  }
}
