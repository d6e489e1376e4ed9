/// What a text takes as UTF-8.
enum UTF8Cost {
  /// Whether valid UTF-8 holds characters of three bytes or more, as no other text is by chance.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - range: A part in valid UTF-8.
  /// - Returns: `true` for such text, and for ASCII.
  static func isBeyondChance(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var greatest: UInt8 = 0
    for position in range { greatest = max(greatest, bytes[position]) }
    return greatest < 0x80 || greatest >= 0xE0
  }

  /// Returns what a text takes.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - range: A part in valid UTF-8, with characters of up to two bytes.
  /// - Returns: Bits; nil if a character is none in Windows-1252 either.
  static func bits(of bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
    var bits = 0.0
    var position = range.lowerBound
    var previousLead: UInt8 = 0
    while position < range.upperBound {
      let byte = bytes[position]
      guard byte >= 0x80, position + 1 < range.upperBound else {
        bits += CharacterCost.ascii(byte)
        position += 1
        previousLead = 0
        continue
      }
      let trail = bytes[position + 1]
      let before = position > range.lowerBound ? bytes[position - 1] : 0
      let after = position + 2 < range.upperBound ? bytes[position + 2] : 0
      switch byte {
      case 0xC2, 0xC3:
        // The letter before, as Windows-1252 has it, stands for a whole character of two bytes.
        let letter = byte == 0xC2 ? trail : trail + 0x40
        bits +=
          WesternCost.character(letter, before: previousLead == 0xC3 ? 0xE0 : before, after: after)
          ?? 24
      case 0xC4, 0xC5: bits += 9
      // ơ and ư of Vietnamese.
      case 0xC6 where trail & 0xEE == 0xA0 || trail & 0xFE == 0xB0: bits += 8
      // Phonetic letters and loose marks.
      case 0xC6...0xCD: bits += 20
      // Greek, Cyrillic, Hebrew, Arabic: whole words of it.
      default: bits += previousLead >= 0xCE ? 6 : 11
      }
      previousLead = byte
      position += 2
    }
    return bits
  }
}

/// Tells UTF-16 without a mark.
enum UTF16Evidence {
  /// Returns the order of the bytes if a text is in UTF-16.
  ///
  /// Blanks, separators and line ends are bytes beside a zero, which stands on the same side
  /// throughout; whatever else there is must be text.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - range: The part that is looked at.
  /// - Returns: The encoding; nil if it is another one.
  static func byteOrder(of bytes: Span<UInt8>, _ range: Range<Int>) -> TextEncoding? {
    guard bytes.count >= 4, bytes.count % 2 == 0, ByteWords.holds(0, bytes, range) else {
      return nil
    }
    if isText(bytes, range, highByte: 1) { return .utf16LittleEndian }
    if isText(bytes, range, highByte: 0) { return .utf16BigEndian }
    return nil
  }

  private static func isText(_ bytes: Span<UInt8>, _ range: Range<Int>, highByte: Int) -> Bool {
    var separators = 0
    var awaitsLow = false
    for start in stride(from: range.lowerBound, to: range.upperBound - 1, by: 2) {
      let unit = UInt16(bytes[start + highByte]) << 8 | UInt16(bytes[start + 1 - highByte])
      if awaitsLow != (0xDC00...0xDFFF).contains(unit) { return false }
      awaitsLow = (0xD800...0xDBFF).contains(unit)
      switch unit {
      case 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x2C, 0x3B: separators += 1
      case 0x21...0x7E: break
      case ..<0xA0, 0xFFFE...: return false
      case 0xD800...0xDFFF: break
      default:
        guard let scalar = Unicode.Scalar(unit),
          scalar.properties.generalCategory != .unassigned,
          scalar.properties.generalCategory != .privateUse
        else { return false }
      }
    }
    return separators > 0
  }
}
