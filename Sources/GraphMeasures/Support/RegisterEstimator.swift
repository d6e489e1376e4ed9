/// Tells from HyperLogLog registers how many different items fell into them.
///
/// It is the improved estimator of Ertl, which needs no tables of biases and no switch between
/// ranges. Its relative standard error is about 1.04 / √*registers*, and less while most registers
/// are empty; its bias is at most 1.08 / *registers*. The correction for numbers near 2⁶⁴ is left
/// out: a graph has fewer than 2³² nodes.
///
/// - SeeAlso: O. Ertl. New cardinality estimation algorithms for HyperLogLog sketches. 2017,
///   arXiv:1702.01284, algorithm 6.
package struct RegisterEstimator: Sendable {
  /// The share that each value of a register has in ``sum(of:)``; 256 entries, so that no byte
  /// needs checking.
  ///
  /// A value *v* > 0 counts 2⁻ᵛ in units of 2⁻⁴⁰; how many registers are empty is counted from bit
  /// 52 on. So one sum of whole numbers holds both, of up to 4,095 empty registers.
  let shares: [UInt64]

  /// The part of the denominator that so many empty registers make.
  private let emptyParts: [Double]
  private let numerator: Double

  /// Creates the estimator of sketches of a number of registers, at most 4,096.
  package init(registerCount: Int) {
    precondition(registerCount <= 4096)
    shares = (0..<256).map { value in
      value == 0
        ? 1 << Self.emptyShift : value <= Self.unitShift ? 1 << (Self.unitShift - value) : 0
    }
    let count = Double(registerCount)
    emptyParts = (0...registerCount).map { count * Self.sigma(Double($0) / count) }
    numerator = count * count / Self.twiceLogarithmOfTwo
  }

  private static let emptyShift = 52
  private static let unitShift = 40
  private static let twiceLogarithmOfTwo = 1.386_294_361_119_890_6

  /// x + Σ 2ᵏ⁻¹ · x^(2ᵏ), which tells the number of items from the share of empty registers.
  private static func sigma(_ share: Double) -> Double {
    guard share < 1 else { return .infinity }
    var power = share
    var factor = 1.0
    var sum = share
    while true {
      power *= power
      let longer = sum + power * factor
      guard longer > sum else { return sum }
      sum = longer
      factor *= 2
    }
  }

  /// Returns the number of items that some registers speak for, not all of them empty.
  package func estimate(_ registers: [UInt8]) -> Double {
    estimate(ofSum: registers.reduce(0) { $0 + shares[Int($1)] })
  }

  /// Returns the number of items from the sum of the shares of all registers.
  func estimate(ofSum sum: UInt64) -> Double {
    let empty = Int(sum >> Self.emptyShift)
    let rest = Double(sum & (1 << Self.emptyShift - 1)) / Double(1 << Self.unitShift)
    return numerator / (emptyParts[empty] + rest)
  }
}
