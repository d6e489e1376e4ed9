public import GraphStructure

/// What an edge is worth where some are to be chosen.
public struct EdgeBenefit: Sendable, Hashable {
  /// What counts first.
  public let major: Int

  /// What decides among choices of equal major benefit.
  public let minor: Int

  /// Creates a benefit.
  ///
  /// - Parameters:
  ///   - major: What counts first, between −2⁴⁰ and 2⁴⁰.
  ///   - minor: What decides among equals, in the same bounds.
  public init(major: Int = 0, minor: Int = 0) {
    precondition(max(major.magnitude, minor.magnitude) <= 1 << 40, "a benefit beyond ±2⁴⁰")
    self.major = major
    self.minor = minor
  }
}

extension TwoModeGraph {
  /// Returns as many edges as possible of which no more than a limit share a node.
  ///
  /// Of all largest choices it is one that spreads edges most evenly over the nodes (the least sum
  /// of squared degrees); of those one of the largest sum of major benefits; and of those one of
  /// the largest sum of minor benefits. Each is exact: edges are chosen as a flow of least cost, by
  /// shortest ways one after the other. ``matchings()`` then cuts them into at most `limit`
  /// matchings.
  ///
  /// Parallel edges count as one. With a limit of 0, or without edges, none are chosen.
  ///
  /// - Parameters:
  ///   - limit: The most edges at a node, 0 or more.
  ///   - benefit: What the edge between a node of the first mode and one of the second is worth.
  ///   - execution: Progress and cancellation; one thread is used. A cancelled search returns fewer
  ///     edges.
  /// - Returns: The chosen edges, ascending.
  /// - Throws: ``MeasureError/parameterOutOfRange(name:value:allowed:)`` for a limit below 0.
  /// - Complexity: O(*f* (*n*² + *m*)) time for *f* chosen edges, O(*n* + *m*) space.
  /// - SeeAlso: R. K. Ahuja, T. L. Magnanti, J. B. Orlin. Network Flows. Prentice Hall, 1993,
  ///   chapters 9 (successive shortest paths) and 14 (convex costs).
  public func degreeLimitedEdges(
    limit: Int, benefit: (_ first: Graph.Node, _ second: Graph.Node) -> EdgeBenefit,
    execution: Execution = .standard
  ) throws(MeasureError) -> [ModePair] {
    guard limit >= 0 else {
      throw .parameterOutOfRange(name: "limit", value: Double(limit), allowed: "at least 0")
    }
    var search = DegreeLimitedSearch(self, limit: limit, benefit: benefit)
    let most = min(firstCount, secondCount) * min(limit, max(firstCount, secondCount))
    while !execution.isCancelled(), search.addEdge() {
      execution.onProgress?(Double(search.count) / Double(most))
    }
    execution.onProgress?(1)
    return search.chosen
  }
}

/// A cost of several ranks: the lower ranks decide only among equals of the higher.
private struct RankedCost: Comparable {
  var spread: Int
  var major: Int
  var minor: Int

  static let zero = RankedCost(spread: 0, major: 0, minor: 0)
  static let infinite = RankedCost(spread: .max, major: 0, minor: 0)

  /// What a further edge at a node adds to the sum of squared degrees.
  init(edgeBeyond degree: Int) { self.init(spread: 2 * degree + 1, major: 0, minor: 0) }

  init(spread: Int, major: Int, minor: Int) {
    (self.spread, self.major, self.minor) = (spread, major, minor)
  }

  static func < (first: RankedCost, second: RankedCost) -> Bool {
    if first.spread != second.spread { return first.spread < second.spread }
    if first.major != second.major { return first.major < second.major }
    return first.minor < second.minor
  }

  static func + (first: RankedCost, second: RankedCost) -> RankedCost {
    RankedCost(
      spread: first.spread + second.spread, major: first.major + second.major,
      minor: first.minor + second.minor)
  }

  static func - (first: RankedCost, second: RankedCost) -> RankedCost {
    RankedCost(
      spread: first.spread - second.spread, major: first.major - second.major,
      minor: first.minor - second.minor)
  }
}

/// A flow from a source over the first mode and the second to a sink, an edge at a time.
///
/// Ways are searched by Dijkstra's algorithm over costs reduced by potentials, which are never
/// below 0; they neither come back to the source nor leave the sink.
private struct DegreeLimitedSearch {
  private let limit: Int
  private let firstCount: Int
  private let rows: Rows
  /// The cost of each arc from the first mode to the second; those arcs stand in front.
  private var costs: [RankedCost]
  private var isChosen: [Bool]
  /// For each node of the second mode the arcs that lead to it.
  private var arcsToSecond: [[Int]]
  private let sourceOfArc: [Int]
  private var degree: [Int]
  private var potential: [RankedCost]
  private var sinkPotential: RankedCost
  private var distance: [RankedCost] = []
  private var isSettled: [Bool] = []
  /// The arc by which the way comes to each node, −1 from the source.
  private var arcBefore: [Int] = []
  private(set) var count = 0

