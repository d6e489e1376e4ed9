internal import GraphStructure
internal import NetworkData

/// Pajek: networks (`.net`), matrices (`.mat`) and projects of several networks (`.paj`).
///
/// A vertex is called by its label where labels are distinct, else by its number. `*Arcs` are
/// directed ties and `*Edges` undirected ones, and a `*Matrix` is read as `MatrixCells` says. The
/// relations of a file, and the networks of a project, become kinds of ties; intervals of time become
/// dates, a tie for each interval; partitions and vectors, in the project or in a `.clu` or `.vec`
/// beside the file, become attributes of actors, and so do coordinates and what is drawn how.
///
/// A. Mrvar and V. Batagelj, Pajek: Programs for Analysis and Visualization of Very Large Networks,
/// Reference Manual, 2024.
enum PajekFormat {
  /// Reads a network.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - options: What is known of it, and bounds.
  ///   - execution: How the work is carried out.
  /// - Returns: The network, and notes for the user.
  /// - Throws: ``FileProblem`` for the first line that is wrong.
  /// - Complexity: O(bytes).
  static func read(
    _ file: FileBytes, _ options: NetworkFile.Options, _ execution: Execution
  ) throws(FileProblem) -> NetworkFile.Reading {
    let start = try Encoding.checkedStart(of: file)
    let project = try PajekProject(file, from: start, options.limits)
    var reader = try PajekReader(project, file, options, execution)
    reader.describe(from: start)
    for (place, network) in project.networks.enumerated() {
      for section in network.ties { try reader.readTies(section, ofNetwork: place) }
    }
    for values in project.values { try reader.readValues(values) }
    reader.readNeighbors()
    return reader.reading()
  }
}

extension NetworkFormat {
  /// Networks of Pajek.
  static let pajek = NetworkFormat(
    name: "pajek", title: "Pajek",
    endings: ["net", "paj", "mat", "pajek"],
    recognizes: { beginning in
      let text = String(decoding: beginning, as: UTF8.self).lowercased()
      return text.split(whereSeparator: \.isNewline).contains { line in
        ["*vertices", "*nodes", "*network"].contains { line.drop { $0 == " " }.hasPrefix($0) }
      } && !text.contains("*node data")
    },
    read: { file, options, execution throws(FileProblem) in
      try PajekFormat.read(file, options, execution)
    },
    write: { network, path throws(FileProblem) in
      try PajekFormat.written(network, for: path)
    },
    holds: [
      .description, .synthetic, .isolates, .actorKinds, .actorAttributes, .tieKinds, .directed,
      .mixedDirections, .strengths, .dates, .tieAttributes, .parallelTies, .loops,
    ],
    furtherLosses: PajekFormat.losses)

  /// Values of vertices, which are read with the network beside them.
  static let pajekValues = NetworkFormat(
    name: "clu", title: "Pajek partition or vector", endings: ["clu", "vec", "per"],
    read: { file, _, _ throws(FileProblem) in
      throw FileProblem(
        file.path,
        Phrase("holds values of vertices, not a network", "頂点の値だけで、ネットワークではありません"),
        advice: Phrase(
          "name the .net file beside it: its values are read with that",
          "同じ場所にある .net ファイルを指定してください。値も一緒に読み込みます"))
    })
}
