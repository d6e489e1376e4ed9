public import GraphStructure

extension Graph {
  /// Returns the paths from one node to another, shortest first; no path names a node twice.
  ///
  /// Paths of the same length follow in the order of their nodes: the one with the lesser node
  /// where the two first differ comes first. So the answer does not depend on the order in which
  /// edges were given. Parallel edges and self loops make no further paths. From a node to itself
  /// there is one path, the node alone; where no way leads there is none.
  ///
  /// Paths are found one at a time, as they are asked for: `graph.simplePaths(from: 0, to: 5)
  /// .prefix(3)` looks no farther than the third. Yen (1971) gives the same paths; here they are
  /// searched in depth, level by level, and a branch is given up as soon as too few steps are left
  /// to the target, which needs no list of candidates.
  ///
  /// - Parameters:
  ///   - source: Where the paths begin.
  ///   - target: Where they end.
  ///   - direction: `.outgoing` follows the arcs, `.incoming` goes against them.
  ///   - longest: The most steps of a path; nil allows all.
  /// - Returns: The paths, each with both ends.
  /// - Complexity: For *k* paths of up to *l* steps O(*k l*²) branches, each O(*n* + *m*) at worst
  ///   and mostly O(degree); O(*n*) space.
  /// - SeeAlso: J. Y. Yen. Finding the *k* shortest loopless paths in a network. Management Science
  ///   17, 1971.
  public func simplePaths(
    from source: Node, to target: Node, direction: Direction = .outgoing, longest: Int? = nil
  ) -> SimplePaths {
    SimplePaths(self, from: source, to: target, direction: direction, longest: longest)
  }

  /// Returns all paths with the fewest steps from one node to another, in the order of their nodes.
  ///
  /// - Parameters:
  ///   - source: Where the paths begin.
  ///   - target: Where they end.
  ///   - direction: `.outgoing` follows the arcs, `.incoming` goes against them.
  ///   - limit: The most paths to return, since there can be very many; nil returns all.
  /// - Returns: The paths, each with both ends; none where no way leads.
  /// - Complexity: O(*n* + *m*) and the length of the paths.
  public func shortestPaths(
    from source: Node, to target: Node, direction: Direction = .outgoing, limit: Int? = nil
  ) -> [[Node]] {
    var found: [[Node]] = []
    for path in simplePaths(from: source, to: target, direction: direction) {
      if found.count == limit || path.count != found.first?.count ?? path.count { break }
      found.append(path)
    }
    return found
  }
}

/// The paths between two nodes, shortest first.
///
/// Some can be left out as they grow, which costs less than to leave them out when they are
/// complete.
public struct SimplePaths: Sequence, IteratorProtocol {
  /// Whether a path may go on to a node.
  public typealias Rule = (_ path: [Graph.Node], _ next: Graph.Node) -> Bool

  private let rows: Rows
  private let reverseRows: Rows
  private let targets: [Graph.Node]
  private let longest: Int
  private let mayGoOn: Rule
  private let precedes: ((Graph.Node, Graph.Node) -> Bool)?
  private var remaining: RemainingSteps

  private var path: [Graph.Node]
  /// For each node of the path where it may go on to, the first to try last.
  private var choices: [[Graph.Node]] = []
  /// The length of the paths that are searched now.
  private var length = 0
  /// Whether longer paths than the present ones may exist.
  private var mayBeLonger = true
  /// Branches since the last path.
  ///
  /// When they are many, each new one is first made sure to lead on.
  private var vainBranches = 0
  private var stepsAround: [Int32] = []

  /// How many branches may still be tried.
  private var branchesLeft: Int

  /// Whether the search gave up, so that further paths may exist.
  ///
  /// Only with a rule can a search be long without finding anything.
  public private(set) var gaveUp = false

  private static let vainBranchLimit = 1000

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - source: Where the paths begin.
  ///   - target: Where they end.
  ///   - direction: `.outgoing` follows the arcs, `.incoming` goes against them.
  ///   - longest: The most steps of a path; nil allows all.
  ///   - closed: Nodes that no path passes.
  ///   - branchLimit: After so many branches the search gives up; one that is first made sure to lead
  ///     on counts as a thousand.
  ///   - precedes: Which of two nodes comes first among paths of the same length; by default the
  ///     lesser.
  ///   - mayGoOn: Whether a path may go on to a node.
  public init(
    _ graph: Graph, from source: Graph.Node, to target: Graph.Node,
    direction: Direction = .outgoing, longest: Int? = nil,
    avoiding closed: Set<Graph.Node> = [], branchLimit: Int = .max,
    inOrder precedes: ((Graph.Node, Graph.Node) -> Bool)? = nil,
    where mayGoOn: @escaping Rule = { _, _ in true }
  ) {
    self.init(
      graph, from: source, toAny: [target], direction: direction, longest: longest,
      avoiding: closed, branchLimit: branchLimit, inOrder: precedes, where: mayGoOn)
  }

