import NetworkData
import NetworkFiles
import Testing

/// What a format says that it can hold comes back equal; what it cannot is named.
@Suite struct FormatRoundTripTests {
  /// Ids that are hard to write.
  private let ids = ["a", "b c", "表", "x,y", "data:", "it's", "*Arcs", "#1", "9"]

  private func comesBack(
    _ network: Network, through name: String, in folder: TemporaryFolder
  ) throws {
    let lost = try NetworkFile.write(network, to: folder[name], isStrict: true)
    #expect(lost.isEmpty)
    let read = try Network(contentsOf: folder[name])
    let text = try folder.text(of: name)
    #expect(read.description == network.description, "\(text)")
    #expect(read.actors == network.actors, "\(text)")
    #expect(read.ties == network.ties, "\(text)")
  }

  private func ties(isDirected: Bool = true) -> Ties {
    var ties = Ties(sources: [0, 1, 2, 8, 0], targets: [1, 2, 2, 0, 1])
    ties.directions = .all(isDirected: isDirected)
    return ties
  }

  @Test(arguments: ["f.net", "f.dl", "f.vna"])
  func plainNetworks(name: String) throws {
    let folder = try TemporaryFolder()
    for isDirected in [true, false] {
      var ties = Ties(sources: [0, 1, 2, 3], targets: [1, 2, 2, 8])
      ties.directions = .all(isDirected: isDirected)
      let actors = Actors(ids: TextColumn(ids))
      try comesBack(Network(actors: actors, ties: ties), through: name, in: folder)
      ties.strengths = [2, 0.1, 1e-7, 1]
      try comesBack(Network(actors: actors, ties: ties), through: name, in: folder)
    }
  }

  @Test func pajekHoldsRelationsDatesAndDrawing() throws {
    let folder = try TemporaryFolder()
    var ties = ties()
    ties.directions = .each(isDirected: [true, true, false, false, true])
    ties.kinds = WordColumn([
      "asks \"x\"".replacing("\"", with: ""), "asks x", "likes", "likes", "owns",
    ])
    ties.dates.beganFrom = ["1990", "1991", nil, nil, nil].map { $0.flatMap(PartialDate.init) }
    ties.dates.endedFrom = ["1995", nil, nil, "2001", nil].map { $0.flatMap(PartialDate.init) }
    (ties.dates.beganTo, ties.dates.endedTo) = (ties.dates.beganFrom, ties.dates.endedFrom)
    ties.attributes = [
      Attribute(name: "pajek_c", values: TextColumn(["Blue", "", "", "", ""])),
      Attribute(name: "label", values: TextColumn(["", "two words", "", "", "x"])),
    ]
    let actors = Actors(
      ids: TextColumn(ids.map { $0 + "\"" }),
      attributes: [
        Attribute(name: "x", values: TextColumn(ids.map { _ in "0.5" })),
        Attribute(name: "shape", values: TextColumn(ids.map { _ in "box" })),
      ])
    let network = Network(
      description: NetworkDescription(title: "Nine", synthetic: "Made up."), actors: actors,
      ties: ties)
    try comesBack(network, through: "f.net", in: folder)
    #expect(try folder.text(of: "f.net").hasPrefix("% Synthetic data: Made up.\n"))
  }

  /// Quotes and backslashes in labels, and quotes around a title.
  @Test(arguments: ["a\\", "\\", "x\\\"y", "\"", "\"q\"", "\\\"", " b "])
  func pajekHoldsHardLabels(id: String) throws {
    let folder = try TemporaryFolder()
    var ties = Ties(sources: [0], targets: [1])
    ties.directions = .all(isDirected: true)
    let network = Network(
      description: NetworkDescription(title: "\"quoted\""),
      actors: Actors(ids: TextColumn([id, "other"])), ties: ties)
    try comesBack(network, through: "f.net", in: folder)
  }

  @Test func vnaHoldsAllButTheDescription() throws {
    let folder = try TemporaryFolder()
    var ties = ties()
    ties.directions = .each(isDirected: [true, true, false, false, true])
    ties.kinds = WordColumn(["membership", "", "business", "business", "office"])
    ties.strengths = [1, .nan, 2, 3, 4]
    ties.distances = [1, 2, 3, .nan, 5]
    ties.dates.beganFrom = ["1990", "1991-04", nil, nil, nil].map { $0.flatMap(PartialDate.init) }
    ties.evidence = [.stated, nil, .inferred, .assumed, nil]
    ties.through = [nil, 3, nil, nil, nil]
    ties.notes = TextColumn(["", "a \"b\", c", "", "", "=1"])
    ties.attributes = [Attribute(name: "year", values: TextColumn(["1", "2", "3", "4", "5"]))]
    let actors = Actors(
      ids: TextColumn(ids), names: TextColumn(ids.map { "name of \($0)" }),
      namesJa: TextColumn(ids.map { "\($0)の名" }),
      kinds: WordColumn(ids.map { $0 == "a" ? "person" : "firm" }),
      attributes: [Attribute(name: "size", values: TextColumn(ids.map { _ in "3" }))])
    var network = Network(actors: actors, ties: ties)
    // One that is not a number would not compare as equal to itself.
    network = Network(actors: actors, ties: withoutNaN(network.ties))
    try comesBack(network, through: "f.vna", in: folder)
  }

