/// What lies over a large network: its names and its caption, as a sheet for Graphviz.
@DrawingLane
struct LargeOverlay {
  let diagram: Diagram
  let font: String
  let context: GraphvizContext
  var sheet = Sheet()

  init(diagram: Diagram, font: String, context: GraphvizContext) {
    (self.diagram, self.font, self.context) = (diagram, font, context)
  }

  /// The narrowest page whose legend is not broken into more rows, in points.
  private static let narrowestPage = 460.0

  /// The node of the sheet at the lower left corner of the frame.
  nonisolated static let frameNode = 0

  /// Adds two unseen nodes before all others, so that the sheet is as large as the network under it.
  mutating func addFrame(around box: DiagramBox) throws(DrawingError) {
    for corner in [Point(x: box.left, y: box.bottom), Point(x: box.right, y: box.top)] {
      sheet.nodes.append(
        [
          Attribute(.shape, "point"), Attribute(.style, "invis"), Attribute(.width, 0.01),
          Attribute(.height, 0.01),
        ] + Self.place(corner) + [Attribute(.identifier, "legend\(sheet.nodes.count)")])
    }
  }

  /// Adds the names that find a place.
  mutating func addLabels(
    _ nodes: [Int], _ texts: [String], _ scene: LargeScene
  ) throws(DrawingError) -> [LargeLabels.Label] {
    let sizes = nodes.indices.map {
      LargeLabels.fontSize(rank: $0, pageWidth: scene.bounds.width)
    }
    let attributes = zip(texts, sizes).enumerated().map { rank, label in
      self.attributes(of: label.0, size: label.1, isBold: rank < 4)
    }
    let boxes = try measured(attributes)
    let labels = LargeLabels.placed(nodes, sizes: boxes, fontSizes: sizes, in: scene)
    let ranks = Dictionary(uniqueKeysWithValues: zip(nodes, nodes.indices))
    // The most important lie on top.
    for label in labels.reversed() {
      guard let rank = ranks[label.node] else { continue }
      sheet.nodes.append(
        attributes[rank] + Self.place(label.box.center)
          + [Attribute(.identifier, "legend\(sheet.nodes.count)")])
    }
    return labels
  }

  /// A name on a ground that hides the lines behind it without quite covering them.
  private func attributes(of text: String, size: Double, isBold: Bool) -> [Attribute] {
    let style = diagram.style
    let name = SafeText.markup(SafeText.line(text, limit: 40))
    return [
      Attribute(.shape, "box"), Attribute(.style, "filled,rounded"), Attribute(.lineWidth, 0),
      Attribute(.outlines, "0"), Attribute(.fontName, font),
      Attribute(.fillColor, style.background.hexadecimal(alpha: 0.78)),
      Attribute(.color, style.background.hexadecimal(alpha: 0)), Attribute(.width, 0.01),
      Attribute(.height, 0.01), Attribute(.margin, "0.03,0.005"),
      Attribute(
        .label,
        markup:
          "<FONT POINT-SIZE=\"\(SafeText.number(size))\" COLOR=\"\(style.text.hexadecimal())\">"
          + (isBold ? "<B>\(name)</B>" : name) + "</FONT>"),
    ]
  }

  /// Adds the title, the legend and the lines below them.
  mutating func addCaption(below network: DiagramBox) throws(DrawingError) {
    let pageWidth = max(network.width, Self.narrowestPage)
    let caption = CaptionText(diagram, pageWidth: pageWidth)
    let lines = caption.lines.map {
      CaptionText.attributes(of: $0, style: diagram.style, font: font, scale: caption.scale)
    }
    let placement = CaptionPlacement(
      text: caption, sizes: try measured(lines),
      nodeSheet: NodeSheet(nodes: [], style: diagram.style, font: font),
      edgeSheet: EdgeSheet(style: diagram.style))
    placement.add(to: &sheet, below: network, pageWidth: pageWidth)
  }

  private func measured(_ nodes: [[Attribute]]) throws(DrawingError) -> [DiagramBox] {
    guard !nodes.isEmpty else { return [] }
    var sheet = Sheet()
    sheet.nodes = nodes.map { $0 + [Attribute(.position, "0,0")] }
    var graph = try GraphvizGraph.building(sheet, in: context)
    try graph.layOut(with: "nop2")
    return nodes.indices.map { graph.box(of: $0) }
  }

  private static func place(_ point: Point) -> [Attribute] {
    [Attribute(.position, "\(SafeText.number(point.x)),\(SafeText.number(point.y))")]
  }
}

extension DiagramStyle {
  /// The style of a picture in which nodes are marks without labels: filled with the colours that
  /// outlines have elsewhere, in one of two forms, so that the legend shows what is drawn.
  var ofMarks: DiagramStyle {
    func mark(_ look: NodeLook) -> NodeLook {
      var look = look
      look.fill = look.line
      look.lineWidth = 0.5
      look.form = look.form == .circle || look.form == .ellipse ? .circle : .box
      return look
    }
    var style = self
    for place in style.nodeKinds.indices {
      style.nodeKinds[place].look = mark(nodeKinds[place].look)
    }
    style.otherNode = mark(otherNode)
    for place in style.categories.indices {
      let look = categories[place]
      let color = look.mark ?? look.line
      style.categories[place].line = color
      // What has stripes elsewhere is a ring here.
      style.categories[place].fill = look.stripes == nil ? color : background
      style.categories[place].lineWidth = look.stripes == nil ? nil : 3
      style.categories[place].stripes = nil
    }
    return style
  }
}
