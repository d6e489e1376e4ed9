import NetworkDrawing
import Testing

@Suite struct LineChartTests {
  private func chart(_ values: [LineChart.Value?], title: String = "Chart") -> LineChart {
    LineChart(
      title: title, notes: ["Note <1>", ""], times: values.indices.map { "\(1990 + $0)" },
      panels: [LineChart.Panel(title: "Ties & more", values: values)], foot: ["Source: \"S\""],
      languageCode: "en")
  }

  private func value(_ least: Double, _ middle: Double, _ most: Double) -> LineChart.Value {
    LineChart.Value(least: least, middle: middle, most: most)
  }

  @Test func textIsEscaped() throws {
    let svg = chart([value(1, 2, 3)], title: "</svg><script>&\u{1}").svg
    let document = try #require(SVGDocument(Array(svg.utf8)))
    #expect(!document.elements.contains("script"))
    #expect(document.texts.contains("Ties & more"))
    #expect(svg.contains("&lt;/svg&gt;&lt;script&gt;&amp;"))
    #expect(!svg.contains("\u{1}"))
    #expect(svg.contains("Note &lt;1&gt;"))
    #expect(svg.contains("Source: &quot;S&quot;"))
  }

  /// The line lies between the edges of the band, and more is higher.
  @Test func valuesAreDrawnToScale() throws {
    let svg = chart([value(0, 5, 10), value(10, 10, 10)]).svg
    let paths = svg.split(separator: "<path d=\"").map { String($0.prefix { $0 != "\"" }) }
    let band = try #require(paths.first { $0.hasSuffix("Z") })
    let points = band.dropFirst().dropLast().split(separator: "L").map { point in
      point.split(separator: " ").compactMap { Double($0) }
    }
    try #require(points.count == 4 && points.allSatisfy { $0.count == 2 })
    // Most of both times, then least backwards.
    #expect(points[0][1] == points[1][1] && points[2][1] == points[1][1])
    #expect(points[3][1] > points[0][1])
    #expect(points[0][0] == points[3][0] && points[1][0] > points[0][0])
    let middle = (points[0][1] + points[3][1]) / 2
    let line = try #require(paths.first { $0.contains("L") && !$0.hasSuffix("Z") })
    let start = line.dropFirst().prefix { $0 != "L" }.split(separator: " ")
    #expect(start.last.flatMap { Double($0) } == middle)
  }

  @Test func gapsPartTheLineAndALoneValueIsADot() throws {
    let svg = chart([value(1, 1, 1), nil, value(2, 2, 2), value(3, 3, 3)]).svg
    let bands = svg.split(separator: "<path d=\"").filter {
      $0.prefix { $0 != "\"" }.hasSuffix("Z")
    }
    #expect(bands.count == 2)
    #expect(svg.split(separator: "<circle").count == 2)
  }

  @Test func nothingAndZeroAndHugeAreDrawn() throws {
    for values in [[], [nil], [value(0, 0, 0)], [value(0, 1e300, .infinity)]] {
      let svg = chart(values).svg
      #expect(SVGDocument(Array(svg.utf8)) != nil)
      #expect(!svg.contains("nan") && !svg.contains("inf"))
    }
  }

  @Test func manyTimesAreNotAllNamed() throws {
    let svg = chart((0..<500).map { value(0, Double($0), Double($0)) }).svg
    let document = try #require(SVGDocument(Array(svg.utf8)))
    let named = document.texts.filter { Int($0).map { (1990...2489).contains($0) } ?? false }
    #expect((5...20).contains(named.count))
    #expect(named.first == "1990")
  }
}
