import GraphStructure
import NetworkData
import NetworkFiles
import Testing

@Suite struct FolderRoundTripTests {
  /// A network that uses every column, with texts that are hard to write.
  private func everything() -> Network {
    let texts: [String] = [
      "テクノミクス北九州", "comma, \"quote\"", "two\nlines\r\nand\rmore", " blanks ", "", "🏭 工場",
      "=1+1", "+81-93-582", "-2+3", "@SUM(A1)", "\t=1", "'=1", "''+x", "'quoted'", "-5",
      "#no comment",
      "% 5", "a;b", "'", "=", "<script>&amp;", "\u{304B}\u{3099}", "\u{FEFF}mark", "\r",
    ]
    let count = texts.count
    let actors = Actors(
      ids: TextColumn((0..<count).map { $0 < 4 ? "id \($0)," : texts[$0] + "\($0)" }),
      names: TextColumn(texts), namesJa: TextColumn(texts.reversed()),
      kinds: WordColumn((0..<count).map { ["firm", "", "group", "=kind"][$0 % 4] }),
      attributes: [
        Attribute(name: "place", values: TextColumn(texts)),
        Attribute(name: "=1,\"x\"", values: TextColumn(texts.map { $0 + "x" })),
        Attribute(name: "empty", values: TextColumn(texts.map { _ in "" })),
      ])
    var ties = Ties(
      sources: (0..<count).map { UInt32($0) },
      targets: (0..<count).map { UInt32(($0 * 7 + 3) % count) })
    ties.directions = .each(isDirected: (0..<count).map { $0 % 3 == 0 })
    ties.kinds = WordColumn((0..<count).map { ["", "membership", "project"][$0 % 3] })
    let strengths = [0, 1, 0.1, 1e300, .leastNonzeroMagnitude, 1.0 / 3, 123_456_789]
    ties.strengths = Column((0..<count).map { strengths[$0 % 7] })
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
    ties.attributes = [Attribute(name: "role", values: TextColumn(texts))]
    let description = NetworkDescription(
      title: "A \"title\": with # and \\ and \t tab", titleJa: "- 題名\n二行目",
      source: "'single' {braces} [brackets] & * ! | > % @ `\u{1}\u{7F}\u{85}\u{9F}\u{2028}\u{FEFF}",
      synthetic: "All of it.\nReally.", observedFrom: PartialDate("1983-11"),
      observedTo: PartialDate("2009-07-31"))
    return Network(description: description, actors: actors, ties: ties)
  }

  @Test func everyColumnComesBack() throws {
    let folder = try TemporaryFolder()
    let network = everything()
    #expect(try NetworkFile.write(network, to: folder["net"]) == [])
    let read = try Network(contentsOf: folder["net"])
    #expect(read.description == network.description)
    #expect(read.actors == network.actors)
    #expect(read.ties.strengths == network.ties.strengths)
    #expect(read.ties == network.ties)
    // Writing what was read gives the same bytes.
    _ = try NetworkFile.write(read, to: folder["again"])
    for name in ["network.yaml", "actors.csv", "ties.csv"] {
      #expect(try folder.text(of: "net/\(name)") == folder.text(of: "again/\(name)"))
    }
  }

  @Test func bareNetworksComeBack() throws {
    let folder = try TemporaryFolder()
    let networks = [
      Network(pairs: []), Network(pairs: [("A", "B"), ("C", "C")]),
      Network(actors: Actors(ids: TextColumn(["A"])), ties: Ties(sources: [], targets: [])),
    ]
    for (index, network) in networks.enumerated() {
      _ = try NetworkFile.write(network, to: folder["net\(index)"])
      #expect(try Network(contentsOf: folder["net\(index)"]) == network)
      #expect(try Network(contentsOf: folder["net\(index)"] + "/") == network)
    }
  }

