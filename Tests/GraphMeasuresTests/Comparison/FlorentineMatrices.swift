import GraphMeasures
import GraphStructure

/// Padgett's Florentine families as UCINET has them: 16 with Pucci, in alphabetical order.
enum FlorentineMatrices {
  static let marriageTies: [(source: Int, target: Int)] = [
    (0, 8), (1, 5), (1, 6), (1, 8), (2, 4), (2, 8), (3, 6), (3, 10), (3, 14), (4, 10), (4, 14),
    (6, 7), (6, 15), (8, 12), (8, 13), (8, 15), (9, 13), (10, 14), (12, 14), (12, 15),
  ]

  static let marriage = KnownGraphs.graph(16, marriageTies)

  static let business = KnownGraphs.graph(
    16,
    [
      (2, 4), (2, 5), (2, 8), (2, 10), (3, 6), (3, 7), (3, 10), (4, 7), (4, 10), (5, 8), (6, 7),
      (7, 10), (8, 9), (8, 13), (8, 15),
    ])

  /// Made up of numbers that look like wealth: by how much two families differ.
  static let difference: DyadMatrix = {
    let numbers: [Double] = [10, 36, 55, 44, 20, 32, 8, 42, 103, 48, 49, 3, 27, 10, 146, 48]
    do {
      return try DyadMatrix(
        nodeCount: 16, values: numbers.flatMap { row in numbers.map { abs(row - $0) } })
    } catch {
      preconditionFailure("\(error)")
    }
  }()
}

/// All orders of 0..<count.
func allOrders(_ count: Int) -> [[Int]] {
  guard count > 0 else { return [[]] }
  return allOrders(count - 1).flatMap { order in
    (0...order.count).map { place in
      var longer = order
      longer.insert(count - 1, at: place)
      return longer
    }
  }
}

/// Pearson's correlation, from its definition.
func pearson(_ left: [Double], _ right: [Double]) -> Double {
  let leftMean = left.reduce(0, +) / Double(left.count)
  let rightMean = right.reduce(0, +) / Double(right.count)
  let product = zip(left, right).reduce(0) { $0 + ($1.0 - leftMean) * ($1.1 - rightMean) }
  let leftSquares = left.reduce(0) { $0 + ($1 - leftMean) * ($1 - leftMean) }
  let rightSquares = right.reduce(0) { $0 + ($1 - rightMean) * ($1 - rightMean) }
  return product / (leftSquares * rightSquares).squareRoot()
}

extension DyadMatrix {
  /// The numbers between different nodes once nodes are in another order.
  func pairs(in order: [Int]) -> [Double] {
    order.indices.flatMap { row in
      order.indices.filter { $0 != row }.map { self[order[row], order[$0]] }
    }
  }

  /// A matrix of multiples of ¼, or of zeros and ones.
  static func random(
    _ count: Int, seed: UInt64, isSymmetric: Bool, isTwoValued: Bool = false
  ) -> DyadMatrix {
    var generator = SplitMix64(seed: seed)
    var values = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0..<count where column != row && (!isSymmetric || column < row) {
        let value =
          isTwoValued
          ? (Int.random(in: 0..<3, using: &generator) == 0 ? 1.0 : 0)
          : Double(Int.random(in: -8...8, using: &generator)) / 4
        values[row * count + column] = value
        if isSymmetric { values[column * count + row] = value }
      }
    }
    do {
      return try DyadMatrix(nodeCount: count, values: values)
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// The same matrix with every number changed.
  func mapped(_ change: (Double) -> Double) -> DyadMatrix {
    do {
      return try DyadMatrix(nodeCount: nodeCount, values: values.map(change))
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
