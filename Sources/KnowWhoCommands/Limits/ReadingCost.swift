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
  /// The least memory that a byte of a file takes while it is read, with some room for longer lines.
  ///
  /// Lists of edges between numbers take 2.0, between ids of 24 letters 1.4: the file itself, and
  /// columns that grow with the number of lines.
  private static let bytesPerByte = 1.2

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
      Language.ofCommandLine(
        "\(path) takes about \(Amount.bytes(needed)) to read, more than the memory limit of "
          + "\(limit.text); give --memory-limit \(Amount.option(needed)) or more, or a smaller file",
        "\(path) の読み込みには約\(Amount.bytes(needed))が必要で、メモリーの上限 \(limit.text) を超えます。"
          + "--memory-limit \(Amount.option(needed)) 以上にするか、小さいファイルを使ってください"))
  }
}
