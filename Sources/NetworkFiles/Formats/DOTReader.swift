internal import NetworkData

/// Makes a network of a DOT file.
///
/// A machine with a stack of its own, so that no file can exhaust that of the program.
struct DOTReader {
  typealias Settings = [(name: String, value: [UInt8])]

  /// A node at the end of an edge, or the nodes of a subgraph there.
  struct End {
    var nodes: [UInt32]
    var port: [UInt8] = []
  }

  /// A graph or subgraph that is open.
  struct Scope {
    var nodeDefaults: Settings = []
    var edgeDefaults: Settings = []
    /// The nodes in it, and for quick look-up.
    var nodes: [UInt32] = []
    var known: Set<UInt32> = []
    /// Those that are named in it and not only in a subgraph of it.
    var ownNodes: [UInt32] = []
    /// The names of the subgraphs around it and its own; empty without a name.
    var path = ""
    var name = ""
    var label: [UInt8] = []
    let line: Int
    /// The ends of the edge statement in it that is being read.
    var ends: [End] = []
  }

  let path: String
  let limits: ReadingLimits
  var scanner: DOTScanner
  var token = DOTScanner.Token.end
  var assembly: NetworkAssembly
  var weights = TieWeights()
  var isDirected = false
  var isStrict = false
  var graphName: [UInt8] = []
  var scopes: [Scope] = []
  var namedNodes: [String: [UInt32]] = [:]
  var hasFurtherGraph = false
  /// Where ties are that a further statement for the same nodes only says more of.
  var firstOfPair: [UInt64: Int] = [:]
  var firstOfKey: [String: Int] = [:]
  var htmlCount = 0
  /// The edges of a digraph that are drawn without an arrow.
  var plainTies: [Int] = []
  /// The subgraphs that each node has been noted in.
  var places: [UInt32: Set<String>] = [:]
  var budget: DOTBudget

  init(path: String, limits: ReadingLimits, from start: Int) {
    self.path = path
    self.limits = limits
    scanner = DOTScanner(path: path, from: start)
    budget = DOTBudget(path: path, limits: limits)
    assembly = NetworkAssembly(path: path)
  }

  // MARK: Graph

  /// Reads the file.
  mutating func read(_ bytes: Span<UInt8>) throws(FileProblem) {
    try advance(bytes)
    if token == .keyword("strict") {
      isStrict = true
      try advance(bytes)
    }
    guard token == .keyword("graph") || token == .keyword("digraph") else {
      throw expected("graph or digraph", "graph か digraph")
    }
    isDirected = token == .keyword("digraph")
    assembly.isDirectedWithoutTies = isDirected
    try advance(bytes)
    if case .id(let name) = token {
      graphName = name
      try advance(bytes)
    }
    guard token == .mark(UInt8(ascii: "{")) else { throw expected("\"{\"", "\"{\"") }
    try open(bytes, name: "")
    while !scopes.isEmpty { try readStatement(bytes) }
    guard token != .end else { return }
    switch token {
    case .keyword("graph"), .keyword("digraph"), .keyword("strict"): hasFurtherGraph = true
    default: throw expected("the end of the file", "ファイルの終わり")
    }
  }

  /// Reads the next statement of the innermost scope, or a part of one that a subgraph is in.
  mutating func readStatement(_ bytes: Span<UInt8>) throws(FileProblem) {
    let top = scopes.count - 1
    switch token {
    case .mark(UInt8(ascii: "}")): try close(bytes)
    case .mark(Ascii.semicolon), .mark(Ascii.comma): try advance(bytes)
    case .mark(UInt8(ascii: "{")): try open(bytes, name: "")
    case .keyword("subgraph"):
      try advance(bytes)
      var name = ""
      if case .id(let word) = token {
        name = String(decoding: word, as: UTF8.self)
        try advance(bytes)
      }
      guard token == .mark(UInt8(ascii: "{")) else { throw expected("\"{\"", "\"{\"") }
      try open(bytes, name: name)
    case .keyword(let word):
      guard word != "strict", word != "digraph" else {
        throw expected("a statement", "文")
      }
      try advance(bytes)
      let settings = try readLists(bytes)
      switch word {
      case "node":
        for (name, _) in settings { _ = assembly.actorCells.column(name) }
        scopes[top].nodeDefaults = try replaced(scopes[top].nodeDefaults, by: settings)
      case "edge":
        for (name, _) in settings { _ = assembly.tieCells.column(name) }
        scopes[top].edgeDefaults = try replaced(scopes[top].edgeDefaults, by: settings)
      default: for (name, value) in settings { describe(name, value) }
      }
    case .id(let word), .html(let word):
      try advance(bytes)
      if token == .mark(UInt8(ascii: "=")) {
        try advance(bytes)
        describe(String(decoding: word, as: UTF8.self), try value(bytes))
        return
      }
      try readEnd(bytes, End(nodes: [try node(word)], port: try port(bytes)))
    case .end: throw unclosed()
    default: throw expected("a node, an edge or \"}\"", "ノード、エッジ、または \"}\"")
    }
  }

