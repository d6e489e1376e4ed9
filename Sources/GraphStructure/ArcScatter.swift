/// Arcs in some order, which are to be put into rows.
protocol ArcSequence: Sendable {
  /// The number of rows.
  var nodeCount: Int { get }

  /// The most arcs there can be.
  var arcLimit: Int { get }

  /// Returns one of some unbroken parts of the sequence.
  func part(_ part: Int, of parts: Int) -> Range<Int>

  /// Visits the arcs of a part in order.
  ///
  /// - Parameters:
  ///   - part: What the sequence was cut into.
  ///   - visit: Takes the row an arc goes to, the end to be stored there, and where its strength
  ///     and distance stand.
  func forEach(in part: Range<Int>, _ visit: (_ near: Int, _ far: UInt32, _ index: Int) -> Void)
}

/// Puts arcs into rows by counting: first how many go to each row, then each to its place.
///
/// Within a row the order of the arcs is kept. Every thread counts and places an unbroken part of
/// them, behind those of the parts before, so where an arc comes to stand does not depend on the
/// cut. A position is of 4 bytes where that suffices, since counts are looked up all over memory.
struct ArcScatter<Source: ArcSequence, Position: FixedWidthInteger & BitwiseCopyable & Sendable>:
  Sendable
{
  /// Where each row begins, and behind the last one where all end.
  let offsets: [Int]

  private let source: Source
  private let parts: Int
  private let execution: Execution

  /// Part by part, the place of its first arc in each row.
  private let starts: [Position]

  /// Counts the arcs of each row.
  ///
  /// - Precondition: `Position` can count all arcs.
  init(_ source: Source, _ execution: Execution) {
    let nodeCount = source.nodeCount
    // The counts of all parts take no more memory than the arcs.
    let parts = max(1, min(execution.threads, source.arcLimit / (nodeCount + 4096)))
    var starts = [Position](filling: parts * nodeCount) { counts in
      execution.forEachPart(of: parts) { part in
        let first = part * nodeCount
        for place in first..<(first + nodeCount) { counts[place] = 0 }
        source.forEach(in: source.part(part, of: parts)) { near, _, _ in
          counts[first + near] &+= 1
        }
      }
    }
    offsets = Self.makeStarts(of: &starts, parts: parts, nodeCount: nodeCount)
    self.starts = starts
    self.source = source
    self.parts = parts
    self.execution = execution
  }

  /// Turns counts into places and returns where rows begin.
  private static func makeStarts(
    of counts: inout [Position], parts: Int, nodeCount: Int
  ) -> [Int] {
    var counts = counts.mutableSpan
    return [Int](filling: nodeCount + 1) { offsets in
      var total: Position = 0
      offsets[0] = 0
      for node in 0..<nodeCount {
        for part in 0..<parts {
          let count = counts[part * nodeCount + node]
          counts[part * nodeCount + node] = total
          total += count
        }
        offsets[node + 1] = Int(total)
      }
    }
  }

  /// Returns a column of the rows.
  ///
  /// - Parameter value: Returns what is stored of an arc, given its far end and where its strength
  ///   and distance stand.
  /// - Returns: The values, row by row.
  @inline(__always)
  func column<Value: BitwiseCopyable>(
    _ value: @Sendable (_ far: UInt32, _ index: Int) -> Value
  ) -> [Value] {
    [Value](filling: offsets.last ?? 0) { column in
      execution.forEachPart(of: parts) { part in
        let nodeCount = source.nodeCount
        var places = Array(starts[(part * nodeCount)..<((part + 1) * nodeCount)])
        var next = places.mutableSpan
        source.forEach(in: source.part(part, of: parts)) { near, far, index in
          let place = next[near]
          next[near] = place &+ 1
          column[Int(truncatingIfNeeded: place)] = value(far, index)
        }
      }
    }
  }
}

/// Edges as they come, each of them one arc or two.
struct EdgeArcs: ArcSequence {
  let nodeCount: Int
  /// For each edge, the row it goes to.
  let nearEnds: [UInt32]
  /// For each edge, the end that is stored there.
  let farEnds: [UInt32]
  /// Whether every edge goes to the row of its far end as well (a self loop once).
  let bothWays: Bool
  /// Whether edges from a node to itself are taken.
  let keepsLoops: Bool

  var arcLimit: Int { bothWays ? 2 * nearEnds.count : nearEnds.count }

  func part(_ part: Int, of parts: Int) -> Range<Int> {
    (nearEnds.count * part / parts)..<(nearEnds.count * (part + 1) / parts)
  }

  @inline(__always)
  func forEach(in part: Range<Int>, _ visit: (_ near: Int, _ far: UInt32, _ index: Int) -> Void) {
    let nearEnds = nearEnds.span
    let farEnds = farEnds.span
    for edge in part {
      let near = nearEnds[edge]
      let far = farEnds[edge]
      if near == far {
        if keepsLoops { visit(Int(near), far, edge) }
        continue
      }
      visit(Int(near), far, edge)
      if bothWays { visit(Int(far), near, edge) }
    }
  }
}

/// The arcs of rows the other way round, in the order of the rows.
struct ReversedArcs: ArcSequence {
  let rows: Rows

  var nodeCount: Int { rows.nodeCount }
  var arcLimit: Int { rows.arcCount }

  /// Parts of nearly equal numbers of arcs.
  func part(_ part: Int, of parts: Int) -> Range<Int> {
    bound(part, of: parts)..<bound(part + 1, of: parts)
  }

  private func bound(_ part: Int, of parts: Int) -> Int {
    guard part < parts else { return nodeCount }
    // The first row that begins at the wanted arc or behind it.
    let wanted = rows.arcCount * part / parts
    var candidates = 0..<nodeCount
    while !candidates.isEmpty {
      let middle = candidates.lowerBound + candidates.count / 2
      candidates =
        rows.offsets[middle] < wanted
        ? (middle + 1)..<candidates.upperBound : candidates.lowerBound..<middle
    }
    return candidates.lowerBound
  }

  @inline(__always)
  func forEach(in part: Range<Int>, _ visit: (_ near: Int, _ far: UInt32, _ index: Int) -> Void) {
    let offsets = rows.offsets.span
    let ends = rows.ends.span
    for node in part {
      for arc in offsets[node]..<offsets[node + 1] {
        visit(Int(ends[arc]), UInt32(truncatingIfNeeded: node), arc)
      }
    }
  }
}
