import GraphMeasures
import GraphStructure
import Testing

@Suite("QAP correlation")
struct QAPCorrelationTests {
  @Test("Marriage and business among Florentine families: 0.372, as UCINET and sna have it")
  func florentine() throws {
    let marriage = DyadMatrix(FlorentineMatrices.marriage)
    let test = try marriage.qapCorrelation(with: DyadMatrix(FlorentineMatrices.business))
    // R sna 2.7.1, gcor(mode = "graph"); UCINET prints .372.
    expectClose(test.observed, 0.3718678721, 1e-9)
    #expect(test.tries == 10_000 && !test.isExact && test.undefinedTries == 0)
    // sna's qaptest with 20,000 draws says 0.0006.
    let upper = try #require(test.upper)
    #expect(upper.value < 0.003 && upper.interval.contains(upper.value))
    #expect(upper.interval.contains(0.0006))
    #expect(try #require(test.lower).value > 0.99)
    #expect(abs(test.deviation - 0.092) < 0.01)
  }

  @Test("All orders of few nodes give the exact probability", arguments: UInt64(0)..<12)
  func exact(seed: UInt64) throws {
    let count = 5
    let first = DyadMatrix.random(
      count, seed: seed, isSymmetric: seed % 2 == 0, isTwoValued: seed % 3 == 0)
    let second = DyadMatrix.random(
      count, seed: seed + 100, isSymmetric: seed % 4 < 2, isTwoValued: seed % 3 != 1)
    let orders = allOrders(count)
    let identity = Array(0..<count)
    let all = orders.map { pearson(first.pairs(in: identity), second.pairs(in: $0)) }
    let observed = pearson(first.pairs(in: identity), second.pairs(in: identity))
    let test = try first.qapCorrelation(with: second, permutations: 120)
    expectClose(test.observed, observed)
    guard !observed.isNaN else {
      #expect(test.upper == nil)
      return
    }
    #expect(test.isExact && test.tries == 120)
    func share(_ happens: (Double) -> Bool) -> Double {
      Double(all.count(where: happens)) / 120
    }
    let upper = share { $0 >= observed - 1e-9 }
    #expect(test.upper?.value == upper && test.upper?.standardError == 0)
    #expect(test.lower?.value == share { $0 <= observed + 1e-9 })
    #expect(test.twoSided?.value == share { abs($0) >= abs(observed) - 1e-9 })
    // Fewer tries than orders: near the exact probability, within five of the stated errors.
    let tried = try first.qapCorrelation(with: second, permutations: 119, seed: seed)
    #expect(!tried.isExact)
    let sampled = try #require(tried.upper)
    #expect(abs(sampled.value - upper) <= 5 * sampled.standardError + 1.0 / 120)
  }

  @Test("The interval of the probability holds the exact one about 95 times of 100")
  func intervals() throws {
    let first = DyadMatrix.random(5, seed: 3, isSymmetric: true)
    let second = DyadMatrix.random(5, seed: 4, isSymmetric: true)
    let exact = try #require(first.qapCorrelation(with: second, permutations: 120).upper).value
    let holding = try (UInt64(0)..<400).count { seed in
      let test = try first.qapCorrelation(with: second, permutations: 100, seed: seed)
      return try #require(test.upper).interval.contains(exact)
    }
    #expect((365...400).contains(holding), "\(holding)")
  }

