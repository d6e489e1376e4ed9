internal import NetworkData

extension PajekFormat {
  /// Returns a network as a Pajek file.
  ///
  /// Ids are the labels. Ties are grouped by kind and direction, each group a section.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - path: The file, for messages.
  /// - Returns: The file's bytes.
  /// - Throws: ``FileProblem`` if an id holds a line break, which a label cannot.
  static func written(_ network: Network, for path: String) throws(FileProblem) -> [UInt8] {
    let (actors, ties) = (network.actors, network.ties)
    var text = Array(SyntheticNote.comment(for: network.description, sign: "%").utf8)
    if let title = network.description.title {
      // Reading takes one pair of quotes off.
      let isQuoted = title.count > 1 && title.first == "\"" && title.last == "\""
      text += Array("*Network \(isQuoted ? "\"\(oneLine(title))\"" : oneLine(title))\n".utf8)
    }
    let modes = Modes.firstCount(of: network).map { " \($0)" } ?? ""
    text += Array("*Vertices \(actors.count)\(modes)\n".utf8)
    let vertexCells = actors.attributes.filter {
      PajekParameters.holds(vertexAttribute: $0.name)
    }
    for actor in actors.indices {
      let id = actors.ids.utf8(at: actor)
      guard !id.contains(where: Ascii.endsLine) else {
        throw FileProblem(
          path,
          Phrase(
            "cannot hold the id \(FileProblem.quoted(actors.ids[actor]))",
            "id \(FileProblem.quoted(actors.ids[actor])) は書き込めません"),
          advice: Phrase("take the line break out of it", "改行を取り除いてください"))
      }
      text += Array("\(actor + 1) ".utf8)
      appendQuoted(id, to: &text)
      append(vertexCells, actor, to: &text)
      text.append(Ascii.lineFeed)
    }
    let values = ties.writtenValues
    let tieCells = ties.attributes.filter {
      PajekParameters.parameter(of: $0.name) != nil || $0.name == PajekParameters.prefix + "time"
    }
    for (number, group) in groups(of: ties).enumerated() {
      let kind = group.kind.isEmpty ? "" : " :\(number + 1) \"\(oneLine(group.kind))\""
      text += Array("*\(group.isDirected ? "Arcs" : "Edges")\(kind)\n".utf8)
      for tie in group.ties {
        text += Array("\(ties.sources[tie] + 1) \(ties.targets[tie] + 1)".utf8)
        var tail: [UInt8] = []
        append(tieCells, tie, to: &tail)
        if let interval = interval(of: tie, in: ties) { tail += Array(" \(interval)".utf8) }
        if let value = values?[tie] {
          text += Array(" \(NumberText.shortest(value))".utf8)
        } else if !tail.isEmpty {
          // Parameters stand behind a value.
          text += Array(" 1".utf8)
        }
        text += tail
        text.append(Ascii.lineFeed)
      }
    }
    return text
  }

  /// Returns what a Pajek file loses beyond names and evidence.
  static func losses(of network: Network) -> [Phrase] {
    var losses: [Phrase] = []
    var told = network.description
    (told.title, told.synthetic) = (nil, nil)
    if told != NetworkDescription() {
      losses.append(Phrase("source and bounds of observation", "出典と観測期間"))
    }
    if network.actors.kinds != nil, Modes.firstCount(of: network) == nil {
      losses.append(
        Phrase(
          "kinds of actors, but for the two modes \(Modes.kinds.joined(separator: " and "))",
          "主体の種類（\(Modes.kinds.joined(separator: "、")) 以外）"))
    }
    losses += network.actors.attributes.losses(
      besides: PajekParameters.holds(vertexAttribute:), of: Phrase("actors", "主体"))
    losses += network.ties.attributes.losses(
      besides: PajekParameters.holds(tieAttribute:), of: Phrase("ties", "つながり"))
    let ties = network.ties
    let undated = ties.indices.count {
      ties.lifetime($0) != Lifetime() && interval(of: $0, in: ties) == nil
    }
    if undated > 0 {
      losses.append(
        Phrase(
          "dates of \(undated) ties that are not exact years", "年単位で確定していないつながり\(undated)本の日付"))
    }
    return losses
  }

  /// Ties that stand in one section.
  private struct Group {
    let kind: String
    let isDirected: Bool
    var ties: [Int] = []
  }

  /// Groups ties by kind and direction, in the order in which these occur.
  private static func groups(of ties: Ties) -> [Group] {
    struct Key: Hashable {
      let kind: UInt32
      let isDirected: Bool
    }
    var places: [Key: Int] = [:]
    var groups: [Group] = []
    for tie in ties.indices {
      let key = Key(kind: ties.kinds?.codes[tie] ?? 0, isDirected: ties.isDirected(tie))
      if let place = places[key] {
        groups[place].ties.append(tie)
      } else {
        places[key] = groups.count
        groups.append(
          Group(kind: ties.kinds?[tie] ?? "", isDirected: key.isDirected, ties: [tie]))
      }
    }
    return groups
  }

  /// Returns when a tie was there, nil where that is not known to the year.
  private static func interval(of tie: Int, in ties: Ties) -> String? {
    let dates = ties.dates
    let (began, ended) = (dates.beganTo?[tie], dates.endedTo?[tie])
    guard began != nil || ended != nil, dates.beganFrom?[tie] == began,
      dates.endedFrom?[tie] == ended, began?.month == nil, ended?.month == nil
    else { return nil }
    return PajekInterval.written(began: began, ended: ended)
  }

  private static func append(_ attributes: [Attribute], _ row: Int, to text: inout [UInt8]) {
    for attribute in attributes {
      let cell = attribute.values.utf8(at: row)
      if cell.isEmpty { continue }
      text.append(Ascii.space)
      if let parameter = PajekParameters.parameter(of: attribute.name) {
        text += Array("\(parameter) ".utf8)
        appendQuoted(cell, isOnlyNeeded: attribute.name != "label", to: &text)
      } else {
        text += cell.filter { !Ascii.endsLine($0) }
      }
    }
  }

  private static func appendQuoted(
    _ word: ArraySlice<UInt8>, isOnlyNeeded: Bool = false, to text: inout [UInt8]
  ) {
    let isPlain =
      !word.isEmpty
      && !word.contains { Ascii.isBlank($0) || Ascii.endsLine($0) || $0 == Ascii.quote }
    if isOnlyNeeded, isPlain {
      text += word
      return
    }
    text.append(Ascii.quote)
    for byte in word {
      if byte == Ascii.quote { text.append(UInt8(ascii: "\\")) }
      text.append(Ascii.endsLine(byte) ? Ascii.space : byte)
    }
    text.append(Ascii.quote)
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
