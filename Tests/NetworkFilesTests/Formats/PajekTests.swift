import NetworkData
import NetworkFiles
import Testing

@Suite struct PajekTests {
  private let vertices = "*Vertices 4\n1 \"a\"\n2 \"b\"\n3 \"c\"\n4 \"d\"\n"

  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyFormOfTies(end: String) throws {
    let folder = try TemporaryFolder()
    let text = """
      % a comment
      *Network four
      \(vertices)*Arcs
      1 2
      *Edges 1
      2 3 2.5
      *Arcslist
      1 3 4
      *Edgeslist
      4 2 3
      """
    let reading = try network(
      text.split(separator: "\n").joined(separator: end), as: "f.net", in: folder)
    #expect(reading.network.pairs == ["a > b", "b - c", "a > c", "a > d", "d - b", "d - c"])
    #expect(reading.network.ties.strengths?[1] == 2.5)
    #expect(reading.network.description.title == "four")
    #expect(reading.network.ties.strengths?[0].isNaN == true)
  }

  @Test func matrices() throws {
    let folder = try TemporaryFolder()
    let full = vertices + "*Matrix\n0 1 0 0\n0 0 3 0\n0 0 0 0\n0 0 0 1\n"
    let directed = try network(full, as: "a.net", in: folder).network
    #expect(directed.pairs == ["a > b", "b > c", "d > d"])
    #expect(directed.ties.strengths == [1, 3, 1])
    let symmetric = vertices + "*Matrix\n0 1 0 0\n1 0 1 0\n0 1 0 0\n0 0 0 0\n"
    let undirected = try network(symmetric, as: "b.mat", in: folder).network
    #expect(undirected.pairs == ["a - b", "b - c"])
    #expect(undirected.ties.strengths == nil)
    // Directions are kept where they are asked for.
    let asked = try network(symmetric, as: "c.net", in: folder, isDirected: true).network
    #expect(asked.pairs == ["a > b", "b > a", "b > c", "c > b"])
  }

  @Test func twoModesBecomeKindsOfActors() throws {
    let folder = try TemporaryFolder()
    let text = vertices.replacing("*Vertices 4", with: "*Vertices 4 3") + "*Matrix\n1\n0\n1\n"
    let network = try network(text, as: "f.net", in: folder).network
    #expect(network.pairs == ["a - d", "c - d"])
    #expect(network.actors.kinds.map(Array.init) == ["mode1", "mode1", "mode1", "mode2"])
  }

  @Test func relationsBecomeKindsOfTies() throws {
    let folder = try TemporaryFolder()
    let text =
      vertices + """
        *Arcs :1 "asks for advice"
        1 2 1
        *Edges :2 likes
        2 3 1
        *Arcs :3
        3 4 1
        2: 4 1 1
        """
    let network = try network(text, as: "f.net", in: folder).network
    #expect(network.ties.kinds.map(Array.init) == ["asks for advice", "likes", "3", "2"])
    #expect(network.pairs == ["a > b", "b - c", "c > d", "d > a"])
  }

  @Test func intervalsBecomeDates() throws {
    let folder = try TemporaryFolder()
    let text =
      vertices + """
        *Edges
        1 2 1 [1990-1995,1999]
        2 3 1 [2001-*]
        3 4 1
        1 4 2 [0-5]
        """
    let reading = try network(text, as: "f.net", in: folder)
    let ties = reading.network.ties
    // A tie for each interval.
    #expect(reading.network.pairs == ["a - b", "a - b", "b - c", "c - d", "a - d"])
    let began = ties.dates.beganFrom ?? []
    let ended = ties.dates.endedTo ?? []
    #expect(began.map { $0?.description } == ["1990", "1999", "2001", nil, nil])
    #expect(ended.map { $0?.description } == ["1995", "1999", nil, nil, nil])
    #expect(ties.dates.beganTo == ties.dates.beganFrom)
    // What is no year is kept all the same.
    #expect(ties.attributes.first { $0.name == "pajek_time" }?.values.last == "[0-5]")
    #expect(reading.notes.contains { $0.english.contains("f.net:10") })
  }

  @Test func drawingBecomesAttributes() throws {
    let folder = try TemporaryFolder()
    let text = """
      *Vertices 2
      1 "a b" 0.25 0.5 0.5 box ic Red x_fact 2 [1-5]
      2 c ic Blue 0.1 0.2 ellipse
      *Arcs
      1 2 1 w 3 c Blue l "the label"
      """
    let network = try network(text, as: "f.net", in: folder).network
    #expect(Array(network.actors.ids) == ["a b", "c"])
    func values(_ name: String) -> [String]? {
      network.actors.attributes.first { $0.name == name }.map { Array($0.values) }
    }
    #expect(values("x") == ["0.25", "0.1"])
    #expect(values("z") == ["0.5", ""])
    #expect(values("shape") == ["box", "ellipse"])
    #expect(values("pajek_ic") == ["Red", "Blue"])
    #expect(values("active") == ["[1-5]", ""])
    #expect(network.ties.attributes.map(\.name) == ["pajek_w", "pajek_c", "label"])
    // The 1 in front of parameters says nothing.
    #expect(network.ties.strengths == nil)
  }

