extension Graph {
  /// Returns the graph of some nodes and all edges between them.
  ///
  /// - Parameter kept: Distinct nodes of this graph; the *i*-th becomes node *i*.
  /// - Returns: The induced subgraph, strengths and distances included.
  /// - Complexity: O(*n* + arcs of the nodes · log of their degree).
  public func subgraph(of kept: [Node]) -> Graph {
    let absent = UInt32.max
    var newNode = [UInt32](repeating: absent, count: nodeCount)
    for (index, node) in kept.enumerated() {
      precondition(newNode[node] == absent, "node \(node) is named twice")
      newNode[node] = UInt32(index)
    }
    let columns = (outgoing.strengths, outgoing.distances)
    var nearEnds: [UInt32] = []
    var farEnds: [UInt32] = []
    var strengths: [Double] = []
    var distances: [Double] = []
    for (index, node) in kept.enumerated() {
      for arc in outgoing.arcs(of: node) {
        let end = newNode[Int(outgoing.ends[arc])]
        guard end != absent else { continue }
        nearEnds.append(end)
        farEnds.append(UInt32(index))
        if let column = columns.0 { strengths.append(column[arc]) }
        if let column = columns.1 { distances.append(column[arc]) }
      }
    }
    // Both arcs of an undirected edge are among these already; transposing sorts each row.
    let rows = Rows(
      EdgeArcs(
        nodeCount: kept.count, nearEnds: nearEnds, farEnds: farEnds, bothWays: false,
        keepsLoops: true),
      strengths: columns.0.map { _ in Column(strengths) },
      distances: columns.1.map { _ in Column(distances) }
    ).transposed()
    return Graph(outgoing: rows, isDirected: isDirected)
  }

  /// The same nodes with every arc turned round; an undirected graph is its own reverse.
  ///
  /// - Complexity: O(*n* + *m*).
  public var reversed: Graph {
    isDirected ? Graph(outgoing: incoming, isDirected: true) : self
  }

  /// The undirected graph in which two nodes are tied where an arc leads either way between them.
  ///
  /// Strengths of the two directions are added, of the distances the least is kept.
  ///
  /// - Complexity: O(*n* + *m*).
  public var undirected: Graph {
    guard isDirected else { return self }
    var nearEnds: [UInt32] = []
    nearEnds.reserveCapacity(outgoing.arcCount)
    for node in nodes {
      nearEnds.append(
        contentsOf: repeatElement(UInt32(node), count: outgoing.degree(of: node)))
    }
    let rows = Rows(
      EdgeArcs(
        nodeCount: nodeCount, nearEnds: nearEnds, farEnds: outgoing.ends.array, bothWays: true,
        keepsLoops: true),
      strengths: outgoing.strengths, distances: outgoing.distances)
    return Graph(
      outgoing: rows.transposed().merged(), isDirected: false, givenEdgeCount: edgeCount)
  }
}
