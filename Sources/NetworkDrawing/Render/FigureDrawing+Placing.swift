extension FigureDrawing {
  /// Where the nodes go: of the union where panels share places, else of every panel.
  func laidOut() throws(DrawingError) -> [PlacedPanel] {
    var layouts: [PlacedPanel] = []
    for diagram in figure.sharesPlaces ? [labelledUnion] : panels.map(\.diagram) {
      let sizes = try measured(diagram.nodes.map { nodeSheet.attributes(of: $0) })
      layouts.append(try placed(diagram, sizes))
    }
    return layouts
  }

  /// All nodes as large as they are anywhere, with the labels of the panels.
  private var labelledUnion: Diagram {
    var union = figure.union
    for index in union.nodes.indices {
      let size = union.nodes[index].size
      // Ghosts come last: they may be drawn without a name.
      let nodes = panels.map { $0.diagram.nodes[index] }
      union.nodes[index] = nodes.first { !$0.isGhost } ?? union.nodes[index]
      union.nodes[index].size = size
    }
    return union
  }

  /// The layouts set into the roomiest page of paper, and how many stand in a row; nil where no
  /// page has room for them.
  func page(
    for layouts: [PlacedPanel], growth: Double
  ) throws(DrawingError) -> (layouts: [PlacedPanel], columns: Int)? {
    guard panels.allSatisfy({ $0.diagram.arrangement == .free }) else { return nil }
    let pages = try PanelPage.pages(
      for: panels.count, width: figure.width,
      natural: (
        layouts.map(\.bounds.width).max() ?? 0, layouts.map(\.bounds.height).max() ?? 0
      ),
      type: figure.style.labelSize, growth: growth, margin: margin,
      titleHeight: titleHeight(leastCaptionScale)
    ) { (width) throws(DrawingError) in
      var sheet = Sheet()
      return -(try placement(of: captionText(width)).add(to: &sheet, below: nil, pageWidth: width))
    }
    for page in pages {
      let fit = PanelFit(width: page.cell.width, height: page.cell.height)
      let fitted = layouts.compactMap { layout -> PlacedPanel? in
        guard let boxes = fit.fitted(layout.boxes) else { return nil }
        var fitted = layout
        fitted.boxes = boxes
        return fitted
      }
      if fitted.count == layouts.count { return (fitted, page.columns) }
    }
    return nil
  }

  /// The panels with the places of their nodes.
  func shown(_ layouts: [PlacedPanel]) throws(DrawingError) -> [PlacedPanel] {
    guard figure.sharesPlaces, let common = layouts.first else { return layouts }
    // All panels have the nodes of the union in its order.
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
  func measured(_ nodes: [[Attribute]]) throws(DrawingError) -> [DiagramBox] {
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
