internal import KnowWho

extension GroupReport {
  /// The comparison on one page.
  ///
  /// - Parameter synthetic: What is made up in the data, a line a network.
  /// - Returns: The chart.
  func chart(synthetic: [String]) -> IntervalChart {
    IntervalChart(
      title: title, notes: synthetic, groups: names,
      panels: comparison.figures.map { figure in
        IntervalChart.Panel(
          title: figure.title.text(in: language),
          marks: comparison.groups.indices.map { group in
            let cell = comparison.cell(figure, of: group)
            return IntervalChart.Mark(
              value: cell.value.isFinite ? cell.value : nil,
              interval: cell.value.isFinite ? cell.estimate?.interval : nil,
              chance: cell.sameSize?.interval)
          })
      },
      foot: [
        language(
          "Dot: observed. Bar: 95 % of \(comparison.runs) draws of the members. Grey: 95 % of "
            + "\(comparison.runs) random networks with as many members and ties; seed "
            + "\(comparison.seed).",
          "点は観測値、線は会員を\(comparison.runs)回抽出し直したときの95％区間。灰色は、会員とつながりの数が同じ"
            + "偶然のネットワーク\(comparison.runs)個の95％の範囲（シード値\(comparison.seed)）。")
      ] + sentences,
      languageCode: language.rawValue)
  }
}
