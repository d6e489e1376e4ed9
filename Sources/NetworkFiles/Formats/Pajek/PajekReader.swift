internal import GraphStructure
internal import NetworkData

/// Makes one network of what a Pajek file holds.
struct PajekReader {
  let file: FileBytes
  let options: NetworkFile.Options
  let execution: Execution
  let project: PajekProject

  /// The network as far as it is read.
  var assembly: NetworkAssembly

  /// The vertices of each network of the file.
  let vertices: [PajekVertices]

  /// For each network the positions of its vertices among the actors, nil where they are the same.
  private var positions: [[UInt32]?] = []

  /// Whether a value of 1 may stand for none: in a matrix, and in front of parameters.
  var hasFillers = false

  /// Ties that stay within a mode, and where the first of them stands.
  var tiesWithinMode: (count: Int, line: Int)?

  /// Intervals that are no years, and where the first of them stands.
  var oddTimes: (count: Int, line: Int)?

  /// Reads the vertices of all networks.
  ///
  /// Vertices of several networks with the same label are one actor.
  ///
  /// - Throws: ``FileProblem`` for the first line that is wrong.
  init(
    _ project: PajekProject, _ file: FileBytes, _ options: NetworkFile.Options,
    _ execution: Execution
  ) throws(FileProblem) {
    (self.project, self.file, self.options, self.execution) = (project, file, options, execution)
    var vertices: [PajekVertices] = []
    for network in project.networks {
      vertices.append(try PajekVertices(network.vertices, in: file, options.limits))
    }
    self.vertices = vertices
    let first = vertices[0]
    let line = project.networks[0].vertices.line
    if vertices.allSatisfy({ $0.ids == first.ids }) {
      assembly = NetworkAssembly(path: file.path, distinctIDs: first.ids, line: line)
      positions = vertices.map { _ in nil }
    } else {
      try Self.checkLabels(vertices, project, file.path)
      var index = IDIndex()
      positions = vertices.map { vertices in
        vertices.ids.indices.map { index.add(vertices.ids.utf8(at: $0)).position }
      }
      assembly = NetworkAssembly(path: file.path, distinctIDs: index.ids, line: line)
    }
    assembly.notes = project.notes
    for (place, vertices) in vertices.enumerated() { takeCells(of: vertices, place) }
    markModes()
  }

  /// Returns the position of a vertex among the actors.
  ///
  /// - Parameters:
  ///   - vertex: The vertex, counted from 0.
  ///   - network: Which network it is of.
  /// - Returns: The position.
  func position(_ vertex: Int, in network: Int) -> Int {
    positions[network].map { Int($0[vertex]) } ?? vertex
  }

  /// Replaces vertices by their positions among the actors.
  func place(_ vertices: inout [UInt32], in network: Int) {
    guard let positions = positions[network] else { return }
    for index in vertices.indices { vertices[index] = positions[Int(vertices[index])] }
  }

  /// Tells what the network is about.
  mutating func describe(from start: Int) {
    let names = project.networks.map(\.name)
    assembly.description.synthetic = file.withSpan {
      SyntheticNote.sentence(in: $0, from: start, sign: "%")
    }
    guard names.count > 1 else {
      if !names[0].isEmpty { assembly.description.title = names[0] }
      return
    }
    let kinds = names.indices.map { kind(ofNetwork: $0, relation: "") }
    assembly.notes.append(
      Phrase(
        "\(file.path): \(names.count) networks, read as one with kinds of ties: "
          + kinds.joined(separator: ", "),
        "\(file.path)：\(names.count)個のネットワークを、つながりの種類で分けて1つに読み込みました："
          + kinds.joined(separator: "、")))
  }

  /// Returns the kind of ties of a network and a relation.
  func kind(ofNetwork network: Int, relation: String) -> String {
    guard project.networks.count > 1 else { return relation }
    let name = project.networks[network].name
    let called = name.isEmpty ? String(network + 1) : name
    return relation.isEmpty ? called : "\(called): \(relation)"
  }

  /// Returns the network of all that was read.
  consuming func reading() -> NetworkFile.Reading {
    if hasFillers { assembly.dropUnitStrengths() }
    let path = file.path
    if let (count, line) = tiesWithinMode {
      assembly.notes.append(
        Phrase(
          "\(path):\(line): both ends are in the same mode, as of \(count) ties of a two-mode network",
          "\(path):\(line)：2種類の主体のネットワークですが、同じ種類どうしのつながりが\(count)本あります"))
    }
    if let (count, line) = oddTimes {
      assembly.notes.append(
        Phrase(
          "\(path):\(line): times of \(count) ties are no years 1..9999: they are kept as the "
            + "attribute \"pajek_time\"",
          "\(path):\(line)：年（1～9999）として読めない期間がつながり\(count)本にあり、属性 \"pajek_time\" として残します"))
    }
    return assembly.reading()
  }

  /// Vertices are the same in several networks only if labels say so.
  private static func checkLabels(
    _ vertices: [PajekVertices], _ project: PajekProject, _ path: String
  ) throws(FileProblem) {
    for (place, vertices) in vertices.enumerated() where !vertices.areLabelled {
      let name = project.networks[place].name
      throw FileProblem(
        path, line: project.networks[place].vertices.line,
        Phrase(
          "\(project.networks.count) networks of different vertices, and those of "
            + "\(FileProblem.quoted(name)) have no labels of their own to tell them by",
          "頂点の異なる\(project.networks.count)個のネットワークがあり、\(FileProblem.quoted(name)) の頂点には、"
            + "見分けるための固有のラベルがありません"),
        advice: Phrase(
          "save each network as a .net of its own", "ネットワークを1つずつ .net として保存してください"))
    }
  }

  private mutating func takeCells(of vertices: PajekVertices, _ network: Int) {
    assembly.notes += network == 0 || positions[network] != nil ? vertices.notes : []
    for column in vertices.cells.columns {
      let handle = assembly.actorCells.column(column.name)
      for (row, text) in column.cells where !text.isEmpty {
        assembly.actorCells.set(handle, position(row, in: network), text)
      }
    }
    if let names = vertices.names {
      let handle = assembly.actorCells.column("name")
      for vertex in names.indices {
        assembly.actorCells.set(handle, position(vertex, in: network), names.utf8(at: vertex))
      }
    }
  }

  private mutating func markModes() {
    guard let firstMode = vertices[0].firstMode,
      vertices.allSatisfy({ $0.firstMode == firstMode && $0.ids == vertices[0].ids })
    else { return }
    assembly.markModes(firstCount: firstMode)
  }
}
