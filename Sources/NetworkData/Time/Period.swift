/// A stretch of days that a question is asked about: a year, a month, a day, or from one to another.
public struct Period: Sendable, Hashable, LosslessStringConvertible, ExpressibleByIntegerLiteral {
  /// The date the period begins with.
  public let from: PartialDate

  /// The date the period ends with.
  public let to: PartialDate

  /// Creates a period.
  ///
  /// - Parameters:
  ///   - from: Where it begins, with the first day that the date may mean.
  ///   - to: Where it ends, with the last day that the date may mean; nil gives nil if before `from`.
  public init?(from: PartialDate, to: PartialDate) {
    guard from.earliestDay <= to.latestDay else { return nil }
    self.from = from
    self.to = to
  }

  /// Reads `2009`, `2009-07`, `2009-07-01` or two such dates as `1983..1989-03`.
  ///
  /// - Parameter text: The text; anything else gives nil.
  public init?(_ text: String) {
    if let dots = text.firstRange(of: "..") {
      guard let from = PartialDate(String(text[..<dots.lowerBound])),
        let to = PartialDate(String(text[dots.upperBound...]))
      else { return nil }
      self.init(from: from, to: to)
    } else {
      guard let date = PartialDate(text) else { return nil }
      self.init(from: date, to: date)
    }
  }

  /// Creates the period of a year.
  ///
  /// - Parameter value: The year, 1…9999.
  public init(integerLiteral value: Int) {
    guard let date = PartialDate(year: value), let period = Period(from: date, to: date) else {
      preconditionFailure("\(value) is no year between 1 and 9999")
    }
    self = period
  }

  /// The first day, as `yyyymmdd`.
  public var firstDay: Int { from.earliestDay }

  /// The last day, as `yyyymmdd`.
  public var lastDay: Int { to.latestDay }

  /// The period as it is written.
  public var description: String {
    from == to ? from.description : "\(from)..\(to)"
  }
}
