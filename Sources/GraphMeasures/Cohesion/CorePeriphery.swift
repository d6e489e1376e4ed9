public import GraphStructure

/// How ties between core and periphery count in the ideal a network is held against.
public enum CorePattern: String, Sendable, CaseIterable {
  /// The core is tied to all, the periphery to the core alone.
  case coreReachesAll
  /// The core is tied within, the periphery not; what lies between them does not count.
  case betweenIgnored
}

/// A core, a periphery, and how well the two describe a network.
public struct CorePeriphery: Sendable, Equatable {
  /// For each node whether it is of the core; none is where the fit is not defined.
  public let isCore: [Bool]

  /// The correlation of the network with the ideal, −1…1; NaN where it is not defined.
  public let fit: Double

  /// Whether all cores were tried, so that none fits better.
  public let isExact: Bool

  /// The share of pairs that are tied within the core; NaN for fewer than two nodes.
  public let coreDensity: Double
  /// The share of pairs of a core node and another that are tied; NaN where there is none.
  public let betweenDensity: Double
  /// The share of pairs that are tied within the periphery; NaN for fewer than two nodes.
  public let peripheryDensity: Double

  /// The number of nodes of the core.
  public var coreSize: Int { isCore.count(where: { $0 }) }
}

extension Graph {
  /// The most nodes for which all cores are tried.
  public static let exactCoreLimit = 20

  /// Returns the core and periphery that describe this graph best (Borgatti and Everett, discrete).
  ///
  /// > fit = Pearson's correlation of *a*ᵢⱼ with the ideal *δ*ᵢⱼ over the pairs *i* ≠ *j*
  ///
  /// where *δ* is 1 if *i* or *j* is of the core, else 0; or, with
  /// ``CorePattern/betweenIgnored``, 1 within the core and 0 within the periphery, other pairs left
  /// out. In a directed graph both directions of a pair count, each for itself.
  ///
  /// Up to ``exactCoreLimit`` nodes all cores are tried. Above, a search begins with the nodes of
  /// most ties and with random cores, and moves the node that helps most until none does; the best
  /// of all starts is returned, and nothing says that there is no better one. Of cores that fit
  /// alike, the one found first is returned. Self loops are left out. Where all pairs are tied
  /// alike, nothing is core or periphery and the fit is NaN.
  ///
  /// - Parameters:
  ///   - pattern: How ties between core and periphery count.
  ///   - values: What a tie counts: 1, or its strength; parallel edges are added up.
  ///   - starts: How many searches are made, at least 1.
  ///   - seed: Equal seeds give equal results, on any number of threads.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The best core, and how well it fits.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)``.
  /// - Complexity: O(2ⁿ degree) up to ``exactCoreLimit`` nodes; above O(starts · moves · *n*), about
  ///   as many moves as the core has nodes.
  /// - SeeAlso: S. P. Borgatti, M. G. Everett. Models of core/periphery structures. Social Networks
  ///   21, 1999.
  public func corePeriphery(
    pattern: CorePattern = .coreReachesAll, values: EdgeValues = .ones, starts: Int = 20,
    seed: UInt64 = 1, execution: Execution = .standard
  ) throws(MeasureError) -> CorePeriphery {
    guard starts >= 1 else {
      throw .parameterOutOfRange(name: "starts", value: Double(starts), allowed: "at least 1")
    }
    let sums = CoreSums(neighborArcs(values), isDirected: isDirected, self, values)
    let isExact = nodeCount <= Self.exactCoreLimit
    let best: CoreSearch
    if isExact {
      best = CoreSearch.exhaustive(sums, pattern)
    } else {
      let found = execution.map(starts, chunkSize: 1, makeScratch: {}) { start, _ in
        guard start > 0 else { return CoreSearch.byDegree(sums, pattern, execution) }
        var bits = RandomBits(ofReplicate: start, seed: seed)
        return CoreSearch.random(sums, pattern, using: &bits, execution)
      }
      best = found.dropFirst().reduce(found.first ?? CoreSearch(sums, pattern)) {
        $1.fit > $0.fit ? $1 : $0
      }
    }
    return corePeriphery(best, isExact: isExact)
  }

  /// Puts a result into words of densities.
  private func corePeriphery(_ search: CoreSearch, isExact: Bool) -> CorePeriphery {
    let isDefined = search.fit > -.infinity
    let isCore = isDefined ? search.isCore : search.isCore.map { _ in false }
    let size = isCore.count { $0 }
    let rest = nodeCount - size
    let arcs = simpleArcs(.outgoing)
    var counts = (core: 0, between: 0, periphery: 0)
    for node in nodes {
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] {
        switch (isCore[node], isCore[Int(arcs.ends[arc])]) {
        case (true, true): counts.core += 1
        case (false, false): counts.periphery += 1
        default: counts.between += 1
        }
      }
    }
    // An undirected tie is two arcs, so pairs count both ways in either kind of graph.
    return CorePeriphery(
      isCore: isCore, fit: isDefined ? search.fit : .nan, isExact: isExact,
      coreDensity: Double(counts.core) / Double(size * (size - 1)),
      betweenDensity: Double(counts.between) / Double(2 * size * rest),
      peripheryDensity: Double(counts.periphery) / Double(rest * (rest - 1)))
  }

  /// Returns the core with the fewest errors: pairs of its nodes that are not tied, and ties within
  /// the periphery; what lies between core and periphery does not count.
  ///
  /// The number of errors of a core of *k* nodes is *k*(*k* − 1)/2 + *m* − Σ degrees, so the *k*
  /// nodes of highest degree are the best, and the best *k* is found by going down the degrees: no
  /// search is needed, and the result is exact. Directions, self loops, parallel edges and strengths
  /// do not count. Of cores with as few errors the smallest is returned; nodes of the same degree
  /// are taken by number.
  ///
  /// - Returns: For each node whether it is of the core, and the number of errors.
  /// - Complexity: O(*n* log *n* + *m*).
  /// - SeeAlso: S. Z. W. Lip. A fast algorithm for the discrete core/periphery bipartitioning
  ///   problem. arXiv:1102.5511, 2011.
  public func coreWithFewestErrors() -> (isCore: [Bool], errorCount: Int) {
    let arcs = neighborArcs()
    let degrees = nodes.map { arcs.degree(of: $0) }
    let ranked = nodes.sorted { (degrees[$1], $0) < (degrees[$0], $1) }
    var errors = arcs.ends.count / 2
    var best = (size: 0, errors: errors)
    for (place, node) in ranked.enumerated() {
      errors += place - degrees[node]
      if errors < best.errors { best = (place + 1, errors) }
    }
    var isCore = [Bool](repeating: false, count: nodeCount)
    for node in ranked.prefix(best.size) { isCore[node] = true }
    return (isCore, best.errors)
  }
}
