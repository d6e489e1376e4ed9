/// Actors ranked by a measure: a bar each, the longest first.
public struct RankingChart: Sendable {
  /// A bar.
  public struct Bar: Sendable, Hashable {
    /// Whose it is.
    public let name: String
    /// How long it is; nil where the score is not defined.
    public let value: Double?
    /// The score as it is written.
    public let label: String
    /// What kind of actor it is, which sets the colour; empty for none.
    public let group: String
    /// The colour of that kind; nil for one of the chart's own.
    public var color: Color?

    /// Creates a bar.
    ///
    /// - Parameters:
    ///   - name: Whose it is.
    ///   - value: How long it is, nil where the score is not defined.
    ///   - label: The score as it is written.
    ///   - group: What kind of actor it is.
    public init(name: String, value: Double?, label: String, group: String = "") {
      (self.name, self.value, self.label, self.group) = (name, value, label, group)
    }
  }

  /// The heading.
  public var title: String
  /// Lines below the heading, such as a note on synthetic data; empty ones are left out.
  public var notes: [String]
  /// What the bars show.
  public var measure: String
  /// The bars from top to bottom.
  public var bars: [Bar]
  /// Lines at the foot; empty ones are left out.
  public var foot: [String]
  /// The language of the text, as BCP 47 names it.
  public var languageCode: String
  /// The colours.
  public var style = ChartStyle.light

  /// Creates a chart.
  ///
  /// - Parameters:
  ///   - title: The heading.
  ///   - notes: Lines below the heading.
  ///   - measure: What the bars show.
  ///   - bars: The bars from top to bottom.
  ///   - foot: Lines at the foot.
  ///   - languageCode: The language of the text.
  public init(
    title: String, notes: [String], measure: String, bars: [Bar], foot: [String],
    languageCode: String
  ) {
    (self.title, self.notes, self.measure) = (title, notes, measure)
    (self.bars, self.foot, self.languageCode) = (bars, foot, languageCode)
  }
}

extension RankingChart: PageChart {
  var page: ChartPage {
    var flow = ChartFlow(title: title, notes: notes, style: style, language: languageCode)
    var groups: [String] = []
    for bar in bars where !groups.contains(bar.group) { groups.append(bar.group) }
    let colors = Dictionary(
      bars.map { bar in
        (bar.group, bar.color ?? style.series(groups.firstIndex(of: bar.group) ?? 0))
      }, uniquingKeysWith: { first, _ in first })
    flow.height += 8
    flow.addLines([measure], size: 13, style.text, isBold: true)
    if groups.count > 1 {
      flow.addKeys(groups.map { ($0.isEmpty ? "–" : $0, colors[$0] ?? style.text) })
    }
    flow.height += 6
    let nameWidth = min(240, max(60, (bars.map { TextWidth.ems($0.name) * 12 }.max() ?? 0) + 8))
    let labelWidth = max(24, (bars.map { TextWidth.ems($0.label) * 12 }.max() ?? 0) + 10)
    let left = ChartFlow.margin + nameWidth
    let right = flow.page.width - ChartFlow.margin - labelWidth
    let axis = AxisScale(bars.compactMap(\.value))
    func x(_ value: Double) -> Double { left + axis.share(of: value) * (right - left) }
    let (top, rowHeight) = (flow.height, 21.0)
    let bottom = top + rowHeight * Double(bars.count)
    for tick in axis.ticks {
      flow.add(.rule(from: (x(tick), top), to: (x(tick), bottom), style.grid))
      flow.addText(
        AxisScale.written(tick), at: (x(tick), bottom + 14), size: 11, style.faint, anchor: .middle)
    }
    for (place, bar) in bars.enumerated() {
      let y = top + rowHeight * (Double(place) + 0.5)
      flow.addText(
        bar.name, at: (left - 8, y + 4), size: 12, style.text, width: nameWidth - 8, anchor: .end)
      let value = bar.value ?? 0
      let (from, to) = (min(x(0), x(value)), max(x(0), x(value)))
      let color = colors[bar.group] ?? style.text
      if bar.value != nil {
        flow.addRectangle(from, y - 7, max(to - from, 0.6), 14, color)
      }
      flow.addText(bar.label, at: (to + 5, y + 4), size: 12, style.text)
    }
    flow.height = bottom + 20
    flow.finish(
      foot: foot,
      describing: notes + [measure] + bars.prefix(10).map { "\($0.name) \($0.label)" })
    return flow.page
  }
}
