internal import GraphStructure
internal import NetworkData

extension BinarySections {
  /// Returns the graph of all ties, whose rows stay in the file.
  ///
  /// - Parameter directions: Which way the ties point.
  /// - Returns: The graph; nil where the file holds none.
  /// - Throws: ``FileProblem`` if it was made of other columns than those of the file, or its rows are
  ///   not what a graph needs: offsets that ascend to the number of arcs, ends that are actors and
  ///   ascend within each row.
  func graph(of directions: Ties.Directions) throws(FileProblem) -> Graph? {
    guard let origin = section(.graph)?.range else { return nil }
    guard origin.count == 16, case .all(let isDirected) = directions,
      file.number(UInt64.self, at: origin.lowerBound + 8) == graphColumnsChecksum
    else { throw damaged(.graph) }
    let outgoing = try rows(.graphOffsets, .graphEnds, .graphStrengths, .graphDistances)
    let incoming =
      isDirected
      ? try rows(.reverseOffsets, .reverseEnds, .reverseStrengths, .reverseDistances) : nil
    let loops = file.number(UInt64.self, at: origin.lowerBound)
    let edges = isDirected ? outgoing.arcCount : outgoing.arcCount / 2
    guard loops <= UInt64(tieCount), edges + Int(loops) <= tieCount,
      incoming.map({ $0.arcCount == outgoing.arcCount }) ?? (outgoing.arcCount % 2 == 0)
    else { throw damaged(.graph) }
    return Graph(
      finished: outgoing, incoming: incoming, givenEdgeCount: tieCount,
      droppedLoopCount: Int(loops))
  }

  /// What stands for the columns that a graph is made of: the checksum of their checksums.
  private var graphColumnsChecksum: UInt64 {
    BinaryLayout.checksum(
      ofGraphColumns: BinaryLayout.graphColumns.map { section($0)?.look.checksum ?? 0 })
  }

  private func rows(
    _ offsets: BinaryLayout.Content, _ ends: BinaryLayout.Content,
    _ strengths: BinaryLayout.Content, _ distances: BinaryLayout.Content
  ) throws(FileProblem) -> Rows {
    guard let place = section(offsets)?.range, place.count == 8 * (actorCount + 1) else {
      throw damaged(offsets)
    }
    let starts: Column<Int> = file.column(place)
    let (far, fallCount) = try positions(ends, count: nil)
    let arcCount = far.count
    guard starts[0] == 0, starts[actorCount] == arcCount else { throw damaged(offsets) }
    let found = execution.reduceChunks(
      of: actorCount, chunkSize: 1 << 16, into: (areSound: true, fallCount: 0), makeScratch: {},
      work: { part, _ in Self.look(part, starts, far) },
      merge: { $0 = ($0.areSound && $1.areSound, $0.fallCount + $1.fallCount) })
    guard found.areSound else { throw damaged(offsets) }
    // Ends may fall from one row to the next, and nowhere else.
    guard found.fallCount == fallCount else { throw damaged(ends) }
    for (values, columns) in [(strengths, BinaryLayout.Content.strengths), (distances, .distances)]
    {
      guard (section(values) == nil) == (section(columns) == nil) else { throw damaged(values) }
    }
    return Rows(
      offsets: starts, ends: far,
      strengths: try numbers(strengths, count: arcCount) { $0 >= 0 && $0 < .infinity },
      distances: try numbers(distances, count: arcCount) { $0 > 0 && $0 < .infinity })
  }

  /// Looks at where some rows begin.
  ///
  /// - Returns: Whether they ascend within the arcs, and how many begin with an end that is not greater
  ///   than the last one of the row before.
  private static func look(
    _ rows: Range<Int>, _ offsets: Column<Int>, _ ends: Column<UInt32>
  ) -> (areSound: Bool, fallCount: Int) {
    let (offsets, ends) = (offsets.span, ends.span)
    var fallCount = 0
    var start = offsets[rows.lowerBound]
    guard start >= 0 else { return (false, 0) }
    for row in rows {
      let end = offsets[row + 1]
      guard end >= start, end <= ends.count else { return (false, 0) }
      if end > start, start > 0, ends[start] <= ends[start - 1] { fallCount += 1 }
      start = end
    }
    return (true, fallCount)
  }
}
