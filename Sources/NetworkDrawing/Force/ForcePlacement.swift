#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

internal import GraphStructure

/// Places the nodes of any graph: each component by ``ForceLayout``, the widest way across, then
/// the components beside and below each other, nodes without an edge last.
struct ForcePlacement {
  let execution: Execution
  let seed: UInt64

  /// Whether nodes may be drawn smaller, all in the same proportion, where the network crowds in
  /// parts of its page.
  var mayShrink = false

  /// Returns a middle for each node, and by what to multiply their sizes.
  ///
  /// - Parameters:
  ///   - radii: How large each node is, in points.
  ///   - edges: The edges, by the indices of their ends; loops do not matter.
  ///   - area: How many square points of the page each node gets on average.
  /// - Returns: The middles, in points; no two nodes overlap where the page has room for them.
  /// - Complexity: O(*n* log *n* + *m*) a sweep.
  func middles(
    radii: [Float], edges: [(source: Int, target: Int)], area: Double
  ) -> (middles: [Point], shrinking: Double) {
    let components = GraphParts(nodeCount: radii.count, edges: edges)
    let unit = Float(area.squareRoot())
    var blocks: [PackedBlocks.Block] = []
    // The largest component decides.
    var shrinking: Float?
    for (nodes, inner) in zip(components.nodes, components.edges) {
      if nodes.count == 1 {
        blocks.append(PackedBlocks.Block(nodes: nodes, xs: [0], ys: [0]))
        continue
      }
      let graph = SpringGraph(
        masses: [Float](repeating: 1, count: nodes.count),
        edges: inner.map { (source: $0.source, target: $0.target, pull: 1) })
      var (xs, ys) = ForceLayout(execution: execution).places(of: graph, seed: seed)
      if nodes.count <= StressStep.nodeLimit {
        (xs, ys) = StressStep(graph: graph, execution: execution).moved(xs, ys)
      }
      Self.gatherOutliers(&xs)
      Self.gatherOutliers(&ys)
      Self.turnAcross(&xs, &ys)
      Self.scale(&xs, &ys, to: unit * Float(nodes.count).squareRoot())
      let own = nodes.map { radii[Int($0)] }
      let factor = shrinking ?? (mayShrink ? Self.shrinking(own, xs, ys) : 1)
      shrinking = factor
      let block = OverlapRemoval(
        radii: own.map { factor * $0 }, gap: 0.12 * factor * unit, execution: execution)
      (xs, ys) = block.parted(xs, ys)
      blocks.append(PackedBlocks.Block(nodes: nodes, xs: xs, ys: ys))
    }
    let middles = PackedBlocks.middles(of: blocks, radii: radii, gap: 0.5 * unit)
    return (middles, Double(shrinking ?? 1))
  }

  /// How much smaller nodes must be for half of them to have room to their nearest neighbor.
  private static func shrinking(_ radii: [Float], _ xs: [Float], _ ys: [Float]) -> Float {
    let grid = PointGrid(xs: xs, ys: ys, width: 0)
    var shares = xs.indices.map { index in
      var nearest = Float.infinity
      grid.forEachNear(xs[index], ys[index]) { other in
        guard other != index else { return }
        let (dx, dy) = (xs[index] - xs[other], ys[index] - ys[other])
        nearest = min(nearest, (dx * dx + dy * dy).squareRoot())
      }
      return nearest / (2 * radii[index])
    }
    shares.sort()
    return min(1, max(0.3, 0.72 * shares[shares.count / 2]))
  }

  /// Draws in the few places that lie so far out that the page would be left to them; their order
  /// stays.
  static func gatherOutliers(_ values: inout [Float]) {
    guard values.count >= 1000 else { return }
    let sorted = values.sorted()
    let (low, high) = (sorted[values.count / 100], sorted[values.count - 1 - values.count / 100])
    let unit = 0.06 * (high - low)
    guard unit > 0, max(low - sorted[0], sorted[sorted.count - 1] - high) > 4 * unit else { return }
    // Near the rest they stay where they are; ten times as far they come to three times as far.
    func drawnIn(_ excess: Float) -> Float { unit * Float(log1p(Double(excess / unit))) }
    for index in values.indices {
      if values[index] < low {
        values[index] = low - drawnIn(low - values[index])
      } else if values[index] > high {
        values[index] = high + drawnIn(values[index] - high)
      }
    }
  }

  /// Turns places so that they spread more across than up and down.
  static func turnAcross(_ xs: inout [Float], _ ys: inout [Float]) {
    let count = Double(xs.count)
    let (meanX, meanY) = (
      xs.reduce(0) { $0 + Double($1) } / count, ys.reduce(0) { $0 + Double($1) } / count
    )
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for (x, y) in zip(xs, ys) {
      let (dx, dy) = (Double(x) - meanX, Double(y) - meanY)
      xx += dx * dx
      xy += dx * dy
      yy += dy * dy
    }
    // The direction of the greater spread, from the larger root of the characteristic equation.
    let root = ((xx - yy) * (xx - yy) + 4 * xy * xy).squareRoot()
    var (across, along) = ((xx - yy + root) / 2, xy)
    if abs(across) + abs(along) < 1e-12 * (xx + yy) { (across, along) = xx >= yy ? (1, 0) : (0, 1) }
    let length = max((across * across + along * along).squareRoot(), 1e-300)
    let (cosine, sine) = (across / length, along / length)
    for index in xs.indices {
      let (dx, dy) = (Double(xs[index]) - meanX, Double(ys[index]) - meanY)
      xs[index] = Float(dx * cosine + dy * sine)
      ys[index] = Float(dy * cosine - dx * sine)
    }
  }

  /// Stretches places around the origin so that their box has the area of a square of that width.
  private static func scale(_ xs: inout [Float], _ ys: inout [Float], to width: Float) {
    let (left, right) = (xs.min() ?? 0, xs.max() ?? 0)
    let (bottom, top) = (ys.min() ?? 0, ys.max() ?? 0)
    // A path has no height; its box gets a fifth of its width.
    let across = max(right - left, 0.2 * (top - bottom), 1e-6)
    let along = max(top - bottom, 0.2 * (right - left), 1e-6)
    let factor = width / (across * along).squareRoot()
    for index in xs.indices {
      xs[index] *= factor
      ys[index] *= factor
    }
  }
}
