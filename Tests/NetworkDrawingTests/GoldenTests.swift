import Foundation
import NetworkDrawing
import Testing

/// Ten pictures as they were when somebody last looked at them.
///
/// They change only by hand: run the tests with `KNOWWHO_RECORD=1`, look at every file in `Golden` that
/// has changed, and commit it. Coordinates are rounded to whole points. Diagrams are laid out with
/// the fonts and the Graphviz that are there, so they are compared where those are the ones they were
/// recorded with; charts depend on neither.
@Suite("Golden pictures")
struct GoldenTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  private static let diagrams: [(name: String, figure: DiagramFigure)] = {
    var dark = Samples.small
    dark.style = .dark
    var print = Samples.small
    print.style = .print
    var painted = Samples.small
    painted.categories = ["one", "two"]
    for index in painted.nodes.indices { painted.nodes[index].paint = .category(index % 2) }
    var way = Samples.small
    for index in way.nodes.indices { way.nodes[index].emphasis = index == 0 ? .faint : .strong }
    way.edges[1].emphasis = .strong
    var modes = Samples.small
    modes.arrangement = .twoModes
    modes.edges = [Diagram.Edge(source: "a", target: "b"), Diagram.Edge(source: "a", target: "c")]
    func figure(_ diagram: Diagram) -> DiagramFigure {
      DiagramFigure(
        panels: [.init(title: "", diagram: diagram)], caption: diagram.caption, sharesPlaces: false)
    }
    return [
      ("light", figure(Samples.small)), ("dark", figure(dark)), ("print", figure(print)),
      ("categories", figure(painted)), ("way", figure(way)), ("two-modes", figure(modes)),
    ]
  }()

  private static let charts: [(name: String, chart: any Chart)] = [
    (
      "ranking",
      RankingChart(
        title: "Ranking", notes: ["invented"], measure: "degree",
        bars: [.init(name: "甲社", value: 3, label: "3"), .init(name: "b", value: 1, label: "1")],
        foot: ["foot"], languageCode: "en")
    ),
    (
      "distribution",
      DistributionChart(
        title: "Distribution", notes: [], across: "degree", upward: "share",
        series: [.init(name: "degree", scores: [1, 1, 2, 4])], foot: [], languageCode: "en")
    ),
    (
      "matrix",
      MatrixChart(
        title: "Matrix", notes: [],
        blocks: [.init(name: "one", rows: ["a", "b"]), .init(name: "two", rows: ["c"])],
        cells: [.init(row: 0, column: 1), .init(row: 1, column: 0)], foot: [], languageCode: "en")
    ),
    (
      "spans",
      SpanChart(
        title: "Spans", notes: [],
        rows: [
          .init(
            name: "a",
            spans: [
              .init(earliestStart: 1983, latestStart: 1985, earliestEnd: 1990, latestEnd: nil)
            ])
        ], period: 1980...2000, words: ("certain", "possible"), foot: [], languageCode: "en")
    ),
  ]

  private static var isRecording: Bool {
    ProcessInfo.processInfo.environment["KNOWWHO_RECORD"] == "1"
  }

  /// The text with every number rounded to a whole one, colours and ids left alone.
  private static func rounded(_ svg: String) -> String {
    var result = ""
    var number = ""
    func flush() {
      // Only what has digits on both sides of its point: not "w3.org", nor the version of XML.
      if let value = Double(number), number.contains("."), number.last != ".", number != "1.0" {
        let whole = Int(value.rounded())
        result += "\(whole)"
      } else {
        result += number
      }
      number = ""
    }
    for character in svg {
      if character.isASCII, character.isNumber || character == "." || character == "-" {
        number.append(character)
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return result
  }

  private func check(_ svg: String, _ name: String) throws {
    let file = Self.folder.appending(path: "\(name).svg")
    let text = Self.rounded(svg)
    if Self.isRecording {
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(text == golden, "\(name).svg is not what was last looked at")
  }

  @Test("charts are as they were", arguments: 0..<4)
  func charts(_ number: Int) throws {
    let (name, chart) = Self.charts[number]
    try check(chart.svg, name)
  }

  @Test("diagrams are as they were", .enabled(if: GoldenPlace.isThatOfTheRecord))
  func diagrams() async throws {
    #expect(Self.diagrams.count + Self.charts.count == 10)
    for (name, figure) in Self.diagrams {
      let picture = try await figure.render(as: .svg)
      try check(String(decoding: picture.bytes, as: UTF8.self), name)
    }
    if Self.isRecording { try GoldenPlace.record() }
  }
}

/// What the pictures of diagrams depend on beside the code.
private enum GoldenPlace {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden/place.txt")

  /// The processor, Graphviz, and how wide it sets some text.
  private static var current: String? {
    #if arch(x86_64)
      let processor = "x86_64"
    #elseif arch(arm64)
      let processor = "arm64"
    #else
      let processor = "other"
    #endif
    let probe = Diagram(nodes: [Diagram.Node(id: "A交流グループ", kind: "group")], edges: [])
    guard let box = try? probe.renderAndWait(as: .svg).nodeBoxes.first else { return nil }
    return "\(processor) \(DrawingProbe.version) \(box.width) \(box.height)\n"
  }

  static var isThatOfTheRecord: Bool {
    if ProcessInfo.processInfo.environment["KNOWWHO_RECORD"] == "1" { return true }
    return (try? String(contentsOf: file, encoding: .utf8)) == current
  }

  static func record() throws {
    try current?.write(to: file, atomically: true, encoding: .utf8)
  }
}
