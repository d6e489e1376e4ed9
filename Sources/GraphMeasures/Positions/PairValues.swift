public import GraphStructure

/// A number for every pair of nodes, the same whichever node comes first: how alike two nodes are,
/// or how different.
public struct PairValues: Sendable, Equatable {
  /// The number of nodes.
  public let nodeCount: Int

  /// What every node has with itself: 0 for differences, 1 for likenesses.
  public let ownValue: Double

  /// The numbers of pairs, row by row: those of node 1 with 0, of node 2 with 0 and 1, and so on.
  public let values: [Double]

  /// Creates a table of numbers.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - ownValue: What every node has with itself.
  ///   - values: A number for every pair, in the order of ``values``.
  public init(nodeCount: Int, ownValue: Double, values: [Double]) {
    precondition(
      values.count == Self.pairCount(nodeCount), "there must be a number for every pair")
    self.nodeCount = nodeCount
    self.ownValue = ownValue
    self.values = values
  }

  /// The number of two nodes.
  ///
  /// - Parameters:
  ///   - first: A node.
  ///   - second: A node.
  /// - Returns: The number of the pair; ``ownValue`` where both are the same node.
  public subscript(first: Graph.Node, second: Graph.Node) -> Double {
    first == second ? ownValue : values[Self.position(of: first, second)]
  }

  /// The differences that belong to likenesses: 1 less each number.
  ///
  /// Where a likeness is not defined, the difference is 1, that of two nodes without any.
  public var differences: PairValues {
    PairValues(
      nodeCount: nodeCount, ownValue: 1 - ownValue,
      values: values.map { $0.isNaN ? 1 : 1 - $0 })
  }

  /// Returns where the number of two distinct nodes stands.
  static func position(of first: Int, _ second: Int) -> Int {
    let high = max(first, second)
    return high * (high - 1) / 2 + min(first, second)
  }

  /// The number of pairs of so many nodes.
  static func pairCount(_ nodeCount: Int) -> Int { nodeCount * (nodeCount - 1) / 2 }

  /// Makes sure that numbers for all pairs fit the memory that the work may take.
  ///
  /// - Parameters:
  ///   - measure: What needs them.
  ///   - nodeCount: The number of nodes.
  ///   - numbersPerPair: How many numbers each pair takes at once.
  ///   - execution: How much memory there is.
  /// - Throws: ``MeasureError/memoryTooSmall(measure:needed:limit:)``.
  static func checkMemory(
    of measure: String, _ nodeCount: Int, numbersPerPair: Int = 1, _ execution: Execution
  ) throws(MeasureError) {
    guard let limit = execution.memoryLimit else { return }
    let needed = pairCount(nodeCount) * numbersPerPair * MemoryLayout<Double>.size
    guard needed <= limit else {
      throw .memoryTooSmall(measure: measure, needed: needed, limit: limit)
    }
  }

  /// Finds a number for every pair, in parallel.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - ownValue: What every node has with itself.
  ///   - execution: Threads, progress and cancellation, after which numbers are missing: NaN.
  ///   - value: Returns the number of two nodes, the greater one first.
  init(
    nodeCount: Int, ownValue: Double, _ execution: Execution,
    value: @Sendable (Int, Int) -> Double
  ) {
    var values: [Double] = []
    values.reserveCapacity(Self.pairCount(nodeCount))
    values = execution.reduceChunks(
      of: nodeCount, chunkSize: Execution.sourcesPerChunk, into: values, makeScratch: {},
      work: { nodes, _ in nodes.flatMap { node in (0..<node).map { value(node, $0) } } },
      merge: { $0.append(contentsOf: $1) })
    values.append(
      contentsOf: repeatElement(.nan, count: Self.pairCount(nodeCount) - values.count))
    self.init(nodeCount: nodeCount, ownValue: ownValue, values: values)
  }
}
