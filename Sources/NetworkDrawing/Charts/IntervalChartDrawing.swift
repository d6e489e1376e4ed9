/// Draws an interval chart on a page of fixed width, as high as it needs to be.
struct IntervalChartDrawing {
  private static let gap = 28.0
  private static let labelWidth = 92.0
  private static let rowHeight = 22.0

  private let chart: IntervalChart
  private var flow: ChartFlow

  var page: ChartPage { flow.page }

  init(_ chart: IntervalChart) {
    self.chart = chart
    flow = ChartFlow(
      title: chart.title, notes: chart.notes, style: chart.style, language: chart.languageCode)
    flow.height += 8
    let columnWidth = (flow.page.width - 2 * ChartFlow.margin - Self.gap) / 2
    let panelHeight = 40 + Self.rowHeight * Double(chart.groups.count) + 22
    for (place, panel) in chart.panels.enumerated() {
      let left = ChartFlow.margin + Double(place % 2) * (columnWidth + Self.gap)
      add(panel, left: left, width: columnWidth, top: flow.height)
      if place % 2 == 1 || place == chart.panels.count - 1 { flow.height += panelHeight }
    }
    flow.finish(foot: chart.foot, describing: chart.notes + chart.panels.map(\.title))
  }

  private mutating func add(
    _ panel: IntervalChart.Panel, left: Double, width: Double, top: Double
  ) {
    flow.addText(
      ChartFlow.cut(panel.title, width: width / 14), at: (left, top + 20), size: 13,
      chart.style.text, isBold: true)
    let numbers = panel.marks.flatMap { mark in
      [
        mark.value, mark.interval?.lowerBound, mark.interval?.upperBound, mark.chance?.lowerBound,
        mark.chance?.upperBound,
      ].compactMap(\.self).filter(\.isFinite)
    }
    let axis = IntervalAxis(numbers)
    let plot = (left + Self.labelWidth)...(left + width - 12)
    func x(_ number: Double) -> Double {
      let share = (number - axis.bottom) / (axis.top - axis.bottom)
      return plot.lowerBound + share * (plot.upperBound - plot.lowerBound)
    }
    let first = top + 30
    let bottom = first + Self.rowHeight * Double(panel.marks.count)
    for tick in axis.ticks {
      flow.addRectangle(x(tick) - 0.5, first, 1, bottom - first, chart.style.grid)
      flow.addText(
        axis.label(tick), at: (x(tick), bottom + 13), size: 10, chart.style.faint, anchor: .middle)
    }
    for (place, mark) in panel.marks.enumerated() {
      let middle = first + Self.rowHeight * (Double(place) + 0.5)
      flow.addText(
        chart.groups[place], at: (left, middle + 4), size: 11, chart.style.text,
        width: Self.labelWidth - 6)
      add(mark, at: middle, chart.style.series(place), x)
    }
  }

  private mutating func add(
    _ mark: IntervalChart.Mark, at middle: Double, _ color: Color, _ x: (Double) -> Double
  ) {
    if let range = mark.chance {
      let start = x(range.lowerBound)
      flow.addRectangle(
        start, middle - 6, max(2, x(range.upperBound) - start), 12, chart.style.chance)
    }
    if let interval = mark.interval {
      let start = x(interval.lowerBound)
      flow.addRectangle(start, middle - 1.5, max(1, x(interval.upperBound) - start), 3, color)
    }
    if let value = mark.value {
      flow.add(.dot(x: x(value), y: middle, radius: 5, chart.style.background))
      flow.add(.dot(x: x(value), y: middle, radius: 4.5, color))
    } else {
      flow.addText("–", at: (x(0) + 4, middle + 4), size: 11, chart.style.faint)
    }
  }
}

/// A scale that holds 0 and all numbers, with round steps.
private struct IntervalAxis {
  let bottom: Double
  let top: Double
  let ticks: [Double]

  init(_ numbers: [Double]) {
    let greatest = ChartScale(to: numbers.max() ?? 1)
    let least = numbers.min() ?? 0
    guard least < 0 else {
      (bottom, top, ticks) = (0, greatest.top, greatest.ticks)
      return
    }
    // Below 0 on the steps of the greater side.
    let scale = ChartScale(to: max(-least, numbers.max() ?? 0))
    let step = scale.ticks[1] - scale.ticks[0]
    let below = (-least / step).rounded(.up)
    let above = max(0, ((numbers.max() ?? 0) / step).rounded(.up))
    (bottom, top) = (-below * step, max(above, 1 - below) * step)
    ticks = (Int(-below)...Int(max(above, 1 - below))).map { Double($0) * step }
  }

  func label(_ tick: Double) -> String {
    let step = ticks.count > 1 ? ticks[1] - ticks[0] : 1
    var places = 0
    var scaled = step
    while abs(scaled - scaled.rounded()) > 1e-6, places < 6 {
      scaled *= 10
      places += 1
    }
    var power = 1.0
    for _ in 0..<places { power *= 10 }
    let whole = Int((abs(tick) * power).rounded())
    let digits = String(whole)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let sign = tick < 0 && whole > 0 ? "−" : ""
    return places == 0
      ? sign + digits : "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}
