internal import NetworkData

/// VNA, the form of NetDraw: tables of nodes and of ties in one file.
///
/// Each section has a line with names of columns, and a line a node or tie below it. Columns of
/// `*Node data` and `*Node properties` become attributes of actors. In `*Tie data`, a column
/// `strength` is the strength, and further columns are attributes of the tie; without one, each
/// column of numbers is a relation: a kind of ties, with the numbers for strengths and 0 for no tie.
enum VNAFormat {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - options: What is known of it.
  /// - Returns: The network, and notes for the user.
  /// - Throws: ``FileProblem`` for the first line that is wrong.
  /// - Complexity: O(bytes).
  static func read(
    _ file: FileBytes, _ options: NetworkFile.Options
  ) throws(FileProblem) -> NetworkFile.Reading {
    let start = try Encoding.checkedStart(of: file)
    var assembly = NetworkAssembly(path: file.path)
    assembly.description.synthetic = file.withSpan { SyntheticNote.sentence(in: $0, from: start) }
    var hasSections = false
    var isDeclared = false
    for section in try VNASection.all(in: file, from: start) {
      hasSections = true
      switch section.name {
      case "node data":
        try readNodes(section, into: &assembly)
        isDeclared = true
      case "node properties": try readNodes(section, into: &assembly)
      case "tie data":
        try readTies(section, isDirected: options.isDirected, into: &assembly)
      case "tie properties": break
      default:
        throw FileProblem(
          file.path, line: section.line,
          Phrase(
            "unknown section \(FileProblem.quoted("*" + section.name))",
            "\(FileProblem.quoted("*" + section.name)) は未知の区分です"),
          advice: Phrase(
            "known are *Node data, *Node properties, *Tie data and *Tie properties",
            "*Node data、*Node properties、*Tie data、*Tie properties が使えます"))
      }
    }
    guard hasSections else {
      throw FileProblem(
        file.path, line: 1, Phrase("no section such as *Tie data", "*Tie data などの区分がありません"),
        advice: Phrase(
          "it begins with *Node data or *Tie data", "*Node data か *Tie data から始めてください"))
    }
    if isDeclared, assembly.undeclaredCount > 0 {
      assembly.notes.append(
        Phrase(
          "\(file.path): \(assembly.undeclaredCount) nodes are named by ties only",
          "\(file.path)：つながりだけに現れるノードが\(assembly.undeclaredCount)個あります"))
    }
    return assembly.reading()
  }

  private static func readNodes(
    _ section: VNASection, into assembly: inout NetworkAssembly
  ) throws(FileProblem) {
    guard let first = section.header.first else { return }
    guard first.lowercased() == "id" else {
      throw FileProblem(
        assembly.path, line: section.line + 1,
        Phrase(
          "column \"ID\" not found; columns are: \(Table.listed(section.header))",
          "\"ID\" という列がありません（列：\(Table.listed(section.header))）"),
        advice: Phrase("the first column names the node", "最初の列にはノードの id を書いてください"))
    }
    let columns = section.header.map { assembly.actorCells.column($0) }
    for row in section.rows {
      guard !row.cells[0].isEmpty else {
        throw FileProblem(
          assembly.path, line: row.line, Phrase("a node has an empty id", "ノードの id が空です"),
          advice: Phrase("give every node an id", "すべてのノードに id を付けてください"))
      }
      let actor =
        section.name == "node data"
        ? try assembly.declareActor(row.cells[0][...], line: row.line)
        : assembly.mentionActor(row.cells[0][...], line: row.line)
      for (column, cell) in zip(columns, row.cells).dropFirst() where !cell.isEmpty {
        assembly.actorCells.set(column, actor, cell)
      }
    }
  }

  private static func readTies(
    _ section: VNASection, isDirected: Bool, into assembly: inout NetworkAssembly
  ) throws(FileProblem) {
    let names = section.header.map { $0.lowercased() }
    guard names.count >= 2, names[0] == "from", names[1] == "to" else {
      if section.rows.isEmpty, names.isEmpty { return }
      throw FileProblem(
        assembly.path, line: section.line + 1,
        Phrase(
          "columns \"from\" and \"to\" not found; columns are: \(Table.listed(section.header))",
          "\"from\" と \"to\" の列がありません（列：\(Table.listed(section.header))）"),
        advice: Phrase("the first two columns name the ends", "最初の2列に、つながりの両端を書いてください"))
    }
    let relations =
      names.contains("strength") ? [] : (2..<names.count).filter(section.isRelation(column:))
    let directions = names.firstIndex(of: "direction")
    for row in section.rows {
      for (end, name) in ["from", "to"].enumerated() where row.cells[end].isEmpty {
        throw FileProblem(
          assembly.path, line: row.line, Phrase("\(name) is empty", "\(name) が空です"),
          advice: Phrase("name an actor", "主体を書いてください"))
      }
      let source = assembly.mentionActor(row.cells[0][...], line: row.line)
      let target = assembly.mentionActor(row.cells[1][...], line: row.line)
      var isTieDirected = isDirected || directions == nil
      switch directions.map({ String(decoding: row.cells[$0], as: UTF8.self) }) {
      case "directed": isTieDirected = true
      case "undirected": isTieDirected = false
      default: break
      }
      func addTie(_ strength: Double, kind: String) {
        let tie = assembly.addTie(
          from: source, to: target, isDirected: isTieDirected, strength: strength, line: row.line)
        if !kind.isEmpty { assembly.tieCells.set("kind", tie, kind) }
        for column in 2..<row.cells.count
        where !relations.contains(column) && column != directions && !row.cells[column].isEmpty {
          let handle = assembly.tieCells.column(section.header[column])
          assembly.tieCells.set(handle, tie, row.cells[column])
        }
      }
      if relations.isEmpty { addTie(.nan, kind: "") }
      for column in relations {
        let strength = DecimalNumber.parse(row.cells[column][...]) ?? 0
        if strength != 0 { addTie(strength, kind: section.header[column]) }
      }
    }
    if !relations.isEmpty { assembly.dropUnitStrengths() }
  }
}

extension NetworkFormat {
  /// Tables of NetDraw.
  static let vna = NetworkFormat(
    name: "vna", title: "VNA", endings: ["vna"],
    recognizes: { beginning in
      let text = String(decoding: beginning, as: UTF8.self).lowercased()
      return text.split(whereSeparator: \.isNewline).contains {
        $0.hasPrefix("*node data") || $0.hasPrefix("*tie data")
      }
    },
    read: { file, options, _ throws(FileProblem) in try VNAFormat.read(file, options) },
    write: { network, _ throws(FileProblem) in VNAFormat.written(network) },
    holds: NetworkContent.everything.subtracting(.description),
    furtherLosses: VNAFormat.losses)
}
