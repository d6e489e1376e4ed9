public import GraphStructure

/// A node of each mode of a two-mode graph, put together.
public struct ModePair: Sendable, Hashable {
  /// The node of the first mode, as the graph numbers it.
  public let first: Graph.Node

  /// The node of the second mode, as the graph numbers it.
  public let second: Graph.Node

  /// Creates a pair.
  ///
  /// - Parameters:
  ///   - first: A node of the first mode.
  ///   - second: A node of the second mode.
  public init(first: Graph.Node, second: Graph.Node) {
    self.first = first
    self.second = second
  }
}

extension TwoModeGraph {
  /// Returns as many edges as possible of which no two share a node.
  ///
  /// Each round searches breadth first for the shortest ways from unmatched nodes of the first mode
  /// to unmatched nodes of the second, over edges that are out of the matching and in it by turns,
  /// and exchanges the edges along as many disjoint ones as there are; about √*n* rounds do. Of
  /// several largest matchings it is the one that trying nodes in order comes to. Parallel edges
  /// and strengths change nothing; without edges it is empty.
  ///
  /// - Parameter execution: A cancelled search returns a matching that may not be the largest.
  /// - Returns: The matching, ascending.
  /// - Complexity: O(*m* √*n*) time, O(*n*) space.
  /// - SeeAlso: J. E. Hopcroft, R. M. Karp. An *n*^5/2 algorithm for maximum matchings in bipartite
  ///   graphs. SIAM Journal on Computing 2, 1973.
  public func maximumMatching(execution: Execution = .standard) -> [ModePair] {
    var search = MatchingSearch(self)
    while !execution.isCancelled(), search.improve() {}
    return nodes(of: .first).compactMap { node in
      search.partner[node] < 0 ? nil : ModePair(first: node, second: search.partner[node])
    }
  }
}

/// The matching so far, and the working memory of its search.
private struct MatchingSearch {
  private let rows: Rows
  private let firstNodes: Range<Int>
  /// The node that each node is matched with, −1 where there is none.
  private(set) var partner: [Int]
  /// For nodes of the first mode how many pairs lie before them on the way, −1 where there is none.
  private var layer: [Int]
  /// The next arc to try of each node.
  private var cursor: [Int]
  private var queue: [Int] = []
  private var path: [Int] = []

  init(_ graph: TwoModeGraph) {
    rows = graph.graph.outgoing
    firstNodes = graph.nodes(of: .first)
    partner = [Int](repeating: -1, count: rows.nodeCount)
    layer = [Int](repeating: -1, count: firstNodes.count)
    cursor = layer
  }

  /// Makes the matching larger; `false` if that cannot be.
  mutating func improve() -> Bool {
    guard findLayers() else { return false }
    for node in firstNodes { cursor[node] = rows.arcs(of: node).lowerBound }
    for node in firstNodes where partner[node] < 0 { augment(from: node) }
    return true
  }

  /// Whether an unmatched node of the second mode can be got to.
  private mutating func findLayers() -> Bool {
    queue.removeAll(keepingCapacity: true)
    for node in firstNodes {
      layer[node] = partner[node] < 0 ? 0 : -1
      if partner[node] < 0 { queue.append(node) }
    }
    var isFound = false
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for arc in rows.arcs(of: node) {
        let next = partner[Int(rows.ends[arc])]
        if next < 0 {
          isFound = true
        } else if layer[next] < 0 {
          layer[next] = layer[node] + 1
          queue.append(next)
        }
      }
    }
    return isFound
  }

  /// Follows the layers to an unmatched node and exchanges the edges on the way.
  private mutating func augment(from root: Int) {
    path = [root]
    while let node = path.last {
      guard cursor[node] < rows.arcs(of: node).upperBound else {
        path.removeLast()
        continue
      }
      let next = partner[Int(rows.ends[cursor[node]])]
      cursor[node] += 1
      if next < 0 {
        for node in path {
          let end = Int(rows.ends[cursor[node] - 1])
          partner[end] = node
          partner[node] = end
        }
        return
      }
      if layer[next] == layer[node] + 1 { path.append(next) }
    }
  }
}
