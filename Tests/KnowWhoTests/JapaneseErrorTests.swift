import Foundation
import KnowWho
import Testing

/// Errors are told in Japanese as well, and with all they say in English.
@Suite struct JapaneseErrorTests {
  private func isJapanese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x3041...0x30FF).contains($0.value) }
  }

  /// Every case once, with the figures that its sentence must hold.
  @Test(arguments: [
    (
      MeasureError.parameterOutOfRange(name: "damping", value: 1.5, allowed: "at least 0, below 1"),
      ["damping", "1.5", "0以上1未満"]
    ),
    (
      .parameterOutOfRange(name: "alpha", value: 2, allowed: "at least 0, below 0.25"),
      ["alpha", "2", "0.25 未満"]
    ),
    (
      .parameterOutOfRange(name: "the chance of strong", value: 2, allowed: "from 0 to 1"),
      ["strong の確率", "0から1まで"]
    ),
    (.parameterOutOfRange(name: "precision", value: 99, allowed: "4…16"), ["precision", "4…16"]),
    (
      .notConverged(measure: "PageRank", iterations: 7, change: 0.5, tolerance: 0.25),
      ["ページランク", "7回", "0.5", "0.25"]
    ),
    (.negativeStrength(-3, source: 4, target: 5), ["-3", "4", "5"]),
    (.distanceNotPositive(0, source: 4, target: 5), ["0", "4", "5"]),
    (.noDistances, ["距離"]), (.stepsOnly(measure: "decay"), ["減衰中心性", "歩数"]),
    (.leadingEigenvalueNotSimple(eigenvalue: 2.5), ["2.5"]),
    (
      .memoryTooSmall(measure: "betweenness", needed: 900, limit: 100), ["媒介中心性", "900", "100"]
    ),
    (
      .notReproduced(measure: "pageRank", peer: "igraph", reason: "it has no such measure"),
      ["ページランク", "igraph", "指標がありません"]
    ),
  ])
  func ofMeasures(error: MeasureError, parts: [String]) {
    #expect(error.description(in: .en) == error.description)
    let text = error.description(in: .ja)
    #expect(isJapanese(text))
    for part in parts { #expect(text.contains(part), "\(text)") }
  }

  /// No range that a measure allows is left in English: the sources name them all.
  @Test func everyAllowedRangeIsTranslated() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(atPath: sources.path))
    var ranges: Set<String> = []
    for case let file as String in files where file.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      for match in text.matches(of: /allowed: "([^"\\]+)"/) { ranges.insert(String(match.1)) }
    }
    #expect(ranges.count >= 10)
    for range in ranges {
      let error = MeasureError.parameterOutOfRange(name: "x", value: 0, allowed: range)
      #expect(!error.description(in: .ja).contains(range), "\(range)")
    }
  }

  /// Every refusal to follow another tool has its reason in Japanese.
  @Test func everyRefusalOfPeersIsTranslated() throws {
    let edges: [(source: Int, target: Int)] = [(0, 1), (1, 0), (1, 2), (2, 3), (5, 6)]
    var refusals = 0
    for isDirected in [false, true] {
      let graph = try Graph(nodeCount: 7, edges: edges, isDirected: isDirected)
      for peer in Peer.allCases {
        for measure in NodeMeasure.all {
          for scaling in [nil] + Scaling.allCases.map(Optional.some) {
            var settings = NodeMeasure.Settings(scaling: scaling)
            settings.peer = peer
            do {
              _ = try measure.columns(graph, settings)
            } catch MeasureError.notReproduced(let name, let title, let reason) {
              let error = MeasureError.notReproduced(measure: name, peer: title, reason: reason)
              let text = error.description(in: .ja)
              for part in reason.split(separator: "; ") {
                #expect(!text.contains(part), "\(text)")
              }
              refusals += 1
            } catch {
              continue
            }
          }
        }
      }
    }
    #expect(refusals > 50)
  }

  @Test(arguments: [
    (DrawingError.unknownNode(id: "Q", edge: 0), ["Q", "1本目"]),
    (.duplicateNode(id: "Q"), ["Q"]),
    (
      .tooLarge(count: 9, limit: 5, of: "edges", advice: "write SVG"),
      ["つながり", "9", "5", "SVG で"]
    ),
    (
      .tooLarge(
        count: 9, limit: 5, of: "nodes",
        advice: "use the engine force, which takes up to 20000 nodes"),
      ["主体", "--engine force", "20000"]
    ),
    (.pictureTooLarge(width: 7, height: 8, limit: 50), ["7 × 8", "50"]),
    (.pluginMissing(name: "png", message: "lost"), ["png", "lost"]),
    (.graphviz(step: "lay out", message: "why"), ["配置", "why"]),
  ])
  func ofDrawings(error: DrawingError, parts: [String]) {
    #expect(error.description(in: .en) == error.description)
    let text = error.description(in: .ja)
    #expect(isJapanese(text))
    for part in parts { #expect(text.contains(part), "\(text)") }
  }

  @Test(arguments: [
    (GraphError.columnsDiffer, []), (.tooManyNodes(9), ["9"]),
    (.nodeOutOfRange(node: 8, edge: 2), ["8", "3本目"]), (.notFinite(.infinity, edge: 2), ["3本目"]),
    (.selfLoop(node: 8, edge: 2), ["8", "3本目"]), (.parallelEdge(source: 4, target: 6), ["4", "6"]),
    (.noStrengths, []), (.strengthNotPositive(-1, source: 4, target: 6), ["-1", "4", "6"]),
    (.tooManyPairs(70, limit: 50), ["70", "50"]),
  ])
  func ofGraphs(error: GraphError, parts: [String]) {
    let text = error.description(in: .ja)
    #expect(isJapanese(text) && !isJapanese(error.description(in: .en)))
    for part in parts { #expect(text.contains(part), "\(text)") }
  }

  @Test func ofNamesAndModes() {
    let names: [ActorNameError] = [
      .unknown("Q", nearest: []), .unknown("Q", nearest: ["R"]), .ambiguous("Q", ids: ["1", "2"]),
    ]
    for error in names {
      #expect(error.description(in: .en) == error.description)
      #expect(isJapanese(error.description(in: .ja)) && error.description(in: .ja).contains("Q"))
    }
    let modes: [TwoModeView.Failure] = [
      .kinds(["firm"]), .tieWithin(kind: "firm", source: "Q", target: "R"),
    ]
    for error in modes {
      #expect(error.description(in: .en) == error.description)
      #expect(isJapanese(error.description(in: .ja)) && error.description(in: .ja).contains("firm"))
    }
  }

  @Test func kindsHaveWords() {
    for kind in ActorKind.known {
      #expect(Language.en.word(for: kind) == kind.rawValue)
      #expect(Language.ja.word(for: kind).contains { !$0.isASCII }, "\(kind.rawValue)")
    }
    for kind in TieKind.known {
      #expect(Language.en.word(for: kind) == kind.rawValue)
      #expect(Language.ja.word(for: kind).contains { !$0.isASCII }, "\(kind.rawValue)")
    }
    #expect(Language.ja.word(for: TieKind(rawValue: "novel")) == "novel")
    #expect(Language.ja.word(for: ActorKind?.none) == "")
  }

  /// Each measure has a name and a summary in Japanese.
  @Test func measuresHaveWords() {
    for measure in NodeMeasure.all {
      #expect(measure.summary(in: .en) == measure.summary)
      #expect(isJapanese(measure.summary(in: .ja)), "\(measure.name)")
      #expect(measure.nameJa.contains { !$0.isASCII }, "\(measure.name)")
    }
  }

  /// Each figure and each reading is told in Japanese too.
  @Test func comparisonsAreTold() throws {
    for figure in ProfileFigure.allCases {
      #expect(figure.title.japanese.contains { !$0.isASCII }, "\(figure)")
    }
    let graphs = [
      try Graph(nodeCount: 4, edges: [(source: 0, target: 1), (source: 0, target: 2)]),
      try Graph(nodeCount: 3, edges: [(source: 0, target: 1), (source: 1, target: 2)]),
      try Graph(nodeCount: 0, edges: []),
    ].map { GraphProfile(of: $0) }
    for first in graphs {
      for second in graphs {
        for reading in ProfileComparison(first, second).readings {
          #expect(isJapanese(reading.japanese) && reading.japanese.hasSuffix("。"))
        }
      }
    }
  }
}
