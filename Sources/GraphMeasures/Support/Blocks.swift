internal import GraphStructure

/// The biconnected components of arcs, here called blocks, and how many nodes lie behind each node
/// of a block.
///
/// Directions do not matter. Self loops are in no block.
struct Blocks: Sendable {
  /// The edge of each arc: the position of its first arc; −1 for self loops.
  let edges: [Int]

  /// The block of each arc, numbered from 0 in the order of their first arcs; −1 for self loops.
  private(set) var labels: [Int]

  /// The number of edges of each block.
  private(set) var edgeCounts: [Int] = []

  /// The node of each block that the search came from.
  private(set) var tops: [Int] = []

  /// How many nodes lie beyond the top of each block, in it or behind it.
  private(set) var branchSizes: [Int] = []

  /// How many nodes lie behind each node, seen from the block that the search came through.
  private(set) var hangingCounts: [Int]

  /// The number of nodes of the component of each node.
  private(set) var componentSizes: [Int]

  private let topCounts: [Int]
  private let isRoot: [Bool]

  /// Whether a node is in several blocks.
  func isArticulation(_ node: Int) -> Bool { topCounts[node] > (isRoot[node] ? 1 : 0) }

  /// Finds the blocks.
  ///
  /// - Parameters:
  ///   - arcs: Ascending rows.
  ///   - isDirected: Whether each arc is an edge; otherwise two arcs are one.
  init(_ arcs: Arcs, isDirected: Bool) {
    let incidences = Incidences(arcs, isDirected: isDirected)
    var search = BlockSearch(incidences)
    for root in 0..<arcs.nodeCount where search.order[root] < 0 { search.run(from: root) }
    edges = incidences.edges
    hangingCounts = search.hangingCounts
    componentSizes = search.roots.map { search.subtreeSizes[$0] }
    isRoot = search.roots.indices.map { search.roots[$0] == $0 }
    var topCounts = [Int](repeating: 0, count: arcs.nodeCount)
    for block in search.found { topCounts[block.top] += 1 }
    self.topCounts = topCounts

    // Numbered anew by first arcs, and known to both arcs of an edge.
    var newLabel = [Int](repeating: -1, count: search.found.count)
    labels = [Int](repeating: -1, count: edges.count)
    for node in 0..<arcs.nodeCount {
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] where edges[arc] >= 0 {
        let block = search.block(between: node, Int(arcs.ends[arc]))
        if newLabel[block] < 0 {
          newLabel[block] = edgeCounts.count
          edgeCounts.append(0)
          tops.append(search.found[block].top)
          branchSizes.append(search.found[block].size)
        }
        labels[arc] = newLabel[block]
        if edges[arc] == arc { edgeCounts[newLabel[block]] += 1 }
      }
    }
  }
}

/// The edges at each node, whichever way they lead.
private struct Incidences {
  var offsets: [Int]
  var ends: [UInt32]
  /// The edge of each incidence: the position of its arc, of two the first.
  var incidentEdges: [Int]
  /// The edge of each arc, −1 for self loops.
  var edges: [Int]

  init(_ arcs: Arcs, isDirected: Bool) {
    let nodeCount = arcs.nodeCount
    edges = [Int](repeating: -1, count: arcs.ends.count)
    offsets = [Int](repeating: 0, count: nodeCount + 1)
    // The arcs back to smaller nodes stand first in each row, in the order in which those nodes'
    // arcs lead there.
    var nextBack = arcs.offsets
    for node in 0..<nodeCount {
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] {
        let end = Int(arcs.ends[arc])
        guard isDirected ? node != end : node < end else { continue }
        edges[arc] = arc
        if !isDirected {
          edges[nextBack[end]] = arc
          nextBack[end] += 1
        }
        offsets[node + 1] += 1
        offsets[end + 1] += 1
      }
    }
    // The rows of an undirected graph without self loops are what would be made of them.
    if !isDirected, !edges.contains(-1) {
      (offsets, ends, incidentEdges) = (arcs.offsets, arcs.ends, edges)
      return
    }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    var next = offsets
    ends = [UInt32](repeating: 0, count: offsets[nodeCount])
    incidentEdges = [Int](repeating: 0, count: ends.count)
    for node in 0..<nodeCount {
      for arc in arcs.offsets[node]..<arcs.offsets[node + 1] where edges[arc] == arc {
        let end = Int(arcs.ends[arc])
        for (near, far) in [(node, end), (end, node)] {
          ends[next[near]] = UInt32(truncatingIfNeeded: far)
          incidentEdges[next[near]] = arc
          next[near] += 1
        }
      }
    }
  }
}

