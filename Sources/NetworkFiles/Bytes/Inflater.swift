internal import CZlib

/// Unpacks deflate data by zlib, piece by piece.
@safe
final class Inflater {
  /// What the data is wrapped in, as the number of window bits tells zlib: 32 KiB, and what header.
  enum Wrapping: Int32 {
    case gzip = 31
    case none = -15
  }

  /// What came of a step.
  struct Step {
    /// How many packed bytes were taken.
    let taken: Int
    /// How many bytes came of them.
    let made: Int
    /// What zlib says: `Z_OK`, `Z_STREAM_END`, or what is wrong.
    let code: Int32
  }

  // At one place throughout, since zlib checks that its state has not moved.
  private let stream: UnsafeMutablePointer<z_stream>

  /// Begins.
  ///
  /// It is nil where zlib has no memory.
  ///
  /// - Parameter wrapping: What the data is wrapped in.
  init?(_ wrapping: Wrapping) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard
      unsafe inflateInit2_(
        stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
  }

  deinit {
    unsafe _ = inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Unpacks as much as there is room for.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - range: The packed bytes that are left; only their beginning may be looked at.
  ///   - piece: Room for what comes of them, filled from its start.
  /// - Returns: How far it got.
  func unpack(_ file: FileBytes, _ range: Range<Int>, into piece: inout [UInt8]) -> Step {
    file.withSpan { bytes in
      unsafe bytes.withUnsafeBytes { source in
        unsafe piece.withUnsafeMutableBytes { target in
          let share = min(range.count, 1 << 30)
          // zlib does not change its input.
          unsafe stream.pointee.next_in = unsafe UnsafeMutableRawPointer(
            mutating: source.baseAddress)?
            .advanced(by: range.lowerBound).assumingMemoryBound(to: UInt8.self)
          unsafe stream.pointee.avail_in = UInt32(share)
          unsafe stream.pointee.next_out = unsafe target.baseAddress?
            .assumingMemoryBound(to: UInt8.self)
          unsafe stream.pointee.avail_out = UInt32(target.count)
          let code = unsafe inflate(stream, Z_NO_FLUSH)
          return unsafe Step(
            taken: share - Int(stream.pointee.avail_in),
            made: target.count - Int(stream.pointee.avail_out), code: code)
        }
      }
    }
  }

  /// Begins with another part that is packed on its own.
  func restart() { unsafe _ = inflateReset(stream) }

  /// Unpacks a part of a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - range: The packed part.
  ///   - limit: How many bytes are wanted at most; a few more may be returned.
  /// - Returns: The bytes, up to a little over the limit; nil if the data is damaged or cut.
  func bytes(of file: FileBytes, _ range: Range<Int>, limit: Int) -> [UInt8]? {
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 17)
    var offset = range.lowerBound
    while result.count <= limit {
      let step = unpack(file, offset..<range.upperBound, into: &piece)
      offset += step.taken
      result.append(contentsOf: piece[..<step.made])
      if step.code == Z_STREAM_END { return result }
      guard step.code == Z_OK, step.taken + step.made > 0 else { return nil }
    }
    return result
  }
}
