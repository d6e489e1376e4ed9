/// Who there is in one run: where members stand, whom they know outside, how active they would be.
///
/// Home members come first, then those of each sister group.
///
/// Member *i* of the home group has the same draws whatever its size, and so have the members of
/// sister groups.
package struct GroupPopulation: Sendable {
  let assumptions: GroupAssumptions
  let draws: RunDraws
  /// Members of the home group.
  package let size: Int
  /// The members of each group, the home group first.
  package let groups: [Range<Int>]
  /// What each member is called among the draws.
  let keys: [UInt64]
  /// The place of each member, ``dimension`` numbers each.
  package let positions: [Double]
  /// Decides, against its chance, whether a member is active.
  package let activityDraws: [Double]
  /// The contacts of all members.
  package let contacts: OutsideContacts

  /// Draws a population.
  ///
  /// - Parameters:
  ///   - size: Members of the home group, at least 1.
  ///   - withSisters: Whether there are sister groups.
  ///   - assumptions: What is assumed.
  ///   - draws: The numbers of the run.
  init(size: Int, withSisters: Bool, _ assumptions: GroupAssumptions, _ draws: RunDraws) {
    (self.size, self.assumptions, self.draws) = (size, assumptions, draws)
    var groups = [0..<size]
    var keys = (0..<size).map { UInt64($0) }
    let sisterSize = assumptions.whole(.sisterMembers)
    if withSisters, sisterSize > 0 {
      for group in 0..<assumptions.whole(.sisterGroups) {
        groups.append(keys.count..<(keys.count + sisterSize))
        keys += (0..<sisterSize).map { UInt64(group + 1) << 32 | UInt64($0) }
      }
    }
    let dimension = assumptions.whole(.dimension)
    positions = keys.flatMap { member in
      let key = draws.key(.position, of: member)
      return (0..<dimension).map { RunDraws.unit(key, UInt64($0)) }
    }
    activityDraws = keys.map { RunDraws.unit(draws.key(.activity, of: $0), 0) }
    contacts = OutsideContacts(of: keys, assumptions, draws)
    self.groups = groups
    self.keys = keys
  }

  /// All members.
  var memberCount: Int { keys.count }

  /// The committees of the home group: as equal as can be, member *i* in number *i* modulo their
  /// count, which says nothing of affinities.
  package var committeeCount: Int {
    let limit = assumptions.whole(.committeeSize)
    return (size + limit - 1) / limit
  }

  /// The draw, uniform in (0, 1), that z of two members is made of; the lower one comes first.
  package func likingDraw(_ one: Int, _ other: Int) -> Double {
    RunDraws.unit(draws.key(.liking, of: keys[one]), keys[other])
  }

  /// Brings members' kinds into an order of chance, which says nothing of anything else drawn.
  package func shuffled<Kind>(_ kinds: [Kind]) -> [Kind] {
    let key = draws.key(.kind, of: 0)
    let order = kinds.indices.sorted {
      (RunDraws.unit(key, UInt64($0)), $0) < (RunDraws.unit(key, UInt64($1)), $1)
    }
    return order.map { kinds[$0] }
  }

  /// Returns log a_ij of two members, without committees and leaders.
  func logAffinity(_ one: Int, _ other: Int, likingKey: UInt64) -> Double {
    let dimension = assumptions.whole(.dimension)
    var square = 0.0
    for axis in 0..<dimension {
      let difference = positions[one * dimension + axis] - positions[other * dimension + axis]
      square += difference * difference
    }
    let liking = PortableMath.normalQuantile(RunDraws.unit(likingKey, keys[other]))
    return -assumptions[.decay] * square.squareRoot() + assumptions[.noise] * liking
  }
}

/// Whom members know outside (A7, A8, A10): organisations of a pool common to all groups, and others
/// that nobody else knows.
///
/// The pool is one for all groups, which is unkind to exchange between them: groups of other places
/// would know other organisations.
package struct OutsideContacts: Sendable {
  /// Where the pooled contacts of each member begin in ``pooled``.
  package let offsets: [Int]
  /// Organisations of the pool.
  package let pooled: [Int32]
  /// Whether the member would share the contact of the same position.
  package let isShareable: [Bool]
  /// How many private contacts each member has.
  package let privateCount: Int
  /// How many of them each member would share.
  package let privateShareable: [Int]
  /// Of those of the leader's pooled contacts, whether an heir keeps it.
  let isInherited: [Bool]
  /// How many of the leader's private contacts that it would share an heir keeps.
  let privateInherited: Int

  /// Private contacts are numbered from here, so that another share of pooled ones (A8) does not
  /// shift their draws.
  private static let firstPrivate = 1 << 20

  init(of keys: [UInt64], _ assumptions: GroupAssumptions, _ draws: RunDraws) {
    let poolSize = assumptions.whole(.poolSize)
    let pooledCount = assumptions.pooledContacts
    let privateCount = assumptions.whole(.contacts) - pooledCount
    let chance = assumptions[.shareable]
    var pool = (0..<poolSize).map { Int32($0) }
    var pooled: [Int32] = []
    pooled.reserveCapacity(keys.count * pooledCount)
    var isShareable: [Bool] = []
    isShareable.reserveCapacity(keys.count * pooledCount)
    var privateShareable: [Int] = []
    var taken = [Int](repeating: 0, count: pooledCount)
    for member in keys {
      let poolKey = draws.key(.pool, of: member)
      let shareKey = draws.key(.shareable, of: member)
      for slot in 0..<pooledCount {
        let drawn = RunDraws.unit(poolKey, UInt64(slot)) * Double(poolSize - slot)
        taken[slot] = slot + min(Int(drawn), poolSize - slot - 1)
        pool.swapAt(slot, taken[slot])
        pooled.append(pool[slot])
        isShareable.append(RunDraws.unit(shareKey, UInt64(slot)) < chance)
      }
      // Back to the order that every member begins with.
      for slot in (0..<pooledCount).reversed() { pool.swapAt(slot, taken[slot]) }
      privateShareable.append(
        (0..<privateCount).count {
          RunDraws.unit(shareKey, UInt64(Self.firstPrivate + $0)) < chance
        })
    }
    offsets = (0...keys.count).map { $0 * pooledCount }
    (self.pooled, self.isShareable) = (pooled, isShareable)
    (self.privateCount, self.privateShareable) = (privateCount, privateShareable)
    let heirKey = draws.key(.inheritance, of: 1 << 40)
    let leaderKey = draws.key(.shareable, of: 0)
    let share = assumptions[.inheritance]
    isInherited = (0..<pooledCount).map { RunDraws.unit(heirKey, UInt64($0)) < share }
    privateInherited = (0..<privateCount).count {
      let slot = UInt64(Self.firstPrivate + $0)
      return RunDraws.unit(leaderKey, slot) < chance && RunDraws.unit(heirKey, slot) < share
    }
  }
}
