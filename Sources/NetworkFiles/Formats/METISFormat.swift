internal import NetworkData

/// METIS: a line a vertex with its neighbors, each undirected tie at both of its ends.
///
/// Weights of vertices become attributes of actors, weights of edges strengths.
///
/// G. Karypis, METIS: A Software Package for Partitioning Unstructured Graphs, manual of version 5.1,
/// 2013, section 4.1.1.
enum METISFormat {
  /// Reads a graph.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - options: Bounds.
  /// - Returns: The network of actors `1`, `2` … *n*, and notes for the user.
  /// - Throws: ``FileProblem`` for the first line that is wrong.
  /// - Complexity: O(bytes + ties · log ties).
  static func read(
    _ file: FileBytes, _ options: NetworkFile.Options
  ) throws(FileProblem) -> NetworkFile.Reading {
    let start = try Encoding.checkedStart(of: file)
    var lines = TextLines(file, in: start..<file.count)
    let header = try METISHeader(&lines, file, options.limits)
    var assembly = NetworkAssembly(
      path: file.path, distinctIDs: NumberColumn.counting(to: header.count), line: header.line)
    var ends = EdgeEnds()
    var vertex = 0
    while vertex < header.count {
      guard let line = lines.next() else {
        throw FileProblem(
          file.path, line: file.lastLine,
          Phrase(
            "expected \(header.count) lines of vertices, found \(vertex)",
            "頂点の行が\(header.count)行必要ですが、\(vertex)行です"),
          advice: Phrase(
            "a vertex without neighbors has an empty line", "隣のない頂点には空の行を書いてください"))
      }
      if line.firstByte == Ascii.percent { continue }
      try readVertex(vertex, line, header, into: &assembly, &ends, file.path)
      vertex += 1
    }
    while let line = lines.next() {
      guard let first = line.firstByte, first != Ascii.percent else { continue }
      throw FileProblem(
        file.path, line: line.number,
        Phrase("more than \(header.count) lines of vertices", "頂点の行が\(header.count)行より多くあります"),
        advice: Phrase("check the number of vertices in the first line", "1行目の頂点の数を確かめてください"))
    }
    try ends.add(to: &assembly, header)
    return assembly.reading()
  }

  private static func readVertex(
    _ vertex: Int, _ line: TextLine, _ header: METISHeader, into assembly: inout NetworkAssembly,
    _ ends: inout EdgeEnds, _ path: String
  ) throws(FileProblem) {
    var words = line.bytes.split(whereSeparator: Ascii.isBlank)[...]
    for name in header.vertexColumns {
      guard let word = words.popFirst(), DecimalNumber.parse(word) != nil else {
        throw FileProblem(
          path, line: line.number,
          Phrase(
            "expected \(header.vertexColumns.count) weights of the vertex in front of its neighbors",
            "隣の頂点の前に、頂点の重みが\(header.vertexColumns.count)個必要です"),
          advice: Phrase("check the third number of the first line", "1行目の3番目の数を確かめてください"))
      }
      assembly.actorCells.set(assembly.actorCells.column(name), vertex, word)
    }
    while let word = words.popFirst() {
      let text = String(decoding: word, as: UTF8.self)
      guard let neighbor = Int(text), neighbor > 0, neighbor <= header.count else {
        throw FileProblem.noVertex(
          text, of: header.count, path, line: line.number,
          advice: Phrase("METIS counts from 1", "METIS では1から数えます"))
      }
      var strength = 1.0
      if header.hasEdgeWeights {
        guard let weight = words.popFirst().flatMap({ DecimalNumber.parse($0) }) else {
          throw FileProblem(
            path, line: line.number,
            Phrase(
              "vertex \(neighbor) has no weight behind it", "頂点 \(neighbor) の後に重みがありません"),
            advice: Phrase("write a neighbor, then the weight of the edge", "隣の頂点、辺の重みの順に書いてください"))
        }
        strength = weight
      }
      ends.add(vertex, neighbor - 1, strength, line.number)
    }
  }
}

/// The ends of edges, each of which a file gives at both vertices.
private struct EdgeEnds {
  private var keys: [UInt64] = []
  private var strengths: [Double] = []
  private var lines: [UInt32] = []

  mutating func add(_ vertex: Int, _ neighbor: Int, _ strength: Double, _ line: Int) {
    keys.append(UInt64(vertex) << 32 | UInt64(neighbor))
    strengths.append(strength)
    lines.append(UInt32(clamping: line))
  }

  /// Adds each edge once, after a look whether both of its ends tell the same.
  func add(
    to assembly: inout NetworkAssembly, _ header: METISHeader
  ) throws(FileProblem) {
    func swapped(_ key: UInt64) -> UInt64 { key << 32 | key >> 32 }
    let there = keys.indices.filter { keys[$0] >> 32 < keys[$0] & 0xFFFF_FFFF }
    let back = keys.indices.filter { keys[$0] >> 32 > keys[$0] & 0xFFFF_FFFF }
      .sorted { (swapped(keys[$0]), strengths[$0]) < (swapped(keys[$1]), strengths[$1]) }
    let forth = there.sorted { (keys[$0], strengths[$0]) < (keys[$1], strengths[$1]) }
    for place in 0..<max(forth.count, back.count) {
      let first = place < forth.count ? keys[forth[place]] : .max
      let second = place < back.count ? swapped(keys[back[place]]) : .max
      if first == second {
        guard strengths[forth[place]] == strengths[back[place]] else {
          throw problem(back[place], "of another weight at its other end", "の重みが両端で異なります", assembly)
        }
        continue
      }
      let lonely = first < second ? forth[place] : back[place]
      throw problem(lonely, "missing at its other end", "が反対側の頂点の行にありません", assembly)
    }
    let loops = keys.indices.filter { keys[$0] >> 32 == keys[$0] & 0xFFFF_FFFF }
    let kept = (there + loops).sorted()
    let edgeCount = kept.count
    if edgeCount != header.edgeCount {
      assembly.notes.append(
        Phrase(
          "\(assembly.path):\(header.line): the first line says \(header.edgeCount) edges, and "
            + "\(edgeCount) are there",
          "\(assembly.path):\(header.line)：1行目では辺が\(header.edgeCount)本ですが、実際には\(edgeCount)本あります"))
    }
    assembly.addTies(
      from: kept.map { UInt32(keys[$0] >> 32) },
      to: kept.map { UInt32(truncatingIfNeeded: keys[$0]) },
      isDirected: false, strengths: header.hasEdgeWeights ? kept.map { strengths[$0] } : [],
      line: header.line)
  }

  private func problem(
    _ place: Int, _ english: String, _ japanese: String, _ assembly: NetworkAssembly
  ) -> FileProblem {
    let (vertex, neighbor) = (keys[place] >> 32 + 1, keys[place] & 0xFFFF_FFFF + 1)
    return FileProblem(
      assembly.path, line: Int(lines[place]),
      Phrase(
        "the edge of \(vertex) and \(neighbor) is \(english)",
        "\(vertex) と \(neighbor) の辺\(japanese)"),
      advice: Phrase("METIS gives every edge at both of its ends", "METIS では、どの辺も両端の頂点の行に書きます"))
  }
}

extension NetworkFormat {
  /// Graphs for METIS, which are only read.
  ///
  /// Told by the name alone: three numbers in a first line may as well be a tie and its strength.
  static let metis = NetworkFormat(
    name: "metis", title: "METIS", endings: ["graph", "metis"],
    read: { file, options, _ throws(FileProblem) in try METISFormat.read(file, options) })
}
