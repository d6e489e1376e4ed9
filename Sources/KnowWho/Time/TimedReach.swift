internal import NetworkData

/// Whom an actor gets to by chains that respect time, and when; or who gets to it.
public struct TimedReach: Sendable, Equatable {
  /// The actor that was asked about.
  public let actor: Int
  /// How surely.
  public let certainty: Certainty
  /// The days by actor.
  private let days: [Int: Int]

  init(actor: Int, certainty: Certainty, days: [Int: Int]) {
    (self.actor, self.certainty, self.days) = (actor, certainty, days)
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
/// - Complexity: A search corrects labels, one a tie by which an actor can be come to; *O*(*m*) of
///   them and their steps in a network without groups, each looked at a few times. Groups some of
///   whose members come to them can multiply labels.
/// - SeeAlso: P. Holme, J. Saramäki. Temporal networks. Physics Reports 519, 2012.
public struct TimedSearch: Sendable {
  private let acquaintances: Acquaintances
  private let carriers: StepCarriers

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
  ///   - certainty: How surely.
  /// - Returns: The actors and days.
  public func arrivals(from actor: Int, _ certainty: Certainty) -> TimedReach {
    let days = TieDays(network: acquaintances.network, certainty: certainty)
    return TimedReach(actor: actor, certainty: certainty, days: search(actor, days))
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
    return TimedReach(
      actor: actor, certainty: certainty,
      days: search(actor, days).mapValues { day in
        day <= -.max ? .max : day == .max ? .min : -day
      })
  }

  /// A chain that has come to an actor.
  private struct Label {
    var actor: Int
    var arrival: TimedArrival
    /// The actor is a group and was come to from a member, so it introduces no members.
    var cameFromMember = false
    /// Groups that were come to from a member: coming again from outside would let them introduce
    /// members after all.
    var trail: Set<Int> = []
  }

  private func search(_ source: Int, _ days: TieDays) -> [Int: Int] {
    guard let start = acquaintances.start[source] else { return [:] }
    var labels: [Int: [Label]] = [:]
    var best: [Int: Int] = [:]
    var queue = [Label(actor: source, arrival: .beginning)]
    var head = 0
    while head < queue.count {
      let label = queue[head]
      head += 1
      let isSource = label.actor == source
      if !isSource, acquaintances.options.notVia.contains(label.actor) { continue }
      let place = isSource ? start : acquaintances.start[label.actor] ?? start
      for (next, steps) in self.steps(from: label.actor, place, days) where next != source {
        if label.cameFromMember, acquaintances.insiders.contains(next, of: label.actor) {
          continue
        }
        if label.trail.contains(next) { continue }
        for ties in steps {
          guard let arrival = label.arrival.extended(by: ties, days) else { continue }
          var further = Label(actor: next, arrival: arrival, trail: label.trail)
          if acquaintances.insiders.contains(label.actor, of: next) {
            further.cameFromMember = true
            further.trail.insert(next)
          }
          guard isNew(further, labels[next] ?? [], days) else { continue }
          labels[next, default: []].append(further)
          let day = arrival.day(days)
          best[next] = min(best[next] ?? .max, day)
          queue.append(further)
        }
      }
    }
    return best
  }

  /// Where one can go on to from an actor, and the ties that carry each step.
  private func steps(
    from actor: Int, _ place: Int, _ days: TieDays
  ) -> [(next: Int, ties: [[Int]])] {
    let rows = days.isBackward ? acquaintances.graph.incoming : acquaintances.graph.outgoing
    // A split group is left from its first place, and come to at both.
    var ends = Set(rows.arcs(of: place).map { acquaintances.actors[Int(rows.ends[$0])] })
    if days.isBackward, let entrance = acquaintances.entrances[actor] {
      ends.formUnion(rows.arcs(of: entrance).map { acquaintances.actors[Int(rows.ends[$0])] })
    }
    return ends.sorted().map { next in
      days.isBackward
        ? (next, carriers.carriers(from: next, to: actor).map { $0.ties.reversed() })
        : (next, carriers.carriers(from: actor, to: next).map(\.ties))
    }
  }

  /// Whether no known chain has come to an actor in a way that allows as much.
  private func isNew(_ label: Label, _ known: [Label], _ days: TieDays) -> Bool {
    !known.contains { other in
      let isAsEarly =
        other.arrival.tie == label.arrival.tie
        ? other.arrival.others <= label.arrival.others
        : other.arrival.day(days) <= label.arrival.others
      return isAsEarly && (label.cameFromMember || !other.cameFromMember)
        && other.trail.subtracting([label.actor]).isSubset(of: label.trail)
    }
  }
}
