/// The bytes that have a meaning in plain-text formats.
enum Ascii {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let hash = UInt8(ascii: "#")
  static let percent = UInt8(ascii: "%")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let zero = UInt8(ascii: "0")

  /// Whether a byte ends a line.
  @inline(__always)
  static func endsLine(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

  /// Whether a byte is a blank within a line.
  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  /// The value of a decimal digit, 10 or more for any other byte.
  @inline(__always)
  static func digit(_ byte: UInt8) -> UInt8 { byte &- zero }
}
