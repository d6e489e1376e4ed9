public import GraphStructure

/// How well the places of nodes show a network: the lower each number, the better.
public struct LayoutQuality: Sendable, Hashable {
  /// How far distances on the page are from those in the network, 0…1.
  ///
  /// > min over *s* of the mean of ((*s* ‖*u* − *v*‖ − *d*(*u*, *v*)) / *d*(*u*, *v*))²
  ///
  /// over all pairs *u*, *v* of nodes that a way joins, where *d* counts edges: the stress with
  /// weights 1/*d*², at the scale that suits the layout best, so that it does not depend on the
  /// size of the page. NaN where no edge joins two nodes.
  ///
  /// - SeeAlso: K. Smelser, J. Miller, S. Kobourov. "Normalized stress" is not normalized. 2024.
  public var stress: Double

  /// Pairs of edges without a common end whose lines cross.
  public var crossings: Int

  /// How often a line passes over a node that is not its end.
  public var edgeNodeOverlaps: Int

  /// Pairs of nodes whose boxes share more than an edge.
  public var nodeOverlaps: Int

  /// Whether the numbers were estimated from a part of the pairs, drawn by a fixed seed.
  public var isEstimated: Bool
}

extension LayoutQuality {
  /// Measures straight lines between the middles of boxes.
  ///
  /// - Parameters:
  ///   - boxes: The boxes of the nodes.
  ///   - edges: The edges, by the indices of their ends.
  ///   - execution: How the work is carried out.
  package init(
    boxes: [DiagramBox], edges: [(source: Int, target: Int)], execution: Execution = .standard
  ) {
    self.init(
      obstacles: boxes.map { Obstacle(box: $0, isRound: false) }, edges: edges,
      courses: edges.map { [boxes[$0.source].center, boxes[$0.target].center] },
      execution: execution)
  }

  fileprivate init(
    obstacles: [Obstacle], edges: [(source: Int, target: Int)], courses: [[Point]],
    execution: Execution
  ) {
    let boxes = obstacles.map(\.box)
    let stress = LayoutStress(places: boxes.map(\.center), edges: edges)
    let lines = DrawnLines(courses: courses, edges: edges, obstacles: obstacles)
    let crossings = lines.crossings(execution)
    let overlaps = lines.overlaps(execution)
    self.init(
      stress: stress.value(execution), crossings: crossings.count,
      edgeNodeOverlaps: overlaps.count, nodeOverlaps: Self.overlapCount(obstacles),
      isEstimated: stress.isEstimated || crossings.isEstimated || overlaps.isEstimated)
  }

  private static func overlapCount(_ nodes: [Obstacle]) -> Int {
    guard !nodes.isEmpty else { return 0 }
    let widest = nodes.reduce(0) { max($0, $1.box.width, $1.box.height) }
    let (xs, ys) = (nodes.map { Float($0.box.x) }, nodes.map { Float($0.box.y) })
    let grid = PointGrid(xs: xs, ys: ys, width: Float(widest))
    var count = 0
    for index in nodes.indices {
      grid.forEachNear(xs[index], ys[index]) { other in
        if other > index, Self.overlap(nodes[index], nodes[other]) { count += 1 }
      }
    }
    return count
  }

  /// Whether two nodes share more than an edge: two discs by their radii, others by their boxes.
  private static func overlap(_ one: Obstacle, _ other: Obstacle) -> Bool {
    guard one.box.overlaps(other.box) else { return false }
    let isPair = [one, other].allSatisfy { $0.isRound && $0.box.width == $0.box.height }
    guard isPair else { return true }
    let reach = (one.box.width + other.box.width) / 2
    return (one.box.center - other.box.center).length < 0.999 * reach
  }
}

extension Picture {
  /// Measures the places of the nodes, and the lines as they are drawn: curved round other nodes in
  /// a network of few nodes, straight in one of many.
  ///
  /// Up to 2,000 nodes every number is exact. With more, stress is that of 256 nodes to all others,
  /// and above 12,000 edges crossings and overlaps are estimated.
  ///
  /// - Parameters:
  ///   - diagram: What was drawn, alone.
  ///   - execution: How the work is carried out.
  /// - Returns: The quality.
  /// - Throws: ``DrawingError`` where an edge names no node.
  /// - Complexity: O(*n* (*n* + *m*) + *m*²) where it is exact.
  public func quality(
    of diagram: Diagram, execution: Execution = .standard
  ) throws(DrawingError) -> LayoutQuality {
    let edges = try diagram.indexedEdges().filter { $0.source != $0.target }
    let isLarge = LargeDrawing.suits(nodeCount: nodeBoxes.count)
    let obstacles = zip(diagram.nodes, nodeBoxes).map { node, box in
      Obstacle(box: box, isRound: isLarge || diagram.style.look(of: node).form.isRound)
    }
    let courses =
      isLarge
      ? edges.map { [nodeBoxes[$0.source].center, nodeBoxes[$0.target].center] }
      : EdgeRouter(obstacles: obstacles).courses(of: edges).map(\.polyline)
    return LayoutQuality(
      obstacles: obstacles, edges: edges, courses: courses, execution: execution)
  }
}

extension Curve {
  /// Points along the curve, close enough to count crossings by.
  fileprivate var polyline: [Point] { (0...16).map { point(at: Double($0) / 16) } }
}
