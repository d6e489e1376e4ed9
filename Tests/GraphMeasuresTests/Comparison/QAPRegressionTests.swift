import GraphMeasures
import GraphStructure
import Testing

@Suite("QAP regression")
struct QAPRegressionTests {
  @Test("Marriages explained by business and a difference, as R sna's netlm has it")
  func florentine() throws {
    let fit = try DyadMatrix(FlorentineMatrices.marriage).qapRegression(
      on: [DyadMatrix(FlorentineMatrices.business), FlorentineMatrices.difference],
      permutations: 5000)
    // sna 2.7.1: netlm(mode = "graph", nullhyp = "qapspp", reps = 5000)
    expectClose(fit.intercept, 0.01155679097150, 1e-9)
    expectClose(fit.coefficients.map(\.estimate), [0.42922407612494, 0.00266465833695], 1e-9)
    expectClose(fit.coefficients.compactMap(\.t), [4.612455499396, 3.085248765008], 1e-9)
    #expect(fit.pairCount == 120)
    let sna = [(0.0002, 0.0002), (0.0018, 0.0024)]
    for (coefficient, other) in zip(fit.coefficients, sna) {
      let upper = try #require(coefficient.test.upper)
      let twoSided = try #require(coefficient.test.twoSided)
      #expect(abs(upper.value - other.0) < 0.004 && abs(twoSided.value - other.1) < 0.004)
    }
  }

  @Test("Directions count where a matrix has them, as in netlm")
  func directed() throws {
    // Rows above columns, and three arcs the other way.
    let arcs = FlorentineMatrices.marriageTies.map { (source: $0.target, target: $0.source) }
    let directed = KnownGraphs.graph(
      16, arcs + [(0, 1), (4, 8), (2, 15)], isDirected: true)
    let fit = try DyadMatrix(directed).qapRegression(
      on: [DyadMatrix(FlorentineMatrices.business), FlorentineMatrices.difference],
      permutations: 2000)
    // sna 2.7.1: netlm(mode = "digraph", nullhyp = "qapspp")
    expectClose(fit.intercept, 0.02002068075602, 1e-9)
    expectClose(fit.coefficients.map(\.estimate), [0.20033062590996, 0.00133345566221], 1e-9)
    expectClose(fit.coefficients.compactMap(\.t), [3.59875308527, 2.58097514952], 1e-9)
    #expect(fit.pairCount == 240)
  }

  /// Least squares by the normal equations and elimination.
  private func leastSquares(_ response: [Double], _ columns: [[Double]]) -> (
    b: [Double], t: [Double]
  ) {
    let design = [response.map { _ in 1 }] + columns
    let size = design.count
    var table = (0..<size).map { row in
      (0..<size).map { column in zip(design[row], design[column]).reduce(0) { $0 + $1.0 * $1.1 } }
        + [zip(design[row], response).reduce(0) { $0 + $1.0 * $1.1 }]
        + (0..<size).map { $0 == row ? 1 : 0 }
    }
    for pivot in 0..<size {
      let divisor = table[pivot][pivot]
      table[pivot] = table[pivot].map { $0 / divisor }
      for row in 0..<size where row != pivot {
        let factor = table[row][pivot]
        table[row] = zip(table[row], table[pivot]).map { $0 - factor * $1 }
      }
    }
    let b = table.map { $0[size] }
    let rest = response.indices.reduce(0.0) { sum, place in
      let fitted = (0..<size).reduce(0) { $0 + b[$1] * design[$1][place] }
      return sum + (response[place] - fitted) * (response[place] - fitted)
    }
    let variance = rest / Double(response.count - size)
    let t = (0..<size).map { b[$0] / (variance * table[$0][size + 1 + $0]).squareRoot() }
    return (b, t)
  }

