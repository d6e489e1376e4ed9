internal import NetworkData

/// Makes a network of a GML file.
struct GMLReader {
  let path: String
  let limits: ReadingLimits
  var scanner: GMLScanner
  var assembly: NetworkAssembly
  var ids = GMLIDs()
  var labels = SparseColumn(name: "label")
  var edges = GMLEdges()
  var isDirected = false
  var graphCount = 0
  /// Names of columns that are no GML keys, by the keys that stand for them.
  var columnNames: [String: [String: String]] = [:]
  var hasWordIDs = false

  init(path: String, limits: ReadingLimits, from start: Int) {
    self.path = path
    self.limits = limits
    scanner = GMLScanner(path: path, from: start)
    assembly = NetworkAssembly(path: path)
  }

  // MARK: Records

  /// Reads the file.
  mutating func read(_ bytes: Span<UInt8>) throws(FileProblem) {
    while true {
      switch try scanner.next(in: bytes) {
      case .end:
        guard graphCount > 0 else {
          throw scanner.problem(
            "no graph [ … ]", "graph [ … ] がありません",
            Phrase("the file holds no network", "ネットワークが含まれていません"))
        }
        return
      case .word(let key):
        let name = Self.text(bytes, key)
        let value = try scanner.next(in: bytes)
        guard value == .open else {
          try check(value, of: name)
          continue
        }
        let opened = scanner.line
        if name == "graph" {
          graphCount += 1
          if graphCount == 1 {
            try readGraph(bytes, opened: opened)
            continue
          }
        }
        try skipList(bytes, opened: opened)
      case .close:
        throw scanner.problem(
          "\"]\" without \"[\"", "\"[\" のない \"]\" があります",
          Phrase("remove it, or open the list", "取り除くか、リストを開いてください"))
      default: throw notKey(bytes)
      }
    }
  }

  mutating func readGraph(_ bytes: Span<UInt8>, opened: Int) throws(FileProblem) {
    while let key = try nextKey(bytes, opened: opened) {
      let line = scanner.line
      let value = try scanner.next(in: bytes)
      if value == .open {
        if Self.isEqual(bytes, key, "edge") {
          try readEdge(bytes, opened: scanner.line)
        } else if Self.isEqual(bytes, key, "node") {
          try readNode(bytes, opened: scanner.line)
        } else {
          try readList(bytes, named: Self.text(bytes, key), opened: scanner.line)
        }
        continue
      }
      let name = Self.text(bytes, key)
      try check(value, of: name)
      let text = Self.content(bytes, value)
      switch name {
      case "directed":
        guard text == "0" || text == "1" else {
          throw FileProblem(
            path, line: line,
            Phrase(
              "directed must be 0 or 1, not \(FileProblem.quoted(text))",
              "directed は 0 か 1 です（\(FileProblem.quoted(text)) は使えません）"),
            advice: Phrase("correct it", "直してください"))
        }
        isDirected = text == "1"
      case "id", "multigraph", "Version", "version": break
      case "label": assembly.describe("name", text)
      default: assembly.describe(name, text)
      }
    }
  }

  mutating func readNode(_ bytes: Span<UInt8>, opened: Int) throws(FileProblem) {
    let node = ids.count
    var hasID = false
    try readCells(bytes, opened: opened) { reader, key, value throws(FileProblem) in
      if Self.isEqual(bytes, key, "id") {
        guard !hasID else { throw reader.repeated("id") }
        hasID = true
        let line = reader.scanner.line
        let number = try reader.number(of: bytes, value)
        if let first = reader.ids.add(number, line: line) {
          throw FileProblem(
            reader.path, line: line,
            Phrase(
              "duplicate node id \(Self.content(bytes, value)) (first at line \(first))",
              "ノードの id \(Self.content(bytes, value)) が重複しています（最初は\(first)行目）"),
            advice: Phrase("give every node an id of its own", "ノードごとに異なる id を付けてください"))
        }
        return true
      }
      guard Self.isEqual(bytes, key, "label") else { return false }
      reader.labels.set(node, Self.bytes(bytes, value))
      return true
    } set: { reader, name, value in
      let column = reader.column(name, of: "node")
      reader.assembly.actorCells.add(column, node, Self.bytes(bytes, value))
    }
    guard hasID else {
      throw FileProblem(
        path, line: opened, Phrase("a node without id", "id のないノードがあります"),
        advice: Phrase("give every node an id", "すべてのノードに id を付けてください"))
    }
  }

