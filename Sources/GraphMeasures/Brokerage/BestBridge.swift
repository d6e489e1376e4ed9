public import GraphStructure

/// A tie that is not there yet, between nodes of two groups.
public struct Bridge: Sendable, Equatable {
  /// The node of the one group.
  public let first: Graph.Node

  /// The node of the other group.
  public let second: Graph.Node

  /// What it would add: pairs of a node and a node of another group that come within reach.
  public let gain: Int

  /// Whether all pairs of the two groups were tried, not only those of the highest degrees.
  public let isExact: Bool
}

/// Finds the tie between two groups that would bring most nodes within reach of other groups.
///
/// > gain(*a*–*b*) = Σ over nodes *s* of the nodes *t* of other groups than that of *s* with
/// > *d*(*s*, *t*) > *r* ≥ *d*′(*s*, *t*)
///
/// where *d* counts steps without the tie, *d*′ with it, and *r* is a limit. Each pair of nodes
/// counts twice, once for each of the two. Nodes without a group carry steps, but do not count.
public struct BridgeSearch: Sendable {
  /// The most nodes of a graph to search in: what lies near each is held as a set of bits.
  public static let nodeLimit = 20_000

  /// How many ties between two groups are tried at most.
  public static let candidateLimit = 10_000

  private let graph: Graph
  private let groups: [Int?]
  private let members: [[Graph.Node]]
  private let limit: Int
  private let wordCount: Int
  /// For each radius 0…limit and each node the nodes within that many steps, in words of bits.
  private let balls: [UInt64]
  /// The nodes that have a group, and those of each group, in words of bits.
  private let grouped: [UInt64]
  private let ofGroup: [[UInt64]]

  /// Finds what lies near each node.
  ///
  /// - Parameters:
  ///   - graph: An undirected graph of at most ``nodeLimit`` nodes.
  ///   - groups: For each node its group, a number from 0; nil where it has none.
  ///   - count: The number of groups.
  ///   - limit: The most steps of a way, at least 1.
  /// - Complexity: O(`limit` · *n* *m* / 64) time, O(`limit` · *n*² / 64) space.
  public init(in graph: Graph, groups: [Int?], count: Int, steps limit: Int) {
    precondition(!graph.isDirected && graph.nodeCount <= Self.nodeLimit && limit >= 1)
    precondition(groups.count == graph.nodeCount, "a group or nil for each node")
    (self.graph, self.groups, self.limit) = (graph, groups, limit)
    let wordCount = (graph.nodeCount + 63) / 64
    self.wordCount = wordCount
    var members = [[Graph.Node]](repeating: [], count: count)
    var grouped = [UInt64](repeating: 0, count: wordCount)
    var ofGroup = [[UInt64]](repeating: grouped, count: count)
    for node in graph.nodes {
      guard let group = groups[node] else { continue }
      members[group].append(node)
      grouped[node / 64] |= 1 << UInt64(node % 64)
      ofGroup[group][node / 64] |= 1 << UInt64(node % 64)
    }
    (self.members, self.grouped, self.ofGroup) = (members, grouped, ofGroup)
    var balls = [UInt64](repeating: 0, count: (limit + 1) * graph.nodeCount * wordCount)
    for node in graph.nodes { balls[node * wordCount + node / 64] |= 1 << UInt64(node % 64) }
    for radius in 1...limit {
      for node in graph.nodes {
        let ball = (radius * graph.nodeCount + node) * wordCount
        let inner = (radius - 1) * graph.nodeCount
        for word in 0..<wordCount { balls[ball + word] = balls[(inner + node) * wordCount + word] }
        for arc in graph.outgoing.arcs(of: node) {
          let next = (inner + Int(graph.outgoing.ends[arc])) * wordCount
          for word in 0..<wordCount { balls[ball + word] |= balls[next + word] }
        }
      }
    }
    self.balls = balls
  }

