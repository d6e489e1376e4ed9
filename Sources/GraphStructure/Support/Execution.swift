#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// How work is carried out: on how many threads, in how much memory, who hears of its progress, and
/// who may stop it.
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

  /// How many bytes of working memory the work may take, beside the graph and the result; nil
  /// where there is no limit.
  ///
  /// Measures that can do with less do so: they work on fewer threads, with the same results, or,
  /// where not even one fits, on fewer sources at once, which may add up in another order and so
  /// change the last bits.
  public let memoryLimit: Int?

  /// Creates a way to carry out work.
  ///
  /// - Parameters:
  ///   - threads: How many threads work at once; by default one for each processor.
  ///   - memoryLimit: How many bytes of working memory the work may take; nil sets no limit.
  ///   - onProgress: Hears the share of the work done, 0…1.
  ///   - isCancelled: Says whether the work should stop.
  public init(
    threads: Int = Execution.processorCount, memoryLimit: Int? = nil,
    onProgress: (@Sendable (Double) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.threads = max(1, threads)
    self.memoryLimit = memoryLimit
    self.onProgress = onProgress
    self.isCancelled = isCancelled
  }

  /// Returns the same way to carry out work on as many threads as its memory allows.
  ///
  /// - Parameters:
  ///   - perThread: How many bytes each thread takes, above 0.
  ///   - shared: How many bytes all threads take together.
  /// - Returns: As many threads or fewer; nil where not even one fits.
  public func fitting(perThread: Int, shared: Int) -> Execution? {
    guard let memoryLimit else { return self }
    let fitting = (memoryLimit - shared) / max(1, perThread)
    guard memoryLimit >= shared, fitting >= 1 else { return nil }
    return Execution(
      threads: min(threads, fitting), memoryLimit: memoryLimit, onProgress: onProgress,
      isCancelled: isCancelled)
  }

  /// Returns the same way to carry out work, with progress told in another way.
  ///
  /// - Parameter change: Turns the share of this work that is done into the one to tell.
  /// - Returns: The same where nobody listens.
  package func tellingProgress(
    _ change: @escaping @Sendable (Double) -> Double
  ) -> Execution {
    guard let onProgress else { return self }
    return Execution(
      threads: threads, memoryLimit: memoryLimit, onProgress: { onProgress(change($0)) },
      isCancelled: isCancelled)
  }

  /// All processors, all memory, silent, never stopped.
  public static let standard = Execution()

  /// The number of processors that are online.
  public static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
