/// One drawing of a diagram, in two passes.
///
/// An engine places the nodes; then the edges are routed, the caption is placed, and the whole is
/// drawn with every position fixed.
///
/// So the caption never disturbs the network, and no edge is routed by Graphviz.
@DrawingLane
struct DiagramDrawing {
  private let diagram: Diagram
  private let format: PictureFormat
  private let engine: LayoutEngine
  private let context: GraphvizContext
  private let edges: [(source: Int, target: Int)]
  private let font: String
  private let missing: MissingGlyphs?
  private let nodeSheet: NodeSheet
  private let edgeSheet: EdgeSheet

  /// The widest picture of few nodes whose legend is not broken into more rows, in points.
  private static let narrowestPage = 460.0

  /// The margin in points.
  private static let margin = 18.0

  /// The most pixels of a picture, and of one side of it.
  private static let pixelLimit = 64_000_000
  private static let sideLimit = 32_000

  init(
    _ diagram: Diagram, format: PictureFormat, engine: LayoutEngine, context: GraphvizContext
  ) throws(DrawingError) {
    self.diagram = diagram
    self.format = format
    self.engine = engine.resolved(nodeCount: diagram.nodes.count)
    self.context = context
    try Self.checkSize(of: diagram, format: format, engine: self.engine)
    edges = try diagram.indexedEdges()
    let texts = diagram.texts
    missing = MissingGlyphs(in: texts)
    font = Fonts.list(for: format, texts: texts, language: diagram.language)
    nodeSheet = NodeSheet(diagram: diagram, font: font)
    edgeSheet = EdgeSheet(style: diagram.style)
  }

  func picture() throws(DrawingError) -> Picture {
    let boxes = try placedNodes()
    var sheet = fixedSheet(boxes)
    let network = DiagramBox.around(boxes)
    let pageWidth = max(network?.width ?? 0, Self.narrowestPage)
    let caption = CaptionText(diagram, pageWidth: pageWidth)
    let lines = caption.lines.map {
      CaptionText.attributes(of: $0, style: diagram.style, font: font)
    }
    let placement = CaptionPlacement(
      text: caption, sizes: try measured(lines), nodeSheet: nodeSheet, edgeSheet: edgeSheet)
    placement.add(to: &sheet, below: network, pageWidth: pageWidth)
    var graph = try GraphvizGraph.building(sheet, in: context)
    try graph.layOut(with: "nop2")
    let bounds = graph.bounds
    let (width, height) = (
      bounds.width + 2 * Self.margin, bounds.height + 2 * Self.margin
    )
    try checkPixels(width: width, height: height)
    var bytes = try graph.render(as: format.rawValue)
    if format == .svg { bytes = SVGFinish(diagram).finished(bytes) }
    let nodeBoxes = diagram.nodes.indices.map { index in
      var box = graph.box(of: index)
      box.x += Self.margin - bounds.left
      box.y = height - (box.y + Self.margin - bounds.bottom)
      return box
    }
    return Picture(
      format: format, bytes: bytes, width: width, height: height, nodeBoxes: nodeBoxes,
      engine: engine, missingGlyphs: missing, warnings: graph.warnings)
  }

  // MARK: Limits

  private static func checkSize(
    of diagram: Diagram, format: PictureFormat, engine: LayoutEngine
  ) throws(DrawingError) {
    let count = diagram.nodes.count
    if count > engine.nodeLimit {
      throw .tooLarge(
        count: count, limit: engine.nodeLimit, of: "nodes", advice: engine.adviceBeyondLimit)
    }
    if count > format.nodeLimit {
      throw .tooLarge(count: count, limit: format.nodeLimit, of: "nodes", advice: "write SVG")
    }
    if diagram.edges.count > engine.edgeLimit {
      throw .tooLarge(
        count: diagram.edges.count, limit: engine.edgeLimit, of: "edges",
        advice: engine.adviceBeyondLimit)
    }
  }

  private func checkPixels(width: Double, height: Double) throws(DrawingError) {
    guard format == .png else { return }
    let (across, down) = (Int(width * format.scale), Int(height * format.scale))
    if across * down > Self.pixelLimit || max(across, down) > Self.sideLimit {
      throw .pictureTooLarge(width: across, height: down, limit: Self.pixelLimit)
    }
  }

  // MARK: Placing

