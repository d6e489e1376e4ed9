/// One drawing of a figure, in two passes.
///
/// An engine places the nodes; then the edges are routed, the caption is placed, and the whole is
/// drawn with every position fixed.
///
/// So the caption never disturbs the network, and no edge is routed by Graphviz.
@DrawingLane
struct FigureDrawing {
  let figure: DiagramFigure
  /// The panels with all names, and as they are labelled.
  private let named: [DiagramFigure.Panel]
  let panels: [DiagramFigure.Panel]
  let keys: [PanelLabels.Key]
  let options: RenderOptions
  let choice: LayoutChoice
  let context: GraphvizContext
  private let missing: MissingGlyphs?
  let nodeSheet: NodeSheet
  let edgeSheet: EdgeSheet

  /// The widest picture of few nodes whose legend is not broken into more rows, in points.
  private var narrowestPage: Double { figure.width.map { $0 - 2 * margin } ?? 460 }

  /// The margin in points.
  var margin: Double { figure.width == nil ? 18 : 4 }

  /// Prepares a drawing.
  ///
  /// - Parameters:
  ///   - figure: The figure.
  ///   - options: What the picture is to be.
  ///   - labels: How panels are labelled; nil for a diagram alone, whose labels stay as they are.
  ///   - context: That of Graphviz.
  /// - Throws: ``DrawingError`` of what cannot be drawn.
  private init(
    _ figure: DiagramFigure, _ options: RenderOptions, labels: PanelLabels?,
    context: GraphvizContext
  ) throws(DrawingError) {
    var figure = figure
    if labels != nil {
      // On paper, type of 8 points is made for a page of the width at which it is 7.
      let style = figure.style.ofPanels(type: figure.width == nil ? 8 : 7)
      for index in figure.panels.indices { figure.panels[index].diagram.style = style }
    }
    self.figure = figure
    self.options = options
    self.context = context
    named = figure.drawnPanels
    (panels, keys) = labels?.set(named) ?? (named, [])
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

  /// Draws a figure: a diagram alone as large as it comes, panels on a page of paper, with names if
  /// there is room for them.
  static func picture(
    of figure: DiagramFigure, _ options: RenderOptions, context: GraphvizContext
  ) throws(DrawingError) -> Picture {
    guard figure.isForPage else {
      let drawing = try FigureDrawing(figure, options, labels: nil, context: context)
      return try drawing.picture(drawing.shown(drawing.laidOut()), columns: nil)
    }
    for labels in PanelLabels.allCases {
      let drawing = try FigureDrawing(figure, options, labels: labels, context: context)
      let layouts = try drawing.laidOut()
      if let page = try drawing.page(for: layouts, growth: 1) {
        return try drawing.picture(drawing.shown(page.layouts), columns: page.columns)
      }
      guard labels == PanelLabels.allCases.last else { continue }
      // The page has to be larger than paper.
      for growth in [1.08, 1.16, 1.25, 1.4, 1.6, 2, 2.5, 3.2] {
        guard let page = try drawing.page(for: layouts, growth: growth) else { continue }
        return try drawing.picture(drawing.shown(page.layouts), columns: page.columns)
      }
      return try drawing.picture(drawing.shown(layouts), columns: nil)
    }
    return try FigureDrawing(figure, options, labels: nil, context: context).picture(
      [], columns: nil)
  }

  private func picture(_ placed: [PlacedPanel], columns: Int?) throws(DrawingError) -> Picture {
    let sizes = placed.map { ($0.bounds.width, $0.bounds.height) }
    // The width of the page decides how large its text must be, the titles of the panels too.
    let gap = panels.count > 1 ? PanelPage.gap : 0
    let scale = CaptionText.scale(
      pageWidth: max(PanelGrid(sizes, gap: gap, columns: columns).size.width, narrowestPage),
      least: leastCaptionScale)
    let titleHeight = titleHeight(scale)
    let grid = PanelGrid(sizes.map { ($0, $1 + titleHeight) }, gap: gap, columns: columns)

    var sheet = FigureSheet(
      style: figure.style, nodeSheet: nodeSheet, edgeSheet: edgeSheet, hasPanels: panels.count > 1)
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

  /// Beside panels the caption is set smaller, so that it leaves them the page.
  var leastCaptionScale: Double { figure.isForPage ? 0.8 : 1 }

  func titleHeight(_ scale: Double) -> Double {
    panels.contains { !$0.title.isEmpty } ? 22 * scale : 0
  }

  private func attributes(of line: CaptionText.Line, _ scale: Double) -> [Attribute] {
    CaptionText.attributes(of: line, style: figure.style, font: nodeSheet.font, scale: scale)
  }

  /// Adds the caption and returns how much larger than usual its text is.
  private func addCaption(
    to sheet: inout Sheet, below network: DiagramBox?
  ) throws(DrawingError) -> Double {
    let pageWidth = max(network?.width ?? 0, narrowestPage)
    let caption = captionText(pageWidth)
    try placement(of: caption).add(to: &sheet, below: network, pageWidth: pageWidth)
    return caption.scale
  }

  func captionText(_ pageWidth: Double) -> CaptionText {
    CaptionText(figure.overall, pageWidth: pageWidth, keys: keys, leastScale: leastCaptionScale)
  }

  func placement(of caption: CaptionText) throws(DrawingError) -> CaptionPlacement {
    let lines = caption.lines.map { attributes(of: $0, caption.scale) }
    return CaptionPlacement(
      text: caption, sizes: try measured(lines), nodeSheet: nodeSheet, edgeSheet: edgeSheet)
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
      bounds.width + 2 * margin, bounds.height + 2 * margin
    )
    try PictureLimits(format: options.format, engine: choice.engine)
      .check(width: width, height: height, scale: options.scale)
    var bytes = try graph.render(as: options.device)
    switch options.format {
    case .svg:
      let finish = SVGFinish(figure, named)
      bytes = options.isOutlined ? finish.headed(bytes) : finish.finished(bytes)
    case .pdf: PDFDates.clear(&bytes)
    case .png: break
    }
    let nodeBoxes = figureSheet.nodes.map { index in
      var box = graph.box(of: index)
      box.x += margin - bounds.left
      box.y = height - (box.y + margin - bounds.bottom)
      return box
    }
    let caption = CaptionText.fontSize(.small, scale: captionScale)
    let label = nodeSheet.smallestText(of: panels.flatMap(\.diagram.nodes)) ?? caption
    let number = keys.isEmpty ? caption : figure.style.labelSize
    return Picture(
      format: options.format, bytes: bytes, width: width, height: height, nodeBoxes: nodeBoxes,
      choice: choice, missingGlyphs: missing, warnings: graph.warnings,
      smallestText: min(label, caption, number))
  }

  private func graphAttributes(_ background: String) -> [Attribute] {
    var attributes = [
      Attribute(.background, figure.style.background.hexadecimal()),
      Attribute(.order, "edgesfirst"), Attribute(.padding, margin / 72),
      Attribute(.splines, "none"),
    ]
    if !background.isEmpty { attributes.append(Attribute(.drawing, background)) }
    // Graphviz leaves half an inch round a PDF otherwise.
    if options.format == .pdf { attributes.append(Attribute(.margin, "0")) }
    // On Graphviz 2.43 an SVG with a resolution of its own shows a part of the picture.
    if options.format == .png { attributes.append(Attribute(.resolution, 72 * options.scale)) }
    return attributes
  }
}

extension DiagramFigure {
  /// Whether it is laid out for a page of a width, not as it comes.
  fileprivate var isForPage: Bool { panels.count > 1 || width != nil }
}
