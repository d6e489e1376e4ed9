/// One number for each of the sources of a batch of ``BatchedDependencies``.
///
/// Eight make a line of a cache; four or two do where memory is short.
protocol DependencyLanes: BitwiseCopyable, SendableMetatype {
  /// As many sets of 64 bits.
  associatedtype Bits: SIMD, BitwiseCopyable where Bits.Scalar == UInt64

  static var laneCount: Int { get }
  static var zero: Self { get }
  init(repeating: Double)
  subscript(lane: Int) -> Double { get set }
  static func + (first: Self, second: Self) -> Self
  static func += (first: inout Self, second: Self)
  static func * (first: Self, second: Self) -> Self
  static func / (first: Self, second: Self) -> Self

  /// One bit for each lane that is at least 2⁻¹⁰⁰⁰; the others must be 0.
  ///
  /// The higher halves of such numbers are positive as whole numbers: a dozen instructions tell that,
  /// while comparing numbers makes the compiler take them apart in sixty.
  var positiveLanes: UInt8 { get }
  /// The lanes whose bits are set, 0 in the others.
  func keeping(_ lanes: Bits) -> Self
  /// Adds the bits of a number to those of each lane and collects what comes out.
  func collectBits(plus addend: UInt64, in collected: inout Bits)
  /// The sum of all lanes, pair by pair.
  var total: Double { get }
}

extension SIMD8<Double>: DependencyLanes {
  static var laneCount: Int { 8 }

  @inline(__always)
  private var bits: SIMD8<UInt64> { unsafe unsafeBitCast(self, to: SIMD8<UInt64>.self) }

  @inline(__always)
  var positiveLanes: UInt8 {
    let words = unsafe unsafeBitCast(self, to: SIMD16<Int32>.self).oddHalf
    let set = (.zero &- words) &>> 31 & SIMD8<Int32>(1, 2, 4, 8, 16, 32, 64, 128)
    let half = set.lowHalf | set.highHalf
    let quarter = half.lowHalf | half.highHalf
    return UInt8(truncatingIfNeeded: quarter[0] | quarter[1])
  }

  @inline(__always)
  func collectBits(plus addend: UInt64, in collected: inout SIMD8<UInt64>) {
    collected |= bits &+ SIMD8<UInt64>(repeating: addend)
  }

  @inline(__always)
  func keeping(_ lanes: SIMD8<UInt64>) -> Self {
    unsafe unsafeBitCast(bits & lanes, to: Self.self)
  }

  @inline(__always)
  var total: Double {
    let half = lowHalf + highHalf
    let quarter = half.lowHalf + half.highHalf
    return quarter[0] + quarter[1]
  }
}

extension SIMD4<Double>: DependencyLanes {
  static var laneCount: Int { 4 }

  @inline(__always)
  private var bits: SIMD4<UInt64> { unsafe unsafeBitCast(self, to: SIMD4<UInt64>.self) }

  @inline(__always)
  var positiveLanes: UInt8 {
    let words = unsafe unsafeBitCast(self, to: SIMD8<Int32>.self).oddHalf
    let set = (.zero &- words) &>> 31 & SIMD4<Int32>(1, 2, 4, 8)
    let half = set.lowHalf | set.highHalf
    return UInt8(truncatingIfNeeded: half[0] | half[1])
  }

  @inline(__always)
  func collectBits(plus addend: UInt64, in collected: inout SIMD4<UInt64>) {
    collected |= bits &+ SIMD4<UInt64>(repeating: addend)
  }

  @inline(__always)
  func keeping(_ lanes: SIMD4<UInt64>) -> Self {
    unsafe unsafeBitCast(bits & lanes, to: Self.self)
  }

  @inline(__always)
  var total: Double {
    let half = lowHalf + highHalf
    return half[0] + half[1]
  }
}

extension SIMD2<Double>: DependencyLanes {
  static var laneCount: Int { 2 }

  @inline(__always)
  private var bits: SIMD2<UInt64> { unsafe unsafeBitCast(self, to: SIMD2<UInt64>.self) }

  @inline(__always)
  var positiveLanes: UInt8 { (self[0] > 0 ? 1 : 0) | (self[1] > 0 ? 2 : 0) }

  @inline(__always)
  func collectBits(plus addend: UInt64, in collected: inout SIMD2<UInt64>) {
    collected |= bits &+ SIMD2<UInt64>(repeating: addend)
  }

  @inline(__always)
  func keeping(_ lanes: SIMD2<UInt64>) -> Self {
    unsafe unsafeBitCast(bits & lanes, to: Self.self)
  }

  @inline(__always)
  var total: Double {
    self[0] + self[1]
  }
}
