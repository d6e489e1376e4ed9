import Foundation
import GraphModels

/// The group model again, slow and plain, from its description.
///
/// Pairs in dictionaries, hours as they are paid, and reach by telling all states of all ties apart.
/// Only what was drawn is shared.
struct GroupOracle {
  let population: GroupPopulation
  let assumptions: GroupAssumptions
  /// Hours by pair.
  private(set) var hours: [Set<Int>: Double] = [:]
  private(set) var across: Set<Set<Int>> = []

  init(
    _ population: GroupPopulation, _ assumptions: GroupAssumptions, _ scenario: GroupScenario,
    _ allocation: GroupAllocation
  ) {
    (self.population, self.assumptions) = (population, assumptions)
    if scenario.hasSisters { payAcross(scenario) }
    for group in scenario.hasSisters ? population.groups : [population.groups[0]] {
      let isHome = group.lowerBound == 0
      let affinity = affinities(group, committees: scenario == .committees && isHome)
      switch allocation {
      case .saturating: paySaturating(group, affinity)
      case .proportional: payProportional(group, affinity)
      }
    }
  }

  func spent(_ member: Int) -> Double {
    hours.filter { $0.key.contains(member) }.reduce(0) { $0 + $1.value }
  }

  func isStrong(_ pair: Set<Int>) -> Bool {
    !across.contains(pair) && (hours[pair] ?? 0) >= assumptions[.strongCost] - 1e-9
  }

  func isKnown(_ pair: Set<Int>) -> Bool {
    (hours[pair] ?? 0) >= assumptions[.knownCost] - 1e-9
  }

  // MARK: Affinities

  private func affinity(_ one: Int, _ other: Int) -> Double {
    let axes = Int(assumptions[.dimension])
    let squares = (0..<axes).map {
      pow(population.positions[one * axes + $0] - population.positions[other * axes + $0], 2)
    }
    let z = Self.normal(population.likingDraw(min(one, other), max(one, other)))
    return exp(-assumptions[.decay] * sqrt(squares.reduce(0, +)) + assumptions[.noise] * z)
  }

