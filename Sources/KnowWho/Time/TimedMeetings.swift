internal import NetworkData

/// Who meets at which project, event or group, in the order in which they come.
///
/// Searches in time go by these places and not by pairs: a place of *k* participants stands for
/// *k*² / 2 pairs.
struct TimedMeetings: Sendable {
  /// A tie to a place.
  struct Entry: Sendable {
    let tie: Int
    let actor: Int
    /// The days of the tie, as ``TieDays`` has them.
    let start: Int
    let end: Int
  }

  let acquaintances: Acquaintances
  let carriers: StepCarriers
  let days: TieDays
  /// The entries of actor *a*, if it is a place, stand at `starts[a]..<starts[a + 1]`.
  private let starts: [Int]
  private let entries: [Entry]

  /// Sorts the ties to each place by their first day.
  ///
  /// - Complexity: O(actors + ties log ties).
  init(_ carriers: StepCarriers, _ days: TieDays) {
    acquaintances = carriers.acquaintances
    self.carriers = carriers
    self.days = days
    var starts = [0]
    var entries: [Entry] = []
    starts.reserveCapacity(days.network.actors.count + 1)
    for place in days.network.actors.indices {
      if carriers.canBePlace(place) {
        for tie in carriers.ties(of: place) {
          let actor = days.network.ties.other(of: tie, than: place)
          guard !carriers.isOccasion(actor), carriers.place(of: tie, from: actor) == place
          else { continue }
          entries.append(
            Entry(tie: tie, actor: actor, start: days.start(tie), end: days.end(tie)))
        }
        entries[starts[place]...].sort { ($0.start, $0.tie) < ($1.start, $1.tie) }
      }
      starts.append(entries.count)
    }
    (self.starts, self.entries) = (starts, entries)
  }

  /// The ties to a place, first come first; none if it is none.
  subscript(place: Int) -> ArraySlice<Entry> { entries[starts[place]..<starts[place + 1]] }

  /// Calls a function with each step by a tie alone, whatever its days.
  func forEachDirectStep(
    from actor: Int, against isBackward: Bool, _ body: (_ next: Int, _ tie: Int) -> Void
  ) {
    let ties = days.network.ties
    for tie in carriers.ties(of: actor) {
      let next = ties.other(of: tie, than: actor)
      let leads = Int(ties.sources[tie]) == actor
      guard next != actor, leads != isBackward || !ties.isDirected(tie),
        !carriers.isOccasion(next)
      else { continue }
      body(next, tie)
    }
  }
}

extension Ties {
  /// The actor at the other end of a tie.
  func other(of tie: Int, than actor: Int) -> Int {
    let source = Int(sources[tie])
    return source == actor ? Int(targets[tie]) : source
  }
}
