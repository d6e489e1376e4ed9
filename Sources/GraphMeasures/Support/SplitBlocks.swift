/// An undirected graph cut at its articulation nodes, so that each block stands by itself.
///
/// No path leaves a block and comes back, so a block can be searched alone if each of its nodes
/// stands for all that lie behind it. What lies between blocks is a matter of counting; so are
/// bridges, hence all trees.
///
/// - SeeAlso: A. E. Sarıyüce, K. Kaya, E. Saule, Ü. V. Çatalyürek. Graph manipulations for fast
///   centrality computation. ACM Transactions on Knowledge Discovery from Data 11, 2017.
struct SplitBlocks: Sendable {
  /// The arcs of all blocks but bridges, with their values.
  ///
  /// A node that is in several of them has as many copies, one that is in none has none.
  let arcs: Arcs

  /// The node of each copy.
  let nodes: [UInt32]

  /// How many nodes each copy stands for: itself and those that it parts from the block.
  let weights: [Double]

  /// For each node the ordered pairs of others that it parts.
  let scores: [Double]

  /// Each bridge and the ordered pairs of nodes that it joins.
  let bridges: [(source: Int, target: Int, pairs: Double)]

  /// Cuts a graph.
  ///
  /// - Parameter arcs: The arcs, both ways, without self loops and parallel arcs.
  init(_ arcs: Arcs) {
    let blocks = Blocks(arcs, isDirected: false)
    scores = Self.pairsParted(blocks)
    var bridges: [(Int, Int, Double)] = []
    // The copy at the beginning of each arc, −1 on bridges.
    var copies = [Int](repeating: -1, count: arcs.ends.count)
    var nodes: [UInt32] = []
    var weights: [Double] = []
    var lastCopies = [Int](repeating: -1, count: blocks.edgeCounts.count)
    for node in 0..<arcs.nodeCount {
      let row = arcs.offsets[node]..<arcs.offsets[node + 1]
      for arc in row {
        let block = blocks.labels[arc]
        guard blocks.edgeCounts[block] > 1 else {
          if blocks.edges[arc] == arc {
            let size = Double(blocks.branchSizes[block])
            let pairs = 2 * size * (Double(blocks.componentSizes[node]) - size)
            bridges.append((node, Int(arcs.ends[arc]), pairs))
          }
          continue
        }
        let last = lastCopies[block]
        if last < 0 || nodes[last] != node {
          lastCopies[block] = nodes.count
          nodes.append(UInt32(truncatingIfNeeded: node))
          let behind =
            blocks.tops[block] == node
            ? blocks.componentSizes[node] - blocks.branchSizes[block]
            : 1 + blocks.hangingCounts[node]
          weights.append(Double(behind))
        }
        copies[arc] = lastCopies[block]
      }
    }
    self.arcs = Self.arcs(arcs, between: copies, blocks.edges, copyCount: nodes.count)
    self.nodes = nodes
    self.weights = weights
    self.bridges = bridges
  }

  /// Returns the arcs between copies.
  ///
  /// - Parameters:
  ///   - arcs: The arcs between nodes.
  ///   - copies: The copy at the beginning of each arc, −1 for an arc that is left out.
  ///   - edges: The first arc of the edge of each arc.
  ///   - copyCount: The number of copies.
  /// - Returns: The arcs, in each row in the order of those between nodes.
  private static func arcs(
    _ arcs: Arcs, between copies: [Int], _ edges: [Int], copyCount: Int
  ) -> Arcs {
    // The copy at the beginning of the second arc of each edge.
    var secondCopies = copies
    var offsets = [Int](repeating: 0, count: copyCount + 1)
    for arc in copies.indices where copies[arc] >= 0 {
      offsets[copies[arc] + 1] += 1
      if edges[arc] != arc { secondCopies[edges[arc]] = copies[arc] }
    }
    for copy in 0..<copyCount { offsets[copy + 1] += offsets[copy] }
    var next = offsets
    var ends = [UInt32](repeating: 0, count: offsets[copyCount])
    var values = arcs.values.map { _ in [Double](repeating: 0, count: ends.count) }
    for arc in copies.indices where copies[arc] >= 0 {
      let position = next[copies[arc]]
      next[copies[arc]] += 1
      let end = edges[arc] == arc ? secondCopies[arc] : copies[edges[arc]]
      ends[position] = UInt32(truncatingIfNeeded: end)
      if let value = arcs.values?[arc] { values?[position] = value }
    }
    return Arcs(offsets: offsets, ends: ends, values: values)
  }

  /// Returns for each node the ordered pairs of nodes that it parts: all but those on one side.
  private static func pairsParted(_ blocks: Blocks) -> [Double] {
    var sameSide = blocks.componentSizes.indices.map { node in
      let side = Double(blocks.componentSizes[node] - 1 - blocks.hangingCounts[node])
      return side * side
    }
    for (top, size) in zip(blocks.tops, blocks.branchSizes) {
      sameSide[top] += Double(size) * Double(size)
    }
    return sameSide.indices.map { node in
      let others = Double(blocks.componentSizes[node] - 1)
      return others * others - sameSide[node]
    }
  }
}
