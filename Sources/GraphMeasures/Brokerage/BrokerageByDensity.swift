public import GraphStructure

extension Graph {
  /// Returns how often each node plays each part, beside what a random graph of the same density
  /// would have: the reference of the R package sna.
  ///
  /// The groups stay as they are; each arc is there with the probability *d*, the density of the graph,
  /// by itself. Then an ordered pair of other nodes makes an open two-path through a node with the
  /// probability *p* = *d*² (1 − *d*), and with *k* pairs whose groups make a part:
  ///
  /// > mean = *k* *p*, variance = *k* *p* (1 − *p*) + *s* *d*³ (1 − *d*)³
  ///
  /// where *s* counts the ordered pairs of such pairs that share their first or their second node: they
  /// share an arc. Both are exact for directed graphs. As in sna, undirected graphs are judged by the
  /// same numbers, each edge as two arcs, though these do not come and go by themselves there.
  ///
  /// - Parameters:
  ///   - groups: For each node its group, a number from 0; nil where it has none: such nodes and their
  ///     ties are left out.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: For each node a score for each of ``BrokerageRole/allCases``.
  /// - Complexity: As ``brokerageCounts(groups:execution:)``.
  /// - SeeAlso: R. V. Gould, R. M. Fernandez. Structures of mediation. Sociological Methodology 19,
  ///   1989; C. T. Butts. Social network analysis with sna. Journal of Statistical Software 24, 2008.
  public func brokerageScoresByDensity(
    groups: [Int?], execution: Execution = .standard
  ) -> [[BrokerageScore]] {
    let counts = brokerageCounts(groups: groups, execution: execution)
    let arcs = simpleArcs(.outgoing)
    let tieCount = nodes.reduce(0) { sum, node in
      guard groups[node] != nil else { return sum }
      return sum + arcs.row(of: node).count { groups[Int($0)] != nil }
    }
    let known = groups.compactMap(\.self)
    let sizes = Dictionary(known.map { ($0, 1) }, uniquingKeysWith: +)
    let others = Double(known.count) * Double(known.count - 1)
    let reference = DensityReference(
      density: others > 0 ? Double(tieCount) / others : 0,
      sizes: sizes.sorted { $0.key < $1.key }.map { Double($0.value) })
    return nodes.map { node in
      let own = groups[node].flatMap { sizes[$0] }.map(Double.init)
      return BrokerageRole.allCases.map { role in
        let moments = own.map { reference.moments(role, ownSize: $0) } ?? (mean: 0, variance: 0)
        return BrokerageScore(
          count: counts.count(role, of: node), expected: moments.mean,
          deviation: moments.variance.squareRoot())
      }
    }
  }
}

/// What a random graph of some density would have, by the sizes of groups.
private struct DensityReference {
  private let density: Double
  private let total: Double
  private let squares: Double
  private let cubes: Double

  init(density: Double, sizes: [Double]) {
    self.density = density
    total = sizes.reduce(0, +)
    squares = sizes.reduce(0) { $0 + $1 * $1 }
    cubes = sizes.reduce(0) { $0 + $1 * $1 * $1 }
  }

  /// Returns mean and variance of how often a node in a group of some size plays a part.
  func moments(
    _ role: BrokerageRole, ownSize size: Double
  ) -> (mean: Double, variance: Double) {
    // Members of its own group but itself, and everyone else; sums of powers of the other groups.
    let (own, outside) = (size - 1, total - size)
    let (squares, cubes) = (squares - size * size, cubes - size * size * size)
    let (pairs, sharing): (Double, Double) =
      switch role {
      case .coordinator: (own * (own - 1), 2 * own * (own - 1) * (own - 2))
      case .itinerant: (squares - outside, 2 * (cubes - 3 * squares + 2 * outside))
      case .gatekeeper, .representative:
        (own * outside, own * outside * (outside - 1) + outside * own * (own - 1))
      case .liaison:
        // Σ x (S − x) (S − x − 1) over the other groups of x, S members in all.
        (
          outside * outside - squares,
          2
            * (outside * (outside * outside - squares) - outside * squares + cubes
              - (outside * outside - squares))
        )
      }
    let chance = density * density * (1 - density)
    let shared = density * (1 - density) * density * (1 - density) * density * (1 - density)
    return (pairs * chance, max(0, pairs * chance * (1 - chance) + sharing * shared))
  }
}
