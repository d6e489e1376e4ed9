internal import GraphMeasures
internal import GraphStructure

extension Operation {
  /// Comparisons of networks: for graphs of some hundred nodes, as they look at all pairs.
  ///
  /// A network is compared with itself, its nodes renumbered: *i* becomes (7 *i* + 3) mod *n*.
  static let comparisons: [Operation] = [
    Operation("qap", .correlation { DyadMatrix($0.graph) }, prepare: { _ = $0.matrices }) {
      .value("correlation", try correlation($0.matrices.ties, $0.execution))
    },
    Operation("qap_valued", .correlation { $0.matrices.lengths.0 }, prepare: { _ = $0.matrices }) {
      .value("correlation", try correlation($0.matrices.lengths, $0.execution))
    },
  ]

  private static func correlation(
    _ matrices: (DyadMatrix, DyadMatrix), _ execution: Execution
  ) throws -> Double {
    let test = try matrices.0.qapCorrelation(
      with: matrices.1, permutations: 10_000, execution: execution)
    return test.tries == 10_000 ? test.observed : .nan
  }
}

extension DyadMatrix {
  /// The same numbers between nodes of other numbers.
  var renumbered: DyadMatrix {
    var values = values
    for row in 0..<nodeCount {
      for column in 0..<nodeCount {
        let (source, target) = ((7 * row + 3) % nodeCount, (7 * column + 3) % nodeCount)
        values[source * nodeCount + target] = self[row, column]
      }
    }
    return Self.checked(nodeCount, values)
  }

  /// Lengths 1…10 between all pairs, as ``Subject/graphWithDistances`` has them.
  static func lengths(_ nodeCount: Int) -> DyadMatrix {
    checked(
      nodeCount,
      (0..<nodeCount * nodeCount).map { place in
        let (row, column) = (place / nodeCount, place % nodeCount)
        return Double(1 + (7919 * min(row, column) + 104_729 * max(row, column)) % 10)
      })
  }

  private static func checked(_ nodeCount: Int, _ values: [Double]) -> DyadMatrix {
    do {
      return try DyadMatrix(nodeCount: nodeCount, values: values)
    } catch {
      preconditionFailure("whole numbers make a matrix: \(error)")
    }
  }
}

extension Law {
  /// A correlation must be Pearson's with the renumbered matrix, pair by pair.
  static func correlation(_ matrix: @escaping @Sendable (Subject) -> DyadMatrix) -> Law {
    Law { subject, outcome in
      guard case .value(_, let actual) = outcome else { return "no correlation" }
      let (left, right) = (matrix(subject), matrix(subject).renumbered)
      var sums = (x: 0.0, y: 0.0, xx: 0.0, yy: 0.0, xy: 0.0, count: 0.0)
      for row in 0..<left.nodeCount {
        for column in 0..<left.nodeCount where column != row {
          let (x, y) = (left[row, column], right[row, column])
          sums.x += x
          sums.y += y
          sums.xx += x * x
          sums.yy += y * y
          sums.xy += x * y
          sums.count += 1
        }
      }
      let spread =
        (sums.xx - sums.x * sums.x / sums.count) * (sums.yy - sums.y * sums.y / sums.count)
      let expected = (sums.xy - sums.x * sums.y / sums.count) / spread.squareRoot()
      return mismatch("the correlation", is: actual, not: expected)
    }
  }
}
