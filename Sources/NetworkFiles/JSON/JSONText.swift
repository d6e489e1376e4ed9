/// Texts of JSON.
enum JSONText {
  /// Returns a text with its escapes resolved.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - range: The text between its quotes, which has been checked.
  /// - Returns: The text it stands for.
  static func resolved(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    guard ByteWords.holds(UInt8(ascii: "\\"), bytes, range) else { return range.map { bytes[$0] } }
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var position = range.lowerBound
    while position < range.upperBound {
      guard bytes[position] == UInt8(ascii: "\\") else {
        text.append(bytes[position])
        position += 1
        continue
      }
      guard let (scalar, end) = escape(bytes, at: position, end: range.upperBound) else {
        return text
      }
      text.append(contentsOf: String(scalar).utf8)
      position = end
    }
    return text
  }

  /// Returns the character that an escape stands for, and where the escape ends.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - position: Where the backslash stands.
  ///   - end: Where the text ends.
  /// - Returns: nil if that is no escape: unknown letters, half a pair of surrogates, NUL.
  static func escape(
    _ bytes: Span<UInt8>, at position: Int, end: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    guard position + 1 < end else { return nil }
    switch bytes[position + 1] {
    case UInt8(ascii: "n"): return ("\n", position + 2)
    case UInt8(ascii: "t"): return ("\t", position + 2)
    case UInt8(ascii: "r"): return ("\r", position + 2)
    case UInt8(ascii: "b"): return ("\u{8}", position + 2)
    case UInt8(ascii: "f"): return ("\u{C}", position + 2)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return (Unicode.Scalar(bytes[position + 1]), position + 2)
    case UInt8(ascii: "u"): break
    default: return nil
    }
    guard let first = unit(bytes, at: position + 2, end: end), first != 0 else { return nil }
    if let scalar = Unicode.Scalar(first) { return (scalar, position + 6) }
    guard first < 0xDC00, position + 7 < end, bytes[position + 6] == UInt8(ascii: "\\"),
      bytes[position + 7] == UInt8(ascii: "u"),
      let second = unit(bytes, at: position + 8, end: end), (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { return nil }
    return (scalar, position + 12)
  }

  private static func unit(_ bytes: Span<UInt8>, at position: Int, end: Int) -> UInt32? {
    guard position + 4 <= end else { return nil }
    var unit: UInt32 = 0
    for place in position..<(position + 4) {
      let letter = bytes[place] | 0x20
      switch letter {
      case _ where bytes[place].isNumber: unit = unit << 4 | UInt32(Ascii.digit(bytes[place]))
      case 0x61...0x66: unit = unit << 4 | UInt32(letter - 0x57)
      default: return nil
      }
    }
    return unit
  }

  /// Returns a text in quotes, with escapes where they are needed.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case ..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
