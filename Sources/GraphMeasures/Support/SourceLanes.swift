/// A set of sources of one batch.
protocol SourceLanes: BitwiseCopyable {
  static var none: Self { get }
  static var laneCount: Int { get }
  /// The set of the first so many sources.
  static func first(_ count: Int) -> Self
  func union(_ other: Self) -> Self
  func intersection(_ other: Self) -> Self
  func symmetricDifference(_ other: Self) -> Self
  func subtracting(_ other: Self) -> Self
  func contains(all other: Self) -> Bool
  /// How many sources are in this set but not in another.
  func count(without other: Self) -> Int
  mutating func insert(_ lane: Int)
  func contains(_ lane: Int) -> Bool
}

extension UInt64: SourceLanes {
  static var none: UInt64 { 0 }
  static var laneCount: Int { 64 }
  @inline(__always)
  static func first(_ count: Int) -> UInt64 { count >= 64 ? .max : (1 << count) - 1 }
  @inline(__always)
  func union(_ other: UInt64) -> UInt64 { self | other }
  @inline(__always)
  func intersection(_ other: UInt64) -> UInt64 { self & other }
  @inline(__always)
  func symmetricDifference(_ other: UInt64) -> UInt64 { self ^ other }
  @inline(__always)
  func subtracting(_ other: UInt64) -> UInt64 { self & ~other }
  @inline(__always)
  func contains(all other: UInt64) -> Bool { other & ~self == 0 }
  @inline(__always)
  func count(without other: UInt64) -> Int { (self & ~other).nonzeroBitCount }
  @inline(__always)
  mutating func insert(_ lane: Int) { self |= 1 << lane }
  func contains(_ lane: Int) -> Bool { self >> lane & 1 == 1 }
}

extension SIMD8<UInt64>: SourceLanes {
  static var none: Self { Self(repeating: 0) }
  static var laneCount: Int { 512 }
  static func first(_ count: Int) -> Self {
    var lanes = Self.none
    for word in 0..<8 { lanes[word] = UInt64.first(Swift.max(0, count - 64 * word)) }
    return lanes
  }
  @inline(__always)
  func union(_ other: Self) -> Self { self | other }
  @inline(__always)
  func intersection(_ other: Self) -> Self { self & other }
  @inline(__always)
  func symmetricDifference(_ other: Self) -> Self { self ^ other }
  @inline(__always)
  func subtracting(_ other: Self) -> Self { self & ~other }
  @inline(__always)
  func contains(all other: Self) -> Bool {
    let missing = other & ~self
    let half = missing.lowHalf | missing.highHalf
    let quarter = half.lowHalf | half.highHalf
    return quarter[0] | quarter[1] == 0
  }
  /// Counts all bits together: without a processor's own instruction, which the baseline lacks,
  /// the words share all but the first steps.
  @inline(__always)
  func count(without other: Self) -> Int {
    var bits = self & ~other
    bits = bits &- ((bits &>> 1) & 0x5555_5555_5555_5555)
    bits = (bits & 0x3333_3333_3333_3333) &+ ((bits &>> 2) & 0x3333_3333_3333_3333)
    // Fields of four bits hold at most 4 each, of two words 8.
    var half = bits.lowHalf &+ bits.highHalf
    half = (half & 0x0f0f_0f0f_0f0f_0f0f) &+ ((half &>> 4) & 0x0f0f_0f0f_0f0f_0f0f)
    let quarter = half.lowHalf &+ half.highHalf
    // Bytes hold at most 64; fields of 16 bits hold any sum.
    let sum = quarter[0] &+ quarter[1]
    let fields = (sum & 0x00ff_00ff_00ff_00ff) &+ ((sum &>> 8) & 0x00ff_00ff_00ff_00ff)
    return Int((fields &* 0x0001_0001_0001_0001) &>> 48)
  }
  @inline(__always)
  mutating func insert(_ lane: Int) { self[lane / 64] |= 1 << (lane % 64) }
  func contains(_ lane: Int) -> Bool { self[lane / 64] >> (lane % 64) & 1 == 1 }
}
