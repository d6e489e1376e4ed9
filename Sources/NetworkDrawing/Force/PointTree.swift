/// Points in a quadtree: those near each other stand side by side, and far groups of them act as
/// one body.
///
/// The points are sorted along Morton's curve, so that every square of the tree is a run of them.
/// The squares stand in the order of a walk from the root down, each with the place where the walk
/// goes on without it: no stack is needed.
struct PointTree: Sendable {
  /// A square: its bodies, their mass and the middle of it, and the width of the square.
  struct Square: Sendable {
    var x: Float
    var y: Float
    var mass: Float
    var width: Float
    var first: Int32
    var end: Int32
    /// The square behind this one and all in it.
    var next: Int32
    var isLeaf: Bool
  }

  private(set) var squares: [Square] = []

  /// The squares that are not divided, in order.
  private(set) var leaves: [Int32] = []

  /// The points in the order of the tree: their number, place and mass.
  let order: [Int32]
  let xs: [Float]
  let ys: [Float]
  let masses: [Float]

  /// The most points of a leaf.
  private static let leafCount = 16

  /// Bits of a coordinate on the curve.
  private static let depth = 16

  /// - Complexity: O(*n*).
  init(xs: [Float], ys: [Float], masses: [Float]) {
    var (left, right) = (Float.infinity, -Float.infinity)
    var (bottom, top) = (Float.infinity, -Float.infinity)
    for x in xs { (left, right) = (min(left, x), max(right, x)) }
    for y in ys { (bottom, top) = (min(bottom, y), max(top, y)) }
    let width = max(right - left, top - bottom, 1e-6) * 1.0001
    let scale = Float(1 << Self.depth) / width
    var keys = [UInt64](repeating: 0, count: xs.count)
    for index in xs.indices {
      let column = UInt32(max(0, (xs[index] - left) * scale))
      let row = UInt32(max(0, (ys[index] - bottom) * scale))
      let key = Self.spread(min(column, 65535)) | Self.spread(min(row, 65535)) << 1
      keys[index] = UInt64(key) << 32 | UInt64(index)
    }
    Self.sort(&keys)
    order = keys.map { Int32(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
    self.xs = order.map { xs[Int($0)] }
    self.ys = order.map { ys[Int($0)] }
    self.masses = order.map { masses[Int($0)] }
    squares.reserveCapacity(xs.count / 4)
    if !xs.isEmpty { divide(0..<xs.count, keys, level: 0, width: width) }
  }

  /// Adds a square and all in it.
  private mutating func divide(
    _ range: Range<Int>, _ keys: [UInt64], level: Int, width: Float
  ) {
    let index = squares.count
    let isLeaf = range.count <= Self.leafCount || level == Self.depth
    squares.append(
      Square(
        x: 0, y: 0, mass: 0, width: width, first: Int32(range.lowerBound),
        end: Int32(range.upperBound), next: 0, isLeaf: isLeaf))
    var (x, y, mass) = (0 as Float, 0 as Float, 0 as Float)
    if isLeaf {
      leaves.append(Int32(index))
      for point in range {
        x += xs[point] * masses[point]
        y += ys[point] * masses[point]
        mass += masses[point]
      }
    } else {
      let shift = UInt64(32 + 2 * (Self.depth - 1 - level))
      var start = range.lowerBound
      for quarter in 0..<4 as Range<UInt64> {
        let end =
          quarter == 3
          ? range.upperBound
          : Self.firstIndex(in: start..<range.upperBound, keys) { $0 >> shift & 3 > quarter }
        guard start < end else { continue }
        let child = squares.count
        divide(start..<end, keys, level: level + 1, width: width / 2)
        x += squares[child].x * squares[child].mass
        y += squares[child].y * squares[child].mass
        mass += squares[child].mass
        start = end
      }
    }
    squares[index].x = x / max(mass, 1e-20)
    squares[index].y = y / max(mass, 1e-20)
    squares[index].mass = mass
    squares[index].next = Int32(squares.count)
  }

  private static func firstIndex(
    in range: Range<Int>, _ keys: [UInt64], where isPast: (UInt64) -> Bool
  ) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if isPast(keys[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Every second bit, filled from the lower 16.
  private static func spread(_ value: UInt32) -> UInt32 {
    var bits = value
    bits = (bits | bits << 8) & 0x00FF_00FF
    bits = (bits | bits << 4) & 0x0F0F_0F0F
    bits = (bits | bits << 2) & 0x3333_3333
    return (bits | bits << 1) & 0x5555_5555
  }

  /// Sorts by the upper half, byte by byte; equal keys keep their order.
  private static func sort(_ keys: inout [UInt64]) {
    guard keys.count > 256 else { return keys.sort() }
    var other = keys
    for shift in stride(from: 32 as UInt64, to: 64, by: 8) {
      var starts = [Int](repeating: 0, count: 257)
      for key in keys { starts[Int(key >> shift & 255) + 1] += 1 }
      for digit in 0..<256 { starts[digit + 1] += starts[digit] }
      for key in keys {
        let digit = Int(key >> shift & 255)
        other[starts[digit]] = key
        starts[digit] += 1
      }
      swap(&keys, &other)
    }
  }
}
