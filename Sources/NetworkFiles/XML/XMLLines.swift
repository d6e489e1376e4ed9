#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Counts lines while a file is read from its beginning to its end.
///
/// expat counts them letter by letter whenever it is asked, which took a fifth of its time.
@safe
struct XMLLines {
  private let bytes: UnsafeRawBufferPointer
  private var offset: Int
  private var line = 1
  /// Whether lines end otherwise than in a line feed alone.
  private let hasReturns: Bool

  /// Begins to count.
  ///
  /// - Parameters:
  ///   - bytes: The file, which must stay as long as lines are counted.
  ///   - start: Where its first line begins.
  init(_ bytes: UnsafeRawBufferPointer, from start: Int) {
    unsafe self.bytes = bytes
    offset = start
    if let base = bytes.baseAddress {
      hasReturns = unsafe memchr(base, Int32(Ascii.carriageReturn), bytes.count) != nil
    } else {
      hasReturns = false
    }
  }

  /// Returns the line that a byte is on, counting LF, CR and CRLF as one line end each.
  ///
  /// - Parameter place: The position of a byte, not before the last one that was asked for.
  /// - Returns: The line, counted from 1.
  @inline(__always)
  mutating func line(at place: Int) -> Int {
    if place > offset { count(to: unsafe min(place, bytes.count)) }
    return line
  }

  private mutating func count(to place: Int) {
    if hasReturns {
      while offset < place {
        let byte = unsafe bytes[offset]
        let next = unsafe offset + 1 < bytes.count ? bytes[offset + 1] : 0
        let isEnd =
          byte == Ascii.lineFeed || byte == Ascii.carriageReturn && next != Ascii.lineFeed
        line += isEnd ? 1 : 0
        offset += 1
      }
      return
    }
    guard let base = unsafe bytes.baseAddress else { return }
    while offset < place,
      let end = unsafe memchr(base + offset, Int32(Ascii.lineFeed), place - offset)
    {
      line += 1
      offset = unsafe UnsafeRawPointer(end) - base + 1
    }
    offset = max(offset, place)
  }
}
