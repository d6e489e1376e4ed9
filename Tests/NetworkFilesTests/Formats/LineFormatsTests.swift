import NetworkData
import NetworkFiles
import Testing

/// Small formats of lines: SIF, TGF, LGL, NCOL, LEDA, graph6, and the lists of networkx.
@Suite struct LineFormatsTests {
  private func read(_ text: String, as name: String) throws -> NetworkFile.Reading {
    try network(text, as: name, in: TemporaryFolder(), isDirected: false)
  }

  @Test func sif() throws {
    let reading = try read("A pp B\nB pd C D\nE\n", as: "f.sif").network
    #expect(reading.pairs == ["A - B", "B - C", "B - D"])
    #expect(reading.ties.kinds.map(Array.init) == ["pp", "pd", "pd"])
    #expect(Array(reading.actors.ids) == ["A", "B", "C", "D", "E"])
    let tabbed = try read("node A\tinteracts with\tnode B\tnode C\n", as: "f.sif").network
    #expect(tabbed.pairs == ["node A - node B", "node A - node C"])
  }

  @Test func tgf() throws {
    let network = try read(
      "1 First node\n2 Second\n3\n#\n1 2 Edge between\n2 3\n", as: "f.tgf"
    ).network
    #expect(network.pairs == ["1 - 2", "2 - 3"])
    #expect(network.actors.names.map(Array.init) == ["First node", "Second", ""])
    #expect(network.ties.attributes.map(\.name) == ["label"])
  }

  /// As igraph 0.11 writes the ties a–b 1.5, b–c 2 and the actor d.
  @Test(arguments: [
    ("# b\na 1.5\n# c\nb 2\n# d\n", "f.lgl"), ("# b\na 1.5\n# c\nb 2\n# d\n", "f.txt"),
    ("#b\na 1.5\n\n#c\nb 2\n#d\n", "f.lgl"), ("b a 1.5\nc b 2\n", "f.ncol"),
    (
      "LEDA.GRAPH\nstring\ndouble\n-2\n# Vertices\n4\n|{b}|\n|{a}|\n|{c}|\n|{d}|\n# Edges\n2\n1 2 0 |{1.5}|\n3 1 0 |{2}|\n",
      "f.lgr"
    ),
  ])
  func igraphsLists(text: String, name: String) throws {
    let network = try read(text, as: name).network
    #expect(network.ties.strengths == [1.5, 2])
    let names = network.actors.indices.map { network.actors.names?[$0] ?? network.actors.id($0) }
    #expect(names == ["b", "a", "c"] + (name == "f.ncol" ? [] : ["d"]))
    let ends = zip(network.ties.sources, network.ties.targets).map { [$0, $1] }
    #expect(ends == [[0, 1], [2, 0]])
  }

  /// Comments above and between plain ties name nobody.
  @Test func commentsOfEdgeListsStayComments() throws {
    for text in ["# Nodes\n# Edges\na b\nb c\n", "# a list\na b\n# more\nb c\n", "# x\na b\nb c\n"]
    {
      #expect(try read(text, as: "f.txt").network.pairs == ["a - b", "b - c"], "\(text)")
    }
  }

  @Test func ledaMayBeDirectedOrOldAndWithoutLabels() throws {
    let directed = "LEDA.GRAPH\nvoid\nstring\n-1\n2\n|{}|\n|{}|\n1\n1 2 0 |{x}|\n"
    let network = try read(directed, as: "f.txt").network
    #expect(network.pairs == ["1 > 2"])
    #expect(network.ties.attributes.map(\.name) == ["label"])
    let old = "LEDA.GRAPH\nvoid\nvoid\n2\n|{}|\n|{}|\n1\n2 1 0 |{}|\n"
    #expect(try read(old, as: "f.gw").network.pairs == ["2 - 1"])
  }

