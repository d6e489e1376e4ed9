internal import GraphStructure

/// The arcs of a graph whose nodes are numbered anew, so that neighbors are near in memory.
///
/// Nodes are numbered part by part and within a part by a breadth-first search from its node of
/// most arcs. Hence every (weak) component is a range of places, sources that follow one another
/// see almost the same nodes at the same distance, and rows begin with the best-known nodes.
///
/// A node's new number is its *place*.
struct OrderedArcs: Sendable {
  /// The node at each place.
  let nodes: [UInt32]

  /// The arcs of each place in the direction asked for, with their values where they have some.
  let forward: Arcs

  /// The arcs of each place in the other direction; the same in an undirected graph.
  let backward: Arcs

  /// The places of each component, in order.
  let components: [Range<Int>]

  /// Whether an arc back belongs to every arc.
  let isSymmetric: Bool

  var nodeCount: Int { nodes.count }

  /// Numbers the nodes of a graph.
  ///
  /// - Parameters:
  ///   - rows: The arcs in the direction asked for.
  ///   - reversed: The same arcs turned round; nil where `rows` hold both directions.
  init(_ rows: Arcs, reversed: Arcs?) {
    let nodes: [UInt32]
    (nodes, components) = Self.breadthFirstOrder(rows, reversed ?? rows)
    var places = [UInt32](repeating: 0, count: nodes.count)
    for (place, node) in nodes.enumerated() { places[Int(node)] = UInt32(place) }
    self.nodes = nodes
    isSymmetric = reversed == nil
    forward = Self.renumbered(reversed ?? rows, nodes, places)
    backward = reversed == nil ? forward : Self.renumbered(rows, nodes, places)
  }

  /// Returns the arcs turned round and renumbered, every row ascending.
  static func renumbered(_ arcs: Arcs, _ nodes: [UInt32], _ places: [UInt32]) -> Arcs {
    let oldOffsets = arcs.offsets.span
    let oldEnds = arcs.ends.span
    let places = places.span
    var offsets = [Int](repeating: 0, count: nodes.count + 1)
    for end in arcs.ends { offsets[Int(places[Int(end)]) + 1] += 1 }
    for place in nodes.indices { offsets[place + 1] += offsets[place] }
    var nextPositions = offsets
    var ends = [UInt32](repeating: 0, count: arcs.ends.count)
    var values = arcs.values
    var next = nextPositions.mutableSpan
    var placedEnds = ends.mutableSpan
    for (place, node) in nodes.enumerated() {
      for arc in oldOffsets[Int(node)]..<oldOffsets[Int(node) + 1] {
        let end = Int(places[Int(oldEnds[arc])])
        let position = next[end]
        next[end] = position + 1
        placedEnds[position] = UInt32(truncatingIfNeeded: place)
        if let value = arcs.values?[arc] { values?[position] = value }
      }
    }
    return Arcs(offsets: offsets, ends: ends, values: values)
  }

  private static func breadthFirstOrder(
    _ rows: Arcs, _ others: Arcs
  ) -> (nodes: [UInt32], components: [Range<Int>]) {
    let nodeCount = rows.nodeCount
    var seen = [Bool](repeating: false, count: nodeCount)
    var nodes = [UInt32](repeating: 0, count: nodeCount)
    var components: [Range<Int>] = []
    let isDirected = others.offsets != rows.offsets || others.ends != rows.ends
    let (offsets, ends) = (rows.offsets.span, rows.ends.span)
    let (otherOffsets, otherEnds) = (others.offsets.span, others.ends.span)
    var isSeen = seen.mutableSpan
    var queue = nodes.mutableSpan
    var tail = 0
    for root in nodesByDegree(rows) where !isSeen[Int(root)] {
      let first = tail
      var head = first
      isSeen[Int(root)] = true
      queue[tail] = root
      tail += 1
      while head < tail {
        let node = Int(queue[head])
        head += 1
        for arc in offsets[node]..<offsets[node + 1] where !isSeen[Int(ends[arc])] {
          isSeen[Int(ends[arc])] = true
          queue[tail] = ends[arc]
          tail += 1
        }
        guard isDirected else { continue }
        for arc in otherOffsets[node]..<otherOffsets[node + 1]
        where !isSeen[Int(otherEnds[arc])] {
          isSeen[Int(otherEnds[arc])] = true
          queue[tail] = otherEnds[arc]
          tail += 1
        }
      }
      components.append(first..<tail)
    }
    return (nodes, components)
  }

  /// Returns the nodes by the number of their arcs, most first; of equals the lower number first.
  private static func nodesByDegree(_ rows: Arcs) -> [UInt32] {
    let largest = (0..<rows.nodeCount).reduce(0) { max($0, rows.degree(of: $1)) }
    // Buckets from the largest degree down; each begins where the one before ends.
    var starts = [Int](repeating: 0, count: largest + 2)
    for node in 0..<rows.nodeCount { starts[largest - rows.degree(of: node) + 1] += 1 }
    for bucket in 0...largest { starts[bucket + 1] += starts[bucket] }
    var nodes = [UInt32](repeating: 0, count: rows.nodeCount)
    for node in 0..<rows.nodeCount {
      let bucket = largest - rows.degree(of: node)
      nodes[starts[bucket]] = UInt32(truncatingIfNeeded: node)
      starts[bucket] += 1
    }
    return nodes
  }
}

extension OrderedArcs {
  /// Numbers the nodes of a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph; self loops and parallel arcs stay.
  ///   - direction: Which way ``forward`` leads.
  init(_ graph: Graph, _ direction: Direction) {
    let opposite: Direction = direction == .outgoing ? .incoming : .outgoing
    self.init(
      Arcs(graph.rows(direction)), reversed: graph.isDirected ? Arcs(graph.rows(opposite)) : nil)
  }

  /// Numbers the places of arcs anew.
  ///
  /// - Parameters:
  ///   - arcs: The arcs.
  ///   - order: Their places in the new order, each component staying where it is.
  init(_ arcs: OrderedArcs, renumbered order: [UInt32]) {
    var places = [UInt32](repeating: 0, count: order.count)
    for (place, old) in order.enumerated() {
      places[Int(old)] = UInt32(truncatingIfNeeded: place)
    }
    nodes = order.map { arcs.nodes[Int($0)] }
    components = arcs.components
    isSymmetric = arcs.isSymmetric
    forward = Self.renumbered(arcs.backward, order, places)
    backward = isSymmetric ? forward : Self.renumbered(arcs.forward, order, places)
  }

  /// Keeps the numbers of the nodes and takes all for one component.
  ///
  /// This is for the few searches that are over before nodes would be ordered.
  ///
  /// - Parameters:
  ///   - graph: The graph; self loops and parallel arcs stay.
  ///   - direction: Which way ``forward`` leads.
  init(unordered graph: Graph, _ direction: Direction) {
    nodes = graph.nodes.map { UInt32(truncatingIfNeeded: $0) }
    forward = Arcs(graph.rows(direction))
    backward = Arcs(graph.rows(direction.opposite))
    components = [graph.nodes]
    isSymmetric = !graph.isDirected
  }
}