  /// The normal quantile by halving intervals of the normal distribution function.
  static func normal(_ probability: Double) -> Double {
    var (low, high) = (-40.0, 40.0)
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if erfc(-middle / sqrt(2)) / 2 < probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  private func affinities(_ group: Range<Int>, committees: Bool) -> [Set<Int>: Double] {
    let limit = Int(assumptions[.committeeSize])
    let count = (group.count + limit - 1) / limit
    var result: [Set<Int>: Double] = [:]
    for pair in pairs(group) {
      let q = assumptions[.committeePull]
      let factor = pair[0] % count == pair[1] % count ? q : 1 - q
      result[Set(pair)] = affinity(pair[0], pair[1]) * (committees ? factor : 1)
    }
    let leader = group.lowerBound
    let row = result.filter { $0.key.contains(leader) }
    for pair in row.keys { result[pair] = row.values.max() }
    return result
  }

  private func pairs(_ group: Range<Int>) -> [[Int]] {
    group.flatMap { one in group.filter { $0 > one }.map { [one, $0] } }
  }

  // MARK: Hours

  private mutating func payAcross(_ scenario: GroupScenario) {
    let size = population.size
    let holders: [Int] =
      switch scenario {
      case .sistersFour: Array(0..<min(4, size))
      case .sistersLeader: [0]
      default: Array(0..<size)
      }
    let cost = assumptions[.knownCost]
    let budget = assumptions[.crossShare] * assumptions[.attention]
    let sisters = population.groups.dropFirst().flatMap { Array($0) }
    let all = holders.flatMap { holder in sisters.map { [holder, $0] } }
    for pair in sorted(all, by: { affinity($0[0], $0[1]) }) {
      if pair.allSatisfy({ budget - spent($0) >= cost - 1e-9 }) {
        hours[Set(pair)] = cost
        across.insert(Set(pair))
      }
    }
  }

  private func sorted(_ pairs: [[Int]], by affinity: ([Int]) -> Double) -> [[Int]] {
    pairs.map { (pair: $0, affinity: affinity($0)) }.sorted {
      $0.affinity != $1.affinity
        ? $0.affinity > $1.affinity : $0.pair.lexicographicallyPrecedes($1.pair)
    }.map(\.pair)
  }

  private mutating func paySaturating(_ group: Range<Int>, _ affinity: [Set<Int>: Double]) {
    let order = sorted(pairs(group)) { affinity[Set($0)] ?? 0 }
    let budgets = Dictionary(
      uniqueKeysWithValues: group.map { ($0, assumptions[.attention] - spent($0)) })
    func inside(_ member: Int) -> Double {
      hours.filter { $0.key.contains(member) && !across.contains($0.key) }.reduce(0) {
        $0 + $1.value
      }
    }
    for (cost, share) in [
      (assumptions[.strongCost], 1 - assumptions[.weakShare]), (assumptions[.knownCost], 1),
    ] {
      for pair in order where hours[Set(pair)] == nil {
        let canPay = pair.allSatisfy { share * (budgets[$0] ?? 0) - inside($0) >= cost - 1e-9 }
        if canPay { hours[Set(pair)] = cost }
      }
    }
  }

  private mutating func payProportional(_ group: Range<Int>, _ affinity: [Set<Int>: Double]) {
    let eta = assumptions[.weakShare]
    let budgets = Dictionary(
      uniqueKeysWithValues: group.map { ($0, assumptions[.attention] - spent($0)) })
    for pair in pairs(group) {
      let offers = pair.map { member in
        let budget = budgets[member] ?? 0
        let sum = affinity.filter { $0.key.contains(member) }.reduce(0) { $0 + $1.value }
        return (1 - eta) * budget * (affinity[Set(pair)] ?? 0) / sum + eta * budget
          / Double(group.count - 1)
      }
      hours[Set(pair)] = offers.min()
    }
  }

  // MARK: Reach

  private enum Contact: Hashable {
    case pooled(Int32)
    case secret(Int, Int)
  }

  private func contacts(_ member: Int, shareable: Bool) -> [Contact] {
    let contacts = population.contacts
    let range = contacts.offsets[member]..<contacts.offsets[member + 1]
    let count = shareable ? contacts.privateShareable[member] : contacts.privateCount
    return range.filter { !shareable || contacts.isShareable[$0] }
      .map { .pooled(contacts.pooled[$0]) } + (0..<count).map { .secret(member, $0) }
  }

  func strongCount(_ member: Int) -> Int {
    hours.keys.count { $0.contains(member) && isStrong($0) }
  }

  func isActive(_ member: Int) -> Bool {
    guard assumptions[.passivity] == 1 else { return true }
    let group = population.groups.first { $0.contains(member) }?.count ?? 1
    let x = 2 / sqrt(Double(group)) + 1.5 * Double(min(strongCount(member), 15)) / 15 - 1
    return population.activityDraws[member]
      < 1 / (1 + exp(-assumptions[.passivitySlope] * x))
  }

  /// The expected number of organisations within `introducers` + 1 steps, by telling apart every
  /// state of every tie that is not the asker's own.
  func reach(from asker: Int, introducers: Int, without removed: Set<Int> = []) -> Double {
    let ties = hours.keys.filter { isKnown($0) && $0.isDisjoint(with: removed) }
      .map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
    let uncertain = ties.filter { !$0.contains(asker) }
    let chances = uncertain.map { pair in
      across.contains(Set(pair))
        ? assumptions[.relayAcross]
        : isStrong(Set(pair)) ? assumptions[.relayStrong] : assumptions[.relayWeak]
    }
    precondition(uncertain.count <= 16, "too many states to tell apart")
    let active = Set((0..<population.activityDraws.count).filter { isActive($0) })
    var expected = 0.0
    for state in 0..<(1 << uncertain.count) {
      var chance = 1.0
      var open = ties.filter { $0.contains(asker) }
      for (index, pair) in uncertain.enumerated() {
        let isOpen = state >> index & 1 == 1
        chance *= isOpen ? chances[index] : 1 - chances[index]
        if isOpen { open.append(pair) }
      }
      if chance == 0 { continue }
      expected += chance * found(asker, introducers, over: open, active)
    }
    return expected
  }

  /// Contacts found over open ties; each contact of an introducer is passed on by chance.
  private func found(
    _ asker: Int, _ introducers: Int, over open: [[Int]], _ active: Set<Int>
  ) -> Double {
    var reached: Set<Int> = [asker]
    var front: Set<Int> = [asker]
    for _ in 0..<introducers {
      let next = open.flatMap { pair in
        [(pair[0], pair[1]), (pair[1], pair[0])].filter { front.contains($0.0) }.map(\.1)
      }
      front = Set(next).intersection(active).subtracting(reached)
      reached.formUnion(front)
    }
    let own = Set(contacts(asker, shareable: false))
    var introducersOf: [Contact: Int] = [:]
    for member in reached where member != asker {
      for contact in contacts(member, shareable: true) where !own.contains(contact) {
        introducersOf[contact, default: 0] += 1
      }
    }
    let pass = assumptions[.relayContact]
    return Double(own.count)
      + introducersOf.values.reduce(0) { $0 + 1 - pow(1 - pass, Double($1)) }
  }
}
