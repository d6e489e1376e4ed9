/// How many outside organisations members get to, in sums over those who ask.
struct ReachSums: Sendable, Equatable {
  /// Through one introducer at most.
  var one = 0.0
  /// Through two at most.
  var two = 0.0
}

/// Counts the outside organisations that members are expected to get to, exactly.
///
/// > R₁(*i*) = Σ over organisations *t* of P(*i* knows *t*, or some member whom *i* knows introduces
/// > *t*)
///
/// and R₂ likewise with one member more between. The asker's own tie is certain; a tie between two
/// others is open independently with the chance of its class; a member introduces the contacts that
/// it would share (drawn once a run), each with the chance `A9.contact`. A passive member relays
/// nothing, and introduces nobody.
///
/// Both are **exact at any size**: through at most two introducers, the ties that lead the asker's
/// acquaintances to a member *l* farther off all end at *l*, so different such members are got to
/// independently, as P(*l*) = 1 − Π (1 − π), and what is not got to is a product over members:
/// P(not *t*) = Π over the members *l* who would introduce *t* of (1 − c · P(*l*)).
///
/// - Complexity: O(acquaintances of acquaintances and their contacts) an asker.
struct GroupReach {
  private let relay: RelayNetwork
  private let network: GroupNetwork
  /// The chance that a contact is not passed on, to the power of 0, of 1, and so on.
  private var noneOf: [Double] = []
  private let contactChance: Double

  // The working memory, as it is left between askers: 0, 1 and empty.
  private var isDirect: [Bool]
  private var missOfMember: [Double]
  private var missOfPool: [Double]
  private var direct: [Int] = []
  private var farther: [Int] = []
  private var introducers: [Int32]
  private var isOwn: [Bool]

  init(_ relay: RelayNetwork, _ network: GroupNetwork, _ assumptions: GroupAssumptions) {
    (self.relay, self.network) = (relay, network)
    contactChance = assumptions[.relayContact]
    let count = network.population.memberCount
    let poolSize = assumptions.whole(.poolSize)
    isDirect = [Bool](repeating: false, count: count)
    missOfMember = [Double](repeating: 1, count: count)
    missOfPool = [Double](repeating: 1, count: poolSize)
    introducers = [Int32](repeating: 0, count: poolSize)
    isOwn = [Bool](repeating: false, count: poolSize)
    noneOf.reserveCapacity(count + 1)
    noneOf.append(1)
    for power in 0..<count { noneOf.append(noneOf[power] * (1 - contactChance)) }
  }

  /// What hangs on introducers, by structure: how many organisations they lead to, and how many of
  /// those through one introducer only.
  private(set) var introduced = 0
  private(set) var hangingOnOne = 0
  /// How much of all R₁ is lost without each member as introducer.
  private(set) var losses: [Double] = []
  /// R₁ of each asker of the last sum.
  private(set) var ofAsker: [Double] = []

  /// Sums the reach of members of the home group.
  ///
  /// - Parameters:
  ///   - askers: Who asks.
  ///   - upToTwo: Whether R₂ is summed too.
  ///   - withLosses: Whether ``losses``, ``introduced`` and ``hangingOnOne`` are counted.
  /// - Returns: The sums.
  mutating func sums(
    over askers: Range<Int>, upToTwo: Bool, withLosses: Bool = false
  ) -> ReachSums {
    var sums = ReachSums()
    if withLosses { losses = [Double](repeating: 0, count: network.population.memberCount) }
    ofAsker = []
    for asker in askers {
      let own = Double(network.population.contacts.privateCount)
      beginAsker(asker)
      let one = own + reachThroughOne(asker, withLosses: withLosses)
      sums.one += one
      ofAsker.append(one)
      if upToTwo { sums.two += own + reachThroughTwo(asker) }
      endAsker(asker)
    }
    return sums
  }

  private mutating func beginAsker(_ asker: Int) {
    let contacts = network.population.contacts
    for place in contacts.offsets[asker]..<contacts.offsets[asker + 1] {
      isOwn[Int(contacts.pooled[place])] = true
    }
    for place in relay.offsets[asker]..<relay.offsets[asker + 1] {
      let member = Int(relay.ends[place])
      isDirect[member] = true
      direct.append(member)
      for contact in relay.poolOffsets[member]..<relay.poolOffsets[member + 1] {
        introducers[Int(relay.pool[contact])] += 1
      }
    }
  }

  private mutating func endAsker(_ asker: Int) {
    let contacts = network.population.contacts
    for place in contacts.offsets[asker]..<contacts.offsets[asker + 1] {
      isOwn[Int(contacts.pooled[place])] = false
    }
    for member in direct { isDirect[member] = false }
    direct.removeAll(keepingCapacity: true)
    for pooled in introducers.indices { introducers[pooled] = 0 }
  }

  /// Pooled contacts of the asker, and what direct acquaintances add.
  private mutating func reachThroughOne(_ asker: Int, withLosses: Bool) -> Double {
    var reach = 0.0
    for pooled in introducers.indices {
      reach += isOwn[pooled] ? 1 : 1 - noneOf[Int(introducers[pooled])]
    }
    for member in direct { reach += contactChance * relay.privates[member] }
    guard withLosses else { return reach }
    for pooled in introducers.indices where !isOwn[pooled] && introducers[pooled] > 0 {
      introduced += 1
      if introducers[pooled] == 1 { hangingOnOne += 1 }
    }
    for member in direct {
      introduced += Int(relay.privates[member])
      hangingOnOne += Int(relay.privates[member])
      var loss = contactChance * relay.privates[member]
      for contact in relay.poolOffsets[member]..<relay.poolOffsets[member + 1] {
        let pooled = Int(relay.pool[contact])
        if !isOwn[pooled] { loss += contactChance * noneOf[Int(introducers[pooled]) - 1] }
      }
      losses[member] += loss
    }
    return reach
  }

  private mutating func reachThroughTwo(_ asker: Int) -> Double {
    var reach = 0.0
    for member in direct {
      reach += contactChance * relay.privates[member]
      for place in relay.offsets[member]..<relay.offsets[member + 1] {
        let end = Int(relay.ends[place])
        guard !isDirect[end], end != asker else { continue }
        if missOfMember[end] == 1 { farther.append(end) }
        missOfMember[end] *= relay.misses[place]
      }
    }
    for pooled in missOfPool.indices {
      missOfPool[pooled] = isOwn[pooled] ? 0 : noneOf[Int(introducers[pooled])]
    }
    for member in farther {
      // A tie that never relays may have put the member here twice.
      guard missOfMember[member] < 1 else { continue }
      let chance = contactChance * (1 - missOfMember[member])
      missOfMember[member] = 1
      reach += chance * relay.privates[member]
      for contact in relay.poolOffsets[member]..<relay.poolOffsets[member + 1] {
        missOfPool[Int(relay.pool[contact])] *= 1 - chance
      }
    }
    farther.removeAll(keepingCapacity: true)
    for miss in missOfPool { reach += 1 - miss }
    return reach
  }
}
