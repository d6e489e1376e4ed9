internal import KnowWho

/// A result of one table and some figures, in the three forms that commands write.
struct FigureReport {
  /// One number or text of a result.
  enum Value: Sendable {
    case text(String)
    case count(Int)
    /// A number that is shown with four decimals; NaN where it is not defined.
    case number(Double)

    fileprivate var cell: String {
      switch self {
      case .text(let text): text
      case .count(let count): String(count)
      case .number(let number): number.isFinite ? Decimals.readable(number) : Decimals.undefined
      }
    }

    fileprivate var field: String {
      switch self {
      case .text(let text): text
      case .count(let count): String(count)
      case .number(let number): number.isFinite ? NumberText.shortest(number) : ""
      }
    }

    fileprivate var json: JSONValue {
      switch self {
      case .text(let text): .text(text)
      case .count(let count): .integer(count)
      case .number(let number): .optional(number)
      }
    }

    fileprivate var isNumeric: Bool {
      if case .text = self { return false }
      return true
    }
  }

  /// One figure of the whole.
  struct Figure {
    /// The name in CSV and JSON.
    let key: String
    /// The name in a table, in the language of the result.
    let title: String
    let value: Value
  }

  /// One column of the table.
  struct Column: Sendable {
    /// The name in CSV and JSON.
    let key: String
    /// The name above the column, in the language of the result.
    let title: String
    let values: [Value]
  }

  /// What the result is of.
  let title: String
  let description: NetworkDescription
  let language: Language
  var figures: [Figure] = []
  /// What the rows of the table are called in JSON.
  var rowsKey = "rows"
  var columns: [Column] = []
  /// How numbers are to be understood, for those who publish them.
  var conventions: [String] = []
  /// What the numbers mean and rest on, in sentences.
  var notes: [String] = []

  /// Writes the report as asked for.
  ///
  /// As CSV it is the table, or the figures where there is no table; the rest goes to standard error.
  func write(to output: OutputOptions) throws {
    switch output.format {
    case .table: try output.write(text)
    case .csv:
      if !columns.isEmpty {
        for figure in figures { Console.note("\(figure.title): \(figure.value.cell)") }
      }
      for note in notes { Console.note(note) }
      try output.write(csv)
    case .json: try output.write(json.written)
    }
  }

  private var text: String {
    var parts = [title + "\n"]
    if !figures.isEmpty {
      parts.append(
        TextTable(columns: [
          .init(title: language("figure", "数値"), isNumeric: false, cells: figures.map(\.title)),
          .init(title: "", isNumeric: true, cells: figures.map(\.value.cell)),
        ]).text)
    }
    if !columns.isEmpty {
      parts.append(
        TextTable(
          columns: columns.map { column in
            .init(
              title: column.title,
              isNumeric: column.values.contains { $0.isNumeric },
              cells: column.values.map(\.cell))
          }
        ).text)
    }
    if !notes.isEmpty { parts.append(notes.map { $0 + "\n" }.joined()) }
    return parts.joined(separator: "\n")
  }

  private var csv: String {
    var text = SyntheticNote.comment(for: description)
    guard let first = columns.first else {
      text += CSVCell.row(["figure", "value"])
      for figure in figures { text += CSVCell.row([figure.key, figure.value.field]) }
      return text
    }
    text += CSVCell.row(columns.map(\.key))
    for row in first.values.indices {
      text += CSVCell.row(columns.map { $0.values[row].field })
    }
    return text
  }

  private var json: JSONValue {
    .object(
      [("title", .text(title)), ("synthetic", .optional(description.synthetic))]
        + figures.map { ($0.key, $0.value.json) }
        + (columns.first.map { first in
          [
            (
              rowsKey,
              .array(
                first.values.indices.map { row in
                  .object(columns.map { ($0.key, $0.values[row].json) })
                })
            )
          ]
        } ?? [])
        + [
          ("conventions", .array(conventions.map(JSONValue.text))),
          ("notes", .array(notes.map(JSONValue.text))),
        ])
  }
}

extension FigureReport {
  /// The columns that say which actors the rows are about.
  ///
  /// - Parameters:
  ///   - actors: An actor a row, as positions in the network.
  ///   - network: The network.
  ///   - language: The language of names.
  /// - Returns: Id, name where it differs from the id in any row, and kind where actors have kinds.
  static func actorColumns(
    _ actors: [Int], in network: Network, _ language: Language
  ) -> [Column] {
    let ids = actors.map { network.actors.id($0) }
    let names = actors.map { language.name(of: $0, in: network) }
    var columns = [Column(key: "id", title: "id", values: ids.map(Value.text))]
    if names != ids {
      columns.append(
        Column(key: "name", title: language("name", "名前"), values: names.map(Value.text)))
    }
    if network.actors.kinds != nil {
      columns.append(
        Column(
          key: "kind", title: language("kind", "種類"),
          values: actors.map { .text(language.word(for: network.actors.kind($0))) }))
    }
    return columns
  }
}
