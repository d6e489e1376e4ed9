/// Points in the cells of a grid, so that those near a place are found without looking at all.
struct PointGrid: Sendable {
  private let left: Float
  private let bottom: Float
  private let width: Float
  private let columns: Int
  private let rows: Int
  private let starts: [Int32]
  private let points: [Int32]

  /// Puts points into cells.
  ///
  /// - Parameters:
  ///   - xs: Where they are.
  ///   - ys: Where they are.
  ///   - width: The width of a cell; with fewer points than cells, cells are wider.
  /// - Complexity: O(*n*).
  init(xs: [Float], ys: [Float], width: Float) {
    let (left, right) = (xs.min() ?? 0, xs.max() ?? 0)
    let (bottom, top) = (ys.min() ?? 0, ys.max() ?? 0)
    let area = max(right - left, 1e-6) * max(top - bottom, 1e-6)
    let longest = max(right - left, top - bottom)
    // At most about two cells a point, and none so narrow that a long row of them is empty.
    self.width = max(
      width, (area / Float(2 * xs.count + 1)).squareRoot(), longest / Float(2 * xs.count + 8),
      1e-6)
    self.left = left
    self.bottom = bottom
    columns = Int((right - left) / self.width) + 1
    rows = Int((top - bottom) / self.width) + 1
    var starts = [Int32](repeating: 0, count: columns * rows + 1)
    var cells = [Int32](repeating: 0, count: xs.count)
    for index in xs.indices {
      let column = min(columns - 1, Int((xs[index] - left) / self.width))
      let row = min(rows - 1, Int((ys[index] - bottom) / self.width))
      cells[index] = Int32(row * columns + column)
      starts[Int(cells[index]) + 1] += 1
    }
    for cell in 1..<starts.count { starts[cell] += starts[cell - 1] }
    var next = starts
    var points = [Int32](repeating: 0, count: xs.count)
    for index in xs.indices {
      let cell = Int(cells[index])
      points[Int(next[cell])] = Int32(index)
      next[cell] += 1
    }
    self.starts = starts
    self.points = points
  }

  /// Visits the points of the cell of a place and of those around it, always in the same order.
  @inline(__always)
  func forEachNear(_ x: Float, _ y: Float, _ visit: (Int) -> Void) {
    visitCells(
      columns: column(x) - 1...column(x) + 1, rows: row(y) - 1...row(y) + 1, visit)
  }

  /// Visits the points of every cell that a box touches.
  func forEach(
    from low: (x: Float, y: Float), to high: (x: Float, y: Float), _ visit: (Int) -> Void
  ) {
    visitCells(columns: column(low.x)...column(high.x), rows: row(low.y)...row(high.y), visit)
  }

  private func column(_ x: Float) -> Int { min(columns - 1, max(0, Int((x - left) / width))) }

  private func row(_ y: Float) -> Int { min(rows - 1, max(0, Int((y - bottom) / width))) }

  @inline(__always)
  private func visitCells(
    columns wantedColumns: ClosedRange<Int>, rows wantedRows: ClosedRange<Int>,
    _ visit: (Int) -> Void
  ) {
    let (first, last) = (
      max(0, wantedColumns.lowerBound), min(columns - 1, wantedColumns.upperBound)
    )
    for row in max(0, wantedRows.lowerBound)...min(rows - 1, wantedRows.upperBound) {
      // The cells of a row lie side by side.
      let start = Int(starts[row * columns + first])
      let end = Int(starts[row * columns + last + 1])
      for place in start..<end { visit(Int(points[place])) }
    }
  }
}
