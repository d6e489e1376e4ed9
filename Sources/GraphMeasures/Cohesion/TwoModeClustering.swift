public import GraphStructure

/// What the common neighbors of two nodes are a share of.
public enum NeighborShare: String, Sendable, CaseIterable {
  /// The neighbors of either: the Jaccard coefficient, "dot" in networkx.
  case either
  /// Those of the node that has fewer.
  case fewer
  /// Those of the node that has more.
  case more
}

extension TwoModeGraph {
  /// Returns the clustering of the whole: how many of the paths of three edges are closed by a fourth.
  ///
  /// > 4 · cycles of four edges / paths of three edges
  ///
  /// In a graph of two modes a cycle of four is the shortest there is: two people who meet at one
  /// event meet at another as well. Parallel edges count once.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The share, 0…1; NaN where there is no path of three edges.
  /// - Complexity: O(Σ *d*²) over the degrees *d* of the second mode.
  /// - SeeAlso: G. Robins, M. Alexander. Small worlds among interlocking directors. Computational &
  ///   Mathematical Organization Theory 10, 2004.
  public func clustering(execution: Execution = .standard) -> Double {
    let arcs = graph.simpleArcs(.outgoing)
    let cycles = execution.reduceChunks(
      of: firstCount, chunkSize: Execution.sourcesPerChunk, into: 0,
      makeScratch: { CommonNeighbors(nodeCount: arcs.nodeCount) },
      work: { nodes, common in
        nodes.reduce(0) { sum, node in
          let counts = common.counts(of: node, arcs)
          // Each pair is met from both of its nodes.
          return sum
            + counts.reduce(0) { $1.node > node ? $0 + $1.count * ($1.count - 1) / 2 : $0 }
        }
      },
      merge: { $0 += $1 })
    let paths = (0..<firstCount).reduce(0) { sum, node in
      (arcs.offsets[node]..<arcs.offsets[node + 1]).reduce(sum) {
        $0 + (arcs.degree(of: node) - 1) * (arcs.degree(of: Int(arcs.ends[$1])) - 1)
      }
    }
    return 4 * Double(cycles) / Double(paths)
  }

  /// Returns the local clustering of every node: how many neighbors it has in common with those of
  /// its own mode, on average.
  ///
  /// > *C*(*v*) = mean of |*N*(*v*) ∩ *N*(*u*)| / |*N*(*v*) ∪ *N*(*u*)|
  ///
  /// over the nodes *u* that have a neighbor in common with *v*; other shares divide by the smaller
  /// or the larger of the two sets. A node that has none in common with any scores 0, as in networkx.
  /// Parallel edges count once.
  ///
  /// - Parameters:
  ///   - share: What the common neighbors are a share of.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The scores in the order of ``graph``, the first mode in front.
  /// - Complexity: O(Σ *d*²) over all degrees *d*.
  /// - SeeAlso: M. Latapy, C. Magnien, N. Del Vecchio. Basic notions for the analysis of large
  ///   two-mode networks. Social Networks 30, 2008.
  public func localClustering(
    sharing share: NeighborShare = .either, execution: Execution = .standard
  ) -> [Double] {
    let arcs = graph.simpleArcs(.outgoing)
    return execution.mapNodes(
      arcs.nodeCount, missing: 0, makeScratch: { CommonNeighbors(nodeCount: arcs.nodeCount) }
    ) { node, common in
      let own = arcs.degree(of: node)
      let counts = common.counts(of: node, arcs)
      let sum = counts.reduce(0.0) { sum, other in
        let degree = arcs.degree(of: other.node)
        let whole =
          switch share {
          case .either: own + degree - other.count
          case .fewer: min(own, degree)
          case .more: max(own, degree)
          }
        return sum + Double(other.count) / Double(whole)
      }
      return counts.isEmpty ? 0 : sum / Double(counts.count)
    }
  }
}

/// Counts what a node has in common with others.
private struct CommonNeighbors: Sendable {
  private var counts: [Int]

  init(nodeCount: Int) { counts = [Int](repeating: 0, count: nodeCount) }

  /// Returns the nodes that have a neighbor in common with a node, ascending, with how many.
  mutating func counts(of node: Int, _ arcs: Arcs) -> [(node: Int, count: Int)] {
    var met: [Int] = []
    for arc in arcs.offsets[node]..<arcs.offsets[node + 1] {
      let neighbor = Int(arcs.ends[arc])
      for onward in arcs.offsets[neighbor]..<arcs.offsets[neighbor + 1] {
        let other = Int(arcs.ends[onward])
        guard other != node else { continue }
        if counts[other] == 0 { met.append(other) }
        counts[other] += 1
      }
    }
    let found = met.sorted().map { (node: $0, count: counts[$0]) }
    for other in met { counts[other] = 0 }
    return found
  }
}
