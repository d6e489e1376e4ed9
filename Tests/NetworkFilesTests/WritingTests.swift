import Foundation
import NetworkData
import NetworkFiles
import Testing

@Suite struct EdgeListWritingTests {
  @Test(arguments: [
    ("l.csv", "source,target\nA,B\nB,C\n"), ("l.tsv", "source\ttarget\nA\tB\nB\tC\n"),
    ("l.txt", "A B\nB C\n"), ("l.el", "A B\nB C\n"),
  ])
  func plainTies(file: String, text: String) throws {
    let folder = try TemporaryFolder()
    let network = Network(pairs: [("A", "B"), ("B", "C")])
    #expect(try NetworkFile.write(network, to: folder[file]) == [])
    #expect(try folder.text(of: file) == text)
    #expect(try Network(contentsOf: folder[file]) == network)
  }

  /// Ids that look like headers, comments, formulas and numbers come back as they were.
  @Test(arguments: ["l.csv", "l.tsv", "l.txt"])
  func hardIDsComeBack(file: String) throws {
    let folder = try TemporaryFolder()
    var hard: [[(String, String)]] = [
      [("source", "target"), ("A", "B")], [("from", "A"), ("B", "C")],
      [("A", "B"), ("1", "2"), ("3", "4")], [("1", "2"), ("A", "B")], [("007", "7")],
      [("が", "か\u{3099}")], [("10", "9"), ("9", "B")],
    ]
    if file != "l.txt" {
      hard += [
        [("#a", "%b"), ("#c", "=d")], [("x, y", "a;b"), ("two\nlines", "\"q\"")],
        [("a b", " c "), ("'=1", "\t")], [("A", "#b")],
      ]
    }
    for pairs in hard {
      for hasStrengths in [false, true] {
        var ties = Network(pairs: pairs).ties
        if hasStrengths { ties.strengths = Column(ties.indices.map { $0 == 1 ? 1 : 0.25 }) }
        let network = Network(actors: Network(pairs: pairs).actors, ties: ties)
        _ = try NetworkFile.write(network, to: folder[file])
        let read = try Network(contentsOf: folder[file])
        let text = try folder.text(of: file)
        #expect(read.lines == network.lines, "\(text)")
      }
    }
  }

  @Test(arguments: ["l.csv", "l.tsv", "l.txt"])
  func missingStrengthsCanBeReadAgain(file: String) throws {
    let folder = try TemporaryFolder()
    var ties = Ties(sources: [0, 1], targets: [1, 0])
    ties.strengths = [2, .nan]
    let network = Network(actors: Actors(ids: TextColumn(["A", "B"])), ties: ties)
    _ = try NetworkFile.write(network, to: folder[file])
    let strengths = try #require(try Network(contentsOf: folder[file]).ties.strengths)
    #expect(strengths[0] == 2)
    // Missing counts as 1, so either may stand there.
    #expect(strengths[1].isNaN || strengths[1] == 1)
  }

  @Test func whatBlanksCannotHoldIsRefused() throws {
    let folder = try TemporaryFolder()
    for id in ["a b", "a\tb", "a,b", "#a", "\"a\"", "a\nb", "=a"] {
      let found = try #require(problem(writing: Network(pairs: [(id, "B")]), to: folder["l.txt"]))
      #expect(found.problem.english.contains("cannot hold the id"))
      #expect(found.advice?.english.contains(".csv") == true)
    }
    #expect(try folder.names() == [])
  }

  @Test func whatIsLostIsSaid() throws {
    let folder = try TemporaryFolder()
    var ties = Ties(sources: [0], targets: [1])
    ties.kinds = WordColumn(["business"])
    ties.distances = [2]
    ties.dates.beganTo = [PartialDate("1990")]
    ties.directions = .all(isDirected: true)
    ties.notes = TextColumn(["x"])
    let actors = Actors(
      ids: TextColumn(["A", "B", "C"]), names: TextColumn(["a", "b", "c"]),
      kinds: WordColumn(["firm", "firm", "firm"]))
    let network = Network(description: NetworkDescription(title: "x"), actors: actors, ties: ties)
    let ofActors = ["title", "1 actors without ties", "names", "kinds of actors"]
    let ofTies = ["kinds of ties", "directions", "distances", "dates", "notes"]
    for (file, words) in [("l.csv", ofActors), ("l.tsv", ofActors), ("l.txt", ofActors + ofTies)] {
      let lost = try NetworkFile.write(network, to: folder[file]).map(\.english)
      #expect(lost.count == words.count)
      for word in words {
        #expect(lost.contains { $0.contains(word) }, "\(word) in \(lost)")
      }
      #expect(problem(writing: network, to: folder["strict.\(file)"], isStrict: true) != nil)
    }
    #expect(try folder.names().sorted() == ["l.csv", "l.tsv", "l.txt"])
  }

