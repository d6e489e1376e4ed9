internal import Dispatch
internal import KnowWho
internal import Synchronization

/// What a command does, step by step, within limits of time and memory.
///
/// Where there are limits, a step works on a thread of its own while the caller watches: so even work
/// that does not listen, such as a layout, is left when a limit is reached, and what was finished
/// before can still be written.
final class Job: Sendable {
  /// A limit that has been reached.
  struct Stopped: Error {
    /// Which limit, as a sentence begins.
    let reason: String
    /// What was being done, as it reads behind "while".
    let step: String
  }

  private let timeLimit: TimeLimit?
  let memoryLimit: MemoryLimit?
  private let deadline: ContinuousClock.Instant?
  private let start = ContinuousClock.now
  private let reason = Mutex<String?>(nil)

  /// How often the watching thread looks, and how long it waits for work to give way.
  private static let interval = DispatchTimeInterval.milliseconds(50)
  private static let grace = DispatchTimeInterval.milliseconds(500)

  init(timeLimit: TimeLimit? = nil, memoryLimit: MemoryLimit? = nil) {
    self.timeLimit = timeLimit
    self.memoryLimit = memoryLimit
    deadline = timeLimit.map { .now + $0.duration }
  }

  /// The seconds since the command began.
  var elapsed: Double { (.now - start) / .seconds(1) }

  /// Whether a limit has been reached.
  var isStopped: Bool { reason.withLock { $0 != nil } }

  /// Ends a command whose result lacks what a limit has cut off.
  ///
  /// - Parameter missing: What is not there, as a sentence begins; nil where all is.
  /// - Throws: ``CommandFailure`` where something is missing.
  func checkComplete(missing: String?) throws {
    guard let missing, let reason = reason.withLock({ $0 }) else { return }
    throw CommandFailure.limit(reason + Language.ofCommandLine(": ", "。") + missing)
  }

  /// The note below a result that lacks something.
  static func incomplete(_ missing: String) -> String {
    Language.ofCommandLine("Not complete: \(missing).", "未完了：\(missing)。")
  }

  /// What a layout in a process of its own may take, which ends a little before this one does: so
  /// it can be said what was too slow.
  var layoutLimits: LayoutLimits {
    let left = deadline.map { ($0 - .now) / .seconds(1) }
    return LayoutLimits(
      seconds: left.map { max(0.01, $0 - min(1, 0.25 * $0)) }, memory: memoryLimit?.bytes)
  }

  /// How the work is carried out, in the memory that is left.
  func execution(threads: Int?) -> Execution {
    Execution(
      threads: threads ?? Execution.processorCount,
      memoryLimit: memoryLimit.map { max(0, $0.bytes - ResidentMemory.bytes) },
      onProgress: { ProgressBar.shared.update($0) }, isCancelled: { self.isStopped })
  }

  /// Does one step.
  ///
  /// - Parameters:
  ///   - step: What is done, as it reads behind "while".
  ///   - acceptsPart: Whether what a stopped step hands back is of use.
  ///   - work: Does it.
  /// - Returns: What the work returns.
  /// - Throws: ``Stopped`` once a limit is reached, or what the work throws.
  func perform<Value: Sendable>(
    _ step: String, acceptsPart: Bool = false, _ work: @escaping @Sendable () throws -> Value
  ) throws -> Value {
    ProgressBar.shared.begin(step)
    guard timeLimit != nil || memoryLimit != nil else { return try work() }
    if let reason = exceeded() { throw Stopped(reason: reason, step: step) }
    let outcome = Outcome<Value>()
    let finished = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      let result = Result { try work() }
      outcome.result.withLock { $0 = result }
      finished.signal()
    }
    while finished.wait(timeout: .now() + Self.interval) == .timedOut {
      guard let reason = exceeded() else { continue }
      let progress = ProgressBar.shared.stop()
      let gaveWay = finished.wait(timeout: .now() + Self.grace) == .success
      _ = ProgressBar.shared.stop()
      if gaveWay, acceptsPart { break }
      throw Stopped(reason: reason, step: progress)
    }
    guard let result = outcome.result.withLock({ $0 }) else {
      preconditionFailure("a finished step has an outcome")
    }
    return try result.get()
  }

  /// Checks the limits, and asks all work to stop where one is reached.
  ///
  /// - Returns: Which one; nil while there is time and memory.
  private func exceeded() -> String? {
    let inUse = memoryLimit == nil ? 0 : ResidentMemory.bytes
    return reason.withLock { reason in
      if reason == nil, let timeLimit, let deadline, deadline <= .now {
        reason = Language.ofCommandLine(
          "the time limit of \(timeLimit.text) was reached", "時間の上限 \(timeLimit.text) に達しました")
      }
      if reason == nil, let memoryLimit, inUse > memoryLimit.bytes {
        let used = Amount.bytes(inUse)
        reason = Language.ofCommandLine(
          "the memory limit of \(memoryLimit.text) was reached (\(used) in use)",
          "メモリーの上限 \(memoryLimit.text) に達しました（\(used) を使用中）")
      }
      return reason
    }
  }

  /// What a step on another thread has come to.
  private final class Outcome<Value: Sendable>: Sendable {
    let result = Mutex<Result<Value, any Error>?>(nil)
  }
}
