internal import GraphStructure

extension CommunityGraph {
  /// Cuts communities into well-connected sets: the refinement of the Leiden algorithm.
  ///
  /// Within each community all nodes start alone. A node that is well connected with the rest of
  /// the community and still alone joins the well-connected set to which it adds most, if it adds
  /// at all. A set is well connected if its ties to the rest count at least what masses let expect.
  /// It is the limit of the published algorithm as its randomness goes to 0: the order of the nodes
  /// is random, the choice of the set is not. As nodes only join sets that they are tied to, sets
  /// are connected.
  ///
  /// - Parameters:
  ///   - communities: The community of each node, 0..<*n*.
  ///   - scratch: Working memory.
  ///   - random: Where the order comes from.
  /// - Returns: The set of each node, named after one of its nodes.
  func refined(
    _ communities: [UInt32], _ scratch: CommunityScratch<Mass>, _ random: inout RandomBits
  ) -> [UInt32] {
    scratch.fillQueue(nodeCount: nodeCount, &random)
    var sets = (0..<nodeCount).map { UInt32(truncatingIfNeeded: $0) }
    unsafe sets.withUnsafeMutableBufferPointer { sets in
      unsafe communities.withUnsafeBufferPointer { communities in
        guard let sets = sets.baseAddress, let communities = communities.baseAddress
        else { return }
        unsafe withRows { unsafe join($0, sets, communities, scratch) }
      }
    }
    return sets
  }

  @unsafe
  private func join(
    _ rows: CommunityRows<Mass>, _ sets: UnsafeMutablePointer<UInt32>,
    _ communities: UnsafePointer<UInt32>, _ scratch: CommunityScratch<Mass>
  ) {
    let scale = scale
    let sums = unsafe scratch.sums
    let touched = unsafe scratch.touched
    let outerTies = unsafe scratch.outerTies
    let totals = unsafe scratch.totals
    unsafe scratch.addUp(rows.masses, communities, nodeCount: nodeCount)
    var setMasses = masses
    var setSizes = [UInt32](repeating: 1, count: nodeCount)
    var setMass = setMasses.mutableSpan
    var setSize = setSizes.mutableSpan
    for node in 0..<nodeCount {
      unsafe outerTies[node] = rows.innerTies(of: node, communities)
    }
    for place in 0..<nodeCount {
      let node = unsafe Int(scratch.queue[place])
      let community = unsafe communities[node]
      let total = unsafe totals[Int(community)]
      let mass = unsafe rows.masses[node]
      guard setSize[node] == 1, unsafe Int(sets[node]) == node,
        unsafe outerTies[node] > 0 && outerTies[node] >= scale * mass.times(total - mass)
      else { continue }
      let touchedCount = unsafe rows.gatherInner(node, sets, communities, scratch)
      var best = node
      var bestGain = unsafe negligibleGain * outerTies[node]
      var bestSum = 0.0
      for index in 0..<touchedCount {
        let set = unsafe Int(touched[index])
        let sum = unsafe sums[set]
        unsafe sums[set] = 0
        let gain = sum - scale * mass.times(setMass[set])
        guard gain > bestGain,
          unsafe outerTies[set] >= scale * setMass[set].times(total - setMass[set])
        else { continue }
        best = set
        bestGain = gain
        bestSum = sum
      }
      guard best != node else { continue }
      unsafe sets[node] = UInt32(truncatingIfNeeded: best)
      unsafe outerTies[best] += outerTies[node] - 2 * bestSum
      setMass[best] = setMass[best] + mass
      setSize[best] += 1
      setSize[node] = 0
    }
  }
}

extension CommunityGraph {
  /// Returns the parts of communities that ties hold together, named after one of their nodes each.
  func connectedParts(of communities: [UInt32]) -> [UInt32] {
    let unseen = UInt32.max
    var parts = [UInt32](repeating: unseen, count: nodeCount)
    var stack: [Int] = []
    for root in 0..<nodeCount where parts[root] == unseen {
      parts[root] = UInt32(truncatingIfNeeded: root)
      stack.append(root)
      while let node = stack.popLast() {
        for arc in arcs.offsets[node]..<arcs.offsets[node + 1] {
          let end = Int(arcs.ends[arc])
          guard parts[end] == unseen, communities[end] == communities[root] else { continue }
          parts[end] = parts[root]
          stack.append(end)
        }
      }
    }
    return parts
  }
}

extension CommunityRows {
  /// Returns what a node's ties to others in its community count.
  @inline(__always)
  fileprivate func innerTies(of node: Int, _ communities: UnsafePointer<UInt32>) -> Double {
    let community = unsafe communities[node]
    let row = unsafe offsets[node]..<offsets[node + 1]
    if let values = unsafe values {
      var sum = 0.0
      for arc in row {
        sum += unsafe communities[Int(ends[arc])] == community ? values[arc] : 0
      }
      return sum
    }
    var count = 0
    for arc in row {
      count &+= unsafe communities[Int(ends[arc])] == community ? 1 : 0
    }
    return Double(count)
  }

  /// Adds up what a node's ties within its community count, by the sets that they lead to.
  ///
  /// - Returns: How many sets there are in ``CommunityScratch/touched``.
  @inline(__always)
  fileprivate func gatherInner(
    _ node: Int, _ sets: UnsafePointer<UInt32>, _ communities: UnsafePointer<UInt32>,
    _ scratch: CommunityScratch<Mass>
  ) -> Int {
    let sums = unsafe scratch.sums
    let touched = unsafe scratch.touched
    let community = unsafe communities[node]
    var count = 0
    for arc in unsafe offsets[node]..<offsets[node + 1] {
      let end = unsafe Int(ends[arc])
      guard unsafe communities[end] == community else { continue }
      let set = unsafe sets[end]
      let sum = unsafe sums[Int(set)]
      unsafe touched[count] = set
      count &+= sum == 0 ? 1 : 0
      unsafe sums[Int(set)] = sum + (values.map { unsafe $0[arc] } ?? 1)
    }
    return count
  }
}
