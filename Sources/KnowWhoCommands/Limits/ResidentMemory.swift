#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// How much memory the process holds.
enum ResidentMemory {
  /// The bytes that are resident now; on systems that do not tell, the most that ever were.
  static var bytes: Int {
    #if os(Linux)
      // The second number of the file counts resident pages.
      if let pages = statm.dropFirst().first { return pages * Int(sysconf(Int32(_SC_PAGESIZE))) }
    #endif
    return peak
  }

  /// The most bytes that ever were resident.
  static var peak: Int {
    var usage = rusage()
    #if canImport(Glibc)
      _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
      _ = unsafe getrusage(RUSAGE_SELF, &usage)
    #endif
    #if canImport(Darwin)
      return Int(usage.ru_maxrss)
    #else
      return Int(usage.ru_maxrss) * 1024
    #endif
  }

  #if os(Linux)
    private static var statm: [Int] {
      let file = unsafe open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { return [] }
      defer { close(file) }
      var bytes = [UInt8](repeating: 0, count: 128)
      let count = unsafe bytes.withUnsafeMutableBytes {
        unsafe read(file, $0.baseAddress, $0.count)
      }
      return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: " ")
        .map { Int($0) ?? 0 }
    }
  #endif
}
