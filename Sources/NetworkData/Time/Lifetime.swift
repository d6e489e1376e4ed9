/// When a tie began and ended, as far as is known: bounds, not dates.
///
/// Days are numbers `yyyymmdd`; an unknown bound is open. What follows from the others is taken in:
/// a tie began no later than it ended, and ended no earlier than it began.
public struct Lifetime: Sendable, Hashable {
  /// The first day on which the tie may have begun.
  public let earliestStart: Int
  /// The last day on which the tie may have begun.
  public let latestStart: Int
  /// The first day on which the tie may have ended.
  public let earliestEnd: Int
  /// The last day on which the tie may have ended.
  public let latestEnd: Int

  /// Creates a lifetime from four bounds.
  ///
  /// - Parameters:
  ///   - beganFrom: The earliest start, nil where open.
  ///   - beganTo: The latest start, nil where open.
  ///   - endedFrom: The earliest end, nil where open.
  ///   - endedTo: The latest end, nil where open.
  public init(
    beganFrom: PartialDate? = nil, beganTo: PartialDate? = nil, endedFrom: PartialDate? = nil,
    endedTo: PartialDate? = nil
  ) {
    earliestStart = beganFrom?.earliestDay ?? .min
    latestEnd = endedTo?.latestDay ?? .max
    latestStart = min(beganTo?.latestDay ?? .max, latestEnd)
    earliestEnd = max(endedFrom?.earliestDay ?? .min, earliestStart)
  }

  /// Whether some days of beginning and ending fit the bounds.
  public var isPossible: Bool { earliestStart <= latestStart && earliestEnd <= latestEnd }

  /// Whether the tie was alive on some day of a period, whatever the true dates.
  ///
  /// - Parameter period: The period.
  /// - Returns: `true` if its latest start is not after the period and its earliest end not before.
  public func isDefinitelyAlive(in period: Period) -> Bool {
    latestStart <= period.lastDay && earliestEnd >= period.firstDay
  }

  /// Whether the tie may have been alive on some day of a period.
  ///
  /// - Parameter period: The period.
  /// - Returns: `true` if its earliest start is not after the period and its latest end not before.
  public func isPossiblyAlive(in period: Period) -> Bool {
    earliestStart <= period.lastDay && latestEnd >= period.firstDay
  }

  /// Whether this tie and another were alive on a same day, whatever the true dates.
  ///
  /// - Parameter other: The other lifetime; bounds of different ties are taken as independent.
  /// - Returns: `true` if each began no later than the other ended.
  public func definitelyOverlaps(_ other: Lifetime) -> Bool {
    latestStart <= other.earliestEnd && other.latestStart <= earliestEnd
  }

  /// Whether this tie and another may have been alive on a same day.
  ///
  /// - Parameter other: The other lifetime.
  /// - Returns: `true` if some dates within the bounds overlap.
  public func possiblyOverlaps(_ other: Lifetime) -> Bool {
    earliestStart <= other.latestEnd && other.earliestStart <= latestEnd
  }

  /// Whether the tie has ended before a period, whatever the true dates.
  ///
  /// - Parameter period: The period.
  /// - Returns: `true` if its latest end lies before the period.
  public func hasEnded(before period: Period) -> Bool { latestEnd < period.firstDay }
}