  /// A table of ties holds all that ties have, and names of columns that mean something elsewhere.
  @Test(arguments: ["l.csv", "l.tsv"]) func allColumnsOfTiesComeBack(file: String) throws {
    let folder = try TemporaryFolder()
    let texts = ["=1+1", "a, \"b\"\n;\tc", "", " 名 "]
    var ties = Ties(sources: [0, 1, 2, 1], targets: [1, 2, 2, 0])
    ties.directions = .each(isDirected: [true, false, true, false])
    ties.kinds = WordColumn(["business", "", "membership", "=kind"])
    ties.strengths = [1.0 / 3, .nan, 0, 1e300]
    ties.distances = [2, 1e-7, .nan, 4]
    let dates = ["1983-11", "1992", "1992-04-01"].map(PartialDate.init(_:))
    ties.dates = Ties.Dates(
      beganFrom: dates + [nil], beganTo: [nil, PartialDate("1993"), nil, PartialDate("1999")],
      endedFrom: nil,
      endedTo: [nil, nil, nil, PartialDate("1999")])
    ties.evidence = [.stated, nil, .assumed, .inferred]
    ties.sections = TextColumn(texts)
    ties.through = [nil, 0, nil, 2]
    ties.notes = TextColumn(texts.reversed())
    let actors = Actors(ids: TextColumn(["-a", "b;c", "表 %"]))
    for name in ["place", "weight", "value", "Label", "type", "時間", ""] {
      for hasDirections in [true, false] {
        ties.attributes = [Attribute(name: name, values: TextColumn(texts))]
        if !hasDirections { ties.directions = .all(isDirected: false) }
        let network = Network(
          description: NetworkDescription(synthetic: "Made up."), actors: actors, ties: ties)
        #expect(try NetworkFile.write(network, to: folder[file], isStrict: true).isEmpty)
        expectEqual(try Network(contentsOf: folder[file]), network, "\(name) in \(file)")
      }
    }
    // Directed throughout, with nothing else to tell.
    var plain = Ties(sources: [0, 1], targets: [1, 2])
    plain.directions = .all(isDirected: true)
    let network = Network(actors: actors, ties: plain)
    #expect(try NetworkFile.write(network, to: folder[file], isStrict: true).isEmpty)
    expectEqual(try Network(contentsOf: folder[file]), network, file)
  }

  /// Who opens a file of made-up data sees so first.
  @Test func syntheticDataSaysSoInTheFirstLine() throws {
    let folder = try TemporaryFolder()
    var network = Network(pairs: [("A", "B")])
    network.description.synthetic = "Made by a\nmodel."
    for name in ["l.csv", "l.tsv", "l.txt", "net"] {
      _ = try NetworkFile.write(network, to: folder[name])
      let files =
        name == "net" ? ["net/network.yaml", "net/actors.csv", "net/ties.csv"] : [name]
      for file in files {
        #expect(try folder.text(of: file).hasPrefix("# Synthetic data: Made by a model.\n"))
      }
      #expect(try Network(contentsOf: folder[name]).lines == ["A B"])
    }
    #expect(try Network(contentsOf: folder["net"]) == network)
    #expect(SyntheticNote.comment(for: NetworkDescription()) == "")
  }
}

@Suite struct AtomicFileTests {
  @Test func anOlderFileIsReplacedWhole() throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "old ", count: 1000), to: "a.txt")
    try AtomicFile.write(Array("new".utf8), to: folder["a.txt"])
    #expect(try folder.text(of: "a.txt") == "new")
    #expect(try folder.names() == ["a.txt"])
    try AtomicFile.write([], to: folder["empty"])
    #expect(try folder.text(of: "empty") == "")
  }

  /// A path below a file cannot be written, by root neither.
  @Test func whatCannotBeWrittenLeavesNothingBehind() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "file")
    let network = Network(pairs: [("A", "B")])
    for path in ["file/l.csv", "file/net", "missing/l.csv", "missing/net"] {
      let found = try #require(problem(writing: network, to: folder[path]))
      #expect(found.path.hasPrefix(folder[path]))
      #expect(found.problem.english.contains("cannot be written"))
      #expect(found.advice != nil)
    }
    #expect(try folder.names() == ["file"])
    #expect(try folder.text(of: "file") == "x")
  }

  @Test func foldersAndFilesAreNotMistaken() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "net")
    try folder.write("x", to: "l.csv/inner")
    let network = Network(pairs: [("A", "B")])
    #expect(problem(writing: network, to: folder["net"]) != nil)
    #expect(
      problem(writing: network, to: folder["l.csv"])?.problem.english.contains("folder") == true)
    #expect(
      problem(writing: network, to: folder["l.xyz"])?.problem.english.contains("format") == true)
    #expect(try folder.text(of: "net") == "x")
    #expect(try folder.names() == ["l.csv", "net"])
  }

  @Test func devicesAreWrittenTo() throws {
    try AtomicFile.write(Array("x".utf8), to: "/dev/null")
    #expect(FileManager.default.fileExists(atPath: "/dev/null"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsSaid() throws {
    let found = try #require(failure(writingTo: "/dev/full"))
    #expect(found.problem.english.contains("full"))
  }

  private func failure(writingTo path: String) -> FileProblem? {
    do throws(FileProblem) {
      try AtomicFile.write([0x78], to: path)
      return nil
    } catch {
      return error
    }
  }
}
