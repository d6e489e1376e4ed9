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
    let isLarge = nodeBoxes.count > LayoutChoice.fewLimit
    let obstacles = zip(diagram.nodes, nodeBoxes).map { node, box in
      Obstacle(box: box, isRound: isLarge || diagram.style.look(of: node).form.isRound)
    }
    let courses =
      isLarge
      ? edges.map { [nodeBoxes[$0.source].center, nodeBoxes[$0.target].center] }
      : EdgeRouter(obstacles: obstacles).courses(of: edges).map(\.polyline)
    let stress = LayoutStress(places: nodeBoxes.map(\.center), edges: edges)
    let lines = DrawnLines(courses: courses, edges: edges, obstacles: obstacles)
    let crossings = lines.crossings(execution)
    let overlaps = lines.overlaps(execution)
    return LayoutQuality(
      stress: stress.value(execution), crossings: crossings.count,
      edgeNodeOverlaps: overlaps.count, nodeOverlaps: Self.overlapCount(nodeBoxes),
      isEstimated: stress.isEstimated || crossings.isEstimated || overlaps.isEstimated)
  }

  private static func overlapCount(_ boxes: [DiagramBox]) -> Int {
    let widest = boxes.reduce(0) { max($0, $1.width, $1.height) }
    let (xs, ys) = (boxes.map { Float($0.x) }, boxes.map { Float($0.y) })
    guard !boxes.isEmpty else { return 0 }
    let grid = PointGrid(xs: xs, ys: ys, width: Float(widest))
    var count = 0
    for (index, box) in boxes.enumerated() {
      grid.forEachNear(xs[index], ys[index]) { other in
        if other > index, boxes[other].overlaps(box) { count += 1 }
      }
    }
    return count
  }
}

extension Curve {
  /// Points along the curve, close enough to count crossings by.
  fileprivate var polyline: [Point] { (0...16).map { point(at: Double($0) / 16) } }
}
