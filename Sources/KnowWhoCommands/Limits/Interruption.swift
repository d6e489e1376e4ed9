internal import KnowWho
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Ends the process at once, and cleanly, on Ctrl-C or when it is asked to terminate.
///
/// A thread of its own waits for the signals, so whatever the others compute, read or draw need not
/// listen. A signal that the caller has set to be ignored stays ignored.
enum Interruption {
  /// What a command keeps of its work when it is interrupted; nil where nothing was written.
  static let kept = Mutex<String?>(nil)

  /// Begins to wait; must be called before there is a second thread.
  static func watch() {
    var signals = Self.signals
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    _ = unsafe pthread_create(
      &thread, nil,
      { _ in
        var signals = Interruption.signals
        var signal: Int32 = 0
        while unsafe sigwait(&signals, &signal) != 0 {}
        Interruption.end(by: signal)
      }, nil)
  }

  private static var signals: sigset_t {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGINT)
    unsafe sigaddset(&signals, SIGTERM)
    return signals
  }

  /// Says how far the work was, takes away what is half written, and ends as shells expect it.
  private static func end(by signal: Int32) -> Never {
    AtomicFile.discardUnfinished()
    let state = ProgressBar.shared.stop()
    let isInterrupted = signal == SIGINT
    let kept =
      kept.withLock { $0 } ?? Language.ofCommandLine("nothing was written", "何も書き込んでいません")
    Console.note(
      Language.ofCommandLine(
        "\(isInterrupted ? "interrupted" : "terminated") while \(state); \(kept)",
        "\(isInterrupted ? "中断しました" : "終了の指示を受けました")（\(state)）。\(kept)"))
    _exit(128 + signal)
  }
}
