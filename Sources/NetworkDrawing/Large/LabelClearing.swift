/// Moves marks out from under the names of a large picture, each to the nearest free place.
///
/// Marks that are named stay where their names are.
struct LabelClearing {
  let labels: [LargeLabels.Label]
  let radii: [Double]
  let bounds: DiagramBox

  /// Above this many nodes names lie on dust, of which nothing is hidden that could be seen.
  static let nodeLimit = 5000

  /// The space between a name or a mark and the mark beside it, in points.
  private static let gap = 1.0

  /// How far apart the places are that are tried, in points, and how many such steps away the last
  /// of them.
  private static let step = 1.5
  private static let rings = 100

  /// The middles after the moves.
  ///
  /// - Complexity: O(*n* *k*) for *k* names, and some hundred places for each mark that is moved.
  func cleared(_ middles: [Point]) -> [Point] {
    guard middles.count <= Self.nodeLimit, !labels.isEmpty else { return middles }
    let named = Set(labels.map(\.node))
    let covered = middles.indices.filter {
      !named.contains($0) && !isClearOfNames(middles[$0], radii[$0])
    }
    let width = Float(2 * (radii.max() ?? 0) + Self.gap)
    let grid = PointGrid(
      xs: middles.map { Float($0.x) }, ys: middles.map { Float($0.y) }, width: width)
    var waiting = Set(covered)
    var result = middles
    for node in covered {
      let place = nearest(to: middles[node], radii[node]) { place in
        var isFree = isClearOfNames(place, radii[node])
        func meet(_ other: Int) {
          let reach = radii[node] + radii[other] + Self.gap
          if other != node, (result[other] - place).length < reach { isFree = false }
        }
        // Those that have moved are no longer where the grid has them.
        grid.forEachNear(Float(place.x), Float(place.y)) { if !waiting.contains($0) { meet($0) } }
        for other in covered where !waiting.contains(other) { meet(other) }
        return isFree
      }
      guard let place else { continue }
      result[node] = place
      waiting.remove(node)
    }
    return result
  }

  private func isClearOfNames(_ middle: Point, _ radius: Double) -> Bool {
    !labels.contains { label in
      abs(middle.x - label.box.x) < label.box.width / 2 + radius + Self.gap
        && abs(middle.y - label.box.y) < label.box.height / 2 + radius + Self.gap
    }
  }

  /// The first free place on growing squares; nil where there is none.
  private func nearest(
    to middle: Point, _ radius: Double, where isFree: (Point) -> Bool
  ) -> Point? {
    for ring in 1...Self.rings {
      for row in -ring...ring {
        for column in stride(from: -ring, through: ring, by: abs(row) == ring ? 1 : 2 * ring) {
          let place =
            middle + Point(x: Double(column) * Self.step, y: Double(row) * Self.step)
          let isInside =
            place.x >= bounds.left + radius && place.x <= bounds.right - radius
            && place.y >= bounds.bottom + radius && place.y <= bounds.top - radius
          if isInside, isFree(place) { return place }
        }
      }
    }
    return nil
  }
}
