internal import GraphStructure

/// What a search for a core needs to know of a graph: for each node its ties, and sums over all.
struct CoreSums: Sendable {
  /// For each node those tied to it, with what the arcs of both directions count together.
  let arcs: Arcs
  /// The same with their squares.
  let squares: [Double]
  /// The sum over all ordered pairs.
  let total: Double
  /// The sum of squares over all ordered pairs.
  let totalSquares: Double

  var nodeCount: Int { arcs.nodeCount }

  /// Sums up.
  ///
  /// - Parameters:
  ///   - arcs: The neighbors of each node, directions ignored.
  ///   - isDirected: Whether arcs one way are what counts.
  ///   - graph: The graph.
  ///   - values: What a tie counts.
  init(_ arcs: Arcs, isDirected: Bool, _ graph: Graph, _ values: EdgeValues) {
    guard isDirected else {
      // Both ordered pairs of an undirected tie count the same.
      let counts = arcs.values ?? [Double](repeating: 1, count: arcs.ends.count)
      self.arcs = Arcs(
        offsets: arcs.offsets, ends: arcs.ends, values: counts.map { 2 * $0 })
      squares = counts.map { 2 * $0 * $0 }
      total = counts.reduce(0, +)
      totalSquares = counts.reduce(0) { $0 + $1 * $1 }
      return
    }
    let strengths = values == .strengths
    let sides = [
      Arcs(
        simple: graph.outgoing, values: strengths ? graph.outgoing.strengths : nil, combining: +),
      Arcs(
        simple: graph.incoming, values: strengths ? graph.incoming.strengths : nil, combining: +),
    ]
    func squared(_ arcs: Arcs) -> Arcs {
      Arcs(
        offsets: arcs.offsets, ends: arcs.ends,
        values: arcs.values.map { $0.map { $0 * $0 } })
    }
    let both = Arcs(unionOf: sides[0], sides[1])
    let bothSquared = Arcs(unionOf: squared(sides[0]), squared(sides[1]))
    self.arcs = both
    squares = bothSquared.values ?? []
    total = (both.values ?? []).reduce(0, +) / 2
    totalSquares = squares.reduce(0, +) / 2
  }
}

/// A core that is changed node by node, and how well it fits.
struct CoreSearch: Sendable {
  private let sums: CoreSums
  private let pattern: CorePattern
  private(set) var isCore: [Bool]
  /// The correlation with the ideal; −∞ where it is not defined.
  private(set) var fit = -Double.infinity

  private var size = 0
  /// What the ties of each node with the core count, and their squares.
  private var toCore: [Double]
  private var squaresToCore: [Double]
  /// What all ties of each node count, and their squares.
  private let all: [Double]
  private let allSquares: [Double]
  /// What ties within the core and within the periphery count, and their squares.
  private var inner = (core: 0.0, coreSquares: 0.0, periphery: 0.0, peripherySquares: 0.0)

  /// Begins with a core of nobody.
  init(_ sums: CoreSums, _ pattern: CorePattern) {
    self.sums = sums
    self.pattern = pattern
    let none = [Double](repeating: 0, count: sums.nodeCount)
    isCore = [Bool](repeating: false, count: sums.nodeCount)
    (toCore, squaresToCore) = (none, none)
    func rowSums(_ values: [Double]) -> [Double] {
      (0..<sums.nodeCount).map { node in
        values[sums.arcs.offsets[node]..<sums.arcs.offsets[node + 1]].reduce(0, +)
      }
    }
    all = rowSums(sums.arcs.values ?? [])
    allSquares = rowSums(sums.squares)
    inner = (0, 0, sums.total, sums.totalSquares)
  }

  /// Moves a node into the core or out of it.
  private mutating func move(_ node: Int) {
    inner = innerAfterMoving(node)
    size += isCore[node] ? -1 : 1
    let sign = isCore[node] ? -1.0 : 1
    isCore[node].toggle()
    for arc in sums.arcs.offsets[node]..<sums.arcs.offsets[node + 1] {
      let end = Int(sums.arcs.ends[arc])
      toCore[end] += sign * (sums.arcs.values?[arc] ?? 0)
      squaresToCore[end] += sign * sums.squares[arc]
    }
    fit = correlation(size, inner)
  }

