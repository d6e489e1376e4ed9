/// Makes text from anywhere safe to put into a label, an attribute or an XML document.
enum SafeText {
  /// Returns the text in one line without what XML forbids, cut to `limit` characters.
  ///
  /// Line breaks and tabs become spaces, control characters and noncharacters disappear, runs of
  /// spaces shrink to one.
  static func line(_ text: String, limit: Int = 200) -> String {
    var clean = String.UnicodeScalarView()
    var spaceIsDue = false
    // A grapheme may be very long: bound the scalars before counting characters.
    for scalar in text.unicodeScalars.prefix(8 * limit) {
      if scalar.properties.isWhitespace {
        spaceIsDue = !clean.isEmpty
      } else if isDrawable(scalar) {
        if spaceIsDue { clean.append(" ") }
        spaceIsDue = false
        clean.append(scalar)
      }
    }
    let result = String(clean)
    let isCut = result.count > limit || text.unicodeScalars.count > 8 * limit
    return isCut ? String(result.prefix(limit - 1)) + "…" : result
  }

  /// Whether XML allows a scalar and a reader could see it.
  static func isDrawable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: false
    case 0xFDD0...0xFDEF: false
    // Marks that turn the direction of the rest of the line.
    case 0x202A...0x202E, 0x2066...0x2069: false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }

  /// Returns the text as Graphviz's HTML-like labels write it.
  ///
  /// They expand `\N` even where the backslash is an entity, so each backslash is doubled.
  static func markup(_ line: String) -> String {
    escaped(line.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\"))
  }

  /// Returns the text with everything escaped that XML reads as more than a character.
  static func escaped(_ line: String) -> String {
    var result = ""
    for scalar in line.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Returns a number made from the whole text (FNV-1a), which names it where it is too long.
  static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  /// Returns a number with at most three decimals, never with an exponent.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let thousandths = Int((min(max(value, -1e9), 1e9) * 1000).rounded())
    let (whole, rest) = abs(thousandths).quotientAndRemainder(dividingBy: 1000)
    let sign = thousandths < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    var decimals = String(String(rest + 1000).dropFirst())
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return "\(sign)\(whole).\(decimals)"
  }
}
