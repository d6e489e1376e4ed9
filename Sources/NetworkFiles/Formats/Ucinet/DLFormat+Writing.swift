internal import NetworkData

extension DLFormat {
  /// What the title of made-up data begins with.
  static let syntheticMark = "Synthetic data: "

  /// Returns a network as lists of ties, one a kind; undirected ties both ways.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - path: The file, for messages.
  /// - Returns: The file's bytes.
  /// - Throws: ``FileProblem`` if an id cannot be a label.
  static func written(_ network: Network, for path: String) throws(FileProblem) -> [UInt8] {
    let (actors, ties) = (network.actors, network.ties)
    let kinds = (ties.kinds?.words ?? []).filter { !$0.isEmpty }
    let hasPlain = ties.kinds.map { kinds.isEmpty || $0.contains("") } ?? true
    let modes = modes(of: network)
    var text = "dl "
    if let title = network.description.synthetic.map({ syntheticMark + $0 })
      ?? network.description.title
    {
      text += "title = \(try label(title, path, isName: false)) "
    }
    let count = actors.count
    text += modes.map { "nr = \($0) nc = \(count - $0)" } ?? "n = \(count)"
    let matrixCount = kinds.count + (hasPlain ? 1 : 0)
    if matrixCount > 1 || !hasPlain { text += " nm = \(matrixCount)" }
    text += "\nformat = edgelist\(modes == nil ? 1 : 2)\n"
    let ids = try actors.ids.map { id throws(FileProblem) in try label(id, path) }
    if let modes {
      text += "row labels:\n\(ids[..<modes].joined(separator: "\n"))\n"
      text += "column labels:\n\(ids[modes...].joined(separator: "\n"))\n"
    } else if actors.ids != NumberColumn.counting(to: count) {
      text += "labels:\n\(ids.joined(separator: "\n"))\n"
    }
    if matrixCount > 1 || !hasPlain {
      let labels = try ((hasPlain ? ["0"] : []) + kinds).map { kind throws(FileProblem) in
        try label(kind, path)
      }
      text += "matrix labels:\n\(labels.joined(separator: "\n"))\n"
    }
    text += "data:\n"
    var bytes = Array(text.utf8)
    let values = ties.writtenValues
    for (place, kind) in ((hasPlain ? [""] : []) + kinds).enumerated() {
      if place > 0 { bytes += Array("!\n".utf8) }
      for tie in ties.indices where (ties.kinds?[tie] ?? "") == kind {
        let (source, target) = (Int(ties.sources[tie]), Int(ties.targets[tie]))
        let value = values.map { " " + NumberText.shortest($0[tie]) } ?? ""
        if let modes {
          bytes += Array(
            "\(min(source, target) + 1) \(max(source, target) + 1 - modes)\(value)\n".utf8)
          continue
        }
        bytes += Array("\(source + 1) \(target + 1)\(value)\n".utf8)
        if !ties.isDirected(tie), source != target {
          bytes += Array("\(target + 1) \(source + 1)\(value)\n".utf8)
        }
      }
    }
    return bytes
  }

  /// Returns what a DL file loses beyond names, dates and evidence.
  static func losses(of network: Network) -> [Phrase] {
    let ties = network.ties
    var losses: [Phrase] = []
    var told = network.description
    if told.synthetic == nil { told.title = nil }
    told.synthetic = nil
    if told != NetworkDescription() {
      losses.append(Phrase("source and bounds of observation", "出典と観測期間"))
    }
    if network.actors.kinds != nil, modes(of: network) == nil {
      losses.append(Phrase("kinds of actors", "主体の種類"))
    }
    if let values = ties.writtenValues, values.contains(0) {
      losses.append(Phrase("ties of strength 0", "強さ0のつながり"))
    }
    if ties.kinds?.contains("") ?? false, (ties.kinds?.words.count ?? 0) > 1 {
      losses.append(Phrase("which ties are of no kind: they are of kind 0", "種類のないつながり（種類 0 とします）"))
    }
    var both = MatrixCells()
    for tie in ties.indices where ties.isDirected(tie) {
      both.add(Int(ties.sources[tie]), Int(ties.targets[tie]), ties.writtenValues?[tie] ?? 1)
    }
    if both.count == ties.count, both.isSymmetric {
      losses.append(
        Phrase(
          "directions of ties, as each has an equal one in return", "つながりの向き（すべて同じ強さの逆向きがあるため）"))
    }
    return losses
      + ties.attributes.losses(besides: { $0 == "value" }, of: Phrase("ties", "つながり"))
  }

  private static func modes(of network: Network) -> Int? {
    guard let rows = Modes.firstCount(of: network), rows > 0, rows < network.actors.count,
      network.ties.indices.allSatisfy({ tie in
        !network.ties.isDirected(tie)
          && (Int(network.ties.sources[tie]) < rows) != (Int(network.ties.targets[tie]) < rows)
      })
    else { return nil }
    return rows
  }

  /// Returns a text as a label, in quotes where it needs them.
  private static func label(
    _ text: String, _ path: String, isName: Bool = true
  ) throws(FileProblem) -> String {
    let isHeld = !text.utf8.contains { $0 == Ascii.quote || Ascii.endsLine($0) }
    if isHeld {
      let keywords = ["data:", "labels:", "labels", "row", "column", "col", "level", "matrix", "!"]
      let isPlain =
        isName && !text.isEmpty
        && !text.utf8.contains { Ascii.isBlank($0) || $0 == Ascii.comma }
        && !keywords.contains(text.lowercased())
      return isPlain ? text : "\"\(text)\""
    }
    guard isName else {
      return "\"" + text.map { $0 == "\"" ? "'" : $0.isNewline ? " " : String($0) }.joined() + "\""
    }
    throw FileProblem(
      path,
      Phrase(
        "cannot hold the label \(FileProblem.quoted(text))",
        "ラベル \(FileProblem.quoted(text)) は書き込めません"),
      advice: Phrase("take quotes and line breaks out of it", "引用符と改行を取り除いてください"))
  }
}
