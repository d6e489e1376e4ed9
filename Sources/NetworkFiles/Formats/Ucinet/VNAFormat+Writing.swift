internal import NetworkData

extension VNAFormat {
  /// Returns a network as tables of nodes and ties, with the columns of the folder format.
  ///
  /// - Parameter network: The network.
  /// - Returns: The file's bytes.
  static func written(_ network: Network) -> [UInt8] {
    let (actors, ties) = (network.actors, network.ties)
    var text = SyntheticNote.comment(for: network.description)
    text += "*Node data\n"
    let actorColumns = ActorTable.columns(of: actors)
    text += row(actorColumns.map { $0.name == "id" ? "ID" : $0.name })
    for actor in actors.indices { text += row(actorColumns.map { $0.cell(actor) }) }
    text += "*Tie data\n"
    var tieColumns = TieTable.columns(of: network)
    // Without a strength, columns of numbers would be taken for relations.
    if !tieColumns.contains(where: { $0.name == "strength" }) {
      tieColumns.insert(("strength", { _ in "" }), at: 2)
    }
    if !tieColumns.contains(where: { $0.name == "direction" }) {
      tieColumns.append(("direction", { ties.isDirected($0) ? "directed" : "undirected" }))
    }
    text += row(["from", "to"] + tieColumns.dropFirst(2).map(\.name))
    for tie in ties.indices { text += row(tieColumns.map { $0.cell(tie) }) }
    return Array(text.utf8)
  }

  /// Returns what a VNA file loses beyond the description: line breaks.
  static func losses(of network: Network) -> [Phrase] {
    let columns =
      ActorTable.columns(of: network.actors).map { ($0, network.actors.count) }
      + TieTable.columns(of: network).map { ($0, network.ties.count) }
    let hasBreaks = columns.contains { column, count in
      (0..<count).contains { column.cell($0).utf8.contains(where: Ascii.endsLine) }
    }
    return hasBreaks ? [Phrase("line breaks within texts", "文章の中の改行")] : []
  }

  private static func row(_ cells: [String]) -> String {
    cells.map { cell in
      var quoted = "\""
      for scalar in cell.unicodeScalars {
        if scalar == "\"" { quoted += "\"" }
        quoted.unicodeScalars.append(scalar == "\n" || scalar == "\r" ? " " : scalar)
      }
      let isPlain =
        !cell.isEmpty
        && cell.utf8.allSatisfy { byte in
          !Ascii.isBlank(byte) && !Ascii.endsLine(byte) && byte != Ascii.comma
            && byte != Ascii.quote && byte != UInt8(ascii: "*") && byte != Ascii.hash
        }
      return isPlain ? cell : quoted + "\""
    }.joined(separator: " ") + "\n"
  }
}
