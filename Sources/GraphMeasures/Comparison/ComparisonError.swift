public import GraphStructure

/// Why networks could not be compared, or a test not be made.
public enum ComparisonError: Error, Equatable, Sendable {
  /// A parameter lies outside what the test is defined for.
  case parameterOutOfRange(name: String, value: Double, allowed: String)
  /// Two matrices are of different size.
  case sizesDiffer(Int, Int)
  /// A value between two nodes is not a finite number.
  case notFinite(Double, source: Graph.Node, target: Graph.Node)
  /// There are as many numbers to estimate as pairs of nodes, or more.
  case tooManyPredictors(Int, pairs: Int)
  /// The response is the same for all pairs, so there is nothing to explain.
  case constantResponse
  /// A predictor, counted from 0, is the same for all pairs.
  case constantPredictor(Int)
  /// A predictor, counted from 0, follows from the others, so that its own part is not defined.
  case collinearPredictor(Int)
  /// What is held fixed counts the directions of arcs, and the graph has none.
  case needsDirections
  /// One graph has directions and the other has none.
  case directionsDiffer
}

extension ComparisonError: CustomStringConvertible {
  /// What went wrong, in one English sentence.
  public var description: String {
    switch self {
    case .parameterOutOfRange(let name, let value, let allowed):
      "\(name) is \(value), but must be \(allowed)."
    case .sizesDiffer(let first, let second):
      "The matrices have \(first) and \(second) nodes; give matrices of the same nodes."
    case .notFinite(let value, let source, let target):
      "The value from node \(source) to node \(target) is \(value), not a finite number."
    case .tooManyPredictors(let count, let pairs):
      """
      \(count) predictors cannot be told apart by \(pairs) pairs of nodes; give fewer predictors or \
      more nodes.
      """
    case .constantResponse:
      "The response is the same for all pairs of nodes, so there is nothing to explain."
    case .constantPredictor(let index):
      "Predictor \(index + 1) is the same for all pairs of nodes; leave it out."
    case .collinearPredictor(let index):
      "Predictor \(index + 1) follows from the other predictors; leave it or another one out."
    case .needsDirections:
      "The dyad census counts directions, and the graph has none; hold the edges fixed instead."
    case .directionsDiffer:
      "One graph is directed and the other is not; make both the same."
    }
  }
}
