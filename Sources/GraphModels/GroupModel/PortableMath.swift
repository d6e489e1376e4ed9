/// Functions that are the same bits on every platform: they use nothing but the four operations and
/// roots, which IEEE 754 fixes, where the C library's own may differ in the last bit.
enum PortableMath {
  private static let ln2High = 6.93147180369123816490e-01
  private static let ln2Low = 1.90821492927058770002e-10

  /// Returns e to a power, to within some units of the last place; 0 below −700.
  static func exp(_ power: Double) -> Double {
    guard power > -700 else { return 0 }
    guard power < 700 else { return .infinity }
    let twos = (power * 1.44269504088896338700).rounded(.toNearestOrEven)
    let rest = (power - twos * ln2High) - twos * ln2Low
    // Taylor's series; the rest is at most ln 2 / 2, whose 14th power over 14! is below 2⁻⁵⁷.
    var sum = 1.0
    for term in stride(from: 13.0, through: 1, by: -1) { sum = 1 + sum * rest / term }
    return Double(sign: .plus, exponent: Int(twos), significand: sum)
  }

  /// Returns the standard logistic function.
  static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  /// Returns the number that a standard normal one is below with a probability.
  ///
  /// - SeeAlso: M. J. Wichura. Algorithm AS 241: the percentage points of the normal distribution.
  ///   Applied Statistics 37, 1988.
  static func normalQuantile(_ probability: Double) -> Double {
    let q = probability - 0.5
    if abs(q) <= 0.425 {
      let r = 0.180625 - q * q
      let top =
        (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r
          + 45921.953931549871457) * r + 13731.693765509461125) * r + 1971.5909503065514427) * r
          + 133.14166789178437745) * r + 3.387132872796366608)
      let bottom =
        (((((((5226.495278852854561 * r + 28729.085735721942674) * r + 39307.89580009271061) * r
          + 21213.794301586595867) * r + 5394.1960214247511077) * r + 687.1870074920579083) * r
          + 42.313330701600911252) * r + 1)
      return q * top / bottom
    }
    let tail = q < 0 ? probability : 1 - probability
    let root = (-PortableLogarithm.of(tail)).squareRoot()
    let size = root <= 5 ? middle(root - 1.6) : far(root - 5)
    return q < 0 ? -size : size
  }

  private static func middle(_ r: Double) -> Double {
    let top =
      (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r
        + 0.24178072517745061177) * r + 1.27045825245236838258) * r + 3.64784832476320460504) * r
        + 5.7694972214606914055) * r + 4.6303378461565452959) * r + 1.42343711074968357734)
    let bottom =
      (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r
        + 0.0151986665636164571966) * r + 0.14810397642748007459) * r + 0.68976733498510000455) * r
        + 1.6763848301838038494) * r + 2.05319162663775882187) * r + 1)
    return top / bottom
  }

  private static func far(_ r: Double) -> Double {
    let top =
      (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r
        + 0.0012426609473880784386) * r + 0.026532189526576123093) * r
        + 0.29656057182850489123) * r + 1.7848265399172913358) * r + 5.4637849111641143699) * r
        + 6.6579046435011037772)
    let bottom =
      (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r
        + 1.8463183175100546818e-5) * r + 7.868691311456132591e-4) * r
        + 0.0148753612908506148525) * r + 0.13692988092273580531) * r
        + 0.59983220655588793769) * r + 1)
    return top / bottom
  }
}

extension GroupPopulation {
  /// Returns the number that a standard normal one is below with a probability, 0 and 1 left out.
  package static func normalQuantile(_ probability: Double) -> Double {
    PortableMath.normalQuantile(probability)
  }
}