  /// A missing number is an empty cell, and stays one.
  @Test func missingNumbersStayMissing() throws {
    let folder = try TemporaryFolder()
    var ties = Ties(sources: [0, 1], targets: [1, 0])
    ties.strengths = [.nan, 2]
    ties.distances = [0.5, .nan]
    let network = Network(actors: Actors(ids: TextColumn(["A", "B"])), ties: ties)
    _ = try NetworkFile.write(network, to: folder["net"])
    let read = try Network(contentsOf: folder["net"]).ties
    #expect(read.strengths?.map(\.isNaN) == [true, false])
    #expect(read.strengths?[1] == 2)
    #expect(read.distances?.map(\.isNaN) == [false, true])
    #expect(read.distances?[0] == 0.5)
    #expect(
      try folder.text(of: "net/ties.csv") == "source,target,strength,distance\nA,B,,0.5\nB,A,2,\n")
  }

  /// No cell begins with what a spreadsheet runs, unless it is a number.
  @Test func formulasAreNeutralised() throws {
    let folder = try TemporaryFolder()
    _ = try NetworkFile.write(everything(), to: folder["net"])
    #expect(CSVCell.written("=1+1") == "\"'=1+1\"")
    #expect(CSVCell.written("@x,y") == "\"'@x,y\"")
    #expect(CSVCell.written("\t=1") == "\"'\t=1\"")
    #expect(CSVCell.written("-5") == "-5")
    #expect(CSVCell.written("-2+3") == "\"'-2+3\"")
    #expect(CSVCell.written("A社") == "A社")
    for name in ["actors.csv", "ties.csv"] {
      for cell in try folder.text(of: "net/\(name)").split(whereSeparator: {
        $0 == "," || $0.isNewline
      }) {
        let content = cell.first == "\"" ? cell.dropFirst() : cell
        let isRun = "=+-@\t\r".contains(content.first ?? " ")
        #expect(!isRun || Double(content) != nil, "\(cell)")
      }
    }
  }

  /// A file of another program may hold an apostrophe that is only that.
  @Test func apostrophesOfOthersStay() throws {
    let folder = try TemporaryFolder()
    let path = try folder.writeNetwork(actors: "id,name\nA,'n Goeie dag\nB,''\n")
    #expect(try Network(contentsOf: path).actors.names.map(Array.init) == ["'n Goeie dag", "''"])
  }

  /// An older description must not be taken for that of the network written over it.
  @Test func aNetworkWithoutDescriptionKeepsNoneOfAnOlderOne() throws {
    let folder = try TemporaryFolder()
    let network = Network(pairs: [("A", "B")])
    var titled = network
    titled.description.title = "Another network"
    _ = try NetworkFile.write(titled, to: folder["net"])
    _ = try NetworkFile.write(network, to: folder["net"])
    #expect(try Network(contentsOf: folder["net"]) == network)
  }

  @Test func columnsMayStandInAnyOrder() throws {
    let folder = try TemporaryFolder()
    let path = try folder.writeNetwork(
      actors: "name_ja,kind,id\nA社,firm,A\n,,B\n",
      ties: "\u{FEFF}strength,target,note,source\r\n2,B,\"x \"\"y\"\"\",A\r\n\r\n , A , , B \r\n")
    let network = try Network(contentsOf: path, isDirected: true)
    #expect(network.lines == ["A B 2.0", "B A -"])
    #expect(network.actors.nameJa(0) == "A社")
    #expect(network.actors.kind(0) == .firm)
    #expect(network.ties.notes.map(Array.init) == ["x \"y\"", ""])
    #expect(network.ties.directions == .all(isDirected: true))
  }

  @Test func directionsStandInTheirColumn() throws {
    let folder = try TemporaryFolder()
    let path = try folder.writeNetwork(
      ties: "source,target,direction\nA,B,directed\nA,B,undirected\nA,B,\n")
    let plain = try Network(contentsOf: path)
    #expect(plain.ties.indices.map(plain.ties.isDirected) == [true, false, false])
    let directed = try Network(contentsOf: path, isDirected: true)
    #expect(directed.ties.indices.map(directed.ties.isDirected) == [true, false, true])
  }

  /// A column that only looks like a known one could not be read back.
  @Test(arguments: ["source", "Strength", "strenght", "role", ""])
  func attributesThatCouldNotBeReadAreRefused(name: String) throws {
    let folder = try TemporaryFolder()
    var network = Network(pairs: [("A", "B")])
    network.description.title = "x"
    var ties = network.ties
    ties.attributes = [Attribute(name: name, values: TextColumn(["v"]))]
    network = Network(description: network.description, actors: network.actors, ties: ties)
    let found = problem(writing: network, to: folder["net"])
    if name == "role" || name.isEmpty {
      #expect(found == nil)
      #expect(try Network(contentsOf: folder["net"]) == network)
    } else {
      #expect(found?.problem.english.contains("\"\(name)\"") == true)
      #expect(try folder.names() == [])
    }
  }
}
