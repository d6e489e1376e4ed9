internal import NetworkData

/// Finds when chains that respect time come to actors, the earliest first.
///
/// A step by a tie begins when the tie does; one by two ties to a place begins when the first of the
/// two arrives there, who waits for all who come while its own tie lasts. So the search goes through
/// arrivals at actors and at places in the order of their days. Who has been met at a place, or has
/// left it by then, is not met there again.
///
/// A chain has come to a group from one of its members, or from outside: then the group introduces
/// its members too. These are two states of it. A chain may come to be in both, one after the other,
/// which names the group twice; that is noted as its ``Label/conflict``, and to be cleared up by
/// searches without the one state and without the other.
struct ArrivalSearch {
  /// A chain that has come to an actor.
  struct Label {
    let actor: Int
    /// The actor is a group and was come to from a member, so it introduces no members.
    let isFromMember: Bool
    /// The day on which the last tie of the chain begins.
    let day: Int
    /// A group that the chain names twice.
    let conflict: Int?
    let parent: Int?
  }

  /// States in which chains do not come to groups, or actors that they do not pass.
  struct Barriers: Hashable {
    var fromMembers: Set<Int> = []
    var fromOutside: Set<Int> = []
    var introducers: Set<Int> = []
  }

  private enum Event {
    /// A chain comes to an actor.
    case actor(label: Int)
    /// A chain comes to a place by a tie of its last actor.
    case place(label: Int, tie: Int)
  }

  private let meetings: TimedMeetings
  private let source: Int
  private let target: Int?
  private let barriers: Barriers
  private var labels: [Label] = []
  private var queue = DayQueue<Event>()
  /// The best label of each actor that was come to from outside, and from a member; −1 for none.
  private var outside: [Int32]
  private var inside: [Int32]
  /// The days of the best labels from outside, `.max` for none.
  private var outsideDays: [Int]
  /// Those who can still be met at places that were come to.
  private var waiting: [Int: ArraySlice<TimedMeetings.Entry>] = [:]

  private var days: TieDays { meetings.days }
  private var acquaintances: Acquaintances { meetings.acquaintances }

  /// Searches from one actor, to one or to all.
  ///
  /// - Complexity: O(actors + *e* log *e*) for *e* ties, if all who can meet at a place do so when the
  ///   first of them comes; the pairs of its participants at worst.
  init(_ meetings: TimedMeetings, from source: Int, to target: Int?, _ barriers: Barriers) {
    self.meetings = meetings
    (self.source, self.target, self.barriers) = (source, target, barriers)
    outside = [Int32](repeating: -1, count: meetings.days.network.actors.count)
    inside = meetings.acquaintances.insiders.groups.isEmpty ? [] : outside
    outsideDays = [Int](repeating: .max, count: outside.count)
    outsideDays[source] = .min
    labels.append(
      Label(actor: source, isFromMember: false, day: .min, conflict: nil, parent: nil))
    outside[source] = 0
    queue.push(.actor(label: 0), on: .min)
    run()
  }

  /// The best chain to an actor.
  func label(_ actor: Int) -> Label? {
    let known = [outside[actor], inside.isEmpty ? -1 : inside[actor]].filter { $0 >= 0 }
    return known.map { labels[Int($0)] }.min { $0.day < $1.day }
  }

  private mutating func run() {
    while let (day, event) = queue.pop() {
      switch event {
      case .actor(let label):
        let actor = labels[label].actor
        // An earlier chain has come in the meantime.
        guard best(actor, isFromMember: labels[label].isFromMember) == label else { continue }
        if actor == target { return }
        leave(label, on: day)
      case .place(let label, let tie): meet(label, by: tie, on: day)
      }
    }
  }

  private func best(_ actor: Int, isFromMember: Bool) -> Int? {
    let label = isFromMember ? inside[actor] : outside[actor]
    return label < 0 ? nil : Int(label)
  }

  /// Whether a chain has come to an actor from outside by a day.
  private func isOutside(_ actor: Int, by day: Int) -> Bool {
    outsideDays[actor] <= day && outside[actor] >= 0
  }

  /// Whether an actor may not be passed.
  private func isClosed(_ actor: Int) -> Bool {
    actor != source
      && (acquaintances.options.notVia.contains(actor)
        || barriers.introducers.contains(actor))
  }

