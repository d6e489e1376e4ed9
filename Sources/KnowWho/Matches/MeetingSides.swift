/// Who sits on which side at a joint meeting of two groups.
struct MeetingSides {
  private(set) var first: [Int]
  private(set) var second: [Int]
  /// Members of both groups.
  let both: [Int]

  /// Seats members: those of both groups one after the other on the side that has fewer by then.
  init(_ members: [[Int]], by precedes: (Int, Int) -> Bool) {
    let shared = Set(members[0]).intersection(members[1])
    first = members[0].filter { !shared.contains($0) }
    second = members[1].filter { !shared.contains($0) }
    both = shared.sorted(by: precedes)
    for member in both {
      if first.count <= second.count { first.append(member) } else { second.append(member) }
    }
    first.sort(by: precedes)
    second.sort(by: precedes)
  }
}

extension Acquaintances {
  /// Returns the pairs across two sides of whom either knows the other.
  func pairs(across sides: MeetingSides) -> Set<UnorderedPair> {
    var pairs: Set<UnorderedPair> = []
    for (side, others) in [(sides.first, Set(sides.second)), (sides.second, Set(sides.first))] {
      for member in side {
        for other in contacts(of: member) where others.contains(other) {
          pairs.insert(UnorderedPair(member, other))
        }
      }
    }
    return pairs
  }

  /// Returns the actors that an actor knows.
  func contacts(of actor: Int) -> [Int] {
    guard let place = start[actor] else { return [] }
    return graph.successors(of: place).map { actors[$0] }
  }
}
