internal import NetworkData

/// A file before it is known what it holds: as it lies, packed, or piped in.
struct FileSource {
  /// What it is called in messages.
  let path: String

  /// The bytes as they lie; packed ones stay packed until the format is known.
  private let bytes: FileBytes

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The file, `-` for standard input.
  ///   - options: Bounds.
  /// - Throws: ``FileProblem`` if it cannot be read.
  init(_ path: String, _ options: NetworkFile.Options) throws(FileProblem) {
    self.path = path
    bytes =
      path == "-"
      ? try StandardInput.bytes(limit: options.limits.bytes) : try FileBytes(path: path)
  }

  /// Returns the ending of a name, that before `.gz` where the file is packed.
  ///
  /// - Parameter path: The file.
  /// - Returns: Such as `csv`; empty where there is none.
  static func ending(of path: String) -> String {
    let ending = NetworkFile.fileExtension(of: path)
    return ending == "gz" ? NetworkFile.fileExtension(of: String(path.dropLast(3))) : ending
  }

  /// Returns the first bytes, unpacked, for a look at what they are.
  ///
  /// - Parameter options: Encoding and bounds.
  /// - Returns: Up to 4 KiB, in UTF-8 where the file is UTF-16.
  /// - Throws: ``FileProblem`` if the file is packed and damaged.
  func beginning(_ options: NetworkFile.Options) throws(FileProblem) -> [UInt8] {
    let whole = try unpacked(limit: options.limits.bytes, isText: false)
    let first = whole.withSpan { bytes in (0..<min(4096, bytes.count)).map { bytes[$0] } }
    let even = Array(first.prefix(first.count & ~1))
    switch EncodingEvidence.verdict(on: even.span) {
    case .certain(let encoding)
    where [.utf16, .utf16LittleEndian, .utf16BigEndian].contains(encoding):
      return (try? encoding.utf8(of: even.span)) ?? first
    default: return Array(first.dropFirst(Encoding.markLength(first.span)))
    }
  }

  /// Returns the content for the reader of a format: unpacked, and as UTF-8 where it is text.
  ///
  /// - Parameters:
  ///   - format: The format.
  ///   - options: Encoding and bounds.
  /// - Returns: The content, and what the user should know about how it was read.
  /// - Throws: ``FileProblem`` if it is damaged, too large, or in no known encoding.
  func opened(
    as format: NetworkFormat, _ options: NetworkFile.Options
  ) throws(FileProblem) -> (file: FileBytes, notes: [Phrase]) {
    let whole = try unpacked(limit: options.limits.bytes, isText: format.isText)
    guard format.isText else { return (whole, []) }
    let encoding =
      options.encoding
      ?? format.declaredEncoding(
        whole.withSpan { bytes in (0..<min(4096, bytes.count)).map { bytes[$0] } })
    return try TextRecoding.utf8(whole, encoding: encoding, limits: options.limits)
  }

  private func unpacked(limit: Int, isText: Bool) throws(FileProblem) -> FileBytes {
    guard bytes.withSpan(Gzip.isPacked) else { return bytes }
    return FileBytes(try Gzip.unpacked(bytes, limit: limit, isText: isText), path: path)
  }
}
