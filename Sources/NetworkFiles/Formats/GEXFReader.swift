internal import NetworkData

/// Makes a network of the elements of a GEXF file.
final class GEXFReader: XMLListener {
  /// What an element says something about.
  enum Owner {
    case node(Int)
    case edge(Int)
  }

  let path: String
  let limits: ReadingLimits
  var assembly: NetworkAssembly
  private var hasRoot = false
  private(set) var graphCount = 0
  private(set) var lastLine = 1
  private var skippedDepth = 0
  private var owners: [Owner] = []
  private var isDirected = false

  /// The columns that the file declares, by class and id.
  private var columns: [String: [ArraySlice<UInt8>: (name: String, handle: SparseTable.Handle)]] =
    [:]
  /// The class of the attributes that are being declared.
  private var openClass: String?
  private var openColumn: SparseTable.Handle?
  private(set) var undeclared: [String] = []

  /// The element of `meta` or the default whose text is open.
  private var openText: String?
  private var isInMeta = false
  private var text: [UInt8] = []

  private(set) var labels = SparseColumn(name: "name")
  private(set) var edgeIDs = SparseColumn(name: "id")
  /// The times of the owners that are open.
  private var spells: [GEXFSpells] = []
  /// The times of each edge that has some.
  private(set) var edgeSpells: [(edge: Int, spells: GEXFSpells)] = []
  private(set) var mutualCount = 0
  private(set) var timedValueCount = 0

  init(path: String, limits: ReadingLimits) {
    self.path = path
    self.limits = limits
    assembly = NetworkAssembly(path: path)
  }

  var isListening: Bool { openText != nil }

  func hear(_ piece: UnsafeBufferPointer<UInt8>) { unsafe text.append(contentsOf: piece) }

