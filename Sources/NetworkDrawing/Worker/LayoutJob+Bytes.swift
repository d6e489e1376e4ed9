extension LayoutJob {
  /// The job as bytes.
  var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.add(engine)
    writer.add(variants.count)
    for variant in variants { writer.add(variant) }
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

  /// Reads a job; nil where the bytes are none.
  init?(encoded: [UInt8]) {
    var reader = ByteReader(encoded)
    var sheet = Sheet()
    var variants: [[Attribute]] = []
    guard let engine = reader.text(), let variantCount = reader.count() else { return nil }
    for _ in 0..<variantCount {
      guard let variant = reader.attributes() else { return nil }
      variants.append(variant)
    }
    guard let nodeCount = reader.count() else { return nil }
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
    self.init(engine: engine, sheet: sheet, variants: variants)
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
