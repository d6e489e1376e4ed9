#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Asks what stands at a path.
package enum FilePlace {
  /// Whether there is anything at a path.
  ///
  /// - Parameter path: The path.
  /// - Returns: `true` for a file, a folder or anything else.
  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0
  }

  /// Whether there is a folder at a path.
  ///
  /// - Parameter path: The path.
  /// - Returns: `false` for a file, or if there is nothing.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
