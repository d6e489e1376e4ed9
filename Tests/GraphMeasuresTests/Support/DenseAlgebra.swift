/// Plain matrix arithmetic for oracles.
enum DenseAlgebra {
  static func product(_ first: [[Double]], _ second: [[Double]]) -> [[Double]] {
    first.map { row in
      second.indices.map { column in
        row.indices.reduce(0) { $0 + row[$1] * second[$1][column] }
      }
    }
  }

  /// Solves a system by Gauss and Jordan with the largest pivot.
  static func solution(_ matrix: [[Double]], _ rightSide: [Double]) -> [Double] {
    var (matrix, right) = (matrix, rightSide)
    for column in matrix.indices {
      let pivot = (column..<matrix.count).max { abs(matrix[$0][column]) < abs(matrix[$1][column]) }
      matrix.swapAt(pivot ?? column, column)
      right.swapAt(pivot ?? column, column)
      for row in matrix.indices where row != column {
        let factor = matrix[row][column] / matrix[column][column]
        for entry in matrix.indices { matrix[row][entry] -= factor * matrix[column][entry] }
        right[row] -= factor * right[column]
      }
    }
    return matrix.indices.map { right[$0] / matrix[$0][$0] }
  }

  /// The exponential, by halving until the series is short and squaring back.
  static func exponential(_ matrix: [[Double]]) -> [[Double]] {
    let halvings = 12
    let small = matrix.map { $0.map { $0 / 4096 } }
    let identity = matrix.indices.map { row in matrix.indices.map { row == $0 ? 1.0 : 0 } }
    var (sum, term) = (identity, identity)
    for order in 1...24 {
      term = product(term, small).map { $0.map { $0 / Double(order) } }
      sum = zip(sum, term).map { zip($0, $1).map { $0 + $1 } }
    }
    for _ in 0..<halvings { sum = product(sum, sum) }
    return sum
  }
}