  private func withoutNaN(_ ties: Ties) -> Ties {
    var ties = ties
    ties.strengths = [1, 1.5, 2, 3, 4]
    ties.distances = [1, 2, 3, 4, 5]
    return ties
  }

  @Test func dlHoldsMatricesAndModes() throws {
    let folder = try TemporaryFolder()
    var ties = Ties(sources: [0, 1, 3], targets: [1, 2, 4])
    ties.directions = .all(isDirected: true)
    ties.kinds = WordColumn(["works with", "likes", "likes"])
    let actors = Actors(ids: TextColumn(ids))
    let description = NetworkDescription(title: "Nine")
    try comesBack(
      Network(description: description, actors: actors, ties: ties), through: "f.dl", in: folder)
    var crossing = Ties(sources: [0, 1, 2], targets: [5, 6, 7])
    crossing.directions = .all(isDirected: false)
    let modes = Actors(
      ids: TextColumn(ids), kinds: WordColumn(ids.indices.map { $0 < 4 ? "mode1" : "mode2" }))
    for name in ["f.dl", "f.net", "f.vna"] {
      try comesBack(Network(actors: modes, ties: crossing), through: name, in: folder)
    }
  }

  @Test func matrixMarketHoldsNumberedNetworks() throws {
    let folder = try TemporaryFolder()
    let actors = Actors(ids: TextColumn((1...9).map(String.init)))
    for isDirected in [true, false] {
      var ties = Ties(sources: [0, 1, 2, 0, 0], targets: [1, 2, 2, 8, 1])
      ties.directions = .all(isDirected: isDirected)
      try comesBack(Network(actors: actors, ties: ties), through: "f.mtx", in: folder)
      ties.strengths = [2, 0, 1e-7, 1, 3]
      try comesBack(Network(actors: actors, ties: ties), through: "f.mtx", in: folder)
    }
    var crossing = Ties(sources: [0, 1], targets: [2, 4])
    crossing.strengths = [1, 2]
    let modes = Actors(
      ids: TextColumn(["r1", "r2", "c1", "c2", "c3"]),
      kinds: WordColumn(["mode1", "mode1", "mode2", "mode2", "mode2"]))
    try comesBack(Network(actors: modes, ties: crossing), through: "f.mtx", in: folder)
  }

  /// Negative values are kept beside the strengths, which none of them is.
  @Test(arguments: ["f.net", "f.dl", "f.mtx", "f.vna"])
  func signedValuesComeBack(name: String) throws {
    let folder = try TemporaryFolder()
    var ties = Ties(sources: [0, 1], targets: [1, 2])
    ties.directions = .all(isDirected: true)
    ties.attributes = [Attribute(name: "value", values: TextColumn(["-1", "2.5"]))]
    let actors = Actors(ids: TextColumn(["1", "2", "3"]))
    try comesBack(Network(actors: actors, ties: ties), through: name, in: folder)
  }

  @Test func whatIsLostIsNamed() throws {
    let folder = try TemporaryFolder()
    var ties = ties()
    ties.directions = .each(isDirected: [true, true, false, false, true])
    ties.dates.beganFrom = [nil, PartialDate("1991-04"), nil, nil, nil]
    ties.attributes = [Attribute(name: "colour", values: TextColumn(["", "", "", "", "x"]))]
    let actors = Actors(
      ids: TextColumn(ids), kinds: WordColumn(ids.map { $0 == "b c" ? "person" : "firm" }),
      attributes: [Attribute(name: "size", values: TextColumn(ids.map { _ in "3" }))])
    let network = Network(
      description: NetworkDescription(source: "a book"), actors: actors, ties: ties)
    let expected: [String: [String]] = [
      "f.net": ["source", "kinds of actors", "\"size\"", "\"colour\"", "dates of 1 ties"],
      "f.dl": ["source", "kinds of actors", "attributes of actors", "dates", "same actors"],
      "f.mtx": ["title and source", "ids of actors", "kinds of actors", "which ties are directed"],
      "f.vna": ["title and source"],
    ]
    for (name, words) in expected {
      let lost = try NetworkFile.write(network, to: folder[name]).map(\.english)
        .joined(separator: "; ")
      for word in words { #expect(lost.contains(word), "\(word) in \(lost)") }
      #expect(throws: FileProblem.self) {
        try NetworkFile.write(network, to: folder["strict-" + name], isStrict: true)
      }
    }
    #expect(try folder.names() == ["f.dl", "f.mtx", "f.net", "f.vna"])
  }

  @Test func whatCannotBeWrittenIsRefused() throws {
    let folder = try TemporaryFolder()
    let broken = Network(pairs: [("two\nlines", "b")])
    for name in ["f.net", "f.dl"] {
      #expect(
        problem(writing: broken, to: folder[name])?.problem.english.contains("cannot hold") == true)
    }
    #expect(
      problem(writing: broken, to: folder["f.graph"])?.problem.english.contains("only read") == true
    )
    #expect(try folder.names() == [])
  }
}
