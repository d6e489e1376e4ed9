import Foundation
import NetworkDrawing
import Testing

@Suite("Formats")
struct FormatTests {
  @Test("a PDF is one page as large as the picture, the same bytes each time")
  func pdf() async throws {
    let one = try await Samples.small.render(as: .pdf)
    try await Task.sleep(for: .milliseconds(1100))
    let two = try await Samples.small.render(as: .pdf)
    #expect(one.bytes == two.bytes)
    let text = String(decoding: one.bytes, as: Unicode.ASCII.self)
    #expect(text.hasPrefix("%PDF-"))
    let box = try #require(text.range(of: "/MediaBox [ ")).upperBound
    let numbers = text[box...].prefix { $0 != "]" }.split(separator: " ").compactMap { Double($0) }
    #expect(numbers.count == 4)
    #expect(abs(numbers[2] - one.width) <= 1.5, "\(numbers) \(one.width)")
    #expect(abs(numbers[3] - one.height) <= 1.5, "\(numbers) \(one.height)")
  }

  @Test("a PNG has as many pixels as its scale says", arguments: [0.5, 1, 3])
  func scale(_ scale: Double) async throws {
    let picture = try await Samples.small.render(as: .png, scale: scale)
    let width = picture.bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
    #expect(abs(Double(width) - scale * picture.width) <= 2 * scale + 1)
  }

  @Test("absurd scales are bounded")
  func absurdScale() async throws {
    for scale in [0, -1, .nan, 1e9] {
      let picture = try await Samples.small.render(as: .png, scale: scale)
      #expect(picture.bytes.count > 100)
    }
  }

  @Test("outlines have no text, but a title and a description")
  func outline() async throws {
    let picture = try await Samples.small.render(as: .svg, isOutlined: true)
    let document = try #require(SVGDocument(picture.bytes))
    #expect(document.texts.isEmpty)
    #expect(document.titles == ["Invented"])
    #expect(document.descriptions.first?.hasPrefix("3 nodes, 2 edges.") == true)
    #expect(document.viewBox.count == 4)
    #expect(abs(document.viewBox[2] - picture.width) < 2)
  }

  @Test("ids come from the actors, classes from what they are")
  func names() async throws {
    var diagram = Samples.small
    diagram.nodes[0].paint = .category(2)
    diagram.nodes[1].emphasis = .strong
    let document = try #require(SVGDocument(try await diagram.render(as: .svg).bytes))
    let classes = Dictionary(uniqueKeysWithValues: document.groups.map { ($0.id, $0.classes) })
    #expect(classes["node-a"] == ["node", "kind-firm", "category-3"])
    #expect(classes["node-b"] == ["node", "kind-group", "strong"])
    #expect(classes["edge-c-b-office"] == ["edge", "kind-office", "ended"])
    // Another node before them changes nothing.
    diagram.nodes.insert(Diagram.Node(id: "0"), at: 0)
    let more = try #require(SVGDocument(try await diagram.render(as: .svg).bytes))
    let parts = classes.keys.filter { !$0.hasPrefix("legend") }
    #expect(Set(parts).isSubset(of: more.groups.map(\.id)))
  }

  @Test("ids of hostile actors differ and hold letters, digits, - _ . only")
  func hostileNames() async throws {
    let nodes = Samples.hostile.enumerated().map { index, text in
      Diagram.Node(id: text + (text.isEmpty ? "" : "\(index)"), kind: text)
    }
    let edges = nodes.flatMap { node in
      [0, 1].map { _ in Diagram.Edge(source: nodes[0].id, target: node.id, kind: node.id) }
    }
    let picture = try await Diagram(nodes: nodes, edges: edges).render(as: .svg, engine: .sfdp)
    let document = try #require(SVGDocument(picture.bytes))
    let ids = document.groups.map(\.id)
    #expect(Set(ids).count == ids.count)
    let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")
    for (id, classes) in document.groups {
      #expect(([id] + classes).allSatisfy { $0.allSatisfy(allowed.contains) })
    }
  }

  @Test("links are http, https or mailto, and cannot leave their attribute")
  func links() async throws {
    let good = [
      "https://example.org/a?b=1&c=2", "http://example.org", "mailto:a@example.org",
      "HTTPS://EXAMPLE.ORG/",
    ]
    let bad = [
      "javascript:alert(1)", " javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x",
      "file:///etc/passwd", "//example.org", "vbscript:x", "https:alert", "\u{1}javascript:x",
    ]
    let tricky = "https://example.org/\"onx=\"1<script>'\u{1}\n交"
    let nodes = (good + bad + [tricky]).map { link in
      var node = Diagram.Node(id: link)
      node.link = link
      return node
    }
    let document = try #require(
      SVGDocument(try await Diagram(nodes: nodes, edges: []).render(as: .svg).bytes))
    #expect(
      document.links == good + ["https://example.org/%22onx=%221%3Cscript%3E%27%01%0A%E4%BA%A4"])
    #expect(!document.attributes.contains { $0.lowercased().hasPrefix("on") })
    #expect(!document.elements.contains("script"))
  }
}
