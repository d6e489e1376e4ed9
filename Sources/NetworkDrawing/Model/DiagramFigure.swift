/// Diagrams side by side, with one legend and one caption: two networks, or one at several times.
public struct DiagramFigure: Sendable, Hashable {
  /// A diagram and what stands above it.
  public struct Panel: Sendable, Hashable {
    /// What stands above it, such as a year; empty for nothing.
    public var title: String

    /// The diagram; its caption is not drawn.
    public var diagram: Diagram

    /// Creates a panel.
    public init(title: String, diagram: Diagram) {
      self.title = title
      self.diagram = diagram
    }
  }

  /// The panels, from left to right and row by row.
  public var panels: [Panel]

  /// The words around the whole.
  public var caption: Diagram.Caption

  /// Whether nodes of one id have one place in all panels; where a node is absent, a ghost keeps
  /// its place.
  public var sharesPlaces: Bool

  /// The width of the place that it is made for, such as a column of a journal, in points of 1/72
  /// inch; nil for a picture as wide as it comes, or panels on paper.
  ///
  /// Type is then of 7 points, names that do not fit become numbers, and the picture is as high as
  /// it has to be. Networks of more than 300 nodes, which are drawn as marks, take no notice.
  public var width: Double?

  /// Creates a figure.
  public init(panels: [Panel], caption: Diagram.Caption, sharesPlaces: Bool = true) {
    self.panels = panels
    self.caption = caption
    self.sharesPlaces = sharesPlaces
  }

  /// A figure of one diagram.
  init(_ diagram: Diagram) {
    self.init(
      panels: [Panel(title: "", diagram: diagram)], caption: diagram.caption, sharesPlaces: false)
  }

  /// Forms and colours: those of the first panel.
  public var style: DiagramStyle { panels.first?.diagram.style ?? .light }

  /// The language of the legend: that of the first panel.
  public var language: DiagramLanguage { panels.first?.diagram.language ?? .english }

  /// Everything that is drawn, in one list: what the legend has to explain.
  var overall: Diagram {
    let panels = drawnPanels
    var result = panels.first?.diagram ?? Diagram(nodes: [], edges: [])
    result.caption = caption
    for panel in panels.dropFirst() {
      result.nodes += panel.diagram.nodes
      result.edges += panel.diagram.edges
    }
    return result
  }

  /// The panels as they are drawn: with ghosts where they share places, every panel with the same
  /// nodes in the same order.
  var drawnPanels: [Panel] {
    guard sharesPlaces else { return panels }
    let union = union
    return panels.map { panel in
      let present = Dictionary(
        panel.diagram.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      var drawn = panel
      drawn.diagram.nodes = union.nodes.map { node in
        if let own = present[node.id] { return own }
        var ghost = node
        ghost.isGhost = true
        ghost.size = 0
        return ghost
      }
      return drawn
    }
  }

  /// Every node of any panel, as large as it is anywhere, and every edge of any panel once.
  var union: Diagram {
    var result = panels.first?.diagram ?? Diagram(nodes: [], edges: [])
    var places: [String: Int] = [:]
    var known: Set<Tie> = []
    (result.nodes, result.edges) = ([], [])
    for panel in panels {
      for node in panel.diagram.nodes {
        if let place = places[node.id] {
          result.nodes[place].size = max(result.nodes[place].size, node.size)
        } else {
          places[node.id] = result.nodes.count
          result.nodes.append(node)
        }
      }
      for edge in panel.diagram.edges where known.insert(Tie(edge)).inserted {
        result.edges.append(edge)
      }
    }
    return result
  }

  private struct Tie: Hashable {
    let source: String
    let target: String
    let kind: String

    init(_ edge: Diagram.Edge) { (source, target, kind) = (edge.source, edge.target, edge.kind) }
  }
}
