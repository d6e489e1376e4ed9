public import GraphStructure

extension Graph {
  /// Returns the degree of every node, indexed by node.
  ///
  /// > *k*(*u*) = the number of edge ends at *u*
  ///
  /// Parallel edges count each. In an undirected graph a self loop counts 2, so degrees always sum
  /// to twice the number of edges; in a directed graph it leaves the node once and enters it once.
  ///
  /// - Parameter direction: `.outgoing` counts the arcs that leave *u*, `.incoming` those that
  ///   enter it; undirected graphs do not mind.
  /// - Returns: The degrees.
  /// - Complexity: O(*n*), O(*n* + *m*) where there are self loops.
  public func degree(direction: Direction = .outgoing) -> [Int] {
    let rows = rows(direction)
    let countsLoopsTwice = !isDirected && selfLoopCount > 0
    return nodes.map { node in
      guard countsLoopsTwice else { return rows.degree(of: node) }
      return rows.ends[rows.arcs(of: node)].reduce(0) { $0 + (Int($1) == node ? 2 : 1) }
    }
  }

  /// Returns the degree of every node, scaled.
  ///
  /// - Parameters:
  ///   - direction: `.outgoing` counts the arcs that leave a node, `.incoming` those that enter it.
  ///   - scaling: `.scaled` divides by *n* − 1, the degree of a node that is tied to all others;
  ///     with self loops or parallel edges that is not the most there can be. A graph of one node
  ///     is not divided.
  /// - Returns: The scaled degrees.
  /// - Complexity: O(*n*), O(*n* + *m*) where there are self loops.
  public func degree(direction: Direction = .outgoing, scaling: Scaling) -> [Double] {
    var scores = degree(direction: direction).map { Double($0) }
    switch scaling {
    case .raw: break
    case .scaled: scores.divide(by: Double(nodeCount - 1))
    case .l2: scores.scaleToUnitLength()
    }
    return scores
  }

  /// Returns the strength of every node, indexed by node: the sum of the strengths of its edges.
  ///
  /// > *s*(*u*) = Σ *s*(*e*) over the edge ends at *u*
  ///
  /// Every edge of a graph without strengths counts 1, so there it is the degree. In an undirected
  /// graph a self loop counts twice. Strengths below 0 are added like any others.
  ///
  /// - Parameter direction: `.outgoing` adds up the arcs that leave *u*, `.incoming` those that
  ///   enter it.
  /// - Returns: The sums.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: A. Barrat and others. The architecture of complex weighted networks. PNAS 101, 2004.
  public func strength(direction: Direction = .outgoing) -> [Double] {
    let rows = rows(direction)
    guard let strengths = rows.strengths else {
      return degree(direction: direction, scaling: .raw)
    }
    return nodes.map { node in
      rows.arcs(of: node).reduce(0) { sum, arc in
        let countsTwice = !isDirected && Int(rows.ends[arc]) == node
        return sum + (countsTwice ? 2 : 1) * strengths[arc]
      }
    }
  }
}
