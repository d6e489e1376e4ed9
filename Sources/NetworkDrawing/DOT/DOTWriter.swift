extension Diagram {
  /// Returns the diagram in Graphviz's DOT language, to lay out and draw with its programs.
  ///
  /// The text holds the nodes and edges with their looks, and the title; the legend is left out.
  /// Every edge is a statement of its own: a long chain in one statement is cut silently by
  /// Graphviz. An edge to a node that does not exist makes Graphviz add it.
  ///
  /// - Parameter engine: The layout that the text asks for.
  /// - Returns: The text of a DOT file.
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* edges.
  public func dot(engine: LayoutEngine = .automatic) -> String {
    var writer = DOTWriter()
    writer.write(
      self, engine: engine == .automatic && nodes.count > LayoutChoice.fewLimit ? .sfdp : engine)
    return writer.text
  }
}

/// Writes DOT text.
private struct DOTWriter {
  private(set) var text = ""

  mutating func write(_ diagram: Diagram, engine: LayoutEngine) {
    let nodeSheet = NodeSheet(
      nodes: diagram.nodes, style: diagram.style, font: Fonts.scalable)
    let edgeSheet = EdgeSheet(style: diagram.style)
    text += "graph \(Self.quoted(SafeText.line(diagram.caption.title))) {\n"
    text += "  layout=\(engine.graphvizName)"
    let graph =
      engine.attributes(start: 1) + [
        Attribute(.background, diagram.style.background.hexadecimal()),
        Attribute(.order, "edgesfirst"), Attribute(.padding, "0.25"),
        Attribute(.splines, Self.splines(of: diagram)), Attribute(.fontName, Fonts.scalable),
      ]
    for attribute in graph where attribute.name != .root { text += " \(Self.text(attribute))" }
    text += "\n"
    writeTitle(of: diagram)
    for node in diagram.nodes {
      text += "  \(Self.quoted(id: node.id))"
      writeList(nodeSheet.attributes(of: node))
    }
    for edge in diagram.edges {
      text += "  \(Self.quoted(id: edge.source)) -- \(Self.quoted(id: edge.target))"
      writeList(edgeSheet.attributes(of: edge))
    }
    text += "}\n"
  }

  private mutating func writeTitle(of diagram: Diagram) {
    let lines = [diagram.caption.title, diagram.caption.syntheticNote, diagram.caption.source]
      .map { SafeText.markup(SafeText.line($0, limit: 400)) }.filter { !$0.isEmpty }
    guard !lines.isEmpty else { return }
    let body = lines.map { $0 + "<BR ALIGN=\"LEFT\"/>" }.joined()
    text += "  label=<\(body)> labeljust=l labelloc=b\n"
  }

  private mutating func writeList(_ attributes: [Attribute]) {
    let list = attributes.map(Self.text).joined(separator: " ")
    text += list.isEmpty ? "\n" : " [\(list)]\n"
  }

  /// With two edges between the same nodes `splines=true` of Graphviz 2.43 writes past the end
  /// of its memory, so only a network without is routed round its nodes.
  private static func splines(of diagram: Diagram) -> String {
    var pairs: Set<[String]> = []
    let isSimple = diagram.edges.allSatisfy {
      $0.source != $0.target && pairs.insert([$0.source, $0.target].sorted()).inserted
    }
    return isSimple && diagram.nodes.count <= 200 ? "true" : "line"
  }

  private static func text(_ attribute: Attribute) -> String {
    switch attribute.value {
    case .plain(let value): "\(attribute.name.rawValue)=\(quoted(value))"
    case .markup(let value): "\(attribute.name.rawValue)=<\(value)>"
    }
  }

  /// Returns text in quotes.
  ///
  /// DOT knows one escape in them, that of the quote; a backslash before the closing quote would
  /// hide it, so the backslash becomes an entity like the ampersand. What XML forbids is written
  /// by its code point, so that ids which differ stay different.
  private static func quoted(_ value: String) -> String {
    var result = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "&#92;"
      case "&": result += "&amp;"
      default:
        if SafeText.isDrawable(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          result += "[U+\(String(scalar.value, radix: 16, uppercase: true))]"
        }
      }
    }
    return result + "\""
  }

  /// Returns an id in quotes.
  ///
  /// Graphviz reads at most 16 KiB: a longer id keeps its beginning and a number made from the
  /// whole (FNV-1a).
  private static func quoted(id: String) -> String {
    guard id.utf8.count > 1000 else { return quoted(id) }
    let hash = String(SafeText.hash(id), radix: 16)
    return quoted(String(id.unicodeScalars.prefix(200)) + "…" + hash)
  }
}
