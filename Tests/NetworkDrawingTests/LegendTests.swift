import NetworkDrawing
import Testing

@Suite("Legend and style")
struct LegendTests {
  @Test("the legend names what is drawn and nothing else")
  func onlyWhatIsThere() {
    var diagram = Samples.small
    let texts = diagram.legend.map(\.text)
    #expect(
      texts == [
        "firm", "exchange group", "person", "membership", "holds an office", "dashed = ended",
      ])
    diagram.edges[1].isEnded = false
    diagram.edges[1].isAssumed = true
    diagram.nodes[0].isEnded = true
    #expect(
      diagram.legend.map(\.text).suffix(2) == [
        "pale, dashed outline = ended or left", "thin = assumed",
      ])
    diagram.nodes.removeLast()
    diagram.edges.removeLast()
    #expect(!diagram.legend.map(\.text).contains("person"))
  }

  @Test("size is explained only when it differs and has a meaning")
  func size() {
    var diagram = Samples.small
    diagram.caption.sizeMeaning = "betweenness"
    #expect(!diagram.legend.contains { $0.text.contains("betweenness") })
    diagram.nodes.append(Diagram.Node(id: "d", kind: "firm", size: 0.2))
    #expect(diagram.legend.contains { $0.text == "area of circle: betweenness" })
  }

  @Test("unknown kinds are named, and nothing is said where nothing has a kind")
  func otherKinds() {
    var diagram = Samples.small
    diagram.nodes[0].kind = "observatory"
    #expect(diagram.legend.contains { $0.text == "observatory" })
    #expect(Samples.chain(3).legend.isEmpty)
  }

  @Test("every entry is in the picture")
  func drawn() async throws {
    let diagram = Samples.association
    let document = try #require(SVGDocument(try await diagram.render(as: .svg).bytes))
    for entry in diagram.legend { #expect(document.texts.contains(entry.text)) }
    #expect(document.texts.contains(diagram.caption.title))
    #expect(document.texts.contains(diagram.caption.syntheticNote))
  }

  @Test("text has a contrast of at least 4.5 : 1 on every ground, lines of 3 : 1")
  func contrast() {
    let style = DiagramStyle.light
    for look in style.nodeKinds.map(\.look) + [style.otherNode] {
      #expect(style.text.contrast(with: look.fill) >= 10)
      #expect(style.secondaryText.contrast(with: look.fill) >= 4.5)
      #expect(look.line.contrast(with: style.background) >= 3)
    }
    for color in [style.text, style.secondaryText, style.warningText] {
      #expect(color.contrast(with: style.background) >= 4.5)
    }
  }

  @Test("kinds of edges differ in colour or in being double")
  func distinctEdges() {
    let looks = DiagramStyle.light.edgeKinds.map(\.look) + [DiagramStyle.light.otherEdge]
    for (index, look) in looks.enumerated() {
      #expect(
        !looks[(index + 1)...].contains {
          $0.color == look.color && $0.isDouble == look.isDouble
        })
    }
  }

  @Test("kinds of nodes differ in form, or as blue or violet from orange")
  func distinctNodes() {
    let looks = DiagramStyle.light.nodeKinds.map(\.look)
    for (index, look) in looks.enumerated() {
      for other in looks[(index + 1)...] where other.form == look.form {
        // Blue stays apart from orange for every kind of colour blindness.
        #expect(abs(Int(look.line.blue) - Int(other.line.blue)) > 100)
      }
    }
  }
}
