internal import NetworkData

extension DOTReader {
  // MARK: Cells

  /// Keeps what is said of a node.
  mutating func setCells(_ settings: Settings, ofNode node: UInt32) {
    for (name, value) in settings {
      guard name == "label" else {
        assembly.actorCells.set(name, Int(node), Self.text(value))
        continue
      }
      if value.first == Self.markupMark {
        htmlCount += 1
        assembly.actorCells.set("label_html", Int(node), Self.text(value))
      }
      // This is what a node shows without a label.
      if value == Array("\\N".utf8) { continue }
      let label = Self.plain(value, node: assembly.id(of: Int(node)), graph: graphName)
      assembly.actorCells.set("label", Int(node), label)
    }
  }

  /// Adds an edge, or says more of one that is there: in a strict graph, or with the same key.
  mutating func addEdge(
    _ source: UInt32, _ target: UInt32, ports: (tail: [UInt8], head: [UInt8]),
    _ settings: Settings, line: Int
  ) {
    let isSwapped = !isDirected && source > target
    let pair = isSwapped ? (target, source) : (source, target)
    let key = settings.last { $0.name == "key" }?.value
    let isPlain = settings.last { $0.name == "dir" }?.value == Array("none".utf8)
    let next = assembly.tieCount
    var tie = next
    if isStrict {
      tie = firstOfPair[UInt64(pair.0) << 32 | UInt64(pair.1), default: next]
      firstOfPair[UInt64(pair.0) << 32 | UInt64(pair.1)] = tie
    } else if let key {
      let place = "\(pair.0) \(pair.1) \(String(decoding: key, as: UTF8.self))"
      tie = firstOfKey[place, default: next]
      firstOfKey[place] = tie
    }
    if tie == next {
      assembly.addTie(from: Int(source), to: Int(target), isDirected: isDirected, line: line)
      if isPlain, isDirected { plainTies.append(tie) }
    }
    for (name, port) in [("tailport", ports.tail), ("headport", ports.head)] where !port.isEmpty {
      assembly.tieCells.set(assembly.tieCells.column(name), tie, port)
    }
    for (name, value) in settings {
      if name == "weight", !assembly.tieCells.has("strength"),
        let number = DecimalNumber.parse(value[...])
      {
        weights.setWeight(number, ofTie: tie)
      } else if name == "label" {
        assembly.tieCells.set(name, tie, Self.plain(value))
      } else {
        assembly.tieCells.set(name, tie, Self.text(value))
      }
    }
  }

  // MARK: Labels

  /// What values begin with that stood in angle brackets: no text holds it.
  static let markupMark: UInt8 = 0

  /// A value as it stood in the file.
  static func text(_ value: [UInt8]) -> String {
    guard value.first == markupMark else { return String(decoding: value, as: UTF8.self) }
    return "<\(String(decoding: value.dropFirst(), as: UTF8.self))>"
  }

  /// Returns a label as it is shown: without tags, escapes and entities.
  static func plain(_ value: [UInt8], node: String = "", graph: [UInt8] = []) -> String {
    var text: [UInt8] = []
    if value.first == markupMark {
      var isInTag = false
      for byte in value.dropFirst() {
        if byte == UInt8(ascii: "<") { isInTag = true }
        if !isInTag { text.append(byte) }
        if byte == UInt8(ascii: ">") { isInTag = false }
      }
    } else {
      var isEscape = false
      for byte in value {
        guard isEscape else {
          if byte == UInt8(ascii: "\\") { isEscape = true } else { text.append(byte) }
          continue
        }
        isEscape = false
        switch byte {
        case UInt8(ascii: "n"), UInt8(ascii: "l"), UInt8(ascii: "r"): text.append(Ascii.lineFeed)
        case UInt8(ascii: "N"): text += node.utf8
        case UInt8(ascii: "G"): text += graph
        default: text.append(byte)
        }
      }
    }
    while text.last == Ascii.lineFeed { text.removeLast() }
    return String(decoding: GMLText.resolved(text.span, 0..<text.count), as: UTF8.self)
  }

  // MARK: The network

  /// Returns the network of the file, which has been read to its end.
  mutating func reading() throws(FileProblem) -> NetworkFile.Reading {
    try assembly.checkCells(limits)
    weights.apply(to: &assembly)
    // Where all are so, that is how the graph is drawn and not what it means.
    if plainTies.count < assembly.tieCount {
      for tie in plainTies {
        assembly.setDirected(false, ofTie: tie)
        assembly.tieCells.set("dir", tie, "")
      }
      assembly.tieCells.dropEmpty("dir")
    }
    func note(_ english: String, _ japanese: String) {
      assembly.notes.append(Phrase("\(path): \(english)", "\(path)：\(japanese)"))
    }
    if hasFurtherGraph {
      note("more than one graph: only the first is read", "グラフが2つ以上あります。最初のものだけを読みます")
    }
    if htmlCount > 0 {
      note(
        "the text of HTML labels (\(htmlCount)) is the name; the column label_html keeps the markup",
        "HTML ラベル\(htmlCount)個は文字だけを名前とし、元の形は label_html 列に残します")
    }
    return assembly.reading()
  }
}
