import Foundation
import NetworkData
import NetworkFiles
import Testing

/// Networks come back equal from every format with named values.
@Suite struct GraphFormatRoundTripTests {
  static let endings = ["graphml", "gexf", "gml", "json", "cyjs", "graphology", "dot"]

  /// A network that uses every column, with texts that are hard to write but allowed in XML.
  private func everything() -> Network {
    let texts = [
      "テクノミクス北九州", "comma, \"quote\"", "two\nlines\r\nand\rmore", " blanks ", "", "🏭 工場",
      "=1+1", "12", "-2.5", "1e-7", "007", "<b>bold</b>", "a & b &amp; c", "true", "null", "#hash",
      "back\\slash", "{a|b}", "\u{304B}\u{3099}", "--", "]]>", "[1, 2]", "\\N", "tab\there",
    ]
    let count = texts.count
    var columns = [
      Attribute(name: "place", values: TextColumn(texts)),
      Attribute(name: "実績", values: TextColumn(texts.map { $0 + "x" })),
      // The first cell is empty, so that the next column is met before.
      Attribute(name: "late", values: TextColumn(texts.indices.map { $0 == 0 ? "" : "\($0)" })),
      Attribute(name: "number", values: TextColumn(texts.indices.map { "\($0).50" })),
      Attribute(name: "label", values: TextColumn(texts.reversed())),
      // In Cytoscape, what has a source is an edge, unless it stands among the nodes.
      Attribute(name: "source", values: TextColumn(texts)),
      Attribute(name: "graphics.x", values: TextColumn(texts.indices.map { "\($0)" })),
      Attribute(name: "two words \"quoted\" & <more>", values: TextColumn(texts)),
    ]
    let actors = Actors(
      ids: TextColumn((0..<count).map { $0 < 4 ? "id \($0)," : texts[$0] + "\($0)" }),
      names: TextColumn(texts), namesJa: TextColumn(texts.reversed()),
      kinds: WordColumn((0..<count).map { ["firm", "", "group", "=kind"][$0 % 4] }),
      attributes: columns)
    var ties = Ties(
      sources: (0..<count).map { UInt32($0) },
      targets: (0..<count).map { UInt32(($0 * 7 + 3) % count) })
    ties.directions = .each(isDirected: (0..<count).map { $0 % 3 == 0 })
    ties.kinds = WordColumn((0..<count).map { ["", "membership", "project"][$0 % 3] })
    let strengths = [0, 1, 0.1, 1e300, .leastNonzeroMagnitude, 1.0 / 3, 123_456_789_012]
    ties.strengths = Column((0..<count).map { $0 == 5 ? .nan : strengths[$0 % 7] })
    ties.distances = Column((0..<count).map { [2.5, 1e-7, 4][$0 % 3] })
    let dates = ["1983-11", "1992", "1992-04-01"].map(PartialDate.init(_:))
    ties.dates = Ties.Dates(
      beganFrom: (0..<count).map { $0 % 2 == 0 ? dates[0] : nil },
      beganTo: (0..<count).map { $0 % 5 == 0 ? dates[1] : nil },
      endedFrom: (0..<count).map { $0 % 7 == 0 ? dates[1] : nil },
      endedTo: (0..<count).map { $0 % 3 == 0 ? dates[2] : nil })
    ties.evidence = (0..<count).map { $0 % 4 == 3 ? nil : Evidence.allCases[$0 % 4] }
    ties.sections = TextColumn(texts)
    ties.through = (0..<count).map { $0 % 6 == 0 ? UInt32($0 / 2) : nil }
    ties.notes = TextColumn(texts.reversed())
    columns.removeAll { $0.name == "label" || $0.name == "source" }
    ties.attributes = columns + [Attribute(name: "id", values: TextColumn(texts))]
    let description = NetworkDescription(
      title: "A \"title\": with # and \\\\ and \t tab", titleJa: "- 題名\n二行目",
      source: "'single' {braces} [brackets] & * ! | > %", synthetic: "All of it -- really.",
      observedFrom: PartialDate("1983-11"), observedTo: PartialDate("2009-07-31"))
    return Network(description: description, actors: actors, ties: ties)
  }

