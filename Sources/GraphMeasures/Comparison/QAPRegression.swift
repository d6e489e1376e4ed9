public import GraphStructure

/// How a matrix is explained by others of the same nodes (MRQAP).
public struct QAPRegression: Sendable, Equatable {
  /// What one predictor explains, the others held fixed.
  public struct Coefficient: Sendable, Equatable {
    /// By how much the response differs where the predictor is greater by 1.
    public let estimate: Double
    /// The estimate over its ordinary standard error; nil where the fit leaves nothing unexplained.
    public let t: Double?
    /// The test of the partial correlation with the response, which orders as *t* does, by double
    /// semi-partialling.
    public let test: PermutationTest
  }

  /// The response where all predictors are 0.
  public let intercept: Double
  /// The predictors, in the order in which they were given.
  public let coefficients: [Coefficient]
  /// The test of the share of variance that all predictors explain together; nodes of the response
  /// are exchanged.
  public let rSquared: PermutationTest
  /// The same share, less what as many predictors without effect explain.
  public let adjustedRSquared: Double
  /// The number of pairs of nodes.
  public let pairCount: Int
}

extension DyadMatrix {
  /// Explains this matrix by others of the same nodes, with probabilities that hold although pairs
  /// of the same node depend on each other (MRQAP, double semi-partialling).
  ///
  /// > *y*ᵢⱼ = *b*₀ + Σ *b*ₖ *x*ₖᵢⱼ + rest, by least squares over the pairs *i* ≠ *j*
  ///
  /// For each predictor, what the others do not explain of it is put into random orders of the nodes
  /// and regressed on together with the others; how far out the observed *t* lies gives the
  /// probability. It holds where predictors are correlated, and where they are skewed. Where all
  /// matrices are symmetric, each pair counts once; else both directions count.
  ///
  /// - Parameters:
  ///   - predictors: One or more matrices; node *i* is the same in all.
  ///   - permutations: How many orders are tried, at least 1.
  ///   - seed: Equal seeds give equal results, on any number of threads.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: Coefficients, *R*², and their tests.
  /// - Throws: ``ComparisonError`` where sizes differ, a matrix is constant, or a predictor follows
  ///   from the others.
  /// - Complexity: O(permutations · *k*² · *n* log *n*) time (*n*² for fewer than 2 *n* permutations),
  ///   O(*k* · *n*²) space for *k* predictors.
  /// - SeeAlso: D. Dekker, D. Krackhardt, T. A. B. Snijders. Sensitivity of MRQAP tests to
  ///   collinearity and autocorrelation conditions. Psychometrika 72, 2007.
  public func qapRegression(
    on predictors: [DyadMatrix], permutations: Int = 10_000, seed: UInt64 = 1,
    execution: Execution = .standard
  ) throws(ComparisonError) -> QAPRegression {
    try checkTries(permutations, name: "permutations")
    guard !predictors.isEmpty else {
      throw .parameterOutOfRange(name: "predictors", value: 0, allowed: "at least 1")
    }
    for other in predictors where other.nodeCount != nodeCount {
      throw .sizesDiffer(nodeCount, other.nodeCount)
    }
    let halved = isSymmetric && predictors.allSatisfy(\.isSymmetric)
    let pairCount = nodeCount * (nodeCount - 1) / (halved ? 2 : 1)
    let freedom = pairCount - predictors.count - 1
    guard freedom > 0 else { throw .tooManyPredictors(predictors.count, pairs: pairCount) }
    guard let response = DyadSpread(self, halved: halved) else { throw .constantResponse }
    var columns: [[Double]] = []
    for (index, predictor) in predictors.enumerated() {
      guard let spread = DyadSpread(predictor, halved: halved) else {
        throw .constantPredictor(index)
      }
      columns.append(spread.centered)
    }
    let ways = halved ? 2.0 : 1
    let basis = try CenteredBasis(columns)
    let steps = Double(columns.count + 1)
    let orders = NodeOrders(of: nodeCount, limit: permutations, seed: seed)

    let total = response.deviation * response.deviation
    let explained = orders.test(
      moving: response.centered, fixed: basis.vectors, halved: halved, expected: nil,
      execution: execution.tellingProgress { $0 / steps }
    ) { sums in
      // Unit vectors are so over ordered pairs; sums of half the pairs are half as great.
      min(1, ways * sums.reduce(0) { $0 + $1 * $1 } / total)
    }

    var coefficients: [QAPRegression.Coefficient] = []
    for index in columns.indices {
      let others = try CenteredBasis(columns.indices.filter { $0 != index }.map { columns[$0] })
      let own = others.residual(of: columns[index])
      let rest = others.residual(of: response.centered)
      let ownSquares = own.squareSum / ways
      let restSquares = rest.squareSum / ways
      // Of a rest that is nothing but rounding, no share is left to explain.
      let isNothingLeft = restSquares <= 1e-20 * total
      let partial = orders.test(
        moving: own, fixed: [rest] + others.vectors, halved: halved, expected: 0,
        execution: execution.tellingProgress { ($0 + Double(index + 1)) / steps }
      ) { sums in
        let shared = sums.dropFirst().reduce(0) { $0 + $1 * $1 } * ways
        let left = ownSquares - shared
        guard left > 1e-12 * ownSquares, !isNothingLeft else { return .nan }
        return max(-1, min(1, sums[0] / (left * restSquares).squareRoot()))
      }
      let estimate = own.product(with: rest) / ways / ownSquares
      let unexplained = 1 - partial.observed * partial.observed
      coefficients.append(
        QAPRegression.Coefficient(
          estimate: estimate,
          t: unexplained > 1e-12
            ? partial.observed * (Double(freedom) / unexplained).squareRoot() : nil,
          test: partial))
    }
    let mean = self.mean
    let intercept = zip(coefficients, predictors).reduce(mean) { rest, pair in
      rest - pair.0.estimate * pair.1.mean
    }
    return QAPRegression(
      intercept: intercept, coefficients: coefficients, rSquared: explained,
      adjustedRSquared: 1 - (1 - explained.observed) * Double(pairCount - 1) / Double(freedom),
      pairCount: pairCount)
  }

  /// The mean over all pairs.
  private var mean: Double {
    offDiagonal(0, +) / Double(nodeCount * (nodeCount - 1))
  }
}
