/// A network of many nodes with its places and colours, before it becomes a file: lines, marks on
/// them, and which nodes are named.
///
/// Coordinates are points of 1/72 inch; y grows upwards.
struct LargeScene: Sendable {
  /// An edge.
  struct Line: Sendable {
    var start: Point
    var end: Point
    var color: Color
    /// How strong it is beside the others, 0…1.
    var strength: Double
    var isArrow: Bool
  }

  /// A node.
  struct Mark: Sendable {
    var middle: Point
    var radius: Double
    var color: Color
    var isRound: Bool

    /// The radius of the hole in its middle, through which the ground is seen; 0 for none.
    var hole = 0.0
  }

  /// In the order of the edges.
  let lines: [Line]

  /// In the order of the nodes.
  let marks: [Mark]

  /// The nodes from the smallest to the largest: how marks lie on each other.
  let order: [Int]

  /// The box around all marks.
  let bounds: DiagramBox

  /// The colour of the ground.
  let ground: Color

  /// The width of lines.
  let lineWidth: Double

  /// The width of the ring that parts a mark from those below it.
  let halo: Double

  /// How much of the ground lines hide on average, where there are any.
  static let depth = 0.35

  /// How often a place within the bounds is covered by a line on average, counted by strength.
  var cover: Double {
    let length = lines.reduce(0) { $0 + ($1.end - $1.start).length * $1.strength }
    return length * lineWidth / max(0.7 * bounds.width * bounds.height, 1)
  }

  /// How much one line of full strength hides, so that all of them together can be read.
  var alpha: Double { min(max(Self.depth / max(cover, 1e-9), 0.0015), 0.8) }
}

extension LargeScene {
  /// The largest mark and the smallest, as shares of the width that each node has on the page.
  private static let smallest = 0.16
  private static let growth = 0.26

  /// The widest a network is drawn, in points: 65 cm.
  static let widest = 1850.0

  /// The square points of the page that each node gets: fewer the more there are, from a page as
  /// wide as A4 for some hundreds to one of 60 cm for a hundred thousand.
  static func area(nodeCount: Int) -> Double {
    let side = min(max(36 * Double(nodeCount).squareRoot(), 600), 1700)
    return side * side / Double(max(nodeCount, 1))
  }

  /// How large the marks of a diagram are.
  static func radii(of diagram: Diagram) -> [Double] {
    let unit = area(nodeCount: diagram.nodes.count).squareRoot()
    return diagram.nodes.map { node in
      let size = node.size.isFinite ? min(max(node.size, 0), 1) : 0
      return min(unit, 60) * (smallest + growth * size.squareRoot())
    }
  }

  /// Puts a diagram together with the places of its nodes.
  init(
    _ diagram: Diagram, middles: [Point], radii: [Double], edges: [(source: Int, target: Int)]
  ) {
    let style = diagram.style
    let colors = diagram.nodes.map { Self.color(of: $0, style) }
    marks = diagram.nodes.indices.map { node in
      let form = style.look(of: diagram.nodes[node]).form
      var mark = Mark(
        middle: middles[node], radius: radii[node], color: colors[node],
        isRound: form == .circle || form == .ellipse)
      if case .category(let number) = diagram.nodes[node].paint,
        style.categories.indices.contains(number),
        style.categories[number].fill == style.background
      {
        mark.hole = 0.55 * mark.radius
      }
      return mark
    }
    let neutral = style.secondaryText.mixed(with: style.background, share: 0.35)
    let isByCategory = diagram.nodes.contains {
      if case .category = $0.paint { true } else { false }
    }
    lines = zip(diagram.edges, edges).map { edge, ends in
      let (start, end) = (middles[ends.source], middles[ends.target])
      let isInner = colors[ends.source] == colors[ends.target]
      let color =
        isByCategory
        ? (isInner ? colors[ends.source] : neutral) : style.look(ofEdge: edge.kind).color
      var strength = isByCategory && !isInner ? 0.5 : 1.0
      if edge.isEnded || edge.isAssumed { strength *= 0.5 }
      switch edge.emphasis {
      case .normal: break
      case .strong: strength = 1
      case .faint: strength *= 0.3
      }
      return Line(
        start: start, end: end, color: color, strength: strength, isArrow: edge.isDirected)
    }
    order = radii.indices.sorted { (radii[$0], $0) < (radii[$1], $1) }
    bounds =
      DiagramBox.around(
        marks.map {
          DiagramBox(
            x: $0.middle.x, y: $0.middle.y, width: 2 * $0.radius, height: 2 * $0.radius)
        }) ?? DiagramBox(x: 0, y: 0, width: 0, height: 0)
    ground = style.background
    let unit = Self.area(nodeCount: marks.count).squareRoot()
    // Few short lines may be wider, up to the usual width of an edge.
    let length = lines.reduce(0) { $0 + ($1.end - $1.start).length * $1.strength }
    let thin = min(max(0.02 * unit, 0.3), 0.6)
    let room = 0.2 * Self.depth * bounds.width * bounds.height / max(length, 1)
    lineWidth = min(max(thin, room), 2 * thin)
    halo = min(0.05 * unit, 1)
  }

  /// The colour of a mark: that of the node's outline, which is the stronger one.
  private static func color(of node: Diagram.Node, _ style: DiagramStyle) -> Color {
    let look = style.look(of: node)
    var color = look.line
    if case .shade = node.paint { color = look.fill.mixed(with: look.line, share: 0.15) }
    if node.isGhost || node.emphasis == .faint {
      return color.mixed(with: style.background, share: 0.7)
    }
    return node.isEnded ? color.mixed(with: style.background, share: 0.5) : color
  }
}
