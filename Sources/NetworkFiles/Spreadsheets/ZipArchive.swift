internal import CZlib
internal import NetworkData

/// The parts of a zip archive, found through its directory and unpacked piece by piece.
///
/// Nothing that the archive says of itself is believed: every place and length is checked against the
/// file, and what comes out is bounded. Archives over 4 GiB (zip64), in several volumes or encrypted
/// ones are refused.
struct ZipArchive {
  /// A packed file within the archive.
  private struct Entry {
    var method: Int
    var isEncrypted: Bool
    var checksum: UInt32
    var packedLength: Int
    var headerOffset: Int
  }

  /// The archive.
  let file: FileBytes

  private let limits: ReadingLimits
  private var entries: [String: Entry] = [:]

  /// Whether a file begins as archives do.
  static func begins(_ beginning: [UInt8]) -> Bool { beginning.starts(with: [0x50, 0x4B, 3, 4]) }

  /// Reads the directory of an archive.
  ///
  /// - Parameters:
  ///   - file: The archive.
  ///   - limits: Bounds.
  /// - Throws: ``FileProblem`` if it is damaged.
  init(_ file: FileBytes, limits: ReadingLimits) throws(FileProblem) {
    self.file = file
    self.limits = limits
    let beginning = file.withSpan { bytes in (0..<min(8, bytes.count)).map { bytes[$0] } }
    guard !Self.isOldExcel(beginning) else { throw Self.oldExcel(file.path) }
    let found = file.withSpan { Self.directory(in: $0) }
    guard let found else {
      throw Self.damaged(file.path, Phrase("no directory at its end", "末尾に目次がありません"))
    }
    entries = found
  }

  /// Whether a file begins as those of Excel before 2007 do, and those with a password still.
  static func isOldExcel(_ beginning: [UInt8]) -> Bool {
    beginning.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  }

  private static func oldExcel(_ path: String) -> FileProblem {
    FileProblem(
      path,
      Phrase(
        "is protected by a password, or an Excel file from before 2007 (.xls)",
        "パスワードで保護されているか、古い形式（.xls）の Excel ファイルです"),
      advice: Phrase(
        "save it as .xlsx without a password, or as CSV", "パスワードなしの .xlsx か CSV で保存してください"))
  }

  private static func damaged(_ path: String, _ reason: Phrase) -> FileProblem {
    FileProblem(
      path,
      Phrase(
        "is no sound zip archive: \(reason.english)", "zip として壊れています（\(reason.japanese)）"),
      advice: Phrase(
        "open and save it again in the spreadsheet program, or save it as CSV",
        "表計算ソフトで開いて保存し直すか、CSV で保存してください"))
  }

  /// Reads the central directory; nil if it is not sound.
  private static func directory(in bytes: Span<UInt8>) -> [String: Entry]? {
    // The end record is 22 bytes and a comment of up to 65,535.
    var end = bytes.count - 22
    while end >= max(0, bytes.count - 22 - 65_535) {
      if bytes.little(32, at: end) == 0x0605_4B50 { break }
      end -= 1
    }
    guard end >= max(0, bytes.count - 22 - 65_535) else { return nil }
    let count = bytes.little(16, at: end + 10)
    let start = bytes.little(32, at: end + 16)
    guard bytes.little(16, at: end + 4) == 0, start + bytes.little(32, at: end + 12) <= end else {
      return nil
    }
    var entries: [String: Entry] = [:]
    var position = start
    for _ in 0..<count {
      guard position + 46 <= end, bytes.little(32, at: position) == 0x0201_4B50 else { return nil }
      let nameLength = bytes.little(16, at: position + 28)
      let furtherLength = bytes.little(16, at: position + 30) + bytes.little(16, at: position + 32)
      guard position + 46 + nameLength + furtherLength <= end else { return nil }
      let name = String(
        decoding: (0..<nameLength).map { bytes[position + 46 + $0] }, as: UTF8.self)
      let entry = Entry(
        method: bytes.little(16, at: position + 10),
        isEncrypted: bytes.little(16, at: position + 8) & 1 != 0,
        checksum: UInt32(bytes.little(32, at: position + 16)),
        packedLength: bytes.little(32, at: position + 20),
        headerOffset: bytes.little(32, at: position + 42))
      // A name that stands twice is two contents for one question.
      guard entries.updateValue(entry, forKey: name) == nil else { return nil }
      position += 46 + nameLength + furtherLength
    }
    return entries
  }

