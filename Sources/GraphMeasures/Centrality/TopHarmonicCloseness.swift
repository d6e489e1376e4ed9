public import GraphStructure

/// The nodes of highest harmonic closeness.
public struct TopHarmonicCloseness: Sendable, Equatable {
  /// The nodes, highest score first, of equals the lower number.
  public let nodes: [Graph.Node]

  /// The score of each of the ``nodes``.
  public let scores: [Double]

  /// From how many nodes there was a search; those of others were spared by bounds.
  public let searchCount: Int
}

extension Graph {
  /// Returns the nodes of highest harmonic closeness, without computing that of all.
  ///
  /// Nodes and scores are exactly the first ones of
  /// ``harmonicCloseness(direction:scaling:execution:)`` with `.scaled`, to the last bit. Of nodes
  /// with equal scores the lower number comes first, so that of several tied at the last place only
  /// those with the lowest numbers are in the answer.
  ///
  /// A node with *k* neighbors in a component of *r* + 1 nodes scores at most
  /// *k* + *s* / 2 + (*r* − *k* − *s*) / 3, where *s* bounds those two steps away by the arcs of its
  /// neighbors. Nodes are searched from in the order of such bounds, up to 512 at once, until no
  /// bound reaches the lowest score of the answer. Searches stop as soon as what they have seen
  /// bounds all of their sources below it. Where that happens to none of many, as in networks in
  /// which all nodes are alike, all scores are computed in the usual way.
  ///
  /// - Parameters:
  ///   - count: How many nodes; all where there are fewer.
  ///   - direction: `.outgoing` measures from a node, `.incoming` towards it.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: Nodes and scores, and how many searches they took.
  /// - Complexity: O(*n* (*n* + *m*)) at worst; in networks with hubs O(*n* log *n* + *m*) times a
  ///   few.
  /// - SeeAlso: E. Bergamini, M. Borassi, P. Crescenzi, A. Marino, H. Meyerhenke. Computing top-k
  ///   closeness centrality faster in unweighted graphs. ACM Transactions on Knowledge Discovery
  ///   from Data 13, 2019.
  public func topHarmonicCloseness(
    _ count: Int, direction: Direction = .outgoing, execution: Execution = .standard
  ) -> TopHarmonicCloseness {
    precondition(count >= 0, "cannot return \(count) nodes")
    var search = TopHarmonicSearch(self, direction, count: min(count, nodeCount))
    search.run(execution)
    return TopHarmonicCloseness(
      nodes: search.best.map(\.node), scores: search.best.map(\.score),
      searchCount: search.searchCount)
  }
}

/// A node and its score or what bounds it.
private struct RankedNode: Sendable {
  var node: Int
  var score: Double

  func isBefore(_ other: RankedNode) -> Bool {
    (score, other.node) > (other.score, node)
  }
}

/// A search for the nodes of highest harmonic closeness.
private struct TopHarmonicSearch {
  /// The best nodes so far, best first.
  private(set) var best: [RankedNode] = []
  private(set) var searchCount = 0

  private let graph: Graph
  private let direction: Direction
  private let count: Int
  /// How many nodes each node can reach at most.
  private let reachBounds: [UInt32]
  /// Nodes not yet searched from, with bounds of their scores, highest first.
  private var candidates: [RankedNode] = []

  /// With fewer candidates nodes are not numbered anew, nor bounds refined.
  private static let few = 4 * MultiSourceSearch.maximalBatch

  init(_ graph: Graph, _ direction: Direction, count: Int) {
    self.graph = graph
    self.direction = direction
    self.count = count
    let components = graph.components()
    reachBounds = components.labels.map {
      UInt32(truncatingIfNeeded: components.sizes[$0] - 1)
    }
  }

  /// The last node of the answer as far as it is known; nil while there are too few.
  private var last: RankedNode? { best.count < count ? nil : best.last }

  mutating func run(_ execution: Execution) {
    defer { execution.onProgress?(1) }
    guard count > 0 else { return }
    let rows = graph.rows(direction)
    candidates = graph.nodes.map { bound($0, neighbors: rows.degree(of: $0), nextNeighbors: .max) }
    candidates.sort { $0.isBefore($1) }
    var arcs = OrderedArcs(unordered: graph, direction.opposite)
    // First as few as can be an answer, to learn what must be reached.
    var roundSize = max(64, (count + 63) / 64 * 64)
    var isFirst = true
    while !candidates.isEmpty, !execution.isCancelled() {
      let sources = candidates.prefix(roundSize)
      let stoppedCount = search(from: sources, over: arcs, execution.silent)
      candidates.removeFirst(sources.count)
      dropBeaten()
      if !isFirst, stoppedCount == 0, candidates.count > graph.nodeCount / 2 {
        return rankAll(execution)
      }
      if isFirst, candidates.count > Self.few {
        refineBounds()
        if candidates.count > Self.few { arcs = OrderedArcs(graph, direction.opposite) }
      }
      isFirst = false
      roundSize = Self.few
      execution.onProgress?(1 - Double(candidates.count) / Double(graph.nodeCount))
    }
  }

