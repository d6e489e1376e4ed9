/// A page of lines, areas and text, which can be written as SVG and as PNG.
struct ChartPage: Sendable {
  /// What is drawn, in the order of drawing; y counts downwards.
  enum Mark: Sendable {
    case line([(x: Double, y: Double)], Color, width: Double, isDashed: Bool)
    case rule(from: (x: Double, y: Double), to: (x: Double, y: Double), Color)
    case area([(x: Double, y: Double)], Color)
    /// A box whose colour goes from one at its left to another at its right.
    case fade(DiagramBox, from: Color, to: Color)
    case dot(x: Double, y: Double, radius: Double, Color)
    case text(String, x: Double, y: Double, size: Double, Color, Anchor, isBold: Bool)
  }

  /// Which part of a text stands at its place.
  enum Anchor: String, Sendable {
    case start, middle, end
  }

  let width: Double
  let background: Color
  var height = 0.0
  var title = ""
  var description = ""
  var languageCode = ""
  private(set) var marks: [Mark] = []

  init(width: Double, background: Color) {
    self.width = width
    self.background = background
  }

  mutating func add(_ mark: Mark) { marks.append(mark) }

  // MARK: SVG

  /// The page as a document.
  var svg: String {
    let size = "\(SafeText.number(width)) \(SafeText.number(height))"
    return """
      <?xml version="1.0" encoding="UTF-8" standalone="no"?>
      <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 \(size)" \
      width="\(SafeText.number(width))" height="\(SafeText.number(height))" \
      xml:lang="\(SafeText.escaped(SafeText.line(languageCode)))" \
      font-family="\(Fonts.scalable)">
      <title>\(SafeText.escaped(SafeText.line(title, limit: 400)))</title>
      <desc>\(SafeText.escaped(SafeText.line(description, limit: 2000)))</desc>
      <rect width="100%" height="100%" fill="\(background.hexadecimal())"/>
      \(gradients)\(marks.map(Self.element).joined())</svg>

      """
  }

  /// The gradients of all fades, each once.
  private var gradients: String {
    var known: Set<String> = []
    var result = ""
    for case .fade(_, let from, let to) in marks where known.insert(Self.name(from, to)).inserted {
      result +=
        "<linearGradient id=\"\(Self.name(from, to))\"><stop offset=\"0\" stop-color=\""
        + "\(from.hexadecimal())\"/><stop offset=\"1\" stop-color=\"\(to.hexadecimal())\"/>"
        + "</linearGradient>\n"
    }
    return result.isEmpty ? "" : "<defs>\(result)</defs>\n"
  }

  private static func name(_ from: Color, _ to: Color) -> String {
    "fade-\(from.hexadecimal().dropFirst())-\(to.hexadecimal().dropFirst())"
  }

  private static func element(_ mark: Mark) -> String {
    switch mark {
    case .line(let points, let color, let width, let isDashed):
      "<path d=\"M\(path(points))\" fill=\"none\" stroke=\"\(color.hexadecimal())\""
        + " stroke-width=\"\(SafeText.number(width))\" stroke-linejoin=\"round\""
        + (isDashed ? " stroke-dasharray=\"4 3\"" : "") + "/>\n"
    case .rule(let from, let to, let color):
      "<path d=\"M\(SafeText.number(from.x)) \(SafeText.number(from.y))"
        + (from.y == to.y ? "H\(SafeText.number(to.x))" : "V\(SafeText.number(to.y))")
        + "\" stroke=\"\(color.hexadecimal())\"/>\n"
    case .fade(let box, let from, let to):
      "<rect x=\"\(SafeText.number(box.left))\" y=\"\(SafeText.number(box.bottom))\" width=\""
        + "\(SafeText.number(box.width))\" height=\"\(SafeText.number(box.height))\" fill=\"url(#"
        + "\(name(from, to)))\"/>\n"
    case .area(let points, let color):
      "<path d=\"M\(path(points))Z\" fill=\"\(color.hexadecimal())\"/>\n"
    case .dot(let x, let y, let radius, let color):
      "<circle cx=\"\(SafeText.number(x))\" cy=\"\(SafeText.number(y))\""
        + " r=\"\(SafeText.number(radius))\" fill=\"\(color.hexadecimal())\"/>\n"
    case .text(let text, let x, let y, let size, let color, let anchor, let isBold):
      "<text x=\"\(SafeText.number(x))\" y=\"\(SafeText.number(y))\""
        + " font-size=\"\(SafeText.number(size))\" fill=\"\(color.hexadecimal())\""
        + (anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\"")
        + (isBold ? " font-weight=\"bold\"" : "") + ">"
        + SafeText.escaped(SafeText.line(text, limit: 400)) + "</text>\n"
    }
  }

