public import GraphStructure

extension Graph {
  /// Returns how much each node stands on shortest paths from group to group.
  ///
  /// > Σ σ(*s*, *t* | *v*) / σ(*s*, *t*) over all pairs *s* ≠ *v* ≠ *t* of different groups
  ///
  /// where σ(*s*, *t*) counts the shortest paths from *s* to *t* and σ(*s*, *t* | *v*) those through
  /// *v*: betweenness that counts only pairs of different groups. Nodes without a group carry paths,
  /// but none begins or ends with them. Scores are raw; each pair counts once in an undirected
  /// graph. Self loops and parallel edges change nothing.
  ///
  /// - Parameters:
  ///   - groups: For each node its group, nil where it has none.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores, indexed by node; all are 0 with less than two groups.
  /// - Complexity: O(*n* (*n* + *m*)) time, O(*n*) space a thread.
  /// - SeeAlso: U. Brandes. On variants of shortest-path betweenness centrality and their generic
  ///   computation. Social Networks 30, 2008.
  public func crossingBetweenness(
    between groups: [Int?], execution: Execution = .standard
  ) -> [Double] {
    precondition(groups.count == nodeCount, "a group or nil for each node")
    let arcs = simpleArcs(.outgoing)
    let sources = nodes.filter { groups[$0] != nil }
    let sums = execution.reduceChunks(
      of: sources.count, chunkSize: Execution.sourcesPerChunk,
      into: [Double](repeating: 0, count: nodeCount),
      makeScratch: { CrossingSearch(nodeCount: arcs.nodeCount) },
      work: { range, search in
        var sums = [Double](repeating: 0, count: arcs.nodeCount)
        for index in range { search.add(from: sources[index], groups, arcs, to: &sums) }
        return sums
      },
      merge: { total, part in
        for node in total.indices { total[node] += part[node] }
      })
    return isDirected ? sums : sums.map { $0 / 2 }
  }
}

/// Adds up the shares of shortest paths from one source after another.
private struct CrossingSearch {
  private var search: BreadthFirstSearch
  private var pathCount: [Double]
  private var dependency: [Double]

  init(nodeCount: Int) {
    search = BreadthFirstSearch(nodeCount: nodeCount)
    pathCount = [Double](repeating: 0, count: nodeCount)
    dependency = pathCount
  }

  mutating func add(from source: Int, _ groups: [Int?], _ arcs: Arcs, to sums: inout [Double]) {
    search.run(from: source, over: arcs)
    let order = search.queue[..<search.reachedCount].map { Int($0) }
    for node in order { (pathCount[node], dependency[node]) = (0, 0) }
    pathCount[source] = 1
    for node in order {
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] {
        let next = Int(arcs.ends[arc])
        if isStep(node, next) { pathCount[next] += pathCount[node] }
      }
    }
    for node in order.reversed() {
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] {
        let next = Int(arcs.ends[arc])
        guard isStep(node, next) else { continue }
        let isCrossing = groups[next] != nil && groups[next] != groups[source]
        dependency[node] +=
          pathCount[node] / pathCount[next] * (dependency[next] + (isCrossing ? 1 : 0))
      }
      if node != source { sums[node] += dependency[node] }
    }
  }

  /// Whether an arc leads one step farther from the source.
  private func isStep(_ node: Int, _ next: Int) -> Bool {
    search.distance[next] == search.distance[node] + 1
  }
}
