package import GraphStructure

/// Finds paths that share no node but their ends, by augmenting paths on split nodes.
///
/// Every node is two: it is entered at one and left at the other, and a path found takes up what
/// lies between. A further path may push a known one aside, by going back along it. Each is a
/// shortest one at its time, found from both ends at once, so that a question between two nodes of
/// a large graph looks at few of the others.
package struct DisjointPathSearch {
  private let forward: Rows
  private let backward: Rows
  private let source: Graph.Node
  private let targets: Set<Graph.Node>
  private let isClosed: (Graph.Node) -> Bool
  private let isBarred: (_ node: Graph.Node, _ next: Graph.Node) -> Bool

  /// The nodes before and after a node on the known path through it.
  private var before: [Graph.Node: Graph.Node] = [:]
  private var after: [Graph.Node: Graph.Node] = [:]
  /// The nodes at which known paths leave the source.
  private var firsts: Set<Graph.Node> = []
  private var direct: [Graph.Node] = []

  /// An entrance is twice its node, an exit one more.
  private typealias Gate = Int

  /// The gate before each on the way from the source, and the one after it on the way to a target.
  private var previous: [Gate]
  private var following: [Gate]
  /// The gates of which one of the two is known.
  private var met: [Gate] = []
  private static let unmet = -1

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - source: Where the paths begin.
  ///   - targets: Where they may end; the source is not among them.
  ///   - isClosed: Nodes that no path may pass.
  ///   - isBarred: Arcs that no path may take, but for one from the source to a target.
  package init(
    _ graph: Graph, from source: Graph.Node, to targets: Set<Graph.Node>,
    avoiding isClosed: @escaping (Graph.Node) -> Bool = { _ in false },
    barring isBarred: @escaping (_ node: Graph.Node, _ next: Graph.Node) -> Bool = { _, _ in false }
  ) {
    precondition(!targets.contains(source), "the ends of disjoint paths must differ")
    (forward, backward) = (graph.outgoing, graph.incoming)
    (self.source, self.targets) = (source, targets)
    self.isClosed = isClosed
    self.isBarred = isBarred
    previous = [Gate](repeating: Self.unmet, count: graph.nodeCount * 2)
    following = previous
  }

  /// Returns as many disjoint paths as there are, but no more than a limit; shorter ones first.
  ///
  /// - Parameters:
  ///   - limit: The most paths to look for.
  ///   - takesDirect: Whether an arc from the source to a target counts as a path.
  /// - Returns: The paths, each with both ends.
  package mutating func paths(atMost limit: Int, takesDirect: Bool = true) -> [[Graph.Node]] {
    if takesDirect, limit > 0 {
      direct = targets.sorted().filter { target in
        forward.arcs(of: source).contains { Int(forward.ends[$0]) == target }
      }
      // One tie between two is one path, whatever the number of their places.
      direct = Array(direct.prefix(1))
    }
    while firsts.count + direct.count < limit, augment() {}
    var found = direct.map { [source, $0] }
    for first in firsts.sorted() {
      var path = [source, first]
      while let node = path.last, !targets.contains(node), let next = after[node] {
        path.append(next)
      }
      found.append(path)
    }
    return found.sorted {
      $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count
    }
  }

  /// Looks for one more path; false where there is none.
  private mutating func augment() -> Bool {
    defer {
      for gate in met { (previous[gate], following[gate]) = (Self.unmet, Self.unmet) }
      met.removeAll(keepingCapacity: true)
    }
    var ahead = [source * 2 + 1]
    var behind = targets.sorted().map { $0 * 2 }
    previous[ahead[0]] = ahead[0]
    for gate in behind { following[gate] = gate }
    met += ahead + behind
    while !ahead.isEmpty, !behind.isEmpty {
      let meeting: Gate? =
        ahead.count <= behind.count ? goAhead(from: &ahead) : goBack(from: &behind)
      if let meeting {
        take(way(through: meeting))
        return true
      }
    }
    return false
  }

  /// Goes a step on from some gates; returns one at which the searches meet.
  private mutating func goAhead(from level: inout [Gate]) -> Gate? {
    var next: [Gate] = []
    for gate in level {
      for end in exits(of: gate) where previous[end] == Self.unmet {
        previous[end] = gate
        met.append(end)
        if following[end] != Self.unmet { return end }
        next.append(end)
      }
    }
    level = next
    return nil
  }

  /// Goes a step back from some gates; returns one at which the searches meet.
  private mutating func goBack(from level: inout [Gate]) -> Gate? {
    var next: [Gate] = []
    for gate in level {
      for origin in entries(of: gate) where following[origin] == Self.unmet {
        following[origin] = gate
        met.append(origin)
        if previous[origin] != Self.unmet { return origin }
        next.append(origin)
      }
    }
    level = next
    return nil
  }

  private func way(through meeting: Gate) -> [Gate] {
    var way = [meeting]
    while let gate = way.last, previous[gate] != gate { way.append(previous[gate]) }
    way.reverse()
    while let gate = way.last, following[gate] != gate { way.append(following[gate]) }
    return way
  }

  /// Adds a way to the known paths, and takes from them what it goes back along.
  private mutating func take(_ way: [Gate]) {
    // All that is undone is undone first, since a node may be left by one path and joined by
    // another.
    let steps = Array(zip(way, way.dropFirst()))
    for (gate, next) in steps where gate % 2 == 0 && next % 2 == 1 && gate / 2 != next / 2 {
      // From an entrance back to the exit before it: that step is given up.
      after[next / 2] = nil
      before[gate / 2] = nil
      if next / 2 == source { firsts.remove(gate / 2) }
    }
    for (gate, next) in steps where gate % 2 == 1 && next % 2 == 0 && gate / 2 != next / 2 {
      if gate / 2 == source {
        firsts.insert(next / 2)
      } else {
        after[gate / 2] = next / 2
      }
      if !targets.contains(next / 2) { before[next / 2] = gate / 2 }
    }
  }

  private func mayPass(_ node: Graph.Node) -> Bool {
    node != source && (targets.contains(node) || !isClosed(node))
  }

  /// Where one may go on to from a gate.
  private func exits(of gate: Gate) -> [Gate] {
    let node = gate / 2
    if gate % 2 == 0 {
      if targets.contains(node) { return [] }
      guard let previous = before[node] else { return [gate + 1] }
      return previous == source ? [] : [previous * 2 + 1]
    }
    var found: [Gate] = []
    for arc in forward.arcs(of: node) {
      let next = Int(forward.ends[arc])
      if isOpen(from: node, to: next) { found.append(next * 2) }
    }
    if node != source, after[node] != nil { found.append(gate - 1) }
    return found
  }

  /// Where one may have come to a gate from.
  private func entries(of gate: Gate) -> [Gate] {
    let node = gate / 2
    if gate % 2 == 1 {
      if node == source { return [] }
      guard let next = after[node] else { return [gate - 1] }
      return targets.contains(next) ? [] : [next * 2]
    }
    var found: [Gate] = []
    for arc in backward.arcs(of: node) {
      let previous = Int(backward.ends[arc])
      let mayLead = previous == source || mayPass(previous) && !targets.contains(previous)
      if mayLead, isOpen(from: previous, to: node) { found.append(previous * 2 + 1) }
    }
    if after[node] != nil { found.append(gate + 1) }
    return found
  }

  /// Whether no known path takes an arc, and a further one may.
  private func isOpen(from node: Graph.Node, to next: Graph.Node) -> Bool {
    guard node != next, mayPass(next), !isBarred(node, next) else { return false }
    if node == source { return !targets.contains(next) && !firsts.contains(next) }
    return after[node] != next
  }
}
