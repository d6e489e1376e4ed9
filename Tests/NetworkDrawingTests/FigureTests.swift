import NetworkDrawing
import Testing

@Suite("Figures of panels")
struct FigureTests {
  /// Three times of an invented group: b comes at the second, c leaves at the third.
  private static let times: DiagramFigure = {
    func panel(_ title: String, _ ids: [String]) -> DiagramFigure.Panel {
      let nodes = ids.map { Diagram.Node(id: $0, kind: $0 == "g" ? "group" : "firm") }
      let edges = ids.dropFirst().map { Diagram.Edge(source: $0, target: "g", kind: "membership") }
      return DiagramFigure.Panel(title: title, diagram: Diagram(nodes: nodes, edges: edges))
    }
    return DiagramFigure(
      panels: [
        panel("1983", ["g", "a", "c"]), panel("1989", ["g", "a", "b", "c"]),
        panel("1994", ["g", "a", "b"]),
      ], caption: Diagram.Caption(title: "Invented"))
  }()

  @Test("an actor has one place in all panels, and a ghost keeps it")
  func onePlace() async throws {
    let picture = try await Self.times.render(as: .svg)
    // Four nodes a panel: g, a, c, b.
    #expect(picture.nodeBoxes.count == 12)
    let panels = (0..<3).map { Array(picture.nodeBoxes[(4 * $0)..<(4 * $0 + 4)]) }
    for panel in panels {
      for node in 1..<4 {
        #expect(abs((panel[node].x - panel[0].x) - (panels[0][node].x - panels[0][0].x)) < 0.02)
        #expect(abs((panel[node].y - panel[0].y) - (panels[0][node].y - panels[0][0].y)) < 0.02)
      }
    }
    let document = try #require(SVGDocument(picture.bytes))
    let ghosts = document.groups.filter { $0.classes.contains("ghost") }.map(\.id)
    #expect(Set(ghosts) == ["panel1-node-b", "panel3-node-c"])
  }

  @Test("one legend, one title a panel, and ids that differ")
  func oneLegend() async throws {
    let document = try #require(SVGDocument(try await Self.times.render(as: .svg).bytes))
    for title in ["1983", "1989", "1994", "Invented", "firm", "membership", "grey = not there"] {
      #expect(document.texts.count { $0 == title } == 1, "\(title) in \(document.texts)")
    }
    let ids = document.groups.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(document.titles.contains("b (firm, not there)"))
  }

  @Test("no node of one panel overlaps one of any")
  func noOverlap() async throws {
    for sharesPlaces in [true, false] {
      var figure = Self.times
      figure.sharesPlaces = sharesPlaces
      let boxes = try await figure.render(as: .svg).nodeBoxes
      #expect(boxes.count == (sharesPlaces ? 12 : 10))
      for (index, box) in boxes.enumerated() {
        #expect(!boxes[(index + 1)...].contains { $0.overlaps(box) })
      }
    }
  }

  /// A hub of an invented group with many long names.
  private static func crowd(_ names: [String]) -> Diagram {
    Diagram(
      nodes: [Diagram.Node(id: "hub", label: "The meeting of all of them", kind: "group")]
        + names.map { Diagram.Node(id: $0, label: $0, kind: "association") },
      edges: names.map { Diagram.Edge(source: "hub", target: $0, kind: "membership") })
  }

  private static func figure(_ names: [String], panels: Int) -> DiagramFigure {
    var figure = DiagramFigure(
      panels: (0..<panels).map { .init(title: "time \($0)", diagram: crowd(names)) },
      caption: Diagram.Caption(title: "Invented"))
    // Who is absent at the first time.
    figure.panels[0].diagram = crowd(Array(names.dropLast(5)))
    return figure
  }

  @Test("on paper no text of panels is smaller than 7 points", arguments: [2, 3, 4, 6, 8])
  func legible(_ panels: Int) async throws {
    let names = (0..<24).map { "Association number \($0)" }
    let picture = try await Self.figure(names, panels: panels).render(as: .svg)
    let document = try #require(SVGDocument(picture.bytes))
    let least = document.textPlaces.map(\.size).min() ?? 0
    #expect(abs(least - picture.smallestText) < 0.02)
    #expect(picture.smallestText(atPageWidth: 785) >= 7)
    for (index, box) in picture.nodeBoxes.enumerated() {
      #expect(!picture.nodeBoxes[(index + 1)...].contains { $0.overlaps(box) })
    }
  }

