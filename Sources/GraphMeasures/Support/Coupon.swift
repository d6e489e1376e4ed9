/// What a HyperLogLog sketch keeps of one item: the register it falls into and how rare it is.
///
/// It is the coupon of Apache DataSketches, and so of `hll_sketch_agg` of Spark SQL, for a number
/// of 64 bits. Registers can hence be compared with theirs one by one.
package struct Coupon: Sendable, Equatable {
  /// Where it falls, 26 bits: the lowest ones are the register of a sketch of fewer registers.
  package let address: UInt32

  /// How many zeros its second hash begins with, and one more, at most 63.
  package let value: UInt8

  /// Draws the coupon of an item.
  ///
  /// - Parameter item: A number.
  package init(of item: UInt64) {
    let (low, high) = murmurHash3(of: item, seed: Self.seed)
    address = UInt32(truncatingIfNeeded: low) & 0x3ff_ffff
    value = UInt8(min(high.leadingZeroBitCount, 62) + 1)
  }

  private static let seed: UInt64 = 9001
}

/// Returns the 128-bit hash of the 8 bytes of a number, lowest first.
///
/// - Parameters:
///   - item: The number.
///   - seed: Where the hash starts.
/// - Returns: MurmurHash3 in its form for 64-bit processors (A. Appleby, 2011).
package func murmurHash3(of item: UInt64, seed: UInt64) -> (low: UInt64, high: UInt64) {
  var scrambled = item &* 0x87c3_7b91_1142_53d5
  scrambled = (scrambled &<< 31) | (scrambled &>> 33)
  scrambled = scrambled &* 0x4cf5_ad43_2745_937f
  // Eight bytes leave the second half as it starts; both take in the length.
  var low = (seed ^ scrambled) ^ 8
  var high = seed ^ 8
  low = low &+ high
  high = high &+ low
  low = finalMix(low)
  high = finalMix(high)
  low = low &+ high
  high = high &+ low
  return (low, high)
}

private func finalMix(_ bits: UInt64) -> UInt64 {
  var mixed = bits
  mixed = (mixed ^ (mixed &>> 33)) &* 0xff51_afd7_ed55_8ccd
  mixed = (mixed ^ (mixed &>> 33)) &* 0xc4ce_b9fe_1a85_ec53
  return mixed ^ (mixed &>> 33)
}
