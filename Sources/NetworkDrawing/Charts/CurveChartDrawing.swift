/// Lays a chart of curves out on a page of fixed width, as high as it needs to be.
struct CurveChartDrawing {
  private static let left = 60.0
  private static let right = 700.0
  private static let panelHeight = 190.0

  // Told apart without colour vision too (Okabe and Ito), dark enough for lines on white.
  private static let colors = [
    Color(0x0072B2), Color(0xC04A00), Color(0x00795A), Color(0xA8488A), Color(0x7A6A00),
    Color(0x2A2F36), Color(0x3A8FC4), Color(0x8C5A2B), Color(0x5B5BD6), Color(0x6B7780),
  ]
  private static let white = Color(0xFFFFFF)
  private static let text = Color(0x1F2429)
  private static let faint = Color(0x5B656E)
  private static let grid = Color(0xDDE2E6)
  private static let warning = Color(0x9C2F00)

  private(set) var page = ChartPage(width: 720)
  private var height = 16.0
  private let names: [String]

  init(_ chart: CurveChart) {
    var names: [String] = []
    for curve in chart.panels.flatMap(\.curves) where !names.contains(curve.name) {
      names.append(curve.name)
    }
    self.names = names
    page.title = chart.title
    page.languageCode = chart.languageCode
    page.description = (chart.notes + chart.panels.map(\.title) + names + chart.foot)
      .filter { !$0.isEmpty }.joined(separator: " · ")
    addLines([chart.title], size: 18, Self.text, isBold: true)
    addLines(chart.notes, size: 13, Self.warning)
    addLegend(chart)
    for panel in chart.panels { add(panel) }
    height += 4
    addLines(chart.foot, size: 11, Self.faint)
    page.height = height + 10
  }

  private func color(_ name: String) -> Color {
    Self.colors[(names.firstIndex(of: name) ?? 0) % Self.colors.count]
  }

  private mutating func addLines(
    _ lines: [String], size: Double, _ color: Color, isBold: Bool = false
  ) {
    for line in lines.map({ SafeText.line($0, limit: 600) }) where !line.isEmpty {
      let width = (page.width - 32) / size / (isBold ? 1.1 : 1)
      for part in LineBreaks.lines(of: line, width: width, limit: 8) {
        height += size * 1.35
        page.add(
          .text(part, x: 16, y: height, size: size, color, .start, isBold: isBold))
      }
    }
  }

  /// Names the curves in rows: a line for those that are joined, a dot for marks.
  private mutating func addLegend(_ chart: CurveChart) {
    height += 22
    var x = 16.0
    let joined = Set(chart.panels.flatMap(\.curves).filter(\.isJoined).map(\.name))
    for name in names {
      let width = TextWidth.ems(name) * 12 + 48
      if x > 16, x + width > page.width - 16 {
        x = 16
        height += 18
      }
      if joined.contains(name) {
        page.add(
          .line([(x, height - 4), (x + 22, height - 4)], color(name), width: 2.5, isDashed: false)
        )
      } else {
        page.add(.dot(x: x + 11, y: height - 4, radius: 4.5, color(name)))
      }
      page.add(.text(name, x: x + 28, y: height, size: 12, Self.text, .start, isBold: false))
      x += width
    }
    height += 6
  }

