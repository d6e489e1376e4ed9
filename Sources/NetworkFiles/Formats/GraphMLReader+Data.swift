internal import NetworkData

extension GraphMLReader {
  // MARK: Keys and data

  mutating func declareKey(_ element: borrowing XMLElement) throws(FileProblem) {
    guard let id = element.value(of: "id") else { throw missing("id", element) }
    let given = element.text(of: "attr.name") ?? ""
    let name = given.isEmpty ? String(decoding: id, as: UTF8.self) : given
    metKeys = []
    let domain = element.text(of: "for") ?? "all"
    let isNumeric = ["int", "long", "float", "double", "integer"]
      .contains(element.text(of: "attr.type") ?? "string")
    for owner in ["graph", "node", "edge"] where domain == "all" || domain == owner {
      let meaning: GraphMLKey.Meaning =
        switch owner {
        case "graph": .description
        case "node": .column(assembly.actorCells.column(name))
        default:
          name == "weight" && isNumeric ? .strength : .column(assembly.tieCells.column(name))
        }
      keys[owner, default: [:]][Array(id)[...]] = GraphMLKey(name: name, meaning: meaning)
      openKey.append((owner, meaning))
    }
  }

  mutating func endDefault(line: Int) throws(FileProblem) {
    guard text.contains(where: { !Ascii.isBlank($0) && !Ascii.endsLine($0) }) else { return }
    for (domain, meaning) in openKey {
      switch meaning {
      case .strength: strengthStandard = try number(line: line)
      case .column(let column) where domain == "node":
        assembly.actorCells.setStandard(column, text)
      case .column(let column): assembly.tieCells.setStandard(column, text)
      case .description: break
      }
    }
  }

  mutating func beginData(_ element: borrowing XMLElement) throws(FileProblem) {
    guard let owner = owners.last else {
      guard element.value(of: "key") != nil else { throw missing("key", element) }
      skippedDepth = 1
      return
    }
    let domain = owner.domain
    let met: GraphMLKey?? = element.withValue(of: "key") { id in
      for met in metKeys where met.domain == domain && met.id.holds(id, at: 0) { return met.key }
      return nil
    }
    if case let known?? = met {
      openData = known
    } else {
      guard let id = element.value(of: "key") else { throw missing("key", element) }
      let key = keys[domain]?[id] ?? undeclaredKey(id, of: owner)
      if metKeys.count < 16 {
        var text = TextColumn()
        text.append(utf8: id)
        metKeys.append((domain, text, key))
      }
      openData = key
    }
    listen()
  }

  mutating func undeclaredKey(_ id: ArraySlice<UInt8>, of owner: GraphMLOwner) -> GraphMLKey {
    let name = String(decoding: id, as: UTF8.self)
    if !undeclared.contains(name) { undeclared.append(name) }
    let meaning: GraphMLKey.Meaning =
      switch owner {
      case .network: .description
      case .node: .column(assembly.actorCells.column(name))
      case .edge: .column(assembly.tieCells.column(name))
      }
    let key = GraphMLKey(name: name, meaning: meaning)
    keys[owner.domain, default: [:]][Array(id)[...]] = key
    return key
  }

  mutating func endData(line: Int) throws(FileProblem) {
    guard let key = openData, let owner = owners.last else { return }
    openData = nil
    if hasDrawing {
      hasDrawing = false
      hasDrawings = true
      for (name, text) in drawing.finish() { set(name, text.utf8) }
      return
    }
    switch (key.meaning, owner) {
    case (.description, _): assembly.describe(key.name, String(decoding: text, as: UTF8.self))
    case (.strength, .edge(let edge)):
      // An empty one is none.
      if !text.isEmpty { assembly.setStrength(try number(line: line), ofTie: edge) }
    case (.column(let column), .node(let node)): assembly.actorCells.set(column, node, text)
    case (.column(let column), .edge(let edge)): assembly.tieCells.set(column, edge, text)
    default: break
    }
  }

  mutating func set(_ name: String, _ text: some Sequence<UInt8>) {
    switch owners.last {
    case .node(let node)?: assembly.actorCells.set(assembly.actorCells.column(name), node, text)
    case .edge(let edge)?: assembly.tieCells.set(assembly.tieCells.column(name), edge, text)
    default: break
    }
  }

  func number(line: Int) throws(FileProblem) -> Double {
    try assembly.strength(of: text[...], line: line)
  }

  // MARK: The network

  /// Returns the network of the file, which has been read to its end.
  mutating func reading(adding notes: [Phrase]) throws(FileProblem) -> NetworkFile.Reading {
    guard graphCount > 0 else {
      throw FileProblem(
        path, line: lastLine, Phrase("no graph element", "graph 要素がありません"),
        advice: Phrase("the file holds no network", "ネットワークが含まれていません"))
    }
    try assembly.settleUndeclared()
    try assembly.checkCells(limits)
    if let strengthStandard { assembly.fillStrengths(with: strengthStandard) }
    if hasEdgeIDs { assembly.tieCells.dropCount("id") }
    assembly.notes = notes + assembly.notes
    func note(_ english: String, _ japanese: String) {
      assembly.notes.append(Phrase("\(path): \(english)", "\(path)：\(japanese)"))
    }
    if graphCount > 1 {
      note(
        "\(graphCount) graphs: only the first is read",
        "グラフが\(graphCount)個あります。最初のものだけを読みます")
    }
    if nestedCount > 0 {
      note(
        "\(nestedCount) nested graphs are flattened; the column within names the node around each",
        "入れ子のグラフ\(nestedCount)個を平らにしました。外側のノードは within 列に残します")
    }
    if portCount > 0 {
      note(
        "\(portCount) ports: edges keep the names of theirs, the ports themselves are left out",
        "ポート\(portCount)個のうち、エッジに書かれた名前だけを残します")
    }
    if hasDrawings {
      note(
        "of the drawing only labels, places, sizes, colors and shapes are kept",
        "図の情報のうち、ラベル・位置・大きさ・色・形だけを残します")
    }
    if !undeclared.isEmpty {
      let names = undeclared.prefix(8).map(FileProblem.quoted)
      note(
        "key \(names.joined(separator: ", ")) is not declared; its data is kept as text",
        "key \(names.joined(separator: "、")) は宣言されていません。文字のまま残します")
    }
    return assembly.reading()
  }
}
