/// The pairs of one group by falling affinity (A6), pairs of equal affinity by the ids of their
/// members.
///
/// The leader's affinity to everybody is raised to the greatest of its row, after committees have
/// had their say: a leader is near to all, whatever their committees.
struct AffinityOrder: Sendable {
  /// What stands for an affinity of 0 among logarithms.
  static let none = -800.0

  /// The first member of the group.
  let first: Int
  /// The members of the group.
  let count: Int
  /// log a_ij by pair: (0, 1), (0, 2) … (1, 2) … .
  let logAffinities: [Double]
  /// The pairs by falling affinity: the lower member × 2¹⁶ + the higher one, counted from ``first``.
  let pairs: [UInt32]

  /// Orders the pairs of a group, given log a_ij by pair without leader.
  private init(_ members: Range<Int>, _ logAffinities: [Double]) {
    (first, count) = (members.lowerBound, members.count)
    var raised = logAffinities
    let row = 0..<max(0, members.count - 1)
    if let most = raised[row].max() {
      for pair in row { raised[pair] = most }
    }
    self.logAffinities = raised
    pairs = DescendingPairs.sorted(raised, rows: members.count)
  }

  /// Orders the pairs of a group without committees.
  init(of members: Range<Int>, in population: GroupPopulation) {
    self.init(members, Self.logAffinities(members, population))
  }

  /// The home group's orders without and with committees.
  ///
  /// Only the ratio of the two factors of A14 matters, so the greater is taken as 1: at q = .5 the
  /// group is the flat one to the bit.
  static func home(
    _ population: GroupPopulation, withCommittees: Bool
  ) -> (flat: AffinityOrder, committees: AffinityOrder?) {
    let members = population.groups[0]
    let plain = logAffinities(members, population)
    let flat = AffinityOrder(members, plain)
    guard withCommittees else { return (flat, nil) }
    let pull = population.assumptions[.committeePull]
    let greater = max(pull, 1 - pull)
    let (inside, across) = (factor(pull / greater), factor((1 - pull) / greater))
    let committees = population.committeeCount
    var changed = plain
    var pair = 0
    for one in members {
      for other in (one + 1)..<max(one + 1, members.count) {
        let change = one % committees == other % committees ? inside : across
        changed[pair] = change == none ? none : changed[pair] + change
        pair += 1
      }
    }
    return (flat, AffinityOrder(members, changed))
  }

  private static func factor(_ factor: Double) -> Double {
    factor > 0 ? PortableLogarithm.of(factor) : none
  }

  private static func logAffinities(
    _ members: Range<Int>, _ population: GroupPopulation
  ) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(members.count * (members.count - 1) / 2)
    for one in members {
      let key = population.draws.key(.liking, of: population.keys[one])
      for other in (one + 1)..<max(one + 1, members.upperBound) {
        values.append(population.logAffinity(one, other, likingKey: key))
      }
    }
    return values
  }

  /// Returns log a_ij of two members, counted from ``first``.
  func logAffinity(_ one: Int, _ other: Int) -> Double {
    let (low, high) = one < other ? (one, other) : (other, one)
    return logAffinities[low * count - low * (low + 1) / 2 + high - low - 1]
  }
}

/// Sorts pairs by falling numbers.
enum DescendingPairs {
  /// Returns the pairs of `rows` members by falling value, equal ones in the order of the ids.
  ///
  /// A radix sort by the first 32 bits of the values' range, which leaves few neighbors in the wrong
  /// order; comparing whole values puts those right.
  ///
  /// - Complexity: O(pairs).
  static func sorted(_ values: [Double], rows: Int) -> [UInt32] {
    var ids: [UInt32] = []
    ids.reserveCapacity(values.count)
    for row in 0..<rows {
      for column in (row + 1)..<max(row + 1, rows) {
        ids.append(UInt32(row) << 16 | UInt32(column))
      }
    }
    return sorted(values, ids: ids)
  }

  /// Returns ids by falling value, equal ones in the order given.
  static func sorted(_ values: [Double], ids: [UInt32]) -> [UInt32] {
    guard let least = values.min(), let most = values.max(), values.count > 1 else { return ids }
    let scale = most > least ? 4_294_967_295.0 / (most - least) : 0
    var items = values.indices.map { index in
      UInt64((most - values[index]) * scale) << 32 | UInt64(index)
    }
    var moved = items
    for shift: UInt64 in [32, 43, 54] {
      var counts = [Int](repeating: 0, count: 2049)
      for item in items { counts[Int(item >> shift & 2047) + 1] += 1 }
      for digit in 1...2048 { counts[digit] += counts[digit - 1] }
      for item in items {
        let digit = Int(item >> shift & 2047)
        moved[counts[digit]] = item
        counts[digit] += 1
      }
      swap(&items, &moved)
    }
    var order = items.map { Int($0 & 0xFFFF_FFFF) }
    for place in 1..<order.count {
      let index = order[place]
      var hole = place
      while hole > 0, values[order[hole - 1]] < values[index] {
        order[hole] = order[hole - 1]
        hole -= 1
      }
      order[hole] = index
    }
    return order.map { ids[$0] }
  }
}
