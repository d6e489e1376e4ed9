public import GraphStructure

/// How central a group of nodes is, taken together.
public struct GroupCentrality: Sendable, Equatable {
  /// The number that the definition gives.
  public let raw: Double

  /// The number as a share of the most that a group of this size can have.
  public let scaled: Double
}

extension Graph {
  /// Returns how many nodes outside a group are tied to one of its members or more.
  ///
  /// Scaled, that is divided by the number of nodes outside. Self loops and parallel edges change
  /// nothing; a member named twice counts once.
  ///
  /// - Parameters:
  ///   - group: The members.
  ///   - direction: `.outgoing` counts the nodes that members point at, `.incoming` those that
  ///     point at members.
  /// - Returns: The group's degree; 0 for a group of no node, and scaled NaN where no node is
  ///   outside.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: M. G. Everett, S. P. Borgatti. The centrality of groups and classes. Journal of
  ///   Mathematical Sociology 23, 1999.
  public func groupDegree(
    of group: [Node], direction: Direction = .outgoing
  ) -> GroupCentrality {
    let isMember = membership(of: group)
    var isTied = [Bool](repeating: false, count: nodeCount)
    let rows = rows(direction)
    for node in nodes where isMember[node] {
      for arc in rows.arcs(of: node) { isTied[Int(rows.ends[arc])] = true }
    }
    let tied = nodes.count { isTied[$0] && !isMember[$0] }
    return GroupCentrality(
      raw: Double(tied), scaled: Double(tied) / Double(isMember.count { !$0 }))
  }

  /// Returns how near a group is to the nodes outside it, each measured from the nearest member.
  ///
  /// > *C* = *r* / Σ *d*(*G*, *v*)
  ///
  /// over the *r* nodes *v* outside that can be reached, with *d* in steps. Scaled, that is
  /// multiplied by the share *r* / *o* of the *o* nodes outside: the factor of Wasserman and Faust,
  /// 1 where all are reached. It is 0 where none is.
  ///
  /// - Note: networkx follows arcs towards the group, and divides *o* by the same sum.
  /// - Parameters:
  ///   - group: The members; one named twice counts once.
  ///   - direction: `.outgoing` measures from the group, `.incoming` towards it.
  /// - Returns: The group's closeness, at most 1; scaled NaN where no node is outside.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: As for ``groupDegree(of:direction:)``.
  public func groupCloseness(
    of group: [Node], direction: Direction = .outgoing
  ) -> GroupCentrality {
    let isMember = membership(of: group)
    let rows = rows(direction)
    var isSeen = isMember
    var frontier = nodes.filter { isMember[$0] }
    var (reached, sum, distance) = (0, 0, 0)
    while !frontier.isEmpty {
      distance += 1
      var next: [Int] = []
      for node in frontier {
        for arc in rows.arcs(of: node) where !isSeen[Int(rows.ends[arc])] {
          isSeen[Int(rows.ends[arc])] = true
          next.append(Int(rows.ends[arc]))
        }
      }
      reached += next.count
      sum += distance * next.count
      frontier = next
    }
    let outside = isMember.count { !$0 }
    let raw = reached > 0 ? Double(reached) / Double(sum) : 0
    return GroupCentrality(raw: raw, scaled: raw * Double(reached) / Double(outside))
  }

  /// Returns how far a group stands between the nodes outside it.
  ///
  /// > *B* = Σ σ(*s*, *t* | *G*) / σ(*s*, *t*) over all pairs *s*, *t* outside the group
  ///
  /// where σ(*s*, *t*) counts the shortest paths from *s* to *t* by steps, and σ(*s*, *t* | *G*) those
  /// that pass through one member or more. Raw scores count each pair once in an undirected graph,
  /// both ways in a directed one. Scaled, they are divided by the number of pairs: *o* (*o* − 1) / 2
  /// in an undirected graph, *o* (*o* − 1) in a directed one, with *o* nodes outside. A group of a
  /// single node has its ``betweenness(scaling:execution:)``. Self loops and parallel edges change
  /// nothing.
  ///
  /// - Parameters:
  ///   - group: The members; one named twice counts once.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The group's betweenness; scaled NaN where fewer than two nodes are outside.
  /// - Complexity: O(*n* (*n* + *m*)): one search from each node outside.
  /// - SeeAlso: As for ``groupDegree(of:direction:)``.
  public func groupBetweenness(
    of group: [Node], execution: Execution = .standard
  ) -> GroupCentrality {
    let isMember = membership(of: group)
    let outside = nodes.filter { !isMember[$0] }
    let arcs = simpleArcs(.outgoing)
    let sum = execution.reduceChunks(
      of: outside.count, chunkSize: Execution.sourcesPerChunk, into: 0.0,
      makeScratch: { AvoidingSearch(nodeCount: arcs.nodeCount) },
      work: { sources, search in
        sources.reduce(0) { $0 + search.passingShares(from: outside[$1], isMember, arcs) }
      },
      merge: { $0 += $1 })
    let raw = isDirected ? sum : sum / 2
    let pairs = Double(outside.count * (outside.count - 1))
    return GroupCentrality(raw: raw, scaled: sum / pairs)
  }

  private func membership(of group: [Node]) -> [Bool] {
    var isMember = [Bool](repeating: false, count: nodeCount)
    for node in group {
      precondition(nodes.contains(node), "node \(node) is not in 0..<\(nodeCount)")
      isMember[node] = true
    }
    return isMember
  }
}

/// A breadth-first search that tells which share of the shortest paths to a node avoids a group.
private struct AvoidingSearch: Sendable {
  private static let unseen = -1

  /// The steps from the source.
  private var distance: [Int]
  /// The number of shortest paths, divided by the greatest of all nodes as far away: only ratios
  /// within a level matter, and so no number of paths is too large.
  private var pathCount: [Double]
  /// The number of those that avoid the group, divided by the same.
  private var avoidingCount: [Double]

  init(nodeCount: Int) {
    distance = [Int](repeating: Self.unseen, count: nodeCount)
    pathCount = [Double](repeating: 0, count: nodeCount)
    avoidingCount = pathCount
  }

  /// Adds up, over all nodes outside the group, the share of shortest paths that pass it.
  mutating func passingShares(from source: Int, _ isMember: [Bool], _ arcs: Arcs) -> Double {
    var seen = [source]
    var level = 0..<1
    (distance[source], pathCount[source], avoidingCount[source]) = (0, 1, 1)
    var sum = 0.0
    while !level.isEmpty {
      let greatest = seen[level].reduce(0) { max($0, pathCount[$1]) }
      for node in seen[level] {
        pathCount[node] /= greatest
        avoidingCount[node] = isMember[node] ? 0 : avoidingCount[node] / greatest
        // Beside counts that differ by 300 digits, a count may have come to 0.
        if !isMember[node], pathCount[node] > 0 {
          sum += 1 - avoidingCount[node] / pathCount[node]
        }
      }
      for place in level {
        let node = seen[place]
        for arc in arcs.offsets[node]..<arcs.offsets[node + 1] {
          let end = Int(arcs.ends[arc])
          if distance[end] == Self.unseen {
            distance[end] = distance[node] + 1
            seen.append(end)
          }
          guard distance[end] == distance[node] + 1 else { continue }
          pathCount[end] += pathCount[node]
          avoidingCount[end] += avoidingCount[node]
        }
      }
      level = level.upperBound..<seen.count
    }
    for node in seen {
      (distance[node], pathCount[node], avoidingCount[node]) = (Self.unseen, 0, 0)
    }
    return sum
  }
}
