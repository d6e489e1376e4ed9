import Foundation
import GraphStructure
import NetworkDrawing
import Testing

@Suite("Marks without ties")
struct LargeMarksTests {
  @Test(
    "three hundred nodes without ties are drawn in every format", arguments: PictureFormat.allCases)
  func marks(_ format: PictureFormat) async throws {
    let picture = try await LargeNetworks.diagram(301, []).render(as: format, scale: 0.5)
    #expect(picture.nodeBoxes.count == 301)
    if format == .svg { #expect(SVGDocument(picture.bytes) != nil) }
  }
}

/// A layout of hundreds of nodes takes ten seconds where the code is not optimised.
@Suite("Drawing many nodes", .enabled(if: !_isDebugAssertConfiguration()))
struct LargeDrawingTests {
  private let caves = LargeNetworks.caves(20, of: 16)

  @Test("the same bytes on any number of threads", arguments: [2, 3, 8])
  func threads(_ threads: Int) async throws {
    let one = try await caves.render(as: .svg, execution: Execution(threads: 1))
    let several = try await caves.render(as: .svg, execution: Execution(threads: threads))
    #expect(one.bytes == several.bytes)
    let pixels = try await caves.render(as: .png, scale: 1, execution: Execution(threads: 1))
    let again = try await caves.render(as: .png, scale: 1, execution: Execution(threads: threads))
    #expect(pixels.bytes == again.bytes)
  }

  @Test("groups come apart, and no mark lies on another")
  func groups() async throws {
    let picture = try await caves.render(as: .svg)
    #expect(picture.engine == .force)
    #expect(picture.choice.reason == .many)
    let boxes = picture.nodeBoxes
    var (inner, outer) = ((sum: 0.0, count: 0.0), (sum: 0.0, count: 0.0))
    for one in boxes.indices {
      for other in (one + 1)..<boxes.count {
        let (dx, dy) = (boxes[one].x - boxes[other].x, boxes[one].y - boxes[other].y)
        let distance = (dx * dx + dy * dy).squareRoot()
        #expect(distance > 0.99 * (boxes[one].width + boxes[other].width) / 2)
        if one / 16 == other / 16 {
          inner = (inner.sum + distance, inner.count + 1)
        } else {
          outer = (outer.sum + distance, outer.count + 1)
        }
      }
    }
    #expect(inner.sum / inner.count < 0.25 * outer.sum / outer.count)
    #expect(try picture.quality(of: caves).nodeOverlaps == 0)
  }

  @Test("an SVG names every node, and its parts stay within the picture")
  func document() async throws {
    let picture = try await caves.render(as: .svg)
    let document = try #require(SVGDocument(picture.bytes))
    for index in caves.nodes.indices {
      #expect(document.titles.contains { $0.hasPrefix("Node \(index)") })
    }
    #expect(document.texts.contains("Invented"))
    for box in picture.nodeBoxes {
      #expect(box.x - box.width / 2 > 0 && box.x + box.width / 2 < picture.width)
      #expect(box.y - box.height / 2 > 0 && box.y + box.height / 2 < picture.height)
    }
  }

  @Test("above six thousand edges lines share paths, and the document is still one")
  func manyEdges() async throws {
    var diagram = caves
    for index in 0..<6000 {
      diagram.edges.append(
        Diagram.Edge(source: "\(index * 7 % 320)", target: "\(index * 11 % 320)"))
    }
    let picture = try await diagram.render(as: .svg)
    #expect(SVGDocument(picture.bytes) != nil)
    #expect(picture.bytes.count < 600_000)
  }

  @Test("every format draws, hostile labels too")
  func hostile() async throws {
    var diagram = caves
    for (index, text) in Samples.hostile.enumerated() {
      diagram.nodes[index].label = text
      diagram.nodes[index].size = 2 + Double(index)
      diagram.nodes[index].link = "javascript:alert(1)"
    }
    for format in PictureFormat.allCases {
      let picture = try await diagram.render(as: format, scale: 1)
      #expect(!picture.bytes.isEmpty)
      guard format == .svg else { continue }
      let document = try #require(SVGDocument(picture.bytes))
      #expect(!document.elements.contains("script"))
      #expect(!document.elements.contains("a"))
    }
  }

