public import GraphStructure

extension Graph {
  /// Returns the truss number of every arc of ``outgoing``: how deep in triangles its edge lies.
  ///
  /// > *t*(*e*) = the greatest *k* for which *e* lies in the *k*-truss
  ///
  /// where the *k*-truss is the largest set of edges each of which is in at least *k* − 2 triangles
  /// within the set. An edge in no triangle has 2; the edges of a clique of *k* nodes have at least
  /// *k*. Unlike a *k*-core, a truss asks that tied nodes know others in common. Directions do not
  /// matter: arcs between the same two nodes have the same number. A self loop has 0.
  ///
  /// - Parameter execution: Progress and cancellation, after which the numbers mean nothing.
  /// - Returns: A number for each arc.
  /// - Complexity: O(*m* · √*m*) time, O(*n* + *m*) space.
  /// - SeeAlso: J. Cohen. Trusses: cohesive subgraphs for social network analysis. National Security
  ///   Agency, 2008; J. Wang, J. Cheng. Truss decomposition in massive networks. PVLDB 5, 2012.
  public func trussNumbers(execution: Execution = .standard) -> [Int] {
    let arcs = neighborArcs()
    var peeling = TrussPeeling(arcs, execution)
    let numbers = peeling.numbers(execution)
    return nodes.flatMap { node in
      outgoing.arcs(of: node).map { arc in
        let end = Int(outgoing.ends[arc])
        return end == node ? 0 : numbers[arcs.position(from: node, to: end)]
      }
    }
  }
}

/// Takes away the edges with the fewest triangles again and again.
///
/// Rows hold the edges that are left, and now and then lose those that are gone: what is deep in the
/// graph is searched through rows that hold little else.
private struct TrussPeeling {
  /// The edge of each arc that was given.
  private let edges: [UInt32]
  private let offsets: [Int]
  /// How many arcs each row still holds, and how many of them are gone.
  private var lengths: [Int]
  private var goneCounts: [Int]
  private var rowEnds: [UInt32]
  private var rowEdges: [UInt32]
  /// The two nodes of each edge.
  private var ends: [(low: UInt32, high: UInt32)] = []
  private var isGone: [Bool]
  /// How many triangles each edge is in, among those that are left.
  private var triangles: [UInt32]
  /// The other two edges of each triangle of the present edge.
  private var found: [(first: Int, second: Int)] = []

  /// Edges between two reports of progress.
  private static let edgesPerReport = 1 << 14