/// A depth-first search that closes a block where nothing below a node leads above it.
///
/// An edge that the search does not go along leads from a node back to one above it, and so closes a
/// circle through the edge that led to the lower node: it is in the same block. So blocks are known of
/// nodes, each by the edge that led to it.
private struct BlockSearch {
  private let incidences: Incidences
  /// The place of each node in the order of the search, −1 before it is seen.
  private(set) var order: [Int]
  /// The block of the edge that led to each node.
  private var blocks: [Int]
  /// The node of each block that the search came from, and how many nodes it found beyond it.
  private(set) var found: [(top: Int, size: Int)] = []
  /// The node that the search of each node's component began with.
  private(set) var roots: [Int]
  /// How many nodes were found from each node on, itself included.
  private(set) var subtreeSizes: [Int]
  /// How many of those are behind it, seen from the block that the search came through.
  private(set) var hangingCounts: [Int]
  /// The earliest node that is reached from below each node.
  private var low: [Int]
  private var next: [Int]
  /// The edge that led to each node.
  private var parentEdge: [Int]
  private var seenCount = 0
  /// The nodes whose blocks are not closed, in the order of the search.
  private var openNodes: [Int] = []

  init(_ incidences: Incidences) {
    let nodeCount = incidences.offsets.count - 1
    self.incidences = incidences
    order = [Int](repeating: -1, count: nodeCount)
    blocks = order
    roots = order
    subtreeSizes = [Int](repeating: 1, count: nodeCount)
    hangingCounts = [Int](repeating: 0, count: nodeCount)
    low = order
    next = incidences.offsets
    parentEdge = order
  }

  /// Returns the block of the edges between two nodes: that of the later one.
  func block(between one: Int, _ other: Int) -> Int {
    blocks[order[one] > order[other] ? one : other]
  }

  mutating func run(from root: Int) {
    var path: [Int] = []
    enter(root, along: -1, of: root, &path)
    while let node = path.last {
      if let (edge, end) = nextUnseen(from: node) {
        enter(end, along: edge, of: root, &path)
        openNodes.append(end)
        continue
      }
      path.removeLast()
      guard let parent = path.last else { return }
      low[parent] = min(low[parent], low[node])
      subtreeSizes[parent] += subtreeSizes[node]
      if low[node] >= order[parent] { closeBlock(of: node, below: parent) }
    }
  }

  /// Looks along the edges of a node, and how far up they lead, until one leads to an unseen node.
  private mutating func nextUnseen(from node: Int) -> (edge: Int, end: Int)? {
    let parent = parentEdge[node]
    let last = incidences.offsets[node + 1]
    var (position, lowest) = (next[node], low[node])
    defer { (next[node], low[node]) = (position, lowest) }
    while position < last {
      let edge = incidences.incidentEdges[position]
      let end = Int(incidences.ends[position])
      position += 1
      if edge == parent { continue }
      let place = order[end]
      if place < 0 { return (edge, end) }
      // Nodes below have later places, and change nothing.
      lowest = min(lowest, place)
    }
    return nil
  }

  private mutating func enter(_ node: Int, along edge: Int, of root: Int, _ path: inout [Int]) {
    order[node] = seenCount
    low[node] = seenCount
    seenCount += 1
    parentEdge[node] = edge
    roots[node] = root
    path.append(node)
  }

  private mutating func closeBlock(of node: Int, below top: Int) {
    while let open = openNodes.popLast() {
      blocks[open] = found.count
      if open == node { break }
    }
    found.append((top, subtreeSizes[node]))
    hangingCounts[top] += subtreeSizes[node]
  }
}