  private static func path(_ points: [(x: Double, y: Double)]) -> String {
    points.map { "\(SafeText.number($0.x)) \(SafeText.number($0.y))" }.joined(separator: "L")
  }

  // MARK: PNG

  /// The page as Graphviz paints it: the background of a graph that has nothing else.
  @DrawingLane func painted(
    as format: PictureFormat, scale: Double
  ) -> Result<[UInt8], DrawingError> {
    do throws(DrawingError) {
      let texts = marks.compactMap { mark in
        if case .text(let text, _, _, _, _, _, _) = mark { text } else { nil }
      }
      let font = Fonts.list(
        for: .png, texts: texts, language: languageCode == "ja" ? .japanese : .english)
      let family = font.split(separator: ",").first.map(String.init) ?? "sans-serif"
      var sheet = Sheet()
      sheet.graph = [
        Attribute(.background, background.hexadecimal()), Attribute(.padding, 0),
        Attribute(.splines, "none"),

        Attribute(.drawing, marks.map { drawn($0, family) }.joined(separator: " ")),
      ]
      if format == .pdf { sheet.graph.append(Attribute(.margin, "0")) }
      if format == .png { sheet.graph.append(Attribute(.resolution, 72 * scale)) }
      // Two points that are not seen keep the page's corners.
      sheet.nodes = [(0, 0), (width, height)].map { x, y in
        [
          Attribute(.shape, "point"), Attribute(.style, "invis"), Attribute(.label, ""),
          Attribute(.width, 0.001), Attribute(.height, 0.001), Attribute(.fixedSize, "true"),
          Attribute(.position, "\(SafeText.number(x)),\(SafeText.number(y))"),
        ]
      }
      var graph = try GraphvizGraph.building(sheet, in: .shared)
      try graph.layOut(with: "nop2")
      var bytes = try graph.render(as: format.rawValue)
      if format == .pdf { PDFDates.clear(&bytes) }
      return .success(bytes)
    } catch {
      return .failure(error)
    }
  }

  /// A mark in the language of xdot, where y counts upwards and a text has its length in bytes before
  /// it, so that nothing in it can end it.
  private func drawn(_ mark: Mark, _ family: String) -> String {
    func bytes(_ text: String) -> String { "\(text.utf8.count) -\(text)" }
    func pen(_ color: Color) -> String { "c \(bytes(color.hexadecimal()))" }
    func fill(_ color: Color) -> String { "C \(bytes(color.hexadecimal()))" }
    func place(_ x: Double, _ y: Double) -> String {
      "\(SafeText.number(x)) \(SafeText.number(height - y))"
    }
    switch mark {
    case .line(let points, let color, let width, let isDashed):
      let style = "setlinewidth(\(SafeText.number(width)))"
      return "S \(bytes(isDashed ? "dashed" : "solid")) S \(bytes(style)) \(pen(color)) "
        + "L \(points.count) " + points.map { place($0.x, $0.y) }.joined(separator: " ")
    case .rule(let from, let to, let color):
      return drawn(.line([from, to], color, width: 1, isDashed: false), family)
    case .fade(let box, let from, let to):
      // Graphviz is given a box a step of 3 points.
      let count = min(max(Int(box.width / 3), 4), 120)
      let step = box.width / Double(count)
      return (0..<count).map { number in
        let left = box.left + Double(number) * step
        let color = from.mixed(with: to, share: (Double(number) + 0.5) / Double(count))
        let corners = [
          (left, box.bottom), (left + step, box.bottom), (left + step, box.top), (left, box.top),
        ]
        return drawn(.area(corners.map { (x: $0.0, y: $0.1) }, color), family)
      }.joined(separator: " ")
    case .area(let points, let color):
      return "S \(bytes("setlinewidth(0.1)")) \(pen(color)) \(fill(color)) P \(points.count) "
        + points.map { place($0.x, $0.y) }.joined(separator: " ")
    case .dot(let x, let y, let radius, let color):
      let size = SafeText.number(radius)
      return "S \(bytes("setlinewidth(0.1)")) \(pen(color)) \(fill(color)) "
        + "E \(place(x, y)) \(size) \(size)"
    case .text(let text, let x, let y, let size, let color, let anchor, let isBold):
      let line = SafeText.line(text, limit: 400)
      let side = [Anchor.start: -1, .middle: 0, .end: 1][anchor] ?? -1
      // Graphviz sets text so much above the baseline that xdot gives.
      let width = SafeText.number(TextWidth.ems(line) * size)
      return "t \(isBold ? 1 : 0) F \(SafeText.number(size)) \(bytes(family)) \(pen(color)) "
        + "T \(place(x, y + 0.18 * size)) \(side) \(width) \(bytes(line))"
    }
  }
}