  /// The examples of the description of the format, and K4 and a path of networkx.
  @Test(
    arguments: [
      ("DQc\n", ["0 - 2", "0 - 4", "1 - 3", "3 - 4"]), (">>graph6<<C~\n", nil),
      (":Fa@x^\n", ["0 - 1", "0 - 2", "1 - 2", "5 - 6"]),
      ("&DI?AO?\n", ["0 > 2", "0 > 4", "3 > 1", "3 > 4"]),
      (">>sparse6<<:Cca\n", nil), ("?\n", []), ("@\n", []), ("A_\n", ["0 - 1"]),
    ] as [(String, [String]?)])
  func graph6(text: String, pairs: [String]?) throws {
    let network = try read(text, as: "f.g6").network
    if let pairs { #expect(network.pairs.sorted() == pairs) }
    if text.contains("C~") { #expect(network.ties.count == 6 && network.actors.count == 4) }
  }

  @Test func networkxWritesDictionaries() throws {
    let edges =
      "a b {'weight': 1.5, 'kind': 'x', 'n': None}\nb c {\"it's\": (1, 2), 'weight': 2}\nc d {}\n"
    let commas = edges.split(separator: "\n").map {
      $0.replacing("a b", with: "a,b,").replacing("b c", with: "b,c,").replacing(
        "c d", with: "c,d,")
    }
    for (text, name) in [
      (edges, "f.edgelist"), (edges, "f.txt"), (commas.joined(separator: "\n"), "f.csv"),
    ] {
      let reading = try read(text, as: name)
      #expect(reading.network.pairs == ["a - b", "b - c", "c - d"])
      #expect(reading.network.ties.strengths.map { Array($0.prefix(2)) } == [1.5, 2])
      #expect(reading.network.ties.kinds.map(Array.init) == ["x", "", ""])
      #expect(reading.network.ties.attributes.map(\.name) == ["it's"])
      #expect(reading.notes.contains { $0.english.contains("networkx") })
    }
    let multiline = "#by a program\na 1\nb {'weight': 1.5}\nb 2\nc {}\nd {}\nc 0\nd 0\n"
    for name in ["f.adjlist", "f.txt"] {
      let reading = try read(multiline, as: name)
      #expect(reading.network.pairs == ["a - b", "b - c", "b - d"])
    }
    // Plain adjacency lists are none of these.
    #expect(try read("a 1\n1 0\n0\n", as: "f.adjlist").network.pairs == ["a - 1", "1 - 0"])
  }

  @Test(arguments: [
    ("A pp\n", "f.sif", 1), ("A\tpp\t\tB\n", "f.sif", 1), ("1 a\n2 b\n", "f.tgf", 2),
    ("1 a\n#\n1 2\n", "f.tgf", 3), ("1 a\n1 b\n#\n", "f.tgf", 2), ("a 1\n", "f.lgl", 1),
    ("# a\nb 1 2\n", "f.lgl", 2), ("# a\nb x\n", "f.lgl", 2), ("# a b\n", "f.lgl", 1),
    ("LEDA.GRAPH\nvoid\n", "f.lgr", 2), ("x\n", "f.lgr", 1),
    ("LEDA.GRAPH\nvoid\nvoid\n-1\n9999999\n|{}|\n", "f.lgr", 5),
    ("LEDA.GRAPH\nvoid\nvoid\n-1\n1\n|{}|\n1\n1 2 0 |{}|\n", "f.lgr", 8),
    ("LEDA.GRAPH\nvoid\nvoid\n-1\n1\nx\n0\n", "f.lgr", 6),
    ("DQ\n", "f.g6", 1), ("DQcc\n", "f.g6", 1), ("D c\n", "f.g6", 1), ("DQc\nDQc\n", "f.g6", 2),
    ("~~~~~~~~\n", "f.g6", 1), (":~~~~~~~~\n", "f.s6", 1), ("~\n", "f.g6", 1),
    ("a 1\nb {}\nb 2\nc {}\n", "f.adjlist", 4),
  ])
  func broken(text: String, name: String, line: Int) throws {
    let folder = try TemporaryFolder()
    let found = try #require(problem(reading: try folder.write(text, to: name)), "\(text)")
    #expect(found.line == line, "\(found)")
    #expect(found.advice != nil)
    expectJapanese(found)
  }
}

/// Files that other programs keep to themselves.
@Suite struct UnreadFormatsTests {
  @Test(arguments: [
    ("x.gephi", "GEXF"), ("x.cys", "CYJS"), ("x.##h", "DL"), ("x.rds", "write_graph"),
    ("x.gpickle", "write_graphml"), ("x.ods", ".xlsx"), ("x.pdf", ".xlsx"), ("x.gdf", "GraphML"),
  ])
  func whatToSaveInsteadIsSaid(name: String, advice: String) throws {
    let folder = try TemporaryFolder()
    let found = try #require(problem(reading: try folder.write("x\u{1}y\n", to: name)))
    #expect(found.problem.english.contains("is not read"))
    #expect(found.advice?.english.contains(advice) == true)
    #expect(
      problem(reading: try folder.write("x\n", to: "x.hologram"))?.problem.english
        .contains("cannot be told") == true)
  }
}