  @Test("Scale and shift, and who is called what, change nothing", arguments: UInt64(0)..<6)
  func laws(seed: UInt64) throws {
    let count = 7
    let first = DyadMatrix.random(
      count, seed: seed, isSymmetric: seed % 2 == 0, isTwoValued: seed % 3 == 0)
    let second = DyadMatrix.random(
      count, seed: seed + 9, isSymmetric: true, isTwoValued: seed % 3 < 2)
    let test = try first.qapCorrelation(with: second, permutations: 5040)
    #expect(test.isExact)
    let scaled = try first.mapped { 4 * $0 - 3 }.qapCorrelation(with: second, permutations: 5040)
    expectClose(scaled.observed, test.observed)
    #expect(scaled.upper == test.upper && scaled.twoSided == test.twoSided)
    let turned = try first.mapped { -$0 }.qapCorrelation(with: second, permutations: 5040)
    expectClose(turned.observed, -test.observed)
    #expect(turned.upper == test.lower && turned.lower == test.upper)
    let exchanged = try second.qapCorrelation(with: first, permutations: 5040)
    expectClose(exchanged.observed, test.observed)
    #expect(exchanged.upper == test.upper)
    let order = [3, 1, 6, 0, 2, 5, 4]
    func relabelled(_ matrix: DyadMatrix) throws -> DyadMatrix {
      try DyadMatrix(
        nodeCount: count, values: order.flatMap { row in order.map { matrix[row, $0] } })
    }
    let other = try relabelled(first).qapCorrelation(
      with: relabelled(second), permutations: 5040)
    expectClose(other.observed, test.observed)
    #expect(other.upper == test.upper && other.lower == test.lower)
    let itself = try first.qapCorrelation(with: first, permutations: 100)
    expectClose(itself.observed, 1)
  }

  @Test("The same bits on 1, 2, 3 and 8 threads, and for the same seed", arguments: [true, false])
  func threads(isTwoValued: Bool) throws {
    let first = DyadMatrix.random(40, seed: 1, isSymmetric: true, isTwoValued: isTwoValued)
    let second = DyadMatrix.random(40, seed: 2, isSymmetric: true, isTwoValued: isTwoValued)
    func test(_ threads: Int, seed: UInt64 = 5) throws -> PermutationTest {
      try first.qapCorrelation(
        with: second, permutations: 500, seed: seed, execution: Execution(threads: threads))
    }
    let expected = try test(1)
    for threads in [2, 3, 8] { #expect(try test(threads) == expected) }
    #expect(try test(1, seed: 6) != expected)
  }

  @Test("Where a matrix is constant, or has fewer than two nodes, there is no correlation")
  func undefined() throws {
    let flat = DyadMatrix(KnownGraphs.complete(5))
    let other = DyadMatrix(KnownGraphs.path(5))
    for (left, right) in [(flat, other), (other, flat)] {
      let test = try left.qapCorrelation(with: right)
      #expect(test.observed.isNaN && test.upper == nil && test.twoSided == nil)
    }
    for count in 0...1 {
      let none = try DyadMatrix(nodeCount: count, values: .init(repeating: 1, count: count))
      #expect(try none.qapCorrelation(with: none).observed.isNaN)
    }
  }

  @Test("Errors name what is wrong")
  func errors() throws {
    let three = DyadMatrix(KnownGraphs.path(3))
    let four = DyadMatrix(KnownGraphs.path(4))
    #expect(throws: ComparisonError.sizesDiffer(3, 4)) { try three.qapCorrelation(with: four) }
    #expect(
      throws: ComparisonError.parameterOutOfRange(
        name: "permutations", value: 0, allowed: "from 1 to 10000000")
    ) { try three.qapCorrelation(with: three, permutations: 0) }
    #expect {
      try DyadMatrix(nodeCount: 2, values: [0, 1, .infinity, 0])
    } throws: { error in
      error as? ComparisonError == .notFinite(.infinity, source: 1, target: 0)
    }
  }

  @Test("Self loops do not count, parallel edges add up, directions stay")
  func matrices() throws {
    let graph = KnownGraphs.graph(
      3, [(0, 1), (0, 1), (2, 2), (1, 2)], isDirected: true, strengths: [1, 2, 9, 0.5],
      parallelEdges: .keep)
    #expect(DyadMatrix(graph).values == [0, 1, 0, 0, 0, 1, 0, 0, 0])
    #expect(DyadMatrix(graph, .strengths).values == [0, 3, 0, 0, 0, 0.5, 0, 0, 0])
    #expect(!DyadMatrix(graph).isSymmetric && DyadMatrix(graph.undirected).isSymmetric)
    #expect(DyadMatrix(KnownGraphs.cycle(2, isDirected: true)).isSymmetric)
  }
}
