public import GraphStructure

extension TwoModeGraph {
  /// Returns the two-mode degree of every node: the share of the other mode that it is tied to.
  ///
  /// > *k*(*v*) / size of the other mode
  ///
  /// Parallel edges count once. NaN where the other mode is empty.
  ///
  /// - Returns: The scores in the order of ``graph``, the first mode in front.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: S. P. Borgatti, M. G. Everett. Network analysis of 2-mode data. Social Networks
  ///   19, 1997.
  public func degree() -> [Double] {
    let arcs = graph.simpleArcs(.outgoing)
    return graph.nodes.map { Double(arcs.degree(of: $0)) / Double(sizes(of: $0).other) }
  }

  /// Returns the two-mode closeness of every node.
  ///
  /// > *C*(*v*) = (*n*ₒ + 2 (*n*ᵥ − 1)) / Σ *d*(*v*, *u*) · *r* / (*n* − 1)
  ///
  /// where *n*ᵥ is the size of the node's own mode, *n*ₒ of the other, *n* of both, and *u* runs
  /// over the *r* nodes that *v* can reach. The numerator is the least sum that a node can have:
  /// one step to the other mode, two to its own. The last factor, 1 in a connected graph, is that
  /// of Wasserman and Faust, as in networkx. A node that reaches no other scores 0.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The scores in the order of ``graph``, and how many nodes each node reaches.
  /// - Complexity: O(*n* (*n* + *m*)).
  /// - SeeAlso: S. P. Borgatti, M. G. Everett. Network analysis of 2-mode data. Social Networks
  ///   19, 1997.
  public func closeness(execution: Execution = .standard) -> Closeness {
    let sweep = Sweep(steps: OrderedArcs(graph, .outgoing), execution: execution)
    let scores = sweep.nodes.enumerated().map { node, sums in
      guard sums.reachedCount > 0 else { return 0.0 }
      let sizes = sizes(of: node)
      let least = Double(sizes.other + 2 * (sizes.own - 1))
      return least / sums.sumOfDistances
        * (Double(sums.reachedCount) / Double(graph.nodeCount - 1))
    }
    return Closeness(scores: scores, reachedCounts: sweep.nodes.map(\.reachedCount))
  }

  /// Returns the two-mode betweenness of every node: the raw betweenness as a share of the most
  /// that a node of its mode can have.
  ///
  /// With *n* nodes in the node's own mode, *m* in the other, *s* = (*n* − 1) div *m* and
  /// *t* = (*n* − 1) mod *m*:
  ///
  /// > ½ (*m*² (*s* + 1)² + *m* (*s* + 1)(2*t* − *s* − 1) − *t* (2*s* − *t* + 3))
  ///
  /// NaN where that is 0, which needs a mode of one node or none.
  ///
  /// - Parameter execution: Threads, progress and cancellation.
  /// - Returns: The scores in the order of ``graph``.
  /// - Complexity: O(*n* (*n* + *m*)).
  /// - SeeAlso: S. P. Borgatti, M. G. Everett. Network analysis of 2-mode data. Social Networks
  ///   19, 1997.
  public func betweenness(execution: Execution = .standard) -> [Double] {
    let raw = graph.betweenness(scaling: .raw, execution: execution)
    return raw.enumerated().map { node, score in
      let sizes = sizes(of: node)
      let most = Self.greatestBetweenness(own: sizes.own, other: sizes.other)
      return most > 0 ? score / most : .nan
    }
  }

  private static func greatestBetweenness(own: Int, other: Int) -> Double {
    guard other > 0 else { return 0 }
    let (quotient, remainder) = (own - 1).quotientAndRemainder(dividingBy: other)
    let (m, s, t) = (Double(other), Double(quotient), Double(remainder))
    return (m * m * (s + 1) * (s + 1) + m * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2
  }

  private func sizes(of node: Int) -> (own: Int, other: Int) {
    node < firstCount ? (firstCount, secondCount) : (secondCount, firstCount)
  }
}
