public import GraphStructure

/// Which nodes an average of local clustering runs over.
public enum ClusteringAverage: String, Sendable, CaseIterable {
  /// All nodes; those with fewer than two neighbors count as 0, as in networkx.
  case allNodes
  /// The nodes with two neighbors or more, the only ones where the share is defined, as in igraph.
  case nodesWithTwoNeighbors
}

extension Graph {
  /// Returns the number of triangles that each node is a corner of, indexed by node.
  ///
  /// Directions, self loops and parallel edges are ignored. The sum over all nodes is three times
  /// the number of triangles.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The counts.
  /// - Complexity: O(*m*^1.5) time: each triangle is found once, from its node of least degree, and
  ///   no node has more than √(2*m*) neighbors of higher degree.
  /// - SeeAlso: M. Latapy. Main-memory triangle computations for very large (sparse (power-law))
  ///   graphs. Theoretical Computer Science 407, 2008.
  public func triangleCounts(execution: Execution = .standard) -> [Int] {
    let uphill = neighborArcs().towardsHigherDegree
    let nodeCount = nodeCount
    return execution.reduceChunks(
      of: nodeCount, chunkSize: max(1024, nodeCount / 64),
      into: [Int](repeating: 0, count: nodeCount),
      makeScratch: { [Bool](repeating: false, count: nodeCount) },
      work: { range, isNeighbor in
        let offsets = uphill.offsets.span
        let ends = uphill.ends.span
        var counts = [Int](repeating: 0, count: nodeCount)
        for node in range {
          for arc in offsets[node]..<offsets[node + 1] { isNeighbor[Int(ends[arc])] = true }
          for arc in offsets[node]..<offsets[node + 1] {
            let second = Int(ends[arc])
            for onward in offsets[second]..<offsets[second + 1] where isNeighbor[Int(ends[onward])]
            {
              counts[node] += 1
              counts[second] += 1
              counts[Int(ends[onward])] += 1
            }
          }
          for arc in offsets[node]..<offsets[node + 1] { isNeighbor[Int(ends[arc])] = false }
        }
        return counts
      },
      merge: { total, counts in
        for node in total.indices { total[node] += counts[node] }
      })
  }

  /// Returns the local clustering of every node, indexed by node.
  ///
  /// > *C*(*v*) = 2 *T*(*v*) / (*k* (*k* − 1))
  ///
  /// where *T*(*v*) counts the triangles at *v* and *k* its neighbors: the share of pairs of its
  /// neighbors that are tied. With fewer than two neighbors there is no such pair, and the score
  /// is 0, as in networkx. Directions, self loops and parallel edges are ignored.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The scores, 0…1.
  /// - Complexity: As ``triangleCounts(execution:)``.
  /// - SeeAlso: D. J. Watts, S. H. Strogatz. Collective dynamics of 'small-world' networks. Nature
  ///   393, 1998.
  public func localClustering(execution: Execution = .standard) -> [Double] {
    let pairCounts = neighborPairCounts
    return zip(triangleCounts(execution: execution), pairCounts).map { triangles, pairs in
      pairs > 0 ? Double(triangles) / Double(pairs) : 0
    }
  }

  /// Returns the mean of the local clustering.
  ///
  /// - Parameters:
  ///   - average: Which nodes it runs over.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The mean, NaN where it runs over no node.
  /// - Complexity: As ``triangleCounts(execution:)``.
  public func averageClustering(
    over average: ClusteringAverage = .allNodes, execution: Execution = .standard
  ) -> Double {
    let scores = localClustering(execution: execution)
    let counted =
      average == .allNodes ? nodeCount : neighborPairCounts.count(where: { $0 > 0 })
    return scores.reduce(0, +) / Double(counted)
  }

  /// Returns the transitivity: the share of paths of two edges whose ends are tied.
  ///
  /// > 3 · triangles / connected triples
  ///
  /// A connected triple is a node with two of its neighbors. Directions, self loops and parallel
  /// edges are ignored.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The share, NaN where there is no triple.
  /// - Complexity: As ``triangleCounts(execution:)``.
  public func transitivity(execution: Execution = .standard) -> Double {
    let corners = triangleCounts(execution: execution).reduce(0, +)
    return Double(corners) / Double(neighborPairCounts.reduce(0, +))
  }

  /// The number of pairs of neighbors of each node.
  private var neighborPairCounts: [Int] {
    let arcs = neighborArcs()
    return nodes.map { arcs.degree(of: $0) * (arcs.degree(of: $0) - 1) / 2 }
  }
}

extension Arcs {
  /// The arcs that lead to a node of higher degree or, among equals, of higher index; of the two
  /// arcs of an edge exactly one does.
  fileprivate var towardsHigherDegree: Arcs {
    var uphill = Arcs(offsets: [0], ends: [], values: nil)
    uphill.ends.reserveCapacity(ends.count / 2)
    for node in 0..<nodeCount {
      for arc in offsets[node]..<offsets[node + 1] {
        let end = Int(ends[arc])
        if (degree(of: end), end) > (degree(of: node), node) { uphill.ends.append(ends[arc]) }
      }
      uphill.offsets.append(uphill.ends.count)
    }
    return uphill
  }
}
