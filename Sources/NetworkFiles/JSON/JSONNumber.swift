/// The grammar of numbers in JSON (RFC 8259): what all programs read as a number.
enum JSONNumber {
  /// Returns where a number ends.
  ///
  /// - Parameters:
  ///   - bytes: A text.
  ///   - start: Where the number begins.
  /// - Returns: One past its last byte; nil where there is none.
  static func end(in bytes: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    func skipDigits() -> Bool {
      let first = position
      while position < bytes.count, bytes[position].isNumber { position += 1 }
      return position > first
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: "-") { position += 1 }
    let whole = position
    guard skipDigits(), bytes[whole] != Ascii.zero || position == whole + 1 else { return nil }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      guard skipDigits() else { return nil }
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count,
        bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+")
      {
        position += 1
      }
      guard skipDigits() else { return nil }
    }
    return position
  }

  /// Whether a text is a number and nothing else.
  static func fills(_ text: Span<UInt8>) -> Bool { end(in: text, from: 0) == text.count }
}
