internal import GraphStructure
internal import NetworkData

/// GraphML, as yEd, networkx, igraph, Gephi and JUNG write it.
///
/// Data of nodes and edges are columns under their `attr.name`; a numeric key `weight` is the
/// strength, and `label` is the name where there is no `name`. Nested graphs are flattened: the
/// column `within` names the node that a node lies in. Of several graphs the first is read.
/// Hyperedges are refused, as no tie has three ends. Ports are columns of the edges.
enum GraphMLFormat {
  static func read(
    _ file: FileBytes, limits: ReadingLimits
  ) throws(FileProblem) -> NetworkFile.Reading {
    var reader = GraphMLReader(path: file.path, limits: limits)
    let notes = try XMLFile.read(file, limits: limits, to: &reader)
    return try reader.reading(adding: notes)
  }

  static func written(_ network: Network, path: String) throws(FileProblem) -> [UInt8] {
    let columns = NamedColumns(network)
    let (actors, ties) = (network.actors, network.ties)
    var text = XMLText(path: path, network.description)
    text.add("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
    func declare(_ names: [(String, NamedColumn.Kind)], for owner: String) throws(FileProblem) {
      for (position, (name, kind)) in names.enumerated() {
        let type =
          switch kind {
          case .text: "string"
          case .integer: "long"
          case .real: "double"
          }
        text.add("  <key id=\"\(owner)\(position)\" for=\"\(owner)\" attr.name=\"")
        try text.add(escaping: name.utf8)
        text.add("\" attr.type=\"\(type)\"/>\n")
      }
    }
    func data(_ key: String, _ value: String) throws(FileProblem) {
      text.add("<data key=\"\(key)\">")
      try text.add(escaping: value.utf8)
      text.add("</data>")
    }
    try declare(columns.description.map { ($0.name, .text) }, for: "graph")
    var actorColumns = columns.actors.map { ($0.name, $0.kind) }
    // A key that is declared keeps a column "label" from being taken for the names.
    if actors.names == nil, columns.actors.contains(where: { $0.name == "label" }) {
      actorColumns.append(("name", .text))
    }
    try declare(actorColumns, for: "node")
    try declare(columns.ties.map { ($0.name, $0.kind) }, for: "edge")

    let isDirected =
      if case .all(let isDirected) = ties.directions { isDirected } else { false }
    text.add("  <graph edgedefault=\"\(isDirected ? "directed" : "undirected")\">\n")
    for (position, entry) in columns.description.enumerated() {
      text.add("    ")
      try data("graph\(position)", entry.value)
      text.add("\n")
    }
    func cells(_ columns: [NamedColumn], _ owner: String, _ row: Int) throws(FileProblem) -> Bool {
      var isEmpty = true
      for (position, column) in columns.enumerated() {
        let value = column.cell(row)
        if value.isEmpty { continue }
        if isEmpty { text.add(">") }
        isEmpty = false
        try data("\(owner)\(position)", value)
      }
      return isEmpty
    }
    for actor in actors.indices {
      text.add("    <node id=\"")
      try text.add(escaping: actors.ids.utf8(at: actor))
      text.add("\"")
      text.add(try cells(columns.actors, "node", actor) ? "/>\n" : "</node>\n")
    }
    for tie in ties.indices {
      text.add("    <edge source=\"")
      try text.add(escaping: actors.ids.utf8(at: Int(ties.sources[tie])))
      text.add("\" target=\"")
      try text.add(escaping: actors.ids.utf8(at: Int(ties.targets[tie])))
      text.add(ties.isDirected(tie) == isDirected ? "\"" : "\" directed=\"\(!isDirected)\"")
      text.add(try cells(columns.ties, "edge", tie) ? "/>\n" : "</edge>\n")
    }
    text.add("  </graph>\n</graphml>\n")
    return text.bytes
  }
}

extension NetworkFormat {
  /// GraphML.
  static let graphML = NetworkFormat(
    name: "graphml", title: "GraphML", endings: ["graphml"],
    recognizes: { XMLRoot.name(in: $0) == "graphml" },
    read: { file, options, _ throws(FileProblem) in
      try GraphMLFormat.read(file, limits: options.limits)
    },
    write: { network, path throws(FileProblem) in
      try GraphMLFormat.written(network, path: path)
    })
}
