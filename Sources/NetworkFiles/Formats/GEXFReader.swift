internal import NetworkData

/// Makes a network of the elements of a GEXF file.
struct GEXFReader: XMLListener {
  /// What an element says something about.
  enum Owner {
    case node(Int)
    case edge(Int)
  }

  let path: String
  let limits: ReadingLimits
  var assembly: NetworkAssembly
  var hasRoot = false
  var graphCount = 0
  var lastLine = 1
  var skippedDepth = 0
  var owners: [Owner] = []
  var isDirected = false

  /// The columns that the file declares, by class and id.
  var columns: [String: [ArraySlice<UInt8>: (name: String, handle: SparseTable.Handle)]] =
    [:]
  /// The class of the attributes that are being declared.
  var openClass: String?
  var openColumn: SparseTable.Handle?
  var undeclared: [String] = []

  /// The element of `meta` or the default whose text is open.
  var openText: String?
  var isInMeta = false
  var text: [UInt8] = []

  var labels = SparseColumn(name: "name")
  var edgeIDs = SparseColumn(name: "id")
  /// The times of the owners that are open.
  var spells: [GEXFSpells] = []
  /// The times of each edge that has some.
  var edgeSpells: [(edge: Int, spells: GEXFSpells)] = []
  var mutualCount = 0
  var timedValueCount = 0

  init(path: String, limits: ReadingLimits) {
    self.path = path
    self.limits = limits
    assembly = NetworkAssembly(path: path)
  }

  var isListening: Bool { openText != nil }

  mutating func hear(_ piece: UnsafeBufferPointer<UInt8>) { unsafe text.append(contentsOf: piece) }

  mutating func begin(_ element: borrowing XMLElement) throws(FileProblem) {
    if skippedDepth > 0 {
      skippedDepth += 1
      return
    }
    if !hasRoot {
      guard element.name == "gexf" else {
        throw XMLRoot.problem(path, line: element.line, name: element.name, expected: "gexf")
      }
      hasRoot = true
      if element.value(of: "version") == nil {
        note("no version is given", "版が書かれていません")
      }
      return
    }
    if isInMeta {
      openText = element.name
      text.removeAll()
      return
    }
    guard element.isOwn else {
      beginLook(element)
      skippedDepth = 1
      return
    }
    switch element.name {
    case "edge": try beginEdge(element)
    case "node": try beginNode(element)
    case "attvalue": try setValue(element)
    case "spell", "slice": try addSpell(element)
    case "parent": setParent(element.value(of: "for"))
    case "graph": try beginGraph(element)
    case "attributes": openClass = element.text(of: "class") ?? "node"
    case "attribute": try declare(element)
    case "default" where openColumn != nil:
      openText = "default"
      text.removeAll()
    case "meta": isInMeta = true
    case "nodes", "edges", "attvalues", "spells", "slices", "parents": break
    default: skippedDepth = 1
    }
  }

  mutating func end(_ name: String, isOwn: Bool, line: Int) throws(FileProblem) {
    if skippedDepth > 0 {
      skippedDepth -= 1
      return
    }
    lastLine = line
    if isInMeta {
      if name == "meta", openText == nil { isInMeta = false }
      describe(name)
      return
    }
    switch name {
    case "node", "edge": endOwner()
    case "attributes": openClass = nil
    case "attribute": openColumn = nil
    case "default":
      guard let openColumn else { break }
      if openClass == "edge" {
        assembly.tieCells.setStandard(openColumn, text)
      } else {
        assembly.actorCells.setStandard(openColumn, text)
      }
    default: break
    }
    openText = nil
  }

  mutating func describe(_ name: String) {
    guard let open = openText, open == name else { return }
    openText = nil
    let words = String(decoding: text, as: UTF8.self)
    if name != "creator" || words != GEXFFormat.creator { assembly.describe(name, words) }
  }

  mutating func note(_ english: String, _ japanese: String) {
    assembly.notes.append(Phrase("\(path): \(english)", "\(path)：\(japanese)"))
  }

  // MARK: Graph, nodes, edges

  mutating func beginGraph(_ element: borrowing XMLElement) throws(FileProblem) {
    graphCount += 1
    guard graphCount == 1 else {
      skippedDepth = 1
      return
    }
    switch element.text(of: "defaultedgetype") {
    case "directed": isDirected = true
    case "undirected", "mutual", nil: isDirected = false
    case let other?:
      throw problem(
        element, "defaultedgetype must be directed, undirected or mutual, not \(quoted(other))",
        "defaultedgetype は directed、undirected、mutual のいずれかです（\(quoted(other)) は使えません）",
        Phrase("correct it", "直してください"))
    }
    assembly.isDirectedWithoutTies = isDirected
    let (start, end) = try times(element)
    if let date = start?.date { assembly.description.observedFrom = date }
    if let date = end?.date { assembly.description.observedTo = date }
  }

  mutating func beginNode(_ element: borrowing XMLElement) throws(FileProblem) {
    let line = element.line
    let node = try element.withValue(of: "id") { id throws(FileProblem) in
      try assembly.declareActor(id, line: line)
    }
    guard let node else { throw missing("id", element) }
    let outer = owners.last
    owners.append(.node(node))
    try beginSpells(element)
    element.withValue(of: "label") { labels.set(node, $0) }
    if case .node(let outer)? = outer { set("within", assembly.id(of: outer).utf8) }
    setParent(element.value(of: "pid"))
    if let times = element.value(of: "timestamp") { set("timestamp", times) }
    if let kind = element.value(of: "kind") { set("kind", kind) }
  }

  mutating func setParent(_ id: ArraySlice<UInt8>?) {
    if let id, !id.isEmpty, id != Array("null".utf8)[...] { set("within", id) }
  }

  mutating func beginEdge(_ element: borrowing XMLElement) throws(FileProblem) {
    var isDirected = isDirected
    switch element.text(of: "type") {
    case "directed": isDirected = true
    case "undirected": isDirected = false
    case "mutual":
      isDirected = false
      mutualCount += 1
    default: break
    }
    let line = element.line
    let from = element.withValue(of: "source") { assembly.mentionSource($0, line: line) }
    guard let from else { throw missing("source", element) }
    let to = element.withValue(of: "target") { assembly.mentionActor($0, line: line) }
    guard let to else { throw missing("target", element) }
    let edge = assembly.addTie(from: from, to: to, isDirected: isDirected, line: line)
    owners.append(.edge(edge))
    if let weight = element.value(of: "weight") {
      assembly.setStrength(try assembly.strength(of: weight, line: line), ofTie: edge)
    }
    element.withValue(of: "id") { edgeIDs.set(edge, $0) }
    if let kind = element.value(of: "kind") { set("kind", kind) }
    if let label = element.value(of: "label") { set(free("label"), label) }
    if let times = element.value(of: "timestamp") { set("timestamp", times) }
    try beginSpells(element)
  }

  mutating func endOwner() {
    guard let owner = owners.last, let spells = spells.popLast() else { return }
    if !spells.spells.isEmpty {
      switch owner {
      case .edge(let edge): edgeSpells.append((edge, spells))
      case .node: set(free("spells"), spells.text.utf8)
      }
    }
    owners.removeLast()
  }
}
