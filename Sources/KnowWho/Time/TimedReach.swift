internal import NetworkData

/// Whom an actor gets to by chains that respect time, and when; or who gets to it.
public struct TimedReach: Sendable, Equatable {
  /// The actor that was asked about.
  public let actor: Int
  /// How surely.
  public let certainty: Certainty
  /// The days by actor.
  private let days: [Int: Int]

  /// Actors whose days are bounds only, ascending: chains may be later in arriving and earlier in
  /// setting out, or may be none, since to find out took more than 256 searches.
  public let unproven: [Int]

  init(actor: Int, certainty: Certainty, days: [Int: Int], unproven: [Int]) {
    (self.actor, self.certainty, self.days) = (actor, certainty, days)
    self.unproven = unproven
  }

  /// The other actors, in the order of the network.
  public var actors: [Int] { days.keys.sorted() }

  /// Returns the earliest arrival at an actor, or the latest departure from it.
  ///
  /// - Parameter actor: The position of an actor.
  /// - Returns: A day `yyyymmdd`, `.min` or `.max` where no date bounds it; nil where no chain
  ///   respects time.
  public func day(_ actor: Int) -> Int? { days[actor] }
}

/// Searches for chains that respect time.
///
/// A chain respects time if there are days *t*₁ ≤ *t*₂ ≤ … for its steps, each while the ties of the
/// step are alive; waiting between steps is allowed. *Possibly* it does if some dates within the
/// bounds let it: what is found then is all that is found by any true dates. *Definitely* it does if
/// all dates let it: each chain found then holds whatever the true dates are. That in every case
/// some chain holds, now one and now another, is not looked for.
///
/// - Complexity: A search is one ``ArrivalSearch``, about O(*e* log *e*) for *e* ties. No chain names
///   an actor twice, and to keep that for groups that are come to both from a member and from outside
///   is hard in general; where the best chain breaks it, further searches go without the one and
///   without the other. That is rare; after 256 searches for one actor its day is a bound.
/// - SeeAlso: P. Holme, J. Saramäki. Temporal networks. Physics Reports 519, 2012.
public struct TimedSearch: Sendable {
  private let acquaintances: Acquaintances
  private let carriers: StepCarriers
  private static let searchLimit = 256

  /// Prepares searches.
  ///
  /// - Parameter acquaintances: Who knows whom, whatever the order in time.
  /// - Complexity: O(actors + ties).
  public init(_ acquaintances: Acquaintances) {
    self.init(acquaintances, StepCarriers(of: acquaintances))
  }

  init(_ acquaintances: Acquaintances, _ carriers: StepCarriers) {
    (self.acquaintances, self.carriers) = (acquaintances, carriers)
  }

  /// Returns whom an actor gets to, and when at the earliest.
  ///
  /// The day is that on which the last tie of the chain has begun: *possibly*, with the earliest
  /// starts; *definitely*, with the latest.
  ///
  /// - Parameters:
  ///   - actor: The position of the actor that asks.
  ///   - other: The position of the only actor that matters; nil for all. One takes less time.
  ///   - certainty: How surely.
  /// - Returns: The actors and days.
  public func arrivals(
    from actor: Int, to other: Int? = nil, _ certainty: Certainty
  ) -> TimedReach {
    let days = TieDays(network: acquaintances.network, certainty: certainty)
    let found = search(from: actor, to: other, days)
    return TimedReach(
      actor: actor, certainty: certainty, days: found.days, unproven: found.unproven)
  }

  /// Returns who gets to an actor, and until when each can set out.
  ///
  /// The day is that on which the first tie of the chain has ended: *possibly*, with the latest
  /// ends; *definitely*, with the earliest.
  ///
  /// - Parameters:
  ///   - actor: The position of the actor that is asked for.
  ///   - certainty: How surely.
  /// - Returns: The actors and days.
  public func departures(to actor: Int, _ certainty: Certainty) -> TimedReach {
    let days = TieDays(
      network: acquaintances.network, certainty: certainty, isBackward: true)
    let found = search(from: actor, to: nil, days)
    return TimedReach(
      actor: actor, certainty: certainty,
      days: found.days.mapValues { day in
        day <= -.max ? .max : day == .max ? .min : -day
      }, unproven: found.unproven)
  }

  private func search(
    from source: Int, to target: Int?, _ days: TieDays
  ) -> (days: [Int: Int], unproven: [Int]) {
    guard acquaintances.contains(source) else { return ([:], []) }
    let meetings = TimedMeetings(carriers, days)
    let first = ArrivalSearch(meetings, from: source, to: target, ArrivalSearch.Barriers())
    var found: [Int: Int] = [:]
    var unproven: [Int] = []
    let targets = target.map { $0...$0 } ?? 0...(acquaintances.network.actors.count - 1)
    for actor in targets where actor != source {
      guard let label = first.label(actor) else { continue }
      if label.conflict == nil {
        found[actor] = label.day
      } else {
        let (day, isProven) = Self.day(
          meetings, from: source, to: actor, ArrivalSearch.Barriers(), limit: Self.searchLimit)
        found[actor] = day
        if !isProven { unproven.append(actor) }
      }
    }
    return (found, unproven)
  }

  /// Returns when the first chain between two actors that names none twice is complete.
  ///
  /// No chain needs a group in both its states, so the best of those without the one and of those
  /// without the other is the best of all. The most promising of these searches is split further
  /// until it finds a chain.
  ///
  /// - Returns: The day, nil where there is no chain; and whether the search came to its end, since
  ///   else the day is a bound.
  static func day(
    _ meetings: TimedMeetings, from source: Int, to target: Int,
    _ barriers: ArrivalSearch.Barriers, limit: Int
  ) -> (day: Int?, isProven: Bool) {
    var searches = 0
    var open = DayQueue<(ArrivalSearch.Barriers, conflict: Int?)>()
    func look(_ barriers: ArrivalSearch.Barriers) {
      searches += 1
      let search = ArrivalSearch(meetings, from: source, to: target, barriers)
      guard let label = search.label(target) else { return }
      open.push((barriers, label.conflict), on: label.day)
    }
    look(barriers)
    while let (day, (barriers, conflict)) = open.pop() {
      guard let conflict else { return (day, true) }
      guard searches < limit else { return (day, false) }
      var (withoutMembers, withoutOthers) = (barriers, barriers)
      withoutMembers.fromMembers.insert(conflict)
      withoutOthers.fromOutside.insert(conflict)
      look(withoutMembers)
      look(withoutOthers)
    }
    return (nil, true)
  }
}
