/// Draws an interval chart on a page of fixed width, as high as it needs to be.
struct IntervalChartDrawing {
  private static let width = 720.0
  private static let margin = 16.0
  private static let gap = 28.0
  private static let labelWidth = 92.0
  private static let rowHeight = 22.0

  private static let text = Color(0x1F2429)
  private static let faint = Color(0x5B656E)
  private static let grid = Color(0xDDE2E6)
  private static let chance = Color(0xC9CFD4)
  private static let warning = Color(0x9C2F00)
  // Dark, so that they stand out from the grey of chance without regard to hue.
  private static let groups = [Color(0x0072B2), Color(0xB34700), Color(0x00664B), Color(0x7A3E78)]

  private let chart: IntervalChart
  private(set) var page = ChartPage(width: Self.width)
  private var height = 16.0

  init(_ chart: IntervalChart) {
    self.chart = chart
    addLines([chart.title], size: 18, Self.text, isBold: true)
    addLines(chart.notes, size: 13, Self.warning)
    height += 8
    let columnWidth = (Self.width - 2 * Self.margin - Self.gap) / 2
    let panelHeight = 40 + Self.rowHeight * Double(chart.groups.count) + 22
    for (place, panel) in chart.panels.enumerated() {
      let left = Self.margin + Double(place % 2) * (columnWidth + Self.gap)
      add(panel, left: left, width: columnWidth, top: height)
      if place % 2 == 1 || place == chart.panels.count - 1 { height += panelHeight }
    }
    height += 6
    addLines(chart.foot, size: 11, Self.faint)
    page.height = height + 10
    page.title = chart.title
    page.languageCode = chart.languageCode
    page.description = (chart.notes + chart.panels.map(\.title) + chart.foot)
      .map { SafeText.line($0, limit: 400) }.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private mutating func addLines(
    _ lines: [String], size: Double, _ color: Color, isBold: Bool = false
  ) {
    for line in lines.map({ SafeText.line($0, limit: 400) }) where !line.isEmpty {
      let width = (Self.width - 2 * Self.margin) / size / (isBold ? 1.1 : 1)
      for part in LineBreaks.lines(of: line, width: width, limit: 6) {
        height += size * 1.35
        addText(part, at: (Self.margin, height), size: size, color, isBold: isBold)
      }
    }
  }

  private mutating func add(
    _ panel: IntervalChart.Panel, left: Double, width: Double, top: Double
  ) {
    let title = LineBreaks.lines(
      of: SafeText.line(panel.title, limit: 100), width: width / 13, limit: 1)
    addText(title.first ?? "", at: (left, top + 20), size: 13, Self.text, isBold: true)
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
      addRectangle(x(tick) - 0.5, first, 1, bottom - first, Self.grid)
      addText(
        axis.label(tick), at: (x(tick), bottom + 13), size: 10, Self.faint, anchor: .middle)
    }
    for (place, mark) in panel.marks.enumerated() {
      let middle = first + Self.rowHeight * (Double(place) + 0.5)
      let name = LineBreaks.lines(
        of: SafeText.line(chart.groups[place], limit: 60), width: (Self.labelWidth - 6) / 11,
        limit: 1)
      addText(name.first ?? "", at: (left, middle + 4), size: 11, Self.text)
      add(mark, at: middle, Self.groups[place % Self.groups.count], x)
    }
  }

  private mutating func add(
    _ mark: IntervalChart.Mark, at middle: Double, _ color: Color, _ x: (Double) -> Double
  ) {
    if let chance = mark.chance {
      let start = x(chance.lowerBound)
      addRectangle(start, middle - 6, max(2, x(chance.upperBound) - start), 12, Self.chance)
    }
    if let interval = mark.interval {
      let start = x(interval.lowerBound)
      addRectangle(start, middle - 1.5, max(1, x(interval.upperBound) - start), 3, color)
    }
    if let value = mark.value {
      page.add(.dot(x: x(value), y: middle, radius: 5, Color(0xFFFFFF)))
      page.add(.dot(x: x(value), y: middle, radius: 4.5, color))
    } else {
      addText("–", at: (x(0) + 4, middle + 4), size: 11, Self.faint)
    }
  }

  private mutating func addRectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ color: Color
  ) {
    page.add(
      .area([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], color))
  }

  private mutating func addText(
    _ text: String, at place: (x: Double, y: Double), size: Double, _ color: Color,
    anchor: ChartPage.Anchor = .start, isBold: Bool = false
  ) {
    page.add(.text(text, x: place.x, y: place.y, size: size, color, anchor, isBold: isBold))
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
