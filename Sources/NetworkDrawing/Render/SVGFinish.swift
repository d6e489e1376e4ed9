/// Turns Graphviz's SVG into one that stands on its own: without comments and a document type to
/// fetch, with a title and a description of the whole, and with a title on every node and edge
/// that says what it is.
struct SVGFinish {
  private let figure: DiagramFigure
  private let nodes: [(panel: Int, node: Diagram.Node)]
  private let edges: [(panel: Int, edge: Diagram.Edge)]
  private let labels: [String: String]

  init(_ figure: DiagramFigure, _ panels: [DiagramFigure.Panel]) {
    self.figure = figure
    nodes = panels.enumerated().flatMap { place, panel in
      panel.diagram.nodes.map { (place, $0) }
    }
    edges = panels.enumerated().flatMap { place, panel in
      panel.diagram.edges.map { (place, $0) }
    }
    labels = Dictionary(
      nodes.map { ($0.node.id, NodeLabel.text(of: $0.node)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The finished document.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  func finished(_ svg: [UInt8]) -> [UInt8] {
    let newline = UInt8(ascii: "\n")
    var result = Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n".utf8)
    result.reserveCapacity(svg.count + 4096)
    var state = SVGLines()
    var names: [String: Int] = [:]
    for line in svg.split(separator: newline) {
      switch state.kind(of: line) {
      case .skipped: continue
      case .root: result += Array("<svg role=\"img\"\(languageMark)".utf8) + line.dropFirst(4)
      case .group(let part):
        guard let tag = tag(of: part, &names) else {
          result += line
          break
        }
        result += Array(tag.utf8)
      case .title(let part):
        guard let title = title(of: part) else { continue }
        result += Array("<title>\(title)</title>".utf8)
        if let link = link(of: part) { result += Array("\n<a xlink:href=\"\(link)\">".utf8) }
      case .groupEnd(let part):
        result += (link(of: part) == nil ? [] : Array("</a>\n".utf8)) + line
      case .other: result += line
      }
      result.append(newline)
      // The tag of the root goes over two lines.
      if state.endsRoot(line) { result += Array((heading + "\n").utf8) }
    }
    return result
  }

  /// A document of outlines with a title and a description.
  func headed(_ svg: [UInt8]) -> [UInt8] {
    guard let start = svg.firstRange(of: Array("<svg ".utf8))?.lowerBound,
      let end = svg[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return svg }
    return Array(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg role=\"img\"\(languageMark)".utf8)
      + svg[(start + 4)...end] + Array(("\n" + heading).utf8) + svg[(end + 1)...]
  }

  private var languageMark: String { " xml:lang=\"\(figure.language.rawValue)\"" }

  /// The title and description of the whole.
  private var heading: String {
    let words = LegendWords(language: figure.language)
    let caption = figure.caption
    let title = SafeText.line(caption.title)
    let counts = figure.panels.map { panel in
      (panel.title.isEmpty ? "" : "\(panel.title): ")
        + words.counts(nodes: panel.diagram.nodes.count, edges: panel.diagram.edges.count)
    }
    let parts = (counts + [caption.syntheticNote, caption.source, caption.footer]).map {
      SafeText.line($0, limit: 400)
    }.filter { !$0.isEmpty }
    let description = "<desc>\(SafeText.escaped(parts.joined(separator: " ")))</desc>"
    return title.isEmpty
      ? description : "<title>\(SafeText.escaped(title))</title>\n\(description)"
  }

  /// The opening tag of a node or an edge; nil for parts of the legend.
  func tag(of part: SVGLines.Part?, _ names: inout [String: Int]) -> String? {
    let (panel, name, classes): (Int, String, String)
    switch part {
    case .node(let number) where nodes.indices.contains(number):
      let node = nodes[number]
      (panel, name, classes) = (
        node.panel, SVGNames.name(of: node.node), SVGNames.classes(of: node.node)
      )
    case .edge(let number) where edges.indices.contains(number):
      let edge = edges[number]
      (panel, name, classes) = (
        edge.panel, SVGNames.name(of: edge.edge), SVGNames.classes(of: edge.edge)
      )
    default: return nil
    }
    var full = figure.panels.count > 1 ? "panel\(panel + 1)-\(name)" : name
    let count = (names[full] ?? 0) + 1
    names[full] = count
    // Only edges can have one name, and no name of theirs ends in a number behind a point.
    if count > 1 { full += ".\(count)" }
    return "<g id=\"\(full)\" class=\"\(classes)\">"
  }

  func link(of part: SVGLines.Part?) -> String? {
    guard case .node(let number) = part, nodes.indices.contains(number) else { return nil }
    return SVGNames.link(nodes[number].node.link)
  }

  /// What a node or an edge is, escaped; nil for parts of the legend.
  func title(of part: SVGLines.Part?) -> String? {
    switch part {
    case .node(let number) where nodes.indices.contains(number): nodeTitle(nodes[number].node)
    case .edge(let number) where edges.indices.contains(number): edgeTitle(edges[number].edge)
    default: nil
    }
  }

  private func nodeTitle(_ node: Diagram.Node) -> String {
    let words = LegendWords(language: figure.language)
    var remarks = [SafeText.line(node.subtitle, limit: 60), name(of: node.kind)]
    if node.isGhost {
      remarks.append(words.absent)
    } else if node.isEnded {
      remarks.append(words.ended)
    }
    if case .category(let number) = node.paint {
      let names = figure.overall.categories
      if names.indices.contains(number) { remarks.append(SafeText.line(names[number], limit: 40)) }
    }
    return SafeText.escaped(NodeLabel.text(of: node) + bracketed(remarks))
  }

  private func edgeTitle(_ edge: Diagram.Edge) -> String {
    let words = LegendWords(language: figure.language)
    var remarks: [String] = [edgeName(of: edge.kind)]
    if edge.isEnded { remarks.append(words.ended) }
    if edge.isAssumed { remarks.append(words.assumed) }
    let join = edge.isDirected ? " → " : " – "
    return SafeText.escaped(label(edge.source) + join + label(edge.target) + bracketed(remarks))
  }

  private func label(_ id: String) -> String {
    labels[id] ?? SafeText.line(id, limit: 60)
  }

  private func bracketed(_ remarks: [String]) -> String {
    let present = remarks.filter { !$0.isEmpty }
    return present.isEmpty ? "" : " (\(present.joined(separator: ", ")))"
  }

  private func name(of kind: String) -> String {
    figure.style.nodeKinds.first { $0.word == kind }?.name(in: figure.language)
      ?? SafeText.line(kind, limit: 40)
  }

  private func edgeName(of kind: String) -> String {
    figure.style.edgeKinds.first { $0.word == kind }?.name(in: figure.language)
      ?? SafeText.line(kind, limit: 40)
  }
}
