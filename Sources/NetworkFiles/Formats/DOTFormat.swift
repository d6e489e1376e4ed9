internal import NetworkData

/// DOT, the language of Graphviz, with the data of a network rather than its looks.
///
/// It is read by a parser of our own: libcgraph reads into memory that is not safe against hostile
/// files, tells no more than a line, and knows no bound. Attributes are columns, `label` is the name,
/// a number `weight` the strength, and the column `subgraph` names the subgraphs that a node is in.
/// A tie without direction in a `digraph` has `dir=none`.
enum DOTFormat {
  static func read(
    _ file: FileBytes, limits: ReadingLimits
  ) throws(FileProblem) -> NetworkFile.Reading {
    let start = try Encoding.checkedStart(of: file)
    return try file.withSpan { bytes throws(FileProblem) in
      var reader = DOTReader(path: file.path, limits: limits, from: start)
      try reader.read(bytes)
      return try reader.reading()
    }
  }

  static func written(_ network: Network, path: String) throws(FileProblem) -> [UInt8] {
    let columns = NamedColumns(network)
    let (actors, ties) = (network.actors, network.ties)
    let isDirected =
      switch ties.directions {
      case .all(let isDirected): isDirected
      case .each: true
      }
    let comment = SyntheticNote.comment(for: network.description)
    var text = comment + (isDirected ? "digraph {\n" : "graph {\n")
    for (name, value) in columns.description {
      text += "  \(name)=\(try quoted(value, for: path))\n"
    }
    // Names are what Graphviz shows, unless an attribute is; a column "name" or "strength" that is
    // declared keeps "label" and "weight" from being taken for them.
    let hasLabel = columns.actors.contains { $0.name == "label" }
    if hasLabel, actors.names == nil { text += "  node [name=\"\"]\n" }
    if ties.strengths == nil, columns.ties.contains(where: { $0.name == "weight" }) {
      text += "  edge [strength=\"\"]\n"
    }
    func list(_ columns: [NamedColumn], _ row: Int, _ first: [String]) throws(FileProblem) -> String
    {
      var list = first
      for column in columns {
        let value = column.cell(row)
        // The first row names all columns, in their order.
        if value.isEmpty, !(row == 0 && column.isLate) { continue }
        let isShown = column.name == "label" || column.name == "name" && !hasLabel
        let name = isShown ? "label" : try quoted(column.name, for: path)
        list.append("\(name)=\(try quoted(isShown ? label(value) : value, for: path))")
      }
      return list.isEmpty ? "\n" : " [\(list.joined(separator: ", "))]\n"
    }
    for actor in actors.indices {
      text += "  \(try quoted(actors.ids[actor], for: path))"
      text += try list(columns.actors, actor, [])
    }
    for tie in ties.indices {
      let (source, target) = (Int(ties.sources[tie]), Int(ties.targets[tie]))
      text += "  \(try quoted(actors.ids[source], for: path)) \(isDirected ? "->" : "--") "
      text += try quoted(actors.ids[target], for: path)
      let way = isDirected && !ties.isDirected(tie) ? ["dir=none"] : []
      text += try list(columns.ties, tie, way)
    }
    return Array((text + "}\n").utf8)
  }

  /// Returns a text as a label, in which backslashes and entities have a meaning.
  private static func label(_ text: String) -> String {
    var label = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": label += "\\\\"
      case "&": label += "&amp;"
      // At the end of a label "\n" means nothing.
      case "\n": label += "&#10;"
      default: label.unicodeScalars.append(scalar)
      }
    }
    return label
  }

  /// Returns a text in quotes.
  ///
  /// - Throws: ``FileProblem`` for a backslash at the end, before a quote or before a line end, which
  ///   DOT has no way to write unless there are two.
  private static func quoted(_ text: String, for path: String) throws(FileProblem) -> String {
    var quoted = "\""
    var hasOddBackslash = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": hasOddBackslash.toggle()
      case "\"", "\n", "\r":
        guard !hasOddBackslash else { throw backslash(text, path) }
        if scalar == "\"" { quoted += "\\" }
      default: hasOddBackslash = false
      }
      quoted.unicodeScalars.append(scalar)
    }
    guard !hasOddBackslash else { throw backslash(text, path) }
    return quoted + "\""
  }

  private static func backslash(_ text: String, _ path: String) -> FileProblem {
    FileProblem(
      path,
      Phrase(
        "DOT cannot hold \(FileProblem.quoted(text)), where a backslash stands before a quote or the end",
        "引用符や末尾の直前にバックスラッシュがある \(FileProblem.quoted(text)) は、DOT に書き込めません"),
      advice: Phrase("write another format", "別の形式で書き出してください"))
  }
}

extension NetworkFormat {
  /// DOT.
  static let dot = NetworkFormat(
    name: "dot", title: "DOT", endings: ["dot", "gv"],
    recognizes: { beginning in
      String(decoding: beginning, as: UTF8.self)
        .firstMatch(of: /^\s*(strict\s+)?(di)?graph\b[^\[\]]*?\{/.ignoresCase()) != nil
    },
    declaredEncoding: { beginning in
      let text = String(decoding: beginning, as: UTF8.self)
      let match = text.firstMatch(of: /\bcharset"?\s*=\s*"?([A-Za-z0-9._-]+)/.ignoresCase())
      if let match { return TextEncoding(named: String(match.1)) }
      return Encoding.beginsInUTF8(beginning) ? .utf8 : nil
    },
    read: { file, options, _ throws(FileProblem) in
      try DOTFormat.read(file, limits: options.limits)
    },
    write: { network, path throws(FileProblem) in
      try DOTFormat.written(network, path: path)
    })
}
