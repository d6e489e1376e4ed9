internal import GraphStructure

/// A graph as springs and bodies: for every node its mass and its neighbors, for every edge how
/// strongly it pulls.
///
/// Edges between the same two nodes pull together, loops do not pull. Each edge stands in the rows
/// of both its ends.
struct SpringGraph: Sendable {
  /// Where each node's neighbors begin; one entry more than nodes.
  private(set) var offsets: [Int32]

  /// The neighbors, ascending in each row.
  private(set) var ends: [Int32]

  /// How strongly the edge to each neighbor pulls.
  private(set) var pulls: [Float]

  /// How many nodes of the whole graph each node stands for.
  private(set) var masses: [Float]

  var nodeCount: Int { masses.count }

  func row(_ node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }

  func degree(_ node: Int) -> Int { Int(offsets[node + 1] - offsets[node]) }

  /// Puts edges into rows.
  ///
  /// - Complexity: O(*n* + *m*).
  init(masses: [Float], edges: [(source: Int32, target: Int32, pull: Float)]) {
    self.masses = masses
    // Counting by the far end and then by the near one leaves every row ascending.
    let arcs = edges.filter { $0.source != $0.target }
      .flatMap { [$0, (source: $0.target, target: $0.source, pull: $0.pull)] }
    let byTarget = Self.sorted(arcs, count: masses.count, by: \.target).arcs
    let (sorted, starts) = Self.sorted(byTarget, count: masses.count, by: \.source)
    offsets = [0]
    offsets.reserveCapacity(masses.count + 1)
    ends = []
    ends.reserveCapacity(sorted.count)
    pulls = []
    pulls.reserveCapacity(sorted.count)
    for node in masses.indices {
      let rowStart = ends.count
      for arc in sorted[Int(starts[node])..<Int(starts[node + 1])] {
        if ends.count > rowStart, ends[ends.count - 1] == arc.target {
          pulls[pulls.count - 1] += arc.pull
        } else {
          ends.append(arc.target)
          pulls.append(arc.pull)
        }
      }
      offsets.append(Int32(ends.count))
    }
  }

  private static func sorted(
    _ arcs: [(source: Int32, target: Int32, pull: Float)], count: Int,
    by key: (((source: Int32, target: Int32, pull: Float)) -> Int32)
  ) -> (arcs: [(source: Int32, target: Int32, pull: Float)], starts: [Int32]) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for arc in arcs { starts[Int(key(arc)) + 1] += 1 }
    for node in 0..<count { starts[node + 1] += starts[node] }
    var next = starts
    var result = arcs
    for arc in arcs {
      let bucket = Int(key(arc))
      result[Int(next[bucket])] = arc
      next[bucket] += 1
    }
    return (result, starts)
  }
}
