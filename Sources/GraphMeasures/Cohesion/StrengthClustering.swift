public import GraphStructure

extension Graph {
  /// Returns the local clustering of every node by the strengths of its ties, indexed by node.
  ///
  /// > *C*(*v*) = Σ (*s*(*v*, *u*) + *s*(*v*, *w*)) / (*S*(*v*) (*k* − 1)) over the triangles of *v* with *u* and *w*
  ///
  /// where *s* is the strength of a tie, *S*(*v*) what all ties of *v* count together, and *k* the
  /// number of its neighbors. So a triangle counts as much as the ties of *v* in it, while the tie
  /// between the two neighbors need only be there. Where all ties are equally strong it is
  /// ``localClustering(execution:)``. It is 0 for a node with fewer than two neighbors, or without
  /// any strength. Directions are ignored: strengths both ways are added, as are those of parallel
  /// edges. Self loops are ignored.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The scores, 0…1.
  /// - Throws: ``MeasureError/negativeStrength(_:source:target:)``.
  /// - Complexity: O(Σ *k*²) over the degrees *k* of all ties' ends.
  /// - SeeAlso: A. Barrat, M. Barthélemy, R. Pastor-Satorras, A. Vespignani. The architecture of
  ///   complex weighted networks. PNAS 101, 2004.
  public func localClusteringByStrength(
    execution: Execution = .standard
  ) throws(MeasureError) -> [Double] {
    try checkStrengths(.strengths)
    let arcs = neighborArcs(.strengths)
    return execution.mapNodes(
      nodeCount, missing: 0,
      makeScratch: { [Bool](repeating: false, count: arcs.nodeCount) }
    ) { node, isNeighbor in
      let row = arcs.offsets[node]..<arcs.offsets[node + 1]
      guard row.count > 1 else { return 0 }
      for arc in row { isNeighbor[Int(arcs.ends[arc])] = true }
      // Each tie is in as many triangles as its far end has neighbors among those of the node.
      var (inTriangles, total) = (0.0, 0.0)
      for arc in row {
        let far = Int(arcs.ends[arc])
        let strength = arcs.values?[arc] ?? 1
        var triangles = 0
        for onward in arcs.offsets[far]..<arcs.offsets[far + 1] {
          triangles += isNeighbor[Int(arcs.ends[onward])] ? 1 : 0
        }
        inTriangles += strength * Double(triangles)
        total += strength
      }
      for arc in row { isNeighbor[Int(arcs.ends[arc])] = false }
      return total > 0 ? min(1, inTriangles / (total * Double(row.count - 1))) : 0
    }
  }

  /// Returns the mean of the local clustering by strengths, Barrat's measure of a whole network.
  ///
  /// - Parameters:
  ///   - average: Which nodes it runs over.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The mean, NaN where it runs over no node.
  /// - Throws: ``MeasureError/negativeStrength(_:source:target:)``.
  /// - Complexity: As ``localClusteringByStrength(execution:)``.
  /// - SeeAlso: As for ``localClusteringByStrength(execution:)``.
  public func averageClusteringByStrength(
    over average: ClusteringAverage = .allNodes, execution: Execution = .standard
  ) throws(MeasureError) -> Double {
    let scores = try localClusteringByStrength(execution: execution)
    let arcs = neighborArcs()
    let counted =
      average == .allNodes ? nodeCount : nodes.count { arcs.degree(of: $0) > 1 }
    return scores.reduce(0, +) / Double(counted)
  }
}