  @Test func verticesWithoutDistinctLabelsAreCalledByNumbers() throws {
    let folder = try TemporaryFolder()
    let missing = try network(
      "*Vertices 3\n2 \"b\"\n*Edges\n1 3\n", as: "a.net", in: folder)
    #expect(Array(missing.network.actors.ids) == ["1", "b", "3"])
    #expect(missing.notes.count == 1)
    let repeated = try network(
      "*Vertices 3\n1 \"x\"\n2 \"x\"\n3 \"y\"\n*Edges\n1 3\n", as: "b.net", in: folder)
    #expect(Array(repeated.network.actors.ids) == ["1", "2", "3"])
    #expect(repeated.network.actors.names.map(Array.init) == ["x", "x", "y"])
    // A label may be the number of another vertex.
    let confusing = try network(
      "*Vertices 3\n1 \"3\"\n*Edges\n1 3\n", as: "c.net", in: folder)
    #expect(Array(confusing.network.actors.ids) == ["1", "2", "3"])
    // No labels at all are nothing to speak of; lines may come in any order.
    let plain = try network("*Vertices 3\n*Edges\n1 3\n", as: "d.net", in: folder)
    #expect(plain.notes.isEmpty)
    let turned = try network(
      "*Nodes 3\n3 \"c\"\n1 \"a\"\n2 \"b\"\n*Edges\n1 3\n", as: "e.net", in: folder)
    #expect(Array(turned.network.actors.ids) == ["a", "b", "c"])
    #expect(
      problem(reading: try folder.write("*Vertices 2\n2 b\n1 a\n2 c\n", to: "f.net"))?.line == 4)
  }

  @Test func projectsHoldNetworksAndValues() throws {
    let folder = try TemporaryFolder()
    let text = """
      *Network work
      *Vertices 3
      1 "a"
      2 "b"
      3 "c"
      *Edges
      1 2
      *Partition sector
      *Vertices 3
      1
      2
      1
      *Network leisure
      *Vertices 3
      1 "c"
      2 "d"
      3 "a"
      *Arcs :1 "chess"
      1 2
      *Vector size
      *Vertices 3
      0.5
      1.5
      2.5
      """
    let reading = try network(text, as: "f.paj", in: folder)
    let network = reading.network
    #expect(Array(network.actors.ids) == ["a", "b", "c", "d"])
    #expect(network.pairs == ["a - b", "c > d"])
    #expect(network.ties.kinds.map(Array.init) == ["work", "leisure: chess"])
    #expect(network.actors.attributes.map(\.name) == ["sector", "size"])
    #expect(Array(network.actors.attributes[0].values) == ["1", "2", "1", ""])
    #expect(reading.notes.contains { $0.english.contains("2 networks") })
    // Without labels, nothing tells which vertices of two networks are the same.
    let unlabelled = "*Vertices 2\n*Edges\n1 2\n*Vertices 3\n*Edges\n1 3\n"
    let found = problem(reading: try folder.write(unlabelled, to: "g.paj"))
    #expect(found?.problem.english.contains("no labels") == true)
  }

  @Test func neighborsAreRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("*Vertices 2\n1\n2\n\n1 - firms\n", to: "f.clu")
    try folder.write("*Vertices 3\n1\n2\n3\n", to: "f.vec")
    let reading = try network("*Vertices 2\n*Edges\n1 2\n", as: "f.net", in: folder)
    #expect(reading.network.actors.attributes.map(\.name) == ["partition"])
    #expect(reading.notes.count == 2)
    let found = problem(reading: folder["f.clu"])
    #expect(found?.advice?.english.contains(".net") == true)
  }

  @Test func codePages() throws {
    let folder = try TemporaryFolder()
    let bytes = Array("*Vertices 1\n1 \"".utf8) + [0x95, 0x5C] + Array("\"\n".utf8)
    var options = NetworkFile.Options()
    options.encoding = .cp932
    let network = try NetworkFile.read(try folder.write(bytes, to: "f.net"), options).network
    // A character whose second byte is a backslash.
    #expect(Array(network.actors.ids) == ["表"])
  }

  @Test(arguments: [
    ("*Vertices 2 1\n*Events\n", 2), ("*Vertices 2\n*Edges\n1 2 3 [", 0),
    ("*Vertices 2\n*Partition p\n*Vertices 2\n1\n", 4), ("*Vertices\n", 1), ("x\n", 1),
    ("*Vertices 2\n*Matrix\n0 0\n0 0\n0 0\n", 5), ("*Vertices 2\n*Edges\n1 \"2\"\n", 3),
  ])
  func brokenFiles(text: String, line: Int) throws {
    let folder = try TemporaryFolder()
    let found = problem(reading: try folder.write(text, to: "f.net"))
    #expect(found?.line ?? 0 == line, "\(found?.description ?? text)")
  }

  /// A count that only a limit can allow takes no memory before it is refused.
  @Test func limitsCanBeRaised() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("*Vertices 20000\n*Edges\n1 20000\n", to: "f.net")
    var options = NetworkFile.Options()
    options.limits.nodes = 10_000
    #expect(throws: FileProblem.self) { try NetworkFile.read(path, options) }
    options.limits.nodes = 20_000
    #expect(try NetworkFile.read(path, options).network.actors.count == 20_000)
  }
}
