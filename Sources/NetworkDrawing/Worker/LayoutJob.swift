/// A layout by Graphviz, as a job for a process of its own: the sheet and the engine go there, the
/// boxes of the nodes come back.
struct LayoutJob: Hashable {
  var engine: String
  var sheet: Sheet

  /// Places the nodes here, in this process.
  @DrawingLane
  func boxes(in context: GraphvizContext) throws(DrawingError) -> [DiagramBox] {
    var graph = try GraphvizGraph.building(sheet, in: context)
    try graph.layOut(with: engine)
    return sheet.nodes.indices.map { graph.box(of: $0) }
  }

  /// Places the nodes in a process of its own, while the calling thread waits.
  func boxes(within limits: WorkerLimits) throws(WorkerError) -> [DiagramBox] {
    var reader = ByteReader(try Worker.run(.layout, input: encoded, limits: limits))
    var boxes: [DiagramBox] = []
    for _ in sheet.nodes {
      guard let x = reader.number(), let y = reader.number(), let width = reader.number(),
        let height = reader.number()
      else { throw .failed(message: "the result of the layout is cut short") }
      boxes.append(DiagramBox(x: x, y: y, width: width, height: height))
    }
    return boxes
  }

  /// In the worker: from bytes to bytes.
  static func output(for input: [UInt8]) throws -> [UInt8] {
    guard let job = LayoutJob(encoded: input) else {
      throw WorkerError.failed(message: "the job is cut short")
    }
    let boxes = try DrawingLane.wait { () -> Result<[DiagramBox], DrawingError> in
      do throws(DrawingError) {
        return .success(try job.boxes(in: .shared))
      } catch {
        return .failure(error)
      }
    }.get()
    var writer = ByteWriter()
    for box in boxes {
      for number in [box.x, box.y, box.width, box.height] { writer.add(number) }
    }
    return writer.bytes
  }

  // MARK: As bytes

  private var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.add(engine)
    writer.add(sheet.graph)
    writer.add(sheet.nodes.count)
    for node in sheet.nodes { writer.add(node) }
    writer.add(sheet.edges.count)
    for edge in sheet.edges {
      writer.add(edge.source)
      writer.add(edge.target)
      writer.add(edge.attributes)
    }
    return writer.bytes
  }

  private init?(encoded: [UInt8]) {
    var reader = ByteReader(encoded)
    sheet = Sheet()
    guard let engine = reader.text(), let graph = reader.attributes(),
      let nodeCount = reader.count()
    else { return nil }
    self.engine = engine
    sheet.graph = graph
    for _ in 0..<nodeCount {
      guard let node = reader.attributes() else { return nil }
      sheet.nodes.append(node)
    }
    guard let edgeCount = reader.count() else { return nil }
    for _ in 0..<edgeCount {
      guard let source = reader.count(), let target = reader.count(),
        let attributes = reader.attributes()
      else { return nil }
      sheet.edges.append(Sheet.Edge(source: source, target: target, attributes: attributes))
    }
  }

  init(engine: String, sheet: Sheet) {
    self.engine = engine
    self.sheet = sheet
  }
}

extension ByteWriter {
  fileprivate mutating func add(_ attributes: [Attribute]) {
    add(attributes.count)
    for attribute in attributes {
      add(attribute.name.rawValue)
      switch attribute.value {
      case .plain(let value):
        add(0)
        add(value)
      case .markup(let value):
        add(1)
        add(value)
      }
    }
  }
}

extension ByteReader {
  fileprivate mutating func attributes() -> [Attribute]? {
    guard let count = count() else { return nil }
    var attributes: [Attribute] = []
    for _ in 0..<count {
      guard let name = text().flatMap(AttributeName.init), let kind = self.count(),
        let value = text()
      else { return nil }
      attributes.append(kind == 0 ? Attribute(name, value) : Attribute(name, markup: value))
    }
    return attributes
  }
}
