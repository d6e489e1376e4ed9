/// The search for the best vector that three make together: *x*, its residual *r*, and *p*.
struct RitzProblem {
  /// Combinations of the three at right angles to each other, each of length 1.
  private var basis: [SIMD3<Double>] = []
  private let lengths: SymmetricMatrix
  private let matrix: SymmetricMatrix

  /// - Parameters:
  ///   - state: What is known of the three.
  ///   - curvature: *r* times *A* *r*.
  init(_ state: ConjugateState, curvature: Double) {
    lengths = SymmetricMatrix(
      columns: [
        [state.ofVector[0], state.ofResidual[0], state.ofVector[1]],
        [state.ofResidual[0], state.square, state.ofResidual[1]],
        [state.ofVector[1], state.ofResidual[1], state.ofStep[1]],
      ])
    matrix = SymmetricMatrix(
      columns: [
        [state.ofVector[2], state.ofResidual[2], state.ofVector[3]],
        [state.ofResidual[2], curvature, state.ofResidual[3]],
        [state.ofVector[3], state.ofResidual[3], state.ofStep[3]],
      ])
    for member in 0..<3 {
      var combination = SIMD3<Double>.zero
      combination[member] = 1
      if let unit = orthonormal(combination) { basis.append(unit) }
    }
  }

  /// Returns the part of a combination at right angles to the basis, with length 1; nil where too
  /// little is left to be worth a place in it.
  private func orthonormal(_ combination: SIMD3<Double>) -> SIMD3<Double>? {
    var result = combination
    for _ in 0..<2 {
      let length = lengths.product(result, result)
      guard length > .leastNormalMagnitude else { return nil }
      result /= length.squareRoot()
      for unit in basis { result -= lengths.product(result, unit) * unit }
      let left = lengths.product(result, result)
      // Of less than this the product has lost too many digits.
      guard left > 1e-12 else { return nil }
      result /= left.squareRoot()
    }
    return result
  }

  /// The combination with the largest Rayleigh quotient, that quotient, and the step that leads
  /// there, at right angles to it and of length 1.
  var best: (value: Double, vector: SIMD3<Double>, step: SIMD3<Double>) {
    let small = SymmetricMatrix(
      columns: basis.map { first in
        var column = SIMD3<Double>.zero
        for (row, second) in basis.enumerated() { column[row] = matrix.product(first, second) }
        return column
      })
    let (value, shares) = small.leadingPair
    var step = shares
    step[0] = 0
    let along = (step * shares).sum()
    step -= along * shares
    let length = (step * step).sum().squareRoot()
    if length > .leastNormalMagnitude { step /= length }
    return (value, combined(shares), combined(step))
  }

  private func combined(_ shares: SIMD3<Double>) -> SIMD3<Double> {
    var result = SIMD3<Double>.zero
    for (index, unit) in basis.enumerated() { result += shares[index] * unit }
    return result
  }
}

/// A symmetric matrix of up to three rows.
private struct SymmetricMatrix {
  var columns: [SIMD3<Double>]

  /// Returns a vector times the matrix times a vector.
  func product(_ first: SIMD3<Double>, _ second: SIMD3<Double>) -> Double {
    var sum = 0.0
    for (index, column) in columns.enumerated() { sum += first[index] * (column * second).sum() }
    return sum
  }

  /// The largest eigenvalue and its vector, whose first entry is not below 0 (Jacobi's rotations).
  var leadingPair: (value: Double, vector: SIMD3<Double>) {
    let size = columns.count
    var matrix = columns
    var vectors = (0..<size).map { row in
      var unit = SIMD3<Double>.zero
      unit[row] = 1
      return unit
    }
    // Each rotation clears one entry; convergence is quadratic, 12 rounds are more than enough.
    for _ in 0..<12 {
      for first in 0..<size {
        for second in (first + 1)..<max(size, first + 1) where matrix[first][second] != 0 {
          let slope = (matrix[second][second] - matrix[first][first]) / (2 * matrix[first][second])
          let tangent = (slope < 0 ? -1 : 1) / (abs(slope) + (slope * slope + 1).squareRoot())
          let cosine = 1 / (tangent * tangent + 1).squareRoot()
          let sine = tangent * cosine
          for column in 0..<size {
            let (left, right) = (matrix[column][first], matrix[column][second])
            matrix[column][first] = cosine * left - sine * right
            matrix[column][second] = sine * left + cosine * right
          }
          (matrix[first], matrix[second]) = (
            cosine * matrix[first] - sine * matrix[second],
            sine * matrix[first] + cosine * matrix[second]
          )
          (vectors[first], vectors[second]) = (
            cosine * vectors[first] - sine * vectors[second],
            sine * vectors[first] + cosine * vectors[second]
          )
          matrix[first][second] = 0
          matrix[second][first] = 0
        }
      }
    }
    let leading = (0..<size).max { matrix[$0][$0] < matrix[$1][$1] } ?? 0
    let sign: Double = vectors[leading][0] < 0 ? -1 : 1
    return (matrix[leading][leading], sign * vectors[leading])
  }
}
