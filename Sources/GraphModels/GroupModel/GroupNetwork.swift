/// Who knows whom in one run: the ties of each member in rows.
package struct GroupNetwork: Sendable {
  let population: GroupPopulation
  /// Where the row of each member begins.
  let offsets: [Int]
  /// Whom each member is tied with.
  let ends: [Int32]
  /// How, tie by tie.
  let classes: [GroupTieList.Class]
  /// How many strong ties each member has.
  let strongCounts: [Int]
  /// The hours that each member spends.
  package let hours: [Double]

  init(_ list: GroupTieList, _ population: GroupPopulation) {
    self.population = population
    hours = list.hours
    let count = population.memberCount
    var offsets = [Int](repeating: 0, count: count + 1)
    var strongCounts = [Int](repeating: 0, count: count)
    for tie in list.ties {
      offsets[Int(tie.one) + 1] += 1
      offsets[Int(tie.other) + 1] += 1
      if tie.tieClass == .strong {
        strongCounts[Int(tie.one)] += 1
        strongCounts[Int(tie.other)] += 1
      }
    }
    for member in 0..<count { offsets[member + 1] += offsets[member] }
    var next = offsets
    var ends = [Int32](repeating: 0, count: 2 * list.ties.count)
    var classes = [GroupTieList.Class](repeating: .strong, count: 2 * list.ties.count)
    for tie in list.ties {
      for (from, to) in [(tie.one, tie.other), (tie.other, tie.one)] {
        ends[next[Int(from)]] = to
        classes[next[Int(from)]] = tie.tieClass
        next[Int(from)] += 1
      }
    }
    (self.offsets, self.ends, self.classes) = (offsets, ends, classes)
    self.strongCounts = strongCounts
  }

  /// The ties as pairs of members, the lower one first, and their class: strong, weak or across.
  package var ties: [(one: Int, other: Int, tieClass: String)] {
    (0..<population.memberCount).flatMap { member in
      row(member).filter { Int(ends[$0]) > member }
        .map { (member, Int(ends[$0]), "\(classes[$0])") }
    }
  }

  /// Where the ties of a member stand.
  func row(_ member: Int) -> Range<Int> { offsets[member]..<offsets[member + 1] }

  /// Whether each member relays at all (A11): P(active) = σ(slope · (2/√n + 1.5 · min(strong ties,
  /// 15)/15 − 1)), with *n* the members of its own group.
  ///
  /// The form is ours. Size alone moves it little: 0.67 at 2/√n of n = 16 to 0.57 at n = 1,000 would
  /// be that of σ(2/√n + 0.2); what moves it are strong ties.
  func active(_ assumptions: GroupAssumptions) -> [Bool] {
    guard assumptions[.passivity] > 0 else {
      return [Bool](repeating: true, count: population.memberCount)
    }
    var active: [Bool] = []
    active.reserveCapacity(population.memberCount)
    for group in population.groups {
      let ofSize = 2 / Double(group.count).squareRoot()
      for member in group {
        let ofTies = 1.5 * Double(min(strongCounts[member], 15)) / 15
        let chance = PortableMath.logistic(
          assumptions[.passivitySlope] * (ofSize + ofTies - 1))
        active.append(population.activityDraws[member] < chance)
      }
    }
    return active
  }
}

/// What becomes of the leader, member 0.
public enum LeaderFate: String, Sendable, Hashable, CaseIterable {
  /// The leader stays.
  case stays
  /// The leader leaves with all ties and contacts.
  case leaves
  /// The leader leaves, and an heir keeps each tie and contact with probability ι (A15).
  case heir
}

/// Who passes questions on to whom, and whom they would introduce: what is left of a network once
/// passive members and those who left are taken away as introducers.
struct RelayNetwork: Sendable {
  /// Where the row of each member begins.
  private(set) var offsets: [Int] = [0]
  /// Whom a member is tied with and who relays.
  private(set) var ends: [Int32] = []
  /// The chance that the tie does not relay.
  private(set) var misses: [Double] = []
  /// Where the shareable pooled contacts of each member begin.
  private(set) var poolOffsets: [Int] = [0]
  /// The shareable pooled contacts of those who relay.
  private(set) var pool: [Int32] = []
  /// How many private contacts those who relay would share.
  private(set) var privates: [Double] = []

  /// Takes what relays out of a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - active: Whether each member relays.
  ///   - removed: Members who left.
  ///   - fate: What becomes of the leader.
  ///   - assumptions: The chances of relays.
  init(
    _ network: GroupNetwork, active: [Bool], removed: Range<Int> = 0..<0, fate: LeaderFate,
    _ assumptions: GroupAssumptions
  ) {
    let population = network.population
    let contacts = population.contacts
    let missOfClass = [
      1 - assumptions[.relayStrong], 1 - assumptions[.relayWeak], 1 - assumptions[.relayAcross],
    ]
    var relays = active
    for member in removed { relays[member] = false }
    if fate == .leaves { relays[0] = false }
    let keepsTie = fate == .heir ? population.inheritedTies : []
    offsets.reserveCapacity(population.memberCount + 1)
    ends.reserveCapacity(network.ends.count)
    misses.reserveCapacity(network.ends.count)
    for member in 0..<population.memberCount {
      for place in network.row(member) {
        let end = Int(network.ends[place])
        guard relays[end] else { continue }
        if fate == .heir, member == 0 || end == 0, !keepsTie[member + end] { continue }
        ends.append(Int32(end))
        misses.append(missOfClass[Int(network.classes[place].rawValue)])
      }
      offsets.append(ends.count)
      let heirs = fate == .heir && member == 0
      if relays[member] {
        let range = contacts.offsets[member]..<contacts.offsets[member + 1]
        for place in range where contacts.isShareable[place] {
          // The leader's contacts come first, so places are slots.
          if !heirs || contacts.isInherited[place] { pool.append(contacts.pooled[place]) }
        }
        privates.append(
          Double(heirs ? contacts.privateInherited : contacts.privateShareable[member]))
      } else {
        privates.append(0)
      }
      poolOffsets.append(pool.count)
    }
  }
}

extension GroupPopulation {
  /// Whether an heir keeps the leader's tie with each member.
  fileprivate var inheritedTies: [Bool] {
    let key = draws.key(.inheritance, of: 0)
    return keys.map { RunDraws.unit(key, $0) < assumptions[.inheritance] }
  }
}
