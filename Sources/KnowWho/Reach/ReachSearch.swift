internal import GraphStructure

/// The working memory of one thread: a breadth-first search over places that meets actors once.
struct ReachSearch {
  /// A place that a chain has come to.
  struct Visit {
    let place: Int
    let trail: Int
    /// The visit before it in the chain; −1 at the start.
    let parent: Int
  }

  private let acquaintances: Acquaintances
  /// The ends of the arcs, each row in the order in which it is followed.
  private let ends: [UInt32]
  private var trails: ChainTrails
  private var actorStamp: [UInt32]
  private var stamp: UInt32 = 0
  private(set) var visits: [Visit] = []

  /// Creates the working memory.
  ///
  /// - Parameters:
  ///   - acquaintances: Who knows whom.
  ///   - ends: The ends of its arcs if rows are to be followed in another order.
  init(over acquaintances: Acquaintances, ends: [UInt32]? = nil) {
    self.acquaintances = acquaintances
    self.ends = ends ?? acquaintances.graph.outgoing.ends.array
    trails = ChainTrails(placeCount: acquaintances.graph.nodeCount)
    actorStamp = [UInt32](repeating: 0, count: acquaintances.network.actors.count)
  }

  /// Meets every other actor within some steps, nearest first.
  ///
  /// - Parameters:
  ///   - actor: The actor who asks.
  ///   - limit: The greatest number of steps.
  ///   - firstPlace: The only place that the first step may lead to.
  ///   - absent: An actor that introduces nobody, though it may be met.
  ///   - meet: Hears of each actor with its number of steps and the position in ``visits``.
  @inline(__always)
  mutating func visit(
    from actor: Int, within limit: Int, onlyBy firstPlace: Int? = nil, without absent: Int? = nil,
    _ meet: (_ actor: Int, _ steps: Int, _ visit: Int) -> Void
  ) {
    guard let start = acquaintances.start[actor] else { return }
    stamp += 1
    visits.removeAll(keepingCapacity: true)
    visits.append(Visit(place: start, trail: 0, parent: -1))
    trails.begin(at: start)
    actorStamp[actor] = stamp
    var level = 0..<1
    for steps in 1...limit {
      for index in level {
        let (place, trail) = (visits[index].place, visits[index].trail)
        if steps > 1, acquaintances.isClosed[place] || acquaintances.actors[place] == absent {
          continue
        }
        for arc in acquaintances.graph.outgoing.arcs(of: place) {
          let next = Int(ends[arc])
          guard !trails.isSettled(next) else { continue }
          if steps == 1, let firstPlace, next != firstPlace { continue }
          let nextActor = acquaintances.actors[next]
          // A group that asks has two places: no chain comes back to it by the other.
          if nextActor == actor || trails.contains(nextActor, in: trail) { continue }
          // It takes three more steps to leave the group, to enter it again and to meet a member.
          let isTrailed = next >= acquaintances.firstEntrance && steps + 3 <= limit
          let nextTrail = isTrailed ? trails.trail(trail, through: nextActor) : trail
          guard trails.isNew(nextTrail, at: next) else { continue }
          visits.append(Visit(place: next, trail: nextTrail, parent: index))
          if actorStamp[nextActor] != stamp {
            actorStamp[nextActor] = stamp
            meet(nextActor, steps, visits.count - 1)
          }
        }
      }
      level = level.upperBound..<visits.count
      if level.isEmpty { return }
    }
  }

  /// Whether the last search met an actor, or began at it.
  func hasMet(_ actor: Int) -> Bool { actorStamp[actor] == stamp }

  /// Returns the actors of a chain, from who asks to who is met.
  ///
  /// - Parameter visit: The position of its last visit in ``visits``.
  /// - Returns: The positions of the actors in the network.
  func chain(to visit: Int) -> [Int] {
    var chain: [Int] = []
    var index = visit
    while index >= 0 {
      chain.append(acquaintances.actors[visits[index].place])
      index = visits[index].parent
    }
    return chain.reversed()
  }
}
