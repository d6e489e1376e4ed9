/// One drawing of a figure, in two passes.
///
/// An engine places the nodes; then the edges are routed, the caption is placed, and the whole is
/// drawn with every position fixed.
///
/// So the caption never disturbs the network, and no edge is routed by Graphviz.
@DrawingLane
struct FigureDrawing {
  private let figure: DiagramFigure
  private let panels: [DiagramFigure.Panel]
  private let options: RenderOptions
  private let choice: LayoutChoice
  private let context: GraphvizContext
  private let missing: MissingGlyphs?
  private let nodeSheet: NodeSheet
  private let edgeSheet: EdgeSheet

  /// The widest picture of few nodes whose legend is not broken into more rows, in points.
  private static let narrowestPage = 460.0

  /// The margin in points.
  private static let margin = 18.0

  init(
    _ figure: DiagramFigure, _ options: RenderOptions, context: GraphvizContext
  ) throws(DrawingError) {
    self.figure = figure
    self.options = options
    self.context = context
    panels = figure.drawnPanels
    let largest =
      figure.sharesPlaces
      ? figure.union
      : panels.map(\.diagram)
        .max { $0.nodes.count < $1.nodes.count } ?? Diagram(nodes: [], edges: [])
    choice = LayoutChoice(
      options.engine, nodeCount: largest.nodes.count, edges: try largest.indexedEdges(),
      isDirected: largest.edges.map(\.isDirected))
    let limits = PictureLimits(format: options.format, engine: choice.engine)
    for panel in panels { try limits.check(panel.diagram) }
    let texts = figure.texts
    missing = MissingGlyphs(in: texts)
    let style = figure.style
    let font = Fonts.list(
      for: options.format, texts: texts, language: figure.language, preferred: style.fontFamily)
    nodeSheet = NodeSheet(nodes: panels.flatMap(\.diagram.nodes), style: style, font: font)
    edgeSheet = EdgeSheet(style: style)
  }

  func picture() throws(DrawingError) -> Picture {
    let placed = try placedPanels()
    let sizes = placed.map { ($0.bounds.width, $0.bounds.height) }
    // The width of the page decides how large its text must be, the titles of the panels too.
    let scale = CaptionText.scale(
      pageWidth: max(PanelGrid(sizes, gap: 30).size.width, Self.narrowestPage))
    let titleHeight = panels.contains { !$0.title.isEmpty } ? 30 * scale : 0
    let grid = PanelGrid(sizes.map { ($0, $1 + titleHeight) }, gap: 30 * scale)

    var sheet = FigureSheet(style: figure.style, nodeSheet: nodeSheet, edgeSheet: edgeSheet)
    for (panel, (network, cell)) in zip(panels, zip(placed, grid.cells)) {
      // Each stands in the middle of its place, from the top.
      let shift = Point(
        x: cell.x - network.bounds.x, y: cell.top - titleHeight - network.bounds.top)
      sheet.add(panel, network.shifted(by: shift))
      guard !panel.title.isEmpty else { continue }
      let line = CaptionText.Line(text: SafeText.line(panel.title, limit: 80), role: .panel)
      let size = try measured([attributes(of: line, scale)])[0]
      sheet.addTitle(
        attributes(of: line, scale),
        at: Point(x: cell.left + size.width / 2, y: cell.top - size.height / 2))
    }
    let captionScale = try addCaption(to: &sheet.sheet, below: sheet.bounds)
    return try rendered(sheet, captionScale: captionScale)
  }

  private func attributes(of line: CaptionText.Line, _ scale: Double) -> [Attribute] {
    CaptionText.attributes(of: line, style: figure.style, font: nodeSheet.font, scale: scale)
  }

  /// Adds the caption and returns how much larger than usual its text is.
  private func addCaption(
    to sheet: inout Sheet, below network: DiagramBox?
  ) throws(DrawingError) -> Double {
    let pageWidth = max(network?.width ?? 0, Self.narrowestPage)
    let caption = CaptionText(figure.overall, pageWidth: pageWidth)
    let lines = caption.lines.map { attributes(of: $0, caption.scale) }
    let placement = CaptionPlacement(
      text: caption, sizes: try measured(lines), nodeSheet: nodeSheet, edgeSheet: edgeSheet)
    placement.add(to: &sheet, below: network, pageWidth: pageWidth)
    return caption.scale
  }

