/// Turns edges into the lines of Graphviz.
struct EdgeSheet {
  let style: DiagramStyle

  /// The attributes of an edge, without its course.
  func attributes(of edge: Diagram.Edge) -> [Attribute] {
    let look = style.look(ofEdge: edge.kind)
    var result = line(
      look, isEnded: edge.isEnded, isAssumed: edge.isAssumed || edge.isUncertain,
      emphasis: edge.isUncertain && edge.emphasis == .normal ? .faint : edge.emphasis)
    result.append(Attribute(.length, look.length))
    result.append(Attribute(.direction, edge.isDirected ? "forward" : "none"))
    result.append(Attribute(.arrowSize, "0.7"))
    return result
  }

  /// The attributes of a line, also for the samples of the legend.
  func line(
    _ look: DiagramStyle.EdgeLook, isEnded: Bool = false, isAssumed: Bool = false,
    emphasis: Diagram.Emphasis = .normal
  ) -> [Attribute] {
    let alpha =
      switch emphasis {
      case .normal: isEnded ? 0.75 : 0.9
      case .strong: 1.0
      case .faint: 0.4
      }
    let color = look.color.hexadecimal(alpha: alpha)
    var width = isEnded ? max(look.width - 0.5, 0.8) : look.width
    if isAssumed { width *= 0.5 }
    if emphasis == .strong { width = max(3.6, 2 * width) }
    return [
      Attribute(.color, look.isDouble ? "\(color):\(color)" : color),
      Attribute(.lineWidth, width),
      Attribute(.style, isEnded ? "dashed" : look.isDotted ? "dotted" : "solid"),
    ]
  }
}
