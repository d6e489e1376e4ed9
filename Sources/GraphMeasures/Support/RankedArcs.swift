internal import GraphStructure

/// The arcs that lead to a node of higher rank, between nodes that are numbered by rank.
struct RankedArcs: Sendable {
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

  /// Numbers nodes by rank.
  ///
  /// - Parameters:
  ///   - arcs: The arcs of a simple undirected graph: of every edge both.
  ///   - upperCounts: How many neighbors of higher rank each node has.
  ///   - execution: How many threads work at once.
  init(_ arcs: Arcs, upperCounts: [UInt32], _ execution: Execution) {
    let order: [UInt32]
    (order, rank) = Self.ranks(arcs)
    let count = arcs.nodeCount
    var offsets = [Int](repeating: 0, count: count + 1)
    var lowerOffsets = offsets
    for place in 0..<count {
      let node = Int(order[place])
      let upper = Int(upperCounts[node])
      offsets[place + 1] = offsets[place] + upper
      lowerOffsets[place + 1] = lowerOffsets[place] + arcs.degree(of: node) - upper
    }
    let columns = RankedColumns(
      arcs, order: order, rank: rank, offsets: offsets, lowerOffsets: lowerOffsets, execution)
    self.offsets = offsets
    self.lowerOffsets = lowerOffsets
    ends = columns.ends
    lowerEnds = columns.lowerEnds
    lowerArcs = columns.lowerArcs
    workBefore = columns.workBefore
  }

  /// Returns the nodes in order of rank, and the rank of each, by counting degrees.
  private static func ranks(_ arcs: Arcs) -> (order: [UInt32], rank: [UInt32]) {
    let count = arcs.nodeCount
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
    return (order, rank)
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

/// The columns of ranked arcs while they are filled.
///
/// Nodes are taken in order of rank, and each put behind the others in the rows of those below. So
/// that several threads can, each counts first what it will put into every row.
private struct RankedColumns {
  private(set) var ends: [UInt32] = []
  private(set) var lowerEnds: [UInt32] = []
  private(set) var lowerArcs: [Int] = []
  private(set) var workBefore: [Int] = []

  init(
    _ arcs: Arcs, order: [UInt32], rank: [UInt32], offsets: [Int], lowerOffsets: [Int],
    _ execution: Execution
  ) {
    let count = arcs.nodeCount
    let edgeCount = arcs.ends.count / 2
    // The counts of all parts take no more memory than the arcs.
    let parts = max(1, min(execution.threads, edgeCount / (count + 4096)))
    // In halves of the parts: counting leaves out the last part, so of two threads one would wait.
    let halves = RisingArcs.bounds(of: 2 * parts, zip(offsets, lowerOffsets).map { $0 + $1 })
    var starts = [[Int]](repeating: offsets, count: 1)
    if parts > 1 {
      let counts = execution.unstoppable.map(
        2 * (parts - 1), chunkSize: 1, makeScratch: {}
      ) { half, _ in
        Self.rowCounts(arcs, order, rank, halves[half]..<halves[half + 1])
      }
      for part in 0..<(parts - 1) {
        let (former, one, other) = (starts[part], counts[2 * part], counts[2 * part + 1])
        starts.append((0..<count).map { former[$0] + one[$0] + other[$0] })
      }
    }
    workBefore = [Int](filling: count + 1) { [starts] work in
      ends = [UInt32](filling: edgeCount) { ends in
        lowerEnds = [UInt32](filling: edgeCount) { lowerEnds in
          lowerArcs = [Int](filling: edgeCount) { lowerArcs in
            execution.forEachPart(of: parts) { part in
              var next = starts[part]
              unsafe Self.fill(
                arcs, order, rank, halves[2 * part]..<halves[2 * part + 2], offsets: offsets,
                lowerOffsets: lowerOffsets, next: &next, ends.base, lowerEnds.base, lowerArcs.base,
                work.base)
            }
          }
        }
      }
      work[0] = 0
      for place in 0..<count { work[place + 1] += work[place] }
    }
  }

  /// Returns how many places of a range go to the row of each rank.
  private static func rowCounts(
    _ arcs: Arcs, _ order: [UInt32], _ rank: [UInt32], _ places: Range<Int>
  ) -> [Int] {
    let (offsets, ends) = (arcs.offsets.span, arcs.ends.span)
    let (order, rank) = (order.span, rank.span)
    var counts = [Int](repeating: 0, count: rank.count)
    var count = counts.mutableSpan
    for place in places {
      let node = Int(order[place])
      for arc in offsets[node]..<offsets[node + 1] {
        let lower = Int(rank[Int(ends[arc])])
        if lower < place { count[lower] += 1 }
      }
    }
    return counts
  }

  /// Puts some places into the rows of those below; the work of each goes behind it.
  @unsafe
  private static func fill(
    _ arcs: Arcs, _ order: [UInt32], _ rank: [UInt32], _ places: Range<Int>, offsets: [Int],
    lowerOffsets: [Int], next: inout [Int], _ ends: UnsafeMutablePointer<UInt32>?,
    _ lowerEnds: UnsafeMutablePointer<UInt32>?, _ lowerArcs: UnsafeMutablePointer<Int>?,
    _ work: UnsafeMutablePointer<Int>?
  ) {
    guard let ends = unsafe ends, let lowerEnds = unsafe lowerEnds,
      let lowerArcs = unsafe lowerArcs, let work = unsafe work
    else { return }
    let (allOffsets, allEnds) = (arcs.offsets.span, arcs.ends.span)
    let (order, rank, offsets) = (order.span, rank.span, offsets.span)
    var next = next.mutableSpan
    for place in places {
      let node = Int(order[place])
      var tail = lowerOffsets[place]
      var lookups = 0
      for arc in allOffsets[node]..<allOffsets[node + 1] {
        let lower = Int(rank[Int(allEnds[arc])])
        guard lower < place else { continue }
        let position = next[lower]
        next[lower] = position + 1
        unsafe ends[position] = UInt32(truncatingIfNeeded: place)
        unsafe lowerEnds[tail] = UInt32(truncatingIfNeeded: lower)
        unsafe lowerArcs[tail] = position
        tail += 1
        lookups += offsets[lower + 1] - position - 1
      }
      unsafe work[place + 1] = lookups
    }
  }
}
