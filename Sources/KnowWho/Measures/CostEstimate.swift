internal import Synchronization

/// How long a piece of work is expected to take.
public struct CostEstimate: Sendable, Equatable {
  /// The seconds expected, on the threads it was tried with.
  public let seconds: Double

  /// Whether the work came to its end in the trial, so that this is what it took.
  public let isMeasured: Bool

  /// Tries some work for a while, and tells from its progress how long the whole would take.
  ///
  /// Work that comes to its end meanwhile is simply measured. Other work is stopped once it has
  /// reported progress, and the rest is expected to go on at the pace between its first and its
  /// last report, so that what it prepares counts once.
  ///
  /// - Parameters:
  ///   - execution: On how many threads and in how much memory; may stop the trial.
  ///   - limit: How long the trial takes, up to the first report of progress behind it.
  ///   - work: The work; it must obey the execution it is given.
  /// - Returns: The estimate; nil if the trial was stopped before there was one.
  /// - Throws: What the work throws.
  public static func of<Failure>(
    execution: Execution = .standard, within limit: Duration = .seconds(1),
    _ work: (Execution) throws(Failure) -> Void
  ) throws(Failure) -> CostEstimate? {
    let start = ContinuousClock.now
    return try of(
      execution: execution, within: limit / .seconds(1),
      elapsed: { (.now - start) / .seconds(1) }, work)
  }

  /// Tries some work by a clock of the caller's.
  ///
  /// - Parameters:
  ///   - execution: As for ``of(execution:within:_:)``.
  ///   - limit: How many seconds the trial takes.
  ///   - elapsed: Returns the seconds since the trial began.
  ///   - work: The work.
  /// - Returns: The estimate; nil if the trial was stopped before there was one.
  /// - Throws: What the work throws.
  package static func of<Failure>(
    execution: Execution, within limit: Double, elapsed: @escaping @Sendable () -> Double,
    _ work: (Execution) throws(Failure) -> Void
  ) throws(Failure) -> CostEstimate? {
    let pace = Pace(limit: limit, threads: execution.threads, elapsed: elapsed)
    try work(
      Execution(
        threads: execution.threads, memoryLimit: execution.memoryLimit,
        onProgress: { pace.note($0) },
        isCancelled: { pace.isOver || execution.isCancelled() }))
    return execution.isCancelled() ? nil : pace.estimate
  }
}

/// The progress that a trial has made.
private final class Pace: Sendable {
  private struct Report {
    let seconds: Double
    let share: Double
  }

  private struct State {
    /// When the pass began, as far as is known: with the last report of the one before.
    var passStart = 0.0
    var first: Report?
    var last: Report?
    /// How many there were from the first to the last.
    var reportCount = 0
    var wasStopped = false
  }

  /// How many times the limit a trial may take for enough reports.
  private static let patience = 3.0

  private let limit: Double
  /// Threads that begin together report together: only after a report of each does the time since
  /// the first tell of the pace.
  private let threads: Int
  private let elapsed: @Sendable () -> Double
  private let state = Mutex(State())

  init(limit: Double, threads: Int, elapsed: @escaping @Sendable () -> Double) {
    self.limit = limit
    self.threads = threads
    self.elapsed = elapsed
  }

  func note(_ share: Double) {
    let report = Report(seconds: elapsed(), share: share)
    state.withLock { state in
      // A share that falls belongs to another pass.
      if let last = state.last, share < last.share {
        state.passStart = last.seconds
        state.first = nil
        state.reportCount = 0
      }
      if state.first == nil { state.first = report }
      state.last = report
      state.reportCount += 1
    }
  }

  /// Whether the trial should stop.
  var isOver: Bool {
    guard elapsed() > limit else { return false }
    return state.withLock { state in
      guard let last = state.last, last.share > 0, last.share < 1 else { return false }
      guard tellsPace(state) || elapsed() > Self.patience * limit else { return false }
      state.wasStopped = true
      return true
    }
  }

  /// Whether there were enough reports to tell the pace from the first to the last.
  private func tellsPace(_ state: State) -> Bool {
    guard let first = state.first, let last = state.last else { return false }
    return last.share > first.share && state.reportCount > threads
  }

  var estimate: CostEstimate {
    let now = elapsed()
    return state.withLock { state in
      guard state.wasStopped, let first = state.first, let last = state.last else {
        return CostEstimate(seconds: now, isMeasured: true)
      }
      let perShare =
        tellsPace(state)
        ? (last.seconds - first.seconds) / (last.share - first.share)
        : (last.seconds - state.passStart) / last.share
      return CostEstimate(
        seconds: last.seconds + (1 - last.share) * perShare, isMeasured: false)
    }
  }
}
