internal import GraphStructure

/// A square matrix of numbers, and the solution of systems of equations with it.
struct LinearSystem: Sendable {
  private var rows: [[Double]]
  private var rightSide: [Double]

  /// Creates the system *A* *x* = *b*.
  init(rows: [[Double]], rightSide: [Double]) {
    self.rows = rows
    self.rightSide = rightSide
  }

  /// Below which share of the largest entry of its column a pivot counts as 0.
  private static let singularShare = 1e-12

  /// Solves the system by elimination with the largest pivot of each column.
  ///
  /// - Parameter execution: Progress and cancellation.
  /// - Returns: *x*; nil where the matrix is singular, but for rounding. After a cancellation, zeros.
  /// - Complexity: O(*n*³).
  consuming func solution(_ execution: Execution) -> [Double]? {
    let count = rows.count
    let largest = rows.reduce(0) { $1.reduce($0) { max($0, abs($1)) } }
    for column in 0..<count {
      guard !execution.isCancelled() else { return [Double](repeating: 0, count: count) }
      var pivot = column
      for row in column..<count where abs(rows[row][column]) > abs(rows[pivot][column]) {
        pivot = row
      }
      guard abs(rows[pivot][column]) > Self.singularShare * largest else { return nil }
      rows.swapAt(pivot, column)
      rightSide.swapAt(pivot, column)
      let pivotRow = rows[column]
      for row in (column + 1)..<max(column + 1, count) {
        let factor = rows[row][column] / pivotRow[column]
        guard factor != 0 else { continue }
        rows[row].subtract(pivotRow, times: factor, from: column)
        rightSide[row] -= factor * rightSide[column]
      }
      execution.onProgress?(Double(column + 1) / Double(count))
    }
    for column in (0..<count).reversed() {
      var value = rightSide[column]
      for other in (column + 1)..<max(column + 1, count) {
        value -= rows[column][other] * rightSide[other]
      }
      rightSide[column] = value / rows[column][column]
    }
    return rightSide
  }
}

extension [Double] {
  /// Takes a multiple of another list from this one, from one place on.
  mutating func subtract(_ other: [Double], times factor: Double, from start: Int = 0) {
    var numbers = mutableSpan
    let other = other.span
    for index in start..<other.count { numbers[index] -= factor * other[index] }
  }
}
