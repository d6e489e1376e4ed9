internal import GraphMeasures
public import GraphStructure

extension Acquaintances {
  /// The actors that questions can be asked of, in the order of the network.
  public var askers: [Int] { start.indices.filter { start[$0] != nil } }

  /// Returns how many targets each actor gets to through introducers.
  ///
  /// Where no group is split, all actors are searched from at once; those that introduce nobody
  /// are then searched from one by one.
  ///
  /// - Parameters:
  ///   - introducerLimit: The most introducers to count, 0 or more.
  ///   - targets: Who counts as reached; by default every organisation.
  ///   - execution: How the work is carried out.
  /// - Returns: A row for each of ``askers``.
  /// - Complexity: O(*n* (*n* + *m*)) where *m* counts pairs of co-members too.
  public func reach(
    introducers introducerLimit: Int = 3, targets: ReachTargets? = nil,
    execution: Execution = .standard
  ) -> KnowWhoReach {
    reach(
      introducers: introducerLimit, targets: targets ?? ReachTargets(in: network),
      outside: CoMembers(of: self), areAcquainted: true, execution)
  }

  /// Counts with given co-members, who have met by the ties that count here if `areAcquainted`.
  func reach(
    introducers introducerLimit: Int, targets: ReachTargets, outside coMembers: CoMembers,
    areAcquainted: Bool, _ execution: Execution
  ) -> KnowWhoReach {
    precondition(introducerLimit >= 0)
    // Where co-members know each other, leaving them out is a subtraction.
    let coMembersAreDirect =
      coMembers.isEmpty
      || areAcquainted && options.mode == .introductions
        && !coMembers.hasGroup(among: options.notVia)
    let levels = introducerLimit + 1
    let rows =
      isPlain && coMembersAreDirect
      ? rowsOfAllAtOnce(levels, targets, coMembers, execution)
      : rowsOneByOne(askers, levels, targets, coMembers, execution)
    return KnowWhoReach(
      actors: askers, kinds: targets.kinds, introducerLimit: introducerLimit,
      counts: rows.counts, outsideCounts: rows.outside)
  }

  private func rowsOfAllAtOnce(
    _ levels: Int, _ targets: ReachTargets, _ coMembers: CoMembers, _ execution: Execution
  ) -> (counts: [Int], outside: [Int]) {
    let classes = actors.map { targets.classOfActor[$0] }
    let reach = passable.reach(within: levels, classes: classes, execution: execution)
    let kindCount = targets.kinds.count
    let width = levels * kindCount
    var counts = reach.counts
    if reach.classCount != kindCount {
      // The last kinds occur in the network only, not among those that ties touch.
      counts = [Int](repeating: 0, count: actors.count * width)
      for row in 0..<(actors.count * levels) {
        for kind in 0..<reach.classCount {
          counts[row * kindCount + kind] = reach.counts[row * reach.classCount + kind]
        }
      }
    }
    let closed = actors.indices.filter { isClosed[$0] }
    let ofClosed = rowsOneByOne(
      closed.map { actors[$0] }, levels, targets, coMembers, execution.quiet)
    for (index, place) in closed.enumerated() {
      counts.replaceSubrange(
        (place * width)..<((place + 1) * width),
        with: ofClosed.counts[(index * width)..<((index + 1) * width)])
    }
    guard !coMembers.isEmpty else { return (counts, counts) }
    var outside = counts
    for (place, actor) in actors.enumerated() {
      for other in coMembers.others(with: actor) where targets.contains(other) {
        for level in 0..<levels {
          outside[(place * levels + level) * kindCount + targets.classOfActor[other]] -= 1
        }
      }
    }
    return (counts, outside)
  }

  /// The steps that chains may take after their first: none from those that introduce nobody.
  private var passable: Graph {
    guard isClosed.contains(true) else { return graph }
    var (sources, ends): ([UInt32], [UInt32]) = ([], [])
    for place in graph.nodes where !isClosed[place] {
      for arc in graph.outgoing.arcs(of: place) {
        sources.append(UInt32(place))
        ends.append(graph.outgoing.ends[arc])
      }
    }
    do {
      return try Graph(
        nodeCount: graph.nodeCount, sources: sources, targets: ends, isDirected: true)
    } catch {
      preconditionFailure("the steps of a graph make a graph: \(error)")
    }
  }

  /// The bytes that a search from one actor takes: marks of places and actors, and visits.
  private var searchMemory: Int {
    (4 + MemoryLayout<ReachSearch.Visit>.stride) * graph.nodeCount + 4 * network.actors.count
  }

  private func rowsOneByOne(
    _ askers: [Int], _ levels: Int, _ targets: ReachTargets, _ coMembers: CoMembers,
    _ execution: Execution
  ) -> (counts: [Int], outside: [Int]) {
    let kindCount = targets.kinds.count
    let width = levels * kindCount
    // Fewer threads where memory is short; one where even that is too much, as for all else.
    let execution =
      execution.fitting(perThread: searchMemory, shared: askers.count * 2 * (8 * width + 48))
      ?? Execution(
        threads: 1, memoryLimit: execution.memoryLimit, onProgress: execution.onProgress,
        isCancelled: execution.isCancelled)
    var rows = execution.map(
      askers.count, chunkSize: 16, makeScratch: { ReachSearch(over: self) },
      value: { row, search in
        var counts = [Int](repeating: 0, count: width)
        var outside = counts
        let others = coMembers.others(with: askers[row])
        search.visit(from: askers[row], within: levels) { actor, steps, _ in
          guard targets.contains(actor) else { return }
          let isOutside = !others.contains(actor)
          for level in (steps - 1)..<levels {
            let index = level * kindCount + targets.classOfActor[actor]
            counts[index] += 1
            if isOutside { outside[index] += 1 }
          }
        }
        return (counts: counts, outside: outside)
      })
    let missing = [Int](repeating: 0, count: width)
    while rows.count < askers.count { rows.append((counts: missing, outside: missing)) }
    return (rows.flatMap(\.counts), rows.flatMap(\.outside))
  }
}

extension Execution {
  /// The same without word of progress, for a small part of the work.
  fileprivate var quiet: Execution {
    Execution(threads: threads, memoryLimit: memoryLimit, isCancelled: isCancelled)
  }
}
