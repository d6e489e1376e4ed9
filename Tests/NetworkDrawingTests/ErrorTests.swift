import NetworkDrawing
import Testing

@Suite("Errors of drawing")
struct ErrorTests {
  @Test("without plugins the error names the packages")
  func missingPlugins() async {
    do {
      _ = try await DrawingProbe.renderWithoutPlugins(Samples.small)
      Issue.record("drawn without plugins")
    } catch {
      guard case .pluginMissing = error else {
        Issue.record("\(error)")
        return
      }
      #expect(error.description.contains("apt-get install graphviz"))
      #expect(error.description.contains("brew install graphviz"))
    }
  }

  @Test("a label that is not well-formed is an error, though gvLayout says it is fine")
  func brokenMarkup() async throws {
    let fine = try await DrawingProbe.render(markup: "<B>a</B>")
    #expect(SVGDocument(fine) != nil)
    await #expect(throws: DrawingError.self) {
      try await DrawingProbe.render(markup: "<B>a</I>")
    }
  }

  @Test("an edge to nowhere, a node twice")
  func wrongDiagrams() async {
    let node = Diagram.Node(id: "a")
    let astray = Diagram(nodes: [node], edges: [Diagram.Edge(source: "a", target: "b")])
    await #expect(throws: DrawingError.unknownNode(id: "b", edge: 0)) {
      try await astray.render(as: .svg)
    }
    await #expect(throws: DrawingError.duplicateNode(id: "a")) {
      try await Diagram(nodes: [node, node], edges: []).render(as: .svg)
    }
  }

  @Test("limits say which engine takes more")
  func limits() async {
    let cases: [(Int, LayoutEngine, PictureFormat, String)] = [
      (1001, .neato, .svg, "force"), (101, .circo, .svg, "force"),
      (20_001, .automatic, .pdf, "write SVG"), (250_001, .automatic, .svg, "part of the network"),
    ]
    for (count, engine, format, advice) in cases {
      do {
        _ = try await Samples.chain(count).render(as: format, engine: engine)
        Issue.record("\(count) nodes drawn by \(engine)")
      } catch {
        #expect(error.description.contains(advice), "\(error)")
      }
    }
  }

  @Test("a chain of 20,000 nodes keeps all edges in Graphviz")
  func longChain() async throws {
    let counts = try await DrawingProbe.counts(of: Samples.chain(20_000))
    #expect(counts == (20_000, 19_999))
  }
}
