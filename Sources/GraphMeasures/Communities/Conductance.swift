public import GraphStructure

extension Graph {
  /// Returns the conductance of every community: how much of what touches it leads out.
  ///
  /// > *φ*(*c*) = *cut*(*c*) / min(*vol*(*c*), *vol*(others))
  ///
  /// where *cut* is what edges between the community and others count, and *vol* what the edges of
  /// its nodes count, added up over the nodes. 0 where no edge leads out, 1 where all do. NaN where
  /// the community or all others have no edge. Directions do not matter; self loops count twice in
  /// the volume, parallel edges each.
  ///
  /// - Parameters:
  ///   - partition: The communities; it must have as many labels as the graph has nodes.
  ///   - values: Whether edges count 1 or their strengths, which must not be below 0.
  /// - Returns: A number for each community.
  /// - Throws: ``MeasureError/negativeStrength(_:source:target:)``.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: R. Kannan, S. Vempala, A. Vetta. On clusterings: good, bad and spectral. Journal of
  ///   the ACM 51, 2004.
  public func conductance(
    of partition: Partition, values: EdgeValues = .ones
  ) throws(MeasureError) -> [Double] {
    precondition(partition.labels.count == nodeCount, "a label for each node")
    try checkStrengths(values)
    var cut = [Double](repeating: 0, count: partition.count)
    var volume = cut
    for node in nodes {
      for arc in outgoing.arcs(of: node) {
        let end = Int(outgoing.ends[arc])
        // In an undirected graph the other arc counts the other end; a self loop has no other arc.
        let value = values == .strengths ? outgoing.strengths?[arc] ?? 1 : 1
        let (label, other) = (partition.labels[node], partition.labels[end])
        volume[label] += node == end && !isDirected ? 2 * value : value
        if isDirected { volume[other] += value }
        guard label != other else { continue }
        cut[label] += value
        if isDirected { cut[other] += value }
      }
    }
    let all = volume.reduce(0, +)
    return cut.indices.map { community in
      let smaller = min(volume[community], all - volume[community])
      return smaller > 0 ? cut[community] / smaller : .nan
    }
  }
}
