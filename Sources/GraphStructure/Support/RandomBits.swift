/// The generator SplitMix64: the one source of random numbers of the package.
///
/// - SeeAlso: G. L. Steele, D. Lea, C. H. Flood. Fast splittable pseudorandom number generators.
///   OOPSLA 2014.
package struct RandomBits: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator.
  ///
  /// - Parameter seed: Equal seeds give equal numbers, on every platform.
  package init(seed: UInt64) {
    state = seed
  }

  /// Returns the next 64 random bits.
  ///
  /// - Returns: A number of all those that 64 bits hold, each as likely.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Goes on as if some numbers had been drawn, in one step.
  ///
  /// - Parameter count: How many, at least 0.
  package mutating func skip(_ count: Int) {
    state &+= 0x9E37_79B9_7F4A_7C15 &* UInt64(count)
  }

  /// Returns a random number below a bound.
  ///
  /// The upper half of a product is used, whose bias is below bound · 2⁻⁶⁴; the standard library's
  /// own way may change between releases.
  ///
  /// - Parameter bound: At least 1.
  /// - Returns: A number of 0..<`bound`.
  package mutating func nextIndex(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Returns the next number of [0, 1), a multiple of 2⁻⁵³.
  ///
  /// The standard library's own `Double.random(in:)` may change between releases; this does not.
  ///
  /// - Returns: The number.
  package mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
