internal import NetworkData

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Reads what is piped in.
enum StandardInput {
  /// Reads to the end.
  ///
  /// - Parameter limit: How many bytes there may be.
  /// - Returns: The bytes.
  /// - Throws: ``FileProblem`` if there are more, or reading fails.
  static func bytes(limit: Int) throws(FileProblem) -> FileBytes {
    let name = "-"
    var all: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = unsafe piece.withUnsafeMutableBytes { unsafe read(0, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        let reason = unsafe String(cString: strerror(errno))
        throw FileProblem(
          name, Phrase("standard input cannot be read: \(reason)", "標準入力を読み取れません（\(reason)）"))
      }
      if count == 0 { return FileBytes(all, path: name) }
      all.append(contentsOf: piece[..<count])
      guard all.count <= limit else {
        throw FileProblem(
          name, Phrase("standard input holds more than \(limit) bytes", "標準入力が \(limit) バイトを超えました"),
          advice: Phrase(
            "raise the limit: --limit bytes=\(limit * 4)", "上限を上げてください：--limit bytes=\(limit * 4)"))
      }
    }
  }
}
