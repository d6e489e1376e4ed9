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
  /// - Complexity: O(*n* + *m*).
  public func components() -> Components {
    let isDirected = isDirected
    var labels = [Int](repeating: -1, count: nodeCount)
    var queue: [UInt32] = []
    queue.reserveCapacity(nodeCount)
    for root in nodes where labels[root] < 0 {
      labels[root] = root
      var head = queue.count
      queue.append(UInt32(root))
      while head < queue.count {
        let node = Int(queue[head])
        head += 1
        for end in outgoing.ends[outgoing.arcs(of: node)] where labels[Int(end)] < 0 {
          labels[Int(end)] = root
          queue.append(end)
        }
        guard isDirected else { continue }
        for end in incoming.ends[incoming.arcs(of: node)] where labels[Int(end)] < 0 {
          labels[Int(end)] = root
          queue.append(end)
        }
      }
    }
    return Components(renumbering: labels)
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
