internal import GraphStructure
internal import NetworkData

/// The folder format: `network.yaml` (may be absent), `actors.csv` and `ties.csv`.
enum FolderFormat {
  /// Reads a folder.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - options: What is known of its tables.
  ///   - execution: How the work is carried out.
  /// - Returns: The network, with notes on what was found.
  /// - Throws: ``FileProblem`` for the first thing that is wrong.
  static func read(
    _ path: String, _ options: NetworkFile.Options, execution: Execution
  ) throws(FileProblem) -> NetworkFile.Reading {
    let folder = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    for name in ["actors.csv", "ties.csv"] where !FilePlace.exists("\(folder)/\(name)") {
      throw FileProblem(
        path, Phrase("holds no \(name)", "\(name) がありません"),
        advice:
          Phrase(
            "a network folder needs actors.csv (column id) and ties.csv (columns source, target)",
            "ネットワークのフォルダーには actors.csv（id 列）と ties.csv（source 列と target 列）が必要です")
      )
    }
    let yaml = "\(folder)/network.yaml"
    var description = NetworkDescription()
    var notes: [Phrase] = []
    if FilePlace.exists(yaml) {
      let opened = try TextRecoding.recoded(
        FileBytes(path: yaml), fallback: options.encoding, limits: options.limits)
      notes += opened.notes
      description = try NetworkYAML.read(opened.file)
    }
    func table(_ name: String) throws(FileProblem) -> Table {
      let opened = try TextRecoding.utf8(
        FileBytes(path: "\(folder)/\(name)"), encoding: options.encoding, limits: options.limits)
      notes += opened.notes
      return try Table(reading: opened.file, execution: execution)
    }
    let (actors, index) = try ActorTable.actors(of: table("actors.csv"))
    let ties = try TieTable.ties(
      of: table("ties.csv"), isDirected: options.isDirected,
      position: { index.position(of: $0) },
      unknownAdvice: { id in
        let meant = Spelling.nearest(to: id, in: actors.ids.lazy.prefix(100_000))
        return meant.map(FileProblem.quoted).map {
          Phrase(
            "did you mean \($0)? Else add it to actors.csv",
            "\($0) のことでしょうか。そうでなければ actors.csv に加えてください")
        } ?? Phrase("add it to actors.csv", "actors.csv に加えてください")
      })
    return NetworkFile.Reading(
      network: Network(description: description, actors: actors, ties: ties), notes: notes)
  }

  /// Writes a folder; each of its files is written whole or not at all.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - path: The folder, made unless it is there.
  /// - Throws: ``FileProblem`` if it cannot be written.
  static func write(_ network: Network, to path: String) throws(FileProblem) {
    let comment = SyntheticNote.comment(for: network.description)
    let yaml = NetworkYAML.written(network.description)
    // An older description must not stay beside a network that has none.
    let isReplaced = yaml.isEmpty && FilePlace.exists("\(path)/network.yaml")
    // All texts are ready before the first file is touched.
    let actors = try ActorTable.written(network.actors, for: "\(path)/actors.csv")
    let ties = try TieTable.written(network, for: "\(path)/ties.csv")
    let files = [
      ("network.yaml", isReplaced ? "{}\n" : yaml),
      ("actors.csv", comment + actors),
      ("ties.csv", comment + ties),
    ]
    try AtomicFile.makeFolder(path)
    for (name, text) in files where !text.isEmpty {
      try AtomicFile.write(Array(text.utf8), to: "\(path)/\(name)")
    }
  }
}
