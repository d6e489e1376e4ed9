internal import GraphStructure

/// Rows of neighbors who have near numbers, many places at a time.
enum NearRows {
  /// Where many nodes have the same neighbors: one search for all of the same row.
  case words(NeighborWords)
  /// Where few have: one search for eight.
  case tiles(TileRows)

  /// Gathers rows; fails where neighbors do not have near numbers.
  init?(_ arcs: Arcs, nodes: [UInt32]) {
    if arcs.hasManyTwins, let words = NeighborWords(arcs, nodes: nodes) {
      self = .words(words)
    } else if let tiles = TileRows(arcs, nodes: nodes) {
      self = .tiles(tiles)
    } else {
      return nil
    }
  }

  func counts(
    within limit: Int, classes: [Int], classCount: Int, _ execution: Execution
  ) -> [Int] {
    switch self {
    case .words(let rows):
      rows.counts(within: limit, classes: classes, classCount: classCount, execution)
    case .tiles(let rows):
      rows.counts(within: limit, classes: classes, classCount: classCount, execution)
    }
  }
}

extension TileRows {
  /// Counts by one search for the eight places of each line.
  fileprivate func counts(
    within limit: Int, classes: [Int], classCount: Int, _ execution: Execution
  ) -> [Int] {
    let rowLength = limit * classCount
    let placeClasses = classCount > 1 || classes.contains(-1) ? nodes.map { classes[Int($0)] } : []
    return execution.reduceChunks(
      of: lineCount, chunkSize: Execution.ballsPerChunk / 8,
      into: [Int](repeating: 0, count: nodeCount * rowLength),
      makeScratch: { TileSearch(self) },
      work: { lines, search in
        var part = [UInt32](repeating: 0, count: 8 * lines.count * rowLength)
        var entries = part.mutableSpan
        for line in lines {
          let firstRow = 8 * (line - lines.lowerBound) * rowLength
          if placeClasses.isEmpty {
            var nearer = SIMD8<UInt32>(repeating: 1)
            search.countPlaces(from: line, within: limit) { steps, counts in
              for source in 0..<8 {
                entries[firstRow + source * limit + steps - 1] = counts[source] &- nearer[source]
              }
              nearer = counts
            }
          } else {
            search.forEachNewTile(from: line, within: limit) { steps, line, tile in
              var rest = tile
              while rest != 0 {
                let bit = rest.trailingZeroBitCount
                rest &= rest &- 1
                let nodeClass = placeClasses[8 * line + bit & 7]
                guard nodeClass >= 0 else { continue }
                entries[firstRow + (bit >> 3 * limit + steps - 1) * classCount + nodeClass] += 1
              }
            }
          }
        }
        return (8 * lines.lowerBound, part)
      },
      merge: { total, chunk in
        var total = total.mutableSpan
        let (first, part) = (chunk.0, chunk.1.span)
        var index = 0
        for place in first..<min(nodeCount, first + part.count / rowLength) {
          let row = Int(nodes[place]) * rowLength
          for column in 0..<rowLength {
            total[row + column] = Int(part[index])
            index += 1
          }
        }
      })
  }
}

extension NeighborWords {
  /// Counts by one search for all nodes of the same row.
  fileprivate func counts(
    within limit: Int, classes: [Int], classCount: Int, _ execution: Execution
  ) -> [Int] {
    let rowLength = limit * classCount
    let placeClasses = classCount > 1 || classes.contains(-1) ? nodes.map { classes[Int($0)] } : []
    let (sources, sourceOfPlace) = differentSources()
    // A source counts itself among its neighbors here, as all of the same row have the same then.
    var rows: [UInt32] = []
    rows.reserveCapacity(sources.count * rowLength)
    rows = execution.reduceChunks(
      of: sources.count, chunkSize: Execution.ballsPerChunk, into: rows,
      makeScratch: { WordSearch(self, within: limit) },
      work: { chunk, search in
        var part = [UInt32](repeating: 0, count: chunk.count * rowLength)
        var row = 0
        for source in chunk {
          let lastSteps = search.run(
            from: Int(sources[source]), keepsLastPlaces: !placeClasses.isEmpty)
          if placeClasses.isEmpty {
            part[row] = 1
            for steps in 1..<(lastSteps + 1) {
              part[row + steps - 1] += UInt32(
                truncatingIfNeeded: search.count(within: steps) - search.count(within: steps - 1))
            }
          } else {
            for steps in 0...lastSteps {
              search.forEachPlace(at: steps) { place in
                let nodeClass = placeClasses[place]
                if nodeClass >= 0 { part[row + max(0, steps - 1) * classCount + nodeClass] += 1 }
              }
            }
          }
          row += rowLength
        }
        return part
      },
      merge: { $0.append(contentsOf: $1) })
    // Some are missing after a cancellation.
    rows.append(contentsOf: repeatElement(0, count: sources.count * rowLength - rows.count))
    return expanded(rows, sourceOfPlace, rowLength, classes)
  }

  /// Gives every node the row of its source, and takes the node itself out.
  private func expanded(
    _ rows: [UInt32], _ sourceOfPlace: [UInt32], _ rowLength: Int, _ classes: [Int]
  ) -> [Int] {
    var counts = [Int](repeating: 0, count: nodeCount * rowLength)
    var entries = counts.mutableSpan
    let (rows, sources) = (rows.span, sourceOfPlace.span)
    for place in 0..<nodeCount {
      let node = Int(nodes[place])
      let (row, sourceRow) = (node * rowLength, Int(sources[place]) * rowLength)
      for column in 0..<rowLength { entries[row + column] = Int(rows[sourceRow + column]) }
      if classes[node] >= 0 { entries[row + classes[node]] -= 1 }
    }
    return counts
  }
}
