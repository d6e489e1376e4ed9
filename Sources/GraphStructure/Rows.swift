/// The arcs of a graph in compressed sparse rows: for every node the ends of its arcs, ascending.
///
/// A kernel hoists the columns once and then runs over plain memory:
///
/// ```swift
/// let offsets = graph.outgoing.offsets.span
/// let ends = graph.outgoing.ends.span
/// for arc in offsets[node]..<offsets[node + 1] { visit(Int(ends[arc])) }
/// ```
public struct Rows: Sendable, Equatable {
  /// Where each node's arcs begin; one entry more than nodes, so the last one counts all arcs.
  public let offsets: [Int]

  /// The node at the far end of each arc: 4 bytes an arc.
  public let ends: [UInt32]

  /// How close each arc ties its ends (more is closer), where known.
  public let strengths: [Double]?

  /// How far each arc holds its ends apart (more is farther), where known.
  public let distances: [Double]?

  /// The number of nodes.
  public var nodeCount: Int { offsets.count - 1 }

  /// The number of arcs.
  public var arcCount: Int { ends.count }

  /// Returns the positions of a node's arcs in the columns.
  ///
  /// - Parameter node: A node, 0..<``nodeCount``.
  /// - Returns: A range of positions in ``ends``, ``strengths`` and ``distances``.
  /// - Complexity: O(1).
  @inlinable
  public func arcs(of node: Int) -> Range<Int> { offsets[node]..<offsets[node + 1] }

  /// Returns the number of a node's arcs.
  ///
  /// - Parameter node: A node, 0..<``nodeCount``.
  /// - Returns: The length of its row.
  /// - Complexity: O(1).
  @inlinable
  public func degree(of node: Int) -> Int { offsets[node + 1] - offsets[node] }
}

extension Rows {
  /// Scatters arcs into rows by their near end; within a row the order of the arcs is kept.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of rows.
  ///   - nearEnds: For each arc, the row it goes to.
  ///   - farEnds: For each arc, the end that is stored.
  ///   - bothWays: Stores every arc in the row of its far end as well (a self loop once).
  ///   - keepsLoops: Whether arcs from a node to itself are stored.
  ///   - strengths: A value an arc.
  ///   - distances: A value an arc.
  init(
    nodeCount: Int, nearEnds: [UInt32], farEnds: [UInt32], bothWays: Bool, keepsLoops: Bool,
    strengths: [Double]?, distances: [Double]?
  ) {
    var offsets = [Int](repeating: 0, count: nodeCount + 1)
    for arc in nearEnds.indices {
      let near = nearEnds[arc]
      let far = farEnds[arc]
      if near == far, !keepsLoops { continue }
      offsets[Int(near) + 1] += 1
      if bothWays, near != far { offsets[Int(far) + 1] += 1 }
    }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }

