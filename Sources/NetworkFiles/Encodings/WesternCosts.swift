/// What a text takes as Windows-1252, or as ISO-8859-1, which has no signs at 80…9F.
enum WesternCost {
  /// Returns what a text takes.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - range: The part that is looked at.
  /// - Returns: Bits, nil if it is not in this encoding; and whether there is a byte in 80…9F.
  static func bits(
    of bytes: Span<UInt8>, _ range: Range<Int>
  ) -> (windows1252: Double?, hasControls: Bool) {
    var bits = 0.0
    var hasControls = false
    for position in range {
      let byte = bytes[position]
      guard byte >= 0x80 else {
        bits += CharacterCost.ascii(byte)
        continue
      }
      hasControls = hasControls || byte < 0xA0
      let before = position > range.lowerBound ? bytes[position - 1] : 0
      let after = position + 1 < range.upperBound ? bytes[position + 1] : 0
      guard let cost = character(byte, before: before, after: after) else { return (nil, true) }
      bits += cost
    }
    return (bits, hasControls)
  }

  /// Returns what a character takes between its neighbors.
  ///
  /// - Parameters:
  ///   - byte: The character in Windows-1252.
  ///   - before: The byte before it.
  ///   - after: The byte behind it.
  /// - Returns: Bits; nil if there is no such character.
  static func character(_ byte: UInt8, before: UInt8, after: UInt8) -> Double? {
    guard var bits = cost[Int(byte) - 0x80] else { return nil }
    let isLetter = byte >= 0xC0 && byte != 0xD7 && byte != 0xF7
    guard isLetter else { return bits }
    // Accented letters stand in words, but for à and è, which are such.
    let isInWord =
      CharacterCost.isLetter(before) || CharacterCost.isLetter(after) || byte & 0xF7 == 0xE0
    if !isInWord { bits += 5 }
    if before >= 0xC0 { bits += 3 }
    if byte < 0xDF, CharacterCost.isSmall(before) { bits += 6 }
    return bits
  }

  private static let cost: [Double?] = {
    var cost: [Double?] = [
      10, nil, 9, 13, 9, 8, 13, 13, 13, 13, 10, 13, 7, nil, 10, nil,
      nil, 8, 8, 8, 8, 8, 8, 8, 13, 10, 10, 13, 7, nil, 10, 10,
      13, 11, 14, 11, 14, 10, 14, 11, 14, 11, 10, 9, 14, 14, 11, 14,
      10, 11, 11, 11, 11, 11, 14, 10, 14, 14, 10, 9, 11, 11, 11, 11,
    ]
    cost += "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ".map { letter in
      switch letter {
      case "á", "â", "ä", "å", "æ", "ç", "è", "é", "ê", "ë", "í", "î", "ï", "ñ", "ó", "ô", "ö", "ø",
        "ú", "ü", "ß", "à":
        6
      case "ã", "õ", "ì", "ò", "ù", "û", "ý", "À", "Á", "Ä", "Å", "Ç", "È", "É", "Í", "Ñ", "Ó", "Ö",
        "Ø", "Ú", "Ü", "þ", "Þ", "Æ":
        7
      case "ÿ", "Ð": 14
      case "ð", "×", "÷": 12
      default: 10
      }
    }
    return cost
  }()
}
