/// How far apart the nodes of a graph are, where counting all pairs would take too long.
public struct DistanceEstimate: Sendable, Equatable {
  /// The estimated mean steps over the pairs that reach each other; NaN where none do.
  public let meanDistance: Double

  /// The greatest that the standard error of ``meanDistance`` can be.
  public let standardError: Double

  /// The precision of the sketches.
  public let precision: Int

  /// Estimates the mean distance from HyperBall sketches.
  ///
  /// The mean distance is Σ (1 − *F*(*t*)) over *t* ≥ 0, where *F*(*t*) is the share of those pairs
  /// that are at most *t* steps apart. What sketches say of a ball has the standard error that
  /// ``GraphMeasures/HyperBall`` tells; errors of several balls, and of several *t*, add up at most.
  /// As *x* √(1 − *x*²) is concave, all balls of radius *t* together are off by no more than
  /// *F*(*t*) √(1 − *F*(*t*)²) of the error of one. Balls of one step are exact. Along arcs the
  /// number of pairs is estimated too, which adds as much as the balls do without that root.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - execution: How the work is carried out. Where its memory is too small for even the
  ///     coarsest sketches, or it is cancelled, there is no estimate.
  /// - Complexity: O(*m*) times some hundreds, a step.
  public init?(of graph: Graph, execution: Execution = .standard) {
    guard let precision = Self.precision(for: graph, execution),
      let balls = try? graph.hyperBall(precision: precision, execution: execution),
      !execution.isCancelled()
    else { return nil }
    self.precision = precision
    meanDistance = balls.meanDistance
    let pairCount = balls.pairCounts.reduce(0, +)
    var (within, errors) = (0.0, 0.0)
    for (steps, count) in balls.pairCounts.enumerated() where steps > 0 {
      within += count
      let share = min(1, within / pairCount)
      guard steps > 1, share < 1 else { continue }
      errors += graph.isDirected ? 2 * share : share * (1 - share * share).squareRoot()
    }
    standardError = errors * HyperBall.relativeError(precision: precision)
  }

  /// The most registers that a step looks at: some seconds' work.
  private static let registersPerStep = 1 << 32

  private static func precision(for graph: Graph, _ execution: Execution) -> Int? {
    let affordable = HyperBall.precisions.last {
      graph.outgoing.arcCount << $0 <= registersPerStep
    }
    return graph.greatestPrecision(execution).map {
      min($0, affordable ?? HyperBall.precisions.lowerBound)
    }
  }
}

extension Graph {
  /// Returns the diameter if searches settle it in some time.
  ///
  /// - Parameters:
  ///   - limit: How long to search.
  ///   - execution: How the work is carried out.
  /// - Returns: The greatest number of steps between two nodes that a path joins; nil where there is
  ///   no such pair, or the time was not enough.
  public func diameter(within limit: Duration, execution: Execution) -> Int? {
    let end = ContinuousClock.now + limit
    let isOver: @Sendable () -> Bool = { execution.isCancelled() || .now > end }
    let diameter = diameter(
      execution: Execution(
        threads: execution.threads, memoryLimit: execution.memoryLimit,
        onProgress: execution.onProgress, isCancelled: isOver))
    return isOver() ? nil : diameter
  }
}
