public import GraphStructure

/// How many nodes each node reaches and how near they are, estimated from sketches.
public struct HyperBall: Sendable, Equatable {
  /// The logarithm of the number of registers of a sketch to base 2.
  public let precision: Int

  /// After how many steps no ball grew any more, or the limit.
  public let steps: Int

  /// The estimated number of other nodes that each node reaches within ``steps``.
  public let reachedCounts: [Double]

  /// The estimated sum of 1 / distance over the nodes that each node reaches.
  public let sumsOfReciprocals: [Double]

  /// The estimated number of ordered pairs at each distance, indexed by it; the entry for 0 is 0.
  public let pairCounts: [Double]

  /// The estimated mean distance over the pairs that a path of at most ``steps`` joins; NaN where
  /// there is none.
  public var meanDistance: Double {
    let sum = pairCounts.indices.reduce(0) { $0 + Double($1) * pairCounts[$1] }
    return sum / pairCounts.reduce(0, +)
  }

  /// The relative standard error of the size of one ball that is a small part of what its center
  /// reaches in the end: 1.04 / √(2^`precision`).
  ///
  /// - Parameter precision: The logarithm of the number of registers to base 2.
  /// - Returns: The error, as a share of the size.
  public static func relativeError(precision: Int) -> Double {
    1.04 / Double(1 << precision).squareRoot()
  }

  /// The precisions that a sketch can have.
  public static let precisions = 4...12

  /// Returns the working memory in bytes: two sketches and about 64 bytes more for every node,
  /// and 4 bytes an arc and direction.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - precision: The logarithm of the number of registers to base 2.
  /// - Returns: The memory, that of the graph left out.
  public static func workingMemory(for graph: Graph, precision: Int) -> Int {
    graph.nodeCount * (2 << precision + 64)
      + graph.outgoing.arcCount * (graph.isDirected ? 8 : 4)
  }

  /// Returns the greatest precision whose working memory fits, nil where none does.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - memory: The memory in bytes.
  /// - Returns: A precision of ``precisions``.
  public static func greatestPrecision(for graph: Graph, within memory: Int) -> Int? {
    precisions.last { workingMemory(for: graph, precision: $0) <= memory }
  }
}

/// How many nodes each node can reach within 1, 2, … steps, estimated from sketches.
public struct ApproximateReach: Sendable, Equatable {
  /// The greatest number of steps that was looked at.
  public let limit: Int

  /// The estimates, ``limit`` of them a node: entry *node* · `limit` + *steps* − 1.
  public let estimates: [Double]

  /// The estimated number of other nodes that a node reaches within some steps.
  ///
  /// - Parameters:
  ///   - node: A node.
  ///   - steps: A number of steps, 1…``limit``.
  public subscript(node: Graph.Node, within steps: Int) -> Double {
    precondition(steps >= 1 && steps <= limit, "\(steps) steps are not in 1…\(limit)")
    return estimates[node * limit + steps - 1]
  }

  /// Returns the estimates within some steps for every node, indexed by node.
  ///
  /// - Parameter steps: A number of steps, 1…``limit``.
  /// - Returns: The estimated numbers of other nodes.
  public func estimates(within steps: Int) -> [Double] {
    precondition(steps >= 1 && steps <= limit, "\(steps) steps are not in 1…\(limit)")
    return stride(from: steps - 1, to: estimates.count, by: limit).map { estimates[$0] }
  }
}

extension Graph {
  /// Returns estimates of how many nodes every node reaches, how near they are, and how far apart
  /// pairs are.
  ///
  /// Every node holds a HyperLogLog sketch of the ball around it, of 2^`precision` registers of a
  /// byte. A step unites the sketches of neighbors by taking the greater of each register, so all
  /// balls grow by one step in one pass over the arcs. The first step is exact; balls never
  /// shrink; none passes the number of nodes that can be reached at all.
  ///
  /// A ball that is the share *p* of what its center reaches in the end has the relative standard
  /// error √(1 − *p*²) · 1.04 / √(2^`precision`), and one that is all of it none: that whole is
  /// counted exactly and the error of its own sketch, which all nodes have in common, is taken out
  /// of all balls as far as they share in it. In an undirected graph the whole is the component; in
  /// a directed graph it is known for the nodes of the largest strong component, and other nodes
  /// keep the error 1.04 / √(2^`precision`).
  ///
  /// Sketches depend on the numbers of nodes and on nothing else, so the same graph gives the same
  /// bits, and the registers are those of `hll_sketch_agg` of Apache DataSketches and Spark SQL.
  /// Errors of different nodes are not independent: a mean over nodes is hardly better than one.
  ///
  /// - Parameters:
  ///   - limit: The greatest number of steps, at least 1.
  ///   - precision: The logarithm of the number of registers to base 2, 4…12.
  ///   - direction: `.outgoing` counts whom a node reaches, `.incoming` who reaches it.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The estimates.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)``.
  /// - Complexity: O(*m* · 2^`precision`) time a step, where nodes whose neighbors no longer change,
  ///   and those that have reached all, are passed over. Space as
  ///   ``HyperBall/workingMemory(for:precision:)`` says.
  /// - SeeAlso: P. Boldi, S. Vigna. In-core computation of geometric centralities with HyperBall.
  ///   ICDM Workshops 2013.
  public func hyperBall(
    within limit: Int = .max, precision: Int = 10, direction: Direction = .outgoing,
    execution: Execution = .standard
  ) throws(MeasureError) -> HyperBall {
    try checkHyperBall(limit, precision)
    var balls = BallGrowth(self, direction, precision: precision)
    var reached = [Double](repeating: 0, count: nodeCount)
    var reciprocals = reached
    var pairCounts = [0.0]
    let steps = balls.run(within: limit, execution: execution) { steps, node, growth in
      reached[node] += growth
      reciprocals[node] += growth / Double(steps)
      while pairCounts.count <= steps { pairCounts.append(0) }
      pairCounts[steps] += growth
    }
    return HyperBall(
      precision: precision, steps: steps, reachedCounts: reached, sumsOfReciprocals: reciprocals,
      pairCounts: pairCounts)
  }

