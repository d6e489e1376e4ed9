/// Components put together on a page: the largest at the top, the others in rows below it.
enum PackedBlocks {
  /// A component with its own places.
  struct Block {
    var nodes: [Int32]
    var xs: [Float]
    var ys: [Float]
  }

  /// Returns the middles of all nodes.
  ///
  /// - Parameters:
  ///   - blocks: The components, the largest first.
  ///   - radii: How large each node is.
  ///   - gap: The space between components.
  /// - Returns: A middle for each node.
  static func middles(of blocks: [Block], radii: [Float], gap: Float) -> [Point] {
    var middles = [Point](repeating: Point(x: 0, y: 0), count: radii.count)
    let boxes = blocks.map { box(of: $0, radii: radii, gap: gap) }
    let area = boxes.reduce(0) { $0 + $1.width * $1.height }
    let width = max(boxes.first?.width ?? 0, (1.3 * area).squareRoot())
    // On each row from the left; y grows upwards, so rows go down.
    var (x, top, height) = (0.0, 0.0, 0.0)
    for (block, box) in zip(blocks, boxes) {
      if x > 0, x + box.width > width {
        top -= height
        (x, height) = (0, 0)
      }
      let shift = Point(x: x - box.left, y: top - box.top)
      for (place, node) in block.nodes.enumerated() {
        middles[Int(node)] =
          Point(x: Double(block.xs[place]), y: Double(block.ys[place])) + shift
      }
      x += box.width
      height = max(height, box.height)
    }
    return middles
  }

  /// The box around a component with half the gap on each side.
  private static func box(of block: Block, radii: [Float], gap: Float) -> DiagramBox {
    var (left, right) = (Float.infinity, -Float.infinity)
    var (bottom, top) = (Float.infinity, -Float.infinity)
    for (place, node) in block.nodes.enumerated() {
      let reach = radii[Int(node)] + gap / 2
      left = min(left, block.xs[place] - reach)
      right = max(right, block.xs[place] + reach)
      bottom = min(bottom, block.ys[place] - reach)
      top = max(top, block.ys[place] + reach)
    }
    return DiagramBox(
      x: Double(left + right) / 2, y: Double(bottom + top) / 2, width: Double(right - left),
      height: Double(top - bottom))
  }
}
