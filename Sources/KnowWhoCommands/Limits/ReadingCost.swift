internal import KnowWho

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What reading a file takes, told from its size.
enum ReadingCost {
  /// The least memory that a byte of a file has been seen to take while it is read: a list of
  /// 15.7 million edges between numbers, 214 MB, takes 405 MB.
  private static let bytesPerByte = 1.7

  /// The least bytes that reading a file or folder takes.
  static func bytes(of path: String) -> Int {
    let size =
      FilePlace.isFolder(path)
      ? ["actors.csv", "ties.csv"].reduce(0) { $0 + Self.size(of: "\(path)/\($1)") }
      : size(of: path)
    return Int(Double(size) * bytesPerByte)
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}

extension Job {
  /// Refuses a file that would not fit the memory limit, before it is read.
  func checkReading(_ path: String) throws {
    guard let limit = memoryLimit else { return }
    let needed = ResidentMemory.bytes + ReadingCost.bytes(of: path)
    guard needed > limit.bytes else { return }
    throw CommandFailure.limit(
      "\(path) takes about \(Amount.bytes(needed)) to read, more than the memory limit of "
        + "\(limit.text); give --memory-limit \(Amount.option(needed)) or more, or a smaller file")
  }
}
