/// Lays a chart of curves out on a page of fixed width, as high as it needs to be.
struct CurveChartDrawing {
  private static let left = 60.0
  private static let right = 700.0
  private static let panelHeight = 190.0

  private var flow: ChartFlow
  private let names: [String]

  var page: ChartPage { flow.page }

  init(_ chart: CurveChart) {
    var names: [String] = []
    for curve in chart.panels.flatMap(\.curves) where !names.contains(curve.name) {
      names.append(curve.name)
    }
    self.names = names
    flow = ChartFlow(
      title: chart.title, notes: chart.notes, style: chart.style, language: chart.languageCode)
    addLegend(chart)
    for panel in chart.panels { add(panel) }
    flow.finish(foot: chart.foot, describing: chart.notes + chart.panels.map(\.title) + names)
  }

  private var style: ChartStyle { flow.style }

  private func color(_ name: String) -> Color {
    style.series(names.firstIndex(of: name) ?? 0)
  }

  /// Names the curves in rows: a line for those that are joined, a dot for marks.
  private mutating func addLegend(_ chart: CurveChart) {
    flow.height += 22
    var x = 16.0
    let joined = Set(chart.panels.flatMap(\.curves).filter(\.isJoined).map(\.name))
    for name in names {
      let width = TextWidth.ems(name) * 12 + 48
      if x > 16, x + width > flow.page.width - 16 {
        x = 16
        flow.height += 18
      }
      if joined.contains(name) {
        flow.add(
          .line(
            [(x, flow.height - 4), (x + 22, flow.height - 4)], color(name), width: 2.5,
            isDashed: false)
        )
      } else {
        flow.add(.dot(x: x + 11, y: flow.height - 4, radius: 4.5, color(name)))
      }
      flow.add(.text(name, x: x + 28, y: flow.height, size: 12, style.text, .start, isBold: false))
      x += width
    }
    flow.height += 6
  }

  private mutating func add(_ panel: CurveChart.Panel) {
    flow.height += 14
    flow.addLines([panel.title], size: 13, style.text, isBold: true)
    let top = flow.height + 12
    let bottom = top + Self.panelHeight
    let points = panel.curves.flatMap(\.points)
    let upward = AxisScale(points.flatMap { [$0.y.least, $0.y.most] })
    let across =
      panel.isLogarithmic
      ? AxisScale(powersOf: points.map(\.x.middle))
      : AxisScale(points.flatMap { [$0.x.least, $0.x.most] })
    func x(_ value: Double) -> Double {
      Self.left + 8 + across.share(of: value) * (Self.right - Self.left - 16)
    }
    func y(_ value: Double) -> Double { bottom - upward.share(of: value) * Self.panelHeight }
    for tick in upward.ticks {
      flow.add(
        .line(
          [(Self.left, y(tick)), (Self.right, y(tick))], style.grid, width: 1, isDashed: false))
      flow.add(
        .text(
          SafeText.number(tick), x: Self.left - 6, y: y(tick) + 4, size: 11, style.faint, .end,
          isBold: false))
    }
    for tick in across.ticks {
      flow.add(
        .line([(x(tick), bottom), (x(tick), bottom + 4)], style.faint, width: 1, isDashed: false))
      flow.add(
        .text(
          SafeText.number(tick), x: x(tick), y: bottom + 17, size: 11, style.faint, .middle,
          isBold: false))
    }
    flow.add(
      .text(
        panel.across, x: Self.right, y: bottom + 33, size: 11, style.faint, .end, isBold: false))
    for curve in panel.curves where curve.isJoined && curve.points.count > 1 {
      let upper = curve.points.map { (x: x($0.x.middle), y: y($0.y.most)) }
      let lower = curve.points.reversed().map { (x: x($0.x.middle), y: y($0.y.least)) }
      flow.add(.area(upper + lower, style.band(color(curve.name))))
    }
    for curve in panel.curves { add(curve, x, y) }
    flow.height = bottom + 36
  }

  private mutating func add(
    _ curve: CurveChart.Curve, _ x: (Double) -> Double, _ y: (Double) -> Double
  ) {
    let color = color(curve.name)
    if curve.isJoined {
      let line = curve.points.map { (x: x($0.x.middle), y: y($0.y.middle)) }
      if line.count > 1 { flow.add(.line(line, color, width: 2, isDashed: false)) }
      for point in line { flow.add(.dot(x: point.x, y: point.y, radius: 2.2, color)) }
      return
    }
    for point in curve.points {
      let (middle, level) = (x(point.x.middle), y(point.y.middle))
      for bar in [
        [(x(point.x.least), level), (x(point.x.most), level)],
        [(middle, y(point.y.least)), (middle, y(point.y.most))],
      ] {
        flow.add(.line(bar, color, width: 1.5, isDashed: false))
      }
      flow.add(.dot(x: middle, y: level, radius: 4.5, color))
    }
  }
}
