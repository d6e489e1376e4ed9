/// Where the panels of a figure stand on its page.
struct PanelGrid {
  /// The place of each panel: its lower left corner and its size.
  let cells: [DiagramBox]
  let size: (width: Double, height: Double)

  /// Arranges panels in rows and columns, each as wide and high as its largest panel.
  ///
  /// - Parameters:
  ///   - sizes: The size of each panel with its title, in points.
  ///   - gap: The space between them.
  ///   - columns: How many stand in a row; nil to choose.
  init(_ sizes: [(width: Double, height: Double)], gap: Double, columns: Int? = nil) {
    let count = sizes.count
    // Two stand side by side; more as the paper does, a little wider than high.
    let columns =
      columns
      ?? (count <= 2
        ? max(count, 1)
        : (1...count).min {
          Self.misfit($0, sizes) < Self.misfit($1, sizes)
        } ?? 1)
    let rows = (max(count, 1) + columns - 1) / columns
    func largest(_ chosen: (Int) -> Bool, _ side: ((width: Double, height: Double)) -> Double)
      -> Double
    {
      sizes.indices.filter(chosen).map { side(sizes[$0]) }.max() ?? 0
    }
    let widths = (0..<columns).map { column in
      largest({ $0 % columns == column }, { $0.width })
    }
    let heights = (0..<rows).map { row in largest({ $0 / columns == row }, { $0.height }) }
    let height = heights.reduce(-gap) { $0 + $1 + gap }
    size = (widths.reduce(-gap) { $0 + $1 + gap }, height)
    cells = sizes.indices.map { index in
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      let left = widths[..<column].reduce(0) { $0 + $1 + gap }
      let top = height - heights[..<row].reduce(0) { $0 + $1 + gap }
      return DiagramBox(
        x: left + widths[column] / 2, y: top - heights[row] / 2, width: widths[column],
        height: heights[row])
    }
  }

  /// How far a number of columns is from the proportions of paper, with empty places counted.
  private static func misfit(_ columns: Int, _ sizes: [(width: Double, height: Double)])
    -> Double
  {
    let rows = (sizes.count + columns - 1) / columns
    let width = sizes.map(\.width).max() ?? 1
    let height = sizes.map(\.height).max() ?? 1
    let aspect = Double(columns) * width / max(Double(rows) * height, 1)
    let distance = aspect > 1.4 ? aspect / 1.4 : 1.4 / max(aspect, 0.01)
    return distance + 0.2 * Double(rows * columns - sizes.count)
  }
}