    // Where each arc goes is worked out once; the columns are then filled one after the other.
    var ends = [UInt32](repeating: 0, count: offsets[nodeCount])
    let carriesValues = strengths != nil || distances != nil
    var origin = [Int](repeating: 0, count: carriesValues ? ends.count : 0)
    var next = offsets
    var placedEnds = ends.mutableSpan
    var placedOrigin = origin.mutableSpan
    Self.scatter(
      nearEnds.span, farEnds.span, bothWays: bothWays, keepsLoops: keepsLoops, next: &next
    ) { position, end, arc in
      placedEnds[position] = end
      if carriesValues { placedOrigin[position] = arc }
    }
    self.init(
      offsets: offsets, ends: ends,
      strengths: strengths.map { values in origin.map { values[$0] } },
      distances: distances.map { values in origin.map { values[$0] } })
  }

  /// Hands out the position of each arc in its row, in the order of the arcs.
  @inline(__always)
  private static func scatter(
    _ nearEnds: Span<UInt32>, _ farEnds: Span<UInt32>, bothWays: Bool, keepsLoops: Bool,
    next: inout [Int], place: (_ position: Int, _ end: UInt32, _ arc: Int) -> Void
  ) {
    var next = next.mutableSpan
    for arc in nearEnds.indices {
      let near = nearEnds[arc]
      let far = farEnds[arc]
      if near == far, !keepsLoops { continue }
      let position = next[Int(near)]
      next[Int(near)] = position + 1
      place(position, far, arc)
      if bothWays, near != far {
        let position = next[Int(far)]
        next[Int(far)] = position + 1
        place(position, near, arc)
      }
    }
  }

  /// Returns the rows of the reversed arcs, each row ascending whatever the order before.
  ///
  /// Walking the rows in order and appending each to the row of its end sorts for the price of one
  /// pass; transposing twice sorts rows without any comparison.
  ///
  /// - Returns: The transposed rows; arcs between the same two nodes keep their order.
  /// - Complexity: O(*n* + *m*).
  func transposed() -> Rows {
    let rowOffsets = self.offsets.span
    let ends = self.ends.span
    var offsets = [Int](repeating: 0, count: nodeCount + 1)
    for arc in ends.indices { offsets[Int(ends[arc]) + 1] += 1 }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }

    let carriesValues = strengths != nil || distances != nil
    var reversedEnds = [UInt32](repeating: 0, count: ends.count)
    var origin = [Int](repeating: 0, count: carriesValues ? ends.count : 0)
    var nextPositions = offsets
    // Spans are hoisted: checking at every write who owns an array took a fifth of the time to
    // load 15.7 million edges.
    var next = nextPositions.mutableSpan
    var placedEnds = reversedEnds.mutableSpan
    var placedOrigin = origin.mutableSpan
    for node in 0..<nodeCount {
      for arc in rowOffsets[node]..<rowOffsets[node + 1] {
        let end = Int(ends[arc])
        let position = next[end]
        next[end] = position + 1
        placedEnds[position] = UInt32(truncatingIfNeeded: node)
        if carriesValues { placedOrigin[position] = arc }
      }
    }
    return Rows(
      offsets: offsets, ends: reversedEnds,
      strengths: strengths.map { values in origin.map { values[$0] } },
      distances: distances.map { values in origin.map { values[$0] } })
  }

  /// Returns the rows with arcs between the same two nodes made one: strengths are added, of the
  /// distances the least is kept.
  ///
  /// - Precondition: Every row is ascending.
  /// - Returns: Strictly ascending rows, or `self` where they are so already.
  /// - Complexity: O(*n* + *m*).
  func merged() -> Rows {
    guard hasParallelArcs else { return self }
    var newOffsets = [0]
    newOffsets.reserveCapacity(offsets.count)
    var newEnds: [UInt32] = []
    newEnds.reserveCapacity(ends.count)
    var newStrengths: [Double] = []
    var newDistances: [Double] = []
    for node in 0..<nodeCount {
      let rowStart = newEnds.count
      for arc in arcs(of: node) {
        if newEnds.count > rowStart, newEnds[newEnds.count - 1] == ends[arc] {
          let last = newEnds.count - 1
          if let strengths { newStrengths[last] += strengths[arc] }
          if let distances { newDistances[last] = min(newDistances[last], distances[arc]) }
        } else {
          newEnds.append(ends[arc])
          if let strengths { newStrengths.append(strengths[arc]) }
          if let distances { newDistances.append(distances[arc]) }
        }
      }
      newOffsets.append(newEnds.count)
    }
    return Rows(
      offsets: newOffsets, ends: newEnds, strengths: strengths == nil ? nil : newStrengths,
      distances: distances == nil ? nil : newDistances)
  }

  /// Whether some row holds an end twice; rows must be ascending.
  var hasParallelArcs: Bool { firstParallelArc != nil }

  /// The first node and end that a row holds twice; rows must be ascending.
  var firstParallelArc: (node: Int, end: Int)? {
    for node in 0..<nodeCount {
      var previous: UInt32?
      for arc in arcs(of: node) {
        if ends[arc] == previous { return (node, Int(ends[arc])) }
        previous = ends[arc]
      }
    }
    return nil
  }
}
