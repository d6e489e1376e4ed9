internal import GraphStructure

/// SplitMix64: a small random generator that gives the same numbers on every platform.
///
/// - SeeAlso: G. L. Steele, D. Lea, C. H. Flood. Fast splittable pseudorandom number generators.
///   OOPSLA 2014.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var bits: RandomBits

  /// Creates a generator.
  ///
  /// - Parameter seed: Equal seeds give equal numbers.
  public init(seed: UInt64) {
    bits = RandomBits(seed: seed)
  }

  /// Returns the next 64 random bits.
  ///
  /// - Returns: A number of all those that 64 bits hold, each as likely.
  public mutating func next() -> UInt64 { bits.next() }

  /// Returns the next number of [0, 1), a multiple of 2⁻⁵³.
  ///
  /// The standard library's own `Double.random(in:)` may change between releases; this does not.
  ///
  /// - Returns: The number.
  public mutating func nextUnit() -> Double { bits.nextUnit() }

  /// Returns a random number below a bound.
  ///
  /// - Parameter bound: At least 1.
  /// - Returns: A number of 0..<`bound`.
  package mutating func nextIndex(below bound: Int) -> Int { bits.nextIndex(below: bound) }

  /// Goes on as if some numbers had been drawn.
  ///
  /// - Parameter count: How many, at least 0.
  package mutating func skip(_ count: Int) { bits.skip(count) }

  /// Brings values into a random order (Fisher and Yates).
  ///
  /// - Parameter values: The values; every order is as likely.
  package mutating func shuffle<Value>(_ values: inout [Value]) {
    for index in stride(from: values.count - 1, to: 0, by: -1) {
      values.swapAt(index, nextIndex(below: index + 1))
    }
  }
}
