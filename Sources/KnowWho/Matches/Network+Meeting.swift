public import NetworkData

extension TieKind {
  /// Who got to know each other at a joint meeting.
  public static let meeting = TieKind(rawValue: "meeting")
}

extension Network {
  /// Returns this network with ties between actors who got to know each other at a meeting.
  ///
  /// Only what says who knows whom is kept of the other ties: ends, directions, kinds and dates.
  ///
  /// - Parameters:
  ///   - pairs: The actors of each new tie.
  ///   - period: When the meeting is; the new ties are alive throughout. Nil leaves them undated.
  /// - Returns: The network; the new ties come last.
  func meeting(_ pairs: [(first: Int, second: Int)], at period: Period?) -> Network {
    var joined = Ties(
      sources: ties.sources.array + pairs.map { UInt32($0.first) },
      targets: ties.targets.array + pairs.map { UInt32($0.second) })
    joined.directions = .each(
      isDirected: ties.indices.map(ties.isDirected) + pairs.map { _ in false })
    joined.kinds = WordColumn(
      ties.indices.map { ties.kind($0)?.rawValue ?? "" }
        + pairs.map { _ in TieKind.meeting.rawValue })
    func dates(_ column: [PartialDate?]?, _ date: PartialDate?) -> [PartialDate?]? {
      guard column != nil || period != nil else { return nil }
      return (column ?? ties.indices.map { _ in nil }) + pairs.map { _ in date }
    }
    joined.dates = Ties.Dates(
      beganFrom: dates(ties.dates.beganFrom, period?.from),
      beganTo: dates(ties.dates.beganTo, period?.from),
      endedFrom: dates(ties.dates.endedFrom, period?.to),
      endedTo: dates(ties.dates.endedTo, period?.to))
    return Network(description: description, actors: actors, ties: joined)
  }
}

extension ReachOptions {
  /// Returns options for who knew each other at some time in the years until the period.
  ///
  /// - Parameter years: How many years; nil for all time until then.
  /// - Returns: The same without a period, where there is none.
  func looking(back years: Int?) -> ReachOptions {
    guard let period else { return self }
    var options = self
    let from = years.map { period.from.years(before: $0) } ?? PartialDate(year: 1)
    options.period = from.flatMap { Period(from: $0, to: period.to) } ?? period
    return options
  }
}

extension PartialDate {
  /// Returns the same date some years before: of 29 February, the 28th where there is none.
  func years(before count: Int) -> PartialDate? {
    let earlier = max(1, year - count)
    return PartialDate(year: earlier, month: month, day: day)
      ?? PartialDate(year: earlier, month: month, day: 28)
  }
}
