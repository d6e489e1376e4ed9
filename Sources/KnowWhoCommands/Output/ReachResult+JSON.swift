internal import KnowWho

extension ReachResult {
  /// The result as JSON.
  func json(_ title: String, _ mode: ReachOptions.Mode, _ notes: [String]) -> JSONValue {
    .object([
      ("title", .text(title)), ("synthetic", .optional(network.description.synthetic)),
      ("mode", .text(mode.rawValue)),
      ("actors", .array(rows.indices.map(actor))), ("notes", .array(notes.map(JSONValue.text))),
    ])
  }

  private func actor(at index: Int) -> JSONValue {
    let row = rows[index]
    let actor = range.least.actors[row]
    var members: [(String, JSONValue)] = [
      ("id", .text(network.actors.id(actor))),
      ("name", .text(language.name(of: actor, in: network))),
      ("kind", .optional(network.actors.kind(actor)?.rawValue)),
      (
        "distanceWeighted",
        .number(range.least.distanceWeighted(row: row, introducers: introductions))
      ),
    ]
    if let next {
      members.append(
        (
          "bestNext",
          next[row].map {
            .object([
              ("id", .text(network.actors.id($0.actor))),
              ("name", .text(language.name(of: $0.actor, in: network))),
              ("adds", .integer($0.gain)),
            ])
          } ?? .null
        ))
    }
    members.append(("reach", .array((0...introductions).map { reach(row, index, $0) })))
    return .object(members)
  }

  private func reach(_ row: Int, _ index: Int, _ level: Int) -> JSONValue {
    var members: [(String, JSONValue)] = [("introducers", .integer(level))]
    func add(_ name: String, _ bounds: ClosedRange<Int>) {
      members.append((name, .integer(bounds.lowerBound)))
      if range.most != nil { members.append((name + "Max", .integer(bounds.upperBound))) }
    }
    add("organisations", range.bounds(row: row, introducers: level))
    add("outside", range.bounds(row: row, introducers: level, outside: true))
    for (kind, word) in range.least.kinds.enumerated() {
      add(word?.rawValue ?? "other", range.bounds(row: row, introducers: level, kind: kind))
    }
    if let value = expected?[level][index] {
      members.append(("expected", .number(value.mean)))
      members.append(("expectedMargin", .optional(value.margin)))
      members.append(("expectedIsExact", .bool(value.isExact)))
    }
    return .object(members)
  }
}
