/// Unit vectors at right angles that span some centered columns (Gram and Schmidt, twice).
struct CenteredBasis: Sendable {
  /// The unit vectors.
  private(set) var vectors: [[Double]] = []

  /// Spans columns.
  ///
  /// - Parameter columns: Columns of the same length, none of which is 0.
  /// - Throws: ``ComparisonError/collinearPredictor(_:)`` where one follows from those before it,
  ///   all but 10⁻⁷ of its length.
  init(_ columns: [[Double]]) throws(ComparisonError) {
    for (index, column) in columns.enumerated() {
      let rest = residual(of: column)
      let length = rest.squareSum.squareRoot()
      guard length > 1e-7 * column.squareSum.squareRoot() else {
        throw .collinearPredictor(index)
      }
      vectors.append(rest.map { $0 / length })
    }
  }

  /// Returns what the span does not explain of a column.
  func residual(of column: [Double]) -> [Double] {
    var rest = column
    // The second round takes away what rounding has left of the first.
    for _ in 0..<2 {
      for vector in vectors {
        let share = rest.product(with: vector)
        for place in rest.indices { rest[place] -= share * vector[place] }
      }
    }
    return rest
  }
}

extension [Double] {
  /// The sum of squares.
  var squareSum: Double { reduce(0) { $0 + $1 * $1 } }

  /// Returns the sum of products with another column.
  func product(with other: [Double]) -> Double {
    var sum = 0.0
    for place in indices { sum += self[place] * other[place] }
    return sum
  }
}
