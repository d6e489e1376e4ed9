import NetworkDrawing
import Testing

@Suite("Rendering")
struct RenderTests {
  @Test("four tasks draw at once, and the same bytes each time")
  func concurrentRenders() async throws {
    let expected = try await Samples.small.render(as: .svg).bytes
    let count = _isDebugAssertConfiguration() ? 50 : 200
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          var equal = 0
          for _ in 0..<count {
            if try await Samples.small.render(as: .svg).bytes == expected { equal += 1 }
          }
          return equal
        }
      }
      for try await equal in group { #expect(equal == count) }
    }
  }

  @Test("a synchronous caller gets the same picture", arguments: PictureFormat.allCases)
  func blockingRender(_ format: PictureFormat) async throws {
    let waited = try Samples.small.renderAndWait(as: format)
    let awaited = try await Samples.small.render(as: format)
    #expect(waited.bytes == awaited.bytes)
  }

  /// fdp begins where the last layout of the process left the random numbers; the tool starts a
  /// process for it.
  @Test(
    "every engine draws twice the same",
    arguments: LayoutEngine.allCases.filter { $0 != .fdp })
  func engines(_ engine: LayoutEngine) async throws {
    let one = try await Samples.association.render(as: .svg, engine: engine)
    let two = try await Samples.association.render(as: .svg, engine: engine)
    #expect(one.bytes == two.bytes)
    #expect(one.nodeBoxes.count == 45)
    #expect(SVGDocument(one.bytes) != nil)
  }

  @Test("no two nodes overlap, and the view box holds them all")
  func layout() async throws {
    let picture = try await Samples.association.render(as: .svg)
    let boxes = picture.nodeBoxes
    for (index, box) in boxes.enumerated() {
      #expect(!boxes[(index + 1)...].contains { $0.overlaps(box) })
      #expect(box.x - box.width / 2 > 0 && box.x + box.width / 2 < picture.width)
      #expect(box.y - box.height / 2 > 0 && box.y + box.height / 2 < picture.height)
    }
    let document = try #require(SVGDocument(picture.bytes))
    #expect(document.viewBox.count == 4)
    #expect(abs(document.viewBox[2] - picture.width) < 1)
    #expect(abs(document.viewBox[3] - picture.height) < 1)
  }

  @Test("a PNG has 144 pixels to the inch")
  func pixels() async throws {
    let picture = try await Samples.small.render(as: .png)
    #expect(picture.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    func number(_ range: Range<Int>) -> Int {
      picture.bytes[range].reduce(0) { $0 << 8 | Int($1) }
    }
    #expect(abs(Double(number(16..<20)) - 2 * picture.width) <= 4)
    #expect(abs(Double(number(20..<24)) - 2 * picture.height) <= 4)
  }

  @Test("graphs of no node, one node, a loop and parallel edges are drawn")
  func degenerate() async throws {
    let none = Diagram(nodes: [], edges: [], caption: Diagram.Caption(title: "Empty"))
    let single = Diagram(nodes: [Diagram.Node(id: "a")], edges: [])
    let loops = Diagram(
      nodes: [Diagram.Node(id: "a"), Diagram.Node(id: "b"), Diagram.Node(id: "c")],
      edges: ["a", "a", "b", "b", "b"].map {
        Diagram.Edge(source: "a", target: $0, isDirected: true)
      })
    for diagram in [none, single, loops, Diagram(nodes: [], edges: [])] {
      for format in PictureFormat.allCases {
        let picture = try await diagram.render(as: format)
        #expect(picture.nodeBoxes.count == diagram.nodes.count)
        if format == .svg { #expect(SVGDocument(picture.bytes) != nil) }
      }
    }
  }

  @Test("forty components and two hundred isolated nodes are packed")
  func components() async throws {
    let nodes = (0..<200).map { Diagram.Node(id: "\($0)") }
    let edges = (0..<40).map { Diagram.Edge(source: "\(2 * $0)", target: "\(2 * $0 + 1)") }
    let picture = try await Diagram(nodes: nodes, edges: edges).render(as: .svg)
    let boxes = picture.nodeBoxes
    #expect(boxes.indices.allSatisfy { i in !boxes[(i + 1)...].contains { $0.overlaps(boxes[i]) } })
    #expect(picture.width < 3000 && picture.height < 3000)
    // Nodes without an edge stand below all others.
    let lowest = boxes[..<80].map(\.y).max() ?? 0
    #expect(boxes[80...].allSatisfy { $0.y > lowest })
  }

  @Test("no edge of the sample passes over a node that is not its end")
  func clearEdges() async throws {
    let picture = try await Samples.association.render(as: .svg)
    let document = try #require(SVGDocument(picture.bytes))
    #expect(document.paths.count >= Samples.association.edges.count)
    for edge in Samples.association.edges {
      let points = try #require(document.paths["edge-\(edge.source)-\(edge.target)-\(edge.kind)"])
      for (node, box) in zip(Samples.association.nodes, picture.nodeBoxes)
      where node.id != edge.source && node.id != edge.target {
        // SVG paths count from the lower left margin.
        let isHit = points.contains { point in
          abs(point.x + 18 - box.x) < 0.3 * box.width
            && abs(point.y + picture.height - 18 - box.y) < 0.3 * box.height
        }
        #expect(!isHit, "\(edge) over \(node.id)")
      }
    }
  }
}