  /// Whether the archive holds a file.
  ///
  /// - Parameter name: Its name, with folders.
  /// - Returns: `true` if it is in the directory.
  func holds(_ name: String) -> Bool { entries[name] != nil }

  /// Unpacks a file within the archive.
  ///
  /// - Parameter name: Its name.
  /// - Returns: Its bytes.
  /// - Throws: ``FileProblem`` if there is no such file, it is damaged, or larger than allowed.
  func unpacked(_ name: String) throws(FileProblem) -> [UInt8] {
    let shown = FileProblem.quoted(name)
    guard let entry = entries[name] else {
      throw Self.damaged(file.path, Phrase("\(shown) is missing", "\(shown) がありません"))
    }
    guard !entry.isEncrypted else {
      throw FileProblem(
        file.path, Phrase("is protected by a password", "パスワードで保護されています"),
        advice: Phrase("save it without a password", "パスワードなしで保存してください"))
    }
    guard let range = packedRange(of: entry) else {
      throw Self.damaged(
        file.path,
        Phrase("\(shown) lies outside of the file", "\(shown) の位置がファイルの外を指しています"))
    }
    let most = limit(for: entry)
    let bytes: [UInt8]
    switch entry.method {
    case 0: bytes = file.withSpan { bytes in range.map { bytes[$0] } }
    case 8:
      let inflated = Inflater(.none)?.bytes(of: file, range, limit: most)
      guard let inflated else {
        throw Self.damaged(
          file.path,
          Phrase("the packed data of \(shown) is damaged", "\(shown) の圧縮データが壊れています"))
      }
      bytes = inflated
    default:
      throw Self.damaged(
        file.path,
        Phrase(
          "\(shown) is packed by an unknown method (\(entry.method))",
          "\(shown) の圧縮方式（\(entry.method)）に対応していません"))
    }
    guard bytes.count <= most else { throw tooLarge(name, most) }
    guard Self.checksum(of: bytes) == entry.checksum else {
      throw Self.damaged(
        file.path, Phrase("the checksum of \(shown) is wrong", "\(shown) の検査値が合いません"))
    }
    return bytes
  }

  private static func checksum(of bytes: [UInt8]) -> UInt32 {
    unsafe bytes.withUnsafeBytes { buffer in
      // The limit may be above what zlib counts in.
      unsafe UInt32(
        truncatingIfNeeded: crc32_z(
          0, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), buffer.count))
    }
  }

  private func packedRange(of entry: Entry) -> Range<Int>? {
    file.withSpan { bytes in
      let header = entry.headerOffset
      guard header + 30 <= bytes.count, bytes.little(32, at: header) == 0x0403_4B50 else {
        return nil
      }
      let start =
        header + 30 + bytes.little(16, at: header + 26) + bytes.little(16, at: header + 28)
      guard start + entry.packedLength <= bytes.count else { return nil }
      return start..<(start + entry.packedLength)
    }
  }

  /// Sheets pack to a tenth or a fiftieth; what packs to less than a hundredth, and is large, is a
  /// bomb unless the user has raised the limit.
  private func limit(for entry: Entry) -> Int {
    guard limits.bytes == ReadingLimits().bytes else { return limits.bytes }
    return min(limits.bytes, max(16 << 20, 100 * entry.packedLength))
  }

  private func tooLarge(_ name: String, _ most: Int) -> FileProblem {
    FileProblem(
      file.path,
      Phrase(
        "\(FileProblem.quoted(name)) unpacks to more than \(most) bytes",
        "\(FileProblem.quoted(name)) は展開すると \(most) バイトを超えます"),
      advice: Phrase(
        "if the file can be trusted, raise the limit: --limit bytes=\(8 << 30)",
        "信頼できるファイルなら、上限を上げてください：--limit bytes=\(8 << 30)"))
  }
}

extension Span<UInt8> {
  /// Returns a number of 16 or 32 bits, the low byte first.
  ///
  /// - Parameters:
  ///   - bits: How many.
  ///   - position: The first byte; all must be there.
  /// - Returns: The number.
  fileprivate func little(_ bits: Int, at position: Int) -> Int {
    (0..<(bits / 8)).reduce(0) { $0 | Int(self[position + $1]) << (8 * $1) }
  }
}
