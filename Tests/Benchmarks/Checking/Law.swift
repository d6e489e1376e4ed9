internal import GraphStructure

/// Something that must hold of a result, told from its definition.
struct Law: Sendable {
  /// Returns what is wrong with a result, nil if nothing is.
  let complaint: @Sendable (Subject, Outcome) -> String?

  /// Nothing must hold.
  static let none = Law { _, _ in nil }

  /// Some nodes must have the scores that are expected of them, to 9 digits.
  ///
  /// - Parameter expected: Returns the score of a sampled node, nil if that would take too long.
  /// - Returns: The law.
  static func samples(
    _ expected: @escaping @Sendable (Subject, _ node: Graph.Node, _ steps: [Int]) -> Double?
  ) -> Law {
    Law { subject, outcome in
      for sample in subject.samples {
        guard let score = outcome[sample.node] else { return "no score of nodes" }
        guard let wanted = expected(subject, sample.node, sample.steps) else { continue }
        if score.isNaN && wanted.isNaN { continue }
        // Written so that NaN complains too.
        guard abs(score - wanted) <= 1e-9 * max(1, abs(wanted)) else {
          return "node \(sample.node) scores \(score), not \(wanted)"
        }
      }
      return nil
    }
  }

  /// Some nodes must have the scores that a plain search from them gives.
  static func search(_ expected: @escaping @Sendable (SearchSums) -> Double) -> Law {
    samples { _, _, steps in expected(SearchSums(steps: steps)) }
  }
}

/// Returns a complaint that a number is not what it should be, nil if it is, to 9 digits.
func mismatch(_ what: String, is actual: Double, not expected: Double) -> String? {
  abs(actual - expected) <= 1e-9 * max(1, abs(expected))
    ? nil : "\(what) is \(actual), not \(expected)"
}
