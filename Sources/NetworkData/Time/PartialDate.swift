/// A date known to the year, the month or the day, in the proleptic Gregorian calendar.
///
/// It takes 4 bytes. Days compare as numbers `yyyymmdd`, which order as the calendar does.
public struct PartialDate: Sendable, Hashable, LosslessStringConvertible {
  /// `yyyymmdd`, with zeros where month or day are not known.
  let digits: Int32

  /// Creates a date.
  ///
  /// - Parameters:
  ///   - year: 1…9999.
  ///   - month: 1…12, or nil.
  ///   - day: A day of that month, or nil; nil where `month` is.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year), month.map({ (1...12).contains($0) }) ?? (day == nil) else {
      return nil
    }
    if let month, let day, !(1...Self.dayCount(year: year, month: month)).contains(day) {
      return nil
    }
    digits = Int32(year * 10_000 + (month ?? 0) * 100 + (day ?? 0))
  }

  /// Reads `1992`, `1992-04` or `1992-04-01`.
  ///
  /// - Parameter text: The text; anything else gives nil.
  public init?(_ text: String) {
    self.init(utf8: Array(text.utf8)[...])
  }

  /// Reads the same from bytes.
  ///
  /// - Parameter utf8: The text.
  package init?(utf8: ArraySlice<UInt8>) {
    let bytes = utf8.span
    guard [4, 7, 10].contains(bytes.count) else { return nil }
    var numbers = (0, 0, 0)
    for position in bytes.indices {
      let byte = bytes[position]
      if position == 4 || position == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      let digit = Int(byte &- UInt8(ascii: "0"))
      guard digit < 10 else { return nil }
      switch position {
      case ..<4: numbers.0 = numbers.0 * 10 + digit
      case ..<7: numbers.1 = numbers.1 * 10 + digit
      default: numbers.2 = numbers.2 * 10 + digit
      }
    }
    self.init(
      year: numbers.0, month: bytes.count > 4 ? numbers.1 : nil,
      day: bytes.count > 7 ? numbers.2 : nil)
  }

  init(digits: Int32) {
    self.digits = digits
  }

  /// The date as one number, `yyyymmdd` with zeros where month or day are not known.
  package var number: Int32 { digits }

  /// Creates a date of one number; nil if it is none.
  package init?(number: Int32) {
    let (year, month, day) = (Int(number) / 10_000, Int(number) / 100 % 100, Int(number) % 100)
    self.init(year: year, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
  }

  /// The year.
  public var year: Int { Int(digits) / 10_000 }

  /// The month, where known.
  public var month: Int? { Int(digits) / 100 % 100 == 0 ? nil : Int(digits) / 100 % 100 }

  /// The day of the month, where known.
  public var day: Int? { digits % 100 == 0 ? nil : Int(digits % 100) }

  /// The first day that the date may mean, as `yyyymmdd`.
  public var earliestDay: Int {
    Int(digits) + (month == nil ? 100 : 0) + (day == nil ? 1 : 0)
  }

  /// The last day that the date may mean, as `yyyymmdd`.
  public var latestDay: Int {
    let month = month ?? 12
    return year * 10_000 + month * 100 + (day ?? Self.dayCount(year: year, month: month))
  }

  /// The date as it is written: `1992`, `1992-04` or `1992-04-01`.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
    return ([padded(year, 4)] + [month, day].compactMap { $0.map { padded($0, 2) } })
      .joined(separator: "-")
  }

  private static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
