/// How many organisations each actor gets to through how many introducers, by kind.
///
/// > *R*ₖ(*i*, *K*) = organisations of kind *K* other than *i* at distance ≤ *k* + 1 from *i*
///
/// where a step leads between two who know each other directly. Organisations are all actors but
/// persons, projects and events; persons introduce like any other.
public struct KnowWhoReach: Sendable, Equatable {
  /// The actors that were asked for, in the order of the network.
  public let actors: [Int]

  /// The kinds of organisations that occur, in the order of the network; nil for actors without a
  /// kind, which count as organisations.
  public let kinds: [ActorKind?]

  /// The most introducers that were counted.
  public let introducerLimit: Int

  /// Counts by actor, then number of introducers, then kind.
  private let counts: [Int]

  init(actors: [Int], kinds: [ActorKind?], introducerLimit: Int, counts: [Int]) {
    self.actors = actors
    self.kinds = kinds
    self.introducerLimit = introducerLimit
    self.counts = counts
  }

  /// Returns how many organisations of a kind an actor gets to.
  ///
  /// - Parameters:
  ///   - row: The position of the actor in ``actors``.
  ///   - introducers: At most so many introducers, 0…``introducerLimit``.
  ///   - kind: The position of the kind in ``kinds``.
  /// - Returns: The number of distinct organisations, the actor itself not counted.
  public func count(row: Int, introducers: Int, kind: Int) -> Int {
    counts[(row * (introducerLimit + 1) + introducers) * kinds.count + kind]
  }

  /// Returns how many organisations an actor gets to.
  ///
  /// - Parameters:
  ///   - row: The position of the actor in ``actors``.
  ///   - introducers: At most so many introducers, 0…``introducerLimit``.
  /// - Returns: The number of distinct organisations of all kinds.
  public func total(row: Int, introducers: Int) -> Int {
    kinds.indices.reduce(0) { $0 + count(row: row, introducers: introducers, kind: $1) }
  }
}

extension Network {
  /// Returns how many organisations each actor gets to through introducers.
  ///
  /// Actors that are occasions, or that no chosen tie touches, have no row.
  ///
  /// - Parameters:
  ///   - introducerLimit: The most introducers to count, 0 or more.
  ///   - options: Which ties count, and what a step is.
  ///   - execution: How the work is carried out.
  /// - Returns: The counts.
  /// - Throws: ``GraphStructure/GraphError`` where groups are too large to pair their members.
  /// - Complexity: O(*n* (*n* + *m*)) where *m* counts pairs of co-members too.
  public func reach(
    introducers introducerLimit: Int = 3, _ options: ReachOptions = ReachOptions(),
    execution: Execution = .standard
  ) throws(GraphError) -> KnowWhoReach {
    precondition(introducerLimit >= 0)
    let acquaintance = try Acquaintances(in: self, options)
    let rows = actors.indices.filter { acquaintance.start[$0] != nil }
    let (kinds, classOfActor) = organisationClasses()
    let levels = introducerLimit + 1
    let counts = execution.map(
      rows.count, chunkSize: 16, makeScratch: { ReachSearch(acquaintance, actors.count) },
      value: { row, search in
        var counts = [Int](repeating: 0, count: levels * kinds.count)
        search.visit(from: rows[row], within: levels, over: acquaintance) { actor, steps in
          if classOfActor[actor] >= 0 {
            for level in (steps - 1)..<levels {
              counts[level * kinds.count + classOfActor[actor]] += 1
            }
          }
        }
        return counts
      })
    return KnowWhoReach(
      actors: rows, kinds: kinds, introducerLimit: introducerLimit,
      counts: counts.flatMap { $0 })
  }

  /// Numbers the kinds of organisations; −1 stands for actors that are none.
  private func organisationClasses() -> (kinds: [ActorKind?], classOfActor: [Int]) {
    var kinds: [ActorKind?] = []
    var classOfKind: [ActorKind?: Int] = [:]
    let classes = actors.indices.map { actor in
      let kind = actors.kind(actor)
      guard kind?.isOrganisation ?? true else { return -1 }
      if let known = classOfKind[kind] { return known }
      classOfKind[kind] = kinds.count
      kinds.append(kind)
      return kinds.count - 1
    }
    return (kinds, classes)
  }
}

/// The working memory of one thread: a breadth-first search over places that meets actors once.
///
/// A chain names no actor twice. Shortest ways over places would only ever repeat a split group,
/// entered once as its member and once from outside, so chains carry a trail: the split groups that
/// they entered as members. A place is searched again by a chain only if none that came before
/// had passed fewer groups. Nearly all trails are empty.
private struct ReachSearch {
  /// Marks places that a chain with an empty trail has come to.
  private var placeStamp: [UInt32]
  private var actorStamp: [UInt32]
  private var stamp: UInt32 = 0
  private var queue: [(place: Int, trail: Int)] = []
  /// The distinct trails; the first is empty.
  private var trails: [Set<Int>] = [[]]
  /// For each place the trails, other than the empty one, of the chains that have come to it.
  private var trailsAtPlace: [Int: [Int]] = [:]

  init(_ acquaintance: Acquaintances, _ actorCount: Int) {
    placeStamp = [UInt32](repeating: 0, count: acquaintance.graph.nodeCount)
    actorStamp = [UInt32](repeating: 0, count: actorCount)
  }

  /// Meets every other actor within some steps, nearest first.
  mutating func visit(
    from actor: Int, within limit: Int, over acquaintance: Acquaintances,
    _ meet: (_ actor: Int, _ steps: Int) -> Void
  ) {
    guard let start = acquaintance.start[actor] else { return }
    stamp += 1
    queue.removeAll(keepingCapacity: true)
    trails.removeLast(trails.count - 1)
    trailsAtPlace.removeAll(keepingCapacity: true)
    queue.append((start, 0))
    placeStamp[start] = stamp
    actorStamp[actor] = stamp
    var level = 0..<1
    for steps in 1...limit {
      for index in level {
        let (place, trail) = queue[index]
        if steps > 1, acquaintance.isClosed[place] { continue }
        for arc in acquaintance.graph.outgoing.arcs(of: place) {
          let next = Int(acquaintance.graph.outgoing.ends[arc])
          guard placeStamp[next] != stamp else { continue }
          let nextActor = acquaintance.actors[next]
          if trail != 0, trails[trail].contains(nextActor) { continue }
          // It takes three more steps to leave the group, to enter it again and to meet a member.
          let isTrailed = next >= acquaintance.firstEntrance && steps + 3 <= limit
          let nextTrail = isTrailed ? addTrail(trails[trail].union([nextActor])) : trail
          guard isNew(nextTrail, at: next) else { continue }
          queue.append((next, nextTrail))
          if actorStamp[nextActor] != stamp {
            actorStamp[nextActor] = stamp
            meet(nextActor, steps)
          }
        }
      }
      level = level.upperBound..<queue.count
      if level.isEmpty { return }
    }
  }

  private mutating func addTrail(_ trail: Set<Int>) -> Int {
    if let known = trails.firstIndex(of: trail) { return known }
    trails.append(trail)
    return trails.count - 1
  }

  /// Whether no chain has come to a place that passed the same groups or fewer, and notes this one.
  private mutating func isNew(_ trail: Int, at place: Int) -> Bool {
    if trail == 0 {
      placeStamp[place] = stamp
      return true
    }
    let known = trailsAtPlace[place, default: []]
    if known.contains(where: { trails[$0].isSubset(of: trails[trail]) }) { return false }
    trailsAtPlace[place, default: []].append(trail)
    return true
  }
}
