internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Writes files whole or not at all.
public enum AtomicFile {
  /// Writes bytes beside a file and then renames, so that an older file stays until the new one is
  /// complete.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - path: The file.
  /// - Throws: ``FileProblem`` if it cannot be written; nothing is left behind.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    var status = stat()
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw FileProblem(path, "is a folder", advice: "name a file to write")
    }
    // Devices and pipes cannot be renamed over; /dev/stdout is written to directly.
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      try write(bytes, openedAt: path, flags: O_WRONLY | O_CLOEXEC, reportedAs: path)
      return
    }
    let aside = "\(path).\(getpid()).partial"
    unfinished.withLock { _ = $0.insert(aside) }
    defer { unfinished.withLock { _ = $0.remove(aside) } }
    do throws(FileProblem) {
      try write(
        bytes, openedAt: aside, flags: O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, reportedAs: path)
    } catch {
      unsafe unlink(aside)
      throw error
    }
    guard unsafe rename(aside, path) == 0 else {
      let code = errno
      unsafe unlink(aside)
      throw problem(path, code)
    }
  }

  /// The files aside that are not yet renamed.
  private static let unfinished = Mutex<Set<String>>([])

  /// Takes away what is half written, for a process that ends now.
  public static func discardUnfinished() {
    unfinished.withLock { for aside in $0 { unsafe unlink(aside) } }
  }

  /// Makes a folder unless it is there.
  ///
  /// - Parameter path: The folder; the one around it must exist.
  /// - Throws: ``FileProblem`` if it cannot be made.
  public static func makeFolder(_ path: String) throws(FileProblem) {
    guard unsafe mkdir(path, 0o777) != 0 else { return }
    let code = errno
    var status = stat()
    if code == EEXIST, unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      return
    }
    throw problem(path, code)
  }

  private static func write(
    _ bytes: [UInt8], openedAt place: String, flags: Int32, reportedAs path: String
  ) throws(FileProblem) {
    let file = unsafe open(place, flags, 0o666)
    guard file >= 0 else { throw problem(path, errno) }
    var failure: Int32 = 0
    unsafe bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let written = unsafe Self.write(file, buffer, from: offset)
        if written < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        offset += written
      }
    }
    if close(file) != 0, failure == 0 { failure = errno }
    if failure != 0 { throw problem(path, failure) }
  }

  private static func write(_ file: Int32, _ buffer: UnsafeRawBufferPointer, from offset: Int)
    -> Int
  {
    #if canImport(Darwin)
      unsafe Darwin.write(file, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
    #elseif canImport(Glibc)
      unsafe Glibc.write(file, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
    #else
      unsafe Musl.write(file, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
    #endif
  }

  private static func problem(_ path: String, _ code: Int32) -> FileProblem {
    switch code {
    case ENOENT, ENOTDIR:
      FileProblem(path, "cannot be written: its folder does not exist", advice: "make the folder")
    case EACCES, EPERM, EROFS:
      FileProblem(path, "may not be written", advice: "choose another place or mend permissions")
    case ENOSPC:
      FileProblem(path, "cannot be written: the disk is full", advice: "make room")
    case EEXIST:
      FileProblem(path, "cannot be written: a file or an unfinished write is in the way")
    default:
      unsafe FileProblem(path, "cannot be written: \(String(cString: strerror(code)))")
    }
  }
}
