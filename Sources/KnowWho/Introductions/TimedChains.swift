internal import NetworkData

/// The chains between two actors that possibly respect time, shortest first.
///
/// Chains of the same length come in the order of their actors, and no chain names an actor twice:
/// the same as of ``GraphMeasures/SimplePaths`` with a rule on time, but a chain is given up as soon as
/// it comes too late to an actor to get to the target from there. Of the ties that can carry a step,
/// the one by which it comes first counts: where a tie possibly ends no earlier than it begins, who
/// comes first can do all that who comes later can.
struct TimedChains: Sequence, IteratorProtocol {
  private let meetings: TimedMeetings
  private let target: Int
  private let longest: Int
  private let closed: Set<Int>
  private let takesDirect: Bool
  /// Bounds that hold for these chains, though perhaps also for some that pass closed actors.
  private(set) var departures: LatestDepartures
  /// Whether the bounds are those of other chains, to be made anew if they do not help.
  private var areDeparturesShared: Bool

  private var path: [Int]
  private var days: [Int] = [.min]
  /// For each actor of the path whom it may go on to and when, the first to try last.
  private var choices: [[(actor: Int, day: Int)]] = []
  /// The number of steps of the chains that are searched now.
  private var length = 0
  /// Whether longer chains than the present ones may exist.
  private var mayBeLonger = true
  /// Branches since the last chain: when they are many, each new one is first made sure to lead on.
  private var vainBranches = 0

  /// How many ties may still be looked at.
  private var workLeft: Int
  /// Whether the search gave up, so that further chains may exist.
  private(set) var gaveUp = false

  private static let sharedBranchLimit = 100
  private static let vainBranchLimit = 1000

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - meetings: Who meets where, possibly and forward in time.
  ///   - source: Where chains begin.
  ///   - target: Where they end, another actor.
  ///   - longest: The most steps.
  ///   - closed: Actors that they do not pass.
  ///   - takesDirect: Whether a single step is a chain.
  ///   - known: What was found out for chains between the same two that pass more.
  ///   - workLimit: How many ties are looked at before the search gives up.
  init(
    _ meetings: TimedMeetings, from source: Int, to target: Int, longest: Int,
    avoiding closed: Set<Int>,
    takesDirect: Bool, known: LatestDepartures? = nil, workLimit: Int = 50_000_000
  ) {
    self.meetings = meetings
    (self.target, self.takesDirect) = (target, takesDirect)
    self.longest = Swift.min(longest, meetings.days.network.actors.count - 1)
    self.closed = closed.subtracting([target]).union([source])
    departures = known ?? LatestDepartures(meetings, to: target, avoiding: self.closed)
    areDeparturesShared = known != nil
    path = [source]
    workLeft = workLimit
  }

  /// Returns the next chain, nil where there is none.
  mutating func next() -> [Int]? {
    while true {
      if let found = nextOfThisLength() { return found }
      guard mayBeLonger, length < longest, !gaveUp else { return nil }
      length += 1
      mayBeLonger = false
      let before = departures.work
      departures.extend(to: length - 1)
      workLeft -= departures.work - before
      branch()
    }
  }

  private mutating func nextOfThisLength() -> [Int]? {
    while let last = choices.indices.last {
      guard let (actor, day) = choices[last].popLast() else {
        choices.removeLast()
        if !choices.isEmpty {
          path.removeLast()
          days.removeLast()
        }
        continue
      }
      if actor == target {
        vainBranches = 0
        return path + [actor]
      }
      guard workLeft > 0 else {
        gaveUp = true
        path.removeLast(path.count - 1)
        days.removeLast(days.count - 1)
        choices.removeAll()
        return nil
      }
      path.append(actor)
      days.append(day)
      branch()
    }
    return nil
  }

  /// Finds whom the path may go on to.
  private mutating func branch() {
    vainBranches += 1
    if areDeparturesShared, vainBranches > Self.sharedBranchLimit {
      departures = departures(around: [], length - 1)
      areDeparturesShared = false
    }
    if vainBranches == Self.vainBranchLimit + 1 { dropDeadEnds() }
    let stepsLeft = length - path.count
    let onward =
      vainBranches > Self.vainBranchLimit ? departures(around: path, stepsLeft) : departures
    let actor = path[path.count - 1]
    var found: [Int: Int] = [:]
    var isCut = false
    for (next, day) in steps(from: actor, on: days[days.count - 1]) {
      guard onward.leadOn(from: next, on: day, in: stepsLeft) else {
        if !onward.isComplete(at: stepsLeft) { isCut = true }
        continue
      }
      // Chains to the target in fewer steps were found before.
      guard next == target ? stepsLeft == 0 : !closed.contains(next), mayGoOn(to: next) else {
        continue
      }
      found[next] = Swift.min(found[next] ?? .max, day)
    }
    if isCut { mayBeLonger = true }
    let actors = meetings.days.network.actors
    choices.append(
      found.map { (actor: $0.key, day: $0.value) }
        .sorted { actors.precedes($1.actor, $0.actor) })
  }

  /// Whether the path may go on to an actor, apart from time.
  private func mayGoOn(to next: Int) -> Bool {
    guard path.count > 1 else { return takesDirect || next != target }
    let last = path.count - 1
    return !path.contains(next)
      && !meetings.acquaintances.insiders.bar(path[last], from: path[last - 1], to: next)
  }

  /// The steps that an actor can take from a day on, and when each is taken at the earliest.
  private mutating func steps(from actor: Int, on day: Int) -> [(next: Int, day: Int)] {
    let days = meetings.days
    var steps: [(next: Int, day: Int)] = []
    meetings.forEachDirectStep(from: actor, against: false) { next, tie in
      if day <= days.end(tie) { steps.append((next, Swift.max(day, days.start(tie)))) }
    }
    for tie in meetings.carriers.ties(of: actor) {
      workLeft -= 1
      guard let place = meetings.carriers.place(of: tie, from: actor), day <= days.end(tie) else {
        continue
      }
      let (come, gone) = (Swift.max(day, days.start(tie)), days.end(tie))
      for entry in meetings[place] {
        workLeft -= 1
        if entry.start > gone { break }
        if come <= entry.end, entry.actor != actor,
          meetings.carriers.acquaints(tie, entry.tie, at: place)
        {
          steps.append((entry.actor, Swift.max(come, entry.start)))
        }
      }
    }
    return steps
  }

  /// Makes sure that all that is still to be tried leads on.
  private mutating func dropDeadEnds() {
    for last in choices.indices {
      let stepsLeft = length - last - 1
      let onward = departures(around: Array(path[...last]), stepsLeft)
      let before = choices[last].count
      choices[last].removeAll { !onward.leadOn(from: $0.actor, on: $0.day, in: stepsLeft) }
      if choices[last].count < before, !onward.isComplete(at: stepsLeft) { mayBeLonger = true }
    }
  }

  /// Until when one must be where to get to the target around the actors of a path.
  private mutating func departures(around path: [Int], _ steps: Int) -> LatestDepartures {
    var found = LatestDepartures(meetings, to: target, avoiding: closed.union(path))
    found.extend(to: steps)
    // Working memory for all actors costs as much as some ties.
    workLeft -= found.work + meetings.days.network.actors.count / 8 + 1000
    return found
  }
}
