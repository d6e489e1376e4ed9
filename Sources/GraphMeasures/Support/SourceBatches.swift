internal import GraphStructure

/// Sources that are searched from together: all of one component, at most
/// ``MultiSourceSearch/maximalBatch``.
struct SourceBatch: Sendable {
  /// The places of the sources, each once.
  var sources: ArraySlice<UInt32>
  /// The places that the component takes.
  var component: Range<Int>
}

extension OrderedArcs {
  /// Batches that one thread works on in one go: one of a large component, or those of several
  /// small components that follow one another.
  struct BatchGroup: Sendable {
    var batches: [SourceBatch]
    /// The places of all their components.
    var places: Range<Int>
  }

  /// Returns all places as sources, batch by batch.
  func batchGroups() -> [BatchGroup] {
    batchGroups(sources: (0..<nodeCount).map { UInt32(truncatingIfNeeded: $0) })
  }

  /// Returns some sources batch by batch; no node sees more than one batch of a group.
  ///
  /// - Parameter sources: The places of the sources, ascending.
  /// - Returns: The groups in the order of their places.
  func batchGroups(sources: [UInt32]) -> [BatchGroup] {
    var groups: [BatchGroup] = []
    var sourceCount = 0
    var next = 0
    for component in components {
      var end = next
      while end < sources.count, component.contains(Int(sources[end])) { end += 1 }
      while next < end {
        let batch = SourceBatch(
          sources: sources[next..<min(end, next + MultiSourceSearch.maximalBatch)],
          component: component)
        next += batch.sources.count
        let isSameComponent = groups.last?.batches.last?.component == component
        if groups.isEmpty || isSameComponent
          || sourceCount + component.count > MultiSourceSearch.maximalBatch
        {
          groups.append(BatchGroup(batches: [batch], places: component))
          sourceCount = component.count
        } else {
          groups[groups.count - 1].batches.append(batch)
          groups[groups.count - 1].places =
            groups[groups.count - 1].places.lowerBound..<component.upperBound
          sourceCount += component.count
        }
      }
    }
    return groups
  }

  /// Searches from all sources of some groups and sums up what every place sees.
  ///
  /// - Parameters:
  ///   - groups: The sources.
  ///   - limit: The greatest number of steps.
  ///   - execution: Threads, progress and cancellation.
  ///   - total: What the parts are merged into.
  ///   - makePart: Makes the sums of one group from the number of its places.
  ///   - add: Takes into a part what places see at some steps: places relative to the part's, whose
  ///     first is that of the component, and how many sources each sees.
  ///   - merge: Takes the part of a group, given by its index, into the total.
  /// - Returns: The total.
  func sweep<Part: Sendable, Total: Sendable>(
    _ groups: [BatchGroup], within limit: Int = .max, execution: Execution, into total: Total,
    makePart: @Sendable (_ placeCount: Int) -> Part,
    add:
      @Sendable (
        inout Part, _ first: Int, _ steps: Int, _ places: Span<UInt32>, _ counts: Span<UInt32>
      ) -> Void,
    merge: @Sendable (inout Total, _ group: Int, Part) -> Void
  ) -> Total {
    let order = SpreadOrder(groups.count)
    return execution.reduceChunks(
      of: groups.count, chunkSize: 1, into: total,
      makeScratch: { MultiSourceSearch(self) },
      work: { range, search in
        let index = order[range.lowerBound]
        let group = groups[index]
        var part = makePart(group.places.count)
        for batch in group.batches {
          let first = batch.component.lowerBound - group.places.lowerBound
          search.run(batch, within: limit) { steps, places, counts in
            add(&part, first, steps, places, counts)
          }
        }
        return (index, part)
      },
      merge: { total, part in merge(&total, part.0, part.1) })
  }
}
