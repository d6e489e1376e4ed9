internal import NetworkData

/// TGF, the trivial graph format of yEd: an id and a name a line, a line `#`, then two ids and a name.
enum TGFFormat {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - options: What is known of it.
  /// - Returns: The network, and notes for the user.
  /// - Throws: ``FileProblem`` for the first line that is wrong.
  static func read(
    _ file: FileBytes, _ options: NetworkFile.Options
  ) throws(FileProblem) -> NetworkFile.Reading {
    let start = try Encoding.checkedStart(of: file)
    var assembly = NetworkAssembly(path: file.path)
    var isBelowNodes = false
    for line in TextLines(file, in: start..<file.count) where !line.isBlank {
      if line.firstByte == Ascii.hash, line.words.count == 1, line.words[0].count == 1 {
        isBelowNodes = true
        continue
      }
      let words = line.bytes.split(
        maxSplits: isBelowNodes ? 2 : 1, whereSeparator: Ascii.isBlank)
      guard isBelowNodes else {
        let actor = try assembly.declareActor(words[0], line: line.number)
        if words.count > 1 { set("name", words[1], of: actor, in: &assembly.actorCells) }
        continue
      }
      var ends: [Int] = []
      for word in words.prefix(2) {
        guard let actor = assembly.position(of: word) else { break }
        ends.append(actor)
      }
      guard ends.count == 2 else {
        throw FileProblem(
          file.path, line: line.number,
          Phrase(
            "expected the ids of two nodes above the line #", "# の行より上にあるノードの id を2つ書くところです"),
          advice: Phrase("declare the node, or mend the id", "ノードを書き加えるか、id を直してください"))
      }
      let tie = assembly.addTie(
        from: ends[0], to: ends[1], isDirected: options.isDirected, line: line.number)
      if words.count > 2 { set("label", words[2], of: tie, in: &assembly.tieCells) }
    }
    guard isBelowNodes else {
      throw FileProblem(
        file.path, line: file.lastLine, Phrase("the line # is missing", "# の行がありません"),
        advice: Phrase("write # between nodes and edges", "ノードとエッジの間に # の行を書いてください"))
    }
    return assembly.reading()
  }

  private static func set(
    _ name: String, _ text: ArraySlice<UInt8>, of row: Int, in cells: inout SparseTable
  ) {
    guard let end = text.lastIndex(where: { !Ascii.isBlank($0) }) else { return }
    cells.set(cells.column(name), row, text[...end])
  }
}

extension NetworkFormat {
  /// Trivial graph format.
  static let tgf = NetworkFormat(
    name: "tgf", title: "TGF", endings: ["tgf"],
    read: { file, options, _ throws(FileProblem) in try TGFFormat.read(file, options) })
}
