#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Writes text in other encodings, as the programs of an office do.
enum Iconv {
  /// Returns a text in an encoding; nil if it has not all of its characters.
  static func bytes(of text: String, in encoding: String) -> [UInt8]? {
    let name = encoding == "windows-1252" ? "CP1252" : encoding.uppercased()
    let converter = unsafe iconv_open(name, "UTF-8")
    guard Int(bitPattern: converter) != -1 else { return nil }
    defer { unsafe _ = iconv_close(converter) }
    var source = Array(text.utf8)
    var target = [UInt8](repeating: 0, count: source.count * 4 + 16)
    var (left, room) = (source.count, target.count)
    let code = unsafe source.withUnsafeMutableBytes { from in
      unsafe target.withUnsafeMutableBytes { to in
        var input = unsafe from.baseAddress?.assumingMemoryBound(to: CChar.self)
        var output = unsafe to.baseAddress?.assumingMemoryBound(to: CChar.self)
        return unsafe iconv(converter, &input, &left, &output, &room)
      }
    }
    return code == 0 ? Array(target[..<(target.count - room)]) : nil
  }
}
