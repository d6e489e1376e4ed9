internal import NetworkData

/// LGL, the lists of Large Graph Layout, which igraph writes too: a line `# actor`, then its neighbors,
/// one a line, each with a strength or not.
enum LGLFormat {
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
    var source: Int?
    for line in TextLines(file, in: start..<file.count) where !line.isBlank {
      let words = line.words
      if words[0].first == Ascii.hash {
        let name = words[0].count > 1 ? words[0].dropFirst() : words.dropFirst().first
        guard let name, words.count <= 2 else {
          throw wrong(line, Phrase("expected # and an actor", "# と主体を書くところです"), file)
        }
        source = assembly.mentionActor(name, line: line.number)
        continue
      }
      guard let source, words.count <= 2 else {
        throw wrong(
          line, Phrase("expected a neighbor and perhaps its strength", "相手と、必要なら強さを書くところです"),
          file)
      }
      let target = assembly.mentionActor(words[0], line: line.number)
      let strength =
        words.count > 1 ? try assembly.strength(of: words[1], line: line.number) : .nan
      assembly.addTie(
        from: source, to: target, isDirected: options.isDirected, strength: strength,
        line: line.number)
    }
    return assembly.reading()
  }

  private static func wrong(_ line: TextLine, _ words: Phrase, _ file: FileBytes) -> FileProblem {
    FileProblem(
      file.path, line: line.number, words,
      advice: Phrase(
        "write \"# A\", and below it its neighbors, one a line", "「# A」の下に、A の相手を1行に1つずつ書いてください"))
  }

  /// Whether lines that begin with `#` name actors and are no comments: one word each, with one or two
  /// words on the lines between them.
  ///
  /// - Parameter lines: The first lines.
  /// - Returns: `true` for such a list.
  static func isMeant(by lines: [TextLine]) -> Bool {
    guard let first = lines.first(where: { !$0.isBlank }), first.firstByte == Ascii.hash else {
      return false
    }
    var wasNeighbor = false
    var isAlternating = false
    for line in lines where !line.isBlank {
      let words = line.words
      guard words.count <= 2 else { return false }
      let isActor = words[0].first == Ascii.hash
      if isActor, words.count != 2 || words[0].count > 1 { return false }
      isAlternating = isAlternating || isActor && wasNeighbor
      wasNeighbor = !isActor
    }
    return isAlternating
  }
}

extension NetworkFormat {
  /// Lists of Large Graph Layout.
  static let lgl = NetworkFormat(
    name: "lgl", title: "LGL", endings: ["lgl"],
    read: { file, options, _ throws(FileProblem) in try LGLFormat.read(file, options) })
}
