internal import NetworkData

extension DOTReader {
  // MARK: Parts

  mutating func node(_ id: [UInt8]) throws(FileProblem) -> UInt32 {
    guard !id.isEmpty else {
      throw scanner.problem(
        "a node with an empty name", "名前が空のノードがあります", Phrase("give it a name", "名前を付けてください"))
    }
    let top = scopes.count - 1
    let before = assembly.actorCount
    let node = UInt32(assembly.mentionActor(id[...], line: scanner.line))
    if assembly.actorCount > before {
      _ = try assembly.declareActor(id[...], line: scanner.line)
      try budget.copy(scopes[top].nodeDefaults, times: 1, line: scanner.line)
      setCells(scopes[top].nodeDefaults, ofNode: node)
    }
    if scopes[top].known.insert(node).inserted { scopes[top].nodes.append(node) }
    if top > 0 { scopes[top].ownNodes.append(node) }
    return node
  }

  mutating func port(_ bytes: Span<UInt8>) throws(FileProblem) -> [UInt8] {
    var port: [UInt8] = []
    while token == .mark(UInt8(ascii: ":")) {
      try advance(bytes)
      guard case .id(let name) = token else { throw expected("the name of a port", "ポートの名前") }
      if !port.isEmpty { port.append(UInt8(ascii: ":")) }
      port += name
      try advance(bytes)
    }
    return port
  }

  mutating func readLists(_ bytes: Span<UInt8>) throws(FileProblem) -> Settings {
    var settings: Settings = []
    while token == .mark(UInt8(ascii: "[")) {
      let opened = scanner.line
      try advance(bytes)
      while token != .mark(UInt8(ascii: "]")) {
        switch token {
        case .mark(Ascii.comma), .mark(Ascii.semicolon): try advance(bytes)
        case .id(let word), .html(let word):
          try advance(bytes)
          var value = Array("true".utf8)
          if token == .mark(UInt8(ascii: "=")) {
            try advance(bytes)
            value = try self.value(bytes)
          }
          settings.append((String(decoding: word, as: UTF8.self), value))
        default:
          throw scanner.problem(
            "\"[\" opened at line \(opened) is not closed", "\(opened)行目の \"[\" が閉じていません",
            Phrase("close it with ]", "] で閉じてください"))
        }
      }
      try advance(bytes)
    }
    return settings
  }

  /// Reads a value; markup gets a mark by which it is known.
  mutating func value(_ bytes: Span<UInt8>) throws(FileProblem) -> [UInt8] {
    let value: [UInt8]
    switch token {
    case .id(let word): value = word
    case .html(let markup): value = [Self.markupMark] + markup
    default: throw expected("a value", "値")
    }
    try advance(bytes)
    return value
  }

  mutating func advance(_ bytes: Span<UInt8>) throws(FileProblem) {
    token = try scanner.next(in: bytes)
  }

  func expected(_ english: String, _ japanese: String) -> FileProblem {
    if token == .end, !scopes.isEmpty { return unclosed() }
    return scanner.problem(
      "expected \(english)", "\(japanese)が必要です",
      Phrase("see the grammar of DOT at graphviz.org", "graphviz.org の DOT の文法を確かめてください"))
  }

  func unclosed() -> FileProblem {
    let opened = scopes.last?.line ?? 1
    return scanner.problem(
      "\"{\" opened at line \(opened) is not closed", "\(opened)行目の \"{\" が閉じていません",
      Phrase("close it with }, or fetch the file again", "} で閉じるか、ファイルを取得し直してください"))
  }
}
