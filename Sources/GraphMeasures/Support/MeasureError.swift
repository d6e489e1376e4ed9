public import GraphStructure

/// Why a measure has no result.
public enum MeasureError: Error, Equatable, Sendable {
  /// A parameter lies outside what the measure is defined for.
  case parameterOutOfRange(name: String, value: Double, allowed: String)
  /// An iteration came to its limit before its change fell below the tolerance.
  case notConverged(measure: String, iterations: Int, change: Double, tolerance: Double)
  /// An arc has a strength below 0, which the measure cannot take.
  case negativeStrength(Double, source: Graph.Node, target: Graph.Node)
  /// An arc has a distance of 0 or less, so that shortest paths are not defined.
  case distanceNotPositive(Double, source: Graph.Node, target: Graph.Node)
  /// Lengths by distances were asked for, but the graph has none.
  case noDistances
  /// Several parts of the graph share the largest eigenvalue, so that no single eigenvector
  /// belongs to it.
  case leadingEigenvalueNotSimple(eigenvalue: Double)
  /// The work does not fit the memory it may take, not even on one thread; both in bytes.
  case memoryTooSmall(measure: String, needed: Int, limit: Int)
  /// Another tool's convention was asked for, which cannot be followed here.
  case notReproduced(measure: String, peer: String, reason: String)
  /// Lengths by distances were asked for, but the measure counts steps.
  case stepsOnly(measure: String)
}

extension MeasureError: CustomStringConvertible {
  /// What went wrong, in one English sentence.
  public var description: String {
    switch self {
    case .parameterOutOfRange(let name, let value, let allowed):
      "\(name) is \(value), but must be \(allowed)."
    case .notConverged(let measure, let iterations, let change, let tolerance):
      """
      \(measure) did not converge: after \(iterations) iterations the change was \(change), \
      not below \(tolerance).
      """
    case .negativeStrength(let strength, let source, let target):
      "The arc from node \(source) to node \(target) has strength \(strength), below 0."
    case .distanceNotPositive(let distance, let source, let target):
      "The arc from node \(source) to node \(target) has distance \(distance), not above 0."
    case .noDistances:
      "The graph has no distances."
    case .leadingEigenvalueNotSimple(let eigenvalue):
      """
      The largest eigenvalue, \(eigenvalue), belongs to several parts of the graph, so that \
      eigenvector centrality is not defined.
      """
    case .memoryTooSmall(let measure, let needed, let limit):
      "\(measure) works in \(needed) bytes beside the graph, but only \(limit) are allowed."
    case .notReproduced(let measure, let peer, let reason):
      "\(measure) as in \(peer) cannot be given: \(reason)."
    case .stepsOnly(let measure):
      "\(measure) counts steps only; ask for paths by steps."
    }
  }
}
