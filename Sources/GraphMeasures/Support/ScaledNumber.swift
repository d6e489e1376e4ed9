/// A number that is not negative, with an exponent of its own: it neither overflows nor vanishes.
struct ScaledNumber: Sendable {
  /// 0, or at least 1 and less than 2.
  private var significand: Double
  private var exponent: Int

  init(_ value: Double) {
    self.init(value, exponent: 0)
  }

  private init(_ value: Double, exponent: Int) {
    significand = value == 0 ? 0 : value.significand
    self.exponent = value == 0 ? 0 : exponent + Int(value.exponent)
  }

  static func += (sum: inout ScaledNumber, other: ScaledNumber) {
    guard other.significand != 0 else { return }
    guard sum.significand != 0 else {
      sum = other
      return
    }
    let shift = max(-200, min(200, other.exponent - sum.exponent))
    sum =
      shift <= 0
      ? ScaledNumber(
        sum.significand + Double(sign: .plus, exponent: shift, significand: other.significand),
        exponent: sum.exponent)
      : ScaledNumber(
        other.significand + Double(sign: .plus, exponent: -shift, significand: sum.significand),
        exponent: other.exponent)
  }

  static func * (left: ScaledNumber, right: ScaledNumber) -> ScaledNumber {
    ScaledNumber(
      left.significand * right.significand, exponent: left.exponent + right.exponent)
  }

  /// The quotient as far as a `Double` holds it.
  static func / (left: ScaledNumber, right: ScaledNumber) -> Double {
    Double(
      sign: .plus, exponent: left.exponent - right.exponent,
      significand: left.significand / right.significand)
  }
}
