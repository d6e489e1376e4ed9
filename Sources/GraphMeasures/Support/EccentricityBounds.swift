internal import GraphStructure

/// The greatest and the least eccentricity of an undirected graph, by bounds that searches tighten.
///
/// A search from a node that extends *e* bounds how far each node of its component extends: at *d*
/// steps, by at least max(*d*, *e* − *d*) and at most *e* + *d*. Searches start by turns where a
/// node may extend farthest, of equals where those before were farthest away in sum (SumSweep), and
/// where it may extend least, of equals where most arcs are or that sum is least. When they settle
/// fewer nodes than searches from many at once would in that time, these settle the rest.
///
/// - SeeAlso: F. W. Takes, W. A. Kosters. Determining the diameter of small world networks. CIKM
///   2011; M. Borassi et al. Fast diameter and radius BFS-based computation in (weakly connected)
///   real-world graphs. Theoretical Computer Science 586, 2015.
struct EccentricityBounds {
  /// What the next search is hoped to find.
  private enum Goal {
    /// A node that extends far: two times of four.
    case most, mostAgain
    case leastByDegree, leastBySum

    var next: Goal {
      switch self {
      case .leastByDegree: .most
      case .most: .leastBySum
      case .leastBySum: .mostAgain
      case .mostAgain: .leastByDegree
      }
    }
  }

  /// The node that extends farthest of all that were searched from; nil where none was.
  private(set) var farthest: NodeExtent?
  /// The one that extends least.
  private(set) var nearest: NodeExtent?
  /// From how many nodes there was a search.
  private(set) var searchCount = 0

  private let graph: Graph
  private let rows: Rows
  private let components: Components
  private let wantsLeast: Bool
  /// How far each node extends at least and at most.
  private var least: [Int32]
  private var most: [Int32]
  /// How far each node is from all sources of its component so far.
  private var distanceSums: [UInt32]
  /// Nodes of one component that may extend farther than the farthest, or less than the nearest.
  private var candidates: [UInt32] = []

  /// Creates the bounds that sizes of components give.
  ///
  /// - Parameters:
  ///   - graph: An undirected graph.
  ///   - wantsLeast: Whether the least eccentricity is asked for too, or the greatest alone.
  init(_ graph: Graph, wantsLeast: Bool) {
    rows = graph.outgoing
    self.graph = graph
    self.wantsLeast = wantsLeast
    let components = graph.components()
    self.components = components
    most = components.labels.map {
      Int32(truncatingIfNeeded: min(components.sizes[$0] - 1, Int(Int32.max)))
    }
    least = most.map { min($0, 1) }
    distanceSums = [UInt32](repeating: 0, count: graph.nodeCount)
  }

  /// Searches until the extremes are known.
  mutating func settle(_ execution: Execution) {
    let sizes = components.sizes
    var starts = [0]
    for size in sizes { starts.append(starts[starts.count - 1] + size) }
    var members = [UInt32](repeating: 0, count: rows.nodeCount)
    var next = starts
    for (node, part) in components.labels.enumerated() {
      members[next[part]] = UInt32(truncatingIfNeeded: node)
      next[part] += 1
    }
    // The largest component is likely to be the widest, and then spares others.
    var localSearch: BreadthFirstSearch?
    for part in sizes.indices.sorted(by: { (sizes[$1], $0) < (sizes[$0], $1) }) {
      guard !execution.isCancelled() else { break }
      candidates = Array(members[starts[part]..<starts[part + 1]])
      if sizes[part] > MultiSourceSearch.maximalBatch {
        settleLarge(execution)
      } else {
        dropSettled()
        guard !candidates.isEmpty else { continue }
        var search = localSearch ?? BreadthFirstSearch(nodeCount: rows.nodeCount)
        localSearch = nil
        settleSmall(&search)
        localSearch = search
      }
    }
    execution.onProgress?(1)
  }

  /// Settles the candidates of a component whose searches cost next to nothing.
  private mutating func settleSmall(_ search: inout BreadthFirstSearch) {
    let arcs = Arcs(rows)
    var goal = Goal.leastByDegree
    while !candidates.isEmpty {
      let source = best(goal)
      search.run(from: source, over: arcs)
      take(search.distance, from: source, extent: search.countWithin.count - 1)
      dropSettled()
      goal = goal.next
    }
  }

  private mutating func settleLarge(_ execution: Execution) {
    var trial = SearchTrial(searchesPerStep: 1)
    var goal = Goal.leastByDegree
    while !execution.isCancelled() {
      dropSettled()
      guard !candidates.isEmpty else { break }
      guard trial.isWorthwhile(left: candidates.count) else {
        for extent in graph.extents(of: candidates, execution) { note(extent) }
        searchCount += candidates.count
        candidates.removeAll()
        break
      }
      let source = best(goal)
      let distance = DistanceSearch(from: source, forward: rows, backward: rows).distance
      take(distance, from: source, extent: Int(distance.max() ?? 0))
      goal = goal.next
    }
  }

  private mutating func dropSettled() {
    // Whatever one node extends is the greatest and the least so far.
    guard let farthest = farthest?.eccentricity, let nearest = nearest?.eccentricity else { return }
    let (least, most, wantsLeast) = (least, most, wantsLeast)
    candidates.removeAll {
      most[Int($0)] <= farthest && !(wantsLeast && least[Int($0)] < nearest)
    }
  }

  /// Returns the candidate from which to search.
  private func best(_ goal: Goal) -> Int {
    let (least, most, sums) = (least.span, most.span, distanceSums.span)
    var best = Int(candidates[0])
    for entry in candidates {
      let node = Int(entry)
      let isBetter =
        switch goal {
        case .most, .mostAgain: (most[node], sums[node]) > (most[best], sums[best])
        case .leastBySum: (least[node], sums[node]) < (least[best], sums[best])
        case .leastByDegree:
          least[node] < least[best]
            || (least[node] == least[best] && rows.degree(of: node) > rows.degree(of: best))
        }
      if isBetter { best = node }
    }
    return best
  }

  /// Takes in what a search from a node of the component has found.
  private mutating func take(_ distance: [Int32], from source: Int, extent: Int) {
    let extent = Int32(truncatingIfNeeded: extent)
    searchCount += 1
    note(NodeExtent(node: source, eccentricity: extent))
    for node in candidates.map({ Int($0) }) {
      least[node] = max(least[node], distance[node], extent - distance[node])
      most[node] = min(most[node], extent + distance[node])
      distanceSums[node] &+= UInt32(truncatingIfNeeded: distance[node])
    }
    // The search has settled its source.
    least[source] = extent
    most[source] = extent
  }

  private mutating func note(_ extent: NodeExtent) {
    if extent.eccentricity > farthest?.eccentricity ?? -1 { farthest = extent }
    if extent.eccentricity < nearest?.eccentricity ?? .max { nearest = extent }
  }
}
