/// Finds a course for every edge that stays clear of all other nodes, so that no edge seems to
/// end at a node that it only passes, or disappears behind one.
///
/// An edge is straight where nothing is in the way. Otherwise a family of curves is tried, from
/// gentle to strong, and the one that costs least is kept. Parallel edges fan out side by side.
///
/// - Complexity: O(*m* *n*) for *m* edges and *n* nodes when all edges are straight, up to some
///   forty times as much when none can be.
struct EdgeRouter {
  let obstacles: [Obstacle]

  /// How far a curve may leave the straight line, as a share of its length.
  var mostBend = 1.0

  /// How far a line stays away from a node that it passes, in points.
  private static let clearance = 5.0

  /// How far parallel edges lie apart in the middle, in points.
  private static let spread = 11.0

  /// Where, as a share of its length, an edge is compared with others of the same node.
  private static let watched = 0.3

  /// Above this many nodes every edge is straight.
  static let straightLimit = 400

  /// The courses of edges given by the indices of their ends, in the same order.
  func courses(of edges: [(source: Int, target: Int)]) -> [Curve] {
    let bundles = Self.bundles(of: edges)
    var courses = [Curve](
      repeating: Curve(from: Point(x: 0, y: 0), to: Point(x: 0, y: 0)), count: edges.count)
    // The straight ones come first, so that the others can keep away from them.
    var taken = [[Point]](repeating: [], count: obstacles.count)
    let isFree = bundles.map { $0.low != $0.high && isStraight($0) }
    for turn in [true, false] {
      for (bundle, isFree) in zip(bundles, isFree) where isFree == turn {
        for (place, index) in bundle.edges.enumerated() {
          let shift = (Double(place) - Double(bundle.edges.count - 1) / 2) * Self.spread
          var course: Curve
          if bundle.low == bundle.high {
            course = loop(at: bundle.low, place: place)
          } else {
            course = bestCurve(from: bundle.low, to: bundle.high, shift: shift, taken: taken)
            taken[bundle.low].append(course.point(at: Self.watched))
            taken[bundle.high].append(course.point(at: 1 - Self.watched))
            course = clipped(course, from: bundle.low, to: bundle.high)
          }
          courses[index] = edges[index].source == bundle.low ? course : course.reversed
        }
      }
    }
    return courses
  }

  /// Edges between the same two nodes.
  private struct Bundle {
    var low: Int
    var high: Int
    var edges: [Int]
  }

  private static func bundles(of edges: [(source: Int, target: Int)]) -> [Bundle] {
    var bundles: [Bundle] = []
    var bundleOf: [Pair: Int] = [:]
    for (index, edge) in edges.enumerated() {
      let pair = Pair(low: min(edge.source, edge.target), high: max(edge.source, edge.target))
      if let bundle = bundleOf[pair] {
        bundles[bundle].edges.append(index)
      } else {
        bundleOf[pair] = bundles.count
        bundles.append(Bundle(low: pair.low, high: pair.high, edges: [index]))
      }
    }
    return bundles
  }

  private struct Pair: Hashable {
    var low: Int
    var high: Int
  }

  // MARK: Choosing

  /// Bends at a third and two thirds of the way, as shares of the length, from gentle to strong.
  private static let bends: [(Double, Double)] = {
    var bends: [(Double, Double)] = []
    for strength in [0.05, 0.1, 0.16, 0.24, 0.34, 0.46, 0.6, 0.75] {
      for side in [strength, -strength] {
        bends.append((side, side))
        bends.append((side, 0.2 * side))
        bends.append((0.2 * side, side))
        if strength < 0.5 { bends.append((side, -side)) }
      }
    }
    return bends
  }()

  private func isStraight(_ bundle: Bundle) -> Bool {
    let (start, end) = (obstacles[bundle.low].box.center, obstacles[bundle.high].box.center)
    return obstacles.count > Self.straightLimit
      || cost(of: Curve(from: start, to: end), source: bundle.low, target: bundle.high) == 0
  }

