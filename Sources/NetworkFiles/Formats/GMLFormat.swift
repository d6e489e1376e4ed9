internal import NetworkData

/// GML, as igraph, networkx, Gephi, yEd and Newman's collection write it.
///
/// Values of nodes and edges are columns under their keys; those of lists in them under both keys,
/// such as `graphics.x`, and those that stand twice as one text with `|` between. A number `weight`
/// is the strength; without it a number `value` is. What is written is ASCII, with entities for all
/// else; ids are numbered, and the label is the id here.
enum GMLFormat {
  static func read(
    _ file: FileBytes, limits: ReadingLimits
  ) throws(FileProblem) -> NetworkFile.Reading {
    let start = try Encoding.checkedStart(of: file)
    return try file.withSpan { bytes throws(FileProblem) in
      if let name = XMLRoot.name(in: (start..<min(start + 4096, bytes.count)).map { bytes[$0] }) {
        throw FileProblem(
          file.path, line: 1,
          Phrase(
            "looks like XML (\(FileProblem.quoted(name))), not GML",
            "GML ではなく XML（\(FileProblem.quoted(name))）のようです"),
          advice: Phrase(
            "name the format: --input-format graphml", "--input-format graphml のように形式を指定してください"))
      }
      var reader = GMLReader(path: file.path, limits: limits, from: start)
      try reader.read(bytes)
      return try reader.reading()
    }
  }

  static func written(_ network: Network) -> [UInt8] {
    let columns = NamedColumns(network, texts: ["weight", "value"])
    let (actors, ties) = (network.actors, network.ties)
    let comment = SyntheticNote.comment(for: network.description)
    var text = comment.isEmpty ? "" : GMLText.escaped(String(comment.dropLast())) + "\n"
    let isDirected =
      if case .all(let isDirected) = ties.directions { isDirected } else { false }
    let isMixed = if case .each = ties.directions { true } else { false }
    text += "graph [\n  directed \(isDirected ? 1 : 0)\n"
    // Without it networkx refuses a second edge between the same nodes.
    if columns.hasParallels { text += "  multigraph 1\n" }
    for (name, value) in columns.description { text += "  \(name) \"\(GMLText.escaped(value))\"\n" }
    let actorKeys = keys(of: columns.actors, reserved: ["id", "label"])
    let tieKeys = keys(of: columns.ties, reserved: ["source", "target", "direction"])
    for (owner, columns, keys) in [
      ("node", columns.actors, actorKeys), ("edge", columns.ties, tieKeys),
    ] {
      for (column, key) in zip(columns, keys) where column.name != key {
        text += "  \(owner)Column [ key \"\(key)\" name \"\(GMLText.escaped(column.name))\" ]\n"
      }
    }
    func cells(_ columns: [NamedColumn], _ keys: [String], _ row: Int) -> String {
      var cells = ""
      for (column, key) in zip(columns, keys) {
        let value = column.cell(row)
        // The first record names all columns, in their order.
        if value.isEmpty, !(row == 0 && column.isLate) { continue }
        cells += " \(key) " + (number(value, of: column) ?? "\"\(GMLText.escaped(value))\"")
      }
      return cells
    }
    for actor in actors.indices {
      text += "  node [ id \(actor) label \"\(GMLText.escaped(actors.ids[actor]))\""
      text += cells(columns.actors, actorKeys, actor) + " ]\n"
    }
    for tie in ties.indices {
      text += "  edge [ source \(ties.sources[tie]) target \(ties.targets[tie])"
      if isMixed { text += " direction \"\(ties.isDirected(tie) ? "directed" : "undirected")\"" }
      text += cells(columns.ties, tieKeys, tie) + " ]\n"
    }
    return Array((text + "]\n").utf8)
  }

  /// Returns the key that stands for each column: its name where that is a key.
  private static func keys(of columns: [NamedColumn], reserved: Set<String>) -> [String] {
    let names = Set(columns.map(\.name))
    return columns.enumerated().map { position, column in
      let isKey =
        column.name.utf8.first.map { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } ?? false
        && column.name.utf8.allSatisfy {
          $0.isNumber || $0 == UInt8(ascii: "_") || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A
        }
      if isKey, !reserved.contains(column.name) { return column.name }
      var key = "column\(position + 1)"
      while names.contains(key) { key += "x" }
      return key
    }
  }

  /// Returns a text as a number that all programs read, nil where it is none: whole numbers fit into
  /// 32 bits, others have a point, which only a weight gets where it has none.
  private static func number(_ text: String, of column: NamedColumn) -> String? {
    if column.kind == .text || text.isEmpty { return nil }
    if text.contains(".") || text.utf8.count <= 9 && Int(text) != nil { return text }
    guard column.name == "weight" else { return nil }
    let exponent = text.firstIndex(of: "e") ?? text.endIndex
    return text[..<exponent] + ".0" + text[exponent...]
  }
}

extension NetworkFormat {
  /// GML.
  static let gml = NetworkFormat(
    name: "gml", title: "GML", endings: ["gml"],
    recognizes: { beginning in
      let text = String(decoding: beginning, as: UTF8.self)
      return text.firstRange(of: "graph") != nil && text.firstMatch(of: /\bgraph\s*\[/) != nil
        && text.firstMatch(of: /\b(node|edge)\s*\[|\bgraph\s*\[\s*\]/) != nil
    },
    read: { file, options, _ throws(FileProblem) in
      try GMLFormat.read(file, limits: options.limits)
    },
    write: { network, _ in GMLFormat.written(network) })
}
