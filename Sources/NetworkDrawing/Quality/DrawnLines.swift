internal import GraphStructure

/// The lines of a picture, to count what disturbs a reader.
struct DrawnLines {
  /// The points of each line.
  let courses: [[Point]]
  let edges: [(source: Int, target: Int)]
  let obstacles: [Obstacle]

  /// Up to so many edges every pair counts; of more, so many pairs.
  private static let exactLimit = 12_000
  private static let sampledPairs = 4_000_000
  private static let sampledEdges = 8000

  // MARK: Crossings

  /// Counts pairs of edges without a common end whose lines cross.
  func crossings(_ execution: Execution) -> (count: Int, isEstimated: Bool) {
    guard edges.count <= Self.exactLimit else { return (sampledCrossings(execution), true) }
    let boxes = courses.map(Self.box)
    let count = execution.reduceChunks(
      of: edges.count, chunkSize: 64, into: 0, makeScratch: {},
      work: { range, _ in
        var count = 0
        for one in range {
          for other in (one + 1)..<max(edges.count, one + 1)
          where boxes[one].meets(boxes[other]) && isCrossing(one, other) { count += 1 }
        }
        return count
      }, merge: { $0 += $1 })
    return (count, false)
  }

  private func sampledCrossings(_ execution: Execution) -> Int {
    let chunk = 4096
    let found = execution.reduceChunks(
      of: Self.sampledPairs, chunkSize: chunk, into: 0, makeScratch: {},
      work: { range, _ in
        // Each chunk draws its own pairs, so the count does not depend on the threads.
        var bits = RandomBits(seed: UInt64(range.lowerBound / chunk + 1))
        var count = 0
        for _ in range {
          let one = bits.nextIndex(below: edges.count)
          let other = bits.nextIndex(below: edges.count)
          if one != other, isCrossing(one, other) { count += 1 }
        }
        return count
      }, merge: { $0 += $1 })
    let pairs = Double(edges.count) * Double(edges.count) / 2
    return Int((Double(found) / Double(Self.sampledPairs) * pairs).rounded())
  }

  private func isCrossing(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (edges[one], edges[other])
    guard
      first.source != second.source, first.source != second.target,
      first.target != second.source, first.target != second.target
    else { return false }
    let (left, right) = (courses[one], courses[other])
    for start in 1..<max(left.count, 1) {
      for end in 1..<max(right.count, 1)
      where Self.cross(left[start - 1], left[start], right[end - 1], right[end]) {
        return true
      }
    }
    return false
  }

  private static func cross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
    func side(_ a: Point, _ b: Point, _ c: Point) -> Double {
      (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
  }

  /// The left, right, lower and upper edge of a line.
  private struct Bounds {
    var left = Double.infinity
    var right = -Double.infinity
    var bottom = Double.infinity
    var top = -Double.infinity

    func meets(_ other: Bounds) -> Bool {
      left <= other.right && other.left <= right && bottom <= other.top && other.bottom <= top
    }
  }

  private static func box(_ course: [Point]) -> Bounds {
    course.reduce(into: Bounds()) { box, point in
      box.left = min(box.left, point.x)
      box.right = max(box.right, point.x)
      box.bottom = min(box.bottom, point.y)
      box.top = max(box.top, point.y)
    }
  }

  // MARK: Nodes in the way

  /// Counts pairs of a line and a node, not its end, that it passes over.
  func overlaps(_ execution: Execution) -> (count: Int, isEstimated: Bool) {
    guard !obstacles.isEmpty, !edges.isEmpty else { return (0, false) }
    let isEstimated = edges.count > Self.exactLimit
    var chosen = Array(edges.indices)
    if isEstimated {
      var bits = RandomBits(seed: 1)
      chosen = (0..<Self.sampledEdges).map { _ in bits.nextIndex(below: edges.count) }
    }
    let widest = obstacles.reduce(0) { max($0, $1.box.width, $1.box.height) }
    let grid = PointGrid(
      xs: obstacles.map { Float($0.box.x) }, ys: obstacles.map { Float($0.box.y) },
      width: Float(widest))
    let step = max(widest, 1)
    let count = execution.reduceChunks(
      of: chosen.count, chunkSize: 64, into: 0, makeScratch: {},
      work: { [chosen] range, _ in
        range.reduce(0) { $0 + hidden(by: chosen[$1], grid, step: step) }
      }, merge: { $0 += $1 })
    guard isEstimated else { return (count, false) }
    return (count * edges.count / chosen.count, true)
  }

  private func hidden(by index: Int, _ grid: PointGrid, step: Double) -> Int {
    let edge = edges[index]
    var met: Set<Int> = []
    let course = courses[index]
    for place in 1..<max(course.count, 1) {
      let (start, along) = (course[place - 1], course[place] - course[place - 1])
      let pieces = max(1, Int((along.length / step).rounded(.up)))
      for piece in 0...pieces {
        let point = start + along * (Double(piece) / Double(pieces))
        grid.forEachNear(Float(point.x), Float(point.y)) { node in
          guard node != edge.source, node != edge.target else { return }
          if Self.passes(start, along, over: obstacles[node]) { met.insert(node) }
        }
      }
    }
    return met.count
  }

  private static func passes(_ start: Point, _ along: Point, over obstacle: Obstacle) -> Bool {
    let squared = max(along.x * along.x + along.y * along.y, 1e-12)
    let offset = obstacle.box.center - start
    let share = min(max((offset.x * along.x + offset.y * along.y) / squared, 0), 1)
    return obstacle.depth(of: start + along * share) > 0
  }
}
