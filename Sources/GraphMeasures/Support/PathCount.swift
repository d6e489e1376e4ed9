/// A number of paths, which may be too large for any integer, or what stands in proportion to it.
protocol PathCount: Sendable {
  init(_ value: Double)
  static func += (sum: inout Self, other: Self)
  static func * (left: Self, right: Self) -> Self
  /// What share of a number of paths another is.
  static func / (part: Self, whole: Self) -> Double
  /// Whether sums with it may no longer be right.
  var isTooLarge: Bool { get }
  /// Whether products of two such counts may no longer be right.
  var isTooLargeToMultiply: Bool { get }
}

extension Double: PathCount {
  /// Twice as many, a million times over, are still below the largest `Double`, about 2¹⁰²⁴.
  var isTooLarge: Bool { self >= 0x1p1000 }

  /// Two counts and the numbers of an end's arcs and of meeting nodes multiply to less than 2¹⁰²³.
  var isTooLargeToMultiply: Bool { self > 0x1p470 }
}

extension ScaledNumber: PathCount {
  var isTooLarge: Bool { false }
  var isTooLargeToMultiply: Bool { false }
}
