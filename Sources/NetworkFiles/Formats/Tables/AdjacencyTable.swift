internal import NetworkData

/// Reads lists of an actor and all its neighbors a line; the first names the actor.
enum AdjacencyTable {
  /// Reads a list.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - sample: Its first records.
  ///   - options: What is known of the file.
  /// - Returns: The network, and notes for the user.
  /// - Throws: ``FileProblem`` for a cell that is empty.
  static func read(
    _ file: FileBytes, _ sample: TableSample, _ options: NetworkFile.Options
  ) throws(FileProblem) -> NetworkFile.Reading {
    var scanner = RecordScanner(
      path: file.path, position: sample.start, separator: sample.separator)
    scanner.line = file.line(at: sample.start)
    var assembly = NetworkAssembly(path: file.path)
    while true {
      var cells = TextColumn()
      let isRecord = try file.withSpan { (bytes) throws(FileProblem) in
        try scanner.next(in: bytes, into: &cells)
      }
      guard isRecord else { break }
      let line = scanner.recordLine
      guard !cells.contains("") else {
        throw FileProblem(
          file.path, line: line, Phrase("an actor is empty", "主体が空です"),
          advice: Phrase("name an actor, then its neighbors", "主体と、その相手を書いてください"))
      }
      let source = assembly.mentionActor(cells.utf8(at: 0), line: line)
      for neighbor in cells.indices.dropFirst() {
        assembly.addTie(
          from: source, to: assembly.mentionActor(cells.utf8(at: neighbor), line: line),
          isDirected: options.isDirected, line: line)
      }
    }
    assembly.notes.append(
      Phrase(
        "\(file.path): read as lists of an actor and its neighbors",
        "\(file.path)：各行を、主体とその相手の並びとして読みました"))
    return assembly.reading()
  }
}