  /// Goes on from an actor.
  private mutating func leave(_ label: Int, on day: Int) {
    let (actor, isFromMember) = (labels[label].actor, labels[label].isFromMember)
    if isClosed(actor) { return }
    // What came to a group from outside goes wherever what came from a member goes.
    if isFromMember, isOutside(actor, by: day) { return }
    meetings.forEachDirectStep(from: actor, against: days.isBackward) { next, tie in
      // Most were come to before.
      if isOutside(next, by: day) || day > days.end(tie) { return }
      if isFromMember, acquaintances.insiders.contains(next, of: actor) { return }
      reach(next, by: tie, others: day, from: label)
    }
    for tie in meetings.carriers.ties(of: actor)
    where meetings.carriers.place(of: tie, from: actor) != nil && day <= days.end(tie) {
      queue.push(.place(label: label, tie: tie), on: max(day, days.start(tie)))
    }
  }

  /// Meets those who are at a place, or come to it later.
  private mutating func meet(_ label: Int, by tie: Int, on day: Int) {
    let (actor, isFromMember) = (labels[label].actor, labels[label].isFromMember)
    guard let place = meetings.carriers.place(of: tie, from: actor) else { return }
    let end = days.end(tie)
    var entries = waiting.removeValue(forKey: place) ?? meetings[place]
    var kept = entries.startIndex
    for index in entries.indices {
      let entry = entries[index]
      guard entry.start <= end else {
        entries.removeSubrange(kept..<index)
        waiting[place] = entries
        return
      }
      if day > entry.end || isOutside(entry.actor, by: day) { continue }
      let isBarred =
        entry.actor == actor
        || isFromMember && acquaintances.insiders.contains(entry.actor, of: actor)
        || !meetings.carriers.acquaints(tie, entry.tie, at: place)
      let isMet =
        !isBarred && reach(entry.actor, by: entry.tie, others: day, from: label)
      if !isMet {
        entries[kept] = entry
        kept += 1
      }
    }
    entries.removeSubrange(kept...)
    waiting[place] = entries
  }

  /// Comes to an actor by a tie, while the last of all others began on a day.
  ///
  /// - Returns: Whether nobody who comes later to where the tie leads from can do better by it.
  @discardableResult
  private mutating func reach(_ actor: Int, by tie: Int, others: Int, from parent: Int) -> Bool {
    guard actor != source else { return true }
    let isFromMember = acquaintances.insiders.contains(labels[parent].actor, of: actor)
    let closed = isFromMember ? barriers.fromMembers : barriers.fromOutside
    if closed.contains(actor) { return false }
    let (start, end) = (days.start(tie), days.end(tie))
    let day = max(others, start)
    let known = best(actor, isFromMember: isFromMember)
    let isEarlier = known.map { day < labels[$0].day } ?? true
    // By its own tie an actor can leave again although the tie may have ended before it surely began:
    // one and the same tie does not.
    let canTurn =
      start > end && meetings.carriers.place(of: tie, from: actor) != nil && !isClosed(actor)
      && known.map { labels[$0].day > others } ?? true
    guard isEarlier && !(isFromMember && isOutside(actor, by: day)) || canTurn else {
      return !isFromMember
    }
    var conflict = labels[parent].conflict
    if conflict == nil, !isFromMember, !inside.isEmpty, inside[actor] >= 0,
      hasPassed(actor, before: parent)
    {
      conflict = actor
    }
    let label = labels.count
    labels.append(
      Label(
        actor: actor, isFromMember: isFromMember, day: day, conflict: conflict, parent: parent))
    if isEarlier {
      if isFromMember {
        inside[actor] = Int32(truncatingIfNeeded: label)
      } else {
        outside[actor] = Int32(truncatingIfNeeded: label)
        outsideDays[actor] = day
      }
      queue.push(.actor(label: label), on: day)
    }
    if canTurn { queue.push(.place(label: label, tie: tie), on: start) }
    return !isFromMember
  }

  /// Whether a chain names an actor.
  private func hasPassed(_ actor: Int, before label: Int) -> Bool {
    var next: Int? = label
    while let current = next {
      if labels[current].actor == actor { return true }
      next = labels[current].parent
    }
    return false
  }
}