  /// Takes an end of an edge, or a node that stands alone, up to where another end may follow.
  mutating func readEnd(_ bytes: Span<UInt8>, _ end: End) throws(FileProblem) {
    let top = scopes.count - 1
    scopes[top].ends.append(end)
    if case .edge(let isDirected) = token {
      guard isDirected == self.isDirected else {
        throw scanner.problem(
          isDirected ? "\"->\" in an undirected graph" : "\"--\" in a digraph",
          isDirected ? "graph の中に \"->\" があります" : "digraph の中に \"--\" があります",
          isDirected
            ? Phrase("write --, or make it a digraph", "-- と書くか、digraph にしてください")
            : Phrase("write ->, or make it a graph", "-> と書くか、graph にしてください"))
      }
      try advance(bytes)
      switch token {
      case .id, .html, .mark(UInt8(ascii: "{")), .keyword("subgraph"): return
      default:
        throw expected("a node behind the edge operator", "エッジ記号の後にノード")
      }
    }
    let ends = scopes[top].ends
    scopes[top].ends = []
    let line = scanner.line
    let settings = try readLists(bytes)
    if ends.count == 1 {
      if !settings.isEmpty, let node = ends[0].nodes.first {
        setCells(settings, ofNode: node)
      }
      return
    }
    for (tail, head) in zip(ends, ends.dropFirst()) {
      try budget.multiply(tail.nodes.count, by: head.nodes.count, line: line)
      let given = scopes[top].edgeDefaults + settings
      try budget.copy(given, times: tail.nodes.count * head.nodes.count, line: line)
      for source in tail.nodes {
        for target in head.nodes {
          addEdge(source, target, ports: (tail.port, head.port), given, line: line)
        }
      }
    }
  }

  // MARK: Scopes

  mutating func open(_ bytes: Span<UInt8>, name: String) throws(FileProblem) {
    guard scopes.count < limits.depth else {
      throw scanner.problem(
        "nesting too deep: more than \(limits.depth) levels", "入れ子が深すぎます（\(limits.depth)段を超えます）",
        Phrase(
          "if the file can be trusted, raise the limit: --limit depth=\(limits.depth * 4)",
          "信頼できるファイルなら、上限を上げてください：--limit depth=\(limits.depth * 4)"))
    }
    var scope = Scope(line: scanner.line)
    if let outer = scopes.last {
      scope.nodeDefaults = outer.nodeDefaults
      scope.edgeDefaults = outer.edgeDefaults
      scope.name = name
      scope.path = name.isEmpty ? outer.path : outer.path.isEmpty ? name : "\(outer.path)/\(name)"
      if !name.isEmpty, let nodes = namedNodes[name] {
        scope.nodes = nodes
        scope.known = Set(nodes)
      }
    }
    scopes.append(scope)
    try advance(bytes)
  }

  mutating func close(_ bytes: Span<UInt8>) throws(FileProblem) {
    let closed = scopes.removeLast()
    guard let top = scopes.indices.last else {
      if !closed.label.isEmpty { assembly.describe("name", Self.plain(closed.label)) }
      try advance(bytes)
      return
    }
    try budget.walk(closed.nodes.count, line: closed.line)
    if !closed.name.isEmpty {
      namedNodes[closed.name] = closed.nodes
      try note("subgraph", closed.path, of: closed.ownNodes, line: closed.line)
    }
    if !closed.label.isEmpty {
      try note("subgraph_label", Self.plain(closed.label), of: closed.ownNodes, line: closed.line)
    }
    for node in closed.nodes where scopes[top].known.insert(node).inserted {
      scopes[top].nodes.append(node)
    }
    try advance(bytes)
    try readEnd(bytes, End(nodes: closed.nodes, port: try port(bytes)))
  }

  /// Makes later settings take the place of earlier ones of the same name.
  mutating func replaced(
    _ defaults: Settings, by settings: Settings
  ) throws(FileProblem) -> Settings {
    var defaults = defaults
    for setting in settings {
      try budget.walk(defaults.count, line: scanner.line)
      if let place = defaults.firstIndex(where: { $0.name == setting.name }) {
        defaults[place] = setting
      } else {
        defaults.append(setting)
      }
    }
    return defaults
  }

  /// Notes for nodes in which subgraph they are.
  mutating func note(
    _ column: String, _ text: String, of nodes: [UInt32], line: Int
  ) throws(FileProblem) {
    try budget.copy([(column, Array(text.utf8))], times: nodes.count, line: line)
    for node in nodes where places[node, default: []].insert("\(column) \(text)").inserted {
      assembly.actorCells.add(assembly.actorCells.column(column), Int(node), text.utf8)
    }
  }

  mutating func describe(_ name: String, _ value: [UInt8]) {
    let top = scopes.count - 1
    if name == "label" {
      scopes[top].label = value
    } else {
      assembly.describe(top == 0 ? name : "subgraph \(name)", Self.text(value))
    }
  }
}
