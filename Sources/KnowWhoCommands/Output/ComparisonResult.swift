internal import KnowWho

/// What `compare` prints: two networks figure by figure, and groups beside chance.
struct ComparisonResult {
  let sides: [ComparedSide]
  /// The profiles of two networks; none where groups or more networks are compared.
  let profiles: [GraphProfile]
  /// Groups beside chance; nil where they were too large for that.
  let groups: GroupReport?
  let language: Language

  private var figures: [ProfileFigure] { profiles.isEmpty ? [] : ProfileComparison.figures }

  private var readings: [Phrase] {
    profiles.count == 2 ? ProfileComparison(profiles[0], profiles[1]).readings : []
  }

  /// What is made up, a line a network.
  var synthetic: [String] {
    sides.compactMap { side in
      language.synthetic(of: side.source.network)
        .map { language("Synthetic data: \($0)", "架空のデータです：\($0)") }
    }
  }

  /// What to beware of, and what the figures of each network count and rest on.
  var notes: [String] {
    let warning = ProfileComparison.warning.text(in: language)
    return [language("Warning: ", "ご注意：") + warning]
      + sides.flatMap { side in
        side.notes.map { sides.count == 1 ? $0 : "\(side.name)\(language(": ", "："))\($0)" }
      }
  }

  /// For people.
  var table: String {
    var text = sides.map { side in
      sides.count == 1 ? "\(side.title)\n" : "\(side.name)  \(side.title)\n"
    }.joined()
    text += "\n" + profileTable
    if let groups { text += (profiles.isEmpty ? "" : "\n") + groups.table }
    return text + "\n" + notes.map { $0 + "\n" }.joined()
  }

  private var profileTable: String {
    guard profiles.count == 2 else { return "" }
    let values = profiles.map { profile in
      figures.map { Decimals.cell(of: $0, $0.value(in: profile), language) }
    }
    let lines = TextTable(columns: [
      .init(title: "", isNumeric: false, cells: figures.map { $0.title.text(in: language) }),
      .init(title: "A", isNumeric: true, cells: values[0]),
      .init(title: "B", isNumeric: true, cells: values[1]),
    ]).text.split(separator: "\n")
    var text = "\(lines[0])\n"
    for (line, reading) in zip(lines.dropFirst(), readings) {
      text += "\(line)\n    \(reading.text(in: language))\n"
    }
    return text
  }

  /// For spreadsheets: a row a figure, those of two networks with a reading, those of groups with
  /// what chance makes of them.
  var csv: String {
    var text = ""
    for side in sides { text += SyntheticNote.comment(for: side.source.network.description) }
    let names = sides.count > 1 ? sides.map(\.path) : groups?.names ?? []
    let chance = groups?.chanceHeader ?? []
    text += CSVCell.row(["figure"] + names + ["reading"] + chance)
    if profiles.count == 2 {
      for (figure, reading) in zip(figures, readings) {
        let values = profiles.map { profile in
          figure.value(in: profile).flatMap { $0.isFinite ? NumberText.shortest($0) : nil } ?? ""
        }
        text += CSVCell.row(
          [figure.rawValue] + values + [reading.text(in: language)] + chance.map { _ in "" })
      }
    }
    if let groups {
      for figure in groups.comparison.figures {
        text += CSVCell.row(
          [figure.rawValue] + groups.values(of: figure)
            + [figure.convention.text(in: language)] + groups.chances(of: figure))
      }
    }
    return text
  }

  /// For programs.
  var json: JSONValue {
    var members: [(String, JSONValue)] = [
      (
        "networks",
        .array(
          sides.map { side in
            .object([
              ("path", .text(side.path)), ("title", .text(side.title)),
              ("synthetic", .optional(side.synthetic)),
              ("notes", .array(side.notes.map(JSONValue.text))),
            ])
          })
      )
    ]
    if profiles.count == 2 {
      members.append(
        (
          "figures",
          .array(
            zip(figures, readings).map { figure, reading in
              .object([
                ("name", .text(figure.rawValue)), ("convention", .text(figure.convention)),
                ("a", .optional(figure.value(in: profiles[0]))),
                ("b", .optional(figure.value(in: profiles[1]))),
                ("reading", .text(reading.text(in: language))),
              ])
            })
        ))
    }
    if let groups { members.append(("chance", groups.json)) }
    members.append(("warning", .text(ProfileComparison.warning.text(in: language))))
    return .object(members)
  }
}
