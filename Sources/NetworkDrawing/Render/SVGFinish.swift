/// Turns Graphviz's SVG into one that stands on its own: without comments and a document type to
/// fetch, with a title and a description of the whole, and with a title on every node and edge
/// that says what it is.
struct SVGFinish {
  private let diagram: Diagram
  private let labels: [String: String]

  init(_ diagram: Diagram) {
    self.diagram = diagram
    labels = Dictionary(
      diagram.nodes.map { ($0.id, NodeLabel.text(of: $0)) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// The finished document.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  func finished(_ svg: [UInt8]) -> [UInt8] {
    let newline = UInt8(ascii: "\n")
    var result = Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n".utf8)
    result.reserveCapacity(svg.count + 4096)
    var state = State()
    for line in svg.split(separator: newline) {
      switch state.kind(of: line) {
      case .skipped: continue
      case .root:
        result += Array("<svg role=\"img\"".utf8) + line.dropFirst(4)
      case .title(let id):
        guard let title = title(of: id) else { continue }
        result += Array("<title>\(title)</title>".utf8)
      case .other: result += line
      }
      result.append(newline)
      // The tag of the root goes over two lines.
      if state.endsRoot(line) { result += Array((heading + "\n").utf8) }
    }
    return result
  }

  /// The title and description of the whole.
  private var heading: String {
    let words = LegendWords(language: diagram.language)
    let title = SafeText.line(diagram.caption.title)
    let parts = [
      words.counts(nodes: diagram.nodes.count, edges: diagram.edges.count),
      diagram.caption.syntheticNote, diagram.caption.source,
    ].map { SafeText.line($0, limit: 400) }.filter { !$0.isEmpty }
    let description = "<desc>\(SafeText.escaped(parts.joined(separator: " ")))</desc>"
    return title.isEmpty
      ? description : "<title>\(SafeText.escaped(title))</title>\n\(description)"
  }

  /// What a node or an edge is, escaped; nil for parts of the legend.
  private func title(of id: ArraySlice<UInt8>) -> String? {
    let word = id.prefix { $0 >= UInt8(ascii: "a") }
    guard let number = Int(String(decoding: id[word.endIndex...], as: UTF8.self)) else {
      return nil
    }
    switch String(decoding: word, as: UTF8.self) {
    case "node" where number < diagram.nodes.count: return nodeTitle(diagram.nodes[number])
    case "edge" where number < diagram.edges.count: return edgeTitle(diagram.edges[number])
    default: return nil
    }
  }

  private func nodeTitle(_ node: Diagram.Node) -> String {
    let words = LegendWords(language: diagram.language)
    var remarks = [SafeText.line(node.subtitle, limit: 60), name(of: node.kind)]
    if node.isEnded { remarks.append(words.ended) }
    return SafeText.escaped(NodeLabel.text(of: node) + bracketed(remarks))
  }

  private func edgeTitle(_ edge: Diagram.Edge) -> String {
    let words = LegendWords(language: diagram.language)
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
    diagram.style.nodeKinds.first { $0.word == kind }?.name(in: diagram.language)
      ?? SafeText.line(kind, limit: 40)
  }

  private func edgeName(of kind: String) -> String {
    diagram.style.edgeKinds.first { $0.word == kind }?.name(in: diagram.language)
      ?? SafeText.line(kind, limit: 40)
  }
}

extension SVGFinish {
  /// What is known of the lines before the one at hand.
  private struct State {
    enum Kind {
      case skipped, root, other
      case title(ArraySlice<UInt8>)
    }

    private enum Place {
      case beforeRoot, insideRootTag, insideComment, inside
    }

    private var place = Place.beforeRoot
    private var identifier: ArraySlice<UInt8> = []

    /// What to do with the next line.
    ///
    /// A line of Graphviz's holds one tag, and no text from outside holds a line break.
    mutating func kind(of line: ArraySlice<UInt8>) -> Kind {
      switch place {
      case .beforeRoot:
        guard line.starts(with: "<svg".utf8) else { return .skipped }
        place = .insideRootTag
        return .root
      case .insideComment:
        if line.ends(with: "-->") { place = .inside }
        return .skipped
      case .insideRootTag: return .other
      case .inside: break
      }
      if line.starts(with: "<!--".utf8) {
        if !line.ends(with: "-->") { place = .insideComment }
        return .skipped
      }
      let group = Array("<g id=\"".utf8)
      if line.starts(with: group) {
        identifier = line.dropFirst(group.count).prefix { $0 != UInt8(ascii: "\"") }
      }
      return line.starts(with: "<title>".utf8) ? .title(identifier) : .other
    }

    /// Whether the tag of the root ends with this line.
    mutating func endsRoot(_ line: ArraySlice<UInt8>) -> Bool {
      guard case .insideRootTag = place, line.last == UInt8(ascii: ">") else { return false }
      place = .inside
      return true
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with text: StaticString) -> Bool {
    suffix(text.utf8CodeUnitCount).elementsEqual(String(describing: text).utf8)
  }
}
