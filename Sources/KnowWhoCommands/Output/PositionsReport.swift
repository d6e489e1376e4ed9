internal import KnowWho

/// The positions of a network and how they are tied, in words, tables and data.
struct PositionsReport {
  let title: String
  let network: Network
  let view: NetworkView
  let search: PositionSearch
  let model: Blockmodel
  let isAlphaGiven: Bool
  let language: Language
  /// What is to be known of the ties that were used.
  let notes: [String]

  /// More would make a line of a table unreadable.
  private static let listedMembers = 50

  private var members: [[Graph.Node]] { model.partition.members }

  /// How the positions were found.
  private var convention: String {
    let linkage =
      switch search.linkage {
      case .average: language("average linkage", "群平均法")
      case .single: language("single linkage", "最短距離法")
      case .complete: language("complete linkage", "最長距離法")
      }
    let comparison =
      switch search.comparison {
      case .euclidean: language("Euclidean distances", "ユークリッド距離")
      case .correlation: language("correlations", "相関")
      case .jaccard: language("Jaccard coefficients", "ジャッカード係数")
      case .matches: language("matches", "一致率")
      }
    return switch search.method {
    case .structural:
      language(
        "structural equivalence by \(comparison) of ties, the tie between two actors exchanged; "
          + linkage, "構造同値（つながりの\(comparison)。二者の間のつながりは入れ替えて比較）、\(linkage)")
    case .regular:
      language(
        "regular equivalence (REGE, 3 iterations); \(linkage)", "正則同値（REGE、3回反復）、\(linkage)")
    case .concor:
      language(
        "CONCOR, correlations of the ties in both directions", "CONCOR（両方向のつながりの相関）")
    }
  }

  private var summary: String {
    let fit = Decimals.fixed(model.fit, 4)
    return language(
      "\(model.partition.count) positions (\(convention)), fit \(fit)",
      "ポジション\(model.partition.count)（\(convention)）、適合度 \(fit)")
  }

  /// What the numbers mean and rest on.
  private var sentences: [String] {
    let alike =
      switch search.method {
      case .structural, .concor:
        language(
          "Actors of a position have much the same ties with the same others.",
          "同じポジションの主体は、同じ相手とよく似たつながり方をしています。")
      case .regular:
        language(
          "Actors of a position have much the same kinds of ties with actors of the same positions.",
          "同じポジションの主体は、同じようなポジションの相手と、よく似た種類のつながり方をしています。")
      }
    let alpha = Decimals.readable(model.alpha)
    let counted =
      search.values == .strengths
      ? language("mean strength", "強さの平均") : language("share of possible ties", "ありうるつながりの割合")
    let dense = language(
      "A density is the \(counted) from the row's position to the column's; the image is 1 where it "
        + "is at least \(alpha)"
        + (isAlphaGiven ? "." : ", that of the whole network."),
      "密度は、行のポジションから列のポジションへの\(counted)です。イメージ行列の1は、密度が \(alpha)"
        + (isAlphaGiven ? " 以上であることを示します。" : "（ネットワーク全体の密度）以上であることを示します。"))
    let fit = language(
      "The fit is the correlation of the ties with the image: 1 where every block is full or empty.",
      "適合度は、実際のつながりとイメージ行列との相関です。どの部分も全部つながるか全くつながらないとき1になります。")
    return [alike, dense, fit] + [trivial].compactMap { $0 }
  }

  /// Why regular equivalence may say little.
  private var trivial: String? {
    guard search.method == .regular, !view.graph.isDirected, search.values == .ones else {
      return nil
    }
    return language(
      "Without directions and strengths all actors that have ties are regularly equivalent: the "
        + "order of the network alone decides. Ties with directions, or --strengths, tell them apart.",
      "向きも強さも使わないと、つながりのある主体はすべて正則同値になり、分け方に意味はありません。"
        + "向きのあるつながりか --strengths を使ってください。")
  }

