internal import KnowWho

/// What `knowwho reach --from` says of one actor, in its three forms.
struct ReachedResult {
  /// Someone who is got to, certainly or over ties that are only possible.
  private struct Row {
    let target: ReachedTarget
    let isCertain: Bool
  }

  private let network: Network
  private let asker: Int
  private let introductions: Int
  private let language: Language
  private let rows: [Row]
  private let shown: [Row]

  /// Finds whom an actor gets to.
  ///
  /// - Parameters:
  ///   - range: Who knows whom for certain, and who may.
  ///   - asker: The actor who asks.
  ///   - introductions: The most introducers.
  ///   - targets: Who counts as reached.
  ///   - top: How many targets are shown, nil for all.
  ///   - language: The language.
  ///   - execution: How the work is carried out.
  /// - Throws: ``GraphError`` where groups are too large to pair their members.
  init(
    range: AcquaintanceRange, asker: Int, introductions: Int, targets: ReachTargets, top: Int?,
    language: Language, execution: Execution
  ) throws {
    network = range.certain.network
    (self.asker, self.introductions, self.language) = (asker, introductions, language)
    let certain = try range.certain.reached(
      from: asker, introducers: introductions, targets: targets, execution: execution)
    let known = Set(certain.map(\.actor))
    let further =
      try range.possible?.reached(
        from: asker, introducers: introductions, targets: targets, execution: execution
      ).filter { !known.contains($0.actor) } ?? []
    rows =
      certain.map { Row(target: $0, isCertain: true) }
      + further.map { Row(target: $0, isCertain: false) }
    shown = Array(rows.prefix(top ?? .max))
  }

  private func name(_ actor: Int) -> String { language.name(of: actor, in: network) }

  private func introducers(_ target: ReachedTarget) -> ArraySlice<Int> {
    target.chain.dropFirst().dropLast()
  }

  /// The table for people.
  var table: String {
    var columns: [TextTable.Column] = []
    func add(
      _ english: String, _ japanese: String, isNumeric: Bool = false, _ cell: (Row) -> String
    ) {
      columns.append(
        .init(
          title: language(english, japanese), isNumeric: isNumeric, cells: shown.map(cell)))
    }
    add("introducers", "紹介者の数", isNumeric: true) { String($0.target.introducerCount) }
    add("id", "id") { network.actors.id($0.target.actor) }
    add("name", "名前") { name($0.target.actor) }
    add("kind", "種類") { language.word(for: network.actors.kind($0.target.actor)) }
    add("through", "だれを通じて") { introducers($0.target).map(name).joined(separator: " → ") }
    add("first introducers", "最初に頼める相手の数", isNumeric: true) {
      $0.target.introducerCount == 0 ? "" : String($0.target.firstIntroducerCount)
    }
    add("hangs on", "この人がいないと届かない") {
      $0.target.indispensable.map(name).joined(separator: ", ")
    }
    if shown.contains(where: { !$0.isCertain }) {
      add("certain", "確実か") {
        $0.isCertain ? language("yes", "確実") : language("possible", "可能性")
      }
    }
    return TextTable(columns: columns).text
  }

  /// Says what the list means.
  var notes: [String] {
    let certain = rows.filter(\.isCertain)
    let introduced = certain.filter { $0.target.introducerCount > 0 }
    let fragile = introduced.count { $0.target.isFragile }
    let possible = rows.count - certain.count
    var notes = [
      language(
        "\(name(asker)) gets to \(certain.count)"
          + (possible > 0 ? "–\(rows.count)" : "")
          + " with at most \(introductions) "
          + (introductions == 1 ? "introducer" : "introducers") + "; it "
          + "knows \(certain.count - introduced.count) of them directly.",
        "\(name(asker))は紹介者\(introductions)人までで\(certain.count)"
          + (possible > 0 ? "～\(rows.count)" : "")
          + "団体に届き、うち\(certain.count - introduced.count)団体は直接の知り合いです。"),
      language(
        "\(fragile) of the \(introduced.count) got to by introduction hang on one introducer: "
          + "without that one they are not got to.",
        "紹介で届く\(introduced.count)団体のうち\(fragile)団体は、ある1者がいなくなると届かなくなります。"),
    ]
    if possible > 0 {
      notes.append(
        language(
          "\(possible) more are got to if ties that may have been alive then were.",
          "存続していた可能性のあるつながりが実際に続いていれば、さらに\(possible)団体に届きます。"))
    }
    return notes
  }

  /// The list as CSV; chains are ids from the asker to the target.
  var csv: String {
    var text = SyntheticNote.comment(for: network.description)
    text += CSVCell.row([
      "introducers", "id", "name", "kind", "chain", "first_introducers", "hangs_on", "certain",
    ])
    for row in shown {
      let target = row.target
      text += CSVCell.row([
        String(target.introducerCount), network.actors.id(target.actor), name(target.actor),
        network.actors.kind(target.actor)?.rawValue ?? "",
        target.chain.map { network.actors.id($0) }.joined(separator: " > "),
        String(target.firstIntroducerCount),
        target.indispensable.map { network.actors.id($0) }.joined(separator: " "),
        row.isCertain ? "true" : "false",
      ])
    }
    return text
  }

  /// The list as JSON.
  func json(_ title: String, _ mode: ReachOptions.Mode, _ notes: [String]) -> JSONValue {
    func ids(_ actors: [Int]) -> JSONValue { .array(actors.map { .text(network.actors.id($0)) }) }
    return .object([
      ("title", .text(title)), ("synthetic", .optional(network.description.synthetic)),
      ("mode", .text(mode.rawValue)), ("from", .text(network.actors.id(asker))),
      ("introducers", .integer(introductions)),
      (
        "targets",
        .array(
          shown.map { row in
            .object([
              ("id", .text(network.actors.id(row.target.actor))),
              ("name", .text(name(row.target.actor))),
              ("kind", .optional(network.actors.kind(row.target.actor)?.rawValue)),
              ("introducers", .integer(row.target.introducerCount)),
              ("chain", ids(row.target.chain)),
              ("firstIntroducers", .integer(row.target.firstIntroducerCount)),
              ("hangsOn", ids(row.target.indispensable)), ("certain", .bool(row.isCertain)),
            ])
          })
      ), ("notes", .array(notes.map(JSONValue.text))),
    ])
  }
}
