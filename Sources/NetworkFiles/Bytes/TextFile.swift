internal import NetworkData

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Reads small files of text.
package enum TextFile {
  /// Returns the text of a small file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - byteLimit: How long it may be.
  /// - Returns: The text without a byte order mark.
  /// - Throws: ``FileProblem`` if it cannot be read, is too long, or is in no known encoding.
  package static func read(path: String, byteLimit: Int) throws(FileProblem) -> String {
    try text(of: FileBytes(path: path), byteLimit: byteLimit)
  }

  /// Whether there is something of a name.
  package static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  static func text(of file: FileBytes, byteLimit: Int = 1 << 20) throws(FileProblem) -> String {
    let file = try TextRecoding.utf8(file, encoding: nil, limits: ReadingLimits()).file
    let start = try Encoding.checkedStart(of: file)
    guard file.count <= byteLimit else {
      throw FileProblem(
        file.path,
        Phrase("is larger than \(byteLimit >> 20) MiB", "\(byteLimit >> 20) MiB より大きいファイルです"),
        advice: Phrase("it should hold a few lines", "表題や出典など数行にしてください"))
    }
    return file.withSpan { bytes in
      var text: [UInt8] = []
      text.reserveCapacity(bytes.count)
      for position in start..<bytes.count { text.append(bytes[position]) }
      return String(decoding: text, as: UTF8.self)
    }
  }
}
