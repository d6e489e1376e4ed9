import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Hostile files and words through `knowwho render`: a clean picture or one clear error.
@Suite struct RenderAttackTests {
  /// Reads an SVG and refuses what it must never hold.
  private final class Document: NSObject, XMLParserDelegate {
    private(set) var problems: [String] = []
    private(set) var texts = ""

    init?(_ path: String) {
      super.init()
      guard let data = FileManager.default.contents(atPath: path) else { return nil }
      let parser = XMLParser(data: data)
      parser.delegate = self
      guard parser.parse() else { return nil }
    }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes attributeDict: [String: String]
    ) {
      if ["script", "image", "foreignObject", "style", "iframe", "use"].contains(name) {
        problems.append("<\(name)>")
      }
      for (key, value) in attributeDict {
        let isLink = key.hasSuffix("href")
        let isFine = ["http://", "https://", "mailto:"].contains { value.hasPrefix($0) }
        if key.hasPrefix("on") || isLink && !isFine { problems.append("\(key)=\(value)") }
      }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { texts += string }
  }

  /// Draws; the picture is well-formed and holds nothing that acts, or nothing is written.
  @discardableResult
  private func draw(
    _ arguments: [String], status: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> (texts: String, errors: String) {
    let folder = try TemporaryFolder()
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = try Tool.run(["render"] + arguments + ["-o", folder.path("x.svg")])
    #expect(clock.now - start < .seconds(60), sourceLocation: sourceLocation)
    #expect(outcome.status == status, "\(outcome.errors)", sourceLocation: sourceLocation)
    guard status == 0 else {
      #expect(folder.contents.isEmpty, sourceLocation: sourceLocation)
      #expect(!outcome.errors.isEmpty, sourceLocation: sourceLocation)
      return ("", outcome.errors)
    }
    let document = try #require(Document(folder.path("x.svg")), sourceLocation: sourceLocation)
    #expect(document.problems.isEmpty, sourceLocation: sourceLocation)
    return (document.texts, outcome.errors)
  }

  private static let nastyAttributes = [
    #"fontname="F\" onx=\"1""#, #"URL="u\" ony=\"1""#, #"URL="javascript:alert(1)""#,
    #"href="data:text/html,x""#, #"image="/etc/passwd""#, #"shapefile="/etc/passwd""#,
    #"imagepath="/etc""#, #"fontpath="/etc""#, #"stylesheet="http://example.org/x.css""#,
    #"label=<<TABLE><TR><TD><IMG SRC="/etc/passwd"/></TD></TR></TABLE>>"#, #"label="\N \G \n \l""#,
    #"label="A&amp;B""#, "label=\"\u{1}control\"", #"label="back\\""#,
    #"label="</title><script>alert(1)</script>""#, "minlen=100000", "weight=999999999",
    "sides=2147483647", "peripheries=100000000", #"size="100000,100000!""#, #"pos="nan,inf!""#,
    "width=1e308", "fontsize=1e308", "penwidth=-1e308", #"layers="a:b""#, #"target="_top""#,
  ]

  /// Attributes of foreign DOT files never reach Graphviz: only their nodes, edges and labels do.
  @Test func attributesOfForeignFiles() throws {
    let folder = try TemporaryFolder()
    for (index, attribute) in Self.nastyAttributes.enumerated() {
      let file = try folder.write(
        "graph \"g\" { graph [\(attribute)]; node [\(attribute)]; edge [\(attribute)];\n"
          + "a [\(attribute)]; a -- b [\(attribute)]; }\n", to: "\(index).dot")
      let clock = ContinuousClock()
      let start = clock.now
      let output = folder.path("x.svg")
      let outcome = try Tool.run("render", file, "-o", output)
      #expect(clock.now - start < .seconds(20), "\(attribute)")
      if outcome.status == 0 {
        let document = try #require(Document(output), "\(attribute)")
        #expect(document.problems.isEmpty, "\(attribute)")
        #expect(!document.texts.contains("root:"), "\(attribute)")
        try FileManager.default.removeItem(atPath: output)
      } else {
        #expect(outcome.status == 3, "\(attribute): \(outcome.errors)")
        #expect(outcome.errors.contains("\(index).dot:"), "\(attribute): \(outcome.errors)")
      }
    }
  }

  /// Few words that ask for more than any machine has.
  private static let bombs: [String] = {
    func all(_ count: Int, _ name: String) -> String {
      "{" + (0..<count).map { "\(name)\($0)" }.joined(separator: ";") + "}"
    }
    let deep = String(repeating: "subgraph {", count: 100_000)
    return [
      all(6000, "a") + " -- " + all(6000, "b"),
      deep + "a" + String(repeating: "}", count: 100_000),
      (0..<20).map { all(40, "x\($0)_") }.joined(separator: " -- "),
      "a -- b [label=\"" + String(repeating: "long ", count: 100_000) + "\"]",
    ]
  }()

  /// One error that names the bound, or a picture, and either soon.
  @Test(arguments: 0..<4)
  func bombs(_ number: Int) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("graph { \(Self.bombs[number]) }\n", to: "bomb.dot")
    let clock = ContinuousClock()
    let start = clock.now
    let output = folder.path("x.svg")
    let outcome = try Tool.run(
      "render", file, "--time-limit", "20s", "--memory-limit", "1G", "-o", output)
    #expect(clock.now - start < .seconds(40))
    guard outcome.status != 0 else {
      #expect(try #require(Document(output)).problems.isEmpty)
      return
    }
    #expect([3, 4].contains(outcome.status), "\(outcome.errors)")
    #expect(folder.contents == ["bomb.dot"])
  }