  private mutating func add(_ panel: CurveChart.Panel) {
    height += 14
    addLines([panel.title], size: 13, Self.text, isBold: true)
    let top = height + 12
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
      page.add(
        .line(
          [(Self.left, y(tick)), (Self.right, y(tick))], Self.grid, width: 1, isDashed: false))
      page.add(
        .text(
          SafeText.number(tick), x: Self.left - 6, y: y(tick) + 4, size: 11, Self.faint, .end,
          isBold: false))
    }
    for tick in across.ticks {
      page.add(
        .line([(x(tick), bottom), (x(tick), bottom + 4)], Self.faint, width: 1, isDashed: false))
      page.add(
        .text(
          SafeText.number(tick), x: x(tick), y: bottom + 17, size: 11, Self.faint, .middle,
          isBold: false))
    }
    page.add(
      .text(
        panel.across, x: Self.right, y: bottom + 33, size: 11, Self.faint, .end, isBold: false))
    for curve in panel.curves where curve.isJoined && curve.points.count > 1 {
      let upper = curve.points.map { (x: x($0.x.middle), y: y($0.y.most)) }
      let lower = curve.points.reversed().map { (x: x($0.x.middle), y: y($0.y.least)) }
      page.add(.area(upper + lower, color(curve.name).mixed(with: Self.white, share: 0.72)))
    }
    for curve in panel.curves { add(curve, x, y) }
    height = bottom + 36
  }

  private mutating func add(
    _ curve: CurveChart.Curve, _ x: (Double) -> Double, _ y: (Double) -> Double
  ) {
    let color = color(curve.name)
    if curve.isJoined {
      let line = curve.points.map { (x: x($0.x.middle), y: y($0.y.middle)) }
      if line.count > 1 { page.add(.line(line, color, width: 2, isDashed: false)) }
      for point in line { page.add(.dot(x: point.x, y: point.y, radius: 2.2, color)) }
      return
    }
    for point in curve.points {
      let (middle, level) = (x(point.x.middle), y(point.y.middle))
      for bar in [
        [(x(point.x.least), level), (x(point.x.most), level)],
        [(middle, y(point.y.least)), (middle, y(point.y.most))],
      ] {
        page.add(.line(bar, color, width: 1.5, isDashed: false))
      }
      page.add(.dot(x: middle, y: level, radius: 4.5, color))
    }
  }
}

/// Where numbers stand on an axis.
struct AxisScale {
  private let low: Double
  private let high: Double
  private let isLogarithmic: Bool
  /// The numbers that are marked.
  let ticks: [Double]

  /// A scale that holds numbers and 0, with round steps between.
  init(_ numbers: [Double]) {
    let known = numbers.filter(\.isFinite)
    let (least, most) = (min(0, known.min() ?? 0), max(0, known.max() ?? 0))
    isLogarithmic = false
    let span = most - least
    guard span > 0, span < 1e12 else {
      (low, high, ticks) = (0, 1, [0, 1])
      return
    }
    var step = 1.0
    while step * 5 < span { step *= 10 }
    while step > span { step /= 10 }
    if span / step > 5 { step *= 2 } else if span / step <= 2 { step /= 2 }
    let first = (least / step).rounded(.down)
    let last = (most / step).rounded(.up)
    (low, high) = (first * step, last * step)
    ticks = stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// A logarithmic scale that just holds numbers above 0, marked at 1, 2 and 5 times powers of ten.
  init(powersOf numbers: [Double]) {
    let known = numbers.filter { $0.isFinite && $0 > 0 }
    isLogarithmic = true
    let (least, most) = (known.min() ?? 1, known.max() ?? 1)
    (low, high) = least < most ? (least, most) : (least / 2, most * 2)
    var marked: [Double] = []
    var power = 1e-6
    while power <= high, power < 1e12 {
      for times in [1.0, 2, 5] where (low * 0.999...high * 1.001).contains(times * power) {
        marked.append(times * power)
      }
      power *= 10
    }
    ticks = marked.map { $0 < 1 ? $0 : $0.rounded() }
  }

  /// Returns where a number stands, 0 at the low end and 1 at the high one.
  func share(of number: Double) -> Double {
    guard number.isFinite else { return 0 }
    let share =
      isLogarithmic
      ? Self.logarithm(max(number, low) / low) / Self.logarithm(high / low)
      : (number - low) / (high - low)
    return min(max(share, 0), 1)
  }

  /// The logarithm to base 2, by squaring: good to a thousandth of a point on any page.
  private static func logarithm(_ number: Double) -> Double {
    var (rest, result, bit) = (number, 0.0, 0.5)
    while rest >= 2 {
      rest /= 2
      result += 1
    }
    while bit > 1e-9 {
      rest *= rest
      if rest >= 2 {
        rest /= 2
        result += bit
      }
      bit /= 2
    }
    return result
  }
}
