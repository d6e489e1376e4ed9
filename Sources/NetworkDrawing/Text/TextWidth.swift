/// A guess of how wide text is, good enough to choose line breaks and sizes before any font is
/// known.
///
/// What must fit exactly is measured by Graphviz.
enum TextWidth {
  /// Returns the width in ems of a sans-serif font.
  static func ems(_ text: some StringProtocol) -> Double {
    text.reduce(0) { $0 + ems($1) }
  }

  /// Returns the width of a character in ems.
  static func ems(_ character: Character) -> Double {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if isWide(scalar) { return 1 }
    switch scalar {
    case "i", "j", "l", "I", "f", "t", "r", ".", ",", ":", ";", "'", "|", "!", "(", ")", " ":
      return 0.36
    case "m", "w", "M", "W", "@", "%": return 0.92
    case "A"..."Z", "&": return 0.7
    default: return 0.6
    }
  }

  /// Whether a scalar fills a square, as Han, kana and Hangul do.
  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
