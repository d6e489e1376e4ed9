import GraphMeasures
import GraphStructure
import Testing

/// Where many orders are tried they come as shifts of some, which must make no difference.
@Suite("QAP by shifted orders")
struct QAPShiftTests {
  /// 1 between two nodes and 2 between two others: only where those four come to lie is left to
  /// chance, and all places of four nodes can be listed.
  private func fourNodes(_ count: Int, isSymmetric: Bool) throws -> DyadMatrix {
    var values = [Double](repeating: 0, count: count * count)
    values[1] = 1
    values[2 * count + 3] = 2
    if isSymmetric { (values[count], values[3 * count + 2]) = (1, 2) }
    return try DyadMatrix(nodeCount: count, values: values)
  }

  /// Steps around a ring: the matrix that looks the same after each shift.
  private func ring(_ count: Int, isSymmetric: Bool) throws -> DyadMatrix {
    try DyadMatrix(
      nodeCount: count,
      values: (0..<count).flatMap { row in
        (0..<count).map { column in
          let ahead = (column - row + count) % count
          return Double(isSymmetric ? min(ahead, count - ahead) : ahead)
        }
      })
  }

  /// All sums, of all places of the four nodes.
  private func allSums(_ matrix: DyadMatrix) -> [Double] {
    let nodes = 0..<matrix.nodeCount
    var sums: [Double] = []
    for a in nodes {
      for b in nodes where b != a {
        for c in nodes where c != a && c != b {
          for d in nodes where d != a && d != b && d != c {
            sums.append(matrix[a, b] + 2 * matrix[c, d])
          }
        }
      }
    }
    return sums
  }

  @Test("As probable as by all places of four nodes", arguments: [8, 13], [true, false])
  func exact(count: Int, isSymmetric: Bool) throws {
    let four = try fourNodes(count, isSymmetric: isSymmetric)
    for matrix in [
      DyadMatrix.random(count, seed: 7, isSymmetric: isSymmetric),
      try ring(count, isSymmetric: isSymmetric),
    ] {
      let sums = allSums(matrix)
      let mean = sums.reduce(0, +) / Double(sums.count)
      let spread = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(sums.count)
      let observed = matrix[0, 1] + 2 * matrix[2, 3]
      let share = Double(sums.count { $0 >= observed - 1e-9 }) / Double(sums.count)
      for (first, second) in [(four, matrix), (matrix, four)] {
        let test = try first.qapCorrelation(with: second, permutations: 4000, seed: 3)
        #expect(test.tries == 4000 && !test.isExact)
        let upper = try #require(test.upper)
        #expect(abs(upper.value - share) <= 5 * upper.standardError + 1e-3)
        // The correlation is (sum − mean) ÷ (the roots of both sums of squares).
        let ways = isSymmetric ? 2.0 : 1
        let pairs = Double(count * (count - 1)) / ways
        let squares = matrix.offDiagonalSquares / ways * (5 - 9 / pairs)
        #expect(abs(test.deviation - (spread / squares).squareRoot()) < 0.06 * test.deviation)
      }
    }
  }

  @Test("The interval of the probability holds the exact one about 95 times of 100")
  func intervals() throws {
    let (four, matrix) = (
      try fourNodes(12, isSymmetric: true), try ring(12, isSymmetric: true)
    )
    let sums = allSums(matrix)
    let observed = matrix[0, 1] + 2 * matrix[2, 3]
    let exact = Double(sums.count { $0 >= observed - 1e-9 }) / Double(sums.count)
    for (first, second) in [(four, matrix), (matrix, four)] {
      let holding = try (UInt64(0)..<150).count { seed in
        let test = try first.qapCorrelation(with: second, permutations: 120, seed: seed)
        return try #require(test.upper).interval.contains(exact)
      }
      #expect((130...150).contains(holding), "\(holding)")
    }
  }

  @Test("A regression with one predictor tests its correlation")
  func regression() throws {
    let first = DyadMatrix.random(30, seed: 1, isSymmetric: false)
    let second = DyadMatrix.random(30, seed: 2, isSymmetric: false)
    let test = try first.qapCorrelation(with: second, permutations: 3000)
    let fit = try first.qapRegression(on: [second], permutations: 3000).coefficients[0].test
    expectClose(fit.observed, test.observed)
    let (one, other) = (try #require(test.upper), try #require(fit.upper))
    #expect(abs(one.value - other.value) <= 5 * (one.standardError + other.standardError))
    #expect(abs(test.deviation - fit.deviation) < 0.1 * test.deviation)
  }
}

extension DyadMatrix {
  /// The sum of squares about the mean, of all ordered pairs.
  fileprivate var offDiagonalSquares: Double {
    var (sum, squares) = (0.0, 0.0)
    for row in 0..<nodeCount {
      for column in 0..<nodeCount where column != row {
        sum += self[row, column]
        squares += self[row, column] * self[row, column]
      }
    }
    return squares - sum * sum / Double(nodeCount * (nodeCount - 1))
  }
}
