import NetworkDrawing
import Testing

@Suite("Legibility")
struct LegibilityTests {
  @Test("every label lies in its own node and in no other", arguments: DiagramStyle.Theme.allCases)
  func labels(_ theme: DiagramStyle.Theme) async throws {
    var diagram = Samples.association
    diagram.style = DiagramStyle(theme)
    let picture = try await diagram.render(as: .svg)
    // Graphviz warns of a label wider than its node.
    #expect(picture.warnings.isEmpty)
    let document = try #require(SVGDocument(picture.bytes))
    var found = 0
    for (node, box) in zip(diagram.nodes, picture.nodeBoxes) {
      let places = document.textPlaces.filter { $0.text == node.label }
      // Labels in several lines, and those that stand elsewhere too, are left out.
      guard places.count == 1, let place = places.first else { continue }
      found += 1
      // The text counts from the lower left margin.
      let (x, y) = (place.x + 18, place.y + picture.height - 18)
      func holds(_ box: DiagramBox) -> Bool {
        abs(x - box.x) <= box.width / 2 && abs(y - box.y) <= box.height / 2
      }
      #expect(holds(box), "\(node.label)")
      #expect(picture.nodeBoxes.count(where: holds) == 1, "\(node.label)")
    }
    #expect(found > 30)
  }

  @Test("the caption stays clear of the nodes, line by line")
  func caption() async throws {
    let picture = try await Samples.association.render(as: .svg)
    let document = try #require(SVGDocument(picture.bytes))
    let lowest = picture.nodeBoxes.map { $0.y + $0.height / 2 }.max() ?? 0
    let title = try #require(
      document.textPlaces.first { $0.text == Samples.association.caption.title })
    #expect(title.y + picture.height - 18 - title.size > lowest)
    // No two texts of the caption lie on each other.
    let texts = document.textPlaces.filter { $0.y >= title.y }
    for (index, one) in texts.enumerated() {
      for other in texts[(index + 1)...] where abs(one.y - other.y) < 1 {
        let (left, right) = one.x < other.x ? (one, other) : (other, one)
        #expect(left.x + left.size < right.x, "\(left.text) / \(right.text)")
      }
    }
  }

  @Test("text is never smaller than 7 points on A4 across")
  func size() async throws {
    let picture = try await Samples.association.render(as: .svg)
    #expect(picture.smallestText(atPageWidth: 785) >= 7)
    let document = try #require(SVGDocument(picture.bytes))
    let least = document.textPlaces.map(\.size).min() ?? 0
    #expect(abs(least - picture.smallestText) < 0.02)
    // A picture is never enlarged.
    #expect(picture.smallestText(atPageWidth: 1e6) == picture.smallestText)
  }

  @Test("the caption of a wide picture is larger, so that it can still be read")
  func widePictures() async throws {
    var diagram = Diagram(
      nodes: (0..<60).map { Diagram.Node(id: "node number \($0)", kind: "group") }, edges: [],
      caption: Diagram.Caption(title: "Wide", source: "invented"))
    diagram.edges = (1..<60).map {
      Diagram.Edge(source: "node number 0", target: "node number \($0)")
    }
    let picture = try await diagram.render(as: .svg)
    let document = try #require(SVGDocument(picture.bytes))
    let source = try #require(document.textPlaces.first { $0.text.contains("invented") })
    #expect(source.size * min(1, 785 / picture.width) >= 7, "\(source.size) \(picture.width)")
  }

  @Test("an overlong label makes its own node wide, not all circles")
  func overlong() async throws {
    let short = (0..<12).map { Diagram.Node(id: "\($0)", kind: "firm") }
    let long = Diagram.Node(id: "x", label: "An association with a very long name", kind: "firm")
    let edges = short.map { Diagram.Edge(source: "x", target: $0.id) }
    let boxes = try await Diagram(nodes: short + [long], edges: edges).render(as: .svg).nodeBoxes
    #expect(boxes[0].width < 40)
    #expect(boxes[12].width > 60)
  }
}
