internal import GraphStructure

extension NodeOrders {
  /// Tests a number made of sums of products with a matrix whose nodes are put in other orders.
  ///
  /// Where many orders are to be tried, they come *n* at a time, each with all its shifts
  /// (``ShiftedProducts``).
  ///
  /// - Parameters:
  ///   - moving: The matrix whose nodes are put in other orders.
  ///   - fixed: The others.
  ///   - halved: Whether all are symmetric, so that pairs are summed once.
  ///   - expected: The number expected by chance; nil for the mean of the draws.
  ///   - execution: Threads, progress and cancellation.
  ///   - statistic: Makes the number of the sums, one for each of the others.
  /// - Returns: The test.
  func test(
    moving: [Double], fixed: [[Double]], halved: Bool, expected: Double?, execution: Execution,
    _ statistic: @Sendable (_ sums: [Double]) -> Double
  ) -> PermutationTest {
    let products = PermutedProducts(
      nodeCount: size, moving: moving, fixed: fixed, halved: halved)
    var identity = products.makeScratch()
    for node in 0..<size { identity.order[node] = UInt32(node) }
    products.sum(in: &identity)
    let draws =
      isExhaustive || size < 8 || count < 2 * size
      ? execution.map(
        count, chunkSize: DyadMatrix.ordersPerChunk, makeScratch: { products.makeScratch() },
        value: { index, scratch in
          fill(&scratch.order, with: index)
          products.sum(in: &scratch)
          return statistic(scratch.sums)
        })
      : shiftedDraws(moving, fixed, halved, execution, statistic)
    return PermutationTest(
      observed: statistic(identity.sums), draws: draws, isExact: isExhaustive, expected: expected)
  }

  private func shiftedDraws(
    _ moving: [Double], _ fixed: [[Double]], _ halved: Bool, _ execution: Execution,
    _ statistic: @Sendable (_ sums: [Double]) -> Double
  ) -> [Double] {
    let cosetCount = (count + size - 1) / size
    var ring = [UInt32](repeating: 0, count: size)
    // An order of its own, besides those of the cosets.
    fill(&ring, with: cosetCount)
    let products = ShiftedProducts(
      nodeCount: size, moving: moving, fixed: fixed, halved: halved, ring: ring)
    let draws = execution.map(
      cosetCount, chunkSize: 1, makeScratch: { products.makeScratch() },
      value: { index, scratch in
        fill(&scratch.order, with: index)
        let sums = products.sums(in: &scratch)
        return (0..<size).map { shift in statistic(sums.map { $0[shift] }) }
      })
    return Array(draws.joined().prefix(count))
  }
}
