internal import NetworkData

/// Graphs of LEDA, which igraph writes too: types, counts, then a label a node and an edge a line.
///
/// - SeeAlso: LEDA Guide, The LEDA native graph file format.
struct LEDAFormat {
  private let file: FileBytes
  private var lines: TextLines
  private var last = 1

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - options: Bounds, and whether ties are directed of which nothing is said.
  /// - Returns: The network, and notes for the user.
  /// - Throws: ``FileProblem`` for the first line that is wrong.
  static func read(
    _ file: FileBytes, _ options: NetworkFile.Options
  ) throws(FileProblem) -> NetworkFile.Reading {
    let start = try Encoding.checkedStart(of: file)
    var reader = LEDAFormat(file: file, lines: TextLines(file, in: start..<file.count))
    return try reader.reading(options)
  }

  private init(file: FileBytes, lines: TextLines) {
    (self.file, self.lines) = (file, lines)
  }

  /// Returns the next line that is neither blank nor a comment.
  private mutating func next(_ what: Phrase) throws(FileProblem) -> TextLine {
    while let line = lines.next() {
      guard let first = line.firstByte, first != Ascii.hash else { continue }
      last = line.number
      return line
    }
    throw FileProblem(
      file.path, line: file.lastLine,
      Phrase("ends where \(what.english) should follow", "\(what.japanese)の前で終わっています"),
      advice: Phrase("the file is cut short, or a count is wrong", "ファイルが途中で切れているか、数が誤っています"))
  }

  private mutating func reading(
    _ options: NetworkFile.Options
  ) throws(FileProblem) -> NetworkFile.Reading {
    guard text(try next(Phrase("LEDA.GRAPH", "LEDA.GRAPH"))) == "LEDA.GRAPH" else {
      throw wrong(Phrase("the first line is not LEDA.GRAPH", "1行目が LEDA.GRAPH ではありません"))
    }
    _ = try next(Phrase("the type of nodes", "ノードの型"))
    let edgeType = text(try next(Phrase("the type of edges", "エッジの型")))
    var isDirected = options.isDirected
    var countLine = try next(Phrase("the number of nodes", "ノードの数"))
    // Old files do not say.
    if ["-1", "-2"].contains(text(countLine)) {
      isDirected = text(countLine) == "-1"
      countLine = try next(Phrase("the number of nodes", "ノードの数"))
    }
    let count = try count(countLine, Phrase("nodes", "ノード"), options.limits)
    var assembly = NetworkAssembly(
      path: file.path, distinctIDs: NumberColumn.counting(to: count), line: last)
    assembly.isDirectedWithoutTies = isDirected
    for node in 0..<count {
      let line = try next(Phrase("a node", "ノード"))
      let label = try label(of: line.bytes[...])
      if !label.isEmpty { assembly.actorCells.set(assembly.actorCells.column("name"), node, label) }
    }
    let edgeCountLine = try next(Phrase("the number of edges", "エッジの数"))
    let edgeCount = try self.count(edgeCountLine, Phrase("edges", "エッジ"), options.limits)
    let isWeight = ["int", "float", "double", "long", "short"].contains(edgeType)
    for _ in 0..<edgeCount {
      let line = try next(Phrase("an edge", "エッジ"))
      let words = line.bytes.split(maxSplits: 3, whereSeparator: Ascii.isBlank)
      let ends = words.prefix(2).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
      guard words.count == 4, ends.count == 2,
        ends.allSatisfy({ (1...max(count, 1)).contains($0) }),
        count > 0
      else {
        throw wrong(
          Phrase(
            "expected two nodes in 1..\(count), the reversal and a label",
            "1..\(count) のノード2つ、逆エッジ、ラベルを書くところです"))
      }
      let label = try label(of: words[3])
      let strength =
        isWeight && !label.isEmpty ? try assembly.strength(of: label, line: line.number) : .nan
      let tie = assembly.addTie(
        from: ends[0] - 1, to: ends[1] - 1, isDirected: isDirected, strength: strength,
        line: line.number)
      if !isWeight, !label.isEmpty {
        assembly.tieCells.set(assembly.tieCells.column("label"), tie, label)
      }
    }
    return assembly.reading()
  }

  private func text(_ line: TextLine) -> String {
    line.words.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private func count(
    _ line: TextLine, _ what: Phrase, _ limits: ReadingLimits
  ) throws(FileProblem) -> Int {
    let count = try NodeCount.parse(
      Array(line.words[0]), what, in: file, line: line.number, limits)
    // Each has a line of its own with a label, so nothing is made for those that cannot follow.
    guard count <= file.count / 4 else {
      throw wrong(
        Phrase(
          "\(count) \(what.english) are more than this file has lines for",
          "\(what.japanese)の数 \(count) は、このファイルの行数より多くなっています"))
    }
    return count
  }

  /// Returns what stands between `|{` and `}|`.
  private func label(of text: ArraySlice<UInt8>) throws(FileProblem) -> ArraySlice<UInt8> {
    let front = text.drop(while: Ascii.isBlank)
    let end = front.lastIndex { !Ascii.isBlank($0) }.map { $0 + 1 } ?? front.startIndex
    let label = front[..<end]
    guard label.count >= 4, label.starts(with: Array("|{".utf8)),
      label.suffix(2).elementsEqual(Array("}|".utf8))
    else {
      throw wrong(Phrase("expected a label such as |{x}|", "|{x}| のようなラベルを書くところです"))
    }
    return label.dropFirst(2).dropLast(2)
  }

  private func wrong(_ words: Phrase) -> FileProblem {
    FileProblem(
      file.path, line: last, words,
      advice: Phrase("this is no graph of LEDA, or it is damaged", "LEDA のグラフでないか、壊れています"))
  }
}

extension NetworkFormat {
  /// Graphs of LEDA.
  static let leda = NetworkFormat(
    name: "leda", title: "LEDA", endings: ["lgr", "gw", "leda"],
    recognizes: { $0.starts(with: Array("LEDA.GRAPH".utf8)) },
    read: { file, options, _ throws(FileProblem) in try LEDAFormat.read(file, options) })
}
