internal import ArgumentParser
internal import KnowWho

/// What measures are computed with.
struct MeasureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "raw, scaled or l2 (default: each measure's own).",
        "値の尺度：raw（そのまま）、scaled（正規化）、l2（長さ1）。既定は指標ごとに異なります。")))
  var scaling: Scaling?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Give numbers as another tool does: networkx, igraph, networkit, sna or ucinet. What is not "
          + "the same there is said in the notes.",
        "ほかのツール（networkx、igraph、networkit、sna、ucinet）と同じ方式で計算します。違いは注記に示します。")))
  var match: Peer?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "Katz: what each step of a walk multiplies by (default: half of what is allowed).",
        "カッツ中心性：1歩ごとに掛ける数（既定では許される上限の半分）。")))
  var alpha: Double?

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "PageRank: the share of the walk that follows ties, from 0 to below 1.",
        "ページランク：つながりをたどる割合（0以上1未満）。")))
  var damping = 0.85

  @Option(
    help: ArgumentHelp(
      Language.ofCommandLine(
        "PageRank: the walk returns to these actors, ids separated by commas.",
        "ページランク：たどり直すときに戻る主体（ID、コンマ区切り）。")))
  var personalize: String?

  func validate() throws {
    if let alpha, !(alpha >= 0 && alpha.isFinite) {
      throw ValidationError(
        Language.ofCommandLine(
          "--alpha \(alpha): write a number from 0 to below 1 / λ",
          "--alpha \(alpha)：0以上で、最大の固有値 λ の逆数より小さい数を書いてください"))
    }
    guard damping >= 0, damping < 1 else {
      throw ValidationError(
        Language.ofCommandLine(
          "--damping \(damping): write a number from 0 to below 1, such as 0.85",
          "--damping \(damping)：0.85 のような0以上1未満の数を書いてください"))
    }
  }

  /// Returns the settings of measures on a view.
  func settings(
    lengths: Lengths, _ view: NetworkView, _ network: Network
  ) throws -> NodeMeasure.Settings {
    var settings = NodeMeasure.Settings(scaling: scaling, lengths: lengths)
    settings.peer = match
    settings.alpha = alpha
    settings.damping = damping
    settings.personalization = try personalize.map { try personalization($0, view, network) }
    return settings
  }

  /// Says what the numbers mean where they are another tool's.
  func notes(_ columns: [NodeMeasure.Column]) -> [String] {
    match == nil ? [] : columns.map { "\($0.name) \($0.convention)." }
  }

  /// Returns 1 for each actor named and 0 for all others.
  private func personalization(
    _ list: String, _ view: NetworkView, _ network: Network
  ) throws -> [Double] {
    let language = Language.ofCommandLine
    var nodes: [String: Graph.Node] = [:]
    for node in view.graph.nodes { nodes[network.actors.id(view.actors[node])] = node }
    var numbers = [Double](repeating: 0, count: view.graph.nodeCount)
    for id in list.split(separator: ",").map(\.trimmed) {
      guard let node = nodes[id] else {
        let nearest = Spelling.nearest(to: id, in: Array(nodes.keys))
        throw CommandFailure.usage(
          language(
            "--personalize \(id): no actor of that id is counted here; ",
            "--personalize \(id)：その ID の主体はここでは数えていません。")
            + (nearest.map { language("did you mean \($0)?", "\($0) のことでしょうか") }
              ?? language("write ids as they stand in the network", "ネットワークにある ID を書いてください")))
      }
      numbers[node] = 1
    }
    guard numbers.contains(1) else {
      throw CommandFailure.usage(
        language(
          "--personalize names no actor; write ids separated by commas",
          "--personalize に主体がありません。ID をコンマ区切りで書いてください"))
    }
    return numbers
  }
}
