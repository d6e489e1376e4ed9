/// The sheet of the second pass: every node and every course fixed.
struct FigureSheet {
  let style: DiagramStyle
  let nodeSheet: NodeSheet
  let edgeSheet: EdgeSheet

  /// Whether several panels stand beside each other.
  let hasPanels: Bool

  private(set) var background = ""
  /// The places of the panels' nodes among all nodes of the sheet, panel by panel.
  private(set) var nodes: [Int] = []
  var sheet = Sheet()
  private var edgeCount = 0
  /// The boxes of what was added: nodes, fields, titles and the ways of edges.
  private var parts: [DiagramBox] = []

  /// The box around everything that was added; nil for nothing.
  var bounds: DiagramBox? { DiagramBox.around(parts) }

  init(style: DiagramStyle, nodeSheet: NodeSheet, edgeSheet: EdgeSheet, hasPanels: Bool) {
    self.hasPanels = hasPanels
    self.style = style
    self.nodeSheet = nodeSheet
    self.edgeSheet = edgeSheet
  }

  /// Adds a panel at its place.
  mutating func add(_ panel: DiagramFigure.Panel, _ placed: PlacedPanel) {
    let diagram = panel.diagram
    for field in placed.fields { add(field, diagram) }
    let first = sheet.nodes.count
    for (node, box) in zip(diagram.nodes, placed.boxes) {
      let (x, y) = (SafeText.number(box.x), SafeText.number(box.y))
      let identifier = Attribute(.identifier, "node\(nodes.count)")
      nodes.append(sheet.nodes.count)
      sheet.nodes.append(
        nodeSheet.attributes(of: node) + [Attribute(.position, "\(x),\(y)"), identifier])
    }
    let courses = courses(diagram, placed)
    parts += placed.boxes + placed.fields.map(\.box) + courses.map(\.bounds)
    for (index, edge) in diagram.edges.enumerated() {
      sheet.edges.append(
        Sheet.Edge(
          source: first + placed.edges[index].source, target: first + placed.edges[index].target,
          attributes: edgeSheet.attributes(of: edge) + [
            Attribute(.position, courses[index].position(arrow: edge.isDirected)),
            Attribute(.identifier, "edge\(edgeCount)"),
          ]))
      edgeCount += 1
    }
  }

  /// The courses of the edges of a panel.
  private func courses(_ diagram: Diagram, _ placed: PlacedPanel) -> [Curve] {
    let obstacles = zip(diagram.nodes, placed.boxes).map { node, box in
      Obstacle(box: box, isRound: style.look(of: node).form.isRound)
    }
    if diagram.arrangement == .twoModes {
      let sides = placed.edges.map { edge in
        TwoModePlacement.course(from: placed.boxes[edge.source], to: placed.boxes[edge.target])
      }
      let known = sides.compactMap(\.self)
      if known.count == sides.count { return known }
    }
    // Between fields so many nodes are in the way that going round all of them leads far off.
    let isFar = diagram.arrangement == .clusters || hasPanels
    let router = EdgeRouter(obstacles: obstacles, mostBend: isFar ? 0.34 : 1)
    let courses = router.courses(of: placed.edges)
    guard hasPanels, diagram.arrangement == .free else { return courses }
    // Beyond its panel a line would run into another.
    var room = placed.bounds
    room.width += 6
    room.height += 6
    return Self.straightened(courses, placed.edges, obstacles) { course in
      let box = course.bounds
      return box.left < room.left || box.right > room.right || box.bottom < room.bottom
        || box.top > room.top
    }
  }

  /// Edges that would leave their panel are drawn straight, behind the nodes.
  private static func straightened(
    _ courses: [Curve], _ edges: [(source: Int, target: Int)], _ obstacles: [Obstacle],
    where isTooFar: (Curve) -> Bool
  ) -> [Curve] {
    let bundles = Dictionary(grouping: edges.indices) {
      [edges[$0].source, edges[$0].target].sorted()
    }
    var result = courses
    for (ends, bundle) in bundles
    where ends[0] != ends[1] && bundle.contains(where: { isTooFar(courses[$0]) }) {
      let inner = bundle.map {
        (source: edges[$0].source == ends[0] ? 0 : 1, target: edges[$0].source == ends[0] ? 1 : 0)
      }
      let straight = EdgeRouter(obstacles: ends.map { obstacles[$0] }).courses(of: inner)
      for (index, course) in zip(bundle, straight) { result[index] = course }
    }
    return result
  }

