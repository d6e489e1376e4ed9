/// How hard a layout is to read: the lower, the better.
///
/// Of two layouts the one with fewer crossings is better; where they have as many, the one in which
/// fewer nodes are in the way of edges and less space is left empty.
struct LayoutScore: Comparable {
  private let crossings: Int
  private let rest: Double

  static func < (left: LayoutScore, right: LayoutScore) -> Bool {
    (left.crossings, left.rest) < (right.crossings, right.rest)
  }

  /// Judges a layout.
  ///
  /// - Complexity: O(*m*² + *m* *n*); above 500 edges crossings are not counted.
  init(of obstacles: [Obstacle], edges: [(source: Int, target: Int)]) {
    let ends = edges.filter { $0.source != $0.target }.map {
      (obstacles[$0.source].box.center, obstacles[$0.target].box.center)
    }
    var (crossings, score) = (0, 0.0)
    for (index, edge) in edges.enumerated() where edge.source != edge.target {
      score += 3 * Self.hidden(edge, obstacles: obstacles)
      guard ends.count == edges.count, edges.count <= 500 else { continue }
      for other in (index + 1)..<max(edges.count, index + 1) {
        let second = edges[other]
        guard
          edge.source != second.source, edge.source != second.target,
          edge.target != second.source, edge.target != second.target
        else { continue }
        if Self.cross(ends[index], ends[other]) { crossings += 1 }
      }
    }
    self.crossings = crossings
    guard let bounds = DiagramBox.around(obstacles.map(\.box)), bounds.height > 0 else {
      rest = score
      return
    }
    // Wide is better than high, up to 16:10; empty space costs a little.
    let aspect = bounds.width / bounds.height
    let misfit = aspect > 1.6 ? aspect / 1.6 : 1.6 / max(aspect, 0.1)
    let covered = obstacles.reduce(0) { $0 + $1.box.width * $1.box.height }
    let emptiness = bounds.width * bounds.height / max(covered, 1)
    rest = score + Double(obstacles.count) * (0.12 * misfit + 0.02 * emptiness)
  }

  /// How many nodes a straight edge would pass through.
  private static func hidden(
    _ edge: (source: Int, target: Int), obstacles: [Obstacle]
  ) -> Double {
    let (start, end) = (obstacles[edge.source].box.center, obstacles[edge.target].box.center)
    let along = end - start
    let squared = max(along.x * along.x + along.y * along.y, 0.01)
    var count = 0.0
    for (index, obstacle) in obstacles.enumerated()
    where index != edge.source && index != edge.target {
      let offset = obstacle.box.center - start
      let share = min(max((offset.x * along.x + offset.y * along.y) / squared, 0), 1)
      if obstacle.depth(of: start + along * share, margin: 4) > 0 { count += 1 }
    }
    return count
  }

  private static func cross(_ one: (Point, Point), _ two: (Point, Point)) -> Bool {
    func side(_ a: Point, _ b: Point, _ c: Point) -> Double {
      (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }
    return side(one.0, one.1, two.0) * side(one.0, one.1, two.1) < 0
      && side(two.0, two.1, one.0) * side(two.0, two.1, one.1) < 0
  }
}