  /// All that is said beside the numbers.
  var allNotes: [String] { [summary] + sentences + notes }

  /// For people.
  var table: String {
    let numbers = members.indices.map { String($0 + 1) }
    let listed = TextTable(columns: [
      .init(title: language("position", "ポジション"), isNumeric: true, cells: numbers),
      .init(
        title: language("size", "主体数"), isNumeric: true, cells: members.map { String($0.count) }),
      .init(title: language("members", "主体"), isNumeric: false, cells: members.map(names)),
    ])
    func blocks(_ name: String, _ cells: [[String]]) -> String {
      let columns = numbers.indices.map { column in
        TextTable.Column(
          title: numbers[column], isNumeric: true, cells: cells.map { $0[column] })
      }
      return TextTable(
        columns: [.init(title: name, isNumeric: true, cells: numbers)] + columns
      ).text
    }
    return "\(title)\(language(": ", "："))\(summary)\n\n" + listed.text + "\n"
      + blocks(
        language("density", "密度"), model.densities.map { $0.map { Decimals.fixed($0, 4) } })
      + "\n" + blocks(language("image", "イメージ"), imageCells) + "\n"
      + (sentences + notes).map { $0 + "\n" }.joined()
  }

  /// The block of a single actor with itself has no density.
  private var imageCells: [[String]] {
    zip(model.image, model.densities).map { row in
      zip(row.0, row.1).map { $1.isNaN ? Decimals.undefined : $0 ? "1" : "0" }
    }
  }

  private func names(of nodes: [Graph.Node]) -> String {
    let shown = nodes.prefix(Self.listedMembers).map {
      language.name(of: view.actors[$0], in: network)
    }
    let more = nodes.count - shown.count
    return shown.joined(separator: language(", ", "、"))
      + (more > 0
        ? language(
          " and \(more) more (--format csv lists all)", "、ほか\(more)（--format csv ですべて出ます）") : "")
  }

  /// A row an actor.
  var csv: String {
    var text = SyntheticNote.comment(for: network.description)
    text += CSVCell.row(["id", "name", "kind", "position", "size"])
    for (position, nodes) in members.enumerated() {
      for node in nodes {
        let actor = view.actors[node]
        text += CSVCell.row([
          network.actors.id(actor), language.name(of: actor, in: network),
          network.actors.kind(actor)?.rawValue ?? "", String(position + 1), String(nodes.count),
        ])
      }
    }
    return text
  }

  /// All there is.
  var json: JSONValue {
    .object([
      ("title", .text(title)), ("synthetic", .optional(network.description.synthetic)),
      ("nodes", .integer(view.graph.nodeCount)), ("edges", .integer(view.graph.edgeCount)),
      ("directed", .bool(view.graph.isDirected)), ("by", .text(search.method.rawValue)),
      ("convention", .text(convention)), ("alpha", .number(model.alpha)),
      ("fit", .optional(model.fit)),
      ("positions", .array(members.enumerated().map { position($0, $1) })),
      ("densities", matrix(model.densities.map { $0.map { JSONValue.optional($0) } })),
      (
        "image",
        matrix(
          zip(model.image, model.densities).map { row in
            zip(row.0, row.1).map { $1.isNaN ? .null : .bool($0) }
          })
      ),
      ("notes", .array((sentences + notes).map(JSONValue.text))),
    ])
  }

  private func position(_ index: Int, _ nodes: [Graph.Node]) -> JSONValue {
    .object([
      ("position", .integer(index + 1)), ("size", .integer(nodes.count)),
      (
        "members",
        .array(
          nodes.map { node in
            .object([
              ("id", .text(network.actors.id(view.actors[node]))),
              ("name", .text(language.name(of: view.actors[node], in: network))),
            ])
          })
      ),
    ])
  }

  private func matrix(_ rows: [[JSONValue]]) -> JSONValue { .array(rows.map(JSONValue.array)) }
}
