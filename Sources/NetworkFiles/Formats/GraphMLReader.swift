internal import NetworkData

/// Makes a network of the elements of a GraphML file.
final class GraphMLReader: XMLListener {
  private let path: String
  private let limits: ReadingLimits
  private var assembly: NetworkAssembly
  /// Keys by domain and id: the same id may stand for another one in another domain.
  private var keys: [String: [ArraySlice<UInt8>: GraphMLKey]] = [:]
  private var hasRoot = false
  private var graphCount = 0
  /// The owners of the elements that are open.
  private var owners: [GraphMLOwner] = []
  /// Whether edges are directed, in each graph that is open.
  private var defaults: [Bool] = []
  /// How many open elements are of no interest: a further graph, what lies in unknown data.
  private var skippedDepth = 0
  private var text: [UInt8] = []
  private var isTextOpen = false
  private var openData: GraphMLKey?
  /// The depth within the drawing that the open data is, 0 where it is plain text.
  private var drawingDepth = 0
  private var drawing = GraphMLDrawing()
  private var hasDrawing = false
  /// The meanings of the key that is open, one for each domain.
  private var openKey: [(domain: String, meaning: GraphMLKey.Meaning)] = []
  private var strengthStandard: Double?
  private var hasDrawings = false
  private var hasEdgeIDs = false
  private var lastLine = 1
  private var undeclared: [String] = []
  private var nestedCount = 0
  private var portCount = 0

  init(path: String, limits: ReadingLimits) {
    self.path = path
    self.limits = limits
    assembly = NetworkAssembly(path: path)
  }

  // MARK: Elements

  func begin(_ element: borrowing XMLElement) throws(FileProblem) {
    if skippedDepth > 0 {
      skippedDepth += 1
      return
    }
    if !hasRoot {
      guard element.name == "graphml" else {
        throw XMLRoot.problem(path, line: element.line, name: element.name, expected: "graphml")
      }
      hasRoot = true
      return
    }
    if openData != nil {
      drawingDepth += 1
      drawing.begin(element)
      return
    }
    guard element.isOwn else {
      skippedDepth = 1
      return
    }
    switch element.name {
    case "edge": try beginEdge(element)
    case "node": try beginNode(element)
    case "data": try beginData(element)
    case "graph": try beginGraph(element)
    case "key": try declareKey(element)
    case "default" where !openKey.isEmpty: listen()
    case "desc" where owners.last.map { $0 != .network } ?? false: listen()
    case "port":
      portCount += 1
      skippedDepth = 1
    case "hyperedge":
      throw FileProblem(
        path, line: element.line,
        Phrase("hyperedge is not supported: a tie has two ends", "hyperedge は扱えません。つながりの端は2つです"),
        advice: Phrase(
          "write the hyperedge as a node, with an edge to each of its ends",
          "hyperedge を1つのノードにして、それぞれの端とエッジで結んでください"))
    default: skippedDepth = 1
    }
  }

  var isListening: Bool { drawingDepth > 0 ? drawing.isListening : isTextOpen }

  func hear(_ piece: UnsafeBufferPointer<UInt8>) {
    if drawingDepth > 0 {
      unsafe drawing.hear(piece)
    } else {
      unsafe text.append(contentsOf: piece)
    }
  }

  func end(_ name: String, isOwn: Bool, line: Int) throws(FileProblem) {
    if skippedDepth > 0 {
      skippedDepth -= 1
      return
    }
    if drawingDepth > 0 {
      drawing.end(name)
      drawingDepth -= 1
      if drawingDepth == 0 { hasDrawing = true }
      return
    }
    switch name {
    case "node", "edge": owners.removeLast()
    case "graph":
      owners.removeLast()
      defaults.removeLast()
    case "key": openKey = []
    case "default": try endDefault(line: line)
    case "desc": set("desc", text)
    case "data": try endData(line: line)
    default: break
    }
    isTextOpen = false
    lastLine = line
  }

  private func listen() {
    text.removeAll(keepingCapacity: true)
    isTextOpen = true
  }

  // MARK: Graphs, nodes, edges

