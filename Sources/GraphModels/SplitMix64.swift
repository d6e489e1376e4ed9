/// SplitMix64: a small random generator that gives the same numbers on every platform.
///
/// - SeeAlso: G. L. Steele, D. Lea, C. H. Flood. Fast splittable pseudorandom number generators.
///   OOPSLA 2014.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator.
  ///
  /// - Parameter seed: Equal seeds give equal numbers.
  public init(seed: UInt64) {
    state = seed
  }

  /// Returns the next 64 random bits.
  ///
  /// - Returns: A number of all those that 64 bits hold, each as likely.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Returns the next number of [0, 1), a multiple of 2⁻⁵³.
  ///
  /// The standard library's own `Double.random(in:)` may change between releases; this does not.
  ///
  /// - Returns: The number.
  public mutating func nextUnit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }
}
