import NetworkDrawing
import Testing

@Suite("Names in large pictures", .enabled(if: !_isDebugAssertConfiguration()))
struct LargeNamesTests {
  /// A hub that everybody knows, and three that a third knows.
  private static let hubs: Diagram = {
    let count = 400
    var edges = (1..<count).map { (0, $0) }
    for hub in 1...3 {
      for node in stride(from: hub + 3, to: count, by: 3) { edges.append((hub, node)) }
    }
    for node in 4..<count { edges.append((node, 4 + (node * 7) % (count - 4))) }
    return LargeNetworks.diagram(count, edges)
  }()

  @Test("the hubs are named, in letters of 7 points or more, and names cover no mark and no name")
  func names() async throws {
    let picture = try await Self.hubs.render(as: .svg)
    #expect(picture.smallestText(atPageWidth: 785) >= 7)
    let document = try #require(SVGDocument(picture.bytes))
    let names = document.textPlaces.filter { $0.text.hasPrefix("Node ") }
    for hub in 0...3 { #expect(names.contains { $0.text == "Node \(hub)" }) }
    // Texts begin at their places, on their lines, and count from the lower left margin.
    let boxes = names.map { name in
      let width = 0.5 * name.size * Double(name.text.count)
      return DiagramBox(
        x: name.x + 18 + width / 2, y: name.y + picture.height - 18 - 0.35 * name.size,
        width: width, height: 0.7 * name.size)
    }
    for (index, box) in boxes.enumerated() {
      #expect(!picture.nodeBoxes.contains { $0.overlaps(box) }, "\(names[index].text)")
      #expect(!boxes[(index + 1)...].contains { $0.overlaps(box) }, "\(names[index].text)")
    }
    // Nor do marks that made way lie on each other.
    #expect(try picture.quality(of: Self.hubs).nodeOverlaps == 0)
  }
}
