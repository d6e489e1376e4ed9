public import GraphStructure

extension Graph {
  /// Returns the greatest number of steps between two nodes that a path joins; nil where there is
  /// no such pair.
  ///
  /// It is ``DistanceSummary/diameter`` without the other distances. In a disconnected graph it is
  /// that of the widest component, as in igraph.
  ///
  /// In an undirected graph each search from a node bounds how far every other node of its
  /// component extends: at *d* steps from a node that extends *e*, a node extends at least
  /// max(*d*, *e* − *d*) and at most *e* + *d*. Searches start by turns where the bounds are
  /// highest and lowest, until no node can extend farther than one is known to; in social networks
  /// after a few dozen. In a directed graph every node is searched from.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The diameter.
  /// - Complexity: O(*n* (*n* + *m*)) at worst, as on a cycle; commonly O(*n* + *m*) times a few
  ///   dozen in an undirected graph.
  /// - SeeAlso: F. W. Takes, W. A. Kosters. Determining the diameter of small world networks. CIKM
  ///   2011.
  public func diameter(execution: Execution = .standard) -> Int? {
    guard !isDirected else {
      let farthest = eccentricity(execution: execution).max() ?? 0
      return farthest > 0 ? farthest : nil
    }
    let components = components()
    // How far each node extends at least and at most; none passes all others of its component.
    var least = [Int32](repeating: 0, count: nodeCount)
    var most = components.labels.map {
      Int32(truncatingIfNeeded: min(components.sizes[$0] - 1, Int(Int32.max)))
    }
    var diameter: Int32 = 0
    var candidates = nodes.filter { most[$0] > 0 }
    var takesHighest = true
    while !execution.isCancelled() {
      candidates.removeAll { most[$0] <= diameter }
      guard var source = candidates.first else { break }
      for node in candidates.dropFirst() {
        let isBetter =
          takesHighest
          ? (most[node], outgoing.degree(of: node)) > (most[source], outgoing.degree(of: source))
          : (least[node], -outgoing.degree(of: node))
            < (least[source], -outgoing.degree(of: source))
        if isBetter { source = node }
      }
      takesHighest.toggle()
      let distance = DistanceSearch(from: source, forward: outgoing, backward: outgoing).distance
      let extent = distance.max() ?? 0
      diameter = max(diameter, extent)
      for node in candidates where distance[node] >= 0 {
        least[node] = max(least[node], distance[node], extent - distance[node])
        most[node] = min(most[node], extent + distance[node])
      }
      // The search has settled it.
      most[source] = extent
    }
    execution.onProgress?(1)
    return diameter > 0 ? Int(diameter) : nil
  }
}
