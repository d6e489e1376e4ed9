/// The ties between members in one run, and the hours they take.
struct GroupTieList: Sendable {
  /// How close two members are.
  enum Class: UInt8 {
    case strong, weak, across
  }

  /// A tie of two members.
  struct Tie: Sendable {
    let one: Int32
    let other: Int32
    let tieClass: Class
  }

  private(set) var ties: [Tie] = []
  /// The hours that each member spends.
  private(set) var hours: [Double]

  init(memberCount: Int) {
    hours = [Double](repeating: 0, count: memberCount)
  }

  mutating func add(_ one: Int, _ other: Int, _ tieClass: Class, hours spent: Double) {
    ties.append(Tie(one: Int32(one), other: Int32(other), tieClass: tieClass))
    spend(spent, one, other)
  }

  /// Takes note of hours that make no tie.
  mutating func spend(_ spent: Double, _ one: Int, _ other: Int) {
    hours[one] += spent
    hours[other] += spent
  }
}

extension GroupTieList {
  /// Lets the holders of cross ties make them, before anybody turns to the own group (A12, A13).
  ///
  /// Each holder of the home group, and each member of a sister group, sets f·B hours aside. Pairs
  /// of the two by falling affinity become known while both have θW of that left; both pay. **What
  /// is not spent goes back to the own group**, so nobody exceeds B, without sisters nothing
  /// changes, and a leader who holds the cross ties alone has f·B ÷ θW of them and no more. Members
  /// of different sister groups do not meet. It is the same in both allocations, since cross ties
  /// are made by pact and not by the way.
  mutating func addCrossTies(holders: Int, _ population: GroupPopulation) {
    let assumptions = population.assumptions
    let cost = assumptions[.knownCost]
    let budget = assumptions[.crossShare] * assumptions[.attention]
    let capacity = Self.fitting(cost, into: budget)
    guard holders > 0, capacity > 0, population.memberCount > population.size else { return }
    var left = [Int](repeating: capacity, count: population.memberCount)
    for pair in population.crossOrder(holders: holders) {
      let (one, other) = (Int(pair >> 16), Int(pair & 0xFFFF))
      guard left[one] > 0, left[other] > 0 else { continue }
      left[one] -= 1
      left[other] -= 1
      add(one, other, .across, hours: cost)
    }
  }

  /// How many ties of a cost fit into hours.
  ///
  /// What is lost in the last bit of a division is given.
  static func fitting(_ cost: Double, into hours: Double) -> Int {
    max(0, Int((hours / cost + 1e-9).rounded(.down)))
  }

  /// Divides the attention that is left among the own group: the closest pairs first.
  mutating func addSaturating(_ order: AffinityOrder, _ assumptions: GroupAssumptions) {
    let (strong, known) = (assumptions[.strongCost], assumptions[.knownCost])
    let (first, kept) = (order.first, 1 - assumptions[.weakShare])
    let budgets = (0..<order.count).map { assumptions[.attention] - hours[first + $0] }
    var left = budgets.map { Self.fitting(strong, into: kept * $0) }
    let full = left
    var open = left.count { $0 > 0 }
    var strongPlaces: [Int] = []
    for (place, pair) in order.pairs.enumerated() {
      if open < 2 { break }
      let (one, other) = (Int(pair >> 16), Int(pair & 0xFFFF))
      guard left[one] > 0, left[other] > 0 else { continue }
      left[one] -= 1
      left[other] -= 1
      if left[one] == 0 { open -= 1 }
      if left[other] == 0 { open -= 1 }
      add(first + one, first + other, .strong, hours: strong)
      strongPlaces.append(place)
    }
    for member in left.indices {
      let spent = Double(full[member] - left[member]) * strong
      left[member] = Self.fitting(known, into: budgets[member] - spent)
    }
    open = left.count { $0 > 0 }
    var nextStrong = 0
    for (place, pair) in order.pairs.enumerated() {
      if open < 2 { break }
      if nextStrong < strongPlaces.count, strongPlaces[nextStrong] == place {
        nextStrong += 1
        continue
      }
      let (one, other) = (Int(pair >> 16), Int(pair & 0xFFFF))
      guard left[one] > 0, left[other] > 0 else { continue }
      left[one] -= 1
      left[other] -= 1
      if left[one] == 0 { open -= 1 }
      if left[other] == 0 { open -= 1 }
      add(first + one, first + other, .weak, hours: known)
    }
  }

  /// Divides the attention that is left among the own group in proportion to affinity.
  ///
  /// Who is close to nobody (all affinities 0) has only the share for weak ties to give.
  mutating func addProportional(_ order: AffinityOrder, _ assumptions: GroupAssumptions) {
    let (strong, known) = (assumptions[.strongCost], assumptions[.knownCost])
    let (first, count) = (order.first, order.count)
    guard count > 1 else { return }
    let affinities = order.logAffinities.map { PortableMath.exp($0) }
    var sums = [Double](repeating: 0, count: count)
    var pair = 0
    for one in 0..<count {
      for other in (one + 1)..<max(one + 1, count) {
        sums[one] += affinities[pair]
        sums[other] += affinities[pair]
        pair += 1
      }
    }
    let share = assumptions[.weakShare]
    let budgets = (0..<count).map { assumptions[.attention] - hours[first + $0] }
    let even = budgets.map { share * $0 / Double(count - 1) }
    let ofAffinity = zip(budgets, sums).map { $1 > 0 ? (1 - share) * $0 / $1 : 0 }
    pair = 0
    for one in 0..<count {
      for other in (one + 1)..<max(one + 1, count) {
        let affinity = affinities[pair]
        pair += 1
        let spent = min(
          ofAffinity[one] * affinity + even[one], ofAffinity[other] * affinity + even[other])
        if spent >= known {
          add(first + one, first + other, spent >= strong ? .strong : .weak, hours: spent)
        } else {
          spend(spent, first + one, first + other)
        }
      }
    }
  }
}

extension GroupPopulation {
  /// The pairs of a holder and a member of a sister group by falling affinity.
  fileprivate func crossOrder(holders: Int) -> [UInt32] {
    var values: [Double] = []
    var ids: [UInt32] = []
    for one in 0..<holders {
      let key = draws.key(.liking, of: keys[one])
      for other in size..<memberCount {
        values.append(logAffinity(one, other, likingKey: key))
        ids.append(UInt32(one) << 16 | UInt32(other))
      }
    }
    return DescendingPairs.sorted(values, ids: ids)
  }
}
