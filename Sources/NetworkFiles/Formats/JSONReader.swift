internal import NetworkData

/// Makes a network of a JSON file, whichever program it is for.
struct JSONReader {
  let document: JSONDocument
  let limits: ReadingLimits
  var assembly: NetworkAssembly
  var weights = TieWeights()
  /// Whether ties are directed of which nothing is said.
  let isDirectedByDefault: Bool
  /// Where the first end of a tie stands that no node declares.
  var unknownPlace: String?
  var leftOut: Set<String> = []

  /// What elements of Cytoscape say about the screen and not about the network.
  static let screenState = [
    "group", "removed", "selected", "selectable", "locked", "grabbable", "grabbed", "pannable",
  ]

  init(_ document: JSONDocument, _ options: NetworkFile.Options) {
    limits = options.limits
    self.document = document
    assembly = NetworkAssembly(path: document.file.path)
    isDirectedByDefault = options.isDirected
  }

  /// Returns the network of the file.
  ///
  /// - Throws: ``FileProblem`` if it is in none of the known forms.
  mutating func reading() throws(FileProblem) -> NetworkFile.Reading {
    if document.kind(of: 0) == .array {
      try readElements([(0, nil)])
    } else if let elements = document.member("elements", of: 0) {
      try readCytoscape(elements)
    } else {
      let nodes = try array("nodes", of: 0)
      if isGraphology(nodes) {
        try readGraphology(nodes)
      } else {
        try readNodeLink(nodes)
      }
    }
    try assembly.settleUndeclared(place: unknownPlace)
    try assembly.checkCells(limits)
    weights.apply(to: &assembly)
    if !leftOut.isEmpty {
      let names = leftOut.sorted().joined(separator: ", ")
      assembly.notes.append(
        Phrase(
          "\(assembly.path): left out, as it tells of the screen: \(names)",
          "\(assembly.path)：画面の状態を表す次の項目は残しません：\(names)"))
    }
    return assembly.reading()
  }

  // MARK: Node-link: networkx and d3

  mutating func readNodeLink(_ nodes: [Int]) throws(FileProblem) {
    let (links, edges) = (document.member("links", of: 0), document.member("edges", of: 0))
    if links != nil, let edges {
      throw problem(
        at: edges, "both \"links\" and \"edges\" are there", "\"links\" と \"edges\" の両方があります",
        Phrase("remove the one that is not meant", "不要な方を取り除いてください"))
    }
    let name = links == nil && edges != nil ? "edges" : "links"
    let ties = try array(name, of: 0)
    let isDirected = try describe()
    if let graph = document.member("graph", of: 0) { describe(members: graph) }

    let idName = try idName(of: nodes, ends: ties)
    for (row, node) in nodes.enumerated() {
      let isObject = document.kind(of: node) == .object
      let id: [UInt8]
      if let idName {
        guard let value = isObject ? document.member(idName, of: node) : node else {
          throw problem(
            at: node, "nodes[\(row)] has no \"\(idName)\"", "nodes[\(row)] に \"\(idName)\" がありません",
            Phrase("give every node an id", "すべてのノードに id を付けてください"))
        }
        id = try idBytes(value)
      } else {
        id = Array(String(row).utf8)
      }
      let actor = try assembly.declareActor(id[...], line: document.line(of: node))
      if isObject { setActorCells(of: node, actor, except: idName.map { [$0] } ?? []) }
    }
    for (row, tie) in ties.enumerated() {
      try addTie(
        tie, "\(name)[\(row)]", isDirected: isDirected,
        areIndices: idName == nil || idName == "name" && areNumbers(ends: [tie]), of: nodes.count)
      setTieCells(of: tie, row, except: ["source", "target"])
    }
  }

  /// Returns the member that holds the ids; nil where nodes are called by their positions.
  func idName(of nodes: [Int], ends ties: [Int]) throws(FileProblem) -> String? {
    guard let first = nodes.first, document.kind(of: first) == .object else { return "id" }
    func haveAll(_ name: String) -> Bool {
      nodes.allSatisfy {
        document.kind(of: $0) == .object && document.member(name, of: $0) != nil
      }
    }
    if nodes.contains(where: { document.member("id", of: $0) != nil }) { return "id" }
    // Old files of d3 count nodes from 0; their names serve as ids where no two are the same.
    guard haveAll("name") else { return nil }
    let names = nodes.map { node in document.member("name", of: node).map(document.bytes) }
    return Set(names).count == nodes.count || !areNumbers(ends: ties) ? "name" : nil
  }

