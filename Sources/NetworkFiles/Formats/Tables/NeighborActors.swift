internal import NetworkData

/// Joins the table of actors that lies beside a table of ties: `x_nodes.csv` beside `x_edges.csv`.
enum NeighborActors {
  /// Adds what the neighbor of a file tells of its actors.
  ///
  /// - Parameters:
  ///   - reading: What was read from the file.
  ///   - path: The file.
  ///   - options: Encoding and bounds.
  /// - Returns: The same ties between the actors of the neighbor and any others; the reading as it is
  ///   where there is no such neighbor.
  /// - Throws: ``FileProblem`` if the neighbor is there and cannot be read.
  static func joined(
    to reading: NetworkFile.Reading, from path: String, _ options: NetworkFile.Options
  ) throws(FileProblem) -> NetworkFile.Reading {
    guard let neighbor = neighbor(of: path) else { return reading }
    let source = try FileSource(neighbor, options)
    let (file, notes) = try source.opened(as: .commaSeparated, options)
    _ = try Encoding.checkedStart(of: file)
    guard let sample = TableSample(of: file), case .actors? = TableLayout(sample) else {
      return reading
    }
    var assembly = try ForeignActorTable.actors(file, sample)
    let network = reading.network
    let positions = network.actors.indices.map {
      UInt32(assembly.mentionActor(network.actors.ids.utf8(at: $0), line: 1))
    }
    markModes(&assembly, network, positions)
    let actors = assembly.reading()
    var ties = Ties(
      sources: network.ties.sources.map { positions[Int($0)] },
      targets: network.ties.targets.map { positions[Int($0)] })
    let old = network.ties
    (ties.directions, ties.kinds, ties.strengths) = (old.directions, old.kinds, old.strengths)
    (ties.distances, ties.dates, ties.evidence) = (old.distances, old.dates, old.evidence)
    (ties.sections, ties.notes, ties.attributes) = (old.sections, old.notes, old.attributes)
    ties.through = old.through?.map { $0.map { positions[Int($0)] } }
    let note = Phrase(
      "\(path): read with the actors of \(neighbor)", "\(path)：主体は \(neighbor) から読みました")
    return NetworkFile.Reading(
      network: Network(
        description: network.description, actors: actors.network.actors, ties: ties),
      notes: reading.notes + [note] + notes + actors.notes)
  }

  /// Returns the table of actors beside a table of ties, nil where there is none.
  private static func neighbor(of path: String) -> String? {
    guard path != "-",
      let slash = path.lastIndex(of: "/").map({ path.index(after: $0) })
        ?? (path.isEmpty ? nil : path.startIndex)
    else { return nil }
    let name = path[slash...]
    for (ties, actors) in [("edges", "nodes"), ("Edges", "Nodes"), ("links", "nodes")] {
      guard let range = name.range(ofLast: ties) else { continue }
      // A word of its own: `edges.csv`, `x_edges.csv`, not `hedges.csv`.
      let before =
        range.lowerBound == name.startIndex ? nil : name[name.index(before: range.lowerBound)]
      if before?.isLetter ?? false { continue }
      let candidate =
        path[..<slash] + name[..<range.lowerBound] + actors + name[range.upperBound...]
      if FilePlace.exists(String(candidate)), !FilePlace.isFolder(String(candidate)) {
        return String(candidate)
      }
    }
    return nil
  }

  /// Takes a column `type` of TRUE and FALSE for two modes, as igraph does, where all ties cross.
  private static func markModes(
    _ assembly: inout NetworkAssembly, _ network: Network, _ positions: [UInt32]
  ) {
    guard !assembly.actorCells.columns.contains(where: { $0.name == "kind" }),
      let column = assembly.actorCells.columns.first(where: { $0.name == "type" })
    else { return }
    var modes = [Int?](repeating: nil, count: assembly.actorCount)
    for (actor, text) in column.cells {
      switch String(decoding: text, as: UTF8.self).lowercased() {
      case "false": modes[actor] = 0
      case "true": modes[actor] = 1
      default: return
      }
    }
    let ties = network.ties
    let doCross = ties.indices.allSatisfy { tie in
      let source = modes[Int(positions[Int(ties.sources[tie])])]
      let target = modes[Int(positions[Int(ties.targets[tie])])]
      return source != nil && target != nil && source != target
    }
    guard doCross, ties.count > 0 else { return }
    for (actor, mode) in modes.enumerated() {
      if let mode { assembly.actorCells.set("kind", actor, Modes.kinds[mode]) }
    }
  }
}

extension Substring {
  /// Returns where a text occurs last.
  fileprivate func range(ofLast text: String) -> Range<Index>? {
    var end = endIndex
    while let start = index(end, offsetBy: -text.count, limitedBy: startIndex) {
      if self[start..<end] == text { return start..<end }
      guard end > startIndex else { return nil }
      end = index(before: end)
    }
    return nil
  }
}
