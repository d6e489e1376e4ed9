import NetworkData
import NetworkFiles
import Testing

@Suite struct GraphMLTests {
  private func read(_ body: String) throws -> NetworkFile.Reading {
    let folder = try TemporaryFolder()
    let text = "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n\(body)\n</graphml>"
    return try NetworkFile.read(folder.write(text, to: "a.graphml"))
  }

  private func values(_ attributes: [Attribute], _ name: String) -> [String]? {
    attributes.first { $0.name == name }.map { Array($0.values) }
  }

  @Test func typedKeysDefaultsAndMixedDirections() throws {
    let reading = try read(
      """
      <key id="d0" for="node" attr.name="color" attr.type="string"><default>yellow</default></key>
      <key id="d1" for="edge" attr.name="weight" attr.type="double"><default>2</default></key>
      <key id="d2" for="all" attr.name="since" attr.type="int"/>
      <graph edgedefault="undirected">
      <node id="a"><data key="d0">red</data><data key="d2">1990</data></node><node id="b"/>
      <edge source="a" target="b"><data key="d1"> 0.5 </data></edge>
      <edge source="b" target="a" directed="true"><data key="d2">1991</data></edge>
      </graph>
      """)
    let (actors, ties) = (reading.network.actors, reading.network.ties)
    #expect(reading.notes == [])
    #expect(values(actors.attributes, "color") == ["red", "yellow"])
    #expect(values(actors.attributes, "since") == ["1990", ""])
    #expect(values(ties.attributes, "since") == ["", "1991"])
    #expect(ties.strengths == [0.5, 2])
    #expect(ties.directions == .each(isDirected: [false, true]))
  }

  @Test func drawingsOfYEdGiveLabelsPlacesAndShapes() throws {
    let reading = try read(
      """
      <key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d9" yfiles.type="edgegraphics"/>
      <graph edgedefault="directed">
      <node id="n0"><data key="d6"><y:ShapeNode xmlns:y="http://www.yworks.com/xml/graphml">
      <y:Geometry height="30.0" width="40.0" x="1.5" y="2.5"/><y:Fill color="#FFCC00"/>
      <y:NodeLabel>小倉<y:LabelModel/></y:NodeLabel><y:Shape type="ellipse"/></y:ShapeNode></data></node>
      <node id="n1"/>
      <edge source="n0" target="n1"><data key="d9"><y:PolyLineEdge xmlns:y="http://www.yworks.com/xml/graphml">
      <y:EdgeLabel> knows </y:EdgeLabel></y:PolyLineEdge></data></edge></graph>
      """)
    let actors = reading.network.actors
    #expect(actors.names.map { Array($0) } == ["小倉", ""])
    #expect(values(actors.attributes, "x") == ["1.5", ""])
    #expect(values(actors.attributes, "shape") == ["ellipse", ""])
    #expect(values(actors.attributes, "color") == ["#FFCC00", ""])
    #expect(values(reading.network.ties.attributes, "label") == ["knows"])
    #expect(reading.notes.count == 1)
  }

  @Test func nestedGraphsAreFlattenedAndPortsNoted() throws {
    let reading = try read(
      """
      <graph edgedefault="directed"><node id="a"><port name="p"/><graph edgedefault="undirected">
      <node id="b"/><node id="c"/><edge source="b" target="c"/></graph></node>
      <edge source="a" target="b" sourceport="p"/></graph><graph><node id="z"/></graph>
      """)
    #expect(values(reading.network.actors.attributes, "within") == ["", "a", "a"])
    #expect(values(reading.network.ties.attributes, "sourceport") == ["", "p"])
    #expect(reading.network.ties.directions == .each(isDirected: [false, true]))
    let notes = reading.notes.map(\.english)
    for words in ["nested graphs", "ports", "only the first"] {
      #expect(notes.contains { $0.contains(words) }, "\(notes)")
    }
  }

