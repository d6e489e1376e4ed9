/// Places two kinds of nodes in two columns, in an order in which few edges cross.
struct TwoModePlacement {
  let diagram: Diagram
  let edges: [(source: Int, target: Int)]

  /// The space between nodes of a column, in points.
  private static let gap = 12.0

  /// How often each column is put in order after the other.
  private static let sweeps = 24

  /// The boxes of the nodes: the kind of the first node on the left, all others on the right.
  ///
  /// The order is that of the means of the neighbors' places, swept from side to side, the best
  /// one kept (Sugiyama, Tagawa and Toda, 1981).
  ///
  /// - Complexity: O(*m*²) for *m* edges, with which crossings are counted.
  func placed(_ sizes: [DiagramBox]) -> [DiagramBox] {
    guard let first = diagram.nodes.first?.kind else { return [] }
    var columns = [
      diagram.nodes.indices.filter { diagram.nodes[$0].kind == first },
      diagram.nodes.indices.filter { diagram.nodes[$0].kind != first },
    ]
    var neighbors = [[Int]](repeating: [], count: sizes.count)
    for edge in edges where edge.source != edge.target {
      neighbors[edge.source].append(edge.target)
      neighbors[edge.target].append(edge.source)
    }
    var best = (columns: columns, crossings: crossings(columns))
    for sweep in 0..<Self.sweeps {
      let side = (sweep + 1) % 2
      let other = places(of: columns[1 - side])
      let own = places(of: columns[side])
      func mean(_ node: Int) -> Double {
        let known = neighbors[node].compactMap { other[$0] }
        return known.isEmpty ? own[node] ?? 0 : known.reduce(0, +) / Double(known.count)
      }
      columns[side].sort { (mean($0), $0) < (mean($1), $1) }
      let count = crossings(columns)
      if count < best.crossings { best = (columns, count) }
    }
    return boxes(best.columns, sizes)
  }

  /// Where each node of a column stands, as a share of the column.
  private func places(of column: [Int]) -> [Int: Double] {
    let count = Double(max(column.count, 1))
    return Dictionary(
      uniqueKeysWithValues: column.enumerated().map { ($1, (Double($0) + 0.5) / count) })
  }

  private func crossings(_ columns: [[Int]]) -> Int {
    let (left, right) = (places(of: columns[0]), places(of: columns[1]))
    let ends = edges.compactMap { edge -> (Double, Double)? in
      if let one = left[edge.source], let other = right[edge.target] { return (one, other) }
      if let one = left[edge.target], let other = right[edge.source] { return (one, other) }
      return nil
    }
    // Beyond this the count would take longer than the picture.
    guard ends.count <= 4000 else { return 0 }
    var count = 0
    for (index, one) in ends.enumerated() {
      for other in ends[(index + 1)...]
      where (one.0 - other.0) * (one.1 - other.1) < 0 { count += 1 }
    }
    return count
  }

  /// The courses of edges between two columns: from side to side, not from middle to middle.
  ///
  /// An edge within a column is left to the caller.
  static func course(from source: DiagramBox, to target: DiagramBox) -> Curve? {
    let isForward = source.right <= target.left
    guard isForward || target.right <= source.left else { return nil }
    let (start, end) = (
      Point(x: isForward ? source.right : source.left, y: source.y),
      Point(x: isForward ? target.left : target.right, y: target.y)
    )
    let reach = (end.x - start.x) * 0.3
    return Curve(start, start + Point(x: reach, y: 0), end - Point(x: reach, y: 0), end)
  }

  private func boxes(_ columns: [[Int]], _ sizes: [DiagramBox]) -> [DiagramBox] {
    var boxes = sizes
    let heights = columns.map { column in
      column.reduce(0) { $0 + sizes[$1].height + Self.gap } - Self.gap
    }
    let height = max(heights.max() ?? 0, 1)
    let widths = columns.map { column in column.map { sizes[$0].width }.max() ?? 0 }
    let between = min(max(220, 0.45 * height), 420)
    for (side, column) in columns.enumerated() where !column.isEmpty {
      // The shorter column is stretched half way, so that its edges do not fan out too far.
      let spare = (height - heights[side]) / Double(column.count)
      var y = height / 2 - spare / 2
      for node in column {
        // Both columns are flush with the space between them.
        let half = sizes[node].width / 2
        boxes[node].x = side == 0 ? widths[0] - half : widths[0] + between + half
        boxes[node].y = y - sizes[node].height / 2
        y -= sizes[node].height + Self.gap + spare
      }
    }
    return boxes
  }
}
