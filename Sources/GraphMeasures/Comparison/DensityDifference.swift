public import GraphStructure

extension Graph {
  /// Returns how probable the difference between the densities of two networks of the same nodes is
  /// by chance.
  ///
  /// Chance exchanges, for each pair of nodes on its own, what the two networks say about it (in
  /// directed graphs both arcs together): were both drawn alike, either would be as likely. Only
  /// pairs on which they differ matter. Pairs count as independent here; where some nodes have more
  /// ties than others in both, prefer
  /// ``bootstrapDifferences(from:replicates:level:seed:execution:statistics:)``.
  ///
  /// - Parameters:
  ///   - other: The network whose density is subtracted; node *i* is the same in both.
  ///   - permutations: How many exchanges are tried, at least 1.
  ///   - seed: Equal seeds give equal results, on any number of threads.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The test, expected 0; not defined for fewer than two nodes.
  /// - Throws: ``ComparisonError`` where size or directions differ.
  /// - Complexity: O(*n* + *m* log degree + permutations · *m* / 64).
  /// - SeeAlso: T. A. B. Snijders, S. P. Borgatti. Non-parametric standard errors and tests for
  ///   network statistics. Connections 22, 1999.
  public func densityDifferenceTest(
    from other: Graph, permutations: Int = 10_000, seed: UInt64 = 1,
    execution: Execution = .standard
  ) throws(ComparisonError) -> PermutationTest {
    try checkTries(permutations, name: "permutations")
    guard nodeCount == other.nodeCount else { throw .sizesDiffer(nodeCount, other.nodeCount) }
    guard isDirected == other.isDirected else { throw .directionsDiffer }
    guard nodeCount >= 2 else {
      return PermutationTest(observed: .nan, draws: [], isExact: false, expected: 0)
    }
    let differing = differingPairs(other)
    let pairs = Double(nodeCount * (nodeCount - 1)) / (isDirected ? 1 : 2)
    let draws = execution.map(permutations, chunkSize: 256, makeScratch: {}) { index, _ in
      var bits = RandomBits(ofReplicate: index, seed: seed)
      let single = Self.balance(of: differing.byOne, using: &bits)
      let double = Self.balance(of: differing.byTwo, using: &bits)
      return Double(single + 2 * double) / pairs
    }
    return PermutationTest(
      observed: Double(differing.difference) / pairs, draws: draws, isExact: false, expected: 0)
  }

  /// How many pairs of nodes have one tie more in one network, how many two, and how many ties more
  /// there are in this one.
  private func differingPairs(_ other: Graph) -> (byOne: Int, byTwo: Int, difference: Int) {
    var result = (byOne: 0, byTwo: 0, difference: 0)
    func ties(_ graph: Graph, _ low: Int, _ high: Int) -> Int {
      (graph.hasArc(from: low, to: high) ? 1 : 0)
        + (graph.isDirected && graph.hasArc(from: high, to: low) ? 1 : 0)
    }
    for low in nodes {
      let ends = [self, other].flatMap { graph in
        graph.successors(of: low) + (graph.isDirected ? graph.predecessors(of: low) : [])
      }
      for high in Set(ends.filter { $0 > low }) {
        let more = ties(self, low, high) - ties(other, low, high)
        result.difference += more
        if abs(more) == 1 { result.byOne += 1 }
        if abs(more) == 2 { result.byTwo += 1 }
      }
    }
    return result
  }

  /// Throws as many coins; returns by how many more fell on one side.
  private static func balance(of coins: Int, using bits: inout RandomBits) -> Int {
    var heads = 0
    var left = coins
    while left >= 64 {
      heads += bits.next().nonzeroBitCount
      left -= 64
    }
    if left > 0 { heads += (bits.next() >> UInt64(64 - left)).nonzeroBitCount }
    return 2 * heads - coins
  }
}
