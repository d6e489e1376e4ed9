internal import KnowWho

/// Ties ranked by betweenness, in the three forms of a result.
struct TieScores {
  /// An edge with its score; in a directed graph it leads from the first end to the second.
  private struct Row {
    let source: Int
    let target: Int
    let score: Double
    var rank = 0
  }

  private let rows: [Row]
  private let network: Network
  private let language: Language
  private let isDirected: Bool

  /// Ranks the edges of a view, the greatest score first; equal ones by the ids of their ends.
  ///
  /// Scores that differ by less than one part in 10¹² share a rank: so much may rounding do.
  ///
  /// - Parameters:
  ///   - scores: A score for each arc of the outgoing rows.
  ///   - view: The view.
  ///   - network: The network it was made of.
  ///   - language: The language of results.
  ///   - top: How many are kept, nil for all.
  init(
    _ scores: [Double], of view: NetworkView, in network: Network, _ language: Language, top: Int?
  ) {
    let graph = view.graph
    let actors = network.actors
    var rows: [Row] = []
    for node in graph.nodes {
      for arc in graph.outgoing.arcs(of: node) {
        let (source, target) = (view.actors[node], view.actors[Int(graph.outgoing.ends[arc])])
        // Of the two arcs of an undirected edge the one that leaves the first by id.
        if graph.isDirected || actors.precedes(source, target) {
          rows.append(Row(source: source, target: target, score: scores[arc]))
        }
      }
    }
    rows.sort { $0.score > $1.score }
    for index in rows.indices {
      let isTied =
        index > 0
        && rows[index - 1].score - rows[index].score <= 1e-12 * abs(rows[index - 1].score)
      rows[index].rank = isTied ? rows[index - 1].rank : index + 1
    }
    rows.sort { first, second in
      if first.rank != second.rank { return first.rank < second.rank }
      return first.source != second.source
        ? actors.precedes(first.source, second.source)
        : actors.precedes(first.target, second.target)
    }
    self.rows = Array(rows.prefix(top ?? .max))
    (self.network, self.language, isDirected) = (network, language, graph.isDirected)
  }

  private func name(_ actor: Int) -> String { language.name(of: actor, in: network) }

  private var joint: String { isDirected ? " → " : " – " }

  /// Says which tie comes first, and what its score means.
  var sentences: [String] {
    let meaning = language(
      "Betweenness of a tie is the share of pairs of actors whose shortest ways run along it (with "
        + "--scaling raw, their number).",
      "つながりの媒介性は、最短の道のりがそのつながりを通る主体の組の割合です（--scaling raw では組の数）。")
    guard let first = rows.first else { return [meaning] }
    let tie = name(first.source) + joint + name(first.target)
    let score = Decimals.readable(first.score)
    return [
      language(
        "Most shortest ways run along the tie \(tie): \(score).",
        "最短の道のりが最も多く通るのは、\(tie) のつながりです（\(score)）。"), meaning,
    ]
  }

  /// The table for people.
  var table: String {
    func ends(_ english: String, _ japanese: String, _ end: (Row) -> Int) -> [TextTable.Column] {
      let ids = rows.map { network.actors.id(end($0)) }
      let names = rows.map { name(end($0)) }
      let title = language(english, japanese)
      let column = TextTable.Column(title: title, isNumeric: false, cells: ids)
      guard names != ids else { return [column] }
      return [
        column,
        .init(title: language("\(english) name", "\(japanese)の名前"), isNumeric: false, cells: names),
      ]
    }
    return TextTable(
      columns: [
        .init(
          title: language("rank", "順位"), isNumeric: true, cells: rows.map { String($0.rank) })
      ] + ends("from", "一方") { $0.source } + ends("to", "他方") { $0.target } + [
        .init(
          title: language("betweenness", "媒介性"), isNumeric: true,
          cells: rows.map { Decimals.readable($0.score) })
      ]
    ).text
  }

  /// The rows as CSV.
  var csv: String {
    var text = SyntheticNote.comment(for: network.description)
    text += CSVCell.row(["rank", "source", "source_name", "target", "target_name", "betweenness"])
    for row in rows {
      text += CSVCell.row([
        String(row.rank), network.actors.id(row.source), name(row.source),
        network.actors.id(row.target), name(row.target), NumberText.shortest(row.score),
      ])
    }
    return text
  }

  /// The result as JSON.
  func json(_ title: String, _ notes: [String]) -> JSONValue {
    func actor(_ actor: Int) -> JSONValue {
      .object([("id", .text(network.actors.id(actor))), ("name", .text(name(actor)))])
    }
    return .object([
      ("title", .text(title)), ("synthetic", .optional(network.description.synthetic)),
      ("directed", .bool(isDirected)),
      (
        "ties",
        .array(
          rows.map {
            .object([
              ("rank", .integer($0.rank)), ("source", actor($0.source)),
              ("target", actor($0.target)), ("betweenness", .number($0.score)),
            ])
          })
      ), ("notes", .array(notes.map(JSONValue.text))),
    ])
  }
}
