internal import NetworkData

/// How surely something holds where dates are known within bounds only.
public enum Certainty: String, Sendable, CaseIterable {
  /// Whatever the true dates are.
  case definitely
  /// With some dates within the bounds.
  case possibly
}

/// Which days count for a tie: those that hold definitely, or possibly; forward in time or back.
struct TieDays {
  let network: Network
  let certainty: Certainty
  /// Time runs backwards when a search goes from the end of chains to their beginning.
  var isBackward = false

  /// The last day on which a tie may have to be waited for.
  func start(_ tie: Int) -> Int { isBackward ? -max(last(tie), -.max) : first(tie) }

  /// The first day from which a tie may be gone.
  func end(_ tie: Int) -> Int { isBackward ? -max(first(tie), -.max) : last(tie) }

  /// The bound of the beginning that counts; searches ask so often that the others are not looked up.
  private func first(_ tie: Int) -> Int {
    switch certainty {
    case .definitely: network.ties.lifetime(tie).latestStart
    case .possibly: network.ties.dates.beganFrom?[tie]?.earliestDay ?? .min
    }
  }

  private func last(_ tie: Int) -> Int {
    switch certainty {
    case .definitely: network.ties.lifetime(tie).earliestEnd
    case .possibly: network.ties.dates.endedTo?[tie]?.latestDay ?? .max
    }
  }
}

/// How a chain that respects time has come to an actor.
///
/// A chain needs days *t*₁ ≤ *t*₂ ≤ …, each while the ties of its step are alive. There are such days
/// if no tie ends before a tie of the same or an earlier step begins. The same tie can carry two
/// steps, one to an actor and one from it, and never ends before it begins: so the tie by which the
/// chain came is kept apart from those before.
struct TimedArrival: Hashable {
  /// The tie by which the chain came, nil at its beginning.
  var tie: Int?
  /// The day on which the last of all other ties begins.
  var others: Int

  static let beginning = TimedArrival(tie: nil, others: .min)

  /// The day on which the last of all ties begins.
  func day(_ days: TieDays) -> Int { max(others, tie.map(days.start) ?? .min) }

  /// Returns how the chain arrives by a further step, nil where time does not allow it.
  ///
  /// - Parameters:
  ///   - ties: The ties that carry the step, in its order.
  ///   - days: Which days count.
  /// - Returns: The arrival.
  func extended(by ties: [Int], _ days: TieDays) -> TimedArrival? {
    guard let last = ties.last else { return nil }
    for tie in ties {
      let end = days.end(tie)
      guard others <= end, self.tie == nil || self.tie == tie || day(days) <= end,
        ties.allSatisfy({ $0 == tie || days.start($0) <= end })
      else { return nil }
    }
    let begun = ties.dropLast().map(days.start).reduce(day(days), max)
    return TimedArrival(tie: last, others: begun)
  }
}

/// All ways in time that a chain can have come by, whichever of its carriers each step takes.
struct ChainTime {
  private let days: TieDays
  private(set) var arrivals: [TimedArrival] = [.beginning]

  init(_ days: TieDays) { self.days = days }

  /// Whether some choice of carriers respects time.
  var isPossible: Bool { !arrivals.isEmpty }

  /// The day on which the chain is complete at the earliest; nil where it respects no time.
  var day: Int? { arrivals.map { $0.day(days) }.min() }

  /// Goes a step further.
  mutating func extend(by carriers: [StepCarrier]) {
    var best: [Int: TimedArrival] = [:]
    for arrival in arrivals {
      for carrier in carriers {
        guard let next = arrival.extended(by: carrier.ties, days), let tie = next.tie else {
          continue
        }
        if best[tie].map({ next.others < $0.others }) ?? true { best[tie] = next }
      }
    }
    arrivals = best.values.sorted { ($0.tie ?? 0) < ($1.tie ?? 0) }
  }
}
