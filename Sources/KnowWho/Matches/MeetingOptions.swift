/// How long a joint meeting of two groups is, and which pairs count as new.
public struct MeetingOptions: Sendable {
  /// How long the meeting lasts, in hours.
  public var hours: Double
  /// How long a talk lasts, in minutes.
  public var minutes: Double
  /// How many years before the meeting an acquaintance may have ended to count still; nil counts
  /// every acquaintance until then.
  public var since: Int?
  /// The column of actors in which the two of a pair should differ, or `kind`; nil for none.
  public var complement: String?
  /// Draws one of several equally good plans; nil takes that which trying members by id comes to.
  public var seed: UInt64?

  /// Creates options.
  ///
  /// - Parameters:
  ///   - hours: How long the meeting lasts, above 0.
  ///   - minutes: How long a talk lasts, above 0.
  ///   - since: How many years back an acquaintance counts.
  ///   - complement: The column in which the two of a pair should differ.
  ///   - seed: Draws one of several equally good plans.
  public init(
    hours: Double = 3, minutes: Double = 20, since: Int? = nil, complement: String? = nil,
    seed: UInt64? = nil
  ) {
    self.hours = hours
    self.minutes = minutes
    self.since = since
    self.complement = complement
    self.seed = seed
  }

  /// How many talks fit in one after the other.
  public var roundCount: Int {
    // A hair more than a quotient that is whole, such as 0.7 · 60 ÷ 14, may be rounded below it.
    let count = (60 * hours / minutes + 1e-9).rounded(.down)
    return count < 1 ? 0 : Int(min(count, 1e6))
  }
}

/// Why no meeting can be planned.
public enum MeetingError: Error, Equatable, Sendable {
  /// A group is to meet itself.
  case sameGroup(Int)
  /// A group has no members then; so many may have been members, and so many were at any time.
  case noMembers(Int, possible: Int, ever: Int)
  /// No talk fits into the meeting.
  case noRound
  /// The actors have no column of this name.
  case noColumn(String)
}
