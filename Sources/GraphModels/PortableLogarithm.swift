/// Natural logarithms with the same bits on every platform.
///
/// Mathematical libraries differ in the last digit, which could decide an edge. Here are sums,
/// products and quotients alone, which IEEE 754 fixes to the last bit. Accurate to about 10⁻¹⁵ of
/// the value.
package enum PortableLogarithm {
  /// Returns ln *x*.
  ///
  /// - Parameter x: Normal and above 0.
  /// - Returns: The logarithm.
  @inline(__always)
  package static func of(_ x: Double) -> Double {
    var exponent = Int(x.bitPattern >> 52) - 1023
    var significand = Double(bitPattern: x.bitPattern & 0x000F_FFFF_FFFF_FFFF | 0x3FF0 << 48)
    if significand > 1.414_213_562_373_095 {
      significand *= 0.5
      exponent += 1
    }
    // Twice, so that the leading part of ln 2 times the exponent is exact.
    let high = 0.693_147_180_369_123_8
    let low = 1.908_214_929_270_587_7e-10
    let power = Double(exponent)
    return power * high + (power * low + ofQuotient((significand - 1) / (significand + 1)))
  }

  /// Returns ln(1 − *p*), also where 1 − *p* would round.
  ///
  /// - Parameter p: At least 0, below 1.
  /// - Returns: The logarithm.
  package static func ofComplement(_ p: Double) -> Double {
    p > 0.25 ? of(1 - p) : -ofQuotient(p / (2 - p))
  }

  /// Returns ln((1 + *s*) / (1 − *s*)) = 2(*s* + *s*³/3 + *s*⁵/5 + …) for small *s*, in eleven
  /// terms.
  @inline(__always)
  private static func ofQuotient(_ s: Double) -> Double {
    let z = s * s
    let z2 = z * z
    let z4 = z2 * z2
    let first = (2.0 / 3 + z * (2.0 / 5)) + z2 * (2.0 / 7 + z * (2.0 / 9))
    let second = (2.0 / 11 + z * (2.0 / 13)) + z2 * (2.0 / 15 + z * (2.0 / 17))
    let third = (2.0 / 19 + z * (2.0 / 21))
    return 2 * s + s * z * (first + z4 * (second + z4 * third))
  }
}
