internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Shows on a terminal how far long work is and how long the rest may take; in a pipe, nothing.
final class ProgressBar: Sendable {
  /// The bar of the process.
  static let shared = ProgressBar()

  private struct State {
    var began: ContinuousClock.Instant?
    var drawn: ContinuousClock.Instant?
  }

  private let state = Mutex(State())
  private let isOnTerminal = isatty(2) == 1

  /// Takes note of the share of the work that is done; may be called from any thread.
  ///
  /// The bar appears when work takes more than a second, and goes when it is done.
  ///
  /// - Parameter share: 0…1; a share of 1 ends the piece of work.
  func update(_ share: Double) {
    guard isOnTerminal else { return }
    let now = ContinuousClock.now
    let line: String? = state.withLock { state in
      let began = state.began ?? now
      state.began = share >= 1 ? nil : began
      if share >= 1 {
        defer { state.drawn = nil }
        return state.drawn == nil ? nil : "\r\u{1B}[K"
      }
      guard now - began > .seconds(1), state.drawn.map({ now - $0 > .milliseconds(200) }) ?? true
      else { return nil }
      state.drawn = now
      return Self.line(share: share, elapsed: now - began)
    }
    if let line { Console.draw(line) }
  }

  private static func line(share: Double, elapsed: Duration) -> String {
    let width = 30
    let filled = Int(share * Double(width))
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    let seconds = Double(elapsed.components.seconds) * (1 - share) / max(share, 0.001)
    let rest = seconds < 90 ? "\(Int(seconds) + 1) s" : "\(Int(seconds / 60) + 1) min"
    return "\r\u{1B}[K\(bar) \(Int(share * 100)) %, about \(rest) left"
  }
}
