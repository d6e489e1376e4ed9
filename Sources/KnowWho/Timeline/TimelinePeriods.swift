public import NetworkData

/// Cuts a stretch of time into periods of some months.
public enum TimelinePeriods {
  /// The most periods that are made.
  public static let limit = 2000

  /// Why time cannot be cut.
  public enum Problem: Error, Hashable {
    /// It ends before it begins.
    case endsBeforeItBegins
    /// There would be too many periods.
    case tooMany(Int)
  }

  /// Returns the periods from one date to another.
  ///
  /// - Parameters:
  ///   - from: The year or month the first period begins with; of a day the month counts.
  ///   - to: The year or month in which the last period begins or ends, whichever comes first.
  ///   - months: How many months a period is long, at least 1.
  /// - Returns: Periods that follow each other; whole years are written as years.
  /// - Throws: ``Problem``.
  public static func periods(
    from: PartialDate, to: PartialDate, months: Int
  ) throws(Problem) -> [Period] {
    precondition(months >= 1)
    let first = from.year * 12 + (from.month ?? 1) - 1
    let last = to.year * 12 + (to.month ?? 12) - 1
    guard first <= last else { throw .endsBeforeItBegins }
    let count = (last - first) / months + 1
    guard count <= limit else { throw .tooMany(count) }
    return stride(from: first, through: last, by: months).compactMap { month in
      period(from: month, to: min(month + months - 1, last))
    }
  }

  private static func period(from first: Int, to last: Int) -> Period? {
    func date(_ month: Int) -> PartialDate? {
      PartialDate(year: month / 12, month: month % 12 + 1)
    }
    if first % 12 == 0, last % 12 == 11 {
      let years = (PartialDate(year: first / 12), PartialDate(year: last / 12))
      if let from = years.0, let to = years.1 { return Period(from: from, to: to) }
    }
    guard let from = date(first), let to = date(last) else { return nil }
    return Period(from: from, to: to)
  }
}