  func begin(_ element: borrowing XMLElement) throws(FileProblem) {
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

  func end(_ name: String, isOwn: Bool, line: Int) throws(FileProblem) {
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

  private func describe(_ name: String) {
    guard let open = openText, open == name else { return }
    openText = nil
    let words = String(decoding: text, as: UTF8.self)
    if name != "creator" || words != GEXFFormat.creator { assembly.describe(name, words) }
  }

  func note(_ english: String, _ japanese: String) {
    assembly.notes.append(Phrase("\(path): \(english)", "\(path)：\(japanese)"))
  }

  // MARK: Graph, nodes, edges

  private func beginGraph(_ element: borrowing XMLElement) throws(FileProblem) {
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

  private func beginNode(_ element: borrowing XMLElement) throws(FileProblem) {
    guard let id = element.value(of: "id") else { throw missing("id", element) }
    let node = try assembly.declareActor(id, line: element.line)
    let outer = owners.last
    owners.append(.node(node))
    try beginSpells(element)
    if let label = element.value(of: "label") { labels.set(node, label) }
    if case .node(let outer)? = outer { set("within", assembly.id(of: outer).utf8) }
    setParent(element.value(of: "pid"))
    if let times = element.value(of: "timestamp") { set("timestamp", times) }
    if let kind = element.value(of: "kind") { set("kind", kind) }
  }

  private func setParent(_ id: ArraySlice<UInt8>?) {
    if let id, !id.isEmpty, id != Array("null".utf8)[...] { set("within", id) }
  }

  private func beginEdge(_ element: borrowing XMLElement) throws(FileProblem) {
    guard let source = element.value(of: "source") else { throw missing("source", element) }
    guard let target = element.value(of: "target") else { throw missing("target", element) }
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
    let from = assembly.mentionActor(source, line: line)
    let to = assembly.mentionActor(target, line: line)
    let edge = assembly.addTie(from: from, to: to, isDirected: isDirected, line: line)
    owners.append(.edge(edge))
    if let weight = element.value(of: "weight") {
      assembly.setStrength(try assembly.strength(of: weight, line: line), ofTie: edge)
    }
    if let id = element.value(of: "id") { edgeIDs.set(edge, id) }
    if let kind = element.value(of: "kind") { set("kind", kind) }
    if let label = element.value(of: "label") { set(free("label"), label) }
    if let times = element.value(of: "timestamp") { set("timestamp", times) }
    try beginSpells(element)
  }

  private func endOwner() {
    guard let owner = owners.last, let spells = spells.popLast() else { return }
    if !spells.spells.isEmpty {
      switch owner {
      case .edge(let edge): edgeSpells.append((edge, spells))
      case .node: set(free("spells"), spells.text.utf8)
      }
    }
    owners.removeLast()
  }

  // MARK: Times

  private func beginSpells(_ element: borrowing XMLElement) throws(FileProblem) {
    var open = GEXFSpells()
    let (start, end) = try times(element)
    open.add(start, end)
    spells.append(open)
  }

  private func addSpell(_ element: borrowing XMLElement) throws(FileProblem) {
    guard !spells.isEmpty else { return }
    let (start, end) = try times(element)
    spells[spells.count - 1].add(start, end)
  }

  private func times(
    _ element: borrowing XMLElement
  ) throws(FileProblem) -> (start: GEXFTime?, end: GEXFTime?) {
    let start = try time(element.value(of: "start") ?? element.value(of: "startopen"), element)
    let end = try time(element.value(of: "end") ?? element.value(of: "endopen"), element)
    // The times of nodes are only kept as text.
    let isOfNode = if case .node? = owners.last { true } else { false }
    if let start, let end, end.precedes(start), isOfNode {
      note(
        "line \(element.line): end \(end.text) is before start \(start.text)",
        "\(element.line)行目：終わり \(end.text) が始まり \(start.text) より前です")
    } else if let start, let end, end.precedes(start) {
      throw problem(
        element, "end \(end.text) is before start \(start.text)",
        "終わり \(end.text) が始まり \(start.text) より前です",
        Phrase("swap or mend the times", "時刻を入れ替えるか、直してください"))
    }
    return (start, end)
  }

  private func time(
    _ value: ArraySlice<UInt8>?, _ element: borrowing XMLElement
  ) throws(FileProblem) -> GEXFTime? {
    guard let value, !value.isEmpty else { return nil }
    // Gephi writes an open end so.
    if let word = String(validating: value, as: UTF8.self)?.lowercased(),
      ["infinity", "-infinity", "inf", "-inf"].contains(word)
    {
      return nil
    }
    if let time = GEXFTime(value) { return time }
    let shown = quoted(String(decoding: value, as: UTF8.self))
    throw problem(
      element, "\(shown) is neither a number nor a date", "\(shown) は数でも日付でもありません",
      Phrase("write a number, or a date such as 2009-07-01", "数か、2009-07-01 のような日付を書いてください"))
  }

  // MARK: Columns

  private func declare(_ element: borrowing XMLElement) throws(FileProblem) {
    guard let openClass, let id = element.value(of: "id") else { throw missing("id", element) }
    let title = element.text(of: "title") ?? ""
    var name = title.isEmpty ? String(decoding: id, as: UTF8.self) : title
    let taken = columns[openClass]?.values.contains { $0.name == name } ?? false
    if taken { name += " (\(String(decoding: id, as: UTF8.self)))" }
    let handle =
      openClass == "edge" ? assembly.tieCells.column(name) : assembly.actorCells.column(name)
    columns[openClass, default: [:]][Array(id)[...]] = (name, handle)
    openColumn = handle
  }

  private func setValue(_ element: borrowing XMLElement) throws(FileProblem) {
    guard let id = element.value(of: "for") ?? element.value(of: "id") else {
      throw missing("for", element)
    }
    guard let owner = owners.last else { return }
    var value = element.value(of: "value") ?? []
    let (start, end) = try times(element)
    let moment = element.value(of: "timestamp")
    let isTimed = start != nil || end != nil || moment != nil
    if isTimed {
      // As ISO 8601 writes an interval.
      let when = moment.map(Array.init) ?? Array("\(start?.text ?? "")/\(end?.text ?? "")".utf8)
      value = (value + [UInt8(ascii: "@")] + when)[...]
      timedValueCount += 1
    }
    switch owner {
    case .node(let node): assembly.actorCells.add(column(id, "node"), node, value)
    case .edge(let edge): assembly.tieCells.add(column(id, "edge"), edge, value)
    }
  }

  private func column(_ id: ArraySlice<UInt8>, _ owner: String) -> SparseTable.Handle {
    if let known = columns[owner]?[id] { return known.handle }
    let name = String(decoding: id, as: UTF8.self)
    if !undeclared.contains(name) { undeclared.append(name) }
    let handle =
      owner == "edge" ? assembly.tieCells.column(name) : assembly.actorCells.column(name)
    columns[owner, default: [:]][Array(id)[...]] = (name, handle)
    return handle
  }

  /// Takes what `viz` says of the look.
  private func beginLook(_ element: borrowing XMLElement) {
    guard !owners.isEmpty else { return }
    switch element.name {
    case "color":
      if let hex = element.value(of: "hex") { return set(free("color"), hex) }
      let parts = ["r", "g", "b", "a"].compactMap { name in
        element.attributes.first { $0.name == name }.map {
          String(decoding: $0.value, as: UTF8.self)
        }
      }
      set(free("color"), "rgb\(parts.count > 3 ? "a" : "")(\(parts.joined(separator: ",")))".utf8)
    case "position":
      for (name, value) in element.attributes where ["x", "y", "z"].contains(name) {
        set(free(name), value)
      }
    case "size", "shape", "thickness":
      if let value = element.value(of: "value") { set(free(element.name), value) }
    default: break
    }
  }

  /// A name for a column that no declared one has.
  private func free(_ name: String) -> String {
    let owner = if case .edge? = owners.last { "edge" } else { "node" }
    return columns[owner]?.values.contains { $0.name == name } ?? false ? "viz.\(name)" : name
  }

  private func set(_ name: String, _ value: some Sequence<UInt8>) {
    switch owners.last {
    case .node(let node)?: assembly.actorCells.set(assembly.actorCells.column(name), node, value)
    case .edge(let edge)?: assembly.tieCells.set(assembly.tieCells.column(name), edge, value)
    case nil: break
    }
  }

  // MARK: Problems

  private func quoted(_ text: String) -> String { FileProblem.quoted(text) }

  private func missing(_ name: String, _ element: borrowing XMLElement) -> FileProblem {
    problem(
      element, "attribute \(name) missing in <\(element.name)>",
      "<\(element.name)> に属性 \(name) がありません", Phrase("add it", "属性を加えてください"))
  }

  private func problem(
    _ element: borrowing XMLElement, _ english: String, _ japanese: String, _ advice: Phrase
  ) -> FileProblem {
    FileProblem(path, line: element.line, Phrase(english, japanese), advice: advice)
  }
}