  private func rendered(
    _ figureSheet: FigureSheet, captionScale: Double
  ) throws(DrawingError) -> Picture {
    var sheet = figureSheet.sheet
    sheet.graph = graphAttributes(figureSheet.background)
    var graph = try GraphvizGraph.building(sheet, in: context)
    try graph.layOut(with: "nop2")
    let bounds = graph.bounds
    let (width, height) = (
      bounds.width + 2 * Self.margin, bounds.height + 2 * Self.margin
    )
    try PictureLimits(format: options.format, engine: choice.engine)
      .check(width: width, height: height, scale: options.scale)
    var bytes = try graph.render(as: options.device)
    switch options.format {
    case .svg:
      let finish = SVGFinish(figure, panels)
      bytes = options.isOutlined ? finish.headed(bytes) : finish.finished(bytes)
    case .pdf: PDFDates.clear(&bytes)
    case .png: break
    }
    let nodeBoxes = figureSheet.nodes.map { index in
      var box = graph.box(of: index)
      box.x += Self.margin - bounds.left
      box.y = height - (box.y + Self.margin - bounds.bottom)
      return box
    }
    let caption = CaptionText.fontSize(.small, scale: captionScale)
    let label = nodeSheet.smallestText(of: panels.flatMap(\.diagram.nodes)) ?? caption
    return Picture(
      format: options.format, bytes: bytes, width: width, height: height, nodeBoxes: nodeBoxes,
      choice: choice, missingGlyphs: missing, warnings: graph.warnings,
      smallestText: min(label, caption))
  }

  private func graphAttributes(_ background: String) -> [Attribute] {
    var attributes = [
      Attribute(.background, figure.style.background.hexadecimal()),
      Attribute(.order, "edgesfirst"), Attribute(.padding, Self.margin / 72),
      Attribute(.splines, "none"),
    ]
    if !background.isEmpty { attributes.append(Attribute(.drawing, background)) }
    // Graphviz leaves half an inch round a PDF otherwise.
    if options.format == .pdf { attributes.append(Attribute(.margin, "0")) }
    // On Graphviz 2.43 an SVG with a resolution of its own shows a part of the picture.
    if options.format == .png { attributes.append(Attribute(.resolution, 72 * options.scale)) }
    return attributes
  }

  // MARK: Placing

  private func placedPanels() throws(DrawingError) -> [PlacedPanel] {
    guard figure.sharesPlaces else {
      var placed: [PlacedPanel] = []
      for panel in panels {
        let sizes = try measured(panel.diagram.nodes.map { nodeSheet.attributes(of: $0) })
        placed.append(try self.placed(panel.diagram, sizes))
      }
      return placed
    }
    // All panels have the nodes of the union in its order.
    let union = figure.union
    let common = try placed(union, measured(union.nodes.map { nodeSheet.attributes(of: $0) }))
    var placed: [PlacedPanel] = []
    for panel in panels {
      let sizes = try measured(panel.diagram.nodes.map { nodeSheet.attributes(of: $0) })
      var own = common
      own.edges = try panel.diagram.indexedEdges()
      own.boxes = zip(common.boxes, sizes).map { place, size in
        DiagramBox(x: place.x, y: place.y, width: size.width, height: size.height)
      }
      placed.append(own)
    }
    return placed
  }

  private func placed(
    _ diagram: Diagram, _ sizes: [DiagramBox]
  ) throws(DrawingError) -> PlacedPanel {
    let edges = try diagram.indexedEdges()
    let placement = NodePlacement(
      diagram: diagram, edges: edges, engine: choice.engine, context: context,
      limits: options.limits, execution: options.execution)
    let (boxes, fields) = try placement.placed(sizes)
    return PlacedPanel(edges: edges, boxes: boxes, fields: fields)
  }

  /// How large nodes with labels are, measured by Graphviz with the real font.
  private func measured(_ nodes: [[Attribute]]) throws(DrawingError) -> [DiagramBox] {
    guard !nodes.isEmpty else { return [] }
    var sheet = Sheet()
    sheet.nodes = nodes.map { $0 + [Attribute(.position, "0,0")] }
    var graph = try GraphvizGraph.building(sheet, in: context)
    try graph.layOut(with: "nop2")
    return nodes.indices.map { graph.box(of: $0) }
  }
}

/// A panel whose nodes have their places.
struct PlacedPanel: Sendable {
  var edges: [(source: Int, target: Int)]
  var boxes: [DiagramBox]
  var fields: [NodePlacement.Field]

  /// The box around everything.
  var bounds: DiagramBox {
    DiagramBox.around(boxes + fields.map(\.box)) ?? DiagramBox(x: 0, y: 0, width: 0, height: 0)
  }

  func shifted(by shift: Point) -> PlacedPanel {
    func shifted(_ box: DiagramBox) -> DiagramBox {
      DiagramBox(x: box.x + shift.x, y: box.y + shift.y, width: box.width, height: box.height)
    }
    var result = self
    result.boxes = boxes.map(shifted)
    result.fields = fields.map { NodePlacement.Field(box: shifted($0.box), cluster: $0.cluster) }
    return result
  }
}
