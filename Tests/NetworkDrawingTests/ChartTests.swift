import NetworkDrawing
import Testing

@Suite("Charts of rankings, distributions, matrices and spans")
struct ChartTests {
  /// The corners of each area: its left, right, upper and lower edge, and its colour.
  private func areas(
    _ svg: String
  ) -> [(left: Double, right: Double, top: Double, bottom: Double, fill: String)] {
    svg.split(separator: "<path d=\"M").dropFirst().compactMap { part in
      let data = part.prefix { $0 != "\"" }
      guard data.hasSuffix("Z") else { return nil }
      let points = data.dropLast().split(separator: "L").map {
        $0.split(separator: " ").compactMap { Double($0) }
      }
      let (xs, ys) = (points.map { $0[0] }, points.map { $0[1] })
      let fill = part.split(separator: "fill=\"").dropFirst().first?.prefix { $0 != "\"" } ?? ""
      return (xs.min() ?? 0, xs.max() ?? 0, ys.min() ?? 0, ys.max() ?? 0, String(fill))
    }
  }

  private func ranking(_ values: [Double?], title: String = "Ranking") -> RankingChart {
    RankingChart(
      title: title, notes: [], measure: "measure",
      bars: values.enumerated().map { index, value in
        RankingChart.Bar(name: "n\(index)", value: value, label: "\(value ?? 0)")
      }, foot: [], languageCode: "en")
  }

  @Test("bars are as long as their scores")
  func bars() {
    let bars = areas(ranking([4, 2, 1, 0, nil]).svg)
    #expect(bars.count == 4)
    let widths = bars.map { $0.right - $0.left }
    #expect(abs(widths[0] - 2 * widths[1]) < 0.01 && abs(widths[0] - 4 * widths[2]) < 0.01)
    #expect(widths[3] < 1)
    #expect(bars.map(\.top) == bars.map(\.top).sorted())
  }

  @Test("negative scores go the other way")
  func negative() {
    let bars = areas(ranking([3, -3]).svg)
    #expect(abs(bars[0].left - bars[1].right) < 0.01)
    #expect(abs((bars[0].right - bars[0].left) - (bars[1].right - bars[1].left)) < 0.01)
  }

  /// The definition, counted anew for each score.
  @Test("a distribution gives for each score the share of those that have at least it")
  func distribution() {
    let scores = [1.0, 1, 2, 5, 5, 5, 0, 10, .nan, -1]
    let points = DistributionChart.Series(name: "s", scores: scores).points
    let known = scores.filter { !$0.isNaN }
    #expect(points.map(\.score) == [1, 2, 5, 10])
    for point in points {
      let count = known.count { $0 >= point.score }
      #expect(point.share == Double(count) / Double(known.count))
    }
    #expect(DistributionChart.Series(name: "s", scores: []).points.isEmpty)
  }

