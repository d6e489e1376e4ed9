/// Reads decimal numbers: `2`, `-0.5`, `1e3`; no hexadecimal, no words, no separators.
enum DecimalNumber {
  /// Reads a number that fills a part of a file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - range: The part.
  /// - Returns: The finite number, correctly rounded; nil for anything else.
  static func parse(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
    var position = range.lowerBound
    let end = range.upperBound
    var isNegative = false
    if position < end, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+")
    {
      isNegative = bytes[position] == UInt8(ascii: "-")
      position += 1
    }
    // Up to 15 digits and a power of ten up to 22 are exact as Doubles, so one division rounds
    // correctly (Clinger 1990); anything longer goes to the library.
    var mantissa: UInt64 = 0
    var digitCount = 0
    var fractionCount = 0
    while position < end, Ascii.digit(bytes[position]) < 10 {
      mantissa = mantissa &* 10 &+ UInt64(Ascii.digit(bytes[position]))
      digitCount += 1
      position += 1
    }
    if position < end, bytes[position] == UInt8(ascii: ".") {
      position += 1
      while position < end, Ascii.digit(bytes[position]) < 10 {
        mantissa = mantissa &* 10 &+ UInt64(Ascii.digit(bytes[position]))
        digitCount += 1
        fractionCount += 1
        position += 1
      }
    }
    guard digitCount > 0 else { return nil }
    if position == end, digitCount <= 15 {
      let value = Double(mantissa) / powersOfTen[fractionCount]
      return isNegative ? -value : value
    }
    if position < end {
      guard bytes[position] | 0x20 == UInt8(ascii: "e") else { return nil }
      position += 1
      if position < end,
        bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+")
      {
        position += 1
      }
      guard position < end else { return nil }
      for further in position..<end where Ascii.digit(bytes[further]) >= 10 { return nil }
    }
    var text: [UInt8] = []
    for further in range { text.append(bytes[further]) }
    guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value
  }

  /// Reads a number that fills a text.
  ///
  /// - Parameter text: The text as UTF-8.
  /// - Returns: The finite number; nil for anything else.
  static func parse(_ text: ArraySlice<UInt8>) -> Double? {
    parse(text.span, 0..<text.count)
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
