internal import NetworkData

/// SIF, the simple interaction format of Cytoscape: `A relation B C …` a line, or an actor alone.
///
/// The relation is the kind of the ties. Tabs separate where a line has any, so that names may hold
/// blanks.
///
/// - SeeAlso: Cytoscape User Manual, Supported network file formats.
enum SIFFormat {
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
    for line in TextLines(file, in: start..<file.count) where !line.isBlank {
      let words = line.wordsBetweenTabs
      guard words.count != 2, !words.contains(where: \.isEmpty) else {
        throw FileProblem(
          file.path, line: line.number,
          Phrase(
            "expected an actor, a relation and other actors, found \(words.count) words",
            "主体、関係、相手の順に書くところですが、語が\(words.count)個です"),
          advice: Phrase("write A relation B, or an actor alone", "「A 関係 B」か、主体だけを書いてください"))
      }
      let source = assembly.mentionActor(words[0], line: line.number)
      for target in words.dropFirst(2) {
        let tie = assembly.addTie(
          from: source, to: assembly.mentionActor(target, line: line.number),
          isDirected: options.isDirected, line: line.number)
        assembly.tieCells.set(assembly.tieCells.column("kind"), tie, words[1])
      }
    }
    return assembly.reading()
  }
}

extension TextLine {
  /// The words between runs of blanks.
  var words: [ArraySlice<UInt8>] { bytes.split(whereSeparator: Ascii.isBlank) }

  /// The texts between tabs if there is one, else the words.
  var wordsBetweenTabs: [ArraySlice<UInt8>] {
    guard bytes.contains(Ascii.tab) else { return words }
    return bytes.split(separator: Ascii.tab, omittingEmptySubsequences: false).map { text in
      let front = text.drop(while: Ascii.isBlank)
      return front[..<(front.lastIndex { !Ascii.isBlank($0) }.map { $0 + 1 } ?? front.startIndex)]
    }
  }
}

extension NetworkFormat {
  /// Interactions of Cytoscape.
  static let sif = NetworkFormat(
    name: "sif", title: "SIF", endings: ["sif"],
    read: { file, options, _ throws(FileProblem) in try SIFFormat.read(file, options) })
}