  @Test("names that do not fit become numbers, which the legend explains; ghosts have none")
  func numbers() async throws {
    let names = (0..<40).map { "Association number \($0)" }
    let document = try #require(
      SVGDocument(try await Self.figure(names, panels: 6).render(as: .svg).bytes))
    let texts = document.texts.joined(separator: " ")
    for name in names { #expect(texts.contains(name), "\(name)") }
    for number in 1...41 {
      // In each panel but for those absent from the first.
      let count = document.texts.count { $0 == "\(number)" }
      #expect(count == 6 || count == 5, "\(number)")
    }
    #expect(document.titles.contains("Association number 3 (association)"))
    #expect(document.titles.contains("Association number 39 (association, not there)"))
  }

  @Test("where actors are called by numbers, letters stand for the others")
  func letters() async throws {
    let names = (0..<40).map { $0 < 20 ? "\($0)" : "Association number \($0)" }
    let document = try #require(
      SVGDocument(try await Self.figure(names, panels: 6).render(as: .svg).bytes))
    for number in 0..<20 { #expect(document.texts.count { $0 == "\(number)" } == 6) }
    for letter in ["a", "b", "t"] { #expect(document.texts.count { $0 == letter } >= 5) }
  }

  @Test("what fits is named")
  func named() async throws {
    let names = (0..<8).map { "Association \($0)" }
    let document = try #require(
      SVGDocument(try await Self.figure(names, panels: 2).render(as: .svg).bytes))
    #expect(document.texts.count { $0 == "Association 2" } == 2)
    #expect(document.texts.allSatisfy { $0 != "1" })
  }

  @Test("two stand side by side, nothing and one node are drawn", arguments: PictureFormat.allCases)
  func degenerate(_ format: PictureFormat) async throws {
    let empty = Diagram(nodes: [], edges: [])
    let single = Diagram(nodes: [Diagram.Node(id: "a")], edges: [])
    for diagrams in [[], [empty], [empty, empty], [single, empty], [single, single]] {
      let figure = DiagramFigure(
        panels: diagrams.map { .init(title: "t", diagram: $0) }, caption: Diagram.Caption())
      let picture = try await figure.render(as: format)
      #expect(!picture.bytes.isEmpty)
      if diagrams.count == 2, picture.nodeBoxes.count == 2 {
        #expect(picture.nodeBoxes[0].x < picture.nodeBoxes[1].x)
      }
    }
  }

  @Test("two modes stand in two columns, in an order with few crossings")
  func twoModes() async throws {
    // A ladder: without an order of its own it would cross.
    let count = 6
    var diagram = Diagram(
      nodes: (0..<count).map { Diagram.Node(id: "p\($0)", kind: "person") }
        + (0..<count).reversed().map { Diagram.Node(id: "e\($0)", kind: "event") },
      edges: (0..<count).map { Diagram.Edge(source: "p\($0)", target: "e\($0)") })
    diagram.arrangement = .twoModes
    let boxes = try await diagram.render(as: .svg).nodeBoxes
    let (people, events) = (boxes[..<count], boxes[count...])
    #expect(people.map(\.x).max() ?? 0 < events.map(\.x).min() ?? 0)
    let ranks = events.reversed().map { event in people.count { $0.y < event.y - 20 } }
    #expect(ranks == ranks.sorted())
  }

  @Test("clusters have fields that do not overlap")
  func clusters() async throws {
    var diagram = Samples.association
    let kinds = Array(Set(diagram.nodes.map(\.kind))).sorted()
    diagram.clusters = kinds
    diagram.arrangement = .clusters
    for index in diagram.nodes.indices {
      diagram.nodes[index].cluster = kinds.firstIndex(of: diagram.nodes[index].kind)
    }
    let picture = try await diagram.render(as: .svg)
    func bounds(_ kind: String) -> (left: Double, right: Double, top: Double, bottom: Double) {
      let boxes = zip(diagram.nodes, picture.nodeBoxes).filter { $0.0.kind == kind }.map(\.1)
      return (
        boxes.map { $0.x - $0.width / 2 }.min() ?? 0, boxes.map { $0.x + $0.width / 2 }.max() ?? 0,
        boxes.map { $0.y - $0.height / 2 }.min() ?? 0,
        boxes.map { $0.y + $0.height / 2 }.max() ?? 0
      )
    }
    let all = kinds.map(bounds)
    for (index, one) in all.enumerated() {
      for other in all[(index + 1)...] {
        #expect(
          one.right < other.left || other.right < one.left || one.bottom < other.top
            || other.bottom < one.top)
      }
    }
    let document = try #require(SVGDocument(picture.bytes))
    for kind in kinds { #expect(document.texts.contains(kind)) }
  }
}
