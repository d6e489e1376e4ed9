public import GraphStructure

/// Positions and how they are tied: a network in small.
public struct Blockmodel: Sendable, Equatable {
  /// The position of each node.
  public let partition: Partition

  /// What the ties from nodes of one position to nodes of another count together; in an undirected
  /// graph the table is symmetric, and a tie within a position counts both ways.
  public let tieSums: [[Double]]

  /// How many ordered pairs of different nodes the ties could join.
  public let pairCounts: [[Int]]

  /// The density below which a block of the image is empty.
  public let alpha: Double

  /// The correlation of the matrix of ties with the one that the image promises, over all ordered
  /// pairs of different nodes; NaN where either holds the same everywhere.
  public let fit: Double

  /// The share of possible ties that are there, or their mean strength; NaN for the block of a
  /// position of a single node with itself.
  public var densities: [[Double]] {
    zip(tieSums, pairCounts).map { zip($0, $1).map { $0 / Double($1) } }
  }

  /// Whether the ties from one position to another are dense: at least ``alpha``, and above 0.
  public var image: [[Bool]] {
    densities.map { $0.map { $0 >= alpha && $0 > 0 } }
  }
}

extension Graph {
  /// Returns the blockmodel of a partition: the densities between its positions, and the image that
  /// says which of them are dense.
  ///
  /// > *Δ*(*p*, *q*) = ties from *p* to *q* / ordered pairs of different nodes from *p* to *q*
  ///
  /// A block of the image is dense where *Δ* ≥ *α* and *Δ* > 0: the *α*-density criterion. The fit is
  /// the correlation of the ties with the image: 1 where every block is either full or empty.
  /// Self loops are left out; parallel edges count once, or their strengths are added.
  ///
  /// - Parameters:
  ///   - partition: The positions; it must have as many labels as the graph has nodes.
  ///   - alpha: The density *α*, finite and at least 0; by default that of the whole graph.
  ///   - values: Whether a tie counts 1 or its strength, which must not be below 0.
  /// - Returns: The blockmodel.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)`` or
  ///   ``MeasureError/negativeStrength(_:source:target:)``.
  /// - Complexity: O(*n* + *m* + *b*²) for *b* positions.
  /// - SeeAlso: H. C. White, S. A. Boorman, R. L. Breiger. Social structure from multiple networks I.
  ///   American Journal of Sociology 81, 1976; P. Arabie, S. A. Boorman, P. R. Levitt. Constructing
  ///   blockmodels: how and why. Journal of Mathematical Psychology 17, 1978; S. Wasserman, K. Faust.
  ///   Social Network Analysis, 1994, chapters 10 and 16.
  public func blockmodel(
    of partition: Partition, alpha: Double? = nil, values: EdgeValues = .ones
  ) throws(MeasureError) -> Blockmodel {
    precondition(partition.labels.count == nodeCount, "a partition has a label for each node")
    if let alpha, !(alpha >= 0 && alpha.isFinite) {
      throw .parameterOutOfRange(name: "alpha", value: alpha, allowed: "finite and at least 0")
    }
    try checkStrengths(values)
    let count = partition.count
    var sums = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    var squares = 0.0
    let ties = TieProfiles(outgoing, values)
    for node in nodes {
      for entry in ties.offsets[node]..<ties.offsets[node + 1] {
        let partner = Int(ties.partners[entry])
        guard partner != node else { continue }
        sums[partition.labels[node]][partition.labels[partner]] += ties.values[entry]
        squares += ties.values[entry] * ties.values[entry]
      }
    }
    let pairs = (0..<count).map { row in
      (0..<count).map { column in
        partition.sizes[row] * (partition.sizes[column] - (row == column ? 1 : 0))
      }
    }
    let all = sums.reduce(0) { $0 + $1.reduce(0, +) }
    let density = nodeCount > 1 ? all / Double(nodeCount * (nodeCount - 1)) : 0
    let model = Blockmodel(
      partition: partition, tieSums: sums, pairCounts: pairs, alpha: alpha ?? density, fit: .nan)
    return Blockmodel(
      partition: partition, tieSums: sums, pairCounts: pairs, alpha: model.alpha,
      fit: model.fit(sumOfSquares: squares))
  }
}

extension Blockmodel {
  /// Returns the correlation of ties with the image.
  ///
  /// - Parameter sumOfSquares: What all ties, each squared, count together.
  /// - Returns: The correlation; NaN where it is not defined.
  fileprivate func fit(sumOfSquares: Double) -> Double {
    var (promised, kept, pairs, all) = (0, 0.0, 0, 0.0)
    for (row, isDense) in image.enumerated() {
      for column in isDense.indices {
        pairs += pairCounts[row][column]
        all += tieSums[row][column]
        if isDense[column] {
          promised += pairCounts[row][column]
          kept += tieSums[row][column]
        }
      }
    }
    let count = Double(pairs)
    let spread =
      (count * sumOfSquares - all * all) * Double(promised) * Double(pairs - promised)
    guard spread > 0 else { return .nan }
    return max(-1, min(1, (count * kept - all * Double(promised)) / spread.squareRoot()))
  }
}
