extension Arcs {
  /// Whether at least half of some nodes, spread evenly, have a neighbor with the same neighbors as
  /// they have, each other left out.
  ///
  /// Such twins reach the same nodes within any number of steps. In groups who all know each other most
  /// members are twins of most.
  ///
  /// - Complexity: O(arcs of a few dozen nodes and of their neighbors).
  var hasManyTwins: Bool {
    let sampleCount = min(32, nodeCount)
    let twinCount = (0..<sampleCount).count { sample in
      let node = sample * nodeCount / sampleCount
      // Of a group that fills the row, one of the first few is a twin.
      return ends[offsets[node]..<offsets[node + 1]].prefix(8).contains { areTwins(node, Int($0)) }
    }
    return sampleCount > 0 && twinCount >= (sampleCount + 1) / 2
  }

  private func areTwins(_ first: Int, _ second: Int) -> Bool {
    guard first != second, degree(of: first) == degree(of: second) else { return false }
    let one = ends[offsets[first]..<offsets[first + 1]].lazy.filter { $0 != second }
    let other = ends[offsets[second]..<offsets[second + 1]].lazy.filter { $0 != first }
    return one.elementsEqual(other)
  }
}
