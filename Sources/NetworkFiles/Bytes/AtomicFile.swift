internal import NetworkData
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
  ///   - isPrivate: Whether only its owner may read it.
  /// - Throws: ``FileProblem`` if it cannot be written; nothing is left behind.
  public static func write(
    _ bytes: [UInt8], to path: String, isPrivate: Bool = false
  ) throws(FileProblem) {
    var status = stat()
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw FileProblem(
        path, Phrase("is a folder", "フォルダーです"),
        advice: Phrase("name a file to write", "書き込むファイルの名前を指定してください"))
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
        bytes, openedAt: aside, flags: O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
        permissions: isPrivate ? 0o600 : 0o666, reportedAs: path)
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
    _ bytes: [UInt8], openedAt place: String, flags: Int32, permissions: mode_t = 0o666,
    reportedAs path: String
  ) throws(FileProblem) {
    let file = unsafe open(place, flags, permissions)
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
      return FileProblem(
        path, Phrase("cannot be written: its folder does not exist", "保存先のフォルダーがないため、書き込めません"),
        advice: Phrase("make the folder", "フォルダーを作ってください"))
    case EACCES, EPERM, EROFS:
      return FileProblem(
        path, Phrase("may not be written", "書き込みが許可されていません"),
        advice: Phrase("choose another place or mend permissions", "別の場所を選ぶか、アクセス権を直してください"))
    case ENOSPC:
      return FileProblem(
        path, Phrase("cannot be written: the disk is full", "ディスクに空きがないため、書き込めません"),
        advice: Phrase("make room", "空きを作ってください"))
    case EEXIST:
      return FileProblem(
        path,
        Phrase(
          "cannot be written: a file or an unfinished write is in the way",
          "同じ名前のファイルか書きかけのファイルがあるため、書き込めません"))
    default:
      let reason = unsafe String(cString: strerror(code))
      return FileProblem(path, Phrase("cannot be written: \(reason)", "書き込めません（\(reason)）"))
    }
  }
}
