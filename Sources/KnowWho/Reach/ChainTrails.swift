/// Which places chains have come to, and which groups they had passed on the way.
///
/// A chain names no actor twice. Shortest ways over places would only ever repeat a split group,
/// entered once as its member and once from outside, so chains carry a *trail*: the split groups
/// that they entered as members. A place is searched again by a chain only if none that came before
/// had passed fewer groups. Nearly all trails are empty: trail 0.
struct ChainTrails {
  /// Marks places that a chain with an empty trail has come to.
  private var placeStamp: [UInt32]
  private var stamp: UInt32 = 0
  /// The distinct trails; the first is empty.
  private var trails: [Set<Int>] = [[]]
  /// For each place the trails, other than the empty one, of the chains that have come to it.
  private var trailsAtPlace: [Int: [Int]] = [:]

  init(placeCount: Int) {
    placeStamp = [UInt32](repeating: 0, count: placeCount)
  }

  /// Forgets all chains, and begins with one at a place.
  mutating func begin(at place: Int) {
    if stamp == .max {
      for index in placeStamp.indices { placeStamp[index] = 0 }
      stamp = 0
    }
    stamp += 1
    if trails.count > 1 {
      trails.removeLast(trails.count - 1)
      trailsAtPlace.removeAll(keepingCapacity: true)
    }
    placeStamp[place] = stamp
  }

  /// Whether a chain with an empty trail has come to a place, so that no other need come.
  func isSettled(_ place: Int) -> Bool { placeStamp[place] == stamp }

  /// Whether a chain has passed an actor as a group that it entered as a member.
  func contains(_ actor: Int, in trail: Int) -> Bool {
    trail != 0 && trails[trail].contains(actor)
  }

  /// Returns the trail of a chain that goes on by one group.
  mutating func trail(_ trail: Int, through group: Int) -> Int {
    let union = trails[trail].union([group])
    if let known = trails.firstIndex(of: union) { return known }
    trails.append(union)
    return trails.count - 1
  }

  /// Whether no chain has come to a place that passed the same groups or fewer, and notes this one.
  mutating func isNew(_ trail: Int, at place: Int) -> Bool {
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