  /// Returns the tie between two groups that adds most.
  ///
  /// - Parameters:
  ///   - first: A group.
  ///   - second: Another group.
  ///   - execution: Threads, progress and cancellation.
  /// - Returns: The tie; of several that add most the one whose first node, and then second, has
  ///   the lowest number. Where there are more than ``candidateLimit`` pairs, only nodes of the
  ///   highest degrees are tried. Nil where every pair is tied, or a group is empty.
  /// - Complexity: O(pairs · nodes near them · *n* / 64).
  public func best(
    between first: Int, and second: Int, execution: Execution = .standard
  ) -> Bridge? {
    let isExact = members[first].count * members[second].count <= Self.candidateLimit
    let side = isExact ? Int.max : Int(Double(Self.candidateLimit).squareRoot())
    let firsts = highest(members[first], side)
    let seconds = highest(members[second], side)
    let bests = execution.map(firsts.count, chunkSize: 1, makeScratch: {}) { index, _ in
      var best: Bridge?
      for node in seconds where !graph.hasArc(from: firsts[index], to: node) {
        let gain = gain(firsts[index], node)
        if gain > best?.gain ?? -1 {
          best = Bridge(first: firsts[index], second: node, gain: gain, isExact: isExact)
        }
      }
      return best
    }
    return bests.compactMap(\.self).reduce(nil) { best, next in
      if let best, best.gain >= next.gain { return best }
      return next
    }
  }

  /// Returns what a tie would add.
  ///
  /// - Parameters:
  ///   - first: A node.
  ///   - second: Another node.
  /// - Returns: How many pairs of a node and a node of another group come within reach.
  public func gain(_ first: Graph.Node, _ second: Graph.Node) -> Int {
    var gain = 0
    for word in 0..<wordCount {
      var near = balls[start(limit - 1, first) + word] | balls[start(limit - 1, second) + word]
      while near != 0 {
        let node = word * 64 + near.trailingZeroBitCount
        near &= near - 1
        if let group = groups[node] { gain += newNodes(of: node, group, first, second) }
      }
    }
    return gain
  }

  /// Returns how many nodes of other groups are within reach of a node without a new tie.
  ///
  /// - Parameter node: A node.
  /// - Returns: 0 for a node without a group.
  public func reach(of node: Graph.Node) -> Int {
    guard let group = groups[node] else { return 0 }
    return (0..<wordCount).reduce(0) {
      $0 + (balls[start(limit, node) + $1] & others(of: group, $1)).nonzeroBitCount
    }
  }

  /// Counts the nodes of other groups that come within reach of one node.
  private func newNodes(
    of node: Int, _ group: Int, _ first: Int, _ second: Int
  ) -> Int {
    // Beyond the tie lies what is left of the steps after the way to it and the tie itself.
    let beyondSecond = steps(from: node, to: first).map { start(limit - 1 - $0, second) }
    let beyondFirst = steps(from: node, to: second).map { start(limit - 1 - $0, first) }
    let known = start(limit, node)
    var count = 0
    for word in 0..<wordCount {
      let reached =
        (beyondSecond.map { balls[$0 + word] } ?? 0) | (beyondFirst.map { balls[$0 + word] } ?? 0)
      count += (reached & others(of: group, word) & ~balls[known + word]).nonzeroBitCount
    }
    return count
  }

  /// A word of the nodes that are of another group.
  private func others(of group: Int, _ word: Int) -> UInt64 {
    grouped[word] & ~ofGroup[group][word]
  }

  /// The steps from a node to an end of the tie, nil where none would be left for the tie itself.
  private func steps(from node: Int, to end: Int) -> Int? {
    (0..<limit).first { balls[start($0, end) + node / 64] >> UInt64(node % 64) & 1 == 1 }
  }

  private func start(_ radius: Int, _ node: Int) -> Int {
    (radius * graph.nodeCount + node) * wordCount
  }

  /// The nodes of the highest degrees, in order.
  private func highest(_ nodes: [Int], _ count: Int) -> [Int] {
    guard nodes.count > count else { return nodes }
    return nodes.sorted {
      (graph.outgoing.degree(of: $1), $0) < (graph.outgoing.degree(of: $0), $1)
    }.prefix(count).sorted()
  }
}
