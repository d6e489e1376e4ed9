internal import NetworkData

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

extension TextEncoding {
  /// Returns text of this encoding in UTF-8, by the system's iconv.
  ///
  /// - Parameter bytes: The text, with or without a byte order mark.
  /// - Returns: The text without a mark.
  /// - Throws: ``Undecodable`` at the first byte that is no text in this encoding.
  func utf8(of bytes: Span<UInt8>) throws(Undecodable) -> [UInt8] {
    var names = systemNames
    var offset = 0
    switch self {
    case .utf16, .utf16LittleEndian, .utf16BigEndian:
      // iconv would take a text without a mark for the machine's own order.
      let isMarked = Encoding.isUTF16(bytes)
      if self == .utf16 { names = [isMarked && bytes[0] == 0xFE ? "UTF-16BE" : "UTF-16LE"] }
      offset = isMarked ? 2 : 0
    case .utf8: offset = Encoding.markLength(bytes)
    default: break
    }
    var converter = unsafe iconv_open("UTF-8", names[0])
    for name in names.dropFirst() where Int(bitPattern: converter) == -1 {
      unsafe converter = unsafe iconv_open("UTF-8", name)
    }
    guard Int(bitPattern: converter) != -1 else { throw Undecodable(offset: nil) }
    defer { unsafe _ = iconv_close(converter) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2)
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while offset < bytes.count {
      var (left, room) = (bytes.count - offset, piece.count)
      let code = unsafe bytes.withUnsafeBytes { source in
        unsafe piece.withUnsafeMutableBytes { target in
          // iconv is declared to take a mutable input, which it does not change.
          var input = unsafe UnsafeMutableRawPointer(mutating: source.baseAddress)?
            .advanced(by: offset).assumingMemoryBound(to: CChar.self)
          var output = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
          return unsafe iconv(converter, &input, &left, &output, &room) == -1 ? errno : 0
        }
      }
      text.append(contentsOf: piece[..<(piece.count - room)])
      offset = bytes.count - left
      if code != 0, code != E2BIG { throw Undecodable(offset: offset) }
    }
    return text
  }

  /// What keeps bytes from being text of an encoding.
  struct Undecodable: Error {
    /// Where, nil if the system does not know the encoding at all.
    let offset: Int?
  }

  /// What iconv calls it, the best first.
  private var systemNames: [String] {
    switch self {
    case .utf8: ["UTF-8"]
    case .utf16: ["UTF-16"]
    case .utf16LittleEndian: ["UTF-16LE"]
    case .utf16BigEndian: ["UTF-16BE"]
    case .cp932: ["CP932"]
    // With ㈱ and ①, as files from Windows have them.
    case .eucJP: ["EUC-JP-MS", "EUC-JP"]
    case .latin1: ["ISO-8859-1"]
    case .windows1252: ["CP1252"]
    }
  }
}
