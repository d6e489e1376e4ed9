internal import GraphStructure

/// Finds every triangle of a graph once.
///
/// Nodes have a rank: by degree, then by index. An edge is looked at from its lower end, so even a
/// node with very many neighbors has few above it. Where neighbors are near each other,
/// ``WordTriangles`` looks at 64 nodes at a time. Elsewhere there are two ways to close a triangle,
/// and the cheaper one by count is taken:
///
/// - *From below*: the upper neighbors of the lowest corner are marked, and those of each of them
///   looked up among the marks. It needs no other order of the nodes, and wins where degrees are
///   much alike.
/// - *From the middle*: the upper neighbors of the middle corner are marked; each lower neighbor
///   has the upper corner, if there is one, behind the middle one in its own row. It needs rows in
///   the order of rank. Hubs are then looked up through short rows of lesser nodes: a third of the
///   work on a graph with heavy hubs.
struct TriangleSearch: Sendable {
  private let arcs: Arcs

  /// Creates a search.
  ///
  /// - Parameter arcs: The neighbors of each node, each once, ascending, without the node itself.
  init(_ arcs: Arcs) { self.arcs = arcs }

  /// Marks that are looked up for one chunk: enough to be worth a thread and an array of counts.
  private static let lookupsPerChunk = 1 << 20

  /// How many look-ups take as long as putting an arc in the order of rank.
  private static let lookupsPerArc = 6

  /// Returns the number of triangles at each node.
  func counts(_ execution: Execution) -> [Int] {
    if let words = WordTriangles(arcs) { return words.counts(execution) }
    let upperCounts = RisingArcs.counts(arcs, execution)
    let (fromBelow, fromMiddle) = lookups(upperCounts)
    guard fromMiddle + Self.lookupsPerArc * arcs.ends.count / 2 < fromBelow else {
      let rising = RisingArcs(arcs, execution)
      return total(rising.workBefore, execution) { range, isMarked, counts in
        rising.count(range, &isMarked, &counts)
      }
    }
    let ranked = RankedArcs(arcs, upperCounts: upperCounts, execution)
    let byRank = total(ranked.workBefore, execution) { range, isMarked, counts in
      ranked.count(range, &isMarked, &counts)
    }
    return ranked.rank.map { byRank[Int($0)] }
  }

  /// Returns how many look-ups the two ways take.
  private func lookups(_ upperCounts: [UInt32]) -> (fromBelow: Int, fromMiddle: Int) {
    var (fromBelow, fromMiddle) = (0, 0)
    for (node, count) in upperCounts.enumerated() {
      let upper = Int(count)
      fromBelow += (arcs.degree(of: node) - upper) * upper
      fromMiddle += upper * (upper - 1) / 2
    }
    return (fromBelow, fromMiddle)
  }

  /// Adds up the counts of chunks of nodes; they are whole, so no order of adding matters.
  ///
  /// - Parameters:
  ///   - workBefore: How many look-ups the nodes before each one take, and last all of them: nodes
  ///     are cut into chunks of nearly equal work.
  ///   - execution: How the work is carried out.
  ///   - count: Counts for some nodes.
  /// - Returns: The count of each node.
  private func total(
    _ workBefore: [Int], _ execution: Execution,
    count: @Sendable (Range<Int>, inout [UInt8], inout [Int]) -> Void
  ) -> [Int] {
    let nodeCount = arcs.nodeCount
    let chunkCount = min(64, workBefore[nodeCount] / Self.lookupsPerChunk + 1)
    let bounds = RisingArcs.bounds(of: chunkCount, workBefore)
    return execution.reduceChunks(
      of: chunkCount, chunkSize: 1, into: [Int](repeating: 0, count: nodeCount),
      makeScratch: { [UInt8](repeating: 0, count: nodeCount) },
      work: { chunk, isMarked in
        var counts = [Int](repeating: 0, count: nodeCount)
        count(bounds[chunk.lowerBound]..<bounds[chunk.upperBound], &isMarked, &counts)
        return counts
      },
      merge: { total, counts in
        var total = total.mutableSpan
        let counts = counts.span
        for node in counts.indices { total[node] += counts[node] }
      })
  }
}

extension RisingArcs {
  /// Counts triangles at their corners, those whose lowest corner is in a range.
  ///
  /// - Parameters:
  ///   - range: Nodes.
  ///   - isMarked: A mark a node, none set; so it is left.
  ///   - counts: A count a node, which is added to.
  func count(_ range: Range<Int>, _ isMarked: inout [UInt8], _ counts: inout [Int]) {
    let offsets = offsets.span
    let ends = ends.span
    var isMarked = isMarked.mutableSpan
    var counts = counts.mutableSpan
    for node in range {
      let row = offsets[node]..<offsets[node + 1]
      guard row.count > 1 else { continue }
      for arc in row { isMarked[Int(ends[arc])] = 1 }
      var found = 0
      for arc in row {
        let middle = Int(ends[arc])
        var foundHere = 0
        for onward in offsets[middle]..<offsets[middle + 1] {
          let upper = Int(ends[onward])
          let hit = Int(isMarked[upper])
          foundHere += hit
          counts[upper] += hit
        }
        counts[middle] += foundHere
        found += foundHere
      }
      counts[node] += found
      for arc in row { isMarked[Int(ends[arc])] = 0 }
    }
  }
}
