/// An encoding of text that files come in.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  /// With a byte order mark, or without one in little-endian order.
  case utf16 = "utf-16"
  /// Without a mark, the low byte first.
  case utf16LittleEndian = "utf-16le"
  /// Without a mark, the high byte first.
  case utf16BigEndian = "utf-16be"
  /// Shift_JIS as Windows extends it.
  case cp932
  case eucJP = "euc-jp"
  case latin1 = "iso-8859-1"
  case windows1252 = "windows-1252"

  /// Creates an encoding of a name that people use for it.
  ///
  /// - Parameter name: Such as `Shift_JIS` or `latin1`; case, `-` and `_` do not matter.
  public init?(named name: String) {
    switch name.lowercased().filter({ $0 != "-" && $0 != "_" }) {
    case "utf8", "utf8sig": self = .utf8
    case "utf16", "unicode": self = .utf16
    case "utf16le": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "cp932", "shiftjis", "sjis", "ms932", "windows31j": self = .cp932
    case "eucjp", "ujis": self = .eucJP
    case "iso88591", "latin1": self = .latin1
    case "windows1252", "cp1252": self = .windows1252
    default: return nil
    }
  }
}
