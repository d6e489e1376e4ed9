import NetworkDrawing
import Testing

@Suite("Untrusted text")
struct TextTests {
  @Test("hostile text everywhere gives a well-formed SVG without foreign parts")
  func hostileTexts() async throws {
    let nodes = Samples.hostile.enumerated().map { index, text in
      Diagram.Node(
        id: "\(index)" + text, label: text, subtitle: text,
        kind: index.isMultiple(of: 2) ? text : "group", size: index == 0 ? .nan : .infinity)
    }
    let edges = nodes.dropFirst().map {
      Diagram.Edge(source: nodes[0].id, target: $0.id, kind: $0.label)
    }
    for text in Samples.hostile {
      let diagram = Diagram(
        nodes: nodes, edges: edges,
        caption: Diagram.Caption(
          title: text, sizeMeaning: text, syntheticNote: text, source: text, footer: text))
      let picture = try await diagram.render(as: .svg, engine: .sfdp)
      let document = try #require(SVGDocument(picture.bytes))
      #expect(document.elements.isDisjoint(with: ["script", "image", "a", "foreignObject"]))
      #expect(!document.attributes.contains { $0.hasPrefix("on") || $0.hasSuffix("href") })
    }
  }

  @Test("what is written is what is read")
  func literalTexts() async throws {
    let labels = ["A&amp;B", "\\N \\G", "\"q\"", "a<b>", "back\\", "A–Ω", "it's"]
    let diagram = Diagram(
      nodes: labels.map { Diagram.Node(id: $0, kind: "group") },
      edges: [Diagram.Edge(source: "A–Ω", target: "it's", kind: "business", isEnded: true)])
    let document = try #require(SVGDocument(try await diagram.render(as: .svg).bytes))
    for label in labels {
      #expect(document.texts.contains(label))
      #expect(document.titles.contains("\(label) (exchange group)"))
    }
    #expect(document.titles.contains("A–Ω – it's (business, ended)"))
  }

  @Test("Latin-1 is never looked up, private characters are missing")
  func missingGlyphs() {
    #expect(MissingGlyphs(in: ["Ångström", ""]) == nil)
    let missing = MissingGlyphs(in: ["\u{10FFFD}"])
    #expect(missing?.characters == ["\u{10FFFD}"])
  }
}
