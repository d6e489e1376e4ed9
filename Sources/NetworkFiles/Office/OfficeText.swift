/// Folds the ways in which offices write the same text: width, blanks, dashes.
enum OfficeText {
  /// Returns a text with wide Latin letters and digits made narrow, narrow kana made wide, ㈱ and its
  /// like spelled out, and blanks around it dropped.
  ///
  /// - Parameter text: Such as `ﾔﾏﾀﾞ１２（株）`.
  /// - Returns: Such as `ヤマダ12(株)`.
  static func folded(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: append(scalar.value - 0xFEE0, to: &scalars)
      case 0x3000, 0xA0, 0x09: append(0x20, to: &scalars)
      case 0xFF9E, 0xFF9F:
        // A voicing mark joins the kana before it where there is such a letter.
        let step: UInt32 = scalar.value == 0xFF9E ? 1 : 2
        if let last = scalars.last, voiced(last, step) {
          scalars.removeLast()
          append(last.value == 0x30A6 ? 0x30F4 : last.value + step, to: &scalars)
        } else {
          append(scalar.value == 0xFF9E ? 0x309B : 0x309C, to: &scalars)
        }
      case 0xFF61...0xFF9D: append(wideKana[Int(scalar.value) - 0xFF61], to: &scalars)
      case 0x3231: scalars.append(contentsOf: "(株)".unicodeScalars)
      case 0x3232: scalars.append(contentsOf: "(有)".unicodeScalars)
      case 0x337F: scalars.append(contentsOf: "株式会社".unicodeScalars)
      // Dashes that stand for each other.
      case 0x2010...0x2015, 0x2212: append(0x2D, to: &scalars)
      // Marks that do not show.
      case 0x200B...0x200F, 0xFEFF: continue
      default: scalars.append(scalar)
      }
    }
    return trimmed(String(scalars))
  }

  /// Returns a text without blanks and line ends around it.
  static func trimmed(_ text: String) -> String {
    let inner = text.drop { $0.isWhitespace }
    return String(
      inner.prefix(
        inner.lastIndex { !$0.isWhitespace }.map {
          inner.distance(from: inner.startIndex, to: $0) + 1
        } ?? 0))
  }

  private static func append(_ value: UInt32, to scalars: inout String.UnicodeScalarView) {
    if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
  }

  private static func voiced(_ kana: Unicode.Scalar, _ step: UInt32) -> Bool {
    switch kana.value {
    case 0x30A6: step == 1
    // カ to ト: each unvoiced letter is followed by its voiced one.
    case 0x30AB...0x30C2: step == 1 && kana.value % 2 == 1
    case 0x30C4, 0x30C6, 0x30C8: step == 1
    // ハ, ヒ, フ, ヘ, ホ, each followed by two more.
    case 0x30CF...0x30DD: (kana.value - 0x30CF) % 3 == 0
    default: false
    }
  }

  /// The wide characters for U+FF61 to U+FF9D.
  private static let wideKana: [UInt32] =
    "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
    .unicodeScalars.map(\.value)
}
