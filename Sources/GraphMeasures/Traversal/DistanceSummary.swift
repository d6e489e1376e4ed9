public import GraphStructure

/// How far apart the nodes of a graph are, over all ordered pairs of different nodes.
public struct DistanceSummary: Sendable, Equatable {
  /// The number of nodes.
  public let nodeCount: Int

  /// Whether the two ends of a pair may see different distances.
  public let isDirected: Bool

  /// How many ordered pairs of different nodes are a number of steps apart, indexed by that number.
  ///
  /// The entry for 0 steps is 0; the last entry belongs to the greatest distance. Pairs that no
  /// path joins are not in it. In an undirected graph every pair is counted from both ends.
  public let pairCounts: [Int]

  /// The number of all ordered pairs of different nodes.
  public var pairCount: Int { nodeCount * (nodeCount - 1) }

  /// The number of ordered pairs that a path joins.
  public var reachablePairCount: Int { pairCounts.reduce(0, +) }

  /// The number of ordered pairs of different nodes that no path joins.
  public var unreachablePairCount: Int { pairCount - reachablePairCount }

  /// How many pairs are a number of steps apart, indexed by that number, each pair counted once;
  /// nil in a directed graph, where the two ends of a pair may see different distances.
  public var unorderedPairCounts: [Int]? { isDirected ? nil : pairCounts.map { $0 / 2 } }

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
    let arcs = OrderedArcs(self, .outgoing)
    let pairCounts = arcs.sweep(
      arcs.batchGroups(), execution: execution, into: [0],
      makePart: { _ in [0] },
      add: { part, _, steps, _, counts in
        while part.count <= steps { part.append(0) }
        for index in counts.indices { part[steps] += Int(counts[index]) }
      },
      merge: { total, _, counts in
        while total.count < counts.count { total.append(0) }
        for steps in counts.indices { total[steps] += counts[steps] }
      })
    return DistanceSummary(nodeCount: nodeCount, isDirected: isDirected, pairCounts: pairCounts)
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
    let arcs = OrderedArcs(self, direction)
    let groups = arcs.batchGroups()
    let farthest = arcs.sweep(
      groups, execution: execution, into: [Int](repeating: 0, count: nodeCount),
      makePart: { [UInt32](repeating: 0, count: $0) },
      add: { part, first, steps, places, _ in
        for index in places.indices {
          part[first + Int(places[index])] = UInt32(truncatingIfNeeded: steps)
        }
      },
      merge: { total, group, part in
        let first = groups[group].places.lowerBound
        for index in part.indices {
          total[first + index] = max(total[first + index], Int(part[index]))
        }
      })
    var eccentricities = farthest
    for (place, node) in arcs.nodes.enumerated() { eccentricities[Int(node)] = farthest[place] }
    return eccentricities
  }
}
