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
  /// - Complexity: O(*m*^1.5) time: each triangle is found once, through arcs that lead uphill in
  ///   degree, and no node has more than √(2*m*) neighbors of higher degree. O(*n* + *m*) space.
  /// - SeeAlso: M. Latapy. Main-memory triangle computations for very large (sparse (power-law))
  ///   graphs. Theoretical Computer Science 407, 2008.
  public func triangleCounts(execution: Execution = .standard) -> [Int] {
    TriangleSearch(neighborArcs()).counts(execution)
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
    let arcs = neighborArcs()
    let triangles = TriangleSearch(arcs).counts(execution)
    return nodes.map { node in
      let pairs = arcs.neighborPairCount(of: node)
      return pairs > 0 ? Double(triangles[node]) / Double(pairs) : 0
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

  /// Returns ``transitivity(execution:)`` and ``averageClustering(over:execution:)`` over all nodes
  /// for the price of one of them.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: Both, NaN as there.
  package func clusteringSummary(
    execution: Execution
  ) -> (transitivity: Double, average: Double) {
    let arcs = neighborArcs()
    let triangles = TriangleSearch(arcs).counts(execution)
    var (corners, pairs, sum) = (0, 0, 0.0)
    for node in nodes {
      let pairsHere = arcs.neighborPairCount(of: node)
      corners += triangles[node]
      pairs += pairsHere
      sum += pairsHere > 0 ? Double(triangles[node]) / Double(pairsHere) : 0
    }
    return (Double(corners) / Double(pairs), sum / Double(nodeCount))
  }

  /// The number of pairs of neighbors of each node.
  private var neighborPairCounts: [Int] {
    let arcs = neighborArcs()
    return nodes.map { arcs.neighborPairCount(of: $0) }
  }
}

extension Arcs {
  /// Returns the number of pairs of a node's neighbors.
  fileprivate func neighborPairCount(of node: Int) -> Int {
    degree(of: node) * (degree(of: node) - 1) / 2
  }
}
