/// What a node, or a set of nodes, weighs against others: the more two weigh, the more edges between
/// them are expected.
///
/// It is one number, or in a directed graph under modularity two. Kernels are made for each.
protocol NodeMass: Sendable {
  /// The mass of nothing.
  static var zero: Self { get }

  static func + (first: Self, second: Self) -> Self
  static func - (first: Self, second: Self) -> Self

  /// What is expected between this and the other, but for a factor that all have in common.
  func times(_ other: Self) -> Double
}

/// The number of nodes, or the sum of what their edges count.
extension Double: NodeMass {
  @inline(__always)
  func times(_ other: Double) -> Double { self * other }
}

/// What the arcs that leave nodes count, and what those that enter them count.
struct TwoWayMass: NodeMass {
  var leaving: Double
  var entering: Double

  static let zero = TwoWayMass(leaving: 0, entering: 0)

  @inline(__always)
  static func + (first: TwoWayMass, second: TwoWayMass) -> TwoWayMass {
    TwoWayMass(
      leaving: first.leaving + second.leaving, entering: first.entering + second.entering)
  }

  @inline(__always)
  static func - (first: TwoWayMass, second: TwoWayMass) -> TwoWayMass {
    TwoWayMass(
      leaving: first.leaving - second.leaving, entering: first.entering - second.entering)
  }

  /// Arcs may lead either way.
  @inline(__always)
  func times(_ other: TwoWayMass) -> Double {
    leaving * other.entering + entering * other.leaving
  }
}
