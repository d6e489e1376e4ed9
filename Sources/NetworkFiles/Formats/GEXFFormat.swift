internal import NetworkData

/// GEXF 1.1 to 1.3, as Gephi, networkx and graphology write it; 1.3 is written.
///
/// Values are columns under the titles of their attributes, and so is what `viz` says of the look.
/// The label is the name. Times of an edge are the dates of its tie. Hierarchy is flattened: the
/// column `within` names the parent of a node.
enum GEXFFormat {
  static let creator = "KnowWho"

  static func read(
    _ file: FileBytes, limits: ReadingLimits
  ) throws(FileProblem) -> NetworkFile.Reading {
    var reader = GEXFReader(path: file.path, limits: limits)
    let notes = try XMLFile.read(file, limits: limits, to: &reader)
    return try reader.reading(adding: notes)
  }

  static func written(_ network: Network, path: String) throws(FileProblem) -> [UInt8] {
    // Kinds and strengths of ties have a place of their own.
    let columns = NamedColumns(network)
    let own: Set = ["kind", "weight"]
    let tieColumns = columns.ties.filter { !(own.contains($0.name) && isOwn($0, of: network)) }
    let (actors, ties) = (network.actors, network.ties)
    var text = XMLText(path: path, network.description)
    text.add("<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n  <meta>\n")
    text.add("    <creator>\(creator)</creator>\n")
    for (name, value) in columns.description {
      text.add("    <\(name)>")
      try text.add(escaping: value.utf8)
      text.add("</\(name)>\n")
    }
    let isDirected =
      if case .all(let isDirected) = ties.directions { isDirected } else { false }
    text.add("  </meta>\n  <graph defaultedgetype=\"\(isDirected ? "directed" : "undirected")\"")
    text.add(ties.haveDates ? " mode=\"dynamic\" timeformat=\"date\">\n" : ">\n")
    func attribute(_ name: String, _ value: some Sequence<UInt8>) throws(FileProblem) {
      text.add(" \(name)=\"")
      try text.add(escaping: value)
      text.add("\"")
    }
    for (owner, columns) in [("node", columns.actors), ("edge", tieColumns)] where !columns.isEmpty
    {
      text.add("    <attributes class=\"\(owner)\">\n")
      for (position, column) in columns.enumerated() {
        text.add("      <attribute id=\"\(position)\"")
        try attribute("title", column.name.utf8)
        let type =
          switch column.kind {
          case .text: "string"
          case .integer: "long"
          case .real: "double"
          }
        text.add(" type=\"\(type)\"/>\n")
      }
      text.add("    </attributes>\n")
    }
    func values(_ columns: [NamedColumn], _ row: Int, _ name: String) throws(FileProblem) {
      var isEmpty = true
      for (position, column) in columns.enumerated() {
        let value = column.cell(row)
        if value.isEmpty { continue }
        if isEmpty { text.add("><attvalues>") }
        isEmpty = false
        text.add("<attvalue for=\"\(position)\"")
        try attribute("value", value.utf8)
        text.add("/>")
      }
      text.add(isEmpty ? "/>\n" : "</attvalues></\(name)>\n")
    }
    text.add("    <nodes>\n")
    for actor in actors.indices {
      text.add("      <node")
      try attribute("id", actors.ids.utf8(at: actor))
      try attribute("label", actors.name(actor).utf8)
      try values(columns.actors, actor, "node")
    }
    text.add("    </nodes>\n    <edges>\n")
    for tie in ties.indices {
      text.add("      <edge id=\"\(tie)\"")
      try attribute("source", actors.ids.utf8(at: Int(ties.sources[tie])))
      try attribute("target", actors.ids.utf8(at: Int(ties.targets[tie])))
      if ties.isDirected(tie) != isDirected {
        text.add(" type=\"\(isDirected ? "undirected" : "directed")\"")
      }
      for column in columns.ties where own.contains(column.name) && isOwn(column, of: network) {
        let value = column.cell(tie)
        if !value.isEmpty { try attribute(column.name, value.utf8) }
      }
      // When the tie may have been alive; the columns tell the rest.
      if let start = ties.dates.beganFrom?[tie] {
        text.add(" start=\"\(day(start.earliestDay))\"")
      }
      if let end = ties.dates.endedTo?[tie] { text.add(" end=\"\(day(end.latestDay))\"") }
      try values(tieColumns, tie, "edge")
    }
    text.add("    </edges>\n  </graph>\n</gexf>\n")
    return text.bytes
  }

  /// Whether a column is the kinds or the strengths, and no attribute of that name.
  private static func isOwn(_ column: NamedColumn, of network: Network) -> Bool {
    !network.ties.attributes.contains { $0.name == column.name }
  }

  private static func day(_ day: Int) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(day / 10_000, 4))-\(padded(day / 100 % 100, 2))-\(padded(day % 100, 2))"
  }
}

extension NetworkFormat {
  /// GEXF.
  static let gexf = NetworkFormat(
    name: "gexf", title: "GEXF", endings: ["gexf"],
    recognizes: { XMLRoot.name(in: $0) == "gexf" },
    read: { file, options, _ throws(FileProblem) in
      try GEXFFormat.read(file, limits: options.limits)
    },
    write: { network, path throws(FileProblem) in
      try GEXFFormat.written(network, path: path)
    })
}