  @Test(
    "All orders of few nodes: t of every order, from normal equations", arguments: [true, false])
  func exact(isSymmetric: Bool) throws {
    let count = 5
    let matrices = (0..<3).map {
      DyadMatrix.random(count, seed: 40 + UInt64($0), isSymmetric: isSymmetric)
    }
    let identity = Array(0..<count)
    // Each pair once where all are symmetric, as the degrees of freedom have it.
    func column(_ matrix: DyadMatrix, _ order: [Int]) -> [Double] {
      identity.flatMap { row in
        identity.filter { isSymmetric ? $0 < row : $0 != row }.map {
          matrix[order[row], order[$0]]
        }
      }
    }
    let response = column(matrices[0], identity)
    let predictors = matrices.dropFirst().map { column($0, identity) }
    let fit = try matrices[0].qapRegression(on: Array(matrices.dropFirst()), permutations: 120)
    let plain = leastSquares(response, predictors)
    expectClose([fit.intercept] + fit.coefficients.map(\.estimate), plain.b)
    expectClose(fit.coefficients.compactMap(\.t), Array(plain.t.dropFirst()))

    for index in 0..<2 {
      // What the other predictor does not explain, as a matrix whose nodes are then exchanged.
      let other = predictors[1 - index]
      let part = leastSquares(predictors[index], [other])
      var rest = [Double](repeating: 0, count: count * count)
      for row in 0..<count {
        for place in 0..<count where place != row {
          rest[row * count + place] =
            matrices[index + 1][row, place] - part.b[0]
            - part.b[1] * matrices[2 - index][row, place]
        }
      }
      let residual = try DyadMatrix(nodeCount: count, values: rest)
      let all = allOrders(count).map { order in
        leastSquares(response, [column(residual, order), other]).t[1]
      }
      let observed = plain.t[index + 1]
      let test = fit.coefficients[index].test
      #expect(test.isExact)
      #expect(test.upper?.value == Double(all.count { $0 >= observed - 1e-7 }) / 120)
      #expect(
        test.twoSided?.value == Double(all.count { abs($0) >= abs(observed) - 1e-7 }) / 120)
    }
  }

  @Test("With one predictor it is the correlation")
  func onePredictor() throws {
    let first = DyadMatrix.random(6, seed: 1, isSymmetric: true)
    let second = DyadMatrix.random(6, seed: 2, isSymmetric: true)
    let fit = try first.qapRegression(on: [second], permutations: 720)
    let correlation = try first.qapCorrelation(with: second, permutations: 720)
    expectClose(fit.rSquared.observed, correlation.observed * correlation.observed)
    expectClose(fit.coefficients[0].test.observed, correlation.observed)
    #expect(fit.coefficients[0].test.upper == correlation.upper)
    #expect(fit.rSquared.upper == correlation.twoSided)
  }

  @Test("A response that follows from its predictors is explained wholly")
  func perfect() throws {
    let first = DyadMatrix.random(7, seed: 1, isSymmetric: false)
    let second = DyadMatrix.random(7, seed: 2, isSymmetric: false)
    let sum = try DyadMatrix(
      nodeCount: 7, values: zip(first.values, second.values).map { 5 + 2 * $0 - 3 * $1 })
    let fit = try sum.qapRegression(on: [first, second], permutations: 50)
    expectClose(fit.coefficients.map(\.estimate), [2, -3])
    expectClose(fit.intercept, 5)
    expectClose(fit.rSquared.observed, 1)
    #expect(fit.coefficients.allSatisfy { $0.t == nil })
  }

  @Test("What cannot be estimated is an error that names it")
  func errors() throws {
    let first = DyadMatrix.random(6, seed: 1, isSymmetric: true)
    let second = DyadMatrix.random(6, seed: 2, isSymmetric: true)
    let flat = DyadMatrix(KnownGraphs.complete(6))
    let double = second.mapped { 2 * $0 + 1 }
    let large = DyadMatrix.random(7, seed: 2, isSymmetric: true)
    #expect(throws: ComparisonError.collinearPredictor(1)) {
      try first.qapRegression(on: [second, double])
    }
    #expect(throws: ComparisonError.constantPredictor(0)) {
      try first.qapRegression(on: [flat, second])
    }
    #expect(throws: ComparisonError.constantResponse) { try flat.qapRegression(on: [second]) }
    #expect(throws: ComparisonError.sizesDiffer(6, 7)) { try first.qapRegression(on: [large]) }
    let path = DyadMatrix(KnownGraphs.path(3))
    #expect(throws: ComparisonError.tooManyPredictors(2, pairs: 3)) {
      try path.qapRegression(on: [path, path])
    }
  }

  @Test("The same bits on 1, 2, 3 and 8 threads")
  func threads() throws {
    let matrices = (0..<4).map { DyadMatrix.random(30, seed: UInt64($0), isSymmetric: false) }
    func fit(_ threads: Int) throws -> QAPRegression {
      try matrices[0].qapRegression(
        on: Array(matrices.dropFirst()), permutations: 300, execution: Execution(threads: threads))
    }
    let expected = try fit(1)
    for threads in [2, 3, 8] { #expect(try fit(threads) == expected) }
  }
}
