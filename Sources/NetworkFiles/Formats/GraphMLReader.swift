internal import NetworkData

/// Makes a network of the elements of a GraphML file.
struct GraphMLReader: XMLListener {
  let path: String
  let limits: ReadingLimits
  var assembly: NetworkAssembly
  /// Keys by domain and id: the same id may stand for another one in another domain.
  var keys: [String: [ArraySlice<UInt8>: GraphMLKey]] = [:]
  /// The first keys that data had, by what they say something about: most files have few, and it is
  /// quicker to compare those than to hash.
  var metKeys: [(domain: String, id: TextColumn, key: GraphMLKey)] = []
  var hasRoot = false
  var graphCount = 0
  /// The owners of the elements that are open.
  var owners: [GraphMLOwner] = []
  /// Whether edges are directed, in each graph that is open.
  var defaults: [Bool] = []
  /// How many open elements are of no interest: a further graph, what lies in unknown data.
  var skippedDepth = 0
  var text: [UInt8] = []
  var isTextOpen = false
  var openData: GraphMLKey?
  /// The depth within the drawing that the open data is, 0 where it is plain text.
  var drawingDepth = 0
  var drawing = GraphMLDrawing()
  var hasDrawing = false
  /// The meanings of the key that is open, one for each domain.
  var openKey: [(domain: String, meaning: GraphMLKey.Meaning)] = []
  var strengthStandard: Double?
  var hasDrawings = false
  var hasEdgeIDs = false
  var lastLine = 1
  var undeclared: [String] = []
  var nestedCount = 0
  var portCount = 0

  init(path: String, limits: ReadingLimits) {
    self.path = path
    self.limits = limits
    assembly = NetworkAssembly(path: path)
  }

  // MARK: Elements

  mutating func begin(_ element: borrowing XMLElement) throws(FileProblem) {
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

  mutating func hear(_ piece: UnsafeBufferPointer<UInt8>) {
    if drawingDepth > 0 {
      unsafe drawing.hear(piece)
    } else {
      unsafe text.append(contentsOf: piece)
    }
  }

  mutating func end(_ name: String, isOwn: Bool, line: Int) throws(FileProblem) {
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

  mutating func listen() {
    text.removeAll(keepingCapacity: true)
    isTextOpen = true
  }

  // MARK: Graphs, nodes, edges

  mutating func beginGraph(_ element: borrowing XMLElement) throws(FileProblem) {
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

  mutating func beginNode(_ element: borrowing XMLElement) throws(FileProblem) {
    let line = element.line
    let node = try element.withValue(of: "id") { id throws(FileProblem) in
      try assembly.declareActor(id, line: line)
    }
    guard let node else { throw missing("id", element) }
    if case .node(let outer)? = owners.last {
      assembly.actorCells.set("within", node, assembly.id(of: outer))
    }
    owners.append(.node(node))
  }

  mutating func beginEdge(_ element: borrowing XMLElement) throws(FileProblem) {
    var isDirected = defaults.last ?? false
    // Most edges have no more than their ends.
    let isBare = element.attributeCount == 2
    if !isBare, let word = element.text(of: "directed") {
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
    let from = element.withValue(of: "source") { assembly.mentionSource($0, line: line) }
    guard let from else { throw missing("source", element) }
    let to = element.withValue(of: "target") { assembly.mentionActor($0, line: line) }
    guard let to else { throw missing("target", element) }
    let edge = assembly.addTie(from: from, to: to, isDirected: isDirected, line: line)
    owners.append(.edge(edge))
    if isBare { return }
    if let id = element.value(of: "id") {
      set("id", id)
      hasEdgeIDs = true
    }
    if let port = element.value(of: "sourceport") { set("sourceport", port) }
    if let port = element.value(of: "targetport") { set("targetport", port) }
  }

  func missing(_ name: String, _ element: borrowing XMLElement) -> FileProblem {
    FileProblem(
      path, line: element.line,
      Phrase(
        "attribute \(name) missing in <\(element.name)>", "<\(element.name)> に属性 \(name) がありません"),
      advice: Phrase("add it", "属性を加えてください"))
  }
}
