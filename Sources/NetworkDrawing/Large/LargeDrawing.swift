internal import GraphStructure

/// A drawing of a network with more nodes than can carry labels.
///
/// Nodes are marks without text, ties are translucent lines, the most important nodes are named.
/// An engine places the nodes. Then the names and the caption are laid out and drawn by Graphviz
/// with every position fixed, and lie over the marks and lines, which are drawn here: half a
/// million lines would take Graphviz a gigabyte, and no viewer opens an SVG with as many elements.
@DrawingLane
package struct LargeDrawing {
  private let figure: DiagramFigure
  private let diagram: Diagram
  private let options: RenderOptions
  private let context: GraphvizContext

  /// The margin in points.
  private static let margin = 18.0

  /// The most nodes and edges of a PDF, in which every line is an element.
  private static let pdfNodeLimit = 20_000
  private static let pdfEdgeLimit = 100_000

  /// Whether a network of so many nodes is drawn like this.
  nonisolated package static func suits(nodeCount: Int) -> Bool {
    nodeCount > LayoutChoice.fewLimit
  }

  /// Takes a figure of one large network; nil where another drawing suits it better.
  init?(_ figure: DiagramFigure, _ options: RenderOptions, context: GraphvizContext) {
    guard figure.panels.count == 1, let panel = figure.panels.first,
      panel.diagram.arrangement == .free, Self.suits(nodeCount: panel.diagram.nodes.count)
    else { return nil }
    self.figure = figure
    var diagram = panel.diagram
    diagram.caption = figure.caption
    diagram.style = diagram.style.ofMarks
    self.diagram = diagram
    self.options = options
    self.context = context
  }

  func picture() throws(DrawingError) -> Picture {
    let edges = try diagram.indexedEdges()
    let choice = LayoutChoice(
      options.engine, nodeCount: diagram.nodes.count, edges: edges, isDirected: [])
    try checkSize()
    let (middles, radii) = try placed(edges, choice.engine)
    let scene = LargeScene(diagram, middles: middles, radii: radii, edges: edges)
    return try drawn(scene, choice) { labels in
      let clearing = LabelClearing(labels: labels, radii: radii, bounds: scene.bounds)
      return LargeScene(
        diagram, middles: clearing.cleared(middles), radii: radii, edges: edges)
    }
  }

  private func checkSize() throws(DrawingError) {
    let force = LayoutEngine.force
    let isPDF = options.format == .pdf
    let (nodes, edges) = (diagram.nodes.count, diagram.edges.count)
    let nodeLimit = isPDF ? Self.pdfNodeLimit : force.nodeLimit
    let edgeLimit = isPDF ? Self.pdfEdgeLimit : force.edgeLimit
    let advice = isPDF ? "write SVG" : force.adviceBeyondLimit
    if nodes > nodeLimit {
      throw .tooLarge(count: nodes, limit: nodeLimit, of: "nodes", advice: advice)
    }
    if edges > edgeLimit {
      throw .tooLarge(count: edges, limit: edgeLimit, of: "edges", advice: advice)
    }
  }

  /// The middles and radii of the nodes, no wider than a page may be.
  private func placed(
    _ edges: [(source: Int, target: Int)], _ engine: LayoutEngine
  ) throws(DrawingError) -> (middles: [Point], radii: [Double]) {
    var radii = LargeScene.radii(of: diagram)
    var middles: [Point]
    if engine == .force {
      let placement = ForcePlacement(execution: options.execution, seed: 1, mayShrink: true)
      let placed = placement.middles(
        radii: radii.map { Float($0) }, edges: edges,
        area: LargeScene.area(nodeCount: diagram.nodes.count))
      middles = placed.middles
      radii = radii.map { placed.shrinking * $0 }
    } else {
      let sizes = radii.map { DiagramBox(x: 0, y: 0, width: 2 * $0, height: 2 * $0) }
      let placement = NodePlacement(
        diagram: diagram, edges: edges, engine: engine, context: context,
        limits: options.limits, execution: options.execution)
      middles = try placement.placed(sizes).boxes.map(\.center)
    }
    let xs = middles.map(\.x)
    let ys = middles.map(\.y)
    let width = max((xs.max() ?? 0) - (xs.min() ?? 0), (ys.max() ?? 0) - (ys.min() ?? 0))
    let factor = min(1, LargeScene.widest / max(width, 1))
    return (middles.map { $0 * factor }, radii.map { max(0.4, factor * $0) })
  }

  // MARK: Drawing

  /// Draws a scene; once the names have their places, others make way for them.
  private func drawn(
    _ crowded: LargeScene, _ choice: LayoutChoice,
    cleared: ([LargeLabels.Label]) -> LargeScene
  ) throws(DrawingError) -> Picture {
    let chosen = LargeLabels.chosen(of: diagram)
    let texts = chosen.map { NodeLabel.text(of: diagram.nodes[$0]) }
    let spoken =
      texts + diagram.legend.map(\.text) + [
        diagram.caption.title, diagram.caption.syntheticNote, diagram.caption.source,
        diagram.caption.footer,
      ]
    let font = Fonts.list(
      for: options.format, texts: spoken, language: diagram.language,
      preferred: diagram.style.fontFamily)
    var overlay = LargeOverlay(diagram: diagram, font: font, context: context)
    try overlay.addFrame(around: crowded.bounds)
    let labels = try overlay.addLabels(chosen, texts, crowded)
    let scene = cleared(labels)
    try overlay.addCaption(below: crowded.bounds)
    var attributes = [
      Attribute(.order, "edgesfirst"), Attribute(.padding, Self.margin / 72),
      Attribute(.splines, "none"),
    ]
    switch options.format {
    case .svg: attributes.append(Attribute(.background, "transparent"))
    case .png:
      attributes.append(Attribute(.background, "transparent"))
      attributes.append(Attribute(.resolution, 72 * options.scale))
    case .pdf:
      attributes.append(Attribute(.background, diagram.style.background.hexadecimal()))
      attributes.append(Attribute(.margin, "0"))
    }
    overlay.sheet.graph = attributes
    var graph = try GraphvizGraph.building(overlay.sheet, in: context)
    try graph.layOut(with: "nop2")
    let bounds = graph.bounds
    let (width, height) = (bounds.width + 2 * Self.margin, bounds.height + 2 * Self.margin)
    try PictureLimits(format: options.format, engine: choice.engine)
      .check(width: width, height: height, scale: options.scale)
    // Graphviz moves everything to its own origin.
    let origin = Point(x: crowded.bounds.left, y: crowded.bounds.bottom)
    let shift = graph.box(of: LargeOverlay.frameNode).center - origin
    if options.format == .pdf {
      // Where something lies behind, nothing is moved.
      overlay.sheet.graph.append(Attribute(.drawing, scene.xdot))
      graph = try GraphvizGraph.building(overlay.sheet, in: context)
      try graph.layOut(with: "nop2")
    }
    let upper = try graph.render(as: options.device)
    let corner = Point(x: bounds.left - Self.margin, y: bounds.top + Self.margin) - shift
    let smallest = labels.map(\.fontSize).min() ?? .infinity
    return Picture(
      format: options.format,
      bytes: try bytes(of: scene, under: upper, corner, width: width, height: height),
      width: width, height: height,
      nodeBoxes: scene.marks.map { mark in
        DiagramBox(
          x: mark.middle.x - corner.x, y: corner.y - mark.middle.y, width: 2 * mark.radius,
          height: 2 * mark.radius)
      },
      choice: choice, missingGlyphs: MissingGlyphs(in: spoken), warnings: graph.warnings,
      smallestText: min(
        smallest, CaptionText.fontSize(.small) * CaptionText.scale(pageWidth: width)))
  }

  /// Puts the network under the names and the caption.
  private func bytes(
    of scene: LargeScene, under upper: [UInt8], _ corner: Point, width: Double, height: Double
  ) throws(DrawingError) -> [UInt8] {
    switch options.format {
    case .pdf:
      var bytes = upper
      PDFDates.clear(&bytes)
      return bytes
    case .png:
      guard let overlay = PixelImage(png: upper) else {
        throw .graphviz(step: "render png", message: "")
      }
      var image = scene.pixels(
        width: overlay.width, height: overlay.height, left: corner.x, top: corner.y,
        scale: options.scale, execution: options.execution)
      image.cover(with: overlay)
      guard let png = image.png else { throw .graphviz(step: "render png", message: "") }
      return png
    case .svg:
      let finish = SVGFinish(figure, [DiagramFigure.Panel(title: "", diagram: diagram)])
      let finished = options.isOutlined ? finish.headed(upper) : finish.finished(upper)
      let ground = diagram.style.background.hexadecimal()
      let network = scene.svg(
        transform: "translate(\(SafeText.number(-corner.x)) \(SafeText.number(corner.y)))",
        names: finish.names)
      let rect = "<rect width=\"100%\" height=\"100%\" fill=\"\(ground)\"/>\n"
      // The root's title and description come first, then what lies at the bottom.
      let root = finished.firstRange(of: Array("<svg ".utf8))?.lowerBound ?? 0
      let place = finished[root...].firstRange(of: Array("</desc>\n".utf8))?.upperBound
      guard let place else { throw .graphviz(step: "render svg", message: "") }
      return finished[..<place] + Array(rect.utf8) + network + finished[place...]
    }
  }
}

extension SVGFinish {
  /// What the parts of a large picture are called: as those of a small one.
  fileprivate var names: LargeNames {
    func attributes(_ tag: String?) -> String {
      guard let tag else { return "" }
      return String(tag.dropFirst("<g".utf8.count).dropLast())
    }
    let counted = NameCounts()
    return LargeNames(
      nodeTag: { attributes(tag(of: .node($0), &counted.counts)) },
      nodeTitle: { title(of: .node($0)) ?? "" },
      link: { link(of: .node($0)) },
      edgeTag: { attributes(tag(of: .edge($0), &counted.counts)) },
      edgeTitle: { title(of: .edge($0)) ?? "" })
  }
}

/// How often each name has been given.
private final class NameCounts {
  var counts: [String: Int] = [:]
}