  /// Equal ratios are equally far apart on both axes, so a power law is straight.
  @Test("a power law is a straight line")
  func powerLaw() throws {
    // As many scores of at least 2^k as 2^(6 - k).
    var scores = [64.0]
    for power in 0..<6 {
      scores += [Double](repeating: Double(1 << power), count: 1 << (5 - power))
    }
    let chart = DistributionChart(
      title: "", notes: [], across: "x", upward: "y", series: [.init(name: "s", scores: scores)],
      foot: [], languageCode: "en")
    let dots = chart.svg.split(separator: "<circle ").dropFirst().compactMap { part -> [Double]? in
      let numbers = part.split(separator: "\"")
      guard let x = Double(numbers[1]), let y = Double(numbers[3]) else { return nil }
      return [x, y]
    }
    try #require(dots.count == 7)
    let slopes = zip(dots, dots.dropFirst()).map { ($1[1] - $0[1]) / ($1[0] - $0[0]) }
    for slope in slopes.dropLast() { #expect(abs(slope - slopes[0]) < 0.02) }
  }

  private func matrix(_ sizes: [Int], _ cells: [MatrixChart.Cell]) -> MatrixChart {
    MatrixChart(
      title: "Matrix", notes: [],
      blocks: sizes.enumerated().map { block, size in
        MatrixChart.Block(name: "b\(block)", rows: (0..<size).map { "r\(block)-\($0)" })
      }, cells: cells, foot: [], languageCode: "en")
  }

  @Test("a cell stands where its row and column meet")
  func cells() throws {
    let svg = matrix([2, 2], [.init(row: 0, column: 3), .init(row: 3, column: 0)]).svg
    let all = areas(svg)
    // The ground comes first.
    let ground = try #require(all.first)
    let side = (ground.right - ground.left) / 4
    let cells = all.dropFirst()
    try #require(cells.count == 2)
    let upper = try #require(cells.first { $0.top < ground.top + side })
    #expect(abs(upper.left - (ground.left + 3 * side)) < 1)
    let lower = try #require(cells.first { $0.top > ground.top + 2 * side })
    #expect(abs(lower.left - ground.left) < 1)
    for name in ["r0-0", "r1-1"] { #expect(svg.contains(name)) }
  }

  @Test("a large matrix is drawn in at most 400 squares a side, cells out of it are left out")
  func largeMatrix() {
    let cells = (0..<2000).map { MatrixChart.Cell(row: $0, column: ($0 * 7) % 2000) }
    let svg = matrix(
      [1000, 1000], cells + [.init(row: -1, column: 0), .init(row: 0, column: 5000)]
    )
    .svg
    let drawn = areas(svg).dropFirst()
    #expect(drawn.count > 100 && drawn.count <= 2000)
    #expect(SVGDocument(Array(svg.utf8)) != nil)
  }

  private func spans(_ spans: [SpanChart.Span]) -> SpanChart {
    SpanChart(
      title: "Spans", notes: [],
      rows: spans.enumerated().map { SpanChart.Row(name: "r\($0)", spans: [$1]) },
      period: 1980...2000, words: (certain: "certain", possible: "possible"), foot: [],
      languageCode: "en")
  }

  /// Rows stand one below the other; what has the full colour is certain.
  @Test("what is certain is drawn in full, what is possible fades")
  func fading() throws {
    let svg = spans([
      .init(earliestStart: 1985, latestStart: 1985, earliestEnd: 1995, latestEnd: 1995),
      .init(earliestStart: 1980, latestStart: 1985, earliestEnd: 1995, latestEnd: nil),
      .init(earliestStart: nil, latestStart: nil, earliestEnd: nil, latestEnd: nil),
      .init(earliestStart: 2001, latestStart: 2002, earliestEnd: 2003, latestEnd: 2004),
    ]).svg
    let all = areas(svg)
    let color = try #require(all.first).fill
    // The first is that of the legend.
    let full = all.filter { $0.fill == color }.dropFirst()
    try #require(full.count == 2, "\(full)")
    let (first, second) = (full.first, full.last)
    #expect(first?.left == second?.left && first?.right == second?.right)
    let top = try #require(second?.top)
    let fades = svg.split(separator: "<rect x=\"").dropFirst().map { part in
      let values = part.split(separator: "\"")
      return (
        left: Double(values[0]) ?? 0, top: Double(values[2]) ?? 0, width: Double(values[4]) ?? 0
      )
    }
    let own = fades.filter { $0.top == top }
    try #require(own.count == 2)
    // The share of the period that is certain: 10 of 20 years, with 5 before and 5 after.
    let width = try #require(second.map { $0.right - $0.left })
    for fade in own { #expect(abs(fade.width / width - 0.5) < 0.01) }
    // Known of nothing: pale from end to end. After the period: nothing.
    let below = fades.filter { $0.top > top }
    #expect(Set(below.map(\.top)).count == 1)
    #expect(abs(below.map(\.width).reduce(0, +) / width - 2) < 0.01)
  }

  @Test("hostile text and nothing at all")
  func hostile() throws {
    for (index, text) in (Samples.hostile + [""]).enumerated() {
      let theme = DiagramStyle.Theme.allCases[index % 3]
      var ranking = RankingChart(
        title: text, notes: [text], measure: text,
        bars: [.init(name: text, value: .infinity, label: text, group: text)], foot: [text],
        languageCode: text)
      ranking.style = ChartStyle(theme)
      var matrix = MatrixChart(
        title: text, notes: [text],
        blocks: [.init(name: text, rows: [text]), .init(name: text, rows: [])],
        cells: [.init(row: 0, column: 0, strength: .nan)], foot: [text], languageCode: text)
      matrix.style = ChartStyle(theme)
      let charts: [any Chart] = [
        ranking, matrix,
        DistributionChart(
          title: text, notes: [text], across: text, upward: text,
          series: [.init(name: text, scores: [.nan, 1e300, 1e-300])], foot: [text],
          languageCode: text),
        SpanChart(
          title: text, notes: [text],
          rows: [
            .init(
              name: text,
              spans: [
                .init(earliestStart: 2000, latestStart: 1e300, earliestEnd: -1e300, latestEnd: 1990)
              ], group: text)
          ], period: 0...0, words: (text, text), foot: [text], languageCode: text),
      ]
      for chart in charts {
        let svg = chart.svg
        let document = try #require(SVGDocument(Array(svg.utf8)), "\(text)")
        #expect(
          document.elements.isSubset(of: [
            "svg", "title", "desc", "rect", "path", "circle", "text", "defs", "linearGradient",
            "stop",
          ])
        )
        #expect(!document.attributes.contains { $0.hasPrefix("on") || $0.hasSuffix("href") })
        #expect(!svg.contains("nan") || text.contains("nan"))
      }
    }
  }

  @Test("every format through the same door")
  func formats() throws {
    let chart = ranking([2, 1], title: "題 \"; c")
    let png = try chart.renderAndWait(as: .png)
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    let width = png[16..<20].reduce(0) { $0 << 8 | Int($1) }
    #expect(width == 1440)
    let large = try chart.renderAndWait(as: .png, scale: 4)
    #expect(large[16..<20].reduce(0) { $0 << 8 | Int($1) } == 2880)
    #expect(try chart.renderAndWait(as: .pdf).starts(with: Array("%PDF-".utf8)))
    #expect(try chart.renderAndWait(as: .svg) == Array(chart.svg.utf8))
    #expect(try chart.renderAndWait(as: .png) == png)
  }
}
