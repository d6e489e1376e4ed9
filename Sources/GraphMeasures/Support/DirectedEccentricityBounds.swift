internal import GraphStructure

/// The greatest and the least eccentricity of a directed graph, by bounds that searches tighten.
///
/// Whoever reaches *s* extends at least as far as *s* is away. Who also is reached from *s*, being of
/// the same strong component, reaches the same nodes: if *s* extends *e*, it extends at most
/// *e* + *d*(*v*, *s*) and at least *e* − *d*(*s*, *v*). Where an arc leads to another strong
/// component, its source extends at most a step farther than the arc's end, or stays within its own:
/// one pass over the strong components, sinks first, carries bounds from each to those that reach it,
/// by way of a pivot in each. So a step of the search takes one search along the arcs and one or two
/// against them. When steps settle fewer nodes than searches from many at once would in that time,
/// these settle the rest.
///
/// - SeeAlso: M. Borassi, P. Crescenzi, M. Habib, W. A. Kosters, A. Marino, F. W. Takes. Fast
///   diameter and radius BFS-based computation in (weakly connected) real-world graphs. Theoretical
///   Computer Science 586, 2015.
struct DirectedEccentricityBounds {
  /// The node that extends farthest of all that are known; nil where none is.
  private(set) var farthest: NodeExtent?
  /// The one that extends least.
  private(set) var nearest: NodeExtent?
  /// From how many nodes there was a search along the arcs.
  private(set) var searchCount = 0

  private let graph: Graph
  private let wantsLeast: Bool
  private let parts: StrongParts
  /// How far each node extends at least and at most.
  private var least: [Int32]
  private var most: [Int32]
  /// How far the nodes searched from so far are from each node, in sum.
  private var distanceSums: [UInt32]
  /// Nodes that may extend farther than the farthest, or less than the nearest.
  private var candidates: [UInt32]

  init(_ graph: Graph, wantsLeast: Bool) {
    self.graph = graph
    self.wantsLeast = wantsLeast
    parts = StrongParts(graph)
    let rows = graph.outgoing
    let limit = Int32(truncatingIfNeeded: max(0, graph.nodeCount - 1))
    let hasSuccessor = graph.nodes.map { node in
      rows.arcs(of: node).contains { Int(rows.ends[$0]) != node }
    }
    least = hasSuccessor.map { $0 ? 1 : 0 }
    most = hasSuccessor.map { $0 ? limit : 0 }
    distanceSums = [UInt32](repeating: 0, count: graph.nodeCount)
    candidates = graph.nodes.map { UInt32(truncatingIfNeeded: $0) }
    if let sink = hasSuccessor.firstIndex(of: false) {
      note(NodeExtent(node: sink, eccentricity: 0))
    }
  }

  /// Searches until the extremes are known.
  mutating func settle(_ execution: Execution) {
    var trial = SearchTrial(searchesPerStep: 3)
    var seeksMost = false
    parts.lower(&most)
    while !execution.isCancelled() {
      dropSettled()
      guard !candidates.isEmpty else { break }
      guard trial.isWorthwhile(left: candidates.count) else {
        for extent in graph.extents(of: candidates, execution) { note(extent) }
        searchCount += candidates.count
        break
      }
      takeStep(from: best(seeksMost), seeksMost)
      seeksMost.toggle()
    }
    execution.onProgress?(1)
  }

  private mutating func dropSettled() {
    guard let farthest = farthest?.eccentricity, let nearest = nearest?.eccentricity else { return }
    let (least, most, wantsLeast) = (least, most, wantsLeast)
    candidates.removeAll {
      most[Int($0)] <= farthest && !(wantsLeast && least[Int($0)] < nearest)
    }
  }

  /// Returns the candidate that may extend farthest, of equals the one farthest from those before in
  /// sum, or the one that may extend least, of equals the one with most arcs.
  private func best(_ seeksMost: Bool) -> Int {
    var best = Int(candidates[0])
    for entry in candidates.dropFirst() {
      let node = Int(entry)
      let isBetter =
        seeksMost
        ? (most[node], distanceSums[node]) > (most[best], distanceSums[best])
        : (least[best], graph.outgoing.degree(of: node))
          > (least[node], graph.outgoing.degree(of: best))
      if isBetter { best = node }
    }
    return best
  }

