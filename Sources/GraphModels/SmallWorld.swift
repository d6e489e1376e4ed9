public import GraphStructure

extension Graph {
  /// Returns a small world (Watts and Strogatz): nodes on a ring, each tied to the nearest ones, and
  /// some of these ties led to a random node instead.
  ///
  /// As in the paper: lap by lap, first the ties to the next node, then those to the second next and
  /// so on, each is with the given probability led from its node to another, each as likely of those
  /// that the node is not tied to. Where it is tied to all, the tie stays. No tie is lost.
  ///
  /// - Parameters:
  ///   - nodes: How many nodes are on the ring.
  ///   - neighbors: How many nodes each is tied to at first: even, less than `nodes`.
  ///   - rewiring: The probability that a tie is led elsewhere, 0…1.
  ///   - generator: Where the random numbers come from.
  /// - Returns: A simple undirected graph of `nodes` · `neighbors` / 2 edges; numbers follow the
  ///   ring.
  /// - Throws: ``ModelError`` for numbers out of range, and for an odd number of neighbors.
  /// - Complexity: O(*n* + *m*) on average, while `neighbors` is at most half of `nodes`.
  /// - SeeAlso: D. J. Watts, S. H. Strogatz. Collective dynamics of "small-world" networks. Nature
  ///   393, 1998.
  public static func smallWorld(
    nodes: Int, neighbors: Int, rewiring: Double, using generator: inout SplitMix64
  ) throws(ModelError) -> Graph {
    try ModelError.check("nodes", nodes, 1...ModelError.mostNodes)
    try ModelError.check("neighbors", neighbors, 0...(nodes - 1))
    try ModelError.check("rewiring", probability: rewiring)
    guard neighbors.isMultiple(of: 2) else { throw .odd(name: "neighbors", value: neighbors) }
    try ModelError.check(expectedEdges: Double(nodes) * Double(neighbors / 2))
    var ring = Ring(nodeCount: nodes, laps: neighbors / 2)
    if rewiring > 0 { ring.rewire(rewiring, using: &generator) }
    return try EdgeColumns(sources: ring.sources, targets: ring.targets).graph(nodeCount: nodes)
  }
}

/// A ring, some of whose ties have been led elsewhere.
private struct Ring {
  let nodeCount: Int
  let laps: Int
  /// Where each tie comes from: those of a node side by side, the first lap first.
  private(set) var sources: [UInt32] = []
  /// Where each tie leads.
  private(set) var targets: [UInt32] = []
  private var isMoved: [Bool]
  private var moved: EdgeTable
  private var degrees: [UInt32]

  init(nodeCount: Int, laps: Int) {
    self.nodeCount = nodeCount
    self.laps = laps
    sources.reserveCapacity(nodeCount * laps)
    targets.reserveCapacity(nodeCount * laps)
    for node in 0..<nodeCount {
      for step in 1..<(laps + 1) {
        let target = node + step
        sources.append(UInt32(node))
        targets.append(UInt32(target < nodeCount ? target : target - nodeCount))
      }
    }
    isMoved = [Bool](repeating: false, count: nodeCount * laps)
    moved = EdgeTable(capacity: 0)
    degrees = [UInt32](repeating: UInt32(2 * laps), count: nodeCount)
  }

  mutating func rewire(_ probability: Double, using generator: inout SplitMix64) {
    let skips = GeometricSkips(probability: probability)
    var chosen: [Int] = []
    var next = 0
    while let skip = skips.next(of: targets.count - next, using: &generator) {
      chosen.append(next + skip)
      next += skip + 1
    }
    moved = EdgeTable(capacity: chosen.count)
    for number in chosen {
      // They are chosen lap by lap.
      let (lap, node) = number.quotientAndRemainder(dividingBy: nodeCount)
      let tie = node * laps + lap
      guard Int(degrees[node]) < nodeCount - 1 else { continue }
      let target = stranger(to: node, using: &generator)
      degrees[Int(targets[tie])] -= 1
      degrees[target] += 1
      isMoved[tie] = true
      targets[tie] = UInt32(target)
      moved.insert(EdgeTable.word(node, target))
    }
  }

  /// A random node that a node is not tied to.
  private func stranger(to node: Int, using generator: inout SplitMix64) -> Int {
    // Where most are tied to it already, drawing until one is not would take long.
    if 2 * Int(degrees[node]) > nodeCount {
      let strangers = (0..<nodeCount).filter { $0 != node && !areTied(node, $0) }
      return strangers[generator.nextIndex(below: strangers.count)]
    }
    while true {
      let candidate = generator.nextIndex(below: nodeCount)
      if candidate != node, !areTied(node, candidate) { return candidate }
    }
  }

  private func areTied(_ first: Int, _ second: Int) -> Bool {
    let steps = second >= first ? second - first : second - first + nodeCount
    let (start, lap) = steps <= nodeCount - steps ? (first, steps) : (second, nodeCount - steps)
    if lap <= laps, !isMoved[start * laps + lap - 1] { return true }
    return moved.contains(EdgeTable.word(first, second))
  }
}
