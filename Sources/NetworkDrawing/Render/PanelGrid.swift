/// Where the panels of a figure stand on its page.
struct PanelGrid {
  /// The lower left corner of each panel, and the box of all of them.
  let corners: [Point]
  let size: (width: Double, height: Double)

  /// Arranges panels of one size.
  ///
  /// - Parameters:
  ///   - count: How many panels there are.
  ///   - width: The width of each, in points.
  ///   - height: The height of each with its title.
  ///   - gap: The space between them.
  init(count: Int, width: Double, height: Double, gap: Double) {
    // Two stand side by side; more as the paper does, a little wider than high.
    let columns =
      count <= 2
      ? max(count, 1)
      : (1...count).min {
        Self.misfit($0, count, width, height) < Self.misfit($1, count, width, height)
      } ?? 1
    let rows = (max(count, 1) + columns - 1) / columns
    corners = (0..<count).map { index in
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      return Point(
        x: Double(column) * (width + gap), y: Double(rows - 1 - row) * (height + gap))
    }
    size = (
      Double(columns) * (width + gap) - gap, Double(rows) * (height + gap) - gap
    )
  }

  /// How far a number of columns is from the proportions of paper, with empty places counted.
  private static func misfit(_ columns: Int, _ count: Int, _ width: Double, _ height: Double)
    -> Double
  {
    let rows = (count + columns - 1) / columns
    let aspect = Double(columns) * width / max(Double(rows) * height, 1)
    let distance = aspect > 1.4 ? aspect / 1.4 : 1.4 / max(aspect, 0.01)
    return distance + 0.2 * Double(rows * columns - count)
  }
}