  mutating func readEdge(_ bytes: Span<UInt8>, opened: Int) throws(FileProblem) {
    let edge = edges.count
    var (source, target): (Int?, Int?) = (nil, nil)
    edges.begin(line: opened)
    try readCells(bytes, opened: opened) { reader, key, value throws(FileProblem) in
      switch key.count {
      case 6 where Self.isEqual(bytes, key, "source"):
        guard source == nil else { throw reader.repeated("source") }
        source = try reader.number(of: bytes, value)
      case 6 where Self.isEqual(bytes, key, "target"):
        guard target == nil else { throw reader.repeated("target") }
        target = try reader.number(of: bytes, value)
      case 6 where Self.isEqual(bytes, key, "weight"):
        guard case .string = value else {
          let text = Self.bytes(bytes, value)[...]
          let weight = try reader.assembly.strength(of: text, line: reader.scanner.line)
          reader.edges.weights.setWeight(weight, ofTie: edge)
          return true
        }
        return false
      case 5 where Self.isEqual(bytes, key, "value"):
        let number =
          if case .number(let range) = value { DecimalNumber.parse(bytes, range) } else {
            nil as Double?
          }
        reader.edges.weights.setValue(number, ofTie: edge)
        return false
      default: return false
      }
      return true
    } set: { reader, name, value in
      let column = reader.column(name, of: "edge")
      reader.assembly.tieCells.add(column, edge, Self.bytes(bytes, value))
    }
    guard let source, let target else {
      let name = source == nil ? "source" : "target"
      throw FileProblem(
        path, line: opened, Phrase("an edge without \(name)", "\(name) のないエッジがあります"),
        advice: Phrase("give every edge a source and a target", "すべてのエッジに source と target を書いてください")
      )
    }
    edges.end(source, target)
  }

  /// Reads what describes columns, or skips a list of the graph that is of no interest.
  mutating func readList(
    _ bytes: Span<UInt8>, named name: String, opened: Int
  ) throws(FileProblem) {
    guard name == "nodeColumn" || name == "edgeColumn" else {
      assembly.describe(name, "[")
      return try skipList(bytes, opened: opened)
    }
    var entry: [String: String] = [:]
    try readCells(bytes, opened: opened) { _, _, _ in
      false
    } set: { _, name, value in
      entry[name] = String(decoding: Self.bytes(bytes, value), as: UTF8.self)
    }
    if let key = entry["key"], let column = entry["name"] {
      columnNames[String(name.prefix(4)), default: [:]][key] = column
    }
  }

  // MARK: Lists

  /// Reads a list to its end, with lists in it flattened: `graphics [ x 0 ]` is `graphics.x`.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - opened: The line on which the list begins.
  ///   - take: Takes a value of the list itself; false where it has no meaning of its own.
  ///   - set: Keeps any other value, by its name.
  /// - Throws: ``FileProblem`` for what is no list, or what `take` throws.
  mutating func readCells(
    _ bytes: Span<UInt8>, opened: Int,
    take: (inout GMLReader, Range<Int>, GMLScanner.Token) throws(FileProblem) -> Bool,
    set: (inout GMLReader, String, GMLScanner.Token) -> Void
  ) throws(FileProblem) {
    var prefixes: [String] = []
    while true {
      guard let key = try nextKey(bytes, opened: opened) else {
        if prefixes.popLast() == nil { return }
        continue
      }
      let value = try scanner.next(in: bytes)
      if value == .open {
        prefixes.append((prefixes.last ?? "") + Self.text(bytes, key) + ".")
        try checkDepth(prefixes.count + 2)
        continue
      }
      if case .end = value { throw cut(opened) }
      if case .close = value { throw noValue(Self.text(bytes, key)) }
      try checkNumber(value, bytes)
      if prefixes.isEmpty, try take(&self, key, value) { continue }
      set(&self, (prefixes.last ?? "") + Self.text(bytes, key), value)
    }
  }

  mutating func skipList(_ bytes: Span<UInt8>, opened: Int) throws(FileProblem) {
    var depth = 1
    while depth > 0 {
      switch try scanner.next(in: bytes) {
      case .open:
        depth += 1
        try checkDepth(depth + 1)
      case .close: depth -= 1
      case .end: throw cut(opened)
      default: break
      }
    }
  }

  mutating func nextKey(
    _ bytes: Span<UInt8>, opened: Int
  ) throws(FileProblem) -> Range<Int>? {
    switch try scanner.next(in: bytes) {
    case .word(let key): return key
    case .close: return nil
    case .end: throw cut(opened)
    default: throw notKey(bytes)
    }
  }

  /// The column of a key, under the name that the file gives to it.
  mutating func column(_ key: String, of owner: String) -> SparseTable.Handle {
    let name = columnNames[owner]?[key] ?? key
    return owner == "node" ? assembly.actorCells.column(name) : assembly.tieCells.column(name)
  }
}