  /// Prepares a search for paths that end at the first of some targets that they come to.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - source: Where the paths begin.
  ///   - targets: Where they may end, one or more nodes.
  ///   - direction: `.outgoing` follows the arcs, `.incoming` goes against them.
  ///   - longest: The most steps of a path; nil allows all.
  ///   - closed: Nodes that no path passes.
  ///   - branchLimit: After so many branches the search gives up.
  ///   - precedes: Which of two nodes comes first among paths of the same length.
  ///   - mayGoOn: Whether a path may go on to a node.
  package init(
    _ graph: Graph, from source: Graph.Node, toAny targets: [Graph.Node],
    direction: Direction = .outgoing, longest: Int? = nil,
    avoiding closed: Set<Graph.Node> = [], branchLimit: Int = .max,
    inOrder precedes: ((Graph.Node, Graph.Node) -> Bool)? = nil,
    where mayGoOn: @escaping Rule = { _, _ in true }
  ) {
    precondition(graph.nodes.contains(source), "node \(source) is not in the graph")
    for target in targets {
      precondition(graph.nodes.contains(target), "node \(target) is not in the graph")
    }
    rows = graph.rows(direction)
    reverseRows = graph.rows(direction.opposite)
    self.targets = targets
    self.longest = Swift.min(longest ?? .max, graph.nodeCount - 1)
    self.mayGoOn = mayGoOn
    self.precedes = precedes
    branchesLeft = branchLimit
    remaining = RemainingSteps(
      graph, from: source, to: targets, direction: direction, avoiding: closed)
    path = [source]
  }

  /// Returns the next path, nil where there is none.
  public mutating func next() -> [Graph.Node]? {
    if path.count == 1, targets.contains(path[0]) {
      // The node itself, once.
      defer { mayBeLonger = false }
      return mayBeLonger && longest >= 0 ? path : nil
    }
    while true {
      if let found = nextOfThisLength() { return found }
      guard mayBeLonger, length < longest, !gaveUp, !remaining.isHopeless else { return nil }
      length += 1
      mayBeLonger = false
      remaining.extend(to: length)
      if remaining.steps(from: path[0]) == nil {
        mayBeLonger = true
      } else {
        branch()
      }
    }
  }

  private mutating func nextOfThisLength() -> [Graph.Node]? {
    while let last = choices.indices.last {
      guard let node = choices[last].popLast() else {
        choices.removeLast()
        if !choices.isEmpty { path.removeLast() }
        continue
      }
      if targets.contains(node) {
        // Shorter paths were found before.
        vainBranches = 0
        if path.count == length { return path + [node] }
        mayBeLonger = true
        continue
      }
      guard branchesLeft > 0 else {
        gaveUp = true
        path.removeLast(path.count - 1)
        choices.removeAll()
        return nil
      }
      path.append(node)
      branch()
    }
    return nil
  }

  /// Finds where the path may go on to.
  private mutating func branch() {
    vainBranches += 1
    let isStrict = vainBranches > Self.vainBranchLimit
    branchesLeft -= isStrict ? 1000 : 1
    if vainBranches == Self.vainBranchLimit + 1 { dropDeadEnds() }
    if isStrict { searchAround(path) }
    let node = path[path.count - 1]
    var found: [Graph.Node] = []
    for arc in rows.arcs(of: node) {
      let next = Int(rows.ends[arc])
      if next == found.last || path.contains(next) { continue }
      let steps =
        isStrict
        ? (stepsAround[next] < 0 ? nil : Int(stepsAround[next])) : remaining.steps(from: next)
      guard let steps, path.count + steps <= length else {
        if steps != nil || isStrict || !remaining.isComplete { mayBeLonger = true }
        continue
      }
      if mayGoOn(path, next) { found.append(next) }
    }
    if let precedes { found.sort(by: precedes) }
    found.reverse()
    choices.append(found)
  }

  /// Makes sure that all that is still to be tried leads on.
  private mutating func dropDeadEnds() {
    for last in choices.indices {
      let beginning = Array(path[...last])
      searchAround(beginning)
      choices[last].removeAll { node in
        let steps = Int(stepsAround[node])
        let isDead = steps < 0 || beginning.count + steps > length
        if isDead { mayBeLonger = true }
        return isDead
      }
    }
  }

  /// Counts steps to the target around the nodes of a path.
  private mutating func searchAround(_ path: [Graph.Node]) {
    stepsAround = [Int32](repeating: -1, count: rows.nodeCount)
    for target in targets { stepsAround[target] = 0 }
    var level = targets
    var steps = 0
    while !level.isEmpty, path.count + steps < length {
      steps += 1
      var next: [Graph.Node] = []
      for node in level {
        for arc in reverseRows.arcs(of: node) {
          let end = Int(reverseRows.ends[arc])
          guard stepsAround[end] < 0, remaining.steps(from: end) != nil, !path.contains(end) else {
            continue
          }
          stepsAround[end] = Int32(truncatingIfNeeded: steps)
          next.append(end)
        }
      }
      level = next
    }
  }
}
