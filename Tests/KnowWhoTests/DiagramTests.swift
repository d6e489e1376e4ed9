import Foundation
import KnowWho
import Testing

@Suite struct DiagramTests {
  private static let technomix: Network = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Graphs/technomix")
    // Without it no test here can say anything.
    guard let network = try? Network(contentsOf: folder.path) else {
      preconditionFailure("Graphs/technomix cannot be read")
    }
    return network
  }()

  private func diagram(
    _ language: DiagramLanguage = .english, at period: Period? = nil,
    change: (inout DiagramOptions, NetworkView) -> Void = { _, _ in }
  ) throws -> (diagram: Diagram, view: NetworkView) {
    let view = try Self.technomix.graph(at: period)
    var options = DiagramOptions(
      language: language, period: period,
      sizes: view.graph.nodes.map { Double(view.graph.successors(of: $0).count) },
      sizeMeaning: "degree")
    change(&options, view)
    return (Self.technomix.diagram(of: view, options), view)
  }

  /// What an officer gets without any option.
  @Test(arguments: [DiagramLanguage.english, .japanese])
  func theStandardPictureCanBeRead(_ language: DiagramLanguage) throws {
    let picture = try diagram(language).diagram.renderAndWait(as: .svg)
    #expect(picture.smallestText(atPageWidth: 785) >= 7)
    for (index, box) in picture.nodeBoxes.enumerated() {
      #expect(!picture.nodeBoxes[(index + 1)...].contains { $0.overlaps(box) })
    }
    #expect(picture.warnings.isEmpty)
  }

  /// The lines as they are drawn, beside straight ones in each layout of Graphviz's alone.
  @Test func technomixHasNoMoreCrossingsThanTheBestOfTwentySeeds() async throws {
    let drawn = try diagram().diagram
    let ours = try drawn.renderAndWait(as: .svg).quality(of: drawn).crossings
    let layouts = try await DrawingProbe.neatoLayouts(of: drawn, starts: 1...20)
    let places = Dictionary(
      uniqueKeysWithValues: drawn.nodes.enumerated().map { ($1.id, $0) })
    let edges = drawn.edges.compactMap { edge -> (source: Int, target: Int)? in
      guard let source = places[edge.source], let target = places[edge.target] else { return nil }
      return (source, target)
    }
    let crossings = layouts.map { LayoutQuality(boxes: $0, edges: edges).crossings }
    #expect(crossings.count == 20 && Set(crossings).count > 5)
    #expect(ours <= crossings.min() ?? 0, "\(ours), \(crossings.sorted())")
  }

  @Test func aWayStandsOutAndTheRestStandsBack() throws {
    let ends = try ["H", "technomix"].map { try Self.technomix.actors.index(named: $0) }
    let drawn = try diagram { options, _ in options.paths = [ends] }.diagram
    let strong = drawn.nodes.filter { $0.emphasis == .strong }.map(\.id)
    #expect(Set(strong) == ["H", "technomix"])
    for edge in drawn.edges {
      let isStep = Set([edge.source, edge.target]) == ["H", "technomix"]
      #expect(edge.emphasis == (isStep ? .strong : .faint))
    }
  }

  @Test func severalWaysStandOut() throws {
    let ends = try ["H", "technomix", "B", "A"].map {
      try Self.technomix.actors.index(named: $0)
    }
    let drawn = try diagram { options, _ in
      options.paths = [Array(ends[..<2]), [ends[2], ends[1]]]
    }.diagram
    #expect(
      Set(drawn.nodes.filter { $0.emphasis == .strong }.map(\.id)) == ["H", "technomix", "B"])
    let strong = drawn.edges.filter { $0.emphasis == .strong }
    #expect(
      Set(strong.map { Set([$0.source, $0.target]) }) == [["H", "technomix"], ["B", "technomix"]])
  }

  @Test func theRootComesFirst() throws {
    let root = try Self.technomix.actors.index(named: "D")
    let drawn = try diagram { options, _ in options.root = root }.diagram
    #expect(drawn.nodes.first?.id == "D")
    #expect(Set(drawn.nodes.map(\.id)).count == drawn.nodes.count)
  }

  /// Ties alive for certain at a time, against the definition; others are marked.
  @Test func uncertainTiesAreMarked() throws {
    let period: Period = 1989
    let view = try Self.technomix.graph(at: period, possibly: true)
    var options = DiagramOptions(period: period)
    options.marksUncertain = true
    let drawn = Self.technomix.diagram(of: view, options)
    let ties = Self.technomix.ties
    func key(_ one: String, _ other: String, _ kind: String) -> [String] {
      [one, other].sorted() + [kind]
    }
    var certain: Set<[String]> = []
    for tie in ties.indices where ties.lifetime(tie).isDefinitelyAlive(in: period) {
      certain.insert(
        key(
          Self.technomix.actors.id(Int(ties.sources[tie])),
          Self.technomix.actors.id(Int(ties.targets[tie])), ties.kind(tie)?.rawValue ?? ""))
    }
    #expect(drawn.edges.contains { $0.isUncertain })
    #expect(drawn.edges.contains { !$0.isUncertain })
    for edge in drawn.edges {
      #expect(edge.isUncertain == !certain.contains(key(edge.source, edge.target, edge.kind)))
    }
    for node in drawn.nodes {
      let own = drawn.edges.filter { $0.source == node.id || $0.target == node.id }
      #expect(node.isUncertain == (!own.isEmpty && own.allSatisfy { $0.isUncertain }))
    }
  }

  @Test func paintSaysWhatItStandsFor() throws {
    let groups = DiagramGroups.byColumn("kind", in: [Self.technomix], language: .en)[0]
    let painted = try diagram { options, _ in options.paint = .groups(groups) }.diagram
    for node in painted.nodes {
      guard case .category(let number) = node.paint else {
        Issue.record("\(node.id) has no category")
        continue
      }
      #expect(groups.names.indices.contains(number))
    }
    // Nine kinds: the largest first, so that the eight colours go to the most actors.
    #expect(groups.names.first == "firm")
    let shaded = try diagram { options, view in
      options.paint = .scores(view.graph.nodes.map(Double.init), meaning: "place")
    }.diagram
    #expect(shaded.nodes.first?.paint == .shade(0) && shaded.nodes.last?.paint == .shade(1))
    #expect(shaded.caption.shadeBounds == ["0", "\(shaded.nodes.count - 1)"])
    #expect(shaded.legend.contains { $0.text.hasPrefix("colour: place, 0 to ") })
  }

  @Test func panelsShareTheirScales() throws {
    let panels = try [1989 as Period, 2009].map {
      (network: Self.technomix, view: try Self.technomix.graph(at: $0))
    }
    var options = panels.map { panel in
      DiagramOptions(
        sizes: panel.view.graph.nodes.map { Double(panel.view.graph.successors(of: $0).count) })
    }
    DiagramOptions.shareScales(&options, of: panels)
    #expect(options[0].largestSize == options[1].largestSize)
    let largest = zip(panels, options).map { panel, options in
      Self.technomix.diagram(of: panel.view, options).nodes.filter { $0.kind == "firm" }
        .map(\.size).max() ?? 0
    }
    #expect(largest.max() == 1)
  }

  /// The whole lines of the paper: who is a member for certain at some time, and who never is.
  @Test func membershipsOverTime() throws {
    let charts = NetworkCharts(
      of: try Self.technomix.graph(), in: Self.technomix, language: .en)
    let group = try Self.technomix.actors.index(named: "technomix")
    #expect(charts.largestGroup == group)
    let chart = try #require(charts.members(of: group))
    // 30 firms ever (Fig. 1).
    #expect(chart.rows.count == 30)
    #expect(chart.rows.first?.name == "A")
    #expect(chart.period.lowerBound == 1983)
    let firm = try Self.technomix.actors.index(named: "D")
    #expect(charts.members(of: firm) == nil)
  }

  @Test func theMatrixHoldsEveryTieTwice() throws {
    let view = try Self.technomix.graph()
    let charts = NetworkCharts(of: view, in: Self.technomix, language: .en)
    let groups = DiagramGroups.byColumn("kind", in: [Self.technomix], language: .en)[0]
    let chart = charts.matrix(by: groups, meaning: "kind")
    #expect(chart.cells.count == 2 * view.graph.edgeCount)
    #expect(chart.blocks.reduce(0) { $0 + $1.rows.count } == view.graph.nodeCount)
    let cells = Set(chart.cells.map { [$0.row, $0.column] })
    #expect(cells.allSatisfy { cells.contains([$0[1], $0[0]]) })
  }
}
