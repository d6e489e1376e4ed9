internal import GraphStructure

extension Graph {
  /// Returns the counts of ``ClassReach``, in the way that costs least on this graph.
  func cumulativeCounts(
    within limit: Int, _ direction: Direction, classes: [Int], classCount: Int,
    _ execution: Execution
  ) -> [Int] {
    guard classCount > 0 else { return [] }
    var counts = countsByDistance(
      within: limit, direction, classes: classes, classCount: classCount, execution)
    // What lies nearer counts again.
    let rowLength = limit * classCount
    var entries = counts.mutableSpan
    for row in stride(from: 0, to: entries.count, by: rowLength) {
      for index in (row + classCount)..<(row + rowLength) {
        entries[index] += entries[index - classCount]
      }
    }
    return counts
  }

  /// Counts nodes at 1, 2, … steps, in the order of ``ClassReach/counts``.
  private func countsByDistance(
    within limit: Int, _ direction: Direction, classes: [Int], classCount: Int,
    _ execution: Execution
  ) -> [Int] {
    let arcs = Arcs(rows(direction))
    if NeighborWords.areNear(arcs), arcs.hasSmallBalls(within: limit) {
      return NeighborWords(inGivenOrder: arcs).counts(
        within: limit, classes: classes, classCount: classCount, execution)
    }
    let ordered = OrderedArcs(self, direction)
    guard ordered.forward.hasSmallBalls(within: limit) else {
      return ordered.countsOfBatches(
        within: limit, classes: classes, classCount: classCount, execution)
    }
    if let words = NeighborWords(inBlocks: ordered) {
      return words.counts(
        within: limit, classes: classes, classCount: classCount, execution)
    }
    return ordered.countsOfSmallBalls(
      within: limit, classes: classes, classCount: classCount, execution)
  }
}

extension OrderedArcs {
  /// Counts by many sources at once: one class after the other, so that all sources of a batch are
  /// of one class.
  fileprivate func countsOfBatches(
    within limit: Int, classes: [Int], classCount: Int, _ execution: Execution
  ) -> [Int] {
    var sources = [[UInt32]](repeating: [], count: classCount)
    for (place, node) in nodes.enumerated() where classes[Int(node)] >= 0 {
      sources[classes[Int(node)]].append(UInt32(truncatingIfNeeded: place))
    }
    let classGroups = sources.map { batchGroups(sources: $0) }
    let groups = classGroups.flatMap { $0 }
    let groupClasses = classGroups.indices.flatMap { nodeClass in
      classGroups[nodeClass].map { _ in nodeClass }
    }
    return sweep(
      groups, within: limit, execution: execution,
      into: [Int](repeating: 0, count: nodeCount * limit * classCount),
      makePart: { [UInt32](repeating: 0, count: $0 * limit) },
      add: { part, first, steps, places, counts in
        var part = part.mutableSpan
        for index in places.indices {
          part[(first + Int(places[index])) * limit + steps - 1] += counts[index]
        }
      },
      merge: { total, group, part in
        let nodeClass = groupClasses[group]
        var index = 0
        for place in groups[group].places {
          let row = Int(nodes[place]) * limit
          for steps in 0..<limit {
            total[(row + steps) * classCount + nodeClass] += Int(part[index])
            index += 1
          }
        }
      })
  }

  /// Counts by one search a node.
  fileprivate func countsOfSmallBalls(
    within limit: Int, classes: [Int], classCount: Int, _ execution: Execution
  ) -> [Int] {
    let rowLength = limit * classCount
    let placeClasses = classCount > 1 || classes.contains(-1) ? nodes.map { classes[Int($0)] } : []
    return execution.reduceChunks(
      of: nodeCount, chunkSize: Execution.ballsPerChunk,
      into: [Int](repeating: 0, count: nodeCount * rowLength),
      makeScratch: { BallSearch(nodeCount: nodeCount) },
      work: { places, search in
        var part = [UInt32](repeating: 0, count: places.count * rowLength)
        var row = 0
        for place in places {
          search.run(
            from: place, over: forward, within: limit, keepsLastNodes: !placeClasses.isEmpty)
          for steps in 1..<search.countWithin.count {
            let level = search.countWithin[steps - 1]..<search.countWithin[steps]
            if placeClasses.isEmpty {
              part[row + steps - 1] = UInt32(truncatingIfNeeded: level.count)
              continue
            }
            for position in level {
              let nodeClass = placeClasses[search.node(at: position)]
              if nodeClass >= 0 { part[row + (steps - 1) * classCount + nodeClass] += 1 }
            }
          }
          row += rowLength
        }
        return (places, part)
      },
      merge: { total, chunk in
        var index = 0
        for place in chunk.0 {
          let row = Int(nodes[place]) * rowLength
          for column in 0..<rowLength {
            total[row + column] = Int(chunk.1[index])
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
