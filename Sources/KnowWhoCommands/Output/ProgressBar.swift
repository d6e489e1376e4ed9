internal import KnowWho
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Knows how far the work is, and shows it on a terminal with how long the rest may take; in a pipe,
/// nothing.
final class ProgressBar: Sendable {
  /// The bar of the process.
  static let shared = ProgressBar()

  private struct State {
    /// What is being done, as it reads behind "while".
    var step = Language.ofCommandLine("starting", "準備中")
    /// The share of the step that is done.
    var share = 0.0
    var began: ContinuousClock.Instant?
    var drawn: ContinuousClock.Instant?
  }

  private let state = Mutex(State())
  private let isOnTerminal = isatty(2) == 1

  /// Begins a step.
  ///
  /// - Parameter step: What is being done, as it reads behind "while".
  func begin(_ step: String) {
    state.withLock {
      $0.step = step
      $0.share = 0
    }
  }

  /// Takes the bar away.
  ///
  /// - Returns: What was being done, and how far it was.
  func stop() -> String {
    let (isDrawn, text) = state.withLock { state in
      defer { state.drawn = nil }
      let percent = Int(state.share * 100)
      let done = Language.ofCommandLine(", \(percent) % done", "、\(percent) %まで完了")
      return (state.drawn != nil, state.step + (percent > 0 ? done : ""))
    }
    if isDrawn { Console.draw(Self.cleared) }
    return text
  }

  private static let cleared = "\r\u{1B}[K"

  /// Takes note of the share of the work that is done; may be called from any thread.
  ///
  /// The bar appears when work takes more than a second, and goes when it is done.
  ///
  /// - Parameter share: 0…1; a share of 1 ends the piece of work.
  func update(_ share: Double) {
    guard isOnTerminal else { return state.withLock { $0.share = share } }
    let now = ContinuousClock.now
    let line: String? = state.withLock { state in
      state.share = share
      let began = state.began ?? now
      state.began = share >= 1 ? nil : began
      if share >= 1 {
        defer { state.drawn = nil }
        return state.drawn == nil ? nil : Self.cleared
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
    let rest =
      seconds < 90
      ? Language.ofCommandLine("\(Int(seconds) + 1) s", "\(Int(seconds) + 1)秒")
      : Language.ofCommandLine("\(Int(seconds / 60) + 1) min", "\(Int(seconds / 60) + 1)分")
    return "\(cleared)\(bar) \(Int(share * 100)) %"
      + Language.ofCommandLine(", about \(rest) left", "、残り約\(rest)")
  }
}
