/// Draws a line chart: plain SVG, of fixed width, as high as it needs to be.
struct LineChartDrawing {
  private static let width = 720.0
  private static let left = 56.0
  private static let right = 704.0
  private static let panelHeight = 108.0
  private static let panelGap = 46.0

  // Colours that differ in lightness too, so that no colour vision is needed to tell them apart.
  private static let line = Color(0x0072B2)
  private static let band = Color(0xB9DCF2)
  private static let text = Color(0x1F2429)
  private static let faint = Color(0x5B656E)
  private static let grid = Color(0xDDE2E6)
  private static let warning = Color(0x9C2F00)

  private let chart: LineChart
  private var body = ""
  private var height = 16.0

  init(_ chart: LineChart) {
    self.chart = chart
    addLines([chart.title], size: 18, Self.text, isBold: true)
    addLines(chart.notes, size: 13, Self.warning)
    for panel in chart.panels { add(panel) }
    height += 12
    addLines(chart.foot, size: 11, Self.faint)
    height += 8
  }

  /// The finished document.
  var svg: String {
    let size = "\(SafeText.number(Self.width)) \(SafeText.number(height))"
    let name = SafeText.escaped(SafeText.line(chart.title, limit: 400))
    let description = SafeText.escaped(
      (chart.notes + chart.panels.map(\.title) + chart.foot).map { SafeText.line($0, limit: 400) }
        .filter { !$0.isEmpty }.joined(separator: " · "))
    return """
      <?xml version="1.0" encoding="UTF-8" standalone="no"?>
      <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 \(size)" \
      width="\(SafeText.number(Self.width))" height="\(SafeText.number(height))" \
      xml:lang="\(SafeText.escaped(SafeText.line(chart.languageCode)))" \
      font-family="\(Fonts.scalable)">
      <title>\(name)</title>
      <desc>\(description)</desc>
      <rect width="100%" height="100%" fill="#FFFFFF"/>
      \(body)</svg>

      """
  }

  /// Adds lines of text from the left margin, broken to the width of the page.
  private mutating func addLines(
    _ lines: [String], size: Double, _ color: Color, isBold: Bool = false
  ) {
    for line in lines.map({ SafeText.line($0, limit: 400) }) where !line.isEmpty {
      // What is bold is wider.
      let width = (Self.width - 32) / size / (isBold ? 1.1 : 1)
      for part in LineBreaks.lines(of: line, width: width, limit: 6) {
        height += size * 1.35
        addText(part, at: (16, height), size: size, color, isBold: isBold)
      }
    }
  }

  private mutating func addText(
    _ text: String, at place: (x: Double, y: Double), size: Double, _ color: Color,
    anchor: String = "start", isBold: Bool = false
  ) {
    body +=
      "<text x=\"\(SafeText.number(place.x))\" y=\"\(SafeText.number(place.y))\""
      + " font-size=\"\(SafeText.number(size))\" fill=\"\(color.hexadecimal())\""
      + (anchor == "start" ? "" : " text-anchor=\"\(anchor)\"")
      + (isBold ? " font-weight=\"bold\"" : "") + ">"
      + SafeText.escaped(SafeText.line(text, limit: 400)) + "</text>\n"
  }

  private mutating func add(_ panel: LineChart.Panel) {
    height += 14
    addLines([panel.title], size: 13, Self.text, isBold: true)
    let top = height + 10
    let bottom = top + Self.panelHeight
    let scale = ChartScale(to: panel.values.compactMap { $0?.most }.max() ?? 0)
    func y(_ value: Double) -> Double {
      bottom - min(max(value / scale.top, 0), 1) * Self.panelHeight
    }
    for tick in scale.ticks {
      body +=
        "<path d=\"M\(SafeText.number(Self.left)) \(SafeText.number(y(tick)))"
        + "H\(SafeText.number(Self.right))\" stroke=\"\(Self.grid.hexadecimal())\"/>\n"
      addText(
        SafeText.number(tick), at: (Self.left - 6, y(tick) + 4), size: 11, Self.faint,
        anchor: "end")
    }
    addTimes(below: bottom)
    for run in runs(of: panel.values) {
      let values = run.map { (x: x($0), value: panel.values[$0]) }
      let upper = values.map { point($0.x, y($0.value?.most ?? 0)) }
      let lower = values.reversed().map { point($0.x, y($0.value?.least ?? 0)) }
      let middle = values.map { point($0.x, y($0.value?.middle ?? 0)) }
      body +=
        "<path d=\"M\((upper + lower).joined(separator: "L"))Z\" fill=\""
        + "\(Self.band.hexadecimal())\" stroke=\"\(Self.band.hexadecimal())\"/>\n"
      body +=
        "<path d=\"M\(middle.joined(separator: "L"))\" fill=\"none\" stroke=\""
        + "\(Self.line.hexadecimal())\" stroke-width=\"2\" stroke-linejoin=\"round\""
        + " stroke-linecap=\"round\"/>\n"
      // Alone between gaps, a value is a line without length: a dot shows it.
      if run.count == 1, let value = panel.values[run.lowerBound] {
        body +=
          "<circle cx=\"\(SafeText.number(x(run.lowerBound)))\" cy=\""
          + "\(SafeText.number(y(value.middle)))\" r=\"3\" fill=\"\(Self.line.hexadecimal())\"/>\n"
      }
    }
    height = bottom + Self.panelGap - 24
  }

  /// Names as many times as there is room for.
  private mutating func addTimes(below bottom: Double) {
    let widest = chart.times.map { TextWidth.ems($0) * 11 + 14 }.max() ?? 1
    let room = max(1, Int((Self.right - Self.left) / widest))
    let step = max(1, (chart.times.count + room - 1) / room)
    for index in stride(from: 0, to: chart.times.count, by: step) {
      body += "<path d=\"M\(point(x(index), bottom))v4\" stroke=\"\(Self.faint.hexadecimal())\"/>\n"
      addText(
        chart.times[index], at: (x(index), bottom + 17), size: 11, Self.faint, anchor: "middle")
    }
  }

  private func x(_ index: Int) -> Double {
    // The outermost names must not leave the page.
    let (first, last) = (Self.left + 22, Self.right - 22)
    guard chart.times.count > 1 else { return (first + last) / 2 }
    return first + (last - first) * Double(index) / Double(chart.times.count - 1)
  }

  private func point(_ x: Double, _ y: Double) -> String {
    "\(SafeText.number(x)) \(SafeText.number(y))"
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

/// A scale from 0 to a round number, with round steps between.
struct ChartScale {
  /// The number at the top.
  let top: Double
  /// The numbers that are marked, from 0 to the top.
  let ticks: [Double]

  /// Creates the scale that holds numbers up to one, in two to five steps.
  init(to greatest: Double) {
    guard greatest.isFinite, greatest > 0, greatest < 1e12 else {
      (top, ticks) = (1, [0, 1])
      return
    }
    var step = 1.0
    while step * 5 < greatest { step *= 10 }
    while step > greatest { step /= 10 }
    // Now the greatest is 1 to 10 steps up.
    if greatest / step > 5 { step *= 2 } else if greatest / step <= 2 { step /= 2 }
    let count = Int((greatest / step).rounded(.up))
    top = Double(count) * step
    ticks = (0...count).map { Double($0) * step }
  }
}
