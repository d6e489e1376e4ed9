internal import GraphModels

extension SimpleEdges {
  /// Draws a graph by preferential attachment.
  ///
  /// Nodes come one after the other, and each ties itself to some that are there, each as likely
  /// as its degree. Numbers are then shuffled.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - edgesPerNode: To how many nodes each one ties itself; so many are there at the start, and
  ///     the first that comes ties itself to them all.
  ///   - generator: Where the random numbers come from.
  /// - Returns: The edges.
  /// - SeeAlso: A.-L. Barabási, R. Albert. Emergence of scaling in random networks. Science 286,
  ///   1999.
  static func preferentialAttachment(
    nodeCount: Int, edgesPerNode: Int, using generator: inout SplitMix64
  ) -> SimpleEdges {
    precondition(nodeCount > edgesPerNode)
    // Every end of every edge: a uniform choice among them chooses nodes by their degree.
    var ends: [UInt32] = []
    ends.reserveCapacity(2 * nodeCount * edgesPerNode)
    var chosen = (0..<edgesPerNode).map { UInt32($0) }
    for node in edgesPerNode..<nodeCount {
      if node > edgesPerNode {
        chosen.removeAll(keepingCapacity: true)
        while chosen.count < edgesPerNode {
          let candidate = ends[generator.nextIndex(below: ends.count)]
          if !chosen.contains(candidate) { chosen.append(candidate) }
        }
      }
      for end in chosen {
        ends.append(UInt32(node))
        ends.append(end)
      }
    }
    let number = generator.nextPermutation(of: nodeCount)
    var draft = Draft(nodeCount: nodeCount, capacity: ends.count / 2)
    for position in stride(from: 0, to: ends.count, by: 2) {
      draft.add(Int(number[Int(ends[position])]), Int(number[Int(ends[position + 1])]))
    }
    return SimpleEdges(draft)
  }
}
