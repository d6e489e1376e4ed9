/// What a text takes as CP932 (Shift_JIS with the extensions of NEC and IBM).
enum CP932Cost {
  /// Returns what a text takes.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - range: The part that is looked at.
  /// - Returns: Bits; nil if it is not in this encoding.
  static func bits(of bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
    var bits = 0.0
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      let start = position
      switch byte {
      case ..<0x80:
        bits += CharacterCost.ascii(byte)
        position += 1
        continue
      case 0xA1...0xDF:
        while position < range.upperBound, (0xA1...0xDF).contains(bytes[position]) {
          bits += halfWidth(bytes[position], after: position > start ? bytes[position - 1] : 0)
          position += 1
        }
        // Half-width kana come in words.
        if position == start + 1 { bits += 6 }
      default:
        guard position + 1 < range.upperBound,
          let cost = doubleByte(byte, bytes[position + 1])
        else { return nil }
        bits += cost
        position += 2
      }
      bits += CharacterCost.touching(bytes, start..<position, in: range)
    }
    return bits
  }

  private static func halfWidth(_ byte: UInt8, after previous: UInt8) -> Double {
    switch byte {
    case 0xA1...0xA6: 8
    // Voicing marks stand behind か to と and は to ほ only.
    case 0xDE: (0xB6...0xC4).contains(previous) || (0xCA...0xCE).contains(previous) ? 2.5 : 14
    case 0xDF: (0xCA...0xCE).contains(previous) ? 4 : 14
    default: 5.5
    }
  }

  private static func doubleByte(_ lead: UInt8, _ trail: UInt8) -> Double? {
    guard (0x40...0x7E).contains(trail) || (0x80...0xFC).contains(trail) else { return nil }
    switch (lead, trail) {
    case (0x81, ...0x81): return CharacterCost.wideSign
    case (0x81, _): return 11
    case (0x82, 0x4F...0x9A): return CharacterCost.wideSign
    case (0x82, 0x9F...0xF1), (0x83, 0x40...0x96): return CharacterCost.kana
    case (0x83, 0x9F...0xD6), (0x84, 0x40...0xBE): return 14
    // ① ㈱ ㍻ of NEC.
    case (0x87, ...0x9C): return 11
    case (0x88, 0x9F...), (0x89...0x97, _), (0x98, ...0x72): return CharacterCost.usualKanji
    case (0x98, 0x9F...), (0x99...0x9F, _), (0xE0...0xE9, _), (0xEA, ...0xA4):
      return CharacterCost.rareKanji
    case (0xED...0xEE, _): return 15
    // 髙 and 﨑 are in many names.
    case (0xFA...0xFB, _), (0xFC, ...0x4B): return 13
    case (0xF0...0xF9, _): return 24
    default: return nil
    }
  }
}

/// What a text takes as EUC-JP.
enum EUCJPCost {
  /// Returns what a text takes.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - range: The part that is looked at.
  /// - Returns: Bits; nil if it is not in this encoding.
  static func bits(of bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
    var bits = 0.0
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      if byte < 0x80 {
        bits += CharacterCost.ascii(byte)
        position += 1
        continue
      }
      let length = byte == 0x8F ? 3 : 2
      guard position + length <= range.upperBound else { return nil }
      let trail = bytes[position + length - 1]
      guard (0xA1...0xFE).contains(trail) else { return nil }
      switch byte {
      case 0x8E:
        guard trail <= 0xDF else { return nil }
        bits += 9
      case 0x8F:
        guard (0xA1...0xFE).contains(bytes[position + 1]) else { return nil }
        bits += CharacterCost.rareKanji
      default:
        guard let cost = doubleByte(byte, trail) else { return nil }
        bits += cost
      }
      bits += CharacterCost.touching(bytes, position..<(position + length), in: range)
      position += length
    }
    return bits
  }

  private static func doubleByte(_ lead: UInt8, _ trail: UInt8) -> Double? {
    switch (lead, trail) {
    case (0xA1, _), (0xA3, _): CharacterCost.wideSign
    case (0xA4, ...0xF3), (0xA5, ...0xF6): CharacterCost.kana
    case (0xA2, _), (0xAD, _): 11
    case (0xA6...0xA8, _): 14
    case (0xB0...0xCE, _), (0xCF, ...0xD3): CharacterCost.usualKanji
    case (0xD0...0xF3, _), (0xF4, ...0xA6): CharacterCost.rareKanji
    case (0xF5...0xFE, _): 24
    default: nil
    }
  }
}
