internal import CZlib

/// Unpacks raw deflate data by zlib.
enum Inflation {
  /// Unpacks a part of a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - range: The packed part.
  ///   - limit: How many bytes are wanted at most; a few more may be returned.
  /// - Returns: The bytes, up to a little over the limit; nil if the data is damaged or cut.
  static func bytes(of file: FileBytes, _ range: Range<Int>, limit: Int) -> [UInt8]? {
    var stream = unsafe z_stream()
    // −15: a window of 32 KiB, and no header.
    guard
      unsafe inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { unsafe _ = inflateEnd(&stream) }
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 17)
    var offset = range.lowerBound
    while result.count <= limit {
      let (taken, made, code) = file.withSpan { bytes in
        unsafe bytes.withUnsafeBytes { source in
          unsafe piece.withUnsafeMutableBytes { target in
            let share = range.upperBound - offset
            // zlib does not change its input.
            unsafe stream.next_in = unsafe UnsafeMutableRawPointer(mutating: source.baseAddress)?
              .advanced(by: offset).assumingMemoryBound(to: UInt8.self)
            unsafe stream.avail_in = UInt32(share)
            unsafe stream.next_out = unsafe target.baseAddress?.assumingMemoryBound(to: UInt8.self)
            unsafe stream.avail_out = UInt32(target.count)
            let code = unsafe inflate(&stream, Z_NO_FLUSH)
            return unsafe (
              share - Int(stream.avail_in), target.count - Int(stream.avail_out), code
            )
          }
        }
      }
      offset += taken
      result.append(contentsOf: piece[..<made])
      if code == Z_STREAM_END { return result }
      guard code == Z_OK, taken + made > 0 else { return nil }
    }
    return result
  }
}
