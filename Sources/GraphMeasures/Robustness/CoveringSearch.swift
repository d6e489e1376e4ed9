internal import GraphStructure

/// What each node is worth to each other, by the steps between them.
struct NearnessTable: Sendable {
  let nodeCount: Int
  private let worths: [Double]

  /// Fills the table.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - direction: Which way arcs are followed.
  ///   - execution: Threads, and the memory that the table must fit.
  ///   - worth: What so many steps are worth: 0…1, falling. Who is out of reach is worth 0.
  /// - Throws: ``MeasureError/memoryTooSmall(measure:needed:limit:)``.
  init(
    _ graph: Graph, _ direction: Direction, _ execution: Execution,
    worth: @Sendable (_ steps: Int) -> Double
  ) throws(MeasureError) {
    nodeCount = graph.nodeCount
    let (needed, overflows) = nodeCount.multipliedReportingOverflow(by: 8 * nodeCount)
    let limit = execution.memoryLimit ?? 1 << 32
    guard !overflows, needed <= limit else {
      throw .memoryTooSmall(
        measure: "keyPlayers", needed: overflows ? .max : needed, limit: limit)
    }
    let rows = execution.unstoppable.map(nodeCount, chunkSize: 16, makeScratch: {}) { node, _ in
      graph.distances(from: node, direction: direction).map { $0 < 0 ? 0 : worth($0) }
    }
    worths = rows.flatMap(\.self)
  }

  /// What a node is worth to each node.
  func row(_ node: Int) -> ArraySlice<Double> {
    worths[(node * nodeCount)..<((node + 1) * nodeCount)]
  }

  /// How much a node adds to what each node has already.
  func gain(of node: Int, over held: [Double]) -> Double {
    let (worths, held) = (worths.span, held.span)
    let start = node * nodeCount
    var sum = 0.0
    for other in 0..<nodeCount {
      let more = worths[start + other] - held[other]
      sum += more > 0 ? more : 0
    }
    return sum
  }

  /// What each node has with one more node in the set.
  func held(_ held: [Double], with node: Int) -> [Double] {
    zip(held, row(node)).map { max($0, $1) }
  }
}

/// Finds a set of nodes that together are worth most to all nodes.
///
/// Every further node adds less the more are there (the sum is submodular), so what a set can still
/// gain is at most the sum of the greatest single gains. ``CoverPrices`` bound all sets more closely,
/// and tell which nodes can be in a better one at all.
struct CoveringSearch {
  private let table: NearnessTable
  private let count: Int
  private let effort: Int
  private let execution: Execution
  private var weighed = 0
  private var bestSet: [Int] = []
  private var bestSum = -1.0
  /// The greatest sum that a set left aside may have.
  private var openBound = 0.0
  private var prices: CoverPrices?

  init(_ table: NearnessTable, count: Int, effort: Int, _ execution: Execution) {
    self.table = table
    self.count = count
    self.effort = effort
    self.execution = execution
  }

  mutating func best() -> KeyPlayers {
    let greedyBound = searchGreedily()
    exchange()
    let none = [Double](repeating: 0, count: table.nodeCount)
    let prices = CoverPrices(
      table, count: count, from: held(by: bestSet), best: bestSum, execution)
    self.prices = prices
    search(
      [], none, 0, (0..<table.nodeCount).filter { isBetter(prices.bound(with: $0)) }, surplus: 0)
    let nodeCount = Double(table.nodeCount)
    // Sums that differ by rounding alone are equal.
    let bound = min(greedyBound, openBound, prices.bound)
    let isOpen = isBetter(bound)
    let score = bestSum / nodeCount
    return KeyPlayers(
      nodes: bestSet.sorted(), score: score, bound: isOpen ? bound / nodeCount : score,
      weighedSets: weighed)
  }

  /// Adds the node that adds most, again and again; returns a bound on all sets.
  private mutating func searchGreedily() -> Double {
    var held = [Double](repeating: 0, count: table.nodeCount)
    var sum = 0.0
    var set: [Int] = []
    var bound = Double.infinity
    while set.count < count {
      let gains = (0..<table.nodeCount).map { table.gain(of: $0, over: held) }
      // Any set adds to this one at most the greatest gains.
      bound = min(bound, sum + gains.sorted(by: >).prefix(count).reduce(0, +))
      let node = gains.indices.filter { !set.contains($0) }.max { gains[$0] < gains[$1] } ?? 0
      set.append(node)
      sum += gains[node]
      held = table.held(held, with: node)
    }
    keep(set, sum)
    return bound
  }

  /// Puts a node in another's place as long as that helps.
  private mutating func exchange() {
    var hasImproved = true
    while hasImproved, !execution.isCancelled() {
      hasImproved = false
      for leaving in bestSet {
        let others = bestSet.filter { $0 != leaving }
        let held = self.held(by: others)
        let sum = held.reduce(0, +)
        for node in 0..<table.nodeCount where !bestSet.contains(node) {
          let changed = sum + table.gain(of: node, over: held)
          if isBetter(changed) {
            keep(others + [node], changed)
            hasImproved = true
            break
          }
        }
        if hasImproved { break }
      }
    }
  }

  private func held(by set: [Int]) -> [Double] {
    set.reduce([Double](repeating: 0, count: table.nodeCount)) { table.held($0, with: $1) }
  }

  /// Whether a sum is better than the best by more than rounding.
  private func isBetter(_ sum: Double) -> Bool { sum > bestSum + 1e-12 * Double(table.nodeCount) }

  private mutating func keep(_ set: [Int], _ sum: Double) {
    guard sum > bestSum else { return }
    (bestSet, bestSum) = (set, sum)
  }

  /// Weighs all ways to complete a set with some candidates.
  ///
  /// - Parameters:
  ///   - set: The set.
  ///   - held: What each node has from it.
  ///   - sum: What all have.
  ///   - candidates: Who may complete it.
  ///   - surplus: What its nodes have left above the prices.
  private mutating func search(
    _ set: [Int], _ held: [Double], _ sum: Double, _ candidates: [Int], surplus: Double
  ) {
    let open = count - set.count
    guard candidates.count >= open else { return }
    let gains = candidates.map { table.gain(of: $0, over: held) }
    weighed += candidates.count
    execution.onProgress?(min(1, Double(weighed) / Double(max(1, effort))))
    let order = gains.indices.sorted { (gains[$1], $0) < (gains[$0], $1) }
    if open == 1 {
      if let first = order.first { keep(set + [candidates[first]], sum + gains[first]) }
      return
    }
    for (rank, place) in order.enumerated() {
      // Those before were tried with every choice of the rest.
      let rest = order[rank...]
      guard rest.count >= open else { return }
      let bound = sum + rest.prefix(open).reduce(0) { $0 + gains[$1] }
      guard isBetter(bound) else { return }
      if weighed >= effort || execution.isCancelled() {
        openBound = max(openBound, bound)
        return
      }
      let node = candidates[place]
      let above = surplus + (prices?.surplus[node] ?? .infinity)
      guard isBetter(prices?.bound(surplus: above, open: open - 1) ?? .infinity) else { continue }
      search(
        set + [node], table.held(held, with: node), sum + gains[place],
        rest.dropFirst().map { candidates[$0] }, surplus: above)
    }
  }
}
