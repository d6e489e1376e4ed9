public import GraphStructure

/// How far apart the nodes of a graph are, over all ordered pairs of different nodes.
public struct DistanceSummary: Sendable, Equatable {
  /// The number of nodes.
  public let nodeCount: Int

  /// How many ordered pairs of different nodes are a number of steps apart, indexed by that number.
  ///
  /// The entry for 0 steps is 0; the last entry belongs to the greatest distance. Pairs that no
  /// path joins are not in it. In an undirected graph every pair is counted from both ends.
  public let pairCounts: [Int]

  /// The number of all ordered pairs of different nodes.
  public var pairCount: Int { nodeCount * (nodeCount - 1) }

  /// The number of ordered pairs that a path joins.
  public var reachablePairCount: Int { pairCounts.reduce(0, +) }

  /// The mean distance over the pairs that a path joins; NaN where there is none.
  public var meanDistance: Double {
    let sum = pairCounts.indices.reduce(0) { $0 + $1 * pairCounts[$1] }
    return Double(sum) / Double(reachablePairCount)
  }

  /// The greatest distance over the pairs that a path joins; nil where there is none.
  public var diameter: Int? { pairCounts.count > 1 ? pairCounts.count - 1 : nil }

  /// The mean of 1 / distance over all pairs, 0 for those that no path joins; NaN where there are
  /// fewer than two nodes.
  ///
  /// - SeeAlso: V. Latora, M. Marchiori. Efficient behavior of small-world networks. Physical
  ///   Review Letters 87, 2001.
  public var globalEfficiency: Double {
    var sum = 0.0
    for steps in pairCounts.indices.dropFirst() {
      sum += Double(pairCounts[steps]) / Double(steps)
    }
    return sum / Double(pairCount)
  }

  /// Returns the share of all ordered pairs that are at most some steps apart.
  ///
  /// - Parameter steps: A number of steps.
  /// - Returns: A share 0…1, NaN where there are fewer than two nodes.
  public func share(within steps: Int) -> Double {
    Double(pairCounts.prefix(max(0, steps) + 1).reduce(0, +)) / Double(pairCount)
  }
}

extension Graph {
  /// Returns how far apart the nodes are, over all pairs.
  ///
  /// Distances count steps along the arcs. All numbers of the summary come from whole counts, so
  /// they are exact but for their last division.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The counts of pairs by distance, with mean, diameter, efficiency and shares.
  /// - Complexity: O(*n* (*n* + *m*)) time, O(*n*) space a thread.
  public func distanceSummary(execution: Execution = .standard) -> DistanceSummary {
    let arcs = Arcs(outgoing)
    let nodeCount = nodeCount
    let pairCounts = execution.reduceChunks(
      of: nodeCount, chunkSize: Execution.sourcesPerChunk, into: [0],
      makeScratch: { BreadthFirstSearch(nodeCount: nodeCount) },
      work: { sources, search in
        var counts = [0]
        for source in sources {
          search.run(from: source, over: arcs)
          while counts.count <= search.eccentricity { counts.append(0) }
          for steps in 0..<search.eccentricity {
            counts[steps + 1] += search.countWithin[steps + 1] - search.countWithin[steps]
          }
        }
        return counts
      },
      merge: { total, counts in
        while total.count < counts.count { total.append(0) }
        for steps in counts.indices { total[steps] += counts[steps] }
      })
    return DistanceSummary(nodeCount: nodeCount, pairCounts: pairCounts)
  }

  /// Returns the eccentricity of every node, indexed by node.
  ///
  /// > *e*(*u*) = max *d*(*u*, *v*) over all nodes *v* that *u* can reach
  ///
  /// A node that reaches no other has eccentricity 0. In a disconnected graph it says how far the
  /// node's own component extends, as in igraph.
  ///
  /// - Parameters:
  ///   - direction: `.outgoing` measures from *u*, `.incoming` towards *u*.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The eccentricities in steps.
  /// - Complexity: O(*n* (*n* + *m*)) time, O(*n*) space a thread.
  public func eccentricity(
    direction: Direction = .outgoing, execution: Execution = .standard
  ) -> [Int] {
    let arcs = Arcs(rows(direction))
    let nodeCount = nodeCount
    return execution.mapNodes(
      nodeCount, missing: 0, makeScratch: { BreadthFirstSearch(nodeCount: nodeCount) }
    ) { source, search in
      search.run(from: source, over: arcs)
      return search.eccentricity
    }
  }
}
