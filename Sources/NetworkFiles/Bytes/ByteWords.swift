/// Looks at eight bytes of a file at a time.
enum ByteWords {
  /// Returns eight bytes, the first in the lowest place.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - position: The first of the eight bytes, which must all be there.
  /// - Returns: The bytes as one word.
  @inline(__always)
  static func word(_ bytes: Span<UInt8>, at position: Int) -> UInt64 {
    unsafe UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  /// Returns up to eight bytes, the first in the lowest place, and 0 in the places behind them.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - position: The first byte.
  ///   - count: The number of bytes, 1…8.
  /// - Returns: The bytes as one word.
  @inline(__always)
  static func word(_ bytes: Span<UInt8>, at position: Int, count: Int) -> UInt64 {
    if position + 8 <= bytes.count {
      return word(bytes, at: position) & (.max >> UInt64(truncatingIfNeeded: 64 - 8 * count))
    }
    var word: UInt64 = 0
    for place in 0..<count {
      word |= UInt64(bytes[position + place]) << UInt64(truncatingIfNeeded: 8 * place)
    }
    return word
  }

  /// Whether a word holds a byte of a value.
  @inline(__always)
  static func holds(_ byte: UInt8, _ word: UInt64) -> Bool {
    let difference = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0
  }

  /// Whether a part of a file holds a byte of a value.
  static func holds(_ byte: UInt8, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var position = range.lowerBound
    while position + 8 <= range.upperBound {
      if holds(byte, word(bytes, at: position)) { return true }
      position += 8
    }
    while position < range.upperBound {
      if bytes[position] == byte { return true }
      position += 1
    }
    return false
  }
}
