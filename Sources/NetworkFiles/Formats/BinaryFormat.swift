internal import GraphStructure
internal import NetworkData

/// The binary form `.knowwho`, whose layout ``BinaryLayout`` tells.
enum BinaryFormat {
  /// Reads a file: its texts, ends of ties, numbers and the rows of its graph stay in the file, which
  /// is mapped and must not be changed or cut short in place as long as the network is there.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - execution: How the work is carried out.
  /// - Returns: The network.
  /// - Throws: ``FileProblem`` if it is damaged.
  static func read(
    _ file: FileBytes, _ execution: Execution
  ) throws(FileProblem) -> NetworkFile.Reading {
    let sections = try BinarySections(file, execution)
    let text = try sections.text(.description)
    let description =
      text.isEmpty
      ? NetworkDescription() : try NetworkYAML.read(FileBytes(text, path: file.path))
    let ties = try ties(of: sections)
    return NetworkFile.Reading(
      network: Network(
        description: description, actors: try actors(of: sections), ties: ties,
        graph: try sections.graph(of: ties.directions)),
      notes: [])
  }

  private static func actors(of sections: BinarySections) throws(FileProblem) -> Actors {
    let count = sections.actorCount
    guard let ids = try sections.texts(.ids, count: count) else { throw sections.damaged(.ids) }
    try sections.checkDistinct(ids)
    return Actors(
      ids: ids, names: try sections.texts(.names, count: count),
      namesJa: try sections.texts(.namesJa, count: count),
      kinds: try sections.words(.actorKinds, .actorKindWords, count: count),
      attributes: try sections.attributes(.actorAttributes, .actorValues, count: count))
  }

  private static func ties(of sections: BinarySections) throws(FileProblem) -> Ties {
    let (count, actorCount) = (sections.tieCount, UInt32(sections.actorCount))
    func dates(_ content: BinaryLayout.Content) throws(FileProblem) -> [PartialDate?]? {
      let numbers: Column<Int32>? = try sections.numbers(content, count: count) {
        $0 == 0 || PartialDate(number: $0) != nil
      }
      return numbers?.map { PartialDate(number: $0) }
    }
    var ties = Ties(
      sources: try sections.positions(.sources, count: count).column,
      targets: try sections.positions(.targets, count: count).column)
    ties.directions = try directions(of: sections)
    ties.kinds = try sections.words(.tieKinds, .tieKindWords, count: count)
    ties.strengths = try sections.numbers(.strengths, count: count) {
      $0.isNaN || $0 >= 0 && $0 < .infinity
    }
    ties.distances = try sections.numbers(.distances, count: count) {
      $0.isNaN || $0 > 0 && $0 < .infinity
    }
    ties.dates = Ties.Dates(
      beganFrom: try dates(.beganFrom), beganTo: try dates(.beganTo),
      endedFrom: try dates(.endedFrom), endedTo: try dates(.endedTo))
    let grades: Column<UInt8>? = try sections.numbers(.evidence, count: count) { $0 <= 3 }
    ties.evidence = grades?.map { [nil, .stated, .inferred, .assumed][Int($0)] }
    ties.sections = try sections.texts(.sections, count: count)
    let carriers: Column<UInt32>? = try sections.numbers(.through, count: count) {
      $0 < actorCount || $0 == .max
    }
    ties.through = carriers?.map { $0 == .max ? nil : $0 }
    ties.notes = try sections.texts(.notes, count: count)
    ties.attributes = try sections.attributes(.tieAttributes, .tieValues, count: count)
    return ties
  }

  private static func directions(
    of sections: BinarySections
  ) throws(FileProblem) -> Ties.Directions {
    if sections.tieCount != 1,
      let all: Column<UInt8> = try? sections.numbers(.directions, count: 1, where: { $0 <= 1 })
    {
      return .all(isDirected: all[0] == 1)
    }
    let each: Column<UInt8>? = try sections.numbers(.directions, count: sections.tieCount) {
      $0 <= 1
    }
    guard let each else { throw sections.damaged(.directions) }
    return each.count == 1
      ? .all(isDirected: each[0] == 1) : .each(isDirected: each.map { $0 == 1 })
  }
}

extension NetworkFormat {
  /// The toolkit's own binary form.
  static let binary = NetworkFormat(
    name: "knowwho", title: "KnowWho", endings: ["knowwho"], isText: false,
    recognizes: { $0.starts(with: BinaryLayout.magic) },
    read: { file, _, execution throws(FileProblem) in try BinaryFormat.read(file, execution) },
    write: { network, path throws(FileProblem) in BinaryWriter.written(network, for: path) })
}
