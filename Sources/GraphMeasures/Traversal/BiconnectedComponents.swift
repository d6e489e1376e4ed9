public import GraphStructure

/// The parts of a graph that hold together whichever node is taken away, and what joins them.
///
/// Two edges are in one component if a cycle that meets no node twice runs along both; an edge on
/// no cycle is a component of its own. Hence components share nodes, but not edges.
public struct BiconnectedComponents: Sendable, Equatable {
  /// An edge that alone holds two parts of the graph together.
  public struct Bridge: Sendable, Hashable {
    /// Where it begins; in an undirected graph the smaller of its nodes.
    public let source: Graph.Node
    /// Where it ends.
    public let target: Graph.Node

    /// Creates a bridge between two nodes.
    ///
    /// - Parameters:
    ///   - source: Where it begins.
    ///   - target: Where it ends.
    public init(source: Graph.Node, target: Graph.Node) {
      self.source = source
      self.target = target
    }
  }

  /// The component of each arc of ``Graph/outgoing``, −1 for self loops, which are in none.
  ///
  /// Components are numbered from 0 in the order of their first arcs.
  public let labels: [Int]

  /// The number of edges of each component.
  public let edgeCounts: [Int]

  /// The nodes, ascending, without which the graph falls into more parts; each is in several
  /// components.
  public let articulationNodes: [Graph.Node]

  /// The edges without which the graph falls into more parts, ordered by their nodes.
  public let bridges: [Bridge]

  /// The number of components.
  public var count: Int { edgeCounts.count }
}

extension Graph {
  /// Returns the biconnected components, the articulation nodes and the bridges.
  ///
  /// Directions do not matter. Every arc of a directed graph is an edge, so arcs both ways between
  /// two nodes are parallel edges; parallel edges are no bridges. Self loops change nothing.
  ///
  /// - Returns: The components; none where there is no edge.
  /// - Complexity: O(*n* + *m*); no recursion, so a path of any length is fine.
  /// - SeeAlso: J. Hopcroft, R. Tarjan. Algorithm 447: efficient algorithms for graph manipulation.
  ///   Communications of the ACM 16, 1973.
  public func biconnectedComponents() -> BiconnectedComponents {
    let incidences = Incidences(self)
    var search = BlockSearch(incidences)
    for root in nodes where search.order[root] < 0 { search.run(from: root) }

    // Numbered anew by first arcs, and known to both arcs of an edge.
    var newLabel = [Int](repeating: -1, count: search.blockCount)
    var labels = [Int](repeating: -1, count: outgoing.arcCount)
    var edgeCounts: [Int] = []
    for arc in labels.indices {
      let edge = incidences.edges[arc]
      guard edge >= 0 else { continue }
      let block = search.blocks[edge]
      if newLabel[block] < 0 {
        newLabel[block] = edgeCounts.count
        edgeCounts.append(0)
      }
      labels[arc] = newLabel[block]
      if edge == arc { edgeCounts[newLabel[block]] += 1 }
    }
    var bridges: [BiconnectedComponents.Bridge] = []
    for node in nodes {
      for arc in outgoing.arcs(of: node) where incidences.edges[arc] == arc {
        if edgeCounts[labels[arc]] == 1 {
          bridges.append(.init(source: node, target: Int(outgoing.ends[arc])))
        }
      }
    }
    return BiconnectedComponents(
      labels: labels, edgeCounts: edgeCounts,
      articulationNodes: nodes.filter { search.isArticulation[$0] }, bridges: bridges)
  }

  /// Returns the nodes without which the graph falls into more parts, ascending.
  ///
  /// An isolated node is none.
  ///
  /// - Returns: The articulation nodes of ``biconnectedComponents()``.
  /// - Complexity: O(*n* + *m*).
  public func articulationNodes() -> [Node] { biconnectedComponents().articulationNodes }
}