  private func bestCurve(
    from source: Int, to target: Int, shift: Double, taken: [[Point]]
  ) -> Curve {
    let (start, end) = (obstacles[source].box.center, obstacles[target].box.center)
    // The control points lie 4/3 as far out as the middle of the curve.
    let offset = shift * 4 / 3
    let straight = Curve(from: start, to: end, bend: offset, offset)
    guard obstacles.count <= Self.straightLimit else { return straight }
    var best = straight
    var bestCost = cost(of: straight, source: source, target: target)
    if bestCost == 0 { return straight }
    bestCost += crowding(of: straight, source: source, target: target, taken: taken)
    let length = (end - start).length
    for (first, second) in Self.bends {
      let bend = 40 * (max(abs(first), abs(second)) + (first * second < 0 ? 0.15 : 0))
      guard bend < bestCost, max(abs(first), abs(second)) <= mostBend else { continue }
      let curve = Curve(
        from: start, to: end, bend: first * length + offset, second * length + offset)
      let cost =
        bend + cost(of: curve, source: source, target: target)
        + crowding(of: curve, source: source, target: target, taken: taken)
      if cost < bestCost {
        best = curve
        bestCost = cost
      }
    }
    return best
  }

  /// What it costs to run beside other edges of the same node.
  private func crowding(
    of curve: Curve, source: Int, target: Int, taken: [[Point]]
  ) -> Double {
    func close(_ points: [Point], _ point: Point) -> Double {
      points.reduce(0) { $0 + 6 * max(0, 1 - ($1 - point).length / Self.spread) }
    }
    return close(taken[source], curve.point(at: Self.watched))
      + close(taken[target], curve.point(at: 1 - Self.watched))
  }

  private func cost(of curve: Curve, source: Int, target: Int) -> Double {
    let steps = 48
    let points = (1..<steps).map { curve.point(at: Double($0) / Double(steps)) }
    let xs = points.map(\.x)
    let ys = points.map(\.y)
    guard let left = xs.min(), let right = xs.max(), let bottom = ys.min(), let top = ys.max()
    else { return 0 }
    var cost = 0.0
    for (index, obstacle) in obstacles.enumerated() where index != source && index != target {
      let box = obstacle.box
      guard
        box.left - Self.clearance < right, box.right + Self.clearance > left,
        box.bottom - Self.clearance < top, box.top + Self.clearance > bottom
      else { continue }
      var deepest = 0.0
      for point in points {
        deepest = max(deepest, obstacle.depth(of: point, margin: Self.clearance))
      }
      if deepest > 0 { cost += 30 + 100 * deepest }
    }
    return cost
  }

  // MARK: Ends

  /// The part of a curve outside the nodes at its ends.
  private func clipped(_ curve: Curve, from source: Int, to target: Int) -> Curve {
    let low = boundary(of: obstacles[source], on: curve, inside: 0, outside: 0.5)
    let high = boundary(of: obstacles[target], on: curve, inside: 1, outside: 0.5)
    guard low < high else { return curve }
    return curve.part(from: low, to: high)
  }

  /// Where a curve crosses an outline, by halving; a little inside, under the node's line.
  private func boundary(
    of obstacle: Obstacle, on curve: Curve, inside: Double, outside: Double
  ) -> Double {
    guard obstacle.depth(of: curve.point(at: outside)) < 0 else { return inside }
    var (inside, outside) = (inside, outside)
    for _ in 0..<24 {
      let middle = (inside + outside) / 2
      if obstacle.depth(of: curve.point(at: middle), margin: -0.5) > 0 {
        inside = middle
      } else {
        outside = middle
      }
    }
    return inside
  }

  /// An edge from a node to itself: a loop above it.
  private func loop(at node: Int, place: Int) -> Curve {
    let box = obstacles[node].box
    let reach = 22 + 12 * Double(place)
    let foot = Point(x: box.x, y: box.top - 1)
    return Curve(
      foot + Point(x: -5, y: 0), foot + Point(x: -reach, y: reach),
      foot + Point(x: reach, y: reach), foot + Point(x: 5, y: 0))
  }
}

extension Curve {
  /// The same course from its end to its start.
  var reversed: Curve { Curve(end, secondControl, firstControl, start) }

  /// As Graphviz reads it in `pos`; with an arrow the line stops before the node.
  func position(arrow: Bool) -> String {
    func text(_ point: Point) -> String {
      "\(SafeText.number(point.x)),\(SafeText.number(point.y))"
    }
    guard arrow else {
      return [start, firstControl, secondControl, end].map(text).joined(separator: " ")
    }
    let back = end - secondControl
    let length = max(back.length, 0.01)
    let tail = end - back * (7 / length)
    return "e,\(text(end)) "
      + [start, firstControl, secondControl + (tail - end), tail].map(text)
      .joined(separator: " ")
  }
}
