internal import NetworkData

/// Makes a network of a JSON file, whichever program it is for.
struct JSONReader {
  let document: JSONDocument
  private let limits: ReadingLimits
  var assembly: NetworkAssembly
  var weights = TieWeights()
  /// Whether ties are directed of which nothing is said.
  private let isDirectedByDefault: Bool
  /// Where the first end of a tie stands that no node declares.
  private var unknownPlace: String?
  private var leftOut: Set<String> = []

  /// What elements of Cytoscape say about the screen and not about the network.
  private static let screenState = [
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
      try readElements([0])
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

  private mutating func readNodeLink(_ nodes: [Int]) throws(FileProblem) {
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
  private func idName(of nodes: [Int], ends ties: [Int]) throws(FileProblem) -> String? {
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

  private func areNumbers(ends ties: [Int]) -> Bool {
    ties.allSatisfy { tie in
      ["source", "target"].allSatisfy { name in
        document.member(name, of: tie).map { document.kind(of: $0) == .number } ?? true
      }
    }
  }

  // MARK: Cytoscape

  private mutating func readCytoscape(_ elements: Int) throws(FileProblem) {
    let isDirected = try describe()
    if let data = document.member("data", of: 0) { describe(members: data) }
    if document.kind(of: elements) == .array {
      try readElements([elements], isDirected: isDirected)
    } else {
      let lists = ["nodes", "edges"].compactMap { document.member($0, of: elements) }
      try readElements(lists, isDirected: isDirected)
    }
  }

  private mutating func readElements(
    _ lists: [Int], isDirected: Bool? = nil
  ) throws(FileProblem) {
    var edges: [(element: Int, data: Int)] = []
    for list in lists {
      guard document.kind(of: list) == .array else { throw notArray(list, "elements") }
      for element in document.elements(of: list) {
        guard let data = document.member("data", of: element),
          document.kind(of: data) == .object
        else {
          throw problem(
            at: element, "an element without \"data\"", "\"data\" のない要素があります",
            Phrase("this is no list of Cytoscape's elements", "Cytoscape の要素の一覧ではありません"))
        }
        if document.member("source", of: data) != nil {
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

  private func setClasses(of element: Int, _ cells: inout SparseTable, _ row: Int) {
    guard let classes = document.member("classes", of: element) else { return }
    let text = document.text(of: classes)
    if !text.isEmpty { cells.set("classes", row, text) }
  }

  private mutating func noteScreenState(of element: Int) {
    for name in Self.screenState where name != "group" {
      if document.member(name, of: element) != nil { leftOut.insert(name) }
    }
  }

  // MARK: graphology

  private func isGraphology(_ nodes: [Int]) -> Bool {
    if let first = nodes.first {
      return document.member("key", of: first) != nil && document.member("id", of: first) == nil
    }
    return document.member("options", of: 0) != nil
  }

  private mutating func readGraphology(_ nodes: [Int]) throws(FileProblem) {
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

  // MARK: Parts

  /// Takes what the file says of the whole, and returns whether its ties are directed.
  private mutating func describe() throws(FileProblem) -> Bool {
    guard let directed = document.member("directed", of: 0) else { return isDirectedByDefault }
    guard document.kind(of: directed) == .word else {
      throw problem(
        at: directed, "\"directed\" must be true or false", "\"directed\" は true か false です",
        Phrase("correct it", "直してください"))
    }
    assembly.isDirectedWithoutTies = document.isTrue(directed)
    return document.isTrue(directed)
  }

  private mutating func describe(members object: Int) {
    guard document.kind(of: object) == .object else { return }
    for (name, value) in document.members(of: object) where !document.isNull(value) {
      assembly.describe(name == "label" ? "name" : name, document.text(of: value))
    }
  }

  private mutating func addTie(
    _ tie: Int, _ place: String, isDirected: Bool, areIndices: Bool = false, of count: Int = 0
  ) throws(FileProblem) {
    let line = document.line(of: tie)
    var ends: [Int] = []
    for name in ["source", "target"] {
      guard let value = document.member(name, of: tie) else {
        throw problem(
          at: tie, "\(place) has no \"\(name)\"", "\(place) に \"\(name)\" がありません",
          Phrase("give every edge a source and a target", "すべてのエッジに source と target を書いてください"))
      }
      let id = try idBytes(value)
      if areIndices {
        guard let index = Int(String(decoding: id, as: UTF8.self)), (0..<count).contains(index)
        else {
          let shown = String(decoding: id.prefix(40), as: UTF8.self)
          throw problem(
            at: value, "\(place).\(name) = \(shown) is outside 0..\(count - 1)",
            "\(place).\(name) = \(shown) は 0～\(count - 1) の範囲にありません",
            Phrase("nodes are counted from 0", "ノードは0から数えます"))
        }
        ends.append(index)
      } else {
        let before = assembly.actorCount
        ends.append(assembly.mentionActor(id[...], line: document.line(of: value)))
        if assembly.actorCount > before, unknownPlace == nil { unknownPlace = "\(place).\(name)" }
      }
    }
    assembly.addTie(from: ends[0], to: ends[1], isDirected: isDirected, line: line)
  }

  private func array(_ name: String, of object: Int) throws(FileProblem) -> [Int] {
    guard let value = document.member(name, of: object) else {
      throw problem(
        at: object, "member \"\(name)\" not found", "\"\(name)\" がありません",
        Phrase(
          "expected \"nodes\" and \"links\" or \"edges\", or Cytoscape's \"elements\"",
          "\"nodes\" と \"links\"（または \"edges\"）か、Cytoscape の \"elements\" が必要です"))
    }
    guard document.kind(of: value) == .array else { throw notArray(value, name) }
    return document.elements(of: value)
  }

  /// An id: a text or a number as it stands, or a list, as networkx writes a tuple.
  private func idBytes(_ value: Int) throws(FileProblem) -> [UInt8] {
    guard document.kind(of: value) != .object, !document.isNull(value) else {
      throw problem(
        at: value, "an id that is neither text nor number", "文字でも数でもない id があります",
        Phrase("write ids as texts", "id は文字で書いてください"))
    }
    return document.bytes(of: value)
  }

  private func notArray(_ value: Int, _ name: String) -> FileProblem {
    problem(
      at: value, "\"\(name)\" is no array", "\"\(name)\" が配列ではありません",
      Phrase("write it in square brackets", "角括弧で囲んで書いてください"))
  }

  private func problem(
    at position: Int, _ english: String, _ japanese: String, _ advice: Phrase
  ) -> FileProblem {
    FileProblem(
      assembly.path, line: document.line(of: position), Phrase(english, japanese), advice: advice)
  }
}
