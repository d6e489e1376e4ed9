/// Entries for the tests of this package, which reach Graphviz only through its lane.
package enum DrawingProbe {
  /// What Graphviz counts after a diagram was built with its calls, without a layout.
  @DrawingLane
  package static func counts(of diagram: Diagram) throws(DrawingError) -> (nodes: Int, edges: Int) {
    let graph = try GraphvizGraph.building(sheet(of: diagram), in: .shared)
    return (graph.nodeCount, graph.edgeCount)
  }

  private static func sheet(of diagram: Diagram) throws(DrawingError) -> Sheet {
    var sheet = Sheet()
    let nodeSheet = NodeSheet(
      nodes: diagram.nodes, style: diagram.style, font: Fonts.scalable)
    let edgeSheet = EdgeSheet(style: diagram.style)
    sheet.nodes = diagram.nodes.map { nodeSheet.attributes(of: $0) }
    sheet.edges = zip(diagram.edges, try diagram.indexedEdges()).map {
      Sheet.Edge(
        source: $1.source, target: $1.target, attributes: edgeSheet.attributes(of: $0))
    }
    return sheet
  }

  /// Where Graphviz's `neato` puts nodes with their labels from some starts, with nothing of ours
  /// after it.
  @DrawingLane
  package static func neatoLayouts(
    of diagram: Diagram, starts: ClosedRange<Int>
  ) throws(DrawingError) -> [[DiagramBox]] {
    let job = LayoutJob(
      engine: "neato", sheet: try sheet(of: diagram),
      variants: starts.map { LayoutEngine.neato.attributes(start: $0) })
    return try job.layouts(in: .shared)
  }

  /// A PNG as libpng reads it: red, green, blue and alpha, row by row from the top; nil where it is
  /// none.
  package static func pixels(
    ofPNG bytes: [UInt8]
  ) -> (width: Int, height: Int, rgba: [UInt8])? {
    PixelImage(png: bytes).map { ($0.width, $0.height, $0.rgba) }
  }

  /// The version of Graphviz.
  package static var version: String { DrawingLane.wait { GraphvizContext.shared.version } }

  /// Draws as on a machine where no plugin of Graphviz is installed.
  @DrawingLane
  package static func renderWithoutPlugins(_ diagram: Diagram) throws(DrawingError) -> Picture {
    let context = GraphvizContext(withPlugins: false)
    let options = RenderOptions(format: .svg, engine: .neato, scale: 1, isOutlined: false)
    return try FigureDrawing.picture(of: DiagramFigure(diagram), options, context: context)
  }

  /// Draws one node with a label in Graphviz's HTML-like language, as it stands.
  @DrawingLane
  package static func render(markup: String) throws(DrawingError) -> [UInt8] {
    var sheet = Sheet()
    sheet.nodes = [[Attribute(.label, markup: markup), Attribute(.position, "0,0")]]
    var graph = try GraphvizGraph.building(sheet, in: .shared)
    try graph.layOut(with: "nop2")
    return try graph.render(as: "svg")
  }
}
