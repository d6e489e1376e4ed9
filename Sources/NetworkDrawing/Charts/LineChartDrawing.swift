/// Draws a line chart on a page of fixed width, as high as it needs to be.
struct LineChartDrawing {
  private static let left = 56.0
  private static let right = 704.0
  private static let panelHeight = 108.0
  private static let panelGap = 46.0

  private let chart: LineChart
  private var flow: ChartFlow

  var page: ChartPage { flow.page }

  init(_ chart: LineChart) {
    self.chart = chart
    flow = ChartFlow(
      title: chart.title, notes: chart.notes, style: chart.style, language: chart.languageCode)
    for panel in chart.panels { add(panel) }
    flow.height += 6
    flow.finish(foot: chart.foot, describing: chart.notes + chart.panels.map(\.title))
  }

  private mutating func add(_ panel: LineChart.Panel) {
    let style = chart.style
    let color = style.series(0)
    flow.height += 14
    flow.addLines([panel.title], size: 13, style.text, isBold: true)
    let top = flow.height + 10
    let bottom = top + Self.panelHeight
    let scale = ChartScale(to: panel.values.compactMap { $0?.most }.max() ?? 0)
    func y(_ value: Double) -> Double {
      bottom - min(max(value / scale.top, 0), 1) * Self.panelHeight
    }
    for tick in scale.ticks {
      flow.add(.rule(from: (Self.left, y(tick)), to: (Self.right, y(tick)), style.grid))
      flow.addText(
        SafeText.number(tick), at: (Self.left - 6, y(tick) + 4), size: 11, style.faint,
        anchor: .end)
    }
    addTimes(below: bottom)
    for run in runs(of: panel.values) {
      let values = run.map { (x: x($0), value: panel.values[$0]) }
      let upper = values.map { ($0.x, y($0.value?.most ?? 0)) }
      let lower = values.reversed().map { ($0.x, y($0.value?.least ?? 0)) }
      flow.add(.area(upper + lower, style.band(color)))
      // Alone between gaps, a value is a line without length: a dot shows it.
      if run.count == 1, let value = panel.values[run.lowerBound] {
        flow.add(.dot(x: x(run.lowerBound), y: y(value.middle), radius: 3, color))
      } else {
        let middle = values.map { ($0.x, y($0.value?.middle ?? 0)) }
        flow.add(.line(middle, color, width: 2, isDashed: false))
      }
    }
    flow.height = bottom + Self.panelGap - 24
  }

  /// Names as many times as there is room for.
  private mutating func addTimes(below bottom: Double) {
    let widest = chart.times.map { TextWidth.ems($0) * 11 + 14 }.max() ?? 1
    let room = max(1, Int((Self.right - Self.left) / widest))
    let step = max(1, (chart.times.count + room - 1) / room)
    for index in stride(from: 0, to: chart.times.count, by: step) {
      let place = x(index)
      flow.add(.rule(from: (place, bottom), to: (place, bottom + 4), chart.style.faint))
      flow.addText(
        chart.times[index], at: (place, bottom + 17), size: 11, chart.style.faint,
        anchor: .middle)
    }
  }

  private func x(_ index: Int) -> Double {
    // The outermost names must not leave the page.
    let (first, last) = (Self.left + 22, Self.right - 22)
    guard chart.times.count > 1 else { return (first + last) / 2 }
    return first + (last - first) * Double(index) / Double(chart.times.count - 1)
  }

  /// Stretches of times without a gap.
  private func runs(of values: [LineChart.Value?]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in values.indices where values[index] != nil {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<(index + 1)
      } else {
        runs.append(index..<(index + 1))
      }
    }
    return runs
  }
}
