public import GraphStructure

extension Graph {
  /// Returns the fragmentation of what is left without some nodes.
  ///
  /// > *F* = 1 − Σ *s*(*c*) (*s*(*c*) − 1) / (*r* (*r* − 1))
  ///
  /// with the *r* nodes that are left, in components *c* of *s*(*c*) nodes: the share of their pairs
  /// that no path joins. 0 where what is left is connected, 1 where no two are joined; NaN where
  /// fewer than two are left. Directions do not matter. The convention is that of the R package
  /// keyplayer and of UCINET's "fragmentation"; others divide by the pairs of all *n* nodes.
  ///
  /// - Parameter removed: The nodes that go, each once; none measures the graph as it is.
  /// - Returns: 0…1 or NaN.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: S. P. Borgatti. Identifying sets of key players in a social network. Computational
  ///   and Mathematical Organization Theory 12, 2006, (4).
  public func fragmentation(without removed: [Node] = []) -> Double {
    let sizes = subgraph(of: kept(without: removed)).components().sizes
    let left = sizes.reduce(0, +)
    guard left > 1 else { return .nan }
    let joined = sizes.reduce(0) { $0 + $1 * ($1 - 1) }
    return 1 - Double(joined) / Double(left * (left - 1))
  }

  /// Returns how far apart the nodes are that are left without some nodes.
  ///
  /// > *DF* = 1 − Σ 1 / *d*(*u*, *v*) / (*r* (*r* − 1))
  ///
  /// over the ordered pairs of the *r* nodes that are left, with their distances in what is left;
  /// pairs that no path joins add 0. 0 where all are tied to all, 1 where nobody is to anyone; NaN
  /// where fewer than two are left. Directions do not matter.
  ///
  /// - Parameter removed: The nodes that go, each once.
  /// - Returns: 0…1 or NaN.
  /// - Complexity: O(*n* (*n* + *m*)), as ``harmonicCloseness(direction:scaling:execution:)``.
  /// - SeeAlso: S. P. Borgatti. Identifying sets of key players in a social network. Computational
  ///   and Mathematical Organization Theory 12, 2006, (9).
  public func distanceWeightedFragmentation(without removed: [Node] = []) -> Double {
    let left = undirected.subgraph(of: kept(without: removed))
    guard left.nodeCount > 1 else { return .nan }
    let sum = left.harmonicCloseness(scaling: .raw, execution: Execution(threads: 1)).reduce(0, +)
    return 1 - sum / Double(left.nodeCount * (left.nodeCount - 1))
  }

  /// The nodes but for some.
  private func kept(without removed: [Node]) -> [Node] {
    let gone = Set(removed)
    precondition(gone.count == removed.count, "a node is named twice")
    return nodes.filter { !gone.contains($0) }
  }

  /// Returns how near all nodes are to the nearest of some nodes.
  ///
  /// > *DR* = (1 / *n*) Σ 1 / *d*(*K*, *v*) over all nodes *v*
  ///
  /// where *d*(*K*, *v*) is the distance from the nearest node of the set *K*; the nodes of the set
  /// count 1 each, who is out of reach 0. 1 where every node is in the set or tied to it. The
  /// convention is that of the R package keyplayer and of UCINET.
  ///
  /// - Parameters:
  ///   - set: The nodes, at least one.
  ///   - direction: Whether arcs are followed from the set or towards it.
  /// - Returns: 1 / *n* … 1; NaN without nodes.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: S. P. Borgatti. Identifying sets of key players in a social network. Computational
  ///   and Mathematical Organization Theory 12, 2006, (14).
  public func distanceWeightedReach(of set: [Node], direction: Direction = .outgoing) -> Double {
    guard nodeCount > 0 else { return .nan }
    var steps = [Int](repeating: -1, count: nodeCount)
    var queue = set
    for node in set { steps[node] = 0 }
    var sum = Double(Set(set).count)
    var head = 0
    let rows = rows(direction)
    while head < queue.count {
      let node = queue[head]
      head += 1
      for arc in rows.arcs(of: node) {
        let end = Int(rows.ends[arc])
        guard steps[end] < 0 else { continue }
        steps[end] = steps[node] + 1
        sum += 1 / Double(steps[end])
        queue.append(end)
      }
    }
    return sum / Double(nodeCount)
  }
}