  /// The boxes of the nodes: those with edges as an engine places them, the others in rows.
  private func placedNodes() throws(DrawingError) -> [DiagramBox] {
    var boxes = try measured(diagram.nodes.map { nodeSheet.attributes(of: $0) })
    let joined = Set(edges.flatMap { [$0.source, $0.target] })
    let connected = diagram.nodes.indices.filter { joined.contains($0) }
    let isolated = diagram.nodes.indices.filter { !joined.contains($0) }
    let placed = try laidOut(connected, boxes)
    for (node, box) in zip(connected, placed) { boxes[node] = box }
    Packing.putInRows(isolated, of: &boxes, below: DiagramBox.around(placed))
    return boxes
  }

  /// The boxes of some nodes in the best of some layouts.
  ///
  /// They are laid out as blank shapes of the measured sizes: Graphviz 2.43 loses some 350 bytes
  /// with each label that it reads, and the layouts are faster without.
  private func laidOut(
    _ nodes: [Int], _ sizes: [DiagramBox]
  ) throws(DrawingError) -> [DiagramBox] {
    guard !nodes.isEmpty else { return [] }
    let places = Dictionary(uniqueKeysWithValues: zip(nodes, nodes.indices))
    let ends = edges.map { (source: places[$0.source] ?? 0, target: places[$0.target] ?? 0) }
    let looks = nodes.map { diagram.style.look(ofNode: diagram.nodes[$0].kind) }
    var sheet = Sheet()
    sheet.nodes = zip(nodes, looks).map { node, look in
      [
        Attribute(.shape, look.form.isRound ? "ellipse" : "box"), Attribute(.label, ""),
        Attribute(.fixedSize, "true"), Attribute(.width, sizes[node].width / 72),
        Attribute(.height, sizes[node].height / 72),
      ]
    }
    sheet.edges = zip(diagram.edges, ends).map { edge, ends in
      Sheet.Edge(
        source: ends.source, target: ends.target,
        attributes: [Attribute(.length, diagram.style.look(ofEdge: edge.kind).length)])
    }
    let packing = Packing.attributes(nodeCount: nodes.count, edges: ends)
    let tries = engine.tries(nodeCount: nodes.count)
    var best: (boxes: [DiagramBox], score: Double) = ([], .infinity)
    for start in 1...tries {
      sheet.graph = engine.attributes(start: start) + packing + [Attribute(.splines, "none")]
      var graph = try GraphvizGraph.building(sheet, in: context)
      try graph.layOut(with: engine.rawValue)
      let boxes = nodes.indices.map { graph.box(of: $0) }
      if tries == 1 { return boxes }
      let obstacles = zip(boxes, looks).map { Obstacle(box: $0, isRound: $1.form.isRound) }
      let score = LayoutScore.score(of: obstacles, edges: ends)
      if score < best.score { best = (boxes, score) }
    }
    return best.boxes
  }

  private func obstacles(_ boxes: [DiagramBox]) -> [Obstacle] {
    zip(diagram.nodes, boxes).map { node, box in
      Obstacle(box: box, isRound: diagram.style.look(ofNode: node.kind).form.isRound)
    }
  }

  /// The sheet of the second pass: every node and every course fixed.
  private func fixedSheet(_ boxes: [DiagramBox]) -> Sheet {
    var sheet = Sheet()
    sheet.graph = [
      Attribute(.background, diagram.style.background.hexadecimal()),
      Attribute(.order, "edgesfirst"), Attribute(.padding, Self.margin / 72),
      Attribute(.splines, "none"),
    ]
    // On Graphviz 2.43 an SVG with a resolution of its own shows a part of the picture.
    if format == .png { sheet.graph.append(Attribute(.resolution, 72 * format.scale)) }
    for (index, node) in diagram.nodes.enumerated() {
      let (x, y) = (SafeText.number(boxes[index].x), SafeText.number(boxes[index].y))
      sheet.nodes.append(
        nodeSheet.attributes(of: node) + [
          Attribute(.position, "\(x),\(y)"), Attribute(.identifier, "node\(index)"),
        ])
    }
    let courses = EdgeRouter(obstacles: obstacles(boxes)).courses(of: edges)
    for (index, edge) in diagram.edges.enumerated() {
      sheet.edges.append(
        Sheet.Edge(
          source: edges[index].source, target: edges[index].target,
          attributes: edgeSheet.attributes(of: edge) + [
            Attribute(.position, courses[index].position(arrow: edge.isDirected)),
            Attribute(.identifier, "edge\(index)"),
          ]))
    }
    return sheet
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
