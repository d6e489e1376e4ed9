import NetworkData
import NetworkFiles
import Testing

@Suite struct DOTTests {
  private func read(_ text: String) throws -> NetworkFile.Reading {
    let folder = try TemporaryFolder()
    return try NetworkFile.read(folder.write(text, to: "a.dot"))
  }

  private func values(_ attributes: [Attribute], _ name: String) -> [String]? {
    attributes.first { $0.name == name }.map { Array($0.values) }
  }

  @Test func defaultsHoldForWhatComesBehindThem() throws {
    let network = try read(
      """
      digraph { a; node [shape=box]; b; subgraph { node [shape=oval]; c; } d [shape=plain];
      edge [len=1]; a -> b; a -> c [len=2]; }
      """
    ).network
    #expect(values(network.actors.attributes, "shape") == ["", "box", "oval", "plain"])
    #expect(values(network.ties.attributes, "len") == ["1", "2"])
  }

  @Test func subgraphsAreGroupsAndEndsOfEdges() throws {
    let network = try read(
      """
      graph { subgraph cluster_a { label="Kokura"; x; subgraph in { y } } z -- {x y} -- w
      subgraph cluster_a { v } }
      """
    ).network
    #expect(network.lines == ["z x", "z y", "x w", "y w"])
    #expect(Array(network.actors.ids) == ["x", "y", "z", "w", "v"])
    #expect(
      values(network.actors.attributes, "subgraph") == [
        "cluster_a", "cluster_a/in", "", "", "cluster_a",
      ])
    #expect(values(network.actors.attributes, "subgraph_label")?.first == "Kokura")
  }

  @Test func portsLabelsQuotesAndComments() throws {
    let reading = try read(
      """
      # preprocessor
      DiGraph "a \\"b\\"" { /* block */ // line
      n1 [label="one\\ntwo &amp; \\N"]; n2 [label=<<b>bo</b>ld &lt;3>]; "n" + "3" [label="\\N"]
      n1:p:ne -> n2:"q r" [label="l\\l", weight=2.5]; n1 -> n\u{E9}; -2.5 -> .5 }
      """)
    let (actors, ties) = (reading.network.actors, reading.network.ties)
    #expect(Array(actors.ids) == ["n1", "n2", "n3", "né", "-2.5", ".5"])
    #expect(actors.names.map { Array($0.prefix(3)) } == ["one\ntwo & n1", "bold <3", ""])
    #expect(values(actors.attributes, "label_html")?[1] == "<<b>bo</b>ld &lt;3>")
    #expect(values(ties.attributes, "tailport")?[0] == "p:ne")
    #expect(values(ties.attributes, "headport")?[0] == "q r")
    #expect(values(ties.attributes, "label")?[0] == "l")
    #expect(ties.strengths?[0] == 2.5)
    #expect(reading.notes.count == 1)
  }

  @Test func strictGraphsAndKeysKeepOneEdge() throws {
    #expect(
      try read("strict graph { a -- b; b -- a [x=1]; a -- a }").network.lines == ["a b", "a a"])
    #expect(try read("strict digraph { a -> b; b -> a; a -> b }").network.lines == ["a b", "b a"])
    #expect(try read("graph { a -- b; b -- a }").network.ties.count == 2)
    #expect(
      try read("graph { a -- b [key=k]; b -- a [key=k]; a -- b [key=l] }").network.ties.count == 2)
  }

  @Test func edgesWithoutArrowInADigraphHaveNoDirection() throws {
    let mixed = try read("digraph { a -> b; b -> c [dir=none] }").network
    #expect(
      mixed.ties.directions == .each(isDirected: [true, false]) && mixed.ties.attributes == [])
    let plain = try read("digraph { edge [dir=none] a -> b }").network
    #expect(plain.ties.directions == .all(isDirected: true))
    #expect(values(plain.ties.attributes, "dir") == ["none"])
  }

  /// Few words that ask for much: each is refused by a limit, quickly.
  @Test(arguments: ["edges", "defaults", "attributes", "groups"])
  func bombsAreRefused(_ kind: String) throws {
    let nodes = (0..<2000).map { "n\($0)" }.joined(separator: " ")
    let text =
      switch kind {
      case "edges": "graph { {\(nodes)} -- {\(nodes)} }"
      case "defaults":
        "graph { node [a=\"\(String(repeating: "x", count: 200_000))\"] \(nodes) }"
      case "attributes":
        "graph { " + (0..<6000).map { "n\($0) [a\($0)=1]\n" }.joined() + "}"
      default:
        "graph { subgraph s {\(nodes)}\n"
          + String(repeating: "subgraph s {}\n", count: 20_000) + "}"
      }
    let folder = try TemporaryFolder()
    let found = problem(reading: try folder.write(text, to: "a.dot"))
    #expect(found?.advice?.english.contains("--limit") ?? false, "\(kind): \(found as Any)")
  }

  /// Graphviz counts nodes and edges of the collection as we do.
  @Test(.enabled(if: SharedData.isThere && Peers.countsOfGraphviz != nil, "skipped: no gc"))
  func nodesAndEdgesAreThoseOfGraphviz() throws {
    let files = try SharedData.rows(of: "PARSE_PEERS.csv").map { $0[0] }
      .filter { $0.hasSuffix(".gv") || $0.hasSuffix(".dot") }
    #expect(Set(files).count == 34)
    for file in Set(files).sorted() {
      let path = "\(SharedData.folder)/\(file)"
      let counts = try #require(Peers.countsOfGraphviz?(path), "\(file)")
      let size = try NetworkFile.read(path).network.size
      #expect([size.actors, size.ties] == counts, "\(file)")
    }
  }
}