  /// Returns a node with a bound of its score.
  private func bound(_ node: Int, neighbors: Int, nextNeighbors: Int) -> RankedNode {
    let reach = Int(reachBounds[node])
    let near = min(neighbors, reach)
    let next = min(nextNeighbors, reach - near)
    return RankedNode(
      node: node,
      score: score(
        HarmonicSum.of(near, at: 1) + HarmonicSum.of(next, at: 2)
          + HarmonicSum.of(reach - near - next, at: 3)))
  }

  private func score(_ sum: UInt128) -> Double {
    HarmonicSum.value(sum) / Double(max(1, graph.nodeCount - 1))
  }

  /// Drops candidates whose bounds do not reach the answer.
  private mutating func dropBeaten() {
    guard let last else { return }
    candidates.removeAll { !$0.isBefore(last) }
  }

  /// Bounds how many nodes are two steps from each candidate by the arcs of its neighbors.
  private mutating func refineBounds() {
    let rows = graph.rows(direction)
    // In an undirected graph one arc of each neighbor leads back.
    let back = graph.isDirected ? 0 : 1
    candidates = candidates.map { candidate in
      let arcs = rows.arcs(of: candidate.node)
      var next = 0
      for arc in arcs {
        next += rows.degree(of: Int(rows.ends[arc])) - back
        if next >= Int(reachBounds[candidate.node]) { return candidate }
      }
      return bound(candidate.node, neighbors: arcs.count, nextNeighbors: max(0, next))
    }
    candidates.sort { $0.isBefore($1) }
    dropBeaten()
  }

  /// Searches from some candidates and takes their scores.
  ///
  /// - Returns: How many batches stopped before their end.
  private mutating func search(
    from sources: ArraySlice<RankedNode>, over arcs: OrderedArcs, _ execution: Execution
  ) -> Int {
    // Batches of like bounds stop early together.
    var places = [UInt32](repeating: 0, count: arcs.nodeCount)
    for (place, node) in arcs.nodes.enumerated() { places[Int(node)] = UInt32(place) }
    let groups = stride(from: 0, to: sources.count, by: MultiSourceSearch.maximalBatch).flatMap {
      first in
      let batch = sources.dropFirst(first).prefix(MultiSourceSearch.maximalBatch)
      return arcs.batchGroups(sources: batch.map { places[$0.node] }.sorted())
    }
    let (last, reachBounds) = (last, reachBounds)
    let score: @Sendable (UInt128) -> Double = { [self] in self.score($0) }
    let found: (ranked: [RankedNode], stoppedCount: Int) = execution.reduceChunks(
      of: groups.count, chunkSize: 1, into: ([], 0),
      makeScratch: { MultiSourceSearch(arcs) },
      work: { range, search in
        var ranked: [RankedNode] = []
        var stoppedCount = 0
        for batch in groups[range.lowerBound].batches {
          let nodes = batch.sources.map { Int(arcs.nodes[Int($0)]) }
          var sums = [UInt128](repeating: 0, count: nodes.count)
          var unseen = nodes.map { reachBounds[$0] }
          var isStopped = false
          search.runBySource(batch) { steps, counts in
            var mayReach = last == nil
            for lane in counts.indices {
              unseen[lane] -= counts[lane]
              sums[lane] += HarmonicSum.of(Int(counts[lane]), at: steps)
              guard let last, !mayReach else { continue }
              let most =
                sums[lane] + HarmonicSum.of(Int(unseen[lane]), at: steps + 1)
              mayReach = RankedNode(node: nodes[lane], score: score(most)).isBefore(last)
            }
            isStopped = !mayReach
            return mayReach
          }
          if isStopped {
            stoppedCount += 1
          } else {
            ranked += zip(nodes, sums).map { RankedNode(node: $0, score: score($1)) }
          }
        }
        return (ranked, stoppedCount)
      },
      merge: { total, part in
        total.0 += part.0
        total.1 += part.1
      })
    searchCount += sources.count
    keepBest(of: best + found.ranked)
    return found.stoppedCount
  }

  /// Computes the scores of all nodes.
  private mutating func rankAll(_ execution: Execution) {
    let scores = graph.harmonicCloseness(direction: direction, execution: execution)
    searchCount += graph.nodeCount
    keepBest(of: scores.enumerated().map { RankedNode(node: $0, score: $1) })
    candidates = []
  }

  private mutating func keepBest(of ranked: [RankedNode]) {
    best = Array(ranked.sorted { $0.isBefore($1) }.prefix(count))
  }
}