  /// Adds the title of a panel.
  mutating func addTitle(_ attributes: [Attribute], at middle: Point) {
    let (x, y) = (SafeText.number(middle.x), SafeText.number(middle.y))
    sheet.nodes.append(
      attributes + [
        Attribute(.position, "\(x),\(y)"), Attribute(.identifier, "legend\(sheet.nodes.count)"),
      ])
  }

  /// Adds the field of a cluster behind everything, with its title.
  private mutating func add(_ field: NodePlacement.Field, _ diagram: Diagram) {
    let colors =
      style.categories.isEmpty
      ? DiagramStyle.CategoryLook(fill: style.otherNode.fill, line: style.otherNode.line)
      : style.categories[field.cluster % style.categories.count]
    let fill = colors.fill.mixed(with: style.background, share: 0.72)
    let line = colors.line.mixed(with: style.background, share: 0.4)
    background += (background.isEmpty ? "" : " ") + Self.field(field.box, fill: fill, line: line)
    let size = (style.labelSize * 1.1).rounded(.down)
    let text = SafeText.line(diagram.clusters[field.cluster], limit: 60)
    let color = style.readable(style.text, on: fill).hexadecimal()
    addTitle(
      [
        // Filled, so that no edge runs through it.
        Attribute(.shape, "plain"), Attribute(.style, "filled"),
        Attribute(.fillColor, fill.hexadecimal()), Attribute(.color, fill.hexadecimal()),
        Attribute(.fontName, nodeSheet.font), Attribute(.margin, "0"),
        Attribute(
          .label,
          markup: "<FONT POINT-SIZE=\"\(SafeText.number(size))\" COLOR=\"\(color)\">"
            + "<B>\(SafeText.markup(text))</B></FONT>"),
      ], at: Point(x: field.box.x, y: field.box.top - NodePlacement.fieldTitle / 2 - 3))
  }

  /// A box with round corners in the language of xdot.
  private static func field(_ box: DiagramBox, fill: Color, line: Color) -> String {
    let radius = 12.0
    // Points on a quarter of a circle, from 0 to 90 degrees.
    let quarter = [
      (1.0, 0.0), (0.966, 0.259), (0.866, 0.5), (0.707, 0.707), (0.5, 0.866), (0.259, 0.966),
      (0, 1),
    ]
    let corners: [(Double, Double, (Double, Double) -> (Double, Double))] = [
      (box.right - radius, box.top - radius, { ($0, $1) }),
      (box.left + radius, box.top - radius, { (-$1, $0) }),
      (box.left + radius, box.bottom + radius, { (-$0, -$1) }),
      (box.right - radius, box.bottom + radius, { ($1, -$0) }),
    ]
    let points = corners.flatMap { x, y, turned in
      quarter.map { point in
        let (across, along) = turned(point.0, point.1)
        return "\(SafeText.number(x + radius * across)) \(SafeText.number(y + radius * along))"
      }
    }
    func bytes(_ text: String) -> String { "\(text.utf8.count) -\(text)" }
    return "S \(bytes("setlinewidth(1)")) c \(bytes(line.hexadecimal())) "
      + "C \(bytes(fill.hexadecimal())) P \(points.count) \(points.joined(separator: " "))"
  }
}

extension Curve {
  /// The box around some points of the curve.
  fileprivate var bounds: DiagramBox {
    let points = (0...8).map { point(at: Double($0) / 8) }
    let boxes = points.map { DiagramBox(x: $0.x, y: $0.y, width: 0, height: 0) }
    return DiagramBox.around(boxes) ?? DiagramBox(x: start.x, y: start.y, width: 0, height: 0)
  }
}