  @Test(arguments: endings) func everyColumnComesBack(_ ending: String) throws {
    let folder = try TemporaryFolder()
    let network = everything()
    #expect(
      try NetworkFile.write(network, to: folder["net.\(ending)"], isStrict: true).isEmpty)
    let reading = try NetworkFile.read(folder["net.\(ending)"])
    #expect(reading.notes == [])
    expectEqual(reading.network, network, ending)
    // Made-up data is told in the first line.
    let line = try folder.text(of: "net.\(ending)").split(separator: "\n")[0]
    #expect(line.contains("ynthetic") && line.contains("really"), "\(line)")
    // Writing what was read gives the same bytes, packed too.
    _ = try NetworkFile.write(reading.network, to: folder["again.\(ending).gz"])
    expectEqual(try Network(contentsOf: folder["again.\(ending).gz"]), network, ending)
  }

  @Test(arguments: endings) func bareNetworksComeBack(_ ending: String) throws {
    let folder = try TemporaryFolder()
    var directed = Ties(sources: [], targets: [])
    directed.directions = .all(isDirected: true)
    var weighted = Ties(sources: [0, 0], targets: [1, 0])
    weighted.strengths = [2, 0.5]
    weighted.attributes = [Attribute(name: "weight", values: TextColumn(["7", "8"]))]
    var unweighted = Ties(sources: [0, 1], targets: [1, 0])
    unweighted.directions = .all(isDirected: true)
    unweighted.attributes = ["weight", "value"].map {
      Attribute(name: $0, values: TextColumn(["1", "2"]))
    }
    let ids = TextColumn(["1", "a"])
    let networks = [
      Network(pairs: []), Network(pairs: [("A", "B"), ("C", "C"), ("A", "B")]),
      Network(actors: Actors(ids: ids), ties: Ties(sources: [], targets: [])),
      Network(actors: Actors(ids: TextColumn()), ties: directed),
      Network(actors: Actors(ids: ids), ties: weighted),
      Network(actors: Actors(ids: ids), ties: unweighted),
      Network(
        actors: Actors(
          ids: ids, attributes: [Attribute(name: "label", values: TextColumn(["x", "y"]))]),
        ties: Ties(sources: [0], targets: [1])),
      // Names that repeat the ids.
      Network(actors: Actors(ids: ids, names: ids), ties: Ties(sources: [0], targets: [1])),
    ]
    for (position, network) in networks.enumerated() {
      #expect(try NetworkFile.write(network, to: folder["net.\(ending)"]) == [])
      let read = try NetworkFile.read(folder["net.\(ending)"]).network
      expectEqual(read, network, "\(ending), network \(position)")
    }
  }

  @Test(arguments: endings) func technomixComesBack(_ ending: String) throws {
    let folder = try TemporaryFolder()
    let place = URL(fileURLWithPath: #filePath + "/../../../Graphs/technomix").standardized.path
    let network = try Network(contentsOf: place)
    #expect(try NetworkFile.write(network, to: folder["net.\(ending)"], isStrict: true) == [])
    expectEqual(try Network(contentsOf: folder["net.\(ending)"]), network, ending)
  }

  /// XML has no way to write control characters, DOT none for some backslashes.
  @Test(arguments: [("graphml", "a\u{1}"), ("gexf", "a\u{FFFE}"), ("dot", "a\\"), ("dot", "\\\"")])
  func whatCannotBeWrittenIsNamed(_ ending: String, _ id: String) throws {
    let folder = try TemporaryFolder()
    let found = problem(writing: Network(pairs: [(id, "b")]), to: folder["net.\(ending)"])
    #expect(found?.problem.english.contains("cannot hold") ?? false)
    #expect(try folder.names() == [])
  }
}