  private func beginGraph(_ element: borrowing XMLElement) throws(FileProblem) {
    if owners.isEmpty { graphCount += 1 }
    guard owners.isEmpty ? graphCount == 1 : true else {
      skippedDepth = 1
      return
    }
    switch element.text(of: "edgedefault") {
    case "directed": defaults.append(true)
    case "undirected": defaults.append(false)
    case nil: defaults.append(defaults.last ?? false)
    case let other?:
      throw FileProblem(
        path, line: element.line,
        Phrase(
          "edgedefault must be directed or undirected, not \(FileProblem.quoted(other))",
          "edgedefault は directed か undirected です（\(FileProblem.quoted(other)) は使えません）"),
        advice: Phrase("correct edgedefault", "edgedefault を直してください"))
    }
    if owners.isEmpty {
      assembly.isDirectedWithoutTies = defaults[0]
      owners.append(.network)
    } else {
      nestedCount += 1
      owners.append(owners[owners.count - 1])
    }
  }

  private func beginNode(_ element: borrowing XMLElement) throws(FileProblem) {
    guard let id = element.value(of: "id") else { throw missing("id", element) }
    let node = try assembly.declareActor(id, line: element.line)
    if case .node(let outer)? = owners.last {
      assembly.actorCells.set("within", node, assembly.id(of: outer))
    }
    owners.append(.node(node))
  }

  private func beginEdge(_ element: borrowing XMLElement) throws(FileProblem) {
    guard let source = element.value(of: "source") else { throw missing("source", element) }
    guard let target = element.value(of: "target") else { throw missing("target", element) }
    var isDirected = defaults.last ?? false
    if let word = element.text(of: "directed") {
      switch word {
      case "true", "1": isDirected = true
      case "false", "0": isDirected = false
      default:
        throw FileProblem(
          path, line: element.line,
          Phrase(
            "directed must be true or false, not \(FileProblem.quoted(word))",
            "directed は true か false です（\(FileProblem.quoted(word)) は使えません）"),
          advice: Phrase("correct directed", "directed を直してください"))
      }
    }
    let line = element.line
    let from = assembly.mentionActor(source, line: line)
    let to = assembly.mentionActor(target, line: line)
    let edge = assembly.addTie(from: from, to: to, isDirected: isDirected, line: line)
    owners.append(.edge(edge))
    if let id = element.value(of: "id") {
      set("id", id)
      hasEdgeIDs = true
    }
    if let port = element.value(of: "sourceport") { set("sourceport", port) }
    if let port = element.value(of: "targetport") { set("targetport", port) }
  }

  private func missing(_ name: String, _ element: borrowing XMLElement) -> FileProblem {
    FileProblem(
      path, line: element.line,
      Phrase(
        "attribute \(name) missing in <\(element.name)>", "<\(element.name)> に属性 \(name) がありません"),
      advice: Phrase("add it", "属性を加えてください"))
  }

  // MARK: Keys and data

  private func declareKey(_ element: borrowing XMLElement) throws(FileProblem) {
    guard let id = element.value(of: "id") else { throw missing("id", element) }
    let given = element.text(of: "attr.name") ?? ""
    let name = given.isEmpty ? String(decoding: id, as: UTF8.self) : given
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

  private func endDefault(line: Int) throws(FileProblem) {
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

  private func beginData(_ element: borrowing XMLElement) throws(FileProblem) {
    guard let id = element.value(of: "key") else { throw missing("key", element) }
    guard let owner = owners.last else {
      skippedDepth = 1
      return
    }
    openData = keys[owner.domain]?[id] ?? undeclaredKey(id, of: owner)
    listen()
  }

  private func undeclaredKey(_ id: ArraySlice<UInt8>, of owner: GraphMLOwner) -> GraphMLKey {
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

  private func endData(line: Int) throws(FileProblem) {
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

  private func set(_ name: String, _ text: some Sequence<UInt8>) {
    switch owners.last {
    case .node(let node)?: assembly.actorCells.set(assembly.actorCells.column(name), node, text)
    case .edge(let edge)?: assembly.tieCells.set(assembly.tieCells.column(name), edge, text)
    default: break
    }
  }

  private func number(line: Int) throws(FileProblem) -> Double {
    try assembly.strength(of: text[...], line: line)
  }

  // MARK: The network

  /// Returns the network of the file, which has been read to its end.
  func reading(adding notes: [Phrase]) throws(FileProblem) -> NetworkFile.Reading {
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
