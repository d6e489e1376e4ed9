internal import NetworkData

/// JSON for networks: node-link of networkx and d3, elements of Cytoscape, graphology.
///
/// Members of nodes and edges are columns; those of objects in them under both names. The number
/// `weight` is the strength; without one anywhere, `value` is, as in d3. Nodes without `id` are called
/// by their places, as in old files of d3, or by their names where no two are the same. What is
/// written has a node or an edge a line; made-up data is told in the first.
enum JSONFormat {
  static func read(
    _ file: FileBytes, _ options: NetworkFile.Options
  ) throws(FileProblem) -> NetworkFile.Reading {
    let document = try JSONDocument(reading: file, limits: options.limits)
    var reader = JSONReader(document, options)
    return try reader.reading()
  }

  /// Returns a network in the node-link form of networkx, which d3 reads too.
  static func nodeLink(_ network: Network) -> [UInt8] {
    let parts = Parts(network)
    var text = "{\(parts.graph("graph")),\n\"nodes\": [\n"
    text += parts.nodes { "{\"id\": \($0)\($1)}" } + "\n],\n\"edges\": [\n"
    text += parts.edges { "{\"source\": \($0), \"target\": \($1)\($2)}" } + "\n]}\n"
    return Array(text.utf8)
  }

  /// Returns a network in the form of Cytoscape.
  static func cytoscape(_ network: Network) -> [UInt8] {
    let parts = Parts(network)
    var text = "{\(parts.graph("data")),\n\"elements\": {\"nodes\": [\n"
    text += parts.nodes { "{\"data\": {\"id\": \($0)\($1)}}" } + "\n],\n\"edges\": [\n"
    text += parts.edges { "{\"data\": {\"source\": \($0), \"target\": \($1)\($2)}}" } + "\n]}}\n"
    return Array(text.utf8)
  }

  /// Returns a network in the form of graphology.
  ///
  /// - SeeAlso: https://graphology.github.io/serialization.html
  static func graphology(_ network: Network) -> [UInt8] {
    let parts = Parts(network)
    func object(_ members: String) -> String { "{\(members.dropFirst(2))}" }
    var text = "{\"attributes\": {\(parts.description)},\n\"options\": {\"type\": "
    text += "\"\(parts.isMixed ? "mixed" : parts.isDirected ? "directed" : "undirected")\", "
    text += "\"multi\": \(parts.columns.hasParallels), \"allowSelfLoops\": true},\n\"nodes\": [\n"
    text += parts.nodes { "{\"key\": \($0), \"attributes\": \(object($1))}" }
    text += "\n],\n\"edges\": [\n"
    text += parts.edges(naming: { $0 ? "" : ", \"undirected\": true" }) {
      "{\"source\": \($0), \"target\": \($1)\($2), \"attributes\": \(object($3))}"
    }
    return Array((text + "\n]}\n").utf8)
  }

  /// The parts of a file that all forms have.
  private struct Parts {
    let network: Network
    let columns: NamedColumns

    init(_ network: Network) {
      self.network = network
      columns = NamedColumns(network, texts: ["weight", "value"])
    }

    var isMixed: Bool {
      if case .each = network.ties.directions { true } else { false }
    }

    var isDirected: Bool {
      if case .all(let isDirected) = network.ties.directions { isDirected } else { false }
    }

    /// Title, source and the like; first of all whether the data is made up.
    var description: String {
      columns.description.sorted { first, _ in first.name == "synthetic" }
        .map { "\(JSONText.quoted($0.name)): \(JSONText.quoted($0.value))" }
        .joined(separator: ", ")
    }

    /// What is said of the whole: the description first, as it may say that data is made up.
    func graph(_ name: String) -> String {
      "\"\(name)\": {\(description)}, \"directed\": \(isDirected), "
        + "\"multigraph\": \(columns.hasParallels)"
    }

    func nodes(_ written: (String, String) -> String) -> String {
      let actors = network.actors
      let needsName = actors.names == nil && columns.actors.contains { $0.name == "label" }
      return actors.indices.map { actor in
        // A member "name" keeps a column "label" from being taken for the names.
        let name = needsName ? ", \"name\": null" : ""
        return written(
          JSONText.quoted(actors.ids[actor]), name + members(columns.actors, actor))
      }.joined(separator: ",\n")
    }

    func edges(_ written: (String, String, String) -> String) -> String {
      func direction(_ isDirected: Bool) -> String {
        isMixed ? ", \"direction\": \"\(isDirected ? "directed" : "undirected")\"" : ""
      }
      return edges(naming: direction) { written($0, $1, $2 + $3) }
    }

    func edges(
      naming direction: (_ isDirected: Bool) -> String,
      _ written: (_ source: String, _ target: String, _ direction: String, _ members: String)
        -> String
    ) -> String {
      let (actors, ties) = (network.actors, network.ties)
      return ties.indices.map { tie in
        written(
          JSONText.quoted(actors.ids[Int(ties.sources[tie])]),
          JSONText.quoted(actors.ids[Int(ties.targets[tie])]),
          direction(ties.isDirected(tie)), members(columns.ties, tie))
      }.joined(separator: ",\n")
    }

    private func members(_ columns: [NamedColumn], _ row: Int) -> String {
      var members = ""
      for column in columns {
        let value = column.cell(row)
        // The first row names all columns, in their order.
        if value.isEmpty, !(row == 0 && column.isLate) { continue }
        let written =
          value.isEmpty ? "null" : column.kind == .text ? JSONText.quoted(value) : value
        members += ", \(JSONText.quoted(column.name)): \(written)"
      }
      return members
    }
  }

  /// Whether a file begins as JSON does that holds a network.
  static func begins(_ beginning: [UInt8], as words: [String]) -> Bool {
    let first = beginning.first { !Ascii.isBlank($0) && !Ascii.endsLine($0) }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return false }
    let text = String(decoding: beginning, as: UTF8.self)
    return words.contains { text.contains("\"\($0)\"") }
  }
}

extension NetworkFormat {
  /// JSON, written as networkx and d3 read it.
  static let json = NetworkFormat(
    name: "json", title: "JSON", endings: ["json"],
    recognizes: {
      JSONFormat.begins($0, as: ["nodes", "links", "edges"])
        && !JSONFormat.begins($0, as: ["elements"])
    },
    declaredEncoding: { Encoding.beginsInUTF8($0) ? .utf8 : nil },
    read: { file, options, _ throws(FileProblem) in try JSONFormat.read(file, options) },
    write: { network, _ in JSONFormat.nodeLink(network) })

  /// JSON, written as Cytoscape reads it.
  static let cytoscape = NetworkFormat(
    name: "cyjs", title: "Cytoscape JSON", endings: ["cyjs"],
    recognizes: { JSONFormat.begins($0, as: ["elements"]) },
    declaredEncoding: { Encoding.beginsInUTF8($0) ? .utf8 : nil },
    read: { file, options, _ throws(FileProblem) in try JSONFormat.read(file, options) },
    write: { network, _ in JSONFormat.cytoscape(network) })

  /// JSON, written as graphology reads it, for Sigma and Gephi Lite; read as any other JSON.
  static let graphology = NetworkFormat(
    name: "graphology", title: "graphology JSON", endings: ["graphology"],
    declaredEncoding: { Encoding.beginsInUTF8($0) ? .utf8 : nil },
    read: { file, options, _ throws(FileProblem) in try JSONFormat.read(file, options) },
    write: { network, _ in JSONFormat.graphology(network) })
}
