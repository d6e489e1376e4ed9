internal import NetworkData

/// Until when one must have come to each actor to get from there to a target in so many steps.
///
/// The days are upper bounds: that no chain names an actor twice, and that groups do not introduce
/// their members to each other, is left out of account. So a chain that comes later leads nowhere.
struct LatestDepartures {
  private let meetings: TimedMeetings
  private let isClosed: [Bool]
  /// For 0, 1, 2… steps the day of each actor, `.min` where so few do not lead to the target.
  private var levels: [[Int]]
  /// The actors whose days the last level raised.
  private var raised: [Int]
  /// How many ties were looked at.
  private(set) var work = 0

  /// Begins at a target.
  ///
  /// - Parameters:
  ///   - meetings: Who meets where, forward in time.
  ///   - target: Where chains are to lead.
  ///   - closed: Actors that they do not pass.
  init(_ meetings: TimedMeetings, to target: Int, avoiding closed: Set<Int>) {
    self.meetings = meetings
    let count = meetings.days.network.actors.count
    var isClosed = [Bool](repeating: false, count: count)
    for actor in closed { isClosed[actor] = true }
    self.isClosed = isClosed
    levels = [[Int](repeating: .min, count: count)]
    levels[0][target] = .max
    raised = [target]
  }

  /// Whether more steps lead no farther than a number of steps.
  func isComplete(at steps: Int) -> Bool {
    raised.isEmpty && steps >= levels.count - 1
  }

  /// Whether a chain that comes to an actor on a day can get to the target in so many steps.
  func leadOn(from actor: Int, on day: Int, in steps: Int) -> Bool {
    let latest = levels[min(steps, levels.count - 1)][actor]
    return latest > .min && day <= latest
  }

  /// Adds levels.
  ///
  /// - Parameter steps: The most steps that will be asked for.
  /// - Complexity: O(ties of those who can be come to in as many steps), and the pairs of
  ///   participants at worst.
  mutating func extend(to steps: Int) {
    while levels.count <= steps, !raised.isEmpty { addLevel() }
  }

  private mutating func addLevel() {
    let known = levels[levels.count - 1]
    var days = known
    var changed: [Int] = []
    func offer(_ actor: Int, _ day: Int) {
      guard day > days[actor], !isClosed[actor] else { return }
      if days[actor] == known[actor] { changed.append(actor) }
      days[actor] = day
    }
    var places: Set<Int> = []
    for actor in raised {
      meetings.forEachDirectStep(from: actor, against: true) { before, tie in
        work += 1
        if meetings.days.start(tie) <= known[actor] {
          offer(before, min(meetings.days.end(tie), known[actor]))
        }
      }
      for tie in meetings.carriers.ties(of: actor) {
        if let place = meetings.carriers.place(of: tie, from: actor) { places.insert(place) }
      }
    }
    for place in places {
      let entries = meetings[place]
      // Those who lead on, the latest first, so that the first to be met is the best.
      let onward = entries.filter { known[$0.actor] > .min && $0.start <= known[$0.actor] }
        .map { (entry: $0, until: min($0.end, known[$0.actor])) }
        .sorted { ($0.until, $1.entry.tie) > ($1.until, $0.entry.tie) }
      work += 2 * entries.count
      for entry in entries where !isClosed[entry.actor] {
        for (other, until) in onward {
          work += 1
          let day = min(entry.end, until)
          if day <= days[entry.actor] || until < entry.start { break }
          if other.start <= entry.end, other.actor != entry.actor,
            meetings.carriers.acquaints(entry.tie, other.tie, at: place)
          {
            offer(entry.actor, day)
            break
          }
        }
      }
    }
    levels.append(days)
    raised = changed
  }
}