  private func innerAfterMoving(
    _ node: Int
  ) -> (core: Double, coreSquares: Double, periphery: Double, peripherySquares: Double) {
    let sign = isCore[node] ? -1.0 : 1
    return (
      inner.core + sign * toCore[node], inner.coreSquares + sign * squaresToCore[node],
      inner.periphery - sign * (all[node] - toCore[node]),
      inner.peripherySquares - sign * (allSquares[node] - squaresToCore[node])
    )
  }

  private func fitAfterMoving(_ node: Int) -> Double {
    correlation(size + (isCore[node] ? -1 : 1), innerAfterMoving(node))
  }

  /// The correlation with the ideal of a core, −∞ where one of the two does not vary.
  private func correlation(
    _ size: Int,
    _ inner: (core: Double, coreSquares: Double, periphery: Double, peripherySquares: Double)
  ) -> Double {
    let count = sums.nodeCount
    let within = Double(size * (size - 1))
    let outside = Double((count - size) * (count - size - 1))
    var pairs = Double(count * (count - 1))
    var (sum, squares) = (sums.total, sums.totalSquares)
    var (ones, product) = (pairs - outside, sums.total - inner.periphery)
    if pattern == .betweenIgnored {
      pairs = within + outside
      (sum, squares) = (inner.core + inner.periphery, inner.coreSquares + inner.peripherySquares)
      (ones, product) = (within, inner.core)
    }
    let spread = pairs * squares - sum * sum
    let idealSpread = ones * (pairs - ones)
    guard spread > 1e-12 * pairs * squares, idealSpread > 0 else { return -.infinity }
    return (pairs * product - sum * ones) / (spread * idealSpread).squareRoot()
  }

  /// By how much a fit must be better than another to count as better, rounding aside.
  private static let gain = 1e-12

  /// Tries all cores; each differs from the one before by one node.
  static func exhaustive(_ sums: CoreSums, _ pattern: CorePattern) -> CoreSearch {
    var search = CoreSearch(sums, pattern)
    var best = search
    for step in 1..<max(1, 1 << sums.nodeCount) {
      // In Gray's code the bit that changes is the lowest one of the step.
      search.move(step.trailingZeroBitCount)
      if search.fit > best.fit + gain { best = search }
    }
    return best
  }

  /// Takes the nodes of most ties, as many as fit best, and improves on them.
  static func byDegree(
    _ sums: CoreSums, _ pattern: CorePattern, _ execution: Execution
  ) -> CoreSearch {
    var search = CoreSearch(sums, pattern)
    let ranked = search.all.indices.sorted {
      (search.all[$1], $0) < (search.all[$0], $1)
    }
    var best = search
    for node in ranked {
      search.move(node)
      if search.fit > best.fit + gain { best = search }
    }
    best.climb(execution)
    return best
  }

  /// Takes random nodes and improves on them.
  static func random(
    _ sums: CoreSums, _ pattern: CorePattern, using bits: inout RandomBits,
    _ execution: Execution
  ) -> CoreSearch {
    var search = CoreSearch(sums, pattern)
    // Small cores and large ones alike.
    let share = bits.nextUnit()
    for node in 0..<sums.nodeCount where bits.nextUnit() < share { search.move(node) }
    search.climb(execution)
    return search
  }

  /// Moves the node that helps most, until none does.
  private mutating func climb(_ execution: Execution) {
    while !execution.isCancelled() {
      var best = (node: -1, fit: fit + Self.gain)
      for node in isCore.indices {
        let fit = fitAfterMoving(node)
        if fit > best.fit { best = (node, fit) }
      }
      guard best.node >= 0 else { return }
      move(best.node)
    }
  }
}
