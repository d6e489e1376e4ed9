public import GraphStructure

extension Graph {
  /// The chances of the four quarters of the adjacency matrix in an R-MAT graph.
  public struct MatrixQuarters: Sendable, Equatable {
    /// The chance of the upper left quarter: both ends among the lower half of the nodes.
    public let upperLeft: Double
    /// The chance of the upper right quarter.
    public let upperRight: Double
    /// The chance of the lower left quarter; what is left falls to the lower right.
    public let lowerLeft: Double

    /// Creates chances; the lower right quarter has what is left of 1.
    ///
    /// - Parameters:
    ///   - upperLeft: The chance of the upper left quarter.
    ///   - upperRight: The chance of the upper right quarter.
    ///   - lowerLeft: The chance of the lower left quarter.
    public init(upperLeft: Double, upperRight: Double, lowerLeft: Double) {
      self.upperLeft = upperLeft
      self.upperRight = upperRight
      self.lowerLeft = lowerLeft
    }

    /// Those of the Graph500 benchmark: .57, .19, .19 and .05.
    public static let graph500 = MatrixQuarters(upperLeft: 0.57, upperRight: 0.19, lowerLeft: 0.19)
  }

  /// Returns a random graph of skewed degrees (R-MAT).
  ///
  /// For each edge a quarter of the adjacency matrix is chosen again and again, down to one entry.
  /// Loops and repeated edges are left out.
  ///
  /// - Parameters:
  ///   - scale: 2 to this power is the number of nodes, 1…31.
  ///   - edgesPerNode: How many edges are drawn a node; some fewer stay.
  ///   - quarters: The chances of the quarters.
  ///   - renumbers: Whether nodes are numbered at random in the end, so that numbers say nothing of
  ///     degrees.
  ///   - execution: How many threads work at once; the graph is the same at any number of them.
  ///   - generator: Where the random numbers come from: `scale` an edge, then those of the order.
  /// - Returns: A simple undirected graph; some nodes have no edge.
  /// - Throws: ``ModelError`` for numbers or chances out of range.
  /// - Complexity: O(*n* + *m* · `scale`).
  /// - SeeAlso: D. Chakrabarti, Y. Zhan, C. Faloutsos. R-MAT: a recursive model for graph mining.
  ///   SDM 2004.
  public static func rmat(
    scale: Int, edgesPerNode: Int, quarters: MatrixQuarters = .graph500, renumbers: Bool = true,
    execution: Execution = .standard, using generator: inout SplitMix64
  ) throws(ModelError) -> Graph {
    try ModelError.check("scale", scale, 1...31)
    try ModelError.check("edges per node", edgesPerNode, 0...(ModelError.mostEdges >> scale))
    let thresholds = try QuarterThresholds(quarters)
    let drawnCount = edgesPerNode << scale
    var ends = drawnEnds(drawnCount, scale, thresholds, generator, execution)
    generator.skip(drawnCount * scale)
    if renumbers {
      var number = (0..<(1 << scale)).map { UInt32($0) }
      generator.shuffle(&number)
      ends = renumbered(ends, number, execution)
    }
    var edges = EdgeColumns(capacity: drawnCount)
    for edge in 0..<drawnCount {
      let (source, target) = (Int(ends[edge] >> 32), Int(ends[edge] & 0xFFFF_FFFF))
      edges.append(source, target)
    }
    ends = []
    return try edges.graph(nodeCount: 1 << scale, selfLoops: .drop, execution: execution)
  }

  /// The ends of all edges, a word each: every edge has its own part of the stream of numbers, so
  /// threads need not wait for each other.
  private static func drawnEnds(
    _ count: Int, _ scale: Int, _ thresholds: QuarterThresholds, _ generator: SplitMix64,
    _ execution: Execution
  ) -> [UInt64] {
    let parts = max(1, execution.threads)
    return [UInt64](filling: count) { column in
      execution.forEachPart(of: parts) { part in
        let range = (part * count / parts)..<((part + 1) * count / parts)
        var generator = generator
        generator.skip(range.lowerBound * scale)
        for edge in range { column[edge] = thresholds.drawnEnds(scale, using: &generator) }
      }
    }
  }

  private static func renumbered(
    _ ends: [UInt64], _ number: [UInt32], _ execution: Execution
  ) -> [UInt64] {
    let parts = max(1, execution.threads)
    return [UInt64](filling: ends.count) { column in
      execution.forEachPart(of: parts) { part in
        let (ends, number) = (ends.span, number.span)
        for edge in (part * ends.count / parts)..<((part + 1) * ends.count / parts) {
          let source = number[Int(ends[edge] >> 32)]
          let target = number[Int(ends[edge] & 0xFFFF_FFFF)]
          column[edge] = UInt64(source) << 32 | UInt64(target)
        }
      }
    }
  }
}

/// The chances of quarters as whole numbers of 53 bits, so that drawing compares integers.
private struct QuarterThresholds {
  private let upperLeft: UInt64
  private let upper: UInt64
  private let allButLowerRight: UInt64

  init(_ quarters: Graph.MatrixQuarters) throws(ModelError) {
    try ModelError.check("upper left", probability: quarters.upperLeft)
    try ModelError.check("upper right", probability: quarters.upperRight)
    try ModelError.check("lower left", probability: quarters.lowerLeft)
    let upper = quarters.upperLeft + quarters.upperRight
    try ModelError.check("the sum of the quarters", probability: upper + quarters.lowerLeft)
    func threshold(_ chance: Double) -> UInt64 { UInt64((chance * 0x1p53).rounded(.up)) }
    upperLeft = threshold(quarters.upperLeft)
    self.upper = threshold(upper)
    allButLowerRight = threshold(upper + quarters.lowerLeft)
  }

  @inline(__always)
  func drawnEnds(_ scale: Int, using generator: inout SplitMix64) -> UInt64 {
    var source: UInt64 = 0
    var target: UInt64 = 0
    for _ in 0..<scale {
      let draw = generator.next() >> 11
      let isLower: UInt64 = draw >= upper ? 1 : 0
      let isNotFirst: UInt64 = draw >= upperLeft ? 1 : 0
      let isLast: UInt64 = draw >= allButLowerRight ? 1 : 0
      source = source << 1 | isLower
      target = target << 1 | (isNotFirst ^ isLower ^ isLast)
    }
    return source << 32 | target
  }
}
