internal import GraphStructure

/// The largest eigenvalue of a matrix and its vector, whose largest entry is 1.
struct Eigenpair: Sendable {
  var value: Double
  var vector: [Double]
  var iterations: Int
}

/// Finds leading eigenpairs of matrices without negative entries.
struct PowerIteration: Sendable {
  static let measure = "Eigenvector centrality"

  var tolerance: Double
  var iterationLimit: Int
  var execution: Execution

  /// Returns the leading eigenpair of the matrix of a strongly connected graph.
  ///
  /// By Perron and Frobenius its vector is positive and the eigenvalue simple. Half of the present
  /// estimate of λ is added to the diagonal, so that −λ of a bipartite graph shrinks threefold in
  /// each step.
  ///
  /// - Parameter arcs: The matrix: row by row its entries, all above 0.
  /// - Returns: The pair; after a cancellation, the estimate so far.
  /// - Throws: An error at the limit of iterations.
  func leadingPair(of arcs: Arcs) throws(MeasureError) -> Eigenpair {
    let size = arcs.nodeCount
    var vector = [Double](repeating: 1, count: size)
    var iteration = 0
    while true {
      let current = vector
      let product = execution.silent.mapNodes(
        size, chunkSize: Execution.rowsPerChunk, missing: 0, makeScratch: {}
      ) { row, _ in arcs.weightedSum(of: row, current) }
      iteration += 1
      let value = product.reduce(0, +) / current.reduce(0, +)
      var error = 0.0
      for row in 0..<size { error = max(error, abs(product[row] - value * current[row])) }
      let pair = Eigenpair(value: value, vector: current, iterations: iteration)
      if error <= tolerance * value || execution.isCancelled() { return pair }
      guard iteration < iterationLimit else {
        throw .notConverged(
          measure: Self.measure, iterations: iteration, change: error / value,
          tolerance: tolerance)
      }
      execution.report(change: error / value, tolerance: tolerance)
      for row in 0..<size { vector[row] = product[row] + value / 2 * current[row] }
      vector.divide(by: vector.max() ?? 1)
    }
  }
}