  init(_ arcs: Arcs, _ execution: Execution) {
    var edges = [UInt32](repeating: 0, count: arcs.ends.count)
    ends.reserveCapacity(edges.count / 2)
    // Arcs back stand first in their rows, in the order in which the lower nodes come.
    var nextBack = arcs.offsets
    for node in 0..<arcs.nodeCount {
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] where Int(arcs.ends[arc]) > node {
        let end = Int(arcs.ends[arc])
        let edge = UInt32(truncatingIfNeeded: ends.count)
        edges[arc] = edge
        edges[nextBack[end]] = edge
        nextBack[end] += 1
        ends.append((UInt32(truncatingIfNeeded: node), arcs.ends[arc]))
      }
    }
    self.edges = edges
    offsets = arcs.offsets
    lengths = (0..<arcs.nodeCount).map { arcs.degree(of: $0) }
    goneCounts = [Int](repeating: 0, count: arcs.nodeCount)
    (rowEnds, rowEdges) = (arcs.ends, edges)
    isGone = [Bool](repeating: false, count: ends.count)
    triangles = Self.triangleCounts(arcs, edges, edgeCount: ends.count, execution)
  }

  /// Returns in how many triangles each edge is; each triangle is found once, from its lowest node.
  private static func triangleCounts(
    _ arcs: Arcs, _ edges: [UInt32], edgeCount: Int, _ execution: Execution
  ) -> [UInt32] {
    var arcs = arcs
    arcs.values = edges.map(Double.init)
    let rising = RisingArcs(arcs, execution)
    let ids = (rising.values ?? []).map { UInt32($0) }
    var counts = [UInt32](repeating: 0, count: edgeCount)
    // One more than the edge to each neighbor above the present node; 0 for all others.
    var marks = [UInt32](repeating: 0, count: arcs.nodeCount)
    let (offsets, ends, edge) = (rising.offsets.span, rising.ends.span, ids.span)
    var mark = marks.mutableSpan
    var count = counts.mutableSpan
    for node in mark.indices {
      let row = offsets[node]..<offsets[node + 1]
      guard row.count > 1 else { continue }
      for arc in row { mark[Int(ends[arc])] = edge[arc] + 1 }
      for arc in row {
        let middle = Int(ends[arc])
        var here: UInt32 = 0
        for onward in offsets[middle]..<offsets[middle + 1] {
          let third = mark[Int(ends[onward])]
          guard third > 0 else { continue }
          here += 1
          count[Int(edge[onward])] += 1
          count[Int(third - 1)] += 1
        }
        count[Int(edge[arc])] += here
      }
      for arc in row { mark[Int(ends[arc])] = 0 }
    }
    return counts
  }

  /// Returns the truss number of each arc.
  ///
  /// At every level those go that are in so few triangles, and whoever comes down to as few meanwhile.
  mutating func numbers(_ execution: Execution) -> [Int] {
    var levels = [UInt32](repeating: 0, count: ends.count)
    var left = (0..<ends.count).map { UInt32(truncatingIfNeeded: $0) }
    var level: UInt32 = 0
    var takenCount = 0
    while !left.isEmpty {
      level = left.reduce(.max) { min($0, triangles[Int($1)]) }
      var queue = left.filter { triangles[Int($0)] <= level }
      while let edge = queue.popLast() {
        if takenCount % Self.edgesPerReport == 0 {
          guard !execution.isCancelled() else { return edges.map { Int(levels[Int($0)]) + 2 } }
          execution.onProgress?(Double(takenCount) / Double(ends.count))
        }
        takenCount += 1
        levels[Int(edge)] = level
        takeAway(Int(edge))
        for triangle in found {
          for other in [triangle.first, triangle.second] {
            triangles[other] -= 1
            if triangles[other] == level { queue.append(UInt32(truncatingIfNeeded: other)) }
          }
        }
      }
      left.removeAll { isGone[Int($0)] }
    }
    return edges.map { Int(levels[Int($0)]) + 2 }
  }

  /// Takes an edge away and finds the triangles that it was in.
  private mutating func takeAway(_ edge: Int) {
    found.removeAll(keepingCapacity: true)
    isGone[edge] = true
    var (one, other) = (Int(ends[edge].low), Int(ends[edge].high))
    for node in [one, other] {
      goneCounts[node] += 1
      if goneCounts[node] * 4 > lengths[node] { compact(node) }
    }
    guard triangles[edge] > 0 else { return }
    if lengths[one] > lengths[other] { swap(&one, &other) }
    let rows = (
      offsets[one]..<(offsets[one] + lengths[one]),
      offsets[other]..<(offsets[other] + lengths[other])
    )
    let limit = Int(triangles[edge])
    // A hub's long row is not walked for the few neighbors of another: each is looked up.
    if rows.1.count > Self.searchFactor * rows.0.count {
      Self.lookUp(rows.0, in: rows.1, rowEnds, rowEdges, isGone, atMost: limit, into: &found)
    } else {
      Self.walk(rows.0, rows.1, rowEnds, rowEdges, isGone, atMost: limit, into: &found)
    }
  }

  /// How many times longer a row must be to be searched, not walked.
  private static let searchFactor = 16

  /// Drops from a row what is gone.
  private mutating func compact(_ node: Int) {
    let start = offsets[node]
    var kept = start
    for arc in start..<(start + lengths[node]) where !isGone[Int(rowEdges[arc])] {
      (rowEnds[kept], rowEdges[kept]) = (rowEnds[arc], rowEdges[arc])
      kept += 1
    }
    (lengths[node], goneCounts[node]) = (kept - start, 0)
  }

  /// Finds common ends by walking along both rows.
  private static func walk(
    _ one: Range<Int>, _ other: Range<Int>, _ ends: [UInt32], _ edges: [UInt32],
    _ isGone: [Bool], atMost limit: Int, into found: inout [(first: Int, second: Int)]
  ) {
    let (ends, edges, isGone) = (ends.span, edges.span, isGone.span)
    var (left, right) = (one.lowerBound, other.lowerBound)
    while left < one.upperBound, right < other.upperBound {
      let (near, far) = (ends[left], ends[right])
      if near == far {
        let (first, second) = (Int(edges[left]), Int(edges[right]))
        if !isGone[first], !isGone[second] {
          found.append((first, second))
          if found.count == limit { return }
        }
      }
      left += near <= far ? 1 : 0
      right += far <= near ? 1 : 0
    }
  }

  /// Finds common ends by looking up those of one row in another.
  private static func lookUp(
    _ one: Range<Int>, in other: Range<Int>, _ ends: [UInt32], _ edges: [UInt32],
    _ isGone: [Bool], atMost limit: Int, into found: inout [(first: Int, second: Int)]
  ) {
    let (ends, edges, isGone) = (ends.span, edges.span, isGone.span)
    var start = other.lowerBound
    for arc in one where !isGone[Int(edges[arc])] {
      let wanted = ends[arc]
      var (low, high) = (start, other.upperBound)
      while low < high {
        let middle = low + (high - low) / 2
        if ends[middle] < wanted { low = middle + 1 } else { high = middle }
      }
      start = low
      guard low < other.upperBound, ends[low] == wanted, !isGone[Int(edges[low])] else { continue }
      found.append((Int(edges[arc]), Int(edges[low])))
      if found.count == limit { return }
    }
  }
}
