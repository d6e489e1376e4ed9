/// Which nodes of a large picture are named, and where the names stand.
struct LargeLabels {
  struct Label {
    var node: Int
    var fontSize: Double
    var box: DiagramBox
  }

  /// The most names: more than these hide the network and are not read.
  private static let limit = 24

  /// The nodes to name, the largest first; nodes that stand out come before.
  static func chosen(of diagram: Diagram) -> [Int] {
    let count = min(limit, max(12, diagram.nodes.count / 36))
    func rank(_ node: Diagram.Node) -> Double {
      (node.emphasis == .strong ? 2 : 0) + (node.size.isFinite ? node.size : 0)
    }
    let shown = diagram.nodes.indices.filter {
      let node = diagram.nodes[$0]
      return node.showsLabel && !node.isGhost && node.emphasis != .faint
    }
    let sorted = shown.sorted { (rank(diagram.nodes[$1]), $0) < (rank(diagram.nodes[$0]), $1) }
    guard sorted.count > count else { return sorted }
    // Nodes that are no larger than the first one left out would be named by chance.
    let leftOut = rank(diagram.nodes[sorted[count]])
    return sorted.prefix(count).filter { rank(diagram.nodes[$0]) > leftOut }
  }

  /// The size of a name by its rank, on a page of a width: 7 points or more when it is printed.
  static func fontSize(rank: Int, pageWidth: Double) -> Double {
    let page = max(1, pageWidth / Paper.a4Across)
    return page * (rank < 4 ? 13 : rank < 10 ? 11 : 9.5)
  }

  /// Places names below their nodes, or above or beside where that is taken; those that find no
  /// free place are left out.
  ///
  /// - Parameters:
  ///   - nodes: The nodes, the most important first.
  ///   - sizes: The measured boxes of their names.
  ///   - fontSizes: The sizes of their letters.
  ///   - scene: The nodes' places.
  /// - Returns: The names that found a place.
  static func placed(
    _ nodes: [Int], sizes: [DiagramBox], fontSizes: [Double], in scene: LargeScene
  ) -> [Label] {
    let named = nodes.map { node in
      let mark = scene.marks[node]
      return DiagramBox(
        x: mark.middle.x, y: mark.middle.y, width: 2 * mark.radius, height: 2 * mark.radius)
    }
    let grid = PointGrid(
      xs: scene.marks.map { Float($0.middle.x) }, ys: scene.marks.map { Float($0.middle.y) },
      width: 0)
    var labels: [Label] = []
    for (place, node) in nodes.enumerated() {
      let mark = scene.marks[node]
      let (width, height) = (sizes[place].width, sizes[place].height)
      let (down, across) = (mark.radius + height / 2, mark.radius + width / 2 + 1)
      var shifts = [
        Point(x: 0, y: -down), Point(x: 0, y: down), Point(x: across, y: 0),
        Point(x: -across, y: 0), Point(x: 0.7 * across, y: -0.8 * down),
        Point(x: -0.7 * across, y: -0.8 * down), Point(x: 0.7 * across, y: 0.8 * down),
        Point(x: -0.7 * across, y: 0.8 * down),
      ]
      // Where hubs stand close together, a little farther off.
      shifts += [0.7, 1.4].flatMap { more in
        shifts[..<8].map { shift in
          Point(x: shift.x * (1 + more * height / across), y: shift.y * (1 + more * height / down))
        }
      }
      let boxes = shifts.map { shift in
        DiagramBox(
          x: mark.middle.x + shift.x, y: mark.middle.y + shift.y, width: width, height: height)
      }
      let free = boxes.filter { box in
        !labels.contains { $0.box.overlaps(box) } && !named.contains { $0.overlaps(box) }
      }
      // Where it hides the fewest others; below the node rather than elsewhere.
      let hidden = free.map { Self.markCount(under: $0, grid, scene) }
      guard let least = hidden.min(), let best = hidden.firstIndex(where: { $0 <= least }) else {
        continue
      }
      labels.append(Label(node: node, fontSize: fontSizes[place], box: free[best]))
    }
    return labels
  }

  /// How many marks have their middles under a box.
  private static func markCount(
    under box: DiagramBox, _ grid: PointGrid, _ scene: LargeScene
  ) -> Int {
    var count = 0
    grid.forEach(
      from: (Float(box.left), Float(box.bottom)), to: (Float(box.right), Float(box.top))
    ) { node in
      let middle = scene.marks[node].middle
      if abs(middle.x - box.x) < box.width / 2, abs(middle.y - box.y) < box.height / 2 {
        count += 1
      }
    }
    return count
  }
}
