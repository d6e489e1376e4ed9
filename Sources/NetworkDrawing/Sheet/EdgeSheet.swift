/// Turns edges into the lines of Graphviz.
struct EdgeSheet {
  let style: DiagramStyle

  /// The attributes of an edge, without its course.
  func attributes(of edge: Diagram.Edge) -> [Attribute] {
    let look = style.look(ofEdge: edge.kind)
    var result = line(look, isEnded: edge.isEnded, isAssumed: edge.isAssumed)
    result.append(Attribute(.length, look.length))
    result.append(Attribute(.direction, edge.isDirected ? "forward" : "none"))
    result.append(Attribute(.arrowSize, "0.7"))
    return result
  }

  /// The attributes of a line, also for the samples of the legend.
  func line(
    _ look: DiagramStyle.EdgeLook, isEnded: Bool, isAssumed: Bool
  ) -> [Attribute] {
    let color = look.color.hexadecimal(alpha: isEnded ? 0.75 : 0.9)
    var width = isEnded ? max(look.width - 0.5, 0.8) : look.width
    if isAssumed { width *= 0.5 }
    return [
      Attribute(.color, look.isDouble ? "\(color):\(color)" : color),
      Attribute(.lineWidth, width), Attribute(.style, isEnded ? "dashed" : "solid"),
    ]
  }
}
