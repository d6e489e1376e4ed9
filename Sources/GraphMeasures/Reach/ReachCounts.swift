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
    if let rows = NearRows(arcs, nodes: nodes.map { UInt32(truncatingIfNeeded: $0) }),
      arcs.hasSmallBalls(within: limit)
    {
      return rows.counts(within: limit, classes: classes, classCount: classCount, execution)
    }
    let ordered = OrderedArcs(self, direction)
    guard ordered.forward.hasSmallBalls(within: limit) else {
      return ordered.countsOfBatches(
        within: limit, classes: classes, classCount: classCount, execution)
    }
    let blocks = ordered.inBlocks()
    if let rows = NearRows(blocks.arcs, nodes: blocks.nodes) {
      return rows.counts(within: limit, classes: classes, classCount: classCount, execution)
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
