/// How the components of a network that falls apart are put together.
enum Packing {
  /// The attributes that pack the components.
  ///
  /// A few are fitted into each other; many are put in rows, because fitting 2,000 takes Graphviz
  /// half a minute.
  static func attributes(
    nodeCount: Int, edges: [(source: Int, target: Int)]
  ) -> [Attribute] {
    let isMany = componentCount(nodeCount: nodeCount, edges: edges) > 30
    return [
      Attribute(.components, "18"), Attribute(.componentMode, isMany ? "array" : "graph"),
    ]
  }

  /// Moves boxes into rows below the rest of the network, from its left edge.
  ///
  /// Nodes without an edge say nothing by their place, and scattered about the others they would
  /// seem to.
  static func putInRows(_ nodes: [Int], of boxes: inout [DiagramBox], below rest: DiagramBox?) {
    let area = nodes.reduce(0) { $0 + (boxes[$1].width + gap) * (boxes[$1].height + gap) }
    let width = max(rest?.width ?? 0, (1.6 * area).squareRoot())
    let left = rest?.left ?? 0
    var x = left
    var top = (rest?.bottom ?? 0) - 2 * gap
    var row: [Int] = []
    func finishRow(_ boxes: inout [DiagramBox]) {
      let height = row.map { boxes[$0].height }.max() ?? 0
      for node in row { boxes[node].y = top - height / 2 }
      top -= height + gap
      row.removeAll()
    }
    for node in nodes {
      if !row.isEmpty, x + boxes[node].width > left + width {
        finishRow(&boxes)
        x = left
      }
      boxes[node].x = x + boxes[node].width / 2
      x += boxes[node].width + gap
      row.append(node)
    }
    finishRow(&boxes)
  }

  /// The space between boxes in rows, in points.
  private static let gap = 14.0

  /// How many parts no edge joins, by union and find with halved paths.
  private static func componentCount(
    nodeCount: Int, edges: [(source: Int, target: Int)]
  ) -> Int {
    var parents = Array(0..<nodeCount)
    func root(_ node: Int) -> Int {
      var node = node
      while parents[node] != node {
        parents[node] = parents[parents[node]]
        node = parents[node]
      }
      return node
    }
    var count = nodeCount
    for edge in edges {
      let (one, other) = (root(edge.source), root(edge.target))
      guard one != other else { continue }
      parents[one] = other
      count -= 1
    }
    return count
  }
}
