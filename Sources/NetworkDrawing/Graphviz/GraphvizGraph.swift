internal import CGraphvizShim

/// A graph inside Graphviz, built by calls instead of text, so that no name or label can be read
/// as anything but itself.
@safe @DrawingLane
struct GraphvizGraph: ~Copyable {
  private let context: GraphvizContext
  private nonisolated(unsafe) let pointer: OpaquePointer

  /// What Graphviz warned of.
  private(set) var warnings: [String] = []

  private init(_ pointer: OpaquePointer, in context: GraphvizContext) {
    self.context = context
    unsafe self.pointer = pointer
  }

  /// Builds the graph of a sheet.
  static func building(
    _ sheet: Sheet, in context: GraphvizContext
  ) throws(DrawingError) -> GraphvizGraph {
    guard let pointer = unsafe kw_graph_open(false) else {
      throw .graphviz(step: "open a graph", message: "")
    }
    let graph = unsafe GraphvizGraph(pointer, in: context)
    try graph.fill(sheet)
    return graph
  }

  deinit {
    unsafe kw_graph_close(context.pointer, pointer)
  }

  /// The nodes that Graphviz counts.
  var nodeCount: Int { unsafe kw_graph_node_count(pointer) }

  /// The edges that Graphviz counts.
  var edgeCount: Int { unsafe kw_graph_edge_count(pointer) }

  /// Places the nodes.
  mutating func layOut(with engine: String) throws(DrawingError) {
    let (context, pointer) = unsafe (context, pointer)
    let (result, messages) = context.listening {
      unsafe kw_graph_layout(context.pointer, pointer, engine)
    }
    // The list is asked only after a failure: it is slow, and a plugin may be built in.
    if result != 0, !context.has("layout", engine) {
      throw .pluginMissing(name: engine, message: messages)
    }
    if result != 0 || Self.isError(messages) {
      throw .graphviz(step: "lay out", message: messages)
    }
    if !messages.isEmpty { warnings.append(messages) }
  }

  /// The box of a node, from the lower left corner.
  func box(of node: Int) -> DiagramBox {
    DiagramBox(unsafe kw_graph_node_box(pointer, node))
  }

  /// The box of the drawing, from the lower left corner, without its margin.
  var bounds: DiagramBox { DiagramBox(unsafe kw_graph_box(pointer)) }

  /// Renders what was laid out.
  mutating func render(as format: String) throws(DrawingError) -> [UInt8] {
    let (context, pointer) = unsafe (context, pointer)
    var data: UnsafeMutablePointer<CChar>?
    var length = 0
    let (result, messages) = context.listening {
      unsafe kw_graph_render(context.pointer, pointer, format, &data, &length)
    }
    guard result == 0, let data = unsafe data else {
      if !context.has("device", format) { throw .pluginMissing(name: format, message: messages) }
      throw .graphviz(step: "render \(format)", message: messages)
    }
    defer { unsafe kw_data_free(data) }
    if Self.isError(messages) { throw .graphviz(step: "render \(format)", message: messages) }
    if !messages.isEmpty { warnings.append(messages) }
    let raw = unsafe UnsafeRawBufferPointer(start: data, count: length)
    let bytes = unsafe [UInt8](raw)
    return format == "svg" && context.losesBoldText ? BoldText.weighted(bytes) : bytes
  }

  /// `gvLayout` returns 0 after some errors, as after a label that is not well-formed.
  private static func isError(_ messages: String) -> Bool {
    messages.contains("Error:") || messages.contains("in label of")
      || messages.contains("syntax error")
  }

  // MARK: Building

  private func fill(_ sheet: Sheet) throws(DrawingError) {
    try declare(sheet)
    for (index, attributes) in sheet.nodes.enumerated() {
      try check(unsafe kw_graph_add_node(pointer), "add a node")
      try set(attributes, on: KW_NODE, index)
    }
    for (index, edge) in sheet.edges.enumerated() {
      try check(unsafe kw_graph_add_edge(pointer, edge.source, edge.target), "add an edge")
      try set(edge.attributes, on: KW_EDGE, index)
    }
    try check(
      nodeCount == sheet.nodes.count && edgeCount == sheet.edges.count, "keep all nodes and edges")
  }

  /// Declares every attribute of the sheet; one that a node does not set is empty, which
  /// Graphviz reads as its own default.
  private func declare(_ sheet: Sheet) throws(DrawingError) {
    for attribute in sheet.graph {
      guard case .plain(let value) = attribute.value else { continue }
      try check(
        unsafe kw_graph_declare(pointer, KW_GRAPH, attribute.name.rawValue, value), "set a graph")
    }
    let nodeNames = Set(sheet.nodes.joined().map(\.name))
    let edgeNames = Set(sheet.edges.lazy.flatMap(\.attributes).map(\.name))
    for name in AttributeName.allCases {
      if nodeNames.contains(name) {
        let value = name == .shape ? "ellipse" : ""
        try check(unsafe kw_graph_declare(pointer, KW_NODE, name.rawValue, value), "set nodes")
      }
      if edgeNames.contains(name) {
        try check(unsafe kw_graph_declare(pointer, KW_EDGE, name.rawValue, ""), "set edges")
      }
    }
  }

  private func set(
    _ attributes: [Attribute], on owner: kw_owner, _ index: Int
  ) throws(DrawingError) {
    let font = attributes.last { $0.name == .fontName }?.plainText
    for attribute in attributes {
      let name = attribute.name.rawValue
      let isSet =
        switch attribute.value {
        case .plain(let value): unsafe kw_graph_set(pointer, owner, index, name, value)
        case .markup(let value):
          unsafe kw_graph_set_html(pointer, owner, index, name, markup(value, font))
        }
      try check(isSet, "set \(name)")
    }
  }

  /// A label as this version of Graphviz should read it.
  private func markup(_ value: String, _ font: String?) -> String {
    guard let font, context.losesBoldText else { return value }
    return BoldText.named(value, font: font)
  }

  private func check(_ isDone: Bool, _ step: String) throws(DrawingError) {
    if !isDone { throw .graphviz(step: step, message: "") }
  }
}

extension DiagramBox {
  fileprivate init(_ box: kw_box) {
    self.init(x: box.x, y: box.y, width: box.width, height: box.height)
  }
}
