#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Bytes on their way to a worker: their number in eight bytes, then they themselves, so that the
/// pipe can stay open behind them.
struct WorkerMessage {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The bytes with their number before them.
  var framed: [UInt8] {
    let count = UInt64(bytes.count)
    return (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) } + bytes
  }

  /// Reads a message from standard input; nil where it is cut short.
  static func read() -> WorkerMessage? {
    guard let head = read(count: 8) else { return nil }
    let count = head.reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    guard count < 1 << 40, let bytes = read(count: Int(count)) else { return nil }
    return WorkerMessage(bytes)
  }

  private static func read(count: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: min(max(count, 1), 1 << 20))
    while bytes.count < count {
      let wanted = min(piece.count, count - bytes.count)
      let length = unsafe piece.withUnsafeMutableBytes { piece in
        #if canImport(Darwin)
          unsafe Darwin.read(STDIN_FILENO, piece.baseAddress, wanted)
        #elseif canImport(Musl)
          unsafe Musl.read(STDIN_FILENO, piece.baseAddress, wanted)
        #else
          unsafe Glibc.read(STDIN_FILENO, piece.baseAddress, wanted)
        #endif
      }
      guard length > 0 else { return nil }
      bytes += piece.prefix(length)
    }
    return bytes
  }
}
