internal import GraphModels
internal import NetworkData

/// Draws days on which ties began and ended, within their bounds.
struct TimelineDraw {
  private let lifetimes: [Lifetime]
  /// Open bounds are drawn within the time that is asked about: beyond it nothing changes.
  private let window: ClosedRange<Int>

  init(of network: Network, window: ClosedRange<Int>) {
    lifetimes = network.ties.indices.map(network.ties.lifetime)
    self.window = window
  }

  /// Returns the network with exact dates: each start uniform within its bounds, then each end
  /// uniform within its own from the start on; ties independent of each other.
  func network(_ network: Network, using generator: inout SplitMix64) -> Network {
    var began: [PartialDate?] = []
    var ended: [PartialDate?] = []
    for lifetime in lifetimes {
      let start = day(lifetime.earliestStart, lifetime.latestStart, using: &generator)
      let end = day(max(lifetime.earliestEnd, start), lifetime.latestEnd, using: &generator)
      began.append(PartialDate(dayNumber: start))
      ended.append(PartialDate(dayNumber: end))
    }
    var ties = network.ties
    ties.dates = Ties.Dates(
      beganFrom: began, beganTo: began, endedFrom: ended, endedTo: ended)
    return Network(description: network.description, actors: network.actors, ties: ties)
  }

  /// A day between two, either of which may be open.
  private func day(_ low: Int, _ high: Int, using generator: inout SplitMix64) -> Int {
    let first = low == .min ? min(window.lowerBound, high) : low
    let last = high == .max ? max(window.upperBound, first) : high
    let (from, to) = (CalendarDay.count(of: first), CalendarDay.count(of: last))
    guard from < to else { return first }
    let drawn = from + Int(generator.nextUnit() * Double(to - from + 1))
    return CalendarDay.number(of: min(drawn, to))
  }
}

extension PartialDate {
  /// Creates the date of a day `yyyymmdd`; nil where it is none of the calendar.
  fileprivate init?(dayNumber: Int) {
    self.init(year: dayNumber / 10_000, month: dayNumber / 100 % 100, day: dayNumber % 100)
  }
}

/// Counts days of the proleptic Gregorian calendar.
///
/// - SeeAlso: H. Hinnant. chrono-compatible low-level date algorithms. 2013.
package enum CalendarDay {
  /// Returns how many days lie between 1 March of year 0 and a day.
  ///
  /// - Parameter number: The day as `yyyymmdd`.
  /// - Returns: The number of days.
  package static func count(of number: Int) -> Int {
    let month = number / 100 % 100
    // Years begin in March, so that the leap day is their last.
    let year = number / 10_000 - (month <= 2 ? 1 : 0)
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + number % 100 - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear
  }

  /// Returns the day that lies so many days after 1 March of year 0.
  ///
  /// - Parameter count: The number of days.
  /// - Returns: The day as `yyyymmdd`.
  package static func number(of count: Int) -> Int {
    let era = count / 146_097
    let dayOfEra = count % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = era * 400 + yearOfEra + (month >= 10 ? 1 : 0)
    return year * 10_000 + (month < 10 ? month + 3 : month - 9) * 100 + day
  }
}
