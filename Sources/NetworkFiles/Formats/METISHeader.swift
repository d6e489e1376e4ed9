internal import NetworkData

/// The first line of a METIS file: vertices, edges, and what weights there are.
struct METISHeader {
  /// The number of vertices.
  let count: Int
  /// The number of edges.
  let edgeCount: Int
  /// The names of the attributes that the numbers in front of neighbors are.
  let vertexColumns: [String]
  /// Whether a weight stands behind each neighbor.
  let hasEdgeWeights: Bool
  /// Where it stands.
  let line: Int

  /// Reads the header.
  ///
  /// - Parameters:
  ///   - lines: Stands at the start of the file; moved behind the header.
  ///   - file: The file.
  ///   - limits: Bounds.
  /// - Throws: ``FileProblem`` if there is none.
  init(
    _ lines: inout TextLines, _ file: FileBytes, _ limits: ReadingLimits
  ) throws(FileProblem) {
    var header: TextLine?
    while header == nil, let line = lines.next() {
      if let first = line.firstByte, first != Ascii.percent { header = line }
    }
    let words = (header?.bytes ?? []).split(whereSeparator: Ascii.isBlank).map {
      String(decoding: $0, as: UTF8.self)
    }
    line = header?.number ?? 1
    let format = words.count > 2 ? words[2] : "0"
    guard (2...4).contains(words.count), let edgeCount = Int(words[1]), edgeCount >= 0,
      format.utf8.count <= 3, format.utf8.allSatisfy({ $0 == 0x30 || $0 == 0x31 }),
      let weights = Int(words.count > 3 ? words[3] : "1"), (0...100).contains(weights)
    else {
      throw FileProblem(
        file.path, line: line,
        Phrase(
          "expected the numbers of vertices and edges, and what weights there are (such as \"34 78 0\")",
          "頂点の数、辺の数、重みの種類（「34 78 0」など）が必要です"),
        advice: Phrase("write them in the first line", "1行目に書いてください"))
    }
    count = try NodeCount.parse(
      Array(words[0].utf8), Phrase("vertices", "頂点"), in: file, line: line, limits)
    self.edgeCount = edgeCount
    let flags = Array((String(repeating: "0", count: 3 - format.utf8.count) + format).utf8)
    hasEdgeWeights = flags[2] == 0x31
    let weightCount = flags[1] == 0x31 ? weights : 0
    vertexColumns =
      (flags[0] == 0x31 ? ["size"] : [])
      + (weightCount == 1 ? ["weight"] : (0..<weightCount).map { "weight\($0 + 1)" })
  }
}
