/// Moves single nodes of a small layout to where fewer edges cross.
///
/// Each node in turn tries places around itself and around the middle of its neighbors, and stays
/// where crossings, nodes in the way of edges and lengths cost least, if there is room for it.
///
/// - Complexity: O(*m*²) a round for *m* edges, with a few dozen places a node.
struct CrossingReduction {
  let edges: [(source: Int, target: Int)]
  private let edgesOfNode: [[Int]]

  /// The space that a moved node keeps to all others, in points.
  private static let space = 12.0

  /// How long an edge may be to cost as much as a crossing.
  private static let longest = 500.0

  private static let rounds = 4

  /// Directions in sixteenths of a circle, and the distances that are tried in them.
  private static let directions: [(Double, Double)] = [
    (1, 0), (0.92, 0.38), (0.71, 0.71), (0.38, 0.92), (0, 1), (-0.38, 0.92), (-0.71, 0.71),
    (-0.92, 0.38), (-1, 0), (-0.92, -0.38), (-0.71, -0.71), (-0.38, -0.92), (0, -1),
    (0.38, -0.92), (0.71, -0.71), (0.92, -0.38),
  ]
  private static let distances = [0.0, 45, 90, 150, 230]

  init(nodeCount: Int, edges: [(source: Int, target: Int)]) {
    self.edges = edges
    var edgesOfNode = [[Int]](repeating: [], count: nodeCount)
    for (index, edge) in edges.enumerated() where edge.source != edge.target {
      edgesOfNode[edge.source].append(index)
      edgesOfNode[edge.target].append(index)
    }
    self.edgesOfNode = edgesOfNode
  }

  /// The boxes after the moves; none leaves the box around all.
  func improved(_ obstacles: [Obstacle]) -> [DiagramBox] {
    var nodes = obstacles
    guard let page = DiagramBox.around(nodes.map(\.box)) else { return [] }
    for _ in 0..<Self.rounds {
      var hasMoved = false
      for node in nodes.indices where !edgesOfNode[node].isEmpty {
        let origin = nodes[node].box
        var best = origin
        var least = cost(of: node, nodes) - 0.5
        for middle in [origin.center, middle(ofNeighborsOf: node, nodes)] {
          for place in places(around: middle) {
            nodes[node].box.x = place.x
            nodes[node].box.y = place.y
            guard fits(node, nodes, page) else { continue }
            let cost = cost(of: node, nodes, below: least)
            if cost < least { (best, least) = (nodes[node].box, cost) }
          }
        }
        nodes[node].box = best
        hasMoved = hasMoved || best != origin
      }
      if !hasMoved { break }
    }
    return nodes.map(\.box)
  }

  private func places(around middle: Point) -> [Point] {
    [middle]
      + Self.distances.dropFirst().flatMap { distance in
        Self.directions.map { middle + Point(x: $0.0 * distance, y: $0.1 * distance) }
      }
  }

  private func middle(ofNeighborsOf node: Int, _ nodes: [Obstacle]) -> Point {
    let sum = edgesOfNode[node].reduce(Point(x: 0, y: 0)) {
      $0 + nodes[other(than: node, $1)].box.center
    }
    return sum * (1 / Double(edgesOfNode[node].count))
  }

  private func other(than node: Int, _ index: Int) -> Int {
    edges[index].source == node ? edges[index].target : edges[index].source
  }

  private func fits(_ node: Int, _ nodes: [Obstacle], _ page: DiagramBox) -> Bool {
    var box = nodes[node].box
    guard box.left >= page.left, box.right <= page.right, box.bottom >= page.bottom,
      box.top <= page.top
    else { return false }
    box.width += 2 * Self.space
    box.height += 2 * Self.space
    return !nodes.indices.contains { $0 != node && nodes[$0].box.overlaps(box) }
  }

  /// What a node's place costs; it need not be exact above `limit`.
  private func cost(
    of node: Int, _ nodes: [Obstacle], below limit: Double = .infinity
  ) -> Double {
    var cost = 0.0
    for index in edgesOfNode[node] {
      let far = other(than: node, index)
      let (start, end) = (nodes[node].box.center, nodes[far].box.center)
      cost += (end - start).length / Self.longest
      for third in nodes.indices where third != node && third != far {
        if passes(start, end, over: nodes[third]) { cost += 1 }
      }
      if cost >= limit { return cost }
      for (place, edge) in edges.enumerated() where place != index {
        guard
          edge.source != node, edge.target != node, edge.source != far, edge.target != far
        else { continue }
        let (from, to) = (nodes[edge.source].box.center, nodes[edge.target].box.center)
        if Self.cross(start, end, from, to) { cost += 1 }
      }
    }
    for edge in edges where edge.source != node && edge.target != node {
      let (from, to) = (nodes[edge.source].box.center, nodes[edge.target].box.center)
      if passes(from, to, over: nodes[node]) { cost += 1 }
    }
    return cost
  }

  private func passes(_ start: Point, _ end: Point, over node: Obstacle) -> Bool {
    let along = end - start
    let squared = max(along.x * along.x + along.y * along.y, 0.01)
    let offset = node.box.center - start
    let share = min(max((offset.x * along.x + offset.y * along.y) / squared, 0), 1)
    return node.depth(of: start + along * share, margin: 4) > 0
  }

  private static func cross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
    func side(_ a: Point, _ b: Point, _ c: Point) -> Double {
      (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
  }
}
