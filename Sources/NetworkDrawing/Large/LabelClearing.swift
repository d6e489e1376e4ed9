/// Moves marks out from under the names of a large picture, each as little as possible.
///
/// Marks that are named stay where their names are; the others make way for names and for each
/// other within the picture.
struct LabelClearing {
  let labels: [LargeLabels.Label]
  let radii: [Double]
  let bounds: DiagramBox

  /// Above this many nodes names lie on dust, of which nothing is hidden that could be seen.
  static let nodeLimit = 5000

  private static let sweeps = 120

  /// The space between a name or a mark and the mark beside it, in points.
  private static let gap = 1.0

  /// The middles after the moves.
  ///
  /// - Complexity: O(*n* *k*) a sweep for *k* names.
  func cleared(_ middles: [Point]) -> [Point] {
    guard middles.count <= Self.nodeLimit, !labels.isEmpty else { return middles }
    var isFixed = [Bool](repeating: false, count: middles.count)
    for label in labels { isFixed[label.node] = true }
    let width = Float(2 * (radii.max() ?? 0) + Self.gap)
    var middles = middles
    for _ in 0..<Self.sweeps {
      let grid = PointGrid(
        xs: middles.map { Float($0.x) }, ys: middles.map { Float($0.y) }, width: width)
      var moved = middles
      var isMoved = false
      for node in middles.indices where !isFixed[node] {
        let push = push(on: node, middles, isFixed, grid)
        guard push.length > 0.02 else { continue }
        isMoved = true
        moved[node] = inside(middles[node] + push, radii[node])
      }
      middles = moved
      if !isMoved { break }
    }
    return middles
  }

  private func push(
    on node: Int, _ middles: [Point], _ isFixed: [Bool], _ grid: PointGrid
  ) -> Point {
    let middle = middles[node]
    var push = Point(x: 0, y: 0)
    for label in labels {
      let apart = middle - label.box.center
      let across = label.box.width / 2 + radii[node] + Self.gap - abs(apart.x)
      let upward = label.box.height / 2 + radii[node] + Self.gap - abs(apart.y)
      guard across > 0, upward > 0 else { continue }
      if upward <= across {
        push.y += apart.y < 0 ? -upward : upward
      } else {
        push.x += apart.x < 0 ? -across : across
      }
    }
    grid.forEachNear(Float(middle.x), Float(middle.y)) { other in
      guard other != node else { return }
      let apart = middle - middles[other]
      let missing = radii[node] + radii[other] + 0.5 * Self.gap - apart.length
      guard missing > 0, apart.length > 1e-6 else { return }
      push = push + apart * ((isFixed[other] ? 1 : 0.5) * missing / apart.length)
    }
    return push
  }

  private func inside(_ point: Point, _ radius: Double) -> Point {
    Point(
      x: min(max(point.x, bounds.left + radius), bounds.right - radius),
      y: min(max(point.y, bounds.bottom + radius), bounds.top - radius))
  }
}
