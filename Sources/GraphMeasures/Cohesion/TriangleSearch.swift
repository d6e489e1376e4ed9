internal import GraphStructure

/// Finds every triangle of a graph once.
///
/// Nodes have a rank: by degree, then by index. An edge is looked at from its lower end, so even a
/// node with very many neighbors has few above it. There are two ways to close a triangle, and the
/// cheaper one by count is taken:
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
    let rising = RisingArcs(arcs)
    let fromBelow = rising.workBefore[arcs.nodeCount]
    let fromMiddle = rising.lookupsFromMiddle
    guard fromMiddle + Self.lookupsPerArc * rising.ends.count < fromBelow else {
      return total(rising.workBefore, execution) { range, isMarked, counts in
        rising.count(range, &isMarked, &counts)
      }
    }
    let ranked = RankedArcs(arcs, upperCounts: rising.degrees)
    let byRank = total(ranked.workBefore, execution) { range, isMarked, counts in
      ranked.count(range, &isMarked, &counts)
    }
    return ranked.rank.map { byRank[Int($0)] }
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
  /// How many arcs of each node rise.
  var degrees: [UInt32] {
    (0..<(offsets.count - 1)).map {
      UInt32(truncatingIfNeeded: offsets[$0 + 1] - offsets[$0])
    }
  }

  var lookupsFromMiddle: Int {
    let offsets = offsets.span
    var sum = 0
    for node in 0..<(offsets.count - 1) {
      let degree = offsets[node + 1] - offsets[node]
      sum += degree * (degree - 1) / 2
    }
    return sum
  }

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

/// The arcs that lead to a node of higher rank, between nodes that are numbered by rank.
private struct RankedArcs: Sendable {
  /// The rank of each node of the graph.
  let rank: [UInt32]

  /// Where the upper neighbors of each rank begin.
  private let offsets: [Int]

  /// The upper neighbors, ascending.
  private let ends: [UInt32]

  /// Where the lower neighbors of each rank begin.
  private let lowerOffsets: [Int]

  /// The lower neighbors.
  private let lowerEnds: [UInt32]

  /// Where each lower neighbor has the arc that leads up from it.
  private let lowerArcs: [Int]

  /// How many look-ups from the middle the ranks before each one take.
  let workBefore: [Int]

  init(_ arcs: Arcs, upperCounts: [UInt32]) {
    let count = arcs.nodeCount
    let edgeCount = arcs.ends.count / 2
    // Nodes in order of rank, by counting degrees.
    let greatest = (0..<count).reduce(0) { max($0, arcs.degree(of: $1)) }
    var starts = [Int](repeating: 0, count: greatest + 2)
    for node in 0..<count { starts[arcs.degree(of: node) + 1] += 1 }
    for degree in 1..<starts.count { starts[degree] += starts[degree - 1] }
    var order = [UInt32](repeating: 0, count: count)
    var rank = order
    for node in 0..<count {
      let place = starts[arcs.degree(of: node)]
      starts[arcs.degree(of: node)] = place + 1
      order[place] = UInt32(truncatingIfNeeded: node)
      rank[node] = UInt32(truncatingIfNeeded: place)
    }
    self.rank = rank
    var offsets = [Int](repeating: 0, count: count + 1)
    for place in 0..<count {
      offsets[place + 1] = offsets[place] + Int(upperCounts[Int(order[place])])
    }
    self.offsets = offsets
    // Nodes are taken in order of rank, and each put behind the others in the rows of those below.
    var next = offsets
    var ends = [UInt32](repeating: 0, count: edgeCount)
    var lowerOffsets = [Int](repeating: 0, count: count + 1)
    var lowerEnds = ends
    var lowerArcs = [Int](repeating: 0, count: edgeCount)
    var workBefore = lowerOffsets
    Self.scatter(
      arcs, order: order.span, rank: rank.span, offsets: offsets.span, next: &next, ends: &ends,
      lowerOffsets: &lowerOffsets, lowerEnds: &lowerEnds, lowerArcs: &lowerArcs,
      workBefore: &workBefore)
    self.ends = ends
    self.lowerOffsets = lowerOffsets
    self.lowerEnds = lowerEnds
    self.lowerArcs = lowerArcs
    self.workBefore = workBefore
  }

  private static func scatter(
    _ arcs: Arcs, order: Span<UInt32>, rank: Span<UInt32>, offsets: Span<Int>,
    next: inout [Int], ends: inout [UInt32], lowerOffsets: inout [Int],
    lowerEnds: inout [UInt32], lowerArcs: inout [Int], workBefore: inout [Int]
  ) {
    let allOffsets = arcs.offsets.span
    let allEnds = arcs.ends.span
    var next = next.mutableSpan
    var ends = ends.mutableSpan
    var lowerOffsets = lowerOffsets.mutableSpan
    var lowerEnds = lowerEnds.mutableSpan
    var lowerArcs = lowerArcs.mutableSpan
    var workBefore = workBefore.mutableSpan
    var tail = 0
    var work = 0
    for place in order.indices {
      let node = Int(order[place])
      for arc in allOffsets[node]..<allOffsets[node + 1] {
        let lower = Int(rank[Int(allEnds[arc])])
        guard lower < place else { continue }
        let position = next[lower]
        next[lower] = position + 1
        ends[position] = UInt32(truncatingIfNeeded: place)
        lowerEnds[tail] = UInt32(truncatingIfNeeded: lower)
        lowerArcs[tail] = position
        tail += 1
        work += offsets[lower + 1] - position - 1
      }
      lowerOffsets[place + 1] = tail
      workBefore[place + 1] = work
    }
  }

  /// Counts triangles at their corners, those whose middle corner is in a range.
  ///
  /// - Parameters:
  ///   - range: Ranks.
  ///   - isMarked: A mark a rank, none set; so it is left.
  ///   - counts: A count a rank, which is added to.
  func count(_ range: Range<Int>, _ isMarked: inout [UInt8], _ counts: inout [Int]) {
    let offsets = offsets.span
    let ends = ends.span
    let lowerOffsets = lowerOffsets.span
    let lowerEnds = lowerEnds.span
    let lowerArcs = lowerArcs.span
    var isMarked = isMarked.mutableSpan
    var counts = counts.mutableSpan
    for middle in range {
      let row = offsets[middle]..<offsets[middle + 1]
      guard !row.isEmpty else { continue }
      for arc in row { isMarked[Int(ends[arc])] = 1 }
      var found = 0
      for entry in lowerOffsets[middle]..<lowerOffsets[middle + 1] {
        let lower = Int(lowerEnds[entry])
        var foundHere = 0
        for onward in (lowerArcs[entry] + 1)..<offsets[lower + 1] {
          let upper = Int(ends[onward])
          let hit = Int(isMarked[upper])
          foundHere += hit
          counts[upper] += hit
        }
        counts[lower] += foundHere
        found += foundHere
      }
      counts[middle] += found
      for arc in row { isMarked[Int(ends[arc])] = 0 }
    }
  }
}
