public import GraphStructure

extension BlockModel {
  /// Draws a graph of this model without looking at every pair.
  ///
  /// Graphs are as likely as those of ``edges(using:)``, but other numbers are drawn, so one seed
  /// gives another graph. Nodes are taken by falling activity; from one tie of a node to the next
  /// is a skip whose length follows the chance at its start, and a tie found there stays as often as
  /// the lower chance there wants.
  ///
  /// - Parameter generator: Where the random numbers come from.
  /// - Returns: A simple undirected graph.
  /// - Throws: ``ModelError`` where there are more nodes than 32 bits can number.
  /// - Complexity: O(*n* log *n* + *m*) on average; log *n* is for sorting by activity.
  /// - SeeAlso: J. C. Miller, A. Hagberg. Efficient generation of networks with given expected
  ///   degrees. WAW 2011.
  public func graph(using generator: inout SplitMix64) throws(ModelError) -> Graph {
    try ModelError.check("nodes", blocks.count, 0...ModelError.mostNodes)
    let order = blocks.indices.sorted {
      (blocks[$0], activity[$1], $0) < (blocks[$1], activity[$0], $1)
    }
    var members: [[Int]] = []
    for node in order {
      if let last = members.last?.last, blocks[last] == blocks[node] {
        members[members.count - 1].append(node)
      } else {
        members.append([node])
      }
    }
    var drawing = BlockDrawing(activity: activity)
    for block in members { drawing.tieWithin(block, inside, using: &generator) }
    if !members.isEmpty { _ = drawing.tieAcross(members[...], between, using: &generator) }
    return try drawing.edges.graph(nodeCount: blocks.count)
  }
}

/// Edges drawn among nodes in the order of falling activity.
private struct BlockDrawing {
  let activity: [Double]
  var edges = EdgeColumns()
  private var skips = GeometricSkips(probability: 1)

  init(activity: [Double]) {
    self.activity = activity
  }

  mutating func tieWithin(_ nodes: [Int], _ chance: Double, using generator: inout SplitMix64) {
    for place in nodes.indices {
      tie(nodes[place], to: nodes[(place + 1)...], chance, using: &generator)
    }
  }

  /// Ties nodes of different blocks.
  ///
  /// Those of one half of the blocks are tied to those of the other, and then each half within, so
  /// that no pair of one block is looked at.
  ///
  /// - Returns: The nodes of all these blocks, by falling activity.
  mutating func tieAcross(
    _ blocks: ArraySlice<[Int]>, _ chance: Double, using generator: inout SplitMix64
  ) -> [Int] {
    guard blocks.count > 1 else { return blocks.first ?? [] }
    let middle = blocks.startIndex + blocks.count / 2
    let left = tieAcross(blocks[..<middle], chance, using: &generator)
    let right = tieAcross(blocks[middle...], chance, using: &generator)
    for node in left { tie(node, to: right[...], chance, using: &generator) }
    return merged(left, right)
  }

  private mutating func tie(
    _ node: Int, to others: ArraySlice<Int>, _ chance: Double, using generator: inout SplitMix64
  ) {
    let factor = activity[node] * chance
    var place = others.startIndex
    guard place < others.endIndex else { return }
    var bound = min(1, factor * activity[others[place]])
    while place < others.endIndex, bound > 0 {
      if bound < 1 {
        if skips.probability != bound { skips = GeometricSkips(probability: bound) }
        guard let skip = skips.next(of: others.endIndex - place, using: &generator) else { return }
        place += skip
      }
      let wanted = min(1, factor * activity[others[place]])
      if wanted == bound || generator.nextUnit() * bound < wanted {
        edges.append(node, others[place])
      }
      bound = wanted
      place += 1
    }
  }

  private func merged(_ left: [Int], _ right: [Int]) -> [Int] {
    var all: [Int] = []
    all.reserveCapacity(left.count + right.count)
    var (i, j) = (0, 0)
    while i < left.count || j < right.count {
      let takesLeft =
        j == right.count || (i < left.count && activity[left[i]] >= activity[right[j]])
      all.append(takesLeft ? left[i] : right[j])
      if takesLeft { i += 1 } else { j += 1 }
    }
    return all
  }
}