  @Test(arguments: [
    ("<graph><node id=\"a\"/><hyperedge/></graph>", 2, "hyperedge is not supported"),
    (
      "<graph>\n<edge source=\"a\" target=\"b\" directed=\"maybe\"/></graph>", 3, "directed must be"
    ),
    ("<graph><node id=\"\"/></graph>", 2, "empty id"),
    (
      "<graph><node id=\"a\"/>\n\n<edge source=\"a\" target=\"b\"/></graph>", 4,
      "unknown node \"b\""
    ),
    // Ends that no node declares are taken where none is declared at all, but not one without a name.
    ("<graph><edge source=\"a\" target=\"\"/></graph>", 2, "unknown node \"\""),
  ]) func whatIsWrongIsNamedWithItsLine(_ body: String, _ line: Int, _ words: String) throws {
    let folder = try TemporaryFolder()
    let text = "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n\(body)\n</graphml>"
    let found = problem(reading: try folder.write(text, to: "a.graphml"))
    #expect(found?.line == line)
    #expect(found?.problem.english.contains(words) ?? false, "\(found as Any)")
  }

  /// Limits keep depth and attributes bounded, and can be raised.
  @Test func depthIsBoundedByALimitThatCanBeRaised() throws {
    let folder = try TemporaryFolder()
    let depth = 300
    let nodes = (0..<depth).map { "<node id=\"\($0)\"><graph>" }.joined()
    let text =
      "<graphml><graph>" + nodes + String(repeating: "</graph></node>", count: depth)
      + "</graph></graphml>"
    let path = try folder.write(text, to: "a.graphml")
    #expect(problem(reading: path)?.problem.english.contains("nesting too deep") ?? false)
    var options = NetworkFile.Options()
    options.limits.depth = 1000
    #expect(try NetworkFile.read(path, options).network.actors.count == depth)
  }

  /// Lines are counted by LF, CR and CRLF alike.
  @Test(arguments: ["\n", "\r\n", "\r"]) func linesEndInEveryWay(_ end: String) throws {
    let folder = try TemporaryFolder()
    let text = [
      "<graphml>", "<graph>", "", "<node id=\"a\"/>", "<node", "id=\"a\"/></graph></graphml>",
    ]
    let path = try folder.write(text.joined(separator: end), to: "a.graphml")
    let found = try #require(problem(reading: path))
    #expect(found.line == 5 && found.problem.english.contains("first at line 4"))
  }

  /// Ids that count have a shorter way to their positions: it must lead to the same ones, whatever
  /// comes behind them.
  @Test(arguments: [
    ["0", "1", "2", "3"], ["7", "8", "9", "10", "11"], ["n1", "n2", "n3", "x"],
    ["0", "1", "01", "2", "+3", "3", " 3"], ["1", "3", "2", "1000000000", "4"],
    ["", "n", "n0", "N0", "n1"], ["999999999", "1000000000"], ["node number 1", "node number 2"],
    ["０", "１"], ["00", "1", "2"], ["n8", "n9", "n10", "n1", "n08"],
  ]) func countedIDsKeepTheirPositions(_ given: [String]) throws {
    let ids = given.filter { !$0.isEmpty }
    let nodes = ids.map { "<node id=\"\($0)\"/>" }.joined()
    var edges: [(String, String)] = []
    for source in ids { for target in ids.reversed() { edges.append((source, target)) } }
    let ties = edges.map { "<edge source=\"\($0.0)\" target=\"\($0.1)\"/>" }.joined()
    // Nodes before edges, and edges that name nodes before they are declared.
    for body in [nodes + ties, ties + nodes] {
      let network = try read("<graph edgedefault=\"directed\">\(body)</graph>").network
      let found = network.ties.indices.map { tie in
        (
          network.actors.id(Int(network.ties.sources[tie])),
          network.actors.id(Int(network.ties.targets[tie]))
        )
      }
      #expect(found.map(\.0) == edges.map(\.0) && found.map(\.1) == edges.map(\.1))
      #expect(Set(network.actors.ids) == Set(ids) && network.actors.count == ids.count)
    }
  }
}
