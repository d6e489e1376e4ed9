internal import NetworkData

extension GEXFReader {
  // MARK: Times

  mutating func beginSpells(_ element: borrowing XMLElement) throws(FileProblem) {
    var open = GEXFSpells()
    let (start, end) = try times(element)
    open.add(start, end)
    spells.append(open)
  }

  mutating func addSpell(_ element: borrowing XMLElement) throws(FileProblem) {
    guard !spells.isEmpty else { return }
    let (start, end) = try times(element)
    spells[spells.count - 1].add(start, end)
  }

  mutating func times(
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

  func time(
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

  mutating func declare(_ element: borrowing XMLElement) throws(FileProblem) {
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

  mutating func setValue(_ element: borrowing XMLElement) throws(FileProblem) {
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

  mutating func column(_ id: ArraySlice<UInt8>, _ owner: String) -> SparseTable.Handle {
    if let known = columns[owner]?[id] { return known.handle }
    let name = String(decoding: id, as: UTF8.self)
    if !undeclared.contains(name) { undeclared.append(name) }
    let handle =
      owner == "edge" ? assembly.tieCells.column(name) : assembly.actorCells.column(name)
    columns[owner, default: [:]][Array(id)[...]] = (name, handle)
    return handle
  }

  /// Takes what `viz` says of the look.
  mutating func beginLook(_ element: borrowing XMLElement) {
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
  func free(_ name: String) -> String {
    let owner = if case .edge? = owners.last { "edge" } else { "node" }
    return columns[owner]?.values.contains { $0.name == name } ?? false ? "viz.\(name)" : name
  }

  mutating func set(_ name: String, _ value: some Sequence<UInt8>) {
    switch owners.last {
    case .node(let node)?: assembly.actorCells.set(assembly.actorCells.column(name), node, value)
    case .edge(let edge)?: assembly.tieCells.set(assembly.tieCells.column(name), edge, value)
    case nil: break
    }
  }

  // MARK: Problems

  func quoted(_ text: String) -> String { FileProblem.quoted(text) }

  func missing(_ name: String, _ element: borrowing XMLElement) -> FileProblem {
    problem(
      element, "attribute \(name) missing in <\(element.name)>",
      "<\(element.name)> に属性 \(name) がありません", Phrase("add it", "属性を加えてください"))
  }

  func problem(
    _ element: borrowing XMLElement, _ english: String, _ japanese: String, _ advice: Phrase
  ) -> FileProblem {
    FileProblem(path, line: element.line, Phrase(english, japanese), advice: advice)
  }
}
