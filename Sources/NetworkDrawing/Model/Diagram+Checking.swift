extension Diagram {
  /// The ends of the edges as indices of nodes.
  func indexedEdges() throws(DrawingError) -> [(source: Int, target: Int)] {
    var indices: [String: Int] = [:]
    indices.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() {
      if indices.updateValue(index, forKey: node.id) != nil {
        throw .duplicateNode(id: SafeText.line(node.id, limit: 60))
      }
    }
    var ends: [(source: Int, target: Int)] = []
    ends.reserveCapacity(edges.count)
    for (index, edge) in edges.enumerated() {
      guard let source = indices[edge.source] else {
        throw .unknownNode(id: SafeText.line(edge.source, limit: 60), edge: index)
      }
      guard let target = indices[edge.target] else {
        throw .unknownNode(id: SafeText.line(edge.target, limit: 60), edge: index)
      }
      ends.append((source, target))
    }
    return ends
  }
}

extension DiagramFigure {
  /// Every text that is drawn.
  var texts: [String] {
    let overall = overall
    return overall.nodes.map { NodeLabel.text(of: $0) } + overall.nodes.map(\.subtitle)
      + panels.flatMap { [$0.title] + $0.diagram.clusters } + overall.legend.map(\.text)
      + [caption.title, caption.syntheticNote, caption.source, caption.footer]
  }

  /// The characters that no installed font can draw; nil when all can be drawn.
  ///
  /// To be asked before drawing: Graphviz draws a box for each and says nothing.
  public var missingGlyphs: MissingGlyphs? { MissingGlyphs(in: texts) }
}
