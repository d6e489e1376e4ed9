internal import ArgumentParser
internal import KnowWho

/// `knowwho explain`: what a measure is and how to read it.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: Language.ofCommandLine(
      "What a measure is: definition, formula, convention, how to read it, reference.",
      "指標の説明：定義、式、方式、読み方、出典。"),
    discussion: Language.ofCommandLine(
      "Without a measure all are listed. A name that another tool has for it is understood too: "
        + "knowwho explain triadic_census",
      "指標を書かなければ一覧を示します。ほかのツールでの名前でも引けます：knowwho explain triadic_census"))

  @Argument(
    help: ArgumentHelp(Language.ofCommandLine("The name of a measure.", "指標の名前。")))
  var measure: String?

  @Flag(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "All measures as a page in Markdown, with the names that other tools have for them.",
        "すべての指標を、ほかのツールでの名前とともに Markdown のページにします。")))
  var page = false

  @OptionGroup var speech: LanguageOption

  @OptionGroup var output: OutputOptions

  func run() throws {
    guard let measure else {
      return try output.write(page ? ExplanationPage(language: language).text : list)
    }
    guard let found = Explanation.named(measure) else {
      let nearest = Spelling.nearest(to: measure, in: Explanation.all.map(\.name))
      throw CommandFailure.usage(
        language(
          "no measure is called \(measure); " + (nearest.map { "did you mean \($0)? " } ?? "")
            + "knowwho explain lists all",
          "\(measure) という指標はありません。" + (nearest.map { "\($0) のことでしょうか。" } ?? "")
            + "knowwho explain で一覧を示します"))
    }
    switch output.format {
    case .table: try output.write(text(found))
    case .csv: try output.write(csv([found]))
    case .json: try output.write(json(found).written)
    }
  }

  private var language: Language { speech.language }

  private var list: String {
    switch output.format {
    case .table:
      TextTable(columns: [
        .init(
          title: language("measure", "指標"), isNumeric: false, cells: Explanation.all.map(\.name)),
        .init(
          title: language("what it is", "内容"), isNumeric: false,
          cells: Explanation.all.map { $0.definition.text(in: language) }),
      ]).text
    case .csv: csv(Explanation.all)
    case .json: JSONValue.array(Explanation.all.map(json)).written
    }
  }

  private func text(_ explanation: Explanation) -> String {
    let peers = explanation.peers.map { "\($0.tool): \($0.name)" }
    let parts: [(String, String)] = [
      (language("definition", "定義"), explanation.definition.text(in: language)),
      (language("formula", "式"), explanation.formula),
      (language("convention", "方式"), explanation.convention.text(in: language)),
      (language("how to read it", "読み方"), explanation.reading.text(in: language)),
      (language("elsewhere", "ほかのツール"), peers.joined(separator: "; ")),
      (language("reference", "出典"), explanation.reference),
      (language("command", "コマンド"), explanation.command),
    ]
    return "\(explanation.title.text(in: language)) (\(explanation.name))\n\n"
      + parts.filter { !$0.1.isEmpty }.map { "\($0.0)\n  \($0.1)\n" }.joined(separator: "\n")
  }

  private func csv(_ explanations: [Explanation]) -> String {
    CSVCell.row(["measure", "title", "definition", "formula", "convention", "reading", "reference"])
      + explanations.map {
        CSVCell.row([
          $0.name, $0.title.text(in: language), $0.definition.text(in: language), $0.formula,
          $0.convention.text(in: language), $0.reading.text(in: language), $0.reference,
        ])
      }.joined()
  }

  private func json(_ explanation: Explanation) -> JSONValue {
    .object([
      ("measure", .text(explanation.name)),
      ("title", .text(explanation.title.text(in: language))),
      ("definition", .text(explanation.definition.text(in: language))),
      ("formula", .text(explanation.formula)),
      ("convention", .text(explanation.convention.text(in: language))),
      ("reading", .text(explanation.reading.text(in: language))),
      ("reference", .text(explanation.reference)),
      (
        "peers",
        .object(explanation.peers.map { ($0.tool, .text($0.name)) })
      ),
      ("command", .text(explanation.command)),
    ])
  }
}
