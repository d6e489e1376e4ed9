internal import GraphStructure

extension OrderedArcs {
  /// Returns what all sources contribute to scores.
  ///
  /// Arcs are as long as their values say; where they have none, each is one step long.
  ///
  /// - Parameters:
  ///   - passed: What is scored.
  ///   - nodeWeights: How many nodes each node stands for, before it was given a place; by default
  ///     itself.
  ///   - bytesPerThread: Counting steps, how much working memory a thread may take; where batches
  ///     of eight sources need more, four, two or one are searched from at once.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The sums over all ordered pairs: for each place, or for each forward arc.
  func dependencySums(
    of passed: Passed, weights nodeWeights: [Double]?, bytesPerThread: Int? = nil,
    _ execution: Execution
  ) -> [Double] {
    let weights = nodes.map { nodeWeights?[Int($0)] ?? 1 }
    guard let lengths = forward.values else {
      let bytesPerNode =
        (bytesPerThread ?? .max) / max(1, components.reduce(0) { max($0, $1.count) })
      if bytesPerNode >= BatchedDependencies<SIMD8<Double>>.bytesPerNode {
        return dependencySums(of: passed, SIMD8<Double>.self, placeWeights: weights, execution)
      }
      if bytesPerNode >= BatchedDependencies<SIMD4<Double>>.bytesPerNode {
        return dependencySums(of: passed, SIMD4<Double>.self, placeWeights: weights, execution)
      }
      if bytesPerNode >= BatchedDependencies<SIMD2<Double>>.bytesPerNode {
        return dependencySums(of: passed, SIMD2<Double>.self, placeWeights: weights, execution)
      }
      return dependencySums(of: passed, lengths: oneStepEach, weights: weights, execution)
    }
    if let unit = CommonUnit(of: lengths, longestPath: nodeCount) {
      return dependencySums(of: passed, lengths: unit.multiples, weights: weights, execution)
    }
    return dependencySums(of: passed, lengths: lengths, weights: weights, execution)
  }

  /// Returns what all sources contribute to scores, counting steps.
  ///
  /// - Parameters:
  ///   - passed: What is scored.
  ///   - lanes: One for each source that is searched from at once.
  ///   - weights: How many nodes each place stands for.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The sums over all ordered pairs: for each place, or for each forward arc.
  private func dependencySums<Lanes: DependencyLanes>(
    of passed: Passed, _ lanes: Lanes.Type, placeWeights weights: [Double], _ execution: Execution
  ) -> [Double] {
    dependencySums(
      of: passed, batchSize: Lanes.laneCount, execution,
      makeScratch: { BatchedDependencies<Lanes>(self, weights: weights, passed: passed) },
      add: { batch, dependencies, scores, start in
        if dependencies.add(batch, to: &scores, from: start) { return }
        let search = PathDependencies<Int32, ScaledNumber>(
          self, lengths: oneStepEach, weights: weights, passed: passed)
        for source in batch.sources { _ = search.add(from: Int(source), to: &scores, from: start) }
      })
  }

  /// Returns what all sources contribute to scores, where arcs have lengths.
  ///
  /// - Parameters:
  ///   - passed: What is scored.
  ///   - lengths: The length of each forward arc.
  ///   - weights: How many nodes each place stands for.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The sums over all ordered pairs: for each place, or for each forward arc.
  private func dependencySums<Length: PathLength>(
    of passed: Passed, lengths: [Length], weights: [Double], _ execution: Execution
  ) -> [Double] {
    dependencySums(
      of: passed, batchSize: 1, execution,
      makeScratch: {
        PathDependencies<Length, Double>(self, lengths: lengths, weights: weights, passed: passed)
      },
      add: { batch, dependencies, scores, start in
        for source in batch.sources {
          if dependencies.add(from: Int(source), to: &scores, from: start) { continue }
          let search = PathDependencies<Length, ScaledNumber>(
            self, lengths: lengths, weights: weights, passed: passed)
          _ = search.add(from: Int(source), to: &scores, from: start)
        }
      })
  }

  private func dependencySums<Scratch>(
    of passed: Passed, batchSize: Int, _ execution: Execution,
    makeScratch: @Sendable () -> Scratch,
    add: @Sendable (SourceBatch, inout Scratch, _ scores: inout [Double], _ start: Int) -> Void
  ) -> [Double] {
    // Where components are as small as that, nothing lies between two nodes.
    let leastSize = passed == .nodes ? 3 : 2
    let batches = batches(of: batchSize, components: components.filter { $0.count >= leastSize })
    let count = passed == .nodes ? nodeCount : forward.ends.count
    return execution.reduceChunks(
      of: batches.count, chunkSize: Execution.sourcesPerChunk,
      into: [Double](repeating: 0, count: count), makeScratch: makeScratch,
      work: { range, scratch in
        let batches = batches[range]
        var start = batches.map(\.component.lowerBound).min() ?? 0
        var end = batches.map(\.component.upperBound).max() ?? 0
        if passed == .arcs { (start, end) = (forward.offsets[start], forward.offsets[end]) }
        var scores = [Double](repeating: 0, count: end - start)
        for batch in batches { add(batch, &scratch, &scores, start) }
        return (start, scores)
      },
      merge: { total, part in
        for (index, score) in part.1.enumerated() { total[part.0 + index] += score }
      })
  }

  /// The length of each forward arc where steps are counted.
  private var oneStepEach: [Int32] { [Int32](repeating: 1, count: forward.ends.count) }

  /// Returns all places of some components as sources, batch by batch; those of a component in an
  /// order in which they take an even time.
  private func batches(of size: Int, components: [Range<Int>]) -> [SourceBatch] {
    components.flatMap { component in
      let sources = component.map { UInt32(truncatingIfNeeded: $0) }
      let order = SpreadOrder((sources.count + size - 1) / size)
      return (0..<order.count).map { position in
        let start = order[position] * size
        return SourceBatch(
          sources: sources[start..<min(start + size, sources.count)], component: component)
      }
    }
  }
}
