internal import KnowWho

/// What a summary says of distances in a graph too large to count those of all pairs.
struct FarDistances: Sendable {
  /// The estimated mean distance; nil where it does not fit the memory.
  let mean: DistanceEstimate?

  /// The diameter, exact; nil where it is not known.
  let diameter: Double?

  /// How long the diameter may take: in social networks it takes a fraction of that, on grids and
  /// rings it could take hours.
  private static let patience = Duration.seconds(10)

  /// Whether a graph is too large to count the distances of all pairs, and has any.
  static func areAsked(of graph: Graph) -> Bool {
    graph.nodeCount > GraphProfile.allPairsLimit && graph.edgeCount > 0
  }

  /// Computes what can be told in some seconds.
  init(of graph: Graph, _ execution: Execution) {
    mean = DistanceEstimate(
      of: graph, execution: execution.tellingHalf(of: 0))
    diameter = graph.diameter(within: Self.patience, execution: execution.tellingHalf(of: 1))
      .map(Double.init)
  }

  /// The mean distance as a cell of a table.
  var meanDistanceCell: String? {
    mean.map { "≈ \(Decimals.fixed($0.meanDistance, 2)) ± \(Decimals.fixed($0.standardError, 2))" }
  }

  /// The estimates with names and conventions, for programs.
  var estimates: [(name: String, value: Double, convention: String)] {
    guard let mean else { return [] }
    return [
      (
        "meanDistanceEstimate", mean.meanDistance,
        "steps, over pairs that reach each other, by sketches of precision \(mean.precision)"
      ),
      (
        "meanDistanceStandardError", mean.standardError,
        "the greatest that the standard error of the estimate can be"
      ),
    ]
  }

  /// What is estimated, and what is not known.
  func notes(_ language: Language) -> [String] {
    var notes: [String] = []
    if let mean {
      notes.append(
        language(
          "≈ Mean distance is estimated by HyperBall sketches of precision \(mean.precision); "
            + "behind ± stands the greatest that its standard error can be.",
          "≈ の付いた平均距離は、HyperBall（精度\(mean.precision)）による推定値です。± の後は標準誤差の上限です。"))
    }
    if diameter == nil {
      notes.append(
        language(
          "The diameter is left out: it was not settled within \(Self.patience.components.seconds) "
            + "seconds.",
          "\(Self.patience.components.seconds)秒以内に定まらなかったため、最大距離は示していません。"))
    }
    return notes
  }
}

extension Execution {
  /// The same where this work is one half of a longer one.
  fileprivate func tellingHalf(of half: Int) -> Execution {
    tellingProgress { (Double(half) + $0) / 2 }
  }
}
