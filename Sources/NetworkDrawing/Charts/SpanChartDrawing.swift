/// Draws stretches of time.
struct SpanChartDrawing {
  private let chart: SpanChart
  private var flow: ChartFlow
  private let left: Double
  private let right: Double

  private static let rowHeight = 17.0
  private static let barHeight = 10.0

  var page: ChartPage { flow.page }

  init(_ chart: SpanChart) {
    self.chart = chart
    flow = ChartFlow(
      title: chart.title, notes: chart.notes, style: chart.style, language: chart.languageCode)
    let widest = chart.rows.map { TextWidth.ems($0.name) * 11.5 }.max() ?? 0
    left = ChartFlow.margin + min(max(widest + 10, 40), 230)
    right = flow.page.width - 24
  }

  private var style: ChartStyle { chart.style }

  mutating func draw() {
    var groups: [String] = []
    for row in chart.rows where !groups.contains(row.group) { groups.append(row.group) }
    drawKeys(groups)
    flow.height += 10
    let top = flow.height
    let bottom = top + Self.rowHeight * Double(chart.rows.count)
    for year in years {
      flow.add(.rule(from: (x(year), top), to: (x(year), bottom), style.grid))
      flow.addText(
        AxisScale.written(year), at: (x(year), bottom + 15), size: 11, style.faint,
        anchor: .middle)
    }
    for (place, row) in chart.rows.enumerated() {
      let middle = top + Self.rowHeight * (Double(place) + 0.5)
      flow.addText(
        row.name, at: (left - 8, middle + 4), size: 11.5, style.text,
        width: left - ChartFlow.margin - 8, anchor: .end)
      let color = style.series(groups.firstIndex(of: row.group) ?? 0)
      for span in row.spans { draw(span, at: middle, color) }
    }
    flow.height = bottom + 22
    flow.finish(
      foot: chart.foot, describing: chart.notes + [chart.words.certain, chart.words.possible])
  }

  private mutating func drawKeys(_ groups: [String]) {
    let named = groups.enumerated().filter { !$1.isEmpty }
    if named.count > 1 { flow.addKeys(named.map { ($1, style.series($0)) }) }
    flow.height += 22
    let y = flow.height - 4
    flow.addRectangle(ChartFlow.margin, y - 5, 26, Self.barHeight, style.series(0))
    flow.addText(
      chart.words.certain, at: (ChartFlow.margin + 32, flow.height), size: 12, style.text)
    let second = ChartFlow.margin + 56 + TextWidth.ems(chart.words.certain) * 12
    fade(from: second, to: second + 26, opaque: 0, at: y, style.series(0))
    flow.addText(chart.words.possible, at: (second + 32, flow.height), size: 12, style.text)
  }

  private func x(_ moment: Double) -> Double {
    let span = max(chart.period.upperBound - chart.period.lowerBound, 1e-9)
    let share = (moment - chart.period.lowerBound) / span
    return left + min(max(share, 0), 1) * (right - left)
  }

  /// Round years, no more than there is room for.
  private var years: [Double] {
    let (first, last) = (
      chart.period.lowerBound.rounded(.up), chart.period.upperBound.rounded(.down)
    )
    guard first <= last else { return [] }
    let step = [1.0, 2, 5, 10, 20, 50, 100, 200, 500].first { (last - first) / $0 <= 14 } ?? 1000
    return Array(stride(from: (first / step).rounded(.up) * step, through: last, by: step))
  }

  /// What is certain, and what is possible before and after it.
  private mutating func draw(_ span: SpanChart.Span, at middle: Double, _ color: Color) {
    let (from, to) = (chart.period.lowerBound, chart.period.upperBound)
    let earliest = max(span.earliestStart ?? from, from)
    let latest = min(span.latestEnd ?? to, to)
    guard earliest <= latest else { return }
    // An open bound lets it have begun or ended at any time that is left.
    let certainFrom = span.latestStart ?? latest
    let certainTo = span.earliestEnd ?? earliest
    if certainFrom <= certainTo {
      let (start, end) = (x(certainFrom), x(certainTo))
      flow.addRectangle(
        start, middle - Self.barHeight / 2, max(end - start, 1.5), Self.barHeight, color)
      fade(from: x(earliest), to: start, opaque: start, at: middle, color)
      fade(from: end, to: x(latest), opaque: end, at: middle, color)
    } else {
      // At no moment is it certain: palest at both ends.
      let center = (x(earliest) + x(latest)) / 2
      fade(from: x(earliest), to: center, opaque: center, at: middle, color, most: 0.45)
      fade(from: center, to: x(latest), opaque: center, at: middle, color, most: 0.45)
    }
  }

  /// A bar that is strongest at one end.
  private mutating func fade(
    from: Double, to: Double, opaque: Double, at middle: Double, _ color: Color,
    most: Double = 0.7
  ) {
    guard to - from > 0.2 else { return }
    let strong = style.background.mixed(with: color, share: most)
    let isRising = opaque >= to
    flow.add(
      .fade(
        DiagramBox(x: (from + to) / 2, y: middle, width: to - from, height: Self.barHeight),
        from: isRising ? style.background : strong, to: isRising ? strong : style.background))
  }
}