  @Test("a PDF is as large as the SVG: the network lies under its names")
  func pdf() async throws {
    let svg = try await caves.render(as: .svg)
    let text = String(decoding: try await caves.render(as: .pdf).bytes, as: Unicode.ASCII.self)
    let box = try #require(text.range(of: "/MediaBox [ ")).upperBound
    let numbers = text[box...].prefix { $0 != "]" }.split(separator: " ").compactMap { Double($0) }
    #expect(numbers.count == 4)
    #expect(abs(numbers[2] - svg.width) <= 4, "\(numbers) \(svg.width)")
    #expect(abs(numbers[3] - svg.height) <= 4, "\(numbers) \(svg.height)")
  }

  @Test("few nodes on long ways do not take the page from the others")
  func outliers() async throws {
    var edges = LargeNetworks.caves(100, of: 12).edges.map { (Int($0.source)!, Int($0.target)!) }
    // Ten ways of eight steps lead out of the first groups.
    var next = 1200
    for way in 0..<10 {
      var last = 12 * way
      for _ in 0..<8 {
        edges.append((last, next))
        (last, next) = (next, next + 1)
      }
    }
    let boxes = try await LargeNetworks.diagram(next, edges).render(as: .svg).nodeBoxes
    func width(_ boxes: ArraySlice<DiagramBox>) -> Double {
      (boxes.map(\.x).max() ?? 0) - (boxes.map(\.x).min() ?? 0)
    }
    #expect(width(boxes[..<1200]) > 0.5 * width(boxes[...]))
  }

  @Test("a star, a path, loops, parallel edges and nodes without edges have places")
  func shapes() async throws {
    let count = 301
    let shapes: [[(Int, Int)]] = [
      [], (1..<count).map { (0, $0) }, (1..<count).map { ($0 - 1, $0) },
      (0..<count).map { ($0, $0) } + [(0, 1), (0, 1), (1, 0)],
      (0..<100).map { (3 * $0, 3 * $0 + 1) },
    ]
    for edges in shapes {
      let picture = try await LargeNetworks.diagram(count, edges).render(as: .svg)
      #expect(picture.nodeBoxes.count == count)
      #expect(picture.nodeBoxes.allSatisfy { $0.x.isFinite && $0.y.isFinite && $0.width > 0 })
      #expect(picture.width < 2500 && picture.height < 2500)
    }
  }

  @Test("small networks may be placed by force, too, without an overlap")
  func smallByForce() async throws {
    let picture = try await Samples.association.render(as: .svg, engine: .force)
    let boxes = picture.nodeBoxes
    for (index, box) in boxes.enumerated() {
      #expect(!boxes[(index + 1)...].contains { $0.overlaps(box) })
    }
  }

  @Test("the engine goes by size and form")
  func choices() async throws {
    func choice(_ diagram: Diagram) async throws -> LayoutChoice {
      try await diagram.render(as: .svg).choice
    }
    #expect(try await choice(Samples.small).engine == .neato)
    var tree = LargeNetworks.diagram(15, (1..<15).map { (($0 - 1) / 2, $0) })
    #expect(try await choice(tree).reason == .few)
    for index in tree.edges.indices { tree.edges[index].isDirected = true }
    #expect(try await choice(tree).engine == .dot)
    #expect(try await choice(tree).reason == .hierarchy)
    // A way back makes it no hierarchy.
    tree.edges.append(Diagram.Edge(source: "14", target: "0", isDirected: true))
    #expect(try await choice(tree).reason == .few)
    let large = LargeNetworks.diagram(150, (1..<150).map { (($0 - 1) / 2, $0) })
    #expect(try await choice(large).reason == .tree)
  }
}
