internal import CZlib
internal import NetworkData

/// Packs and unpacks gzip by zlib.
enum Gzip {
  /// Whether a file is packed.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: `true` if it begins as gzip does.
  static func isPacked(_ bytes: Span<UInt8>) -> Bool {
    bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
  }

  /// Unpacks a file of one or more gzip members.
  ///
  /// - Parameters:
  ///   - file: The packed file.
  ///   - limit: How many bytes may come of it.
  ///   - isText: Whether a NUL byte ends the work, which keeps a bomb of zeros small.
  /// - Returns: The unpacked bytes.
  /// - Throws: ``FileProblem`` if it is damaged, cut short, or larger than the limit.
  static func unpacked(
    _ file: FileBytes, limit: Int, isText: Bool
  ) throws(FileProblem) -> [UInt8] {
    var result: [UInt8] = []
    guard let inflater = Inflater(.gzip) else {
      throw FileProblem(
        file.path, Phrase("gzip: zlib does not start", "gzip：zlib を初期化できません"))
    }
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    var offset = 0
    var isWithinMember = true
    while offset < file.count {
      let step = inflater.unpack(file, offset..<file.count, into: &piece)
      let (taken, made) = (step.taken, step.made)
      offset += taken
      result.append(contentsOf: piece[..<made])
      guard result.count <= limit else { throw tooLarge(file.path, limit) }
      if isText, let zero = piece[..<made].firstIndex(of: 0) {
        // UTF-16 is full of zeros.
        if Encoding.isUTF16(result.span) { continue }
        let beginning = result.prefix(1 << 16)
        if UTF16Evidence.byteOrder(of: beginning.span, 0..<(beginning.count & ~1)) != nil {
          continue
        }
        let unpacked = FileBytes(result, path: file.path)
        throw Encoding.problem(.nul, at: result.count - made + zero, in: unpacked)
      }
      switch step.code {
      case Z_OK, Z_BUF_ERROR:
        isWithinMember = true
        if taken == 0, made == 0 { throw cut(file.path) }
      case Z_STREAM_END:
        isWithinMember = false
        // What follows a member is another one, or padding.
        guard offset < file.count, file.withSpan({ $0[offset] == 0x1F }) else {
          offset = file.count
          break
        }
        inflater.restart()
      default:
        throw FileProblem(
          file.path, Phrase("gzip: the packed data is damaged", "gzip：圧縮データが壊れています"),
          advice: Phrase("fetch or pack the file again", "ファイルを取得し直すか、圧縮し直してください"))
      }
    }
    guard !isWithinMember else { throw cut(file.path) }
    return result
  }

  /// Packs bytes.
  ///
  /// - Parameter bytes: What to pack.
  /// - Returns: One gzip member without a date, so that equal bytes give equal files.
  static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var stream = unsafe z_stream()
    unsafe _ = deflateInit2_(
      &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    defer { unsafe _ = deflateEnd(&stream) }
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    var offset = 0
    var code = Z_OK
    while code != Z_STREAM_END {
      let (taken, made) = unsafe bytes.withUnsafeBytes { source in
        unsafe piece.withUnsafeMutableBytes { target in
          let share = min(source.count - offset, 1 << 30)
          unsafe stream.next_in = unsafe UnsafeMutableRawPointer(mutating: source.baseAddress)?
            .advanced(by: offset).assumingMemoryBound(to: UInt8.self)
          unsafe stream.avail_in = UInt32(share)
          unsafe stream.next_out = unsafe target.baseAddress?.assumingMemoryBound(to: UInt8.self)
          unsafe stream.avail_out = UInt32(target.count)
          code = unsafe deflate(&stream, offset + share == source.count ? Z_FINISH : Z_NO_FLUSH)
          return unsafe (share - Int(stream.avail_in), target.count - Int(stream.avail_out))
        }
      }
      offset += taken
      result.append(contentsOf: piece[..<made])
    }
    return result
  }

  private static func cut(_ path: String) -> FileProblem {
    FileProblem(
      path, Phrase("gzip: unexpected end of the packed data", "gzip：圧縮データが途中で終わっています"),
      advice: Phrase("fetch or pack the file again", "ファイルを取得し直すか、圧縮し直してください"))
  }

  private static func tooLarge(_ path: String, _ limit: Int) -> FileProblem {
    FileProblem(
      path,
      Phrase(
        "unpacks to more than \(limit) bytes", "展開すると \(limit) バイトを超えます"),
      advice: Phrase(
        "if the file can be trusted, raise the limit: --limit bytes=\(limit * 4)",
        "信頼できるファイルなら、上限を上げてください：--limit bytes=\(limit * 4)"))
  }
}
