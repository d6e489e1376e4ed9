/// A number of paths, which may be too large for any integer.
protocol PathCount: Sendable {
  init(_ value: Double)
  static func += (sum: inout Self, other: Self)
  /// What share of a number of paths another is.
  static func / (part: Self, whole: Self) -> Double
  /// Whether sums with it may no longer be right.
  var isTooLarge: Bool { get }
}

extension Double: PathCount {
  /// Twice as many, a million times over, are still below the largest `Double`, about 2¹⁰²⁴.
  var isTooLarge: Bool { self >= 0x1p1000 }
}

extension ScaledNumber: PathCount {
  var isTooLarge: Bool { false }
}
