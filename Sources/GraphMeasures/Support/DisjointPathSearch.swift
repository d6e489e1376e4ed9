package import GraphStructure

/// Finds paths that share no node but their ends, by augmenting paths on split nodes.
///
/// Every node is two: it is entered at one and left at the other, and a path found takes up what
/// lies between. A further path may push a known one aside, by going back along it. Each is a
/// shortest one at its time, found from both ends at once, so that a question between two nodes of
/// a large graph looks at few of the others; paths of two steps are read off the rows of the ends.
/// What a search has touched is cleared for the next one, which so costs no pass over the graph.
package struct DisjointPathSearch {
  private let forward: Rows
  private let backward: Rows
  private let source: Graph.Node
  private let targets: [Graph.Node]
  private var marks: [Marks]

  /// The nodes before and after a node on the known path through it.
  private var before: [UInt32]
  private var after: [UInt32]
  /// The nodes that a known path passes, or has passed.
  private var passed: [Graph.Node] = []
  /// How many known paths leave the source.
  private var pathCount = 0

  /// An entrance is twice its node, an exit one more.
  private typealias Gate = Int

  /// The gate before each on the way from the source, and the one after it on the way to a target.
  private var previous: [UInt32]
  private var following: [UInt32]
  /// The gates of which one of the two is known.
  private var met: [Gate] = []
  private static let none = UInt32.max

  /// Prepares searches.
  ///
  /// - Parameters:
  ///   - graph: The graph, of less than 2³¹ nodes.
  ///   - source: Where the paths begin.
  ///   - targets: Where they may end; the source is not among them.
  package init(_ graph: Graph, from source: Graph.Node, to targets: Set<Graph.Node>) {
    precondition(!targets.contains(source), "the ends of disjoint paths must differ")
    precondition(graph.nodeCount < 1 << 31, "a search numbers two gates a node in 32 bits")
    (forward, backward) = (graph.outgoing, graph.incoming)
    (self.source, self.targets) = (source, targets.sorted())
    marks = [Marks](repeating: [], count: graph.nodeCount)
    marks[source] = .source
    for target in targets { marks[target] = .target }
    before = [UInt32](repeating: Self.none, count: graph.nodeCount)
    after = before
    previous = [UInt32](repeating: Self.none, count: graph.nodeCount * 2)
    following = previous
  }

  /// Returns as many disjoint paths as there are, but no more than a limit; shorter ones first.
  ///
  /// - Parameters:
  ///   - limit: The most paths to look for.
  ///   - barriers: What paths must not use; an arc from the source to a target is never barred.
  ///   - known: Disjoint paths to begin with; those that barriers bar are looked for anew.
  /// - Returns: The paths, each with both ends.
  package mutating func paths(
    atMost limit: Int, _ barriers: Barriers = Barriers(), beginningWith known: [[Graph.Node]] = []
  ) -> [[Graph.Node]] {
    mark(barriers)
    defer { clear(barriers) }
    // One tie between two is one path, whatever the number of their places.
    let direct = targets.first { target in
      forward.arcs(of: source).contains { Int(forward.ends[$0]) == target }
    }
    let limit = limit - (direct == nil ? 0 : 1)
    for path in known where path.count > 2 && pathCount < limit && isFree(path) { keep(path) }
    if pathCount < limit { keepTwoStepPaths(atMost: limit) }
    while pathCount < limit, augment() {}
    var found = knownPaths()
    if let direct, limit >= 0 { found.append([source, direct]) }
    return found.sorted {
      $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count
    }
  }

  private mutating func mark(_ barriers: Barriers) {
    for node in barriers.closed where node != source { marks[node].insert(.closed) }
    for node in barriers.firsts { marks[node].insert(.barredFirst) }
    for node in barriers.lasts { marks[node].insert(.barredLast) }
  }

  private mutating func clear(_ barriers: Barriers) {
    for nodes in [barriers.closed, barriers.firsts, barriers.lasts] {
      for node in nodes { marks[node].subtract(.barriers) }
    }
    for node in passed { (before[node], after[node]) = (Self.none, Self.none) }
    passed.removeAll(keepingCapacity: true)
    pathCount = 0
  }

  /// Whether barriers let a path be, and no known one passes its nodes.
  private func isFree(_ path: [Graph.Node]) -> Bool {
    let inner = path[1..<(path.count - 1)]
    return !marks[path[1]].contains(.barredFirst)
      && !marks[path[path.count - 2]].contains(.barredLast)
      && inner.allSatisfy { !marks[$0].contains(.closed) && before[$0] == Self.none }
  }

  private mutating func keep(_ path: [Graph.Node]) {
    for index in 1..<(path.count - 1) {
      before[path[index]] = UInt32(path[index - 1])
      after[path[index]] = UInt32(path[index + 1])
      passed.append(path[index])
    }
    pathCount += 1
  }

  /// Keeps a path over each node that both ends have an arc with: none is in the way of another.
  private mutating func keepTwoStepPaths(atMost limit: Int) {
    for target in targets {
      let lasts = backward.arcs(of: target)
      var last = lasts.lowerBound
      for first in forward.arcs(of: source) {
        let end = forward.ends[first]
        while last < lasts.upperBound, backward.ends[last] < end { last += 1 }
        guard last < lasts.upperBound else { break }
        let node = Int(end)
        if backward.ends[last] == end, marks[node].isEmpty, before[node] == Self.none {
          keep([source, node, target])
          if pathCount == limit { return }
        }
      }
    }
  }

  private func knownPaths() -> [[Graph.Node]] {
    var found: [[Graph.Node]] = []
    var last: Graph.Node?
    for arc in forward.arcs(of: source) {
      let first = Int(forward.ends[arc])
      guard before[first] == UInt32(source), first != last else { continue }
      last = first
      var path = [source, first]
      while let node = path.last, !marks[node].contains(.target) { path.append(Int(after[node])) }
      found.append(path)
    }
    return found
  }

  /// Looks for one more path; false where there is none.
  private mutating func augment() -> Bool {
    defer {
      for gate in met { (previous[gate], following[gate]) = (Self.none, Self.none) }
      met.removeAll(keepingCapacity: true)
    }
    var ahead = [source * 2 + 1]
    var behind = targets.map { $0 * 2 }
    for gate in ahead { previous[gate] = UInt32(gate) }
    for gate in behind { following[gate] = UInt32(gate) }
    met += ahead + behind
    var (arcsAhead, arcsBehind) = (
      forward.degree(of: source), targets.reduce(0) { $0 + backward.degree(of: $1) }
    )
    while !ahead.isEmpty, !behind.isEmpty {
      let meeting =
        arcsAhead <= arcsBehind
        ? goAhead(from: &ahead, &arcsAhead) : goBack(from: &behind, &arcsBehind)
      if let meeting {
        take(way(through: meeting))
        return true
      }
    }
    return false
  }

  /// Goes a step on from some gates; returns one at which the searches meet.
  private mutating func goAhead(from level: inout [Gate], _ arcCount: inout Int) -> Gate? {
    var next: [Gate] = []
    arcCount = 0
    let rows = forward
    let (offsets, ends) = (rows.offsets.span, rows.ends.span)
    for gate in level {
      let node = gate / 2
      if gate % 2 == 0 {
        if marks[node].contains(.target) { continue }
        let comesFrom = before[node]
        if comesFrom == UInt32(source) { continue }
        let exit = comesFrom == Self.none ? gate + 1 : Int(comesFrom) * 2 + 1
        guard previous[exit] == Self.none else { continue }
        previous[exit] = UInt32(gate)
        met.append(exit)
        if following[exit] != Self.none { return exit }
        next.append(exit)
        arcCount += offsets[exit / 2 + 1] - offsets[exit / 2]
        continue
      }
      for arc in offsets[node]..<offsets[node + 1] {
        let end = Int(ends[arc])
        guard previous[end * 2] == Self.none, isOpen(from: node, to: end) else { continue }
        previous[end * 2] = UInt32(gate)
        met.append(end * 2)
        if following[end * 2] != Self.none { return end * 2 }
        next.append(end * 2)
        arcCount += 1
      }
      // Back through a node that a known path passes.
      if after[node] != Self.none, previous[gate - 1] == Self.none {
        previous[gate - 1] = UInt32(gate)
        met.append(gate - 1)
        if following[gate - 1] != Self.none { return gate - 1 }
        next.append(gate - 1)
        arcCount += 1
      }
    }
    level = next
    return nil
  }

  /// Goes a step back from some gates; returns one at which the searches meet.
  private mutating func goBack(from level: inout [Gate], _ arcCount: inout Int) -> Gate? {
    var next: [Gate] = []
    arcCount = 0
    let rows = backward
    let (offsets, ends) = (rows.offsets.span, rows.ends.span)
    for gate in level {
      let node = gate / 2
      if gate % 2 == 1 {
        if node == source { continue }
        let leadsTo = after[node]
        if leadsTo != Self.none, marks[Int(leadsTo)].contains(.target) { continue }
        let entrance = leadsTo == Self.none ? gate - 1 : Int(leadsTo) * 2
        guard following[entrance] == Self.none else { continue }
        following[entrance] = UInt32(gate)
        met.append(entrance)
        if previous[entrance] != Self.none { return entrance }
        next.append(entrance)
        arcCount += offsets[entrance / 2 + 1] - offsets[entrance / 2]
        continue
      }
      for arc in offsets[node]..<offsets[node + 1] {
        let origin = Int(ends[arc])
        guard following[origin * 2 + 1] == Self.none,
          marks[origin].isDisjoint(with: [.target, .closed]), isOpen(from: origin, to: node)
        else { continue }
        following[origin * 2 + 1] = UInt32(gate)
        met.append(origin * 2 + 1)
        if previous[origin * 2 + 1] != Self.none { return origin * 2 + 1 }
        next.append(origin * 2 + 1)
        arcCount += 1
      }
      if after[node] != Self.none, following[gate + 1] == Self.none {
        following[gate + 1] = UInt32(gate)
        met.append(gate + 1)
        if previous[gate + 1] != Self.none { return gate + 1 }
        next.append(gate + 1)
        arcCount += 1
      }
    }
    level = next
    return nil
  }

  private func way(through meeting: Gate) -> [Gate] {
    var way = [meeting]
    while let gate = way.last, Int(previous[gate]) != gate { way.append(Int(previous[gate])) }
    way.reverse()
    while let gate = way.last, Int(following[gate]) != gate { way.append(Int(following[gate])) }
    return way
  }

  /// Adds a way to the known paths, and takes from them what it goes back along.
  private mutating func take(_ way: [Gate]) {
    // All that is undone is undone first, since a node may be left by one path and joined by
    // another.
    let steps = Array(zip(way, way.dropFirst()))
    for (gate, next) in steps where gate % 2 == 0 && next % 2 == 1 && gate / 2 != next / 2 {
      // From an entrance back to the exit before it: that step is given up.
      after[next / 2] = Self.none
      before[gate / 2] = Self.none
    }
    for (gate, next) in steps where gate % 2 == 1 && next % 2 == 0 && gate / 2 != next / 2 {
      if gate / 2 != source { after[gate / 2] = UInt32(next / 2) }
      if !marks[next / 2].contains(.target) {
        before[next / 2] = UInt32(gate / 2)
        passed.append(next / 2)
      }
    }
    pathCount += 1
  }

  /// Whether no known path takes an arc, and a further one may.
  private func isOpen(from node: Graph.Node, to next: Graph.Node) -> Bool {
    let ahead = marks[next]
    guard node != next, !ahead.contains(.source),
      ahead.contains(.target) || !ahead.contains(.closed)
    else { return false }
    if node == source {
      return ahead.isDisjoint(with: [.target, .barredFirst]) && before[next] != UInt32(source)
    }
    if ahead.contains(.target), marks[node].contains(.barredLast) { return false }
    return after[node] != UInt32(next)
  }
}
