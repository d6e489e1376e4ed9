/// Charts of a view of a network.
public struct NetworkCharts: Sendable {
  /// The network.
  public let network: Network
  /// The view.
  public let view: NetworkView
  /// The language of titles and names.
  public let language: Language
  /// Lines at the foot of every chart, such as the period.
  public let foot: [String]
  /// Forms and colours, those of diagrams.
  public var style = DiagramStyle.light

  /// Prepares charts.
  ///
  /// - Parameters:
  ///   - view: A view of the network.
  ///   - network: The network.
  ///   - language: The language of titles and names.
  ///   - foot: Lines at the foot of every chart, before the source.
  public init(of view: NetworkView, in network: Network, language: Language, foot: [String] = []) {
    (self.view, self.network, self.language, self.foot) = (view, network, language, foot)
  }

  // MARK: Ranking

  /// Returns the actors with the highest scores as bars.
  ///
  /// - Parameters:
  ///   - column: The scores of a measure.
  ///   - measure: The measure.
  ///   - top: How many actors are shown at most.
  ///   - kinds: Only actors of these kinds; nil takes all.
  /// - Returns: The chart.
  public func ranking(
    by column: NodeMeasure.Column, _ measure: NodeMeasure, top: Int, kinds: Set<ActorKind>? = nil
  ) -> RankingChart {
    let ranking = Ranking(of: view, in: network, by: column.scores, kinds: kinds)
    let nodes = ranking.nodes.prefix(top)
    let bars = nodes.map { node -> RankingChart.Bar in
      let score = column.scores[node]
      let kind = network.actors.kind(view.actors[node])
      var bar = RankingChart.Bar(
        name: language.name(of: view.actors[node], in: network),
        value: score.isFinite ? score : nil, label: Self.written(score),
        group: language.word(for: kind))
      bar.color = style.look(ofNode: kind?.rawValue ?? "").line
      return bar
    }
    let left = ranking.nodes.count - nodes.count
    var chart = RankingChart(
      title: title, notes: notes, measure: measureWords(measure), bars: bars,
      foot: (left > 0
        ? [language("\(left) more with lower scores.", "これより低い値の主体がほかに\(left)あります。")] : [])
        + [column.convention(in: language, of: measure)] + foot + source,
      languageCode: language.rawValue)
    chart.style = ChartStyle(style)
    return chart
  }

  // MARK: Distribution

  /// Returns how scores are distributed, on logarithmic axes.
  ///
  /// - Parameters:
  ///   - column: The scores of a measure.
  ///   - measure: The measure.
  /// - Returns: The chart.
  public func distribution(
    of column: NodeMeasure.Column, _ measure: NodeMeasure
  ) -> DistributionChart {
    let zeros = column.scores.count { $0 <= 0 }
    let zeroNote =
      zeros > 0
      ? [
        language(
          "\(zeros) actors with a score of 0 have no place on a logarithmic axis; the shares count "
            + "them.",
          "値が0の主体\(zeros)は対数の軸に描けません（割合には数えています）。")
      ] : []
    var chart = DistributionChart(
      title: title, notes: notes, across: measureWords(measure),
      upward: language("share of actors with at least as much", "その値以上の主体の割合"),
      series: [DistributionChart.Series(name: measure.name, scores: column.scores)],
      foot: zeroNote + [column.convention(in: language, of: measure)] + foot + source,
      languageCode: language.rawValue)
    chart.style = ChartStyle(style)
    return chart
  }

  // MARK: Matrix

  /// Returns who is tied to whom, in blocks.
  ///
  /// - Parameters:
  ///   - groups: The blocks.
  ///   - meaning: What the blocks are.
  /// - Returns: The chart.
  /// - Complexity: O(*n* log *n* + *m*).
  public func matrix(by groups: DiagramGroups, meaning: String) -> MatrixChart {
    let graph = view.graph
    let blocks = graph.nodes.map { groups.groups[view.actors[$0]] ?? groups.names.count }
    let degrees = graph.nodes.map { graph.successors(of: $0).count }
    // Within a block the best connected come first, so that dense corners show.
    let order = graph.nodes.sorted {
      (blocks[$0], -degrees[$0], $0) < (blocks[$1], -degrees[$1], $1)
    }
    var places = [Int](repeating: 0, count: graph.nodeCount)
    for (place, node) in order.enumerated() { places[node] = place }
    let members = Dictionary(grouping: order) { blocks[$0] }.sorted { $0.key < $1.key }
    var cells: [MatrixChart.Cell] = []
    for node in graph.nodes {
      for other in graph.successors(of: node) {
        cells.append(MatrixChart.Cell(row: places[node], column: places[Int(other)]))
      }
    }
    let words = language(
      "A row's cell is filled where its actor is tied to the column's. Blocks: \(meaning).",
      "行の主体と列の主体につながりがあれば塗っています。区切り：\(meaning)。")
    var chart = MatrixChart(
      title: title, notes: notes,
      blocks: members.map { block, nodes in
        MatrixChart.Block(
          name: groups.names.indices.contains(block) ? groups.names[block] : language("none", "なし"),
          rows: nodes.map { language.name(of: view.actors[$0], in: network) })
      }, cells: cells, foot: [words] + foot + source, languageCode: language.rawValue)
    chart.style = ChartStyle(style)
    return chart
  }

  // MARK: Words

  var title: String { language.title(of: network) ?? "" }

  var notes: [String] { [network.description.synthetic ?? ""] }

  var source: [String] {
    (network.description.source.map { [language("Source: \($0)", "出典：\($0)")] }) ?? []
  }

  private func measureWords(_ measure: NodeMeasure) -> String {
    language(
      "\(measure.name): \(measure.summary)", "\(measure.nameJa)：\(measure.summary(in: .ja))")
  }

  private static func written(_ score: Double) -> String {
    guard score.isFinite else { return "–" }
    let rounded = abs(score) < 1e9 ? (score * 10_000).rounded() / 10_000 : score
    return NumberText.shortest(rounded)
  }
}

extension NodeMeasure.Column {
  /// How the scores are to be understood; in Japanese the measure's own words.
  fileprivate func convention(in language: Language, of measure: NodeMeasure) -> String {
    language("\(name): \(convention).", "\(measure.nameJa)：\(measure.summary(in: .ja))。")
  }
}
