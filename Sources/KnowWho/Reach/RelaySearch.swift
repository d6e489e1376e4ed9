internal import GraphStructure

/// The working memory of one thread: how many targets an actor gets to when acquaintances are open
/// or closed.
///
/// A walk follows open acquaintances as far as somebody may still introduce. Only those are decided
/// that may lead on: where a target has been reached, or leads nowhere new, no decision is needed.
/// The last steps are never decided: their chances are added, which is exact since different
/// targets hang on different acquaintances there.
struct RelaySearch {
  /// What is known of an acquaintance.
  private enum State: UInt8 {
    case undecided
    case open
    case closed
  }

  private let acquaintances: Acquaintances
  private let pairs: RelayPairs
  private let targets: ReachTargets
  private var trails: ChainTrails
  private var states: [State]
  private var decided: [Int] = []
  private var actorStamp: [UInt32]
  private var stamp: UInt32 = 0
  /// Marks the places that the first step leads to, and the start.
  private var firstStamp: [UInt32]
  private var visits: [(place: Int, trail: Int)] = []
  /// Marks acquaintances that the last step has taken into account.
  private var pairStamp: [UInt32]
  /// For each actor the chance that no last step leads to it.
  private var missChance: [Double]
  private var touched: [Int] = []
  /// How many walks the enumeration may still take.
  private var walksLeft = 0

  init(over acquaintances: Acquaintances, _ pairs: RelayPairs, _ targets: ReachTargets) {
    (self.acquaintances, self.pairs, self.targets) = (acquaintances, pairs, targets)
    let (placeCount, actorCount) = (
      acquaintances.graph.nodeCount, acquaintances.network.actors.count
    )
    trails = ChainTrails(placeCount: placeCount)
    states = [State](repeating: .undecided, count: pairs.chances.count)
    actorStamp = [UInt32](repeating: 0, count: actorCount)
    firstStamp = [UInt32](repeating: 0, count: placeCount)
    pairStamp = [UInt32](repeating: 0, count: pairs.chances.count)
    missChance = [Double](repeating: 1, count: actorCount)
  }

  /// Returns the expected number of targets, by telling all cases apart.
  ///
  /// - Parameters:
  ///   - actor: The actor who asks.
  ///   - introducers: At most so many introducers.
  ///   - walkLimit: How many walks it may take.
  /// - Returns: The expectation; nil where it would take more walks.
  mutating func expectation(from actor: Int, introducers: Int, walkLimit: Int) -> Double? {
    walksLeft = walkLimit
    let expectation = enumerated(actor, introducers)
    forget()
    return walksLeft < 0 ? nil : expectation
  }

  private mutating func enumerated(_ actor: Int, _ introducers: Int) -> Double {
    walksLeft -= 1
    guard walksLeft >= 0 else { return 0 }
    var branch = -1
    let value = walk(from: actor, introducers) { pair in
      branch = pair
      return nil
    }
    guard branch >= 0 else { return value }
    var sum = 0.0
    for (state, chance) in [
      (State.open, pairs.chances[branch]), (.closed, 1 - pairs.chances[branch]),
    ] where chance > 0 {
      states[branch] = state
      sum += chance * enumerated(actor, introducers)
    }
    states[branch] = .undecided
    return sum
  }

  /// Returns the expected number of targets in one run of a simulation, in which the acquaintances
  /// that lead on are drawn.
  mutating func sample(from actor: Int, introducers: Int, run: UInt64) -> Double {
    let pairs = pairs
    let value = walk(from: actor, introducers) { pairs.isOpen($0, run: run) }
    forget()
    return value
  }

  /// Returns how many acquaintances are uncertain: those that some chain may use after its first
  /// step.
  mutating func uncertainCount(from actor: Int, introducers: Int) -> Int {
    var uncertain: Set<Int> = []
    _ = walk(from: actor, introducers) { _ in true }
    for visit in visits.dropFirst() where !acquaintances.isClosed[visit.place] {
      for arc in acquaintances.graph.outgoing.arcs(of: visit.place)
      where firstStamp[Int(acquaintances.graph.outgoing.ends[arc])] != stamp {
        uncertain.insert(Int(pairs.pairOfArc[arc]))
      }
    }
    forget()
    return uncertain.count
  }

