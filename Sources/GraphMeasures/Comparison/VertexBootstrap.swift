public import GraphStructure

/// How far a number of a graph might be from that of the population its nodes were drawn from.
public struct BootstrapEstimate: Sendable, Equatable {
  /// The number of the graph itself; NaN where it is not defined.
  public let observed: Double

  /// The mean over the replicates; where it is far from ``observed``, the number is biased.
  public let mean: Double

  /// The standard deviation of the replicates: the standard error of the number; NaN with fewer
  /// than two.
  public let standardError: Double

  /// Between which numbers the asked share of the replicates lies (percentile interval); nil where
  /// the number is defined in none.
  public let interval: ClosedRange<Double>?

  /// In how many replicates the number is defined.
  public let replicates: Int

  /// In how many it is not; they count nowhere.
  public let undefinedReplicates: Int

  /// Sums up replicates.
  ///
  /// - Parameters:
  ///   - observed: The number of the graph itself.
  ///   - draws: The numbers of the replicates; NaN where it is not defined.
  ///   - level: Which share of them the interval holds.
  init(observed: Double, draws: [Double], level: Double) {
    let defined = draws.filter { !$0.isNaN }.sorted()
    self.observed = observed
    replicates = defined.count
    undefinedReplicates = draws.count - defined.count
    mean = defined.reduce(0, +) / Double(defined.count)
    let squares = defined.reduce(0) { [mean] in $0 + ($1 - mean) * ($1 - mean) }
    standardError = defined.count < 2 ? .nan : (squares / Double(defined.count - 1)).squareRoot()
    let tail = (1 - level) / 2
    interval =
      defined.isEmpty
      ? nil : Self.quantile(tail, of: defined)...Self.quantile(1 - tail, of: defined)
  }

  /// The number below which a share of ascending numbers lies, straight between neighbors.
  private static func quantile(_ share: Double, of ascending: [Double]) -> Double {
    let place = share * Double(ascending.count - 1)
    let below = min(ascending.count - 1, max(0, Int(place)))
    let above = min(ascending.count - 1, below + 1)
    // So written, a quantile never leaves its neighbors, and a higher share is never lower.
    let part = place - Double(below)
    return part == 0
      ? ascending[below] : ascending[below] + part * (ascending[above] - ascending[below])
  }
}

extension Graph {
  /// Returns standard errors and intervals of numbers of this graph (vertex bootstrap).
  ///
  /// A replicate draws as many nodes as there are, with replacement, and takes over the ties between
  /// them. Between two copies of one node there is nothing to take over: there a pair of nodes is
  /// drawn of all pairs, and what lies between those (in a directed graph both ways) is taken. The
  /// nodes, not the ties, are what was sampled: two networks of other people differ by as much.
  ///
  /// Self loops are left out, strengths kept (those of parallel edges added), distances not kept.
  /// Where ties do not depend on nodes at all, errors are overestimated.
  ///
  /// - Parameters:
  ///   - replicates: How many are made, at least 1.
  ///   - level: Which share of them an interval holds, above 0 and below 1.
  ///   - seed: Equal seeds give equal results, on any number of threads.
  ///   - execution: Threads, progress and cancellation.
  ///   - statistics: The numbers of a graph, always as many, given also which node of this graph
  ///     each of its nodes is a copy of; called on several threads at once.
  /// - Returns: An estimate for each number.
  /// - Throws: ``ComparisonError/parameterOutOfRange(name:value:allowed:)``.
  /// - Complexity: O(replicates · (*n* + *m* log degree)) time and that of the numbers.
  /// - SeeAlso: T. A. B. Snijders, S. P. Borgatti. Non-parametric standard errors and tests for
  ///   network statistics. Connections 22, 1999.
  public func vertexBootstrap(
    replicates: Int = 1000, level: Double = 0.95, seed: UInt64 = 1,
    execution: Execution = .standard,
    statistics: @Sendable (_ graph: Graph, _ origins: [Node]) -> [Double]
  ) throws(ComparisonError) -> [BootstrapEstimate] {
    try Self.checkBootstrap(replicates, level)
    let observed = statistics(self, Array(nodes))
    let draws = bootstrapDraws(replicates, seed, execution, statistics)
    return observed.indices.map { index in
      BootstrapEstimate(
        observed: observed[index], draws: draws.map { $0[index] }, level: level)
    }
  }

  /// Returns standard errors and intervals of the differences between the numbers of two graphs.
  ///
  /// The nodes of both are drawn on their own, as ``vertexBootstrap(replicates:level:seed:execution:statistics:)``
  /// says; where an interval does not hold 0, the graphs differ by more than such draws do.
  ///
  /// - Parameters:
  ///   - other: The graph whose numbers are subtracted; it may be of other nodes.
  ///   - replicates: How many are made of each, at least 1.
  ///   - level: Which share of them an interval holds, above 0 and below 1.
  ///   - seed: Equal seeds give equal results, on any number of threads.
  ///   - execution: Threads, progress and cancellation.
  ///   - statistics: The numbers of a graph, as there.
  /// - Returns: An estimate of each difference.
  /// - Throws: ``ComparisonError/parameterOutOfRange(name:value:allowed:)``.
  /// - Complexity: That of two bootstraps.
  public func bootstrapDifferences(
    from other: Graph, replicates: Int = 1000, level: Double = 0.95, seed: UInt64 = 1,
    execution: Execution = .standard,
    statistics: @Sendable (_ graph: Graph, _ origins: [Node]) -> [Double]
  ) throws(ComparisonError) -> [BootstrapEstimate] {
    try Self.checkBootstrap(replicates, level)
    let first = bootstrapDraws(
      replicates, seed, execution.tellingProgress { $0 / 2 }, statistics)
    // Seeds that the first graph does not use.
    let second = other.bootstrapDraws(
      replicates, ~seed, execution.tellingProgress { 0.5 + $0 / 2 }, statistics)
    let observed = zip(statistics(self, Array(nodes)), statistics(other, Array(other.nodes)))
    return observed.enumerated().map { index, pair in
      BootstrapEstimate(
        observed: pair.0 - pair.1,
        draws: zip(first, second).map { $0[index] - $1[index] }, level: level)
    }
  }

  private static func checkBootstrap(
    _ replicates: Int, _ level: Double
  ) throws(ComparisonError) {
    try checkTries(replicates, name: "replicates")
    guard level > 0, level < 1 else {
      throw .parameterOutOfRange(name: "level", value: level, allowed: "above 0 and below 1")
    }
  }

  private func bootstrapDraws(
    _ replicates: Int, _ seed: UInt64, _ execution: Execution,
    _ statistics: @Sendable (Graph, [Node]) -> [Double]
  ) -> [[Double]] {
    let resampler = VertexResampler(self)
    return execution.map(replicates, chunkSize: 4, makeScratch: {}) { index, _ in
      var bits = RandomBits(ofReplicate: index, seed: seed)
      let (graph, origins) = resampler.replicate(using: &bits)
      return statistics(graph, origins)
    }
  }
}