/// The edges at each node, whichever way they lead.
private struct Incidences {
  var offsets: [Int]
  var ends: [UInt32]
  /// The edge of each incidence: the position of its arc, of two the first.
  var incidentEdges: [Int]
  /// The edge of each arc, −1 for self loops.
  var edges: [Int]

  init(_ graph: Graph) {
    let rows = graph.outgoing
    edges = [Int](repeating: -1, count: rows.arcCount)
    offsets = [Int](repeating: 0, count: graph.nodeCount + 1)
    // The arcs back to smaller nodes stand first in each row, in the order in which those nodes'
    // arcs lead there.
    var nextBack = rows.offsets
    for node in graph.nodes {
      for arc in rows.arcs(of: node) {
        let end = Int(rows.ends[arc])
        guard graph.isDirected ? node != end : node < end else { continue }
        edges[arc] = arc
        if !graph.isDirected {
          edges[nextBack[end]] = arc
          nextBack[end] += 1
        }
        offsets[node + 1] += 1
        offsets[end + 1] += 1
      }
    }
    for node in graph.nodes { offsets[node + 1] += offsets[node] }
    var next = offsets
    ends = [UInt32](repeating: 0, count: offsets[graph.nodeCount])
    incidentEdges = [Int](repeating: 0, count: ends.count)
    for node in graph.nodes {
      for arc in rows.arcs(of: node) where edges[arc] == arc {
        let end = Int(rows.ends[arc])
        for (near, far) in [(node, end), (end, node)] {
          ends[next[near]] = UInt32(truncatingIfNeeded: far)
          incidentEdges[next[near]] = arc
          next[near] += 1
        }
      }
    }
  }
}

/// A depth-first search that closes a component where nothing below a node leads above it.
private struct BlockSearch {
  private let incidences: Incidences
  /// The place of each node in the order of the search, −1 before it is seen.
  private(set) var order: [Int]
  /// The component of each edge.
  private(set) var blocks: [Int]
  private(set) var blockCount = 0
  private(set) var isArticulation: [Bool]
  /// The earliest node that is reached from below each node.
  private var low: [Int]
  private var next: [Int]
  /// The edge that led to each node.
  private var parentEdge: [Int]
  private var seenCount = 0
  /// The edges of components that are not closed.
  private var openEdges: [Int] = []

  init(_ incidences: Incidences) {
    let nodeCount = incidences.offsets.count - 1
    self.incidences = incidences
    order = [Int](repeating: -1, count: nodeCount)
    blocks = [Int](repeating: -1, count: incidences.edges.count)
    isArticulation = [Bool](repeating: false, count: nodeCount)
    low = order
    next = incidences.offsets
    parentEdge = order
  }

  mutating func run(from root: Int) {
    var path: [Int] = []
    var blocksAtRoot = 0
    enter(root, along: -1, &path)
    while let node = path.last {
      if next[node] < incidences.offsets[node + 1] {
        let edge = incidences.incidentEdges[next[node]]
        let end = Int(incidences.ends[next[node]])
        next[node] += 1
        if edge == parentEdge[node] { continue }
        if order[end] < 0 {
          openEdges.append(edge)
          enter(end, along: edge, &path)
        } else if order[end] < order[node] {
          openEdges.append(edge)
          low[node] = min(low[node], order[end])
        }
        continue
      }
      path.removeLast()
      guard let parent = path.last else { return }
      low[parent] = min(low[parent], low[node])
      guard low[node] >= order[parent] else { continue }
      close(parentEdge[node])
      if parent == root { blocksAtRoot += 1 }
      if parent != root || blocksAtRoot > 1 { isArticulation[parent] = true }
    }
  }

  private mutating func enter(_ node: Int, along edge: Int, _ path: inout [Int]) {
    order[node] = seenCount
    low[node] = seenCount
    seenCount += 1
    parentEdge[node] = edge
    path.append(node)
  }

  private mutating func close(_ firstEdge: Int) {
    while let edge = openEdges.popLast() {
      blocks[edge] = blockCount
      if edge == firstEdge { break }
    }
    blockCount += 1
  }
}