  private mutating func forget() {
    for pair in decided { states[pair] = .undecided }
    decided.removeAll(keepingCapacity: true)
  }

  /// Follows open acquaintances from an actor.
  ///
  /// - Parameters:
  ///   - actor: The actor who asks.
  ///   - introducers: At most so many introducers.
  ///   - decide: Says whether an acquaintance is open; nil ends the walk.
  /// - Returns: The expected number of targets, given what was decided.
  @inline(__always)
  private mutating func walk(
    from actor: Int, _ introducers: Int, decide: (_ pair: Int) -> Bool?
  ) -> Double {
    guard let start = acquaintances.start[actor] else { return 0 }
    let rows = acquaintances.graph.outgoing
    stamp += 1
    trails.begin(at: start)
    actorStamp[actor] = stamp
    firstStamp[start] = stamp
    visits.removeAll(keepingCapacity: true)
    visits.append((start, 0))
    var count = 0
    for arc in rows.arcs(of: start) { firstStamp[Int(rows.ends[arc])] = stamp }
    var level = 0..<1
    // The first step is certain even if nobody introduces.
    for steps in 1...max(1, introducers) {
      for index in level {
        let (place, trail) = visits[index]
        if steps > 1, acquaintances.isClosed[place] { continue }
        for arc in rows.arcs(of: place) {
          let next = Int(rows.ends[arc])
          guard !trails.isSettled(next) else { continue }
          let nextActor = acquaintances.actors[next]
          if nextActor == actor || trails.contains(nextActor, in: trail) { continue }
          if steps > 1 {
            let pair = Int(pairs.pairOfArc[arc])
            if states[pair] == .undecided {
              guard leadsOn(next, from: place) else { continue }
              guard let isOpen = decide(pair) else { return 0 }
              states[pair] = isOpen ? .open : .closed
              decided.append(pair)
            }
            if states[pair] == .closed { continue }
          }
          let isTrailed = next >= acquaintances.firstEntrance && steps + 2 <= introducers
          let nextTrail = isTrailed ? trails.trail(trail, through: nextActor) : trail
          guard trails.isNew(nextTrail, at: next) else { continue }
          visits.append((next, nextTrail))
          if actorStamp[nextActor] != stamp {
            actorStamp[nextActor] = stamp
            if targets.contains(nextActor) { count += 1 }
          }
        }
      }
      level = level.upperBound..<visits.count
      if level.isEmpty { break }
    }
    return Double(count) + (introducers > 0 ? expectedLastSteps() : 0)
  }

  /// The expected number of targets that undecided acquaintances lead to.
  private mutating func expectedLastSteps() -> Double {
    let rows = acquaintances.graph.outgoing
    for (place, trail) in visits.dropFirst() where !acquaintances.isClosed[place] {
      for arc in rows.arcs(of: place) {
        let next = acquaintances.actors[Int(rows.ends[arc])]
        let pair = Int(pairs.pairOfArc[arc])
        guard actorStamp[next] != stamp, targets.contains(next), states[pair] == .undecided,
          pairStamp[pair] != stamp, !trails.contains(next, in: trail)
        else { continue }
        pairStamp[pair] = stamp
        if missChance[next] == 1 { touched.append(next) }
        missChance[next] *= 1 - pairs.chances[pair]
      }
    }
    var sum = 0.0
    for actor in touched where missChance[actor] < 1 {
      sum += 1 - missChance[actor]
      missChance[actor] = 1
    }
    touched.removeAll(keepingCapacity: true)
    return sum
  }

  /// Whether a chain that has come to a place could go on to somebody that the asker does not know,
  /// other than back to where it came from.
  private func leadsOn(_ place: Int, from before: Int) -> Bool {
    guard !acquaintances.isClosed[place] else { return false }
    let rows = acquaintances.graph.outgoing
    return rows.arcs(of: place).contains { arc in
      let end = Int(rows.ends[arc])
      return end != before && firstStamp[end] != stamp
    }
  }
}