  func areNumbers(ends ties: [Int]) -> Bool {
    ties.allSatisfy { tie in
      ["source", "target"].allSatisfy { name in
        document.member(name, of: tie).map { document.kind(of: $0) == .number } ?? true
      }
    }
  }

  // MARK: Cytoscape

  mutating func readCytoscape(_ elements: Int) throws(FileProblem) {
    let isDirected = try describe()
    if let data = document.member("data", of: 0) { describe(members: data) }
    if document.kind(of: elements) == .array {
      try readElements([(elements, nil)], isDirected: isDirected)
    } else {
      // A node may have a member "source" where its list says what it is.
      let lists = [("nodes", false), ("edges", true)].compactMap { name, areEdges in
        document.member(name, of: elements).map { (list: $0, areEdges: Optional(areEdges)) }
      }
      try readElements(lists, isDirected: isDirected)
    }
  }

  mutating func readElements(
    _ lists: [(list: Int, areEdges: Bool?)], isDirected: Bool? = nil
  ) throws(FileProblem) {
    var edges: [(element: Int, data: Int)] = []
    for (list, areEdges) in lists {
      guard document.kind(of: list) == .array else { throw notArray(list, "elements") }
      for element in document.elements(of: list) {
        guard let data = document.member("data", of: element),
          document.kind(of: data) == .object
        else {
          throw problem(
            at: element, "an element without \"data\"", "\"data\" のない要素があります",
            Phrase("this is no list of Cytoscape's elements", "Cytoscape の要素の一覧ではありません"))
        }
        if areEdges ?? (document.member("source", of: data) != nil) {
          edges.append((element, data))
          continue
        }
        guard let id = document.member("id", of: data) else {
          throw problem(
            at: element, "a node without \"id\"", "\"id\" のないノードがあります",
            Phrase("give every node an id", "すべてのノードに id を付けてください"))
        }
        let actor = try assembly.declareActor(
          try idBytes(id)[...], line: document.line(of: element))
        setActorCells(of: data, actor, except: ["id"])
        setActorCells(of: element, actor, except: ["data", "classes"] + Self.screenState)
        noteScreenState(of: element)
        setClasses(of: element, &assembly.actorCells, actor)
      }
    }
    for (row, (element, data)) in edges.enumerated() {
      try addTie(data, "edges[\(row)]", isDirected: isDirected ?? isDirectedByDefault)
      setTieCells(of: data, row, except: ["source", "target"])
      noteScreenState(of: element)
      setClasses(of: element, &assembly.tieCells, row)
    }
  }

  func setClasses(of element: Int, _ cells: inout SparseTable, _ row: Int) {
    guard let classes = document.member("classes", of: element) else { return }
    let text = document.text(of: classes)
    if !text.isEmpty { cells.set("classes", row, text) }
  }

  mutating func noteScreenState(of element: Int) {
    for name in Self.screenState where name != "group" {
      if document.member(name, of: element) != nil { leftOut.insert(name) }
    }
  }

  // MARK: graphology

  func isGraphology(_ nodes: [Int]) -> Bool {
    if let first = nodes.first {
      return document.member("key", of: first) != nil && document.member("id", of: first) == nil
    }
    return document.member("options", of: 0) != nil
  }

  mutating func readGraphology(_ nodes: [Int]) throws(FileProblem) {
    if let attributes = document.member("attributes", of: 0) { describe(members: attributes) }
    for (row, node) in nodes.enumerated() {
      guard let key = document.member("key", of: node) else {
        throw problem(
          at: node, "nodes[\(row)] has no \"key\"", "nodes[\(row)] に \"key\" がありません",
          Phrase("give every node a key", "すべてのノードに key を付けてください"))
      }
      let actor = try assembly.declareActor(
        try idBytes(key)[...], line: document.line(of: node))
      if let attributes = document.member("attributes", of: node) {
        setActorCells(of: attributes, actor, except: [])
      }
    }
    let type = document.member("options", of: 0).flatMap { document.member("type", of: $0) }
    let isUndirected = type.map { document.text(of: $0) } == "undirected"
    assembly.isDirectedWithoutTies = !isUndirected
    for (row, tie) in try array("edges", of: 0).enumerated() {
      let mark = document.member("undirected", of: tie)
      try addTie(
        tie, "edges[\(row)]",
        isDirected: mark.map { !document.isTrue($0) } ?? !isUndirected)
      if let key = document.member("key", of: tie) {
        assembly.tieCells.set("key", row, document.text(of: key))
      }
      if let attributes = document.member("attributes", of: tie) {
        setTieCells(of: attributes, row, except: [])
      }
    }
    assembly.tieCells.dropCount("key")
  }
}
