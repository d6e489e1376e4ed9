internal import KnowWho

extension GroupReport {
  /// The titles of the columns of ``chances``.
  var chanceHeader: [String] {
    let cells = names.flatMap { name in
      [
        "low", "high", "same size", "same size low", "same size high", "same size p",
        "same degrees", "same degrees low", "same degrees high", "same degrees p",
      ].map { "\(name) \($0)" }
    }
    let differences = names.dropFirst().flatMap { name in
      ["", " low", " high", " p", " p error"].map { "difference \(name)\($0)" }
    }
    return cells + differences
  }

  /// The values of a figure, a group each.
  func values(of figure: ComparisonFigure) -> [String] {
    Self.texts(comparison.groups.indices.map { comparison.cell(figure, of: $0).value })
  }

  /// What a figure might be, and what chance makes of it.
  func chances(of figure: ComparisonFigure) -> [String] {
    let cells = comparison.groups.indices.flatMap { group in
      let cell = comparison.cell(figure, of: group)
      return [cell.estimate?.interval?.lowerBound, cell.estimate?.interval?.upperBound]
        + Self.numbers(cell.sameSize) + Self.numbers(cell.sameDegrees)
    }
    let differences = comparison.groups.indices.dropFirst().flatMap { other in
      let difference = comparison.difference(figure, of: other)
      let p = difference.test?.twoSided
      return [
        difference.value, difference.interval?.lowerBound, difference.interval?.upperBound,
        p?.value, p?.standardError,
      ]
    }
    return Self.texts(cells + differences)
  }

  private static func texts(_ numbers: [Double?]) -> [String] {
    numbers.map { number in
      number.flatMap { $0.isFinite ? NumberText.shortest($0) : nil } ?? ""
    }
  }

  private static func numbers(_ null: GroupComparison.Null?) -> [Double?] {
    [
      null?.test.expected, null?.interval?.lowerBound, null?.interval?.upperBound,
      null?.test.twoSided?.value,
    ]
  }

  /// The comparison for programs.
  var json: JSONValue {
    .object([
      ("runs", .number(Double(comparison.runs))), ("seed", .text(String(comparison.seed))),
      ("exchange", .optional(comparison.exchange?.rawValue)),
      (
        "groups",
        .array(
          comparison.groups.indices.map { group in
            .object([
              ("name", .text(names[group])),
              ("members", .number(Double(comparison.groups[group].graph.nodeCount))),
              ("ties", .number(Double(comparison.groups[group].graph.edgeCount))),
              ("figures", .array(comparison.figures.map { json(of: $0, in: group) })),
            ])
          })
      ),
      ("sentences", .array(sentences.map(JSONValue.text))),
    ])
  }

  private func json(of figure: ComparisonFigure, in group: Int) -> JSONValue {
    let cell = comparison.cell(figure, of: group)
    var members: [(String, JSONValue)] = [
      ("name", .text(figure.rawValue)), ("convention", .text(figure.convention.english)),
      ("value", .number(cell.value)), ("low", .optional(cell.estimate?.interval?.lowerBound)),
      ("high", .optional(cell.estimate?.interval?.upperBound)),
      ("sameSize", Self.json(of: cell.sameSize)),
      ("sameDegrees", Self.json(of: cell.sameDegrees)),
    ]
    if group > 0 {
      let difference = comparison.difference(figure, of: group)
      members.append(
        (
          "differenceFromFirst",
          .object([
            ("value", .number(difference.value)),
            ("low", .optional(difference.interval?.lowerBound)),
            ("high", .optional(difference.interval?.upperBound)),
            ("p", .optional(difference.test?.twoSided?.value)),
            ("pError", .optional(difference.test?.twoSided?.standardError)),
          ])
        ))
    }
    return .object(members)
  }

  private static func json(of null: GroupComparison.Null?) -> JSONValue {
    .object([
      ("mean", .optional(null?.test.expected)), ("low", .optional(null?.interval?.lowerBound)),
      ("high", .optional(null?.interval?.upperBound)),
      ("p", .optional(null?.test.twoSided?.value)),
    ])
  }
}