  /// A long chain in one statement, which libcgraph would cut without a word.
  @Test func aChainKeepsItsEdges() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "graph { " + (0..<3000).map { "n\($0)" }.joined(separator: " -- ") + " }\n", to: "c.dot")
    let errors = try draw([file, "--color", "kind", "--measure", "none"]).errors
    #expect(errors.contains("2999 lines"), "\(errors)")
  }

  /// What laid out by Graphviz takes minutes ends with its limit in a process of its own.
  @Test func aForeignLayoutEndsAtItsLimit() throws {
    let folder = try TemporaryFolder()
    let edges = (0..<400).flatMap { node in
      [1, 7, 31].map { "\(node) -- \((node + $0) % 400) [minlen=100000]" }
    }
    let file = try folder.write("graph { \(edges.joined(separator: ";")) }\n", to: "ring.dot")
    let errors = try draw(
      [
        file, "--engine", "circo", "--measure", "none", "--color", "kind", "--time-limit", "2s",
      ], status: 4
    ).errors
    #expect(errors.contains("circo"), "\(errors)")
  }

  private static let nastyWords = [
    "</title><script>alert(1)</script>", "\" onload=\"x", "&#x3C;script&#x3E;", "]]>", "<!-- x",
    "\\N \\G", "A&amp;B", "back\\", "\u{202E}turned", "<IMG SRC='/etc/passwd'/>", "%s%n",
  ]

  @Test func namesKindsAndColumns() throws {
    let folder = try TemporaryFolder()
    func field(_ text: String) -> String {
      "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
    let actors = Self.nastyWords.enumerated().map { index, word in
      "a\(index),\(field(word)),\(field(word)),firm,\(field(word)),javascript:alert(\(index))"
    }
    let ties = Self.nastyWords.enumerated().map { index, word in
      "a\(index),a\((index + 1) % Self.nastyWords.count),\(index % 2 == 0 ? "business" : "odd")"
    }
    _ = try folder.write(
      "id,name,name_ja,kind,town,url\n" + actors.joined(separator: "\n") + "\n",
      to: "n/actors.csv")
    _ = try folder.write(
      "source,target,kind\n" + ties.joined(separator: "\n") + "\n", to: "n/ties.csv")
    let network = folder.path("n")
    for extra in [
      [], ["--group-by", "town"], ["--color", "town"], ["--theme", "print", "--lang", "ja"],
      ["--ego", "a1"], ["--highlight-path", "a1", "a4"], ["--engine", "sfdp"],
    ] {
      let texts = try draw([network] + extra).texts
      #expect(texts.contains("<script>"), "\(extra)")
    }
    for word in Self.nastyWords {
      try draw([network, "--title", word])
    }
    try draw([network, network])
  }

  @Test func styleFiles() throws {
    let folder = try TemporaryFolder()
    for line in [
      "font: 'F\" onx=\"1'", "font: '/etc/passwd'", "background: 'url(javascript:1)'",
      "label_size: 1e308", "label_size: .nan", "nodes: {firm: {width: 1e9}}",
      "nodes: {firm: {form: '/etc/passwd'}}", "image: /etc/passwd", "edges: {x: {length: -1}}",
      "nodes: {firm: {fill: '#12345\"/><script>'}}",
    ] {
      let file = try folder.write(line + "\n", to: "s.yaml")
      let errors = try draw(["Graphs/kite", "--style", file], status: 3).errors
      #expect(errors.contains("s.yaml:1"), "\(line): \(errors)")
    }
  }

  @Test func pluginsAreNotTakenFromTheEnvironment() throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run(
      ["render", "Graphs/kite", "-o", folder.path("x.svg")],
      environment: ["GVBINDIR": folder.path("."), "GVFONTPATH": "/etc", "SERVER_NAME": "x"])
    #expect(outcome.status == 0, "\(outcome.errors)")
  }
}
