#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What this process has used so far.
enum ProcessUsage {
  /// Seconds of a clock that only goes forward.
  static var wall: Double { seconds(of: CLOCK_MONOTONIC) }

  /// Processor seconds of all threads: the clock of Python's `process_time`, whose steps are finer
  /// than those of `getrusage`.
  static var cpu: Double { seconds(of: CLOCK_PROCESS_CPUTIME_ID) }

  /// The most memory since the last reset, in MB (2²⁰ bytes); where it cannot be reset, since the
  /// start.
  static var peakMegabytes: Double {
    if let kilobytes = statusValue("VmHWM:") { return Double(kilobytes) / 1024 }
    var usage = rusage()
    #if canImport(Glibc)
      unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
      unsafe getrusage(RUSAGE_SELF, &usage)
    #endif
    #if canImport(Darwin)
      return Double(usage.ru_maxrss) / (1024 * 1024)
    #else
      return Double(usage.ru_maxrss) / 1024
    #endif
  }

  /// Lets the peak start anew from what is in use now, where the system can do so (Linux).
  static func resetPeak() {
    let file = unsafe open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    var five = UInt8(ascii: "5")
    unsafe write(file, &five, 1)
    close(file)
  }

  private static func seconds(of clock: clockid_t) -> Double {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Reads a number of /proc/self/status, where there is such a file.
  private static func statusValue(_ key: String) -> Int? {
    let file = unsafe open("/proc/self/status", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 8192)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
    let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    let line = text.split(separator: "\n").first { $0.hasPrefix(key) }
    return line.flatMap { Int($0.dropFirst(key.count).filter { $0.isASCII && $0.isNumber }) }
  }
}
