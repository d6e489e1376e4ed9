public import GraphStructure

/// The parts that a graph falls into.
///
/// Parts are numbered from 0 in the order of their smallest nodes.
public struct Components: Sendable, Equatable {
  /// The part of each node.
  public let labels: [Int]

  /// The number of nodes of each part.
  public let sizes: [Int]

  /// The number of parts.
  public var count: Int { sizes.count }

  /// The largest part, of several the one with the smallest node; nil in a graph without nodes.
  public var largest: Int? {
    sizes.indices.reduce(nil) { best, part in
      guard let best else { return part }
      return sizes[part] > sizes[best] ? part : best
    }
  }

  /// Returns the nodes of one part.
  ///
  /// - Parameter part: A part, 0..<``count``.
  /// - Returns: Its nodes, ascending.
  /// - Complexity: O(*n*).
  public func nodes(of part: Int) -> [Graph.Node] {
    labels.indices.filter { labels[$0] == part }
  }

  /// Numbers parts by their smallest nodes.
  ///
  /// - Parameter parts: Any distinct number 0..<*n* a part, for each node.
  init(renumbering parts: [Int]) {
    var newLabel = [Int](repeating: -1, count: parts.count)
    var labels = parts
    var sizes: [Int] = []
    for node in parts.indices {
      if newLabel[parts[node]] < 0 {
        newLabel[parts[node]] = sizes.count
        sizes.append(0)
      }
      labels[node] = newLabel[parts[node]]
      sizes[labels[node]] += 1
    }
    self.labels = labels
    self.sizes = sizes
  }
}

extension Graph {
  /// Returns the connected components: the largest sets of nodes that edges hold together.
  ///
  /// In a directed graph these are the weak components: directions do not matter. An isolated node
  /// is a component of its own.
  ///
  /// - Returns: The components, numbered by their smallest nodes.
  /// - Complexity: O(*n* + *m* α(*n*)) at most; where one component holds most nodes, as it does in
  ///   most networks, it looks at two arcs of each of these.
  /// - SeeAlso: M. Sutton, T. Ben-Nun, A. Barak. Optimizing parallel graph connectivity computation
  ///   via subgraph sampling. IPDPS 2018.
  public func components() -> Components {
    var forest = Forest(nodeCount: nodeCount)
    forest.join(outgoing, firstArcs: 0..<2)
    forest.flatten()
    let giant = forest.frequentRoot
    forest.join(outgoing, firstArcs: 2..<Int.max, without: giant)
    // An arc from the giant part to another was passed over: its other end must see it.
    if isDirected { forest.join(incoming, firstArcs: 0..<Int.max, without: giant) }
    forest.flatten()
    return Components(renumbering: forest.parents.map { Int($0) })
  }

  /// Returns the strong components: the largest sets of nodes that can all reach each other along
  /// the arcs.
  ///
  /// In an undirected graph they are the components.
  ///
  /// - Returns: The strong components, numbered by their smallest nodes.
  /// - Complexity: O(*n* + *m*); no recursion, so a path of any length is fine.
  /// - SeeAlso: R. Tarjan. Depth-first search and linear graph algorithms. SIAM Journal on
  ///   Computing 1, 1972.
  public func strongComponents() -> Components {
    isDirected ? Components(renumbering: sinksFirstStrongComponents()) : components()
  }

  /// Returns the strong component of each node, numbered so that every arc between two of them
  /// leads to a lower number.
  func sinksFirstStrongComponents() -> [Int] {
    let unseen = -1
    var order = [Int](repeating: unseen, count: nodeCount)
    // The earliest node on the stack that is known to be reachable.
    var low = order
    var labels = order
    var nextArc = Array(outgoing.offsets.dropLast())
    var stack: [Int] = []
    var path: [Int] = []
    var seenCount = 0
    var componentCount = 0
    for root in nodes where order[root] == unseen {
      path.append(root)
      while let node = path.last {
        if order[node] == unseen {
          order[node] = seenCount
          low[node] = seenCount
          seenCount += 1
          stack.append(node)
        }
        if nextArc[node] < outgoing.offsets[node + 1] {
          let end = Int(outgoing.ends[nextArc[node]])
          nextArc[node] += 1
          if order[end] == unseen {
            path.append(end)
          } else if labels[end] == unseen {
            low[node] = min(low[node], order[end])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last { low[parent] = min(low[parent], low[node]) }
        guard low[node] == order[node] else { continue }
        while let member = stack.popLast() {
          labels[member] = componentCount
          if member == node { break }
        }
        componentCount += 1
      }
    }
    return labels
  }
}

/// Trees of nodes that edges hold together; each root is the smallest node of its tree.
private struct Forest {
  /// The node above each node; a root is above itself.
  private(set) var parents: [UInt32]

  init(nodeCount: Int) {
    parents = (0..<nodeCount).map { UInt32(truncatingIfNeeded: $0) }
  }

  /// The root of most of a thousand nodes that are spread evenly; trees must be flat.
  var frequentRoot: UInt32? {
    let stride = Swift.max(1, parents.count / 1024)
    var counts: [UInt32: Int] = [:]
    for node in Swift.stride(from: 0, to: parents.count, by: stride) {
      counts[parents[node], default: 0] += 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// Joins the trees of the ends of arcs.
  ///
  /// - Parameters:
  ///   - rows: The arcs.
  ///   - firstArcs: Which arcs of each row, counted from its beginning.
  ///   - giant: The parent of nodes whose arcs are left out.
  mutating func join(_ rows: Rows, firstArcs: Range<Int>, without giant: UInt32? = nil) {
    let offsets = rows.offsets.span
    let ends = rows.ends.span
    var parents = parents.mutableSpan
    for node in parents.indices where parents[node] != giant {
      let degree = offsets[node + 1] - offsets[node]
      guard firstArcs.lowerBound < degree else { continue }
      for arc in firstArcs.lowerBound..<min(degree, firstArcs.upperBound) {
        var high = parents[node]
        var low = parents[Int(ends[offsets[node] + arc])]
        while high != low {
          if high < low { swap(&high, &low) }
          // The root of the higher one moves below the lower one, unless it has one above it.
          let above = parents[Int(high)]
          if above == high {
            parents[Int(high)] = low
            break
          }
          parents[Int(high)] = parents[Int(above)]
          high = above
        }
      }
    }
  }

  /// Puts every node right below its root.
  mutating func flatten() {
    var parents = parents.mutableSpan
    // Parents come first and are flat by then.
    for node in parents.indices { parents[node] = parents[Int(parents[node])] }
  }
}
