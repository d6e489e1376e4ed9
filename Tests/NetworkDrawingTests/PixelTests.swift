import NetworkDrawing
import Testing

/// A PNG read by libpng, beside what the SVG of the same diagram says is where.
@Suite("Pixels of pictures")
struct PixelTests {
  /// A picture in pixels.
  private struct Pixels {
    let width: Int
    let height: Int
    let rgba: [UInt8]

    init(_ picture: Picture) throws {
      let pixels = try #require(DrawingProbe.pixels(ofPNG: picture.bytes))
      (width, height, rgba) = (pixels.width, pixels.height, pixels.rgba)
    }

    func color(_ x: Int, _ y: Int) -> Color {
      let place = 4 * (y * width + x)
      return Color(
        UInt32(rgba[place]) << 16 | UInt32(rgba[place + 1]) << 8 | UInt32(rgba[place + 2]))
    }

    /// The share of the pixels of a rectangle that have a colour, with a little leeway.
    func share(
      of color: Color, x: ClosedRange<Double>, y: ClosedRange<Double>
    ) -> Double {
      let columns = max(0, Int(x.lowerBound))...min(width - 1, max(0, Int(x.upperBound)))
      let rows = max(0, Int(y.lowerBound))...min(height - 1, max(0, Int(y.upperBound)))
      var count = 0
      for row in rows {
        for column in columns where distance(self.color(column, row), color) <= 12 { count += 1 }
      }
      return Double(count) / Double(columns.count * rows.count)
    }

    private func distance(_ one: Color, _ other: Color) -> Int {
      let pairs = [(one.red, other.red), (one.green, other.green), (one.blue, other.blue)]
      return pairs.map { abs(Int($0.0) - Int($0.1)) }.max() ?? 0
    }
  }

  @Test(
    "size, colours, and ink where the SVG has something and nowhere else",
    arguments: DiagramStyle.Theme.allCases, 1...(_isDebugAssertConfiguration() ? 1 : 2))
  func sample(_ theme: DiagramStyle.Theme, _ pixelsAPoint: Int) async throws {
    let scale = Double(pixelsAPoint)
    var diagram = Samples.association
    diagram.style = DiagramStyle(theme)
    let picture = try await diagram.render(as: .png, scale: scale)
    let svg = try await diagram.render(as: .svg)
    let document = try #require(SVGDocument(svg.bytes))
    let pixels = try Pixels(picture)
    #expect(abs(Double(pixels.width) - scale * svg.width) <= 0.02 * scale * svg.width)
    #expect(abs(Double(pixels.height) - scale * svg.height) <= 0.02 * scale * svg.height)
    // All opaque, but for a last column of which the picture covers a part.
    let clear = stride(from: 3, to: pixels.rgba.count, by: 4).count { pixels.rgba[$0] != 255 }
    #expect(clear <= pixels.width + pixels.height)

    // Every node is filled with its colour.
    for (node, box) in zip(diagram.nodes, picture.nodeBoxes) where !node.isEnded {
      let share = pixels.share(
        of: diagram.style.look(of: node).fill,
        x: scale * (box.x - 0.3 * box.width)...scale * (box.x + 0.3 * box.width),
        y: scale * (box.y - 0.3 * box.height)...scale * (box.y + 0.3 * box.height))
      #expect(share > 0.15, "\(node.id): \(share)")
    }

    // Cells of 24 points above the caption: those in which nothing lies are blank.
    let title = try #require(document.textPlaces.first { $0.text == diagram.caption.title })
    let end = title.y + svg.height - 18 - 2 * title.size
    var boxes = picture.nodeBoxes
    for (_, points) in document.paths {
      for point in points {
        boxes.append(
          DiagramBox(x: point.x + 18, y: point.y + svg.height - 18, width: 4, height: 4))
      }
    }
    let side = 24.0
    var (blank, inked) = (0, 0)
    for row in 0..<Int(end / side) {
      for column in 0..<Int(picture.width / side) {
        let cell = DiagramBox(
          x: (Double(column) + 0.5) * side, y: (Double(row) + 0.5) * side, width: side,
          height: side)
        let ground = pixels.share(
          of: diagram.style.background,
          x: scale * (cell.x - side / 2)...(scale * (cell.x + side / 2) - 1),
          y: scale * (cell.y - side / 2)...(scale * (cell.y + side / 2) - 1))
        var wide = cell
        (wide.width, wide.height) = (side + 8, side + 8)
        if !boxes.contains(where: { $0.overlaps(wide) }) {
          blank += 1
          #expect(ground == 1, "\(column), \(row)")
        } else if picture.nodeBoxes.contains(where: { node in
          abs(node.x - cell.x) < node.width / 4 && abs(node.y - cell.y) < node.height / 4
        }) {
          inked += 1
          #expect(ground < 0.9 || theme == .print, "\(column), \(row)")
        }
      }
    }
    #expect(blank > 100 && inked > 30, "\(blank) \(inked)")
  }

  @Test("marks of a large picture are where the SVG has them, in their colours")
  func marks() async throws {
    let count = 301
    var diagram = LargeNetworks.diagram(count, [])
    for index in diagram.nodes.indices {
      diagram.nodes[index].paint = .category(index % 8)
      diagram.nodes[index].kind = index % 2 == 0 ? "firm" : "university"
    }
    for theme in DiagramStyle.Theme.allCases {
      diagram.style = DiagramStyle(theme)
      let picture = try await diagram.render(as: .png, scale: 2)
      let svg = try await diagram.render(as: .svg)
      let pixels = try Pixels(picture)
      #expect(pixels.color(1, 1) == diagram.style.background)
      for (index, box) in picture.nodeBoxes.enumerated() {
        #expect(abs(box.x - svg.nodeBoxes[index].x) < 1)
        let look = diagram.style.categories[index % 8]
        // Beside the middle, where a ring has its hole.
        let place = box.x + 0.39 * box.width
        let share = pixels.share(
          of: look.mark ?? look.line, x: (2 * place - 0.6)...(2 * place + 0.6),
          y: (2 * box.y - 0.6)...(2 * box.y + 0.6))
        #expect(share > 0.4, "\(theme) \(index) \(share)")
        let hole = pixels.color(Int(2 * box.x), Int(2 * box.y))
        #expect((hole == diagram.style.background) == (look.stripes != nil), "\(index)")
      }
    }
  }

  @Test("what is no PNG is none")
  func broken() async throws {
    let bytes = try await Samples.small.render(as: .png).bytes
    #expect(DrawingProbe.pixels(ofPNG: Array(bytes.prefix(bytes.count / 2))) == nil)
    #expect(DrawingProbe.pixels(ofPNG: []) == nil)
  }
}
