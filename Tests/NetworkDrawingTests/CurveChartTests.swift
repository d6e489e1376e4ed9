import NetworkDrawing
import Testing

@Suite struct CurveChartTests {
  private func value(_ least: Double, _ middle: Double, _ most: Double) -> CurveChart.Value {
    CurveChart.Value(least: least, middle: middle, most: most)
  }

  private func chart(_ curves: [CurveChart.Curve], isLogarithmic: Bool = false) -> CurveChart {
    CurveChart(
      title: "Chart </title>", notes: ["Note <1>", ""],
      panels: [
        CurveChart.Panel(
          title: "Up & down", across: "across", isLogarithmic: isLogarithmic, curves: curves)
      ], foot: ["Foot"], languageCode: "en")
  }

  private func paths(_ svg: String) -> [[[Double]]] {
    svg.split(separator: "<path d=\"M").dropFirst().map { part in
      part.prefix { $0 != "\"" && $0 != "Z" }.split(separator: "L").map {
        $0.split(separator: " ").compactMap { Double($0) }
      }
    }
  }

  @Test func textIsEscaped() throws {
    let svg = chart([]).svg
    let document = try #require(SVGDocument(Array(svg.utf8)))
    #expect(document.texts.contains("Up & down"))
    #expect(svg.contains("Note &lt;1&gt;"))
  }

  /// The band holds the line, and equal ratios are equally far apart on a logarithmic scale.
  @Test func curvesAreDrawnToScale() throws {
    let points = [1.0, 10, 100].map { (x: $0, y: value(1, 2, 3)) }
    let svg = chart([CurveChart.Curve(name: "c", points: points)], isLogarithmic: true).svg
    let band = try #require(paths(svg).first { $0.count == 6 })
    let line = try #require(paths(svg).first { $0.count == 3 })
    #expect(abs((line[1][0] - line[0][0]) - (line[2][0] - line[1][0])) < 0.01)
    #expect(line[0][1] == line[2][1])
    #expect(abs(band[0][1] + band[5][1] - 2 * line[0][1]) < 0.01)
    #expect(band[0][1] < line[0][1] && line[0][1] < band[5][1])
  }

  @Test func marksHaveBarsBothWays() throws {
    let mark = CurveChart.Curve(
      name: "m", marks: [(x: value(1, 2, 3), y: value(-4, -2, 0))])
    let svg = chart([mark]).svg
    let bars = paths(svg).filter { $0.count == 2 }
    #expect(bars.contains { $0[0][1] == $0[1][1] && $0[1][0] - $0[0][0] > 300 })
    #expect(bars.contains { $0[0][0] == $0[1][0] && $0[0][1] - $0[1][1] > 150 })
  }

  @Test func nothingAndHugeAreDrawn() {
    let odd = CurveChart.Curve(
      name: "o", points: [(x: 0, y: value(.nan, .infinity, 1e300)), (x: 5, y: value(0, 0, 0))])
    for curves in [[], [odd], [CurveChart.Curve(name: "e", points: [])]] {
      for isLogarithmic in [true, false] {
        let svg = chart(curves, isLogarithmic: isLogarithmic).svg
        #expect(SVGDocument(Array(svg.utf8)) != nil)
        #expect(!svg.contains("nan") && !svg.contains("inf"))
      }
    }
  }

  @Test func picturesOfPixels() throws {
    let points = [(x: 1.0, y: value(1, 2, 3)), (x: 2.0, y: value(2, 3, 4))]
    let chart = chart([CurveChart.Curve(name: "届く相手 \"; c", points: points)])
    let png = try chart.renderAndWait(as: .png)
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    // Two pixels a point: the width stands in bytes 16 to 19.
    let width = png[16..<20].reduce(0) { $0 << 8 | Int($1) }
    #expect(width == 1440)
    #expect(try chart.renderAndWait(as: .png) == png)
  }
}