  /// Searches from a node, and learns from it about others.
  private mutating func takeStep(from source: Int, _ seeksMost: Bool) {
    let fromSource = DistanceSearch(
      from: source, forward: graph.outgoing, backward: graph.incoming
    ).distance
    let extent = fromSource.max() ?? 0
    searchCount += 1
    note(NodeExtent(node: source, eccentricity: extent))
    let toSource = distances(to: source)
    for node in candidates.map({ Int($0) }) where toSource[node] >= 0 {
      least[node] = max(least[node], toSource[node])
      distanceSums[node] &+= UInt32(truncatingIfNeeded: toSource[node])
      if parts.labels[node] == parts.labels[source] {
        least[node] = max(least[node], extent - fromSource[node])
      }
    }
    for node in parts.members(of: parts.labels[source]) {
      most[Int(node)] = min(most[Int(node)], extent + toSource[Int(node)])
    }
    (least[source], most[source]) = (extent, extent)
    parts.lower(&most)
    // Who is far from the one that extends least is far from many.
    guard wantsLeast, !seeksMost, extent > 0, let end = fromSource.firstIndex(of: extent)
    else { return }
    let toEnd = distances(to: end)
    for node in candidates.map({ Int($0) }) { least[node] = max(least[node], toEnd[node]) }
  }

  /// The steps from each node to one, −1 where no path leads.
  private func distances(to node: Int) -> [Int32] {
    DistanceSearch(from: node, forward: graph.incoming, backward: graph.outgoing).distance
  }

  private mutating func note(_ extent: NodeExtent) {
    if extent.eccentricity > farthest?.eccentricity ?? -1 { farthest = extent }
    if extent.eccentricity < nearest?.eccentricity ?? .max { nearest = extent }
  }
}

/// The strong components of a directed graph, sinks first, each with a pivot.
private struct StrongParts {
  /// The part of each node; every arc between two parts leads to a lower number.
  let labels: [Int]

  private let rows: Rows
  /// The nodes, part by part, and where each part begins.
  private let order: [UInt32]
  private let starts: [Int]
  /// The steps to each node from the pivot of its part, and to that from the node.
  private let fromPivot: [Int32]
  private let toPivot: [Int32]

  init(_ graph: Graph) {
    rows = graph.outgoing
    let labels = graph.sinksFirstStrongComponents()
    self.labels = labels
    var starts = [Int](repeating: 0, count: (labels.max() ?? -1) + 2)
    for label in labels { starts[label + 1] += 1 }
    for label in starts.indices.dropFirst() { starts[label] += starts[label - 1] }
    self.starts = starts
    var order = [UInt32](repeating: 0, count: labels.count)
    for (node, label) in labels.enumerated() {
      order[starts[label]] = UInt32(truncatingIfNeeded: node)
      starts[label] += 1
    }
    self.order = order
    var pivots: [Int?] = starts.map { _ in nil }
    for node in graph.nodes {
      let degree = rows.degree(of: node) + graph.incoming.degree(of: node)
      if let pivot = pivots[labels[node]],
        rows.degree(of: pivot) + graph.incoming.degree(of: pivot) >= degree
      {
        continue
      }
      pivots[labels[node]] = node
    }
    let found = pivots.compactMap(\.self)
    fromPivot = Self.distances(from: found, graph.outgoing, within: labels)
    toPivot = Self.distances(from: found, graph.incoming, within: labels)
  }

  /// The nodes of a part.
  func members(of part: Int) -> ArraySlice<UInt32> { order[starts[part]..<starts[part + 1]] }

  /// Lowers bounds on how far nodes extend by the bounds of those they lead to.
  ///
  /// - Complexity: O(*n* + *m*).
  func lower(_ most: inout [Int32]) {
    let (labels, order, fromPivot, toPivot) = (
      labels.span, order.span, fromPivot.span, toPivot.span
    )
    let (offsets, ends) = (rows.offsets.span, rows.ends.span)
    var most = most.mutableSpan
    for part in 0..<(starts.count - 1) {
      let members = starts[part]..<starts[part + 1]
      var extent: Int32 = 0
      for position in members {
        let node = Int(order[position])
        extent = max(extent, fromPivot[node])
        for arc in offsets[node]..<offsets[node + 1] {
          let end = Int(ends[arc])
          if labels[end] != part { extent = max(extent, fromPivot[node] + 1 + most[end]) }
        }
      }
      for position in members {
        let node = Int(order[position])
        most[node] = min(most[node], extent + toPivot[node])
      }
    }
  }

  /// Returns the steps to each node from the pivot of its part on ways within the part.
  private static func distances(from pivots: [Int], _ rows: Rows, within labels: [Int]) -> [Int32] {
    let (offsets, ends, labels) = (rows.offsets.span, rows.ends.span, labels.span)
    var distances = [Int32](repeating: -1, count: labels.count)
    var distance = distances.mutableSpan
    var queue = pivots.map { UInt32(truncatingIfNeeded: $0) }
    queue.reserveCapacity(labels.count)
    for pivot in pivots { distance[pivot] = 0 }
    // All parts at once: no way of one meets another.
    var head = 0
    while head < queue.count {
      let node = Int(queue[head])
      head += 1
      for arc in offsets[node]..<offsets[node + 1] {
        let end = Int(ends[arc])
        guard distance[end] < 0, labels[end] == labels[node] else { continue }
        distance[end] = distance[node] + 1
        queue.append(ends[arc])
      }
    }
    return distances
  }
}
