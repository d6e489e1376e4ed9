/// The pairs of nodes in order, (0, 1), (0, 2) … (1, 2) …, each known by its place.
struct PairOrder {
  private let nodeCount: Int
  private var source = 0
  private var rowStart = 0
  private var rowEnd: Int

  init(nodeCount: Int) {
    self.nodeCount = nodeCount
    rowEnd = max(0, nodeCount - 1)
  }

  /// Returns the number of pairs of some nodes.
  static func count(of nodes: Int) -> Int {
    nodes.isMultiple(of: 2) ? nodes / 2 * (nodes - 1) : (nodes - 1) / 2 * nodes
  }

  /// Returns the pair at a place that lies behind all places asked for before.
  ///
  /// - Complexity: O(1) each, besides O(*n*) for all together.
  @inline(__always)
  mutating func pair(at place: Int) -> (source: Int, target: Int) {
    while place >= rowEnd {
      source += 1
      rowStart = rowEnd
      rowEnd += nodeCount - 1 - source
    }
    return (source, place - rowStart + source + 1)
  }
}
