#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// How long work is carried out: on how many threads, who hears of its progress, and who may stop
/// it.
///
/// Every measure that takes an `Execution` returns the same bits whatever the thread count.
/// A cancelled measure returns early with scores that mean nothing: ask ``isCancelled`` before
/// using them.
public struct Execution: Sendable {
  /// The number of threads that work at once, at least 1.
  public let threads: Int

  /// Called now and then, from any thread, with the share of the work that is done, 0…1.
  public let onProgress: (@Sendable (Double) -> Void)?

  /// Asked between pieces of work, from any thread; `true` stops the work.
  public let isCancelled: @Sendable () -> Bool

  /// Creates a way to carry out work.
  ///
  /// - Parameters:
  ///   - threads: How many threads work at once; by default one for each processor.
  ///   - onProgress: Hears the share of the work done, 0…1.
  ///   - isCancelled: Says whether the work should stop.
  public init(
    threads: Int = Execution.processorCount,
    onProgress: (@Sendable (Double) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.threads = max(1, threads)
    self.onProgress = onProgress
    self.isCancelled = isCancelled
  }

  /// All processors, silent, never stopped.
  public static let standard = Execution()

  /// The number of processors that are online.
  public static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