  init(_ graph: TwoModeGraph, limit: Int, benefit: (Int, Int) -> EdgeBenefit) {
    self.limit = limit
    firstCount = graph.firstCount
    rows = graph.graph.outgoing
    let nodeCount = rows.nodeCount
    costs = []
    arcsToSecond = [[Int]](repeating: [], count: graph.secondCount)
    var sourceOfArc: [Int] = []
    degree = [Int](repeating: 0, count: nodeCount)
    potential = [RankedCost](repeating: .zero, count: nodeCount)
    sinkPotential = .infinite
    for node in 0..<firstCount {
      potential[node] = RankedCost(edgeBeyond: 0)
      for arc in rows.arcs(of: node) {
        let end = Int(rows.ends[arc])
        let benefit = benefit(node, end)
        let cost = RankedCost(spread: 0, major: -benefit.major, minor: -benefit.minor)
        // Of parallel arcs, which lie side by side, only the first is known to the search.
        let isParallel =
          arc > rows.arcs(of: node).lowerBound && rows.ends[arc - 1] == rows.ends[arc]
        if !isParallel {
          let way = potential[node] + cost
          if arcsToSecond[end - firstCount].isEmpty || way < potential[end] { potential[end] = way }
          sinkPotential = min(sinkPotential, potential[end] + RankedCost(edgeBeyond: 0))
          arcsToSecond[end - firstCount].append(arc)
        }
        costs.append(isParallel ? .infinite : cost)
        sourceOfArc.append(node)
      }
    }
    self.sourceOfArc = sourceOfArc
    isChosen = [Bool](repeating: false, count: costs.count)
  }

  /// The edges of the flow.
  var chosen: [ModePair] {
    isChosen.indices.filter { isChosen[$0] }
      .map { ModePair(first: sourceOfArc[$0], second: Int(rows.ends[$0])) }
  }

  /// Makes the flow larger by one edge at the least cost; `false` if that cannot be.
  mutating func addEdge() -> Bool {
    guard limit > 0, let last = findWay() else { return false }
    var node = last
    degree[last] += 1
    while arcBefore[node] >= 0 {
      let arc = arcBefore[node]
      isChosen[arc].toggle()
      node = node >= firstCount ? sourceOfArc[arc] : Int(rows.ends[arc])
    }
    degree[node] += 1
    count += 1
    return true
  }

  /// Finds the cheapest way and adjusts the potentials; returns the last node before the sink.
  private mutating func findWay() -> Int? {
    let nodeCount = rows.nodeCount
    distance = [RankedCost](repeating: .infinite, count: nodeCount)
    isSettled = [Bool](repeating: false, count: nodeCount)
    arcBefore = [Int](repeating: -1, count: nodeCount)
    for node in 0..<firstCount where degree[node] < limit {
      distance[node] = RankedCost(edgeBeyond: degree[node]) - potential[node]
    }
    var sink = RankedCost.infinite
    var last: Int?
    while let node = nearest(), distance[node] < sink {
      isSettled[node] = true
      if node < firstCount {
        for arc in rows.arcs(of: node) where !isChosen[arc] && costs[arc] != .infinite {
          relax(Int(rows.ends[arc]), from: node, by: arc, costs[arc])
        }
      } else {
        if degree[node] < limit {
          let cost = RankedCost(edgeBeyond: degree[node]) + potential[node] - sinkPotential
          if distance[node] + cost < sink { (sink, last) = (distance[node] + cost, node) }
        }
        for arc in arcsToSecond[node - firstCount] where isChosen[arc] {
          relax(sourceOfArc[arc], from: node, by: arc, .zero - costs[arc])
        }
      }
    }
    guard last != nil else { return nil }
    for node in 0..<nodeCount { potential[node] = potential[node] + min(distance[node], sink) }
    sinkPotential = sinkPotential + sink
    return last
  }

  private func nearest() -> Int? {
    var best: Int?
    var least = RankedCost.infinite
    for node in distance.indices where !isSettled[node] && distance[node] < least {
      (best, least) = (node, distance[node])
    }
    return best
  }

  private mutating func relax(_ node: Int, from origin: Int, by arc: Int, _ cost: RankedCost) {
    guard !isSettled[node] else { return }
    let way = distance[origin] + cost + potential[origin] - potential[node]
    if way < distance[node] {
      distance[node] = way
      arcBefore[node] = arc
    }
  }
}
