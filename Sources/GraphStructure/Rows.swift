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
  public let offsets: Column<Int>

  /// The node at the far end of each arc: 4 bytes an arc.
  public let ends: Column<UInt32>

  /// How close each arc ties its ends (more is closer), where known.
  public let strengths: Column<Double>?

  /// How far each arc holds its ends apart (more is farther), where known.
  public let distances: Column<Double>?

  /// Creates rows of finished columns, held or mapped.
  ///
  /// - Parameters:
  ///   - offsets: Where each node's arcs begin, ascending from 0, and last the number of arcs.
  ///   - ends: The node at the far end of each arc, ascending within a row.
  ///   - strengths: One an arc, where known.
  ///   - distances: One an arc, where known.
  package init(
    offsets: Column<Int>, ends: Column<UInt32>, strengths: Column<Double>?,
    distances: Column<Double>?
  ) {
    self.offsets = offsets
    self.ends = ends
    self.strengths = strengths
    self.distances = distances
  }

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
  /// Creates rows of columns in memory.
  init(offsets: [Int], ends: [UInt32], strengths: [Double]?, distances: [Double]?) {
    self.init(
      offsets: Column(offsets), ends: Column(ends), strengths: strengths.map { Column($0) },
      distances: distances.map { Column($0) })
  }

  /// Puts arcs into rows; within a row the order of the arcs is kept.
  ///
  /// - Parameters:
  ///   - arcs: The arcs.
  ///   - strengths: The values that arcs point at, where they carry any.
  ///   - distances: The values that arcs point at, where they carry any.
  ///   - execution: How the work is carried out.
  /// - Complexity: O(*n* + *m*), and a count a node and thread.
  init(
    _ arcs: some ArcSequence, strengths: Column<Double>?, distances: Column<Double>?,
    execution: Execution = .standard
  ) {
    if arcs.arcLimit <= Int(UInt32.max) {
      self.init(ArcScatter<_, UInt32>(arcs, execution), strengths, distances)
    } else {
      self.init(ArcScatter<_, UInt64>(arcs, execution), strengths, distances)
    }
  }

  private init(
    _ scatter: ArcScatter<some ArcSequence, some FixedWidthInteger>, _ strengths: Column<Double>?,
    _ distances: Column<Double>?
  ) {
    self.init(
      offsets: scatter.offsets, ends: scatter.column { far, _ in far },
      strengths: strengths.map { values in scatter.column { values[$1] } },
      distances: distances.map { values in scatter.column { values[$1] } })
  }

  /// Returns the rows of the reversed arcs, each row ascending whatever the order before.
  ///
  /// Walking the rows in order and appending each to the row of its end sorts for the price of one
  /// pass; transposing twice sorts rows without any comparison.
  ///
  /// - Parameter execution: How the work is carried out.
  /// - Returns: The transposed rows; arcs between the same two nodes keep their order.
  /// - Complexity: O(*n* + *m*).
  func transposed(_ execution: Execution = .standard) -> Rows {
    Rows(
      ReversedArcs(rows: self), strengths: strengths, distances: distances, execution: execution)
  }

  /// How the arcs within rows follow each other.
  struct Order: Sendable {
    /// Whether every row is ascending.
    var isAscending = true
    /// Whether some row holds an end twice in succession.
    var hasParallelArcs = false
    /// The number of arcs from a node to itself.
    var loopCount = 0
  }

  /// Looks at how the arcs within rows follow each other.
  ///
  /// - Parameter execution: How the work is carried out.
  /// - Returns: The order of all rows.
  /// - Complexity: O(*n* + *m*).
  func order(_ execution: Execution = .standard) -> Order {
    execution.reduceChunks(
      of: nodeCount, chunkSize: 1 << 15, into: Order(), makeScratch: {},
      work: { nodes, _ in
        let offsets = offsets.span
        let ends = ends.span
        var (falls, repeats, loops) = (0, 0, 0)
        for node in nodes {
          // What is before the first end counts neither as greater nor as equal.
          var previous = -1
          for arc in offsets[node]..<offsets[node + 1] {
            let end = Int(ends[arc])
            falls += end < previous ? 1 : 0
            repeats += end == previous ? 1 : 0
            loops += end == node ? 1 : 0
            previous = end
          }
        }
        return Order(isAscending: falls == 0, hasParallelArcs: repeats > 0, loopCount: loops)
      },
      merge: { total, part in
        total.isAscending = total.isAscending && part.isAscending
        total.hasParallelArcs = total.hasParallelArcs || part.hasParallelArcs
        total.loopCount += part.loopCount
      })
  }

  /// Returns the rows with arcs between the same two nodes made one: strengths are added, of the
  /// distances the least is kept.
  ///
  /// - Precondition: Every row is ascending.
  /// - Returns: Strictly ascending rows.
  /// - Complexity: O(*n* + *m*).
  func merged() -> Rows {
    var newOffsets = offsets.array
    var newEnds = ends.array
    var newStrengths = strengths?.array ?? []
    var newDistances = distances?.array ?? []
    let arcCount = Self.merge(&newOffsets, &newEnds, &newStrengths, &newDistances)
    newEnds.removeLast(newEnds.count - arcCount)
    newStrengths.removeLast(strengths == nil ? 0 : newStrengths.count - arcCount)
    newDistances.removeLast(distances == nil ? 0 : newDistances.count - arcCount)
    return Rows(
      offsets: newOffsets, ends: newEnds, strengths: strengths == nil ? nil : newStrengths,
      distances: distances == nil ? nil : newDistances)
  }

  /// Merges in place and returns how many arcs remain.
  private static func merge(
    _ offsets: inout [Int], _ ends: inout [UInt32], _ strengths: inout [Double],
    _ distances: inout [Double]
  ) -> Int {
    let (hasStrengths, hasDistances) = (!strengths.isEmpty, !distances.isEmpty)
    var offsets = offsets.mutableSpan
    var ends = ends.mutableSpan
    var strengths = strengths.mutableSpan
    var distances = distances.mutableSpan
    var tail = 0
    var rowStart = 0
    for node in 0..<(offsets.count - 1) {
      let row = rowStart..<offsets[node + 1]
      rowStart = row.upperBound
      let newStart = tail
      for arc in row {
        let end = ends[arc]
        if tail > newStart, ends[tail - 1] == end {
          if hasStrengths { strengths[tail - 1] += strengths[arc] }
          if hasDistances { distances[tail - 1] = min(distances[tail - 1], distances[arc]) }
        } else {
          ends[tail] = end
          if hasStrengths { strengths[tail] = strengths[arc] }
          if hasDistances { distances[tail] = distances[arc] }
          tail += 1
        }
      }
      offsets[node + 1] = tail
    }
    return tail
  }

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
