/// Why a model has no graph to give.
public enum ModelError: Error, Equatable, Sendable {
  /// A number lies outside what the model is defined for.
  case outOfRange(name: String, value: Int, allowed: ClosedRange<Int>)
  /// A probability lies outside 0…1, or a factor below 0.
  case probabilityOutOfRange(name: String, value: Double, allowed: String)
  /// A number that must be even is odd.
  case odd(name: String, value: Int)
  /// More edges are asked for, or expected, than nodes allow or memory can number.
  case tooManyEdges(Int, most: Int)
  /// The degrees of all nodes add up to an odd number, but every edge has two ends.
  case oddDegreeSum(Int)
  /// No simple graph has these degrees: the nodes of greatest degree need more ends than others
  /// can give.
  case notGraphical(nodes: Int, degreeSum: Int, most: Int)
}

extension ModelError: CustomStringConvertible {
  /// What went wrong, and what is allowed, in English.
  public var description: String {
    switch self {
    case .outOfRange(let name, let value, let allowed):
      "\(name) is \(value), but must be from \(allowed.lowerBound) to \(allowed.upperBound)."
    case .probabilityOutOfRange(let name, let value, let allowed):
      "\(name) is \(value), but must be \(allowed)."
    case .odd(let name, let value):
      "\(name) is \(value), but must be even."
    case .tooManyEdges(let count, let most):
      "\(count) edges are asked for, but at most \(most) are possible."
    case .oddDegreeSum(let sum):
      "The degrees add up to \(sum), an odd number; every edge has two ends."
    case .notGraphical(let nodes, let sum, let most):
      """
      No simple graph has these degrees: the \(nodes) greatest add up to \(sum), but at most \
      \(most) ends can meet them.
      """
    }
  }
}

extension ModelError {
  /// The most edges a model draws.
  static let mostEdges = 1 << 32

  /// The most nodes a graph can number.
  static let mostNodes = Int(UInt32.max) - 1

  static func check(_ name: String, _ value: Int, _ allowed: ClosedRange<Int>) throws(ModelError) {
    guard allowed.contains(value) else {
      throw .outOfRange(name: name, value: value, allowed: allowed)
    }
  }

  static func check(_ name: String, probability: Double) throws(ModelError) {
    guard (0...1).contains(probability) else {
      throw .probabilityOutOfRange(name: name, value: probability, allowed: "from 0 to 1")
    }
  }

  static func check(expectedEdges: Double) throws(ModelError) {
    guard expectedEdges <= Double(mostEdges) else {
      throw .tooManyEdges(Int(min(expectedEdges, 0x1p62)), most: mostEdges)
    }
  }

  /// Checks how many swaps an edge are asked for.
  ///
  /// - Parameter swapsPerEdge: How many; 0 or more.
  /// - Throws: ``outOfRange(name:value:allowed:)``.
  package static func checkSwaps(_ swapsPerEdge: Int) throws(ModelError) {
    try check("swaps per edge", swapsPerEdge, 0...1_000_000)
  }

  /// Checks the numbers of a model of equal groups.
  ///
  /// - Parameters:
  ///   - groups: How many groups there are.
  ///   - size: How many nodes each has.
  ///   - inside: The probability of an edge within a group.
  ///   - between: The probability of an edge across groups.
  /// - Throws: ``ModelError`` for what is out of range.
  package static func checkGroups(
    groups: Int, size: Int, inside: Double, between: Double
  ) throws(ModelError) {
    try check("groups", groups, 1...mostNodes)
    try check("group size", size, 1...(mostNodes / groups))
    try check("inside", probability: inside)
    try check("between", probability: between)
  }
}
