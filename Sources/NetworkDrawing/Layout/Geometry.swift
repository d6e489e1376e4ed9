/// A point of a picture, in points of 1/72 inch; y grows upwards.
struct Point: Sendable, Hashable {
  var x: Double
  var y: Double

  static func + (left: Point, right: Point) -> Point {
    Point(x: left.x + right.x, y: left.y + right.y)
  }

  static func - (left: Point, right: Point) -> Point {
    Point(x: left.x - right.x, y: left.y - right.y)
  }

  static func * (point: Point, factor: Double) -> Point {
    Point(x: point.x * factor, y: point.y * factor)
  }

  var length: Double { (x * x + y * y).squareRoot() }
}

/// A rectangle of a picture, in points of 1/72 inch; y grows upwards.
public struct DiagramBox: Sendable, Hashable {
  /// The middle, from the left.
  public var x: Double

  /// The middle, from the bottom.
  public var y: Double

  /// The width.
  public var width: Double

  /// The height.
  public var height: Double

  /// Creates a rectangle around a middle.
  package init(x: Double, y: Double, width: Double, height: Double) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
  }

  /// The left, right, lower and upper edge.
  var left: Double { x - width / 2 }
  var right: Double { x + width / 2 }
  var bottom: Double { y - height / 2 }
  var top: Double { y + height / 2 }

  var center: Point { Point(x: x, y: y) }

  /// Whether two boxes share more than an edge.
  public func overlaps(_ other: DiagramBox) -> Bool {
    2 * abs(x - other.x) < width + other.width && 2 * abs(y - other.y) < height + other.height
  }

  /// The smallest box around some boxes; nil without any.
  static func around(_ boxes: [DiagramBox]) -> DiagramBox? {
    guard let first = boxes.first else { return nil }
    var (left, right, bottom, top) = (first.left, first.right, first.bottom, first.top)
    for box in boxes.dropFirst() {
      left = min(left, box.left)
      right = max(right, box.right)
      bottom = min(bottom, box.bottom)
      top = max(top, box.top)
    }
    return DiagramBox(
      x: (left + right) / 2, y: (bottom + top) / 2, width: right - left, height: top - bottom)
  }
}

/// A node as an obstacle: its box, and whether it is round.
struct Obstacle: Sendable {
  var box: DiagramBox
  var isRound: Bool

  /// How deep a point lies inside the outline widened by `margin`: above 0 inside, 1 at the
  /// middle.
  func depth(of point: Point, margin: Double = 0) -> Double {
    let across = abs(point.x - box.x) / max(box.width / 2 + margin, 0.01)
    let along = abs(point.y - box.y) / max(box.height / 2 + margin, 0.01)
    return isRound ? 1 - (across * across + along * along).squareRoot() : 1 - max(across, along)
  }
}

/// A cubic Bézier curve.
struct Curve: Sendable, Hashable {
  var start: Point
  var firstControl: Point
  var secondControl: Point
  var end: Point

  /// A curve between two points that leaves the straight line by `first` near its start and by
  /// `second` near its end, to the left if positive.
  init(from start: Point, to end: Point, bend first: Double = 0, _ second: Double = 0) {
    let along = end - start
    let length = max(along.length, 0.01)
    let left = Point(x: -along.y / length, y: along.x / length)
    self.start = start
    self.end = end
    firstControl = start + along * (1.0 / 3) + left * first
    secondControl = start + along * (2.0 / 3) + left * second
  }

  func point(at t: Double) -> Point {
    let u = 1 - t
    return start * (u * u * u) + firstControl * (3 * u * u * t) + secondControl * (3 * u * t * t)
      + end * (t * t * t)
  }

  /// The part of the curve from one parameter to another, by de Casteljau's construction.
  func part(from low: Double, to high: Double) -> Curve {
    let head = split(at: high).before
    return low <= 0 ? head : head.split(at: low / max(high, 1e-9)).after
  }

  private func split(at t: Double) -> (before: Curve, after: Curve) {
    func between(_ a: Point, _ b: Point) -> Point { a + (b - a) * t }
    let (a, b, c) = (
      between(start, firstControl), between(firstControl, secondControl),
      between(secondControl, end)
    )
    let (d, e) = (between(a, b), between(b, c))
    let middle = between(d, e)
    return (Curve(start, a, d, middle), Curve(middle, e, c, end))
  }

  init(_ start: Point, _ firstControl: Point, _ secondControl: Point, _ end: Point) {
    self.start = start
    self.firstControl = firstControl
    self.secondControl = secondControl
    self.end = end
  }
}
