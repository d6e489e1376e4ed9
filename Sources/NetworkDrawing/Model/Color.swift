#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A colour in sRGB.
public struct Color: Sendable, Hashable {
  /// Red, 0…255.
  public var red: UInt8

  /// Green, 0…255.
  public var green: UInt8

  /// Blue, 0…255.
  public var blue: UInt8

  /// Creates a colour from a number such as `0x0072B2`.
  public init(_ rgb: UInt32) {
    red = UInt8(truncatingIfNeeded: rgb >> 16)
    green = UInt8(truncatingIfNeeded: rgb >> 8)
    blue = UInt8(truncatingIfNeeded: rgb)
  }

  /// Reads `#0072B2` or `0072B2`; anything else gives nil.
  public init?(_ text: String) {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit),
      let number = UInt32(digits, radix: 16)
    else { return nil }
    self.init(number)
  }

  /// The relative luminance of WCAG 2, 0 for black and 1 for white.
  public var luminance: Double {
    func linear(_ component: UInt8) -> Double {
      let share = Double(component) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Returns the contrast ratio of WCAG 2 between two colours, 1…21.
  ///
  /// Text needs 4.5.
  public func contrast(with other: Color) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// Returns the colour that lies `share` of the way towards another.
  public func mixed(with other: Color, share: Double) -> Color {
    func between(_ from: UInt8, _ to: UInt8) -> UInt8 {
      let bounded = min(max(share, 0), 1)
      return UInt8((Double(from) + (Double(to) - Double(from)) * bounded).rounded())
    }
    var result = self
    result.red = between(red, other.red)
    result.green = between(green, other.green)
    result.blue = between(blue, other.blue)
    return result
  }

  /// As Graphviz, SVG and HTML write it: `#0072B2`, with `alpha` below 1 `#0072B2CC`.
  func hexadecimal(alpha: Double = 1) -> String {
    func pair(_ component: UInt8) -> String {
      let digits = String(component, radix: 16, uppercase: true)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }
    let opaque = "#" + pair(red) + pair(green) + pair(blue)
    guard alpha < 1 else { return opaque }
    return opaque + pair(UInt8((max(alpha, 0) * 255).rounded()))
  }
}
