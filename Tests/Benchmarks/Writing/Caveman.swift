internal import GraphModels

extension SimpleEdges {
  /// Draws groups of people who all know each other, held together by a few.
  ///
  /// Groups 0 and 1, 2 and 3, … are sisters: one member of each knows one of the other. One group
  /// in 50 (but at least two) gives a hub who knows 40 people anywhere; the hubs know each other
  /// in a ring. Groups that no hub knows are components of two groups. Numbers follow the groups.
  ///
  /// - Parameters:
  ///   - groupCount: The number of groups, at least 2.
  ///   - groupSize: The number of people in each.
  ///   - generator: Where the random numbers come from.
  /// - Returns: The edges.
  /// - SeeAlso: D. J. Watts. Networks, dynamics, and the small-world phenomenon. American Journal
  ///   of Sociology 105, 1999.
  static func caveman(
    groupCount: Int, groupSize: Int, using generator: inout SplitMix64
  ) -> SimpleEdges {
    precondition(groupCount >= 2 && groupSize >= 2)
    let nodeCount = groupCount * groupSize
    let hubCount = max(2, groupCount / 50)
    var draft = Draft(
      nodeCount: nodeCount,
      capacity: groupCount * groupSize * (groupSize - 1) / 2 + groupCount / 2 + hubCount * 41)
    for first in stride(from: 0, to: nodeCount, by: groupSize) {
      for member in first..<(first + groupSize) {
        for other in (member + 1)..<max(member + 1, first + groupSize) { draft.add(member, other) }
      }
    }
    for group in stride(from: 0, to: groupCount - 1, by: 2) {
      let first = group * groupSize
      let member = first + generator.nextIndex(below: groupSize)
      draft.add(member, first + groupSize + generator.nextIndex(below: groupSize))
    }
    var hubs: [Int] = []
    while hubs.count < hubCount {
      let candidate = generator.nextIndex(below: nodeCount)
      if !hubs.contains(candidate) { hubs.append(candidate) }
    }
    for (position, hub) in hubs.enumerated() {
      for _ in 0..<40 { draft.add(hub, generator.nextIndex(below: nodeCount)) }
      draft.add(hub, hubs[(position + 1) % hubCount])
    }
    return SimpleEdges(draft)
  }
}
