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
    help: help(
      "Power: how far the power of contacts counts; below 0, weak contacts are an advantage "
        + "(default: half of what keeps sums of walks finite).",
      "パワー中心性：相手の力をどれだけ数えるか。負の数なら、弱い相手ほど有利とみなします（既定では、道の和が有限になる上限の半分）。"))
  var beta: Double?

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

  @Option(
    help: help(
      """
      Betweenness is estimated from random shortest paths, no scaled score off by more than this, \
      such as 0.01 (--seed draws others).
      """,
      """
      媒介中心性を、無作為に選んだ最短経路から推定します。正規化した値の誤差の上限を 0.01 のように指定します\
      （--seed を変えると別の経路を選びます）。
      """))
  var epsilon: Double?

  @Option(
    help: help(
      "With --epsilon: the least probability with which it holds (default: 0.9).",
      "--epsilon とともに：誤差がその上限に収まる確率の下限（既定では 0.9）。"))
  var confidence: Double?

  @Option(
    help: help(
      "Harmonic closeness is estimated by sketches of this precision, 4 to 12.",
      "調和中心性を、この精度（4～12）の概算で推定します。"))
  var precision: Int?

  @Option(
    help: help(
      "Decay: what each step leaves of the value of a tie, between 0 and 1 (default: 0.5).",
      "減衰中心性：1歩ごとに掛ける数。0より大きく1より小さい値（既定では 0.5）。"))
  var delta: Double?

  /// Help in the language of the command line.
  private static func help(_ english: String, _ japanese: String) -> ArgumentHelp {
    ArgumentHelp(Language.ofCommandLine(english, japanese))
  }

  func validate() throws {
    for (name, value) in [("epsilon", epsilon), ("confidence", confidence), ("delta", delta)] {
      guard let value, !(value > 0 && value < 1) else { continue }
      throw ValidationError(
        Language.ofCommandLine(
          "--\(name) \(value): write a number above 0 and below 1",
          "--\(name) \(value)：0より大きく1より小さい数を書いてください"))
    }
    if confidence != nil, epsilon == nil {
      throw ValidationError(
        Language.ofCommandLine(
          "--confidence needs --epsilon, the error that it is about",
          "--confidence には、誤差の上限を決める --epsilon が必要です"))
    }
    if let precision, !HyperBall.precisions.contains(precision) {
      throw ValidationError(
        Language.ofCommandLine(
          "--precision \(precision): write a number from 4 to 12",
          "--precision \(precision)：4から12までの数を書いてください"))
    }
    if let alpha, !(alpha >= 0 && alpha.isFinite) {
      throw ValidationError(
        Language.ofCommandLine(
          "--alpha \(alpha): write a number from 0 to below 1 / λ",
          "--alpha \(alpha)：0以上で、最大の固有値 λ の逆数より小さい数を書いてください"))
    }
    if let beta, !beta.isFinite {
      throw ValidationError(
        Language.ofCommandLine(
          "--beta \(beta): write a number, such as 0.1 or -0.1",
          "--beta \(beta)：0.1 や -0.1 のような数を書いてください"))
    }
    guard damping >= 0, damping < 1 else {
      throw ValidationError(
        Language.ofCommandLine(
          "--damping \(damping): write a number from 0 to below 1, such as 0.85",
          "--damping \(damping)：0.85 のような0以上1未満の数を書いてください"))
    }
    if epsilon != nil, scaling == .l2 {
      throw ValidationError(
        Language.ofCommandLine(
          "--epsilon bounds shares of shortest paths; take --scaling raw or scaled with it",
          "--epsilon は最短経路の割合の誤差です。--scaling は raw か scaled を指定してください"))
    }
  }

  /// Returns the settings of measures on a view.
  func settings(
    lengths: Lengths, _ view: NetworkView, _ network: Network
  ) throws -> NodeMeasure.Settings {
    var settings = NodeMeasure.Settings(scaling: scaling, lengths: lengths)
    settings.peer = match
    settings.alpha = alpha
    settings.beta = beta
    settings.damping = damping
    settings.delta = delta ?? settings.delta
    settings.sampling = epsilon.map {
      NodeMeasure.Sampling(epsilon: $0, confidence: confidence ?? 0.9)
    }
    settings.precision = precision
    settings.personalization = try personalize.map { try personalization($0, view, network) }
    return settings
  }

  /// Refuses parameters of measures that are not asked for, and estimates of what is not estimated.
  func check(_ measures: [NodeMeasure], _ lengths: PathLength, isTwoMode: Bool) throws {
    let options: [(name: String, measure: String, isGiven: Bool)] = [
      ("--epsilon", "betweenness", epsilon != nil), ("--precision", "harmonic", precision != nil),
      ("--delta", "decay", delta != nil), ("--beta", "power", beta != nil),
    ]
    for (name, measure, isGiven) in options where isGiven {
      guard measures.contains(where: { $0.name == measure }) else {
        throw CommandFailure.usage(
          Language.ofCommandLine(
            "\(name) is about \(measure), which is not among the measures; add it to --measure",
            "\(name) は \(measure) のための指定ですが、計算する指標に含まれていません。--measure に加えてください"))
      }
      let hindrance =
        lengths != .steps ? "--lengths" : match != nil ? "--match" : isTwoMode ? "--mode" : nil
      guard let hindrance else { continue }
      throw CommandFailure.usage(
        Language.ofCommandLine(
          "\(name) has no place with \(hindrance); leave out one of them",
          "\(name) は \(hindrance) と同時に指定できません。どちらかを外してください"))
    }
  }

  /// Says what the numbers mean where they are another tool's, or estimated.
  func notes(_ columns: [NodeMeasure.Column]) -> [String] {
    columns.filter { column in
      match != nil || column.name == "harmonic" && precision != nil
        || column.name == "betweenness" && epsilon != nil
    }.map { column in
      let convention = column.convention.text(in: .ofCommandLine)
      return Language.ofCommandLine(
        "\(column.name) \(convention).", "\(column.name)：\(convention)。")
    }
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
