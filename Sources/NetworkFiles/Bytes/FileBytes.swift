package import GraphStructure
internal import NetworkData

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The bytes of a file, mapped into memory and not copied, until the object goes; or bytes that came
/// from elsewhere: unpacked, piped, or in another encoding on the disk.
///
/// A file must not be cut short while it is being read.
@safe package final class FileBytes: Sendable {
  /// What the file is called in messages.
  package let path: String

  /// The number of bytes.
  package let count: Int

  nonisolated(unsafe) private let base: UnsafeMutableRawPointer?

  /// Bytes that are held and not mapped.
  private let held: [UInt8]?

  /// Maps a file.
  ///
  /// - Parameter path: The file.
  /// - Throws: ``FileProblem`` if it is not there, is a folder, or may not be read.
  package init(path: String) throws(FileProblem) {
    self.path = path
    held = nil
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Self.problem(path, errno) }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw Self.problem(path, errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      throw FileProblem(
        path, Phrase("is a folder where a file was expected", "ファイルではなくフォルダーです"),
        advice: Phrase("name the file", "ファイルを指定してください"))
    default:
      throw FileProblem(
        path, Phrase("is neither a file nor a folder", "ファイルでもフォルダーでもありません"),
        advice: Phrase("save it as a file and name that", "ファイルに保存して、それを指定してください"))
    }
    count = Int(status.st_size)
    guard count > 0 else {
      unsafe base = nil
      return
    }
    let mapped = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0)
    guard let mapped = unsafe mapped, unsafe mapped != MAP_FAILED else {
      throw Self.problem(path, errno)
    }
    unsafe base = mapped
  }

  /// Holds bytes that are not in a file as they are.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - path: What they are called in messages.
  package init(_ bytes: [UInt8], path: String) {
    self.path = path
    held = bytes
    count = bytes.count
    unsafe base = nil
  }

  deinit {
    if let base = unsafe base { unsafe munmap(base, count) }
  }

  /// Lends the bytes.
  ///
  /// - Parameter body: Reads them; they must not be kept.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  package func withSpan<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if let held { return try body(held.span) }
    let buffer = unsafe UnsafeRawBufferPointer(start: base, count: count)
    return try body(unsafe Span(_unsafeBytes: buffer))
  }

  /// Returns a column that lies in the file, and keeps it mapped.
  ///
  /// - Parameter range: Where it lies, aligned for its numbers.
  /// - Returns: The column; a copy where the bytes are held.
  package func column<Element: BitwiseCopyable & Sendable & Equatable>(
    _ range: Range<Int>
  ) -> Column<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    let elementCount = range.count / MemoryLayout<Element>.stride
    if let held {
      let elements = unsafe held.withUnsafeBytes { bytes in
        (0..<elementCount).map { row in
          unsafe bytes.loadUnaligned(
            fromByteOffset: range.lowerBound + row * MemoryLayout<Element>.stride,
            as: Element.self)
        }
      }
      return Column(elements)
    }
    let start = unsafe base.map { base in
      unsafe UnsafePointer(
        base.advanced(by: range.lowerBound).assumingMemoryBound(to: Element.self))
    }
    return unsafe Column(start: start, count: elementCount, owner: self)
  }

  /// Returns the line that a byte is on, counting LF, CR and CRLF as one line end each.
  ///
  /// - Parameter offset: The position of a byte.
  /// - Returns: The line, counted from 1.
  package func line(at offset: Int) -> Int {
    withSpan { bytes in
      var line = 1
      for position in 0..<min(offset, bytes.count) {
        if bytes[position] == Ascii.lineFeed {
          line += 1
        } else if bytes[position] == Ascii.carriageReturn,
          position + 1 >= bytes.count || bytes[position + 1] != Ascii.lineFeed
        {
          line += 1
        }
      }
      return line
    }
  }

  /// The number of lines, the last of which may be without an end.
  ///
  /// - Complexity: O(bytes).
  package var lastLine: Int {
    let endsWithLine = count > 0 && withSpan { Ascii.endsLine($0[count - 1]) }
    return max(1, line(at: count) - (endsWithLine ? 1 : 0))
  }

  private static func problem(_ path: String, _ code: Int32) -> FileProblem {
    switch code {
    case ENOENT, ENOTDIR:
      return FileProblem(
        path, Phrase("no such file", "ファイルが見つかりません"),
        advice: Phrase("check the name and the folder", "名前と場所を確かめてください"))
    case EACCES, EPERM:
      return FileProblem(
        path, Phrase("may not be read", "読み取りが許可されていません"),
        advice: Phrase("check its permissions", "アクセス権を確かめてください"))
    default:
      let reason = unsafe String(cString: strerror(code))
      return FileProblem(path, Phrase("cannot be read: \(reason)", "読み取れません（\(reason)）"))
    }
  }
}
