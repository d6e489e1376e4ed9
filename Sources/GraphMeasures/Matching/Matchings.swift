public import GraphStructure

extension TwoModeGraph {
  /// Cuts the edges into matchings, as few as can be: as many as the largest degree.
  ///
  /// König's theorem says that so many do. Edges are given the first color that is free at both
  /// ends; where there is none, the two colors free at one end each change places along the path
  /// that begins with them, which in a two-mode graph never comes back to the other end.
  ///
  /// - Returns: The matchings, the largest first, each ascending; of equally large ones that found
  ///   first. Parallel edges are in different ones. None where there is no edge.
  /// - Complexity: O(*m* (*n* + *d*)) time with the largest degree *d*, O(*n* *d*) space.
  /// - SeeAlso: D. König. Über Graphen und ihre Anwendung auf Determinantentheorie und Mengenlehre.
  ///   Mathematische Annalen 77, 1916.
  public func matchings() -> [[ModePair]] {
    var coloring = EdgeColoring(self)
    for node in nodes(of: .first) {
      for arc in graph.outgoing.arcs(of: node) {
        coloring.color(node, Int(graph.outgoing.ends[arc]))
      }
    }
    return coloring.classes(of: nodes(of: .first))
      .enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element)
  }
}

/// Which edge has which color, seen from each node.
private struct EdgeColoring {
  private let colorCount: Int
  /// For each node and color the other end of the node's edge of that color, −1 where it has none.
  private var ends: [Int]

  init(_ graph: TwoModeGraph) {
    let rows = graph.graph.outgoing
    colorCount = graph.graph.nodes.map(rows.degree(of:)).max() ?? 0
    ends = [Int](repeating: -1, count: rows.nodeCount * colorCount)
  }

  /// Gives an edge a color that no other edge of either end has.
  mutating func color(_ first: Int, _ second: Int) {
    if let color = (0..<colorCount).first(where: { isFree($0, at: first) && isFree($0, at: second) }
    ) {
      set(first, second, color)
      return
    }
    // Neither end has all colors, since this edge has none yet.
    guard let color = (0..<colorCount).first(where: { isFree($0, at: first) }),
      let other = (0..<colorCount).first(where: { isFree($0, at: second) })
    else { preconditionFailure("more edges at a node than colors") }
    exchange(color, other, from: second)
    set(first, second, color)
  }

  /// The edges of each color.
  func classes(of firstNodes: Range<Int>) -> [[ModePair]] {
    (0..<colorCount).map { color in
      firstNodes.compactMap { node in
        let end = ends[node * colorCount + color]
        return end < 0 ? nil : ModePair(first: node, second: end)
      }
    }
  }

  private func isFree(_ color: Int, at node: Int) -> Bool { ends[node * colorCount + color] < 0 }

  private mutating func set(_ node: Int, _ end: Int, _ color: Int) {
    ends[node * colorCount + color] = end
    ends[end * colorCount + color] = node
  }

  /// Exchanges two colors along the path that begins at a node with the first of them.
  private mutating func exchange(_ color: Int, _ other: Int, from start: Int) {
    var path = [start]
    var next = color
    while case let end = ends[path[path.count - 1] * colorCount + next], end >= 0 {
      path.append(end)
      next = next == color ? other : color
    }
    for node in path {
      ends.swapAt(node * colorCount + color, node * colorCount + other)
    }
  }
}
