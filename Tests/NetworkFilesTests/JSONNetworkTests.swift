import NetworkData
import NetworkFiles
import Testing

@Suite struct JSONNetworkTests {
  private func read(_ text: String, isDirected: Bool = false) throws -> NetworkFile.Reading {
    let folder = try TemporaryFolder()
    return try NetworkFile.read(
      folder.write(text, to: "a.json"), NetworkFile.Options(isDirected: isDirected))
  }

  /// networkx calls them links or edges, depending on its version.
  @Test(arguments: ["links", "edges"]) func nodeLinkOfNetworkx(_ name: String) throws {
    let network = try read(
      """
      {"directed": true, "multigraph": true, "graph": {"name": "G"},
       "nodes": [{"color": "red", "id": 1}, {"id": "b", "at": {"x": 1.50, "y": null}, "tags": ["p", 2]}],
       "\(name)": [{"weight": 2.5, "source": 1, "target": "b", "key": 0}]}
      """
    ).network
    #expect(network.lines == ["1 b 2.5"])
    #expect(network.ties.directions == .all(isDirected: true))
    #expect(network.description.title == "G")
    #expect(network.actors.attributes.map(\.name) == ["color", "tags", "at.x", "at.y"])
    #expect(
      network.actors.attributes.map { Array($0.values)[1] } == ["", "[\"p\", 2]", "1.50", ""])
  }

  @Test func oldAndNewFilesOfD3() throws {
    let old = try read(
      #"{"nodes": [{"name": "A"}, {"name": "B"}], "links": [{"source": 1, "target": 0, "value": 3}]}"#
    )
    #expect(old.network.lines == ["B A 3.0"])
    let unnamed = try read(
      #"{"nodes": [{"group": 1}, {"group": 2}], "links": [{"source": 1, "target": 0}]}"#)
    #expect(unnamed.network.lines == ["1 0"])
    let alike = try read(
      #"{"nodes": [{"name": "A"}, {"name": "A"}], "links": [{"source": 1, "target": 0}]}"#)
    #expect(alike.network.lines == ["1 0"] && alike.network.actors.name(1) == "A")
    let new = try read(
      #"{"nodes": [{"id": "A"}, {"id": "B"}], "links": [{"source": "B", "target": "A"}]}"#,
      isDirected: true)
    #expect(new.network.lines == ["B A"])
    #expect(new.network.ties.directions == .all(isDirected: true))
  }

  @Test func cytoscapeAsListsAndAsOne() throws {
    let node = #"{"data": {"id": "a", "name": "A"}, "position": {"x": 1}, "selected": true}"#
    let other = #"{"data": {"id": "b", "parent": "a"}}"#
    let edge = #"{"data": {"id": "e", "source": "a", "target": "b", "weight": 2}, "classes": "c"}"#
    for text in [
      "{\"elements\": {\"nodes\": [\(node), \(other)], \"edges\": [\(edge)]}}",
      "{\"elements\": [\(edge), \(node), \(other)]}", "[\(node), \(edge), \(other)]",
    ] {
      let reading = try read(text)
      #expect(reading.network.lines == ["a b 2.0"])
      #expect(reading.network.actors.name(0) == "A")
      #expect(reading.network.actors.attributes.map(\.name) == ["position.x", "parent"])
      #expect(reading.network.ties.attributes.map(\.name) == ["id", "classes"])
      #expect(reading.notes.count == 1)
    }
  }

  @Test func graphologyWithBothDirections() throws {
    let network = try read(
      """
      {"attributes": {"name": "G"}, "options": {"type": "mixed"},
       "nodes": [{"key": "a", "attributes": {"label": "A"}}, {"key": "b"}],
       "edges": [{"source": "a", "target": "b"}, {"key": "x", "source": "b", "target": "a", "undirected": true}]}
      """
    ).network
    #expect(network.ties.directions == .each(isDirected: [true, false]))
    #expect(network.actors.name(0) == "A" && network.description.title == "G")
    #expect(network.ties.attributes.map { Array($0.values) } == [["", "x"]])
  }

  @Test(arguments: [
    ("{\"nodes\": [],\n \"links\": [1 2]}", 2, "expected \",\" or \"]\""),
    ("{\"nodes\": []} x", 1, "behind the end"), ("{\"nodes\": [01]}", 1, "\"01\" is not JSON"),
    ("{\"nodes\": \"x\", \"links\": []}", 1, "is no array"),
    ("{\"nodes\": [{\"id\": \"\\u0000\"}], \"links\": []}", 1, "invalid escape"),
    ("{\"nodes\": [{\"id\": {}}], \"links\": []}", 1, "neither text nor number"),
    ("{\"nodes\": [{\"id\": 1}],\n\"links\": [{\"source\": 1}]}", 2, "links[0] has no \"target\""),
    ("{\"directed\": 1, \"nodes\": [], \"links\": []}", 1, "true or false"), ("", 1, "empty file"),
  ]) func whatIsWrongIsNamedWithItsLine(_ text: String, _ line: Int, _ words: String) throws {
    let folder = try TemporaryFolder()
    let found = problem(reading: try folder.write(text, to: "a.json"))
    #expect(found?.line == line, "\(found as Any)")
    #expect(found?.problem.english.contains(words) ?? false, "\(found as Any)")
  }
}
