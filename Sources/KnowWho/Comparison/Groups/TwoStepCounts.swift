/// Who is how near to whom in an undirected graph, and who alone introduces whom.
struct TwoStepCounts {
  /// The number of neighbors of each node.
  private(set) var first: [Int]
  /// The number of nodes at two steps.
  private(set) var second: [Int]
  /// The number of nodes at three steps.
  private(set) var third: [Int]
  /// For each node the two-paths to nodes at two steps: those counted once a contact.
  private(set) var chains: [Int]
  /// The number of nodes at two steps to which a single neighbor leads.
  private(set) var fragile: [Int]
  /// For each node the ordered pairs of others that only it brings within two steps.
  private(set) var lost: [Int]

  /// Counts.
  ///
  /// - Parameter graph: Undirected, without loops and parallel edges.
  /// - Complexity: O(*n* *m*) at worst; that of searches three steps deep.
  init(in graph: Graph) {
    let count = graph.nodeCount
    (first, second, third) = (
      [Int](repeating: 0, count: count), [Int](repeating: 0, count: count),
      [Int](repeating: 0, count: count)
    )
    (chains, fragile, lost) = (first, first, first)
    let offsets = graph.outgoing.offsets.span
    let ends = graph.outgoing.ends.span
    var seenFrom = [Int](repeating: -1, count: count)
    var waysTo = [Int](repeating: 0, count: count)
    var via = [Int](repeating: 0, count: count)
    var queue: [Int] = []
    queue.reserveCapacity(count)
    for source in 0..<count {
      queue.removeAll(keepingCapacity: true)
      seenFrom[source] = source
      waysTo[source] = 0
      for arc in offsets[source]..<offsets[source + 1] where seenFrom[Int(ends[arc])] != source {
        let end = Int(ends[arc])
        seenFrom[end] = source
        waysTo[end] = 0
        queue.append(end)
      }
      let firstCount = queue.count
      for place in 0..<firstCount {
        let node = queue[place]
        for arc in offsets[node]..<offsets[node + 1] {
          let end = Int(ends[arc])
          if seenFrom[end] != source {
            seenFrom[end] = source
            waysTo[end] = 1
            via[end] = node
            queue.append(end)
          } else if waysTo[end] > 0 {
            waysTo[end] += 1
          }
        }
      }
      let secondEnd = queue.count
      for place in firstCount..<secondEnd {
        let ways = waysTo[queue[place]]
        chains[source] += ways
        if ways == 1 {
          fragile[source] += 1
          lost[via[queue[place]]] += 1
        }
      }
      var thirdCount = 0
      for place in firstCount..<secondEnd {
        let node = queue[place]
        for arc in offsets[node]..<offsets[node + 1] where seenFrom[Int(ends[arc])] != source {
          seenFrom[Int(ends[arc])] = source
          thirdCount += 1
        }
      }
      first[source] = firstCount
      second[source] = secondEnd - firstCount
      third[source] = thirdCount
    }
  }

  /// The share of what all others reach through one introducer that is lost with each node, itself
  /// not counted as reached; NaN where they reach nobody else.
  var dependences: [Double] {
    let all = zip(first, second).reduce(0) { $0 + $1.0 + $1.1 }
    return lost.indices.map { node in
      let others = all - 2 * (first[node] + second[node])
      return others > 0 ? Double(lost[node]) / Double(others) : .nan
    }
  }
}
