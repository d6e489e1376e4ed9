internal import KnowWho

extension SuccessionReport {
  /// All rows as one CSV: `section` tells changes of actors, the ranking, and the sweep apart.
  var csv: String {
    var text = SyntheticNote.comment(for: network.description)
    text += CSVCell.row([
      "section", "id", "name", "kind", "rank", "share", "before", "after", "after_margin", "loss",
      "dependence", "dependence_margin",
    ])
    func number(_ value: Double?) -> String { value.map(NumberText.shortest) ?? "" }
    for change in changes {
      let expected = expected(change.actor)
      text += CSVCell.row(
        ["change"] + fields.cells(change.actor) + [
          "", "", String(change.before), String(change.after), "", String(change.loss), "", "",
        ])
      if let expected, let detail {
        text += CSVCell.row(
          ["heir"] + fields.cells(change.actor) + [
            "", number(detail.share), String(change.before), number(expected.mean),
            number(expected.margin), number(Double(change.before) - expected.mean), "", "",
          ])
      }
    }
    for row in ranking {
      text += CSVCell.row(
        ["ranking"] + fields.cells(row.actor) + [
          String(row.rank), "", String(row.before), String(row.before - row.loss), "",
          String(row.loss), number(row.share), "",
        ])
    }
    for point in inheritance?.points.dropLast() ?? [] {
      text += CSVCell.row([
        "sweep", "", "", "", "", number(point.share), String(othersBefore),
        number(point.others.mean),
        number(point.others.margin), "", number(point.dependence?.mean),
        number(point.dependence?.margin),
      ])
    }
    return text
  }

  /// The result as JSON.
  func json(_ title: String, _ notes: [String]) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("title", .text(title)), ("synthetic", .optional(network.description.synthetic)),
      ("retire", .text(network.actors.id(leader))),
      ("introducers", .integer(departures.introducers)),
      ("tiesGone", .integer(retirement.ties.count)), ("before", .integer(before)),
      ("after", .integer(after)), ("dependence", .optional(dependence)),
      ("rank", leaderRank.map { .integer($0.rank) } ?? .null),
      ("partsBefore", .array(separation.before.map(JSONValue.integer))),
      ("partsAfter", .array(separation.after.map(JSONValue.integer))),
      ("cutOff", ids(separation.cutOff)), ("withoutReach", ids(alone)),
      ("changes", .array(changes.map(json))), ("ranking", .array(ranking.map(json))),
    ]
    if let inheritance, let heir = retirement.heir, let detail {
      members += [
        ("heir", .text(network.actors.id(heir))),
        ("tiesInheritable", .integer(retirement.inheritable.count)),
        ("isExact", .bool(inheritance.runs == nil)),
        ("runs", inheritance.runs.map(JSONValue.integer) ?? .null),
        ("sweep", .array(inheritance.points.dropLast().map(json))), ("inherit", json(detail)),
      ]
    }
    if let catalysers {
      members += [
        ("catalysers", ids(catalysers)),
        ("catalyserDependence", .optional(catalyserDependence)), ("balance", .optional(balance)),
      ]
    }
    return .object(members + [("notes", .array(notes.map(JSONValue.text)))])
  }

  private func ids(_ actors: [Int]) -> JSONValue {
    .array(actors.map { .text(network.actors.id($0)) })
  }

  private func json(_ change: Departures.Change) -> JSONValue {
    let expected = expected(change.actor)
    return .object(
      fields.members(change.actor) + [
        ("before", .integer(change.before)), ("after", .integer(change.after)),
        ("loss", .integer(change.loss)),
      ]
        + (expected.map {
          [("afterWithHeir", .number($0.mean)), ("afterWithHeirMargin", .number($0.margin))]
        } ?? []))
  }

  private func json(_ row: Dependence) -> JSONValue {
    .object(
      [("rank", .integer(row.rank))] + fields.members(row.actor) + [
        ("loss", .integer(row.loss)), ("before", .integer(row.before)),
        ("dependence", .optional(row.share)),
      ])
  }

  private func json(_ point: Inheritance.Point) -> JSONValue {
    .object([
      ("share", .number(point.share)), ("others", .number(point.others.mean)),
      ("othersMargin", .number(point.others.margin)), ("heir", .number(point.heir.mean)),
      ("heirMargin", .number(point.heir.margin)),
      ("dependence", .optional(point.dependence?.mean)),
      ("dependenceMargin", .optional(point.dependence?.margin)),
    ])
  }
}