  /// Returns estimates of how many nodes every node can reach within 1, 2, … steps.
  ///
  /// The count ``reach(within:direction:execution:)`` gives, by
  /// ``hyperBall(within:precision:direction:execution:)``, which tells of errors.
  ///
  /// - Parameters:
  ///   - limit: The greatest number of steps, at least 1.
  ///   - precision: The logarithm of the number of registers to base 2, 4…12.
  ///   - direction: `.outgoing` counts whom a node reaches, `.incoming` who reaches it.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The estimates for 1…`limit` steps: exact for 1, ascending.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)``.
  /// - Complexity: As ``hyperBall(within:precision:direction:execution:)``, and O(*n* · `limit`)
  ///   space.
  public func approximateReach(
    within limit: Int, precision: Int = 10, direction: Direction = .outgoing,
    execution: Execution = .standard
  ) throws(MeasureError) -> ApproximateReach {
    try checkHyperBall(limit, precision)
    var balls = BallGrowth(self, direction, precision: precision)
    var estimates = [Double](repeating: 0, count: nodeCount * limit)
    _ = balls.run(within: limit, execution: execution) { steps, node, growth in
      estimates[node * limit + steps - 1] = growth
    }
    // What lies nearer counts again.
    for row in stride(from: 0, to: estimates.count, by: limit) {
      for index in (row + 1)..<(row + limit) { estimates[index] += estimates[index - 1] }
    }
    return ApproximateReach(limit: limit, estimates: estimates)
  }

  /// Returns an estimate of the harmonic closeness of every node, counting steps.
  ///
  /// The score ``harmonicCloseness(direction:scaling:execution:)`` gives, by
  /// ``hyperBall(within:precision:direction:execution:)``, which tells of errors.
  ///
  /// - Parameters:
  ///   - precision: The logarithm of the number of registers to base 2, 4…12.
  ///   - direction: `.outgoing` measures from a node, `.incoming` towards it.
  ///   - scaling: `.scaled` divides by *n* − 1, so that a node tied to all others scores 1.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The estimated scores, indexed by node.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)``.
  /// - Complexity: As ``hyperBall(within:precision:direction:execution:)``.
  public func approximateHarmonicCloseness(
    precision: Int = 10, direction: Direction = .outgoing, scaling: Scaling = .scaled,
    execution: Execution = .standard
  ) throws(MeasureError) -> [Double] {
    let balls = try hyperBall(precision: precision, direction: direction, execution: execution)
    var scores = balls.sumsOfReciprocals
    switch scaling {
    case .raw: break
    case .scaled: scores.divide(by: Double(nodeCount - 1))
    case .l2: scores.scaleToUnitLength()
    }
    return scores
  }

  /// Returns the registers of the ball of some radius around every node.
  package func ballRegisters(
    within limit: Int, precision: Int, direction: Direction = .outgoing,
    execution: Execution = .standard
  ) -> [[UInt8]] {
    var balls = BallGrowth(self, direction, precision: precision)
    _ = balls.run(within: limit, execution: execution) { _, _, _ in }
    return balls.registersByNode()
  }

  private func checkHyperBall(_ limit: Int, _ precision: Int) throws(MeasureError) {
    guard limit >= 1 else {
      throw .parameterOutOfRange(name: "limit", value: Double(limit), allowed: "at least 1")
    }
    let allowed = HyperBall.precisions
    guard allowed.contains(precision) else {
      throw .parameterOutOfRange(
        name: "precision", value: Double(precision),
        allowed: "\(allowed.lowerBound)…\(allowed.upperBound)")
    }
  }
}
