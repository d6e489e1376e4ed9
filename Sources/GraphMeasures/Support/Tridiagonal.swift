#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A symmetric matrix with entries on the diagonal and, none below 0, beside it.
struct Tridiagonal: Sendable {
  private(set) var diagonal: [Double] = []
  /// The entry that joins each row to the one before, behind the first.
  private var joints: [Double] = []

  /// Adds a row and a column.
  ///
  /// - Parameters:
  ///   - entry: What stands on the diagonal.
  ///   - joint: What joins it to the row before; ignored for the first.
  mutating func append(_ entry: Double, joinedBy joint: Double) {
    if !diagonal.isEmpty { joints.append(joint) }
    diagonal.append(entry)
  }

  /// The logarithm of the first entry of the exponential of the matrix.
  ///
  /// The diagonal is raised until nothing is below 0; so the series has no terms that cancel out,
  /// and even a sum that is tiny beside the exponential of the largest eigenvalue is right.
  var logarithmOfFirstExponential: Double {
    let shift = -diagonal.reduce(0, min)
    let entries = diagonal.map { $0 + shift }
    let norm = entries.indices.reduce(0) { norm, row in
      max(
        norm,
        entries[row] + (row > 0 ? joints[row - 1] : 0) + (row < joints.count ? joints[row] : 0))
    }
    var term = entries.map { _ in 0.0 }
    term[0] = 1
    var (sum, largest, logarithm, order) = (1.0, 1.0, 0.0, 0.0)
    // What is left out is less than a geometric series.
    while order < norm || largest * (order + 1) > Self.rounding * sum * (order + 1 - norm) {
      order += 1
      var before = 0.0
      largest = 0
      for row in term.indices {
        var next = entries[row] * term[row]
        if row > 0 { next += joints[row - 1] * before }
        if row < joints.count { next += joints[row] * term[row + 1] }
        before = term[row]
        term[row] = next / order
        largest = max(largest, term[row])
      }
      sum += term[0]
      if largest > Self.scale {
        for row in term.indices { term[row] /= Self.scale }
        (sum, largest) = (sum / Self.scale, largest / Self.scale)
        logarithm += log(Self.scale)
      }
    }
    return log(sum) + logarithm - shift
  }

  private static let rounding = 1e-17
  private static let scale = 1e100
}
