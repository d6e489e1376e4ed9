extension Arcs {
  /// Tells from some rows, spread evenly, whether ends are near each other.
  ///
  /// - Parameters:
  ///   - size: How many places make a block.
  ///   - count: How many ends there must be at least for each block that ends of a row lie in.
  /// - Returns: Whether there are so many in these rows, so that it is worth a look at all.
  /// - Complexity: O(arcs of a few dozen nodes).
  func haveNearEnds(inBlocksOf size: UInt32, endsPerBlock count: Int) -> Bool {
    let sampleCount = min(64, nodeCount)
    var (blockCount, endCount) = (0, 0)
    for sample in 0..<sampleCount {
      let node = sample * nodeCount / sampleCount
      var previous: UInt32?
      for arc in offsets[node]..<offsets[node + 1] {
        let block = ends[arc] / size
        blockCount += block == previous ? 0 : 1
        previous = block
      }
      endCount += degree(of: node)
    }
    return blockCount * count <= endCount
  }

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
