internal import KnowWho

/// All measures on one page of Markdown, with the names that other tools have for them.
struct ExplanationPage {
  let language: Language

  private static let tools = ["networkx", "igraph", "networkit", "sna", "UCINET"]

  var text: String {
    var text =
      "# " + language("Measures", "指標") + "\n\n"
      + language(
        "Written by `knowwho explain --page`. What each measure is, the choices made in it, and what "
          + "other tools call it; `knowwho explain MEASURE` tells more.\n",
        "`knowwho explain --page` が書いたページです。各指標の内容、方式、ほかのツールでの名前を示します。詳しくは "
          + "`knowwho explain 指標名` で見られます。\n")
    for family in Explanation.Family.allCases {
      text += "\n## \(title(of: family))\n\n"
      text +=
        row(
          [language("measure", "指標"), language("what it is", "内容"), language("convention", "方式")]
            + Self.tools) + "|" + String(repeating: "---|", count: 3 + Self.tools.count) + "\n"
      for explanation in Explanation.all where explanation.family == family {
        text += row(
          [
            "`\(explanation.name)` \(explanation.title.text(in: language))",
            explanation.definition.text(in: language), explanation.convention.text(in: language),
          ]
            + Self.tools.map { tool in
              explanation.peers.first { $0.tool == tool }.map { $0.name } ?? "–"
            })
      }
    }
    return text
  }

  private func row(_ cells: [String]) -> String {
    "| "
      + cells.map { cell in cell.map { $0 == "|" ? "\\|" : String($0) }.joined() }
      .joined(separator: " | ") + " |\n"
  }

  private func title(of family: Explanation.Family) -> String {
    switch family {
    case .centrality: language("Centrality", "中心性")
    case .reach: language("Reach", "到達範囲")
    case .cohesion: language("Cohesion", "まとまり")
    case .brokerage: language("Structural holes and brokerage", "構造的空隙と仲介")
    case .groups: language("Groups", "グループ")
    case .positions: language("Positions", "ポジション")
    }
  }
}
