internal import GraphStructure

/// All graphs that have something in common, each as likely.
struct UniformGraphs: Sendable {
  private let nodeCount: Int
  private let isDirected: Bool
  private let condition: UniformCondition
  private let edgeCount: Int
  private let mutualCount: Int

  /// The number of unordered pairs of nodes.
  private var pairCount: Int { nodeCount * (nodeCount - 1) / 2 }

  init(like graph: Graph, _ condition: UniformCondition) {
    nodeCount = graph.nodeCount
    isDirected = graph.isDirected
    self.condition = condition
    let arcs = graph.simpleArcs(.outgoing)
    edgeCount = arcs.ends.count / (graph.isDirected ? 1 : 2)
    var mutual = 0
    if graph.isDirected {
      for node in graph.nodes {
        for arc in arcs.offsets[node]..<arcs.offsets[node + 1] {
          let end = Int(arcs.ends[arc])
          if node < end, graph.hasArc(from: end, to: node) { mutual += 1 }
        }
      }
    }
    mutualCount = mutual
  }

  /// Draws a graph.
  func graph(using bits: inout RandomBits) -> Graph {
    var edges = Edges()
    switch condition {
    case .size:
      for high in 0..<nodeCount {
        for low in 0..<high {
          if bits.next() >> 63 == 1 { edges.add(low, high) }
          if isDirected, bits.next() >> 63 == 1 { edges.add(high, low) }
        }
      }
    case .edges:
      let places = pairCount * (isDirected ? 2 : 1)
      for place in Self.distinct(edgeCount, below: places, using: &bits) {
        let (low, high) = pair(place % max(1, pairCount))
        if place < pairCount { edges.add(low, high) } else { edges.add(high, low) }
      }
    case .dyadCensus:
      let tied = edgeCount - mutualCount
      let pairs = Self.distinct(tied, below: pairCount, using: &bits)
      for (index, place) in pairs.enumerated() {
        let (low, high) = pair(place)
        // The first that were drawn are tied both ways; the places come in random order.
        let isTurned = bits.next() >> 63 == 1
        if index < mutualCount || !isTurned { edges.add(low, high) }
        if index < mutualCount || isTurned { edges.add(high, low) }
      }
    }
    return edges.graph(nodeCount: nodeCount, isDirected: isDirected)
  }

  /// The pair of a number: (0, 1), (0, 2), (1, 2), (0, 3) and so on.
  private func pair(_ place: Int) -> (low: Int, high: Int) {
    // The root is rounded; the loops set that right.
    var high = Int((1 + Double(1 + 8 * place).squareRoot()) / 2)
    while high * (high - 1) / 2 > place { high -= 1 }
    while high * (high + 1) / 2 <= place { high += 1 }
    return (place - high * (high - 1) / 2, high)
  }

  /// Draws distinct numbers, every sequence of them as likely.
  private static func distinct(
    _ count: Int, below bound: Int, using bits: inout RandomBits
  ) -> [Int] {
    // Fisher and Yates, only as far as needed; places that were never touched are not stored.
    var moved: [Int: Int] = [:]
    return (0..<count).map { place in
      let other = place + bits.nextIndex(below: bound - place)
      let value = moved[other] ?? other
      moved[other] = moved[place] ?? place
      return value
    }
  }
}
