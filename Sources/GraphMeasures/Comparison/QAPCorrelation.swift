public import GraphStructure

extension DyadMatrix {
  /// Returns the correlation with another matrix of the same nodes, and how probable one as great
  /// is by chance (QAP: quadratic assignment procedure).
  ///
  /// > *r* = Pearson's correlation of *x*ᵢⱼ with *y*ᵢⱼ over the pairs *i* ≠ *j*
  ///
  /// Chance exchanges the nodes of one matrix, rows and columns together, so that each network stays
  /// what it is and only who is who is left to chance; over all orders *r* is 0 on average. Where
  /// there are no more orders than were asked for, all are tried and the probabilities are exact.
  ///
  /// Both symmetric, each pair counts once; else both directions count. Where a matrix is the same
  /// for all pairs, *r* is not defined: NaN, without probabilities.
  ///
  /// Of matrices of more than two numbers, *n* orders are drawn at a time: a random one with all its
  /// shifts around a ring. Each by itself is as probable as any other, and two of them are as good as
  /// uncorrelated.
  ///
  /// - Parameters:
  ///   - other: The other matrix; node *i* is the same in both.
  ///   - permutations: How many orders are tried, at least 1.
  ///   - seed: Equal seeds give equal results, on any number of threads.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The test; 1 and 0 are the greatest and the expected correlation.
  /// - Throws: ``ComparisonError`` where the matrices differ in size or a parameter is out of range.
  /// - Complexity: O(permutations · *n* log *n*) time, for fewer than 2 *n* permutations
  ///   O(permutations · *n*²); for networks whose ties all count the same
  ///   O(permutations · (*n* + *m*)) with *m* ties in the sparser one. O(*n*²) space.
  /// - SeeAlso: L. Hubert, J. Schultz. Quadratic assignment as a general data analysis strategy.
  ///   British Journal of Mathematical and Statistical Psychology 29, 1976; D. Krackhardt.
  ///   Predicting with networks. Social Networks 10, 1988.
  public func qapCorrelation(
    with other: DyadMatrix, permutations: Int = 10_000, seed: UInt64 = 1,
    execution: Execution = .standard
  ) throws(ComparisonError) -> PermutationTest {
    try checkTries(permutations, name: "permutations")
    guard nodeCount == other.nodeCount else { throw .sizesDiffer(nodeCount, other.nodeCount) }
    let halved = isSymmetric && other.isSymmetric
    guard let first = DyadSpread(self, halved: halved),
      let second = DyadSpread(other, halved: halved)
    else { return PermutationTest(observed: .nan, draws: [], isExact: false, expected: 0) }
    let orders = NodeOrders(of: nodeCount, limit: permutations, seed: seed)
    let scale = 1 / (first.deviation * second.deviation)

    if let (lowTie, low) = first.twoValues, let (highTie, high) = second.twoValues {
      // Only how many ties coincide is left to chance.
      let isFirstListed = first.rarerCount <= second.rarerCount
      let counts = TieCounts(
        nodeCount: nodeCount, listed: isFirstListed ? lowTie : highTie,
        table: isFirstListed ? highTie : lowTie, halved: halved)
      let pairs = first.pairCount
      let chance = Double(first.rarerCount) * Double(second.rarerCount) / pairs
      let step = low * high * scale
      let identity = (0..<nodeCount).map { UInt32($0) }
      let observed = (Double(counts.count(in: identity)) - chance) * step
      let draws = execution.map(
        orders.count, chunkSize: Self.ordersPerChunk,
        makeScratch: { [UInt32](repeating: 0, count: orders.size) },
        value: { index, order in
          orders.fill(&order, with: index)
          return (Double(counts.count(in: order)) - chance) * step
        })
      return PermutationTest(
        observed: observed, draws: draws, isExact: orders.isExhaustive, expected: 0)
    }

    return orders.test(
      moving: second.centered, fixed: [first.centered], halved: halved, expected: 0,
      execution: execution
    ) { sums in max(-1, min(1, sums[0] * scale)) }
  }

  /// How many orders make one chunk of work.
  static let ordersPerChunk = 32
}

/// How the numbers of a matrix spread about their mean.
struct DyadSpread {
  /// The numbers less their mean; 0 between a node and itself.
  let centered: [Double]
  /// The root of the sum of their squares.
  let deviation: Double
  /// How many pairs there are.
  let pairCount: Double
  /// Where there are two numbers only: which pairs have the rarer, and how far it is from the other.
  let twoValues: (isRarer: [Bool], step: Double)?
  /// How many pairs have the rarer of two numbers.
  let rarerCount: Int

  /// Describes a matrix; nil where all numbers are the same.
  ///
  /// - Parameters:
  ///   - matrix: The matrix.
  ///   - halved: Whether each pair counts once, not both ways.
  init?(_ matrix: DyadMatrix, halved: Bool) {
    let count = matrix.nodeCount
    guard count >= 2 else { return nil }
    let low = matrix.offDiagonal(.infinity, min)
    let high = matrix.offDiagonal(-.infinity, max)
    guard low < high else { return nil }
    let ways = halved ? 2.0 : 1
    pairCount = Double(count * (count - 1)) / ways
    // A number that is subtracted first keeps what is left exact where numbers are large.
    let shifted = matrix.offDiagonal(0) { $0 + ($1 - low) }
    let mean = low + shifted / (ways * pairCount)
    var centered = matrix.values.map { $0 - mean }
    for node in 0..<count { centered[node * count + node] = 0 }
    self.centered = centered
    deviation = (centered.reduce(0) { $0 + $1 * $1 } / ways).squareRoot()
    let highCount = Int(matrix.offDiagonal(0) { $0 + ($1 == high ? 1 : 0) } / ways)
    let lowCount = Int(matrix.offDiagonal(0) { $0 + ($1 == low ? 1 : 0) } / ways)
    rarerCount = min(highCount, lowCount)
    guard highCount + lowCount == Int(pairCount) else {
      twoValues = nil
      return
    }
    let isHighRarer = highCount <= lowCount
    let rarer = isHighRarer ? high : low
    var isRarer = matrix.values.map { $0 == rarer }
    for node in 0..<count { isRarer[node * count + node] = false }
    twoValues = (isRarer, isHighRarer ? high - low : low - high)
  }
}

extension DyadMatrix {
  /// Folds the numbers between different nodes, row by row.
  func offDiagonal(_ start: Double, _ fold: (Double, Double) -> Double) -> Double {
    var result = start
    for row in 0..<nodeCount {
      for column in 0..<nodeCount where column != row {
        result = fold(result, values[row * nodeCount + column])
      }
    }
    return result
  }
}
