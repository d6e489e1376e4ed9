public import GraphStructure

extension Graph {
  /// Returns how probable a number that depends on what nodes are is by chance.
  ///
  /// Chance deals out the labels of the nodes anew; ties stay, and so does who has a label at all.
  /// Where there are no more orders than were asked for, all are tried and the probabilities are
  /// exact.
  ///
  /// - Parameters:
  ///   - labels: What each node is; nil where that is not known.
  ///   - permutations: How many orders are tried, at least 1.
  ///   - seed: Equal seeds give equal results, on any number of threads.
  ///   - expected: What chance makes on average, where it is known exactly.
  ///   - execution: Threads, progress and cancellation.
  ///   - statistic: The number for some labels, NaN where it is not defined; called on several
  ///     threads at once.
  /// - Returns: The test.
  /// - Throws: ``ComparisonError/parameterOutOfRange(name:value:allowed:)``.
  /// - Complexity: O(permutations · (*n* + that of the number)).
  public func labelPermutationTest<Label: Sendable>(
    of labels: [Label?], permutations: Int = 10_000, seed: UInt64 = 1, expected: Double? = nil,
    execution: Execution = .standard, statistic: @Sendable ([Label?]) -> Double
  ) throws(ComparisonError) -> PermutationTest {
    precondition(labels.count == nodeCount, "a label or nil for each node")
    try checkTries(permutations, name: "permutations")
    let labelled = nodes.filter { labels[$0] != nil }
    let orders = NodeOrders(of: labelled.count, limit: permutations, seed: seed)
    let draws = execution.map(
      orders.count, chunkSize: 16,
      makeScratch: { ([UInt32](repeating: 0, count: orders.size), labels) },
      value: { index, scratch in
        orders.fill(&scratch.0, with: index)
        for (place, node) in labelled.enumerated() {
          scratch.1[node] = labels[labelled[Int(scratch.0[place])]]
        }
        return statistic(scratch.1)
      })
    return PermutationTest(
      observed: statistic(labels), draws: draws, isExact: orders.isExhaustive, expected: expected)
  }

  /// Returns how probable an E-I index is where members are put into groups of the same sizes at
  /// random.
  ///
  /// The index is that of ``GroupTies/eiIndex``, NaN where no tie joins two nodes of groups. The
  /// expected index is exact: 1 − 2 · the share of pairs of members that are of one group.
  ///
  /// - Parameters:
  ///   - groups: For each node its group, a number from 0; nil where it has none.
  ///   - permutations: How many orders are tried, at least 1.
  ///   - seed: Equal seeds give equal results, on any number of threads.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The test; groups that keep to themselves have a small lower probability.
  /// - Throws: ``ComparisonError/parameterOutOfRange(name:value:allowed:)``.
  /// - Complexity: O(permutations · (*n* + *m*)).
  /// - SeeAlso: D. Krackhardt, R. N. Stern. Informal networks and organizational crises: an
  ///   experimental simulation. Social Psychology Quarterly 51, 1988.
  public func eiTest(
    groups: [Int?], permutations: Int = 10_000, seed: UInt64 = 1,
    execution: Execution = .standard
  ) throws(ComparisonError) -> PermutationTest {
    let ties = LabelledTies(self, isLabelled: groups.map { $0 != nil })
    let members = groups.compactMap { $0 }
    let sizes = members.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }.values
    let pairs = Double(members.count * (members.count - 1))
    let innerPairs = Double(sizes.reduce(0) { $0 + $1 * ($1 - 1) })
    return try labelPermutationTest(
      of: groups, permutations: permutations, seed: seed, expected: 1 - 2 * innerPairs / pairs,
      execution: execution
    ) { 1 - 2 * Double(ties.count(within: $0)) / Double(ties.count) }
  }

  /// Returns how probable an assortativity by a number is where nodes exchange their numbers.
  ///
  /// - Parameters:
  ///   - values: The number of each node; nil where it is not known.
  ///   - permutations: How many orders are tried, at least 1.
  ///   - seed: Equal seeds give equal results, on any number of threads.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The test of ``assortativity(of:)``.
  /// - Throws: ``ComparisonError/parameterOutOfRange(name:value:allowed:)``.
  /// - Complexity: O(permutations · (*n* + *m*)).
  public func assortativityTest(
    of values: [Double?], permutations: Int = 10_000, seed: UInt64 = 1,
    execution: Execution = .standard
  ) throws(ComparisonError) -> PermutationTest {
    let known = values.map { $0.flatMap { $0.isNaN ? nil : $0 } }
    let ties = LabelledTies(self, isLabelled: known.map { $0 != nil })
    return try labelPermutationTest(
      of: known, permutations: permutations, seed: seed, execution: execution
    ) { ties.assortativity(of: $0) }
  }

  /// Returns how probable an assortativity by category is where nodes exchange their categories.
  ///
  /// - Parameters:
  ///   - categories: For each node its category, a number from 0; nil where it is not known.
  ///   - permutations: How many orders are tried, at least 1.
  ///   - seed: Equal seeds give equal results, on any number of threads.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The test of ``assortativity(ofCategories:)``.
  /// - Throws: ``ComparisonError/parameterOutOfRange(name:value:allowed:)``.
  /// - Complexity: O(permutations · (*n* + *m*)).
  public func assortativityTest(
    ofCategories categories: [Int?], permutations: Int = 10_000, seed: UInt64 = 1,
    execution: Execution = .standard
  ) throws(ComparisonError) -> PermutationTest {
    let ties = LabelledTies(self, isLabelled: categories.map { $0 != nil })
    return try labelPermutationTest(
      of: categories, permutations: permutations, seed: seed, execution: execution
    ) { ties.assortativity(ofCategories: $0) }
  }

  /// Returns how probable the difference between the densities of two groups is where members are
  /// put into groups of the same sizes at random.
  ///
  /// - Parameters:
  ///   - first: A group.
  ///   - second: The group whose density is subtracted.
  ///   - groups: For each node its group, a number from 0; nil where it has none.
  ///   - permutations: How many orders are tried, at least 1.
  ///   - seed: Equal seeds give equal results, on any number of threads.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The test of the density within `first` less that within `second`, expected 0; not
  ///   defined where a group has fewer than two members.
  /// - Throws: ``ComparisonError/parameterOutOfRange(name:value:allowed:)``.
  /// - Complexity: O(permutations · (*n* + *m*)).
  public func groupDensityTest(
    _ first: Int, _ second: Int, groups: [Int?], permutations: Int = 10_000, seed: UInt64 = 1,
    execution: Execution = .standard
  ) throws(ComparisonError) -> PermutationTest {
    let ties = LabelledTies(self, isLabelled: groups.map { $0 != nil })
    func pairs(_ group: Int) -> Double {
      let size = groups.count { $0 == group }
      return Double(size * (size - 1)) / (isDirected ? 1 : 2)
    }
    let (firstPairs, secondPairs) = (pairs(first), pairs(second))
    return try labelPermutationTest(
      of: groups, permutations: permutations, seed: seed, expected: 0, execution: execution
    ) { groups in
      let counts = ties.counts(within: first, second, of: groups)
      return Double(counts.0) / firstPairs - Double(counts.1) / secondPairs
    }
  }
}
