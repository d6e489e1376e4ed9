/// A page that is filled from top to bottom: what all charts have in common.
struct ChartFlow {
  private(set) var page: ChartPage
  let style: ChartStyle

  /// How far the page is filled.
  var height = 16.0

  static let margin = 16.0

  /// Begins a page with its heading.
  init(width: Double = 720, title: String, notes: [String], style: ChartStyle, language: String) {
    page = ChartPage(width: width, background: style.background)
    self.style = style
    page.title = title
    page.languageCode = language
    addLines([title], size: 18, style.text, isBold: true)
    addLines(notes, size: 13, style.warning)
  }

  /// Ends a page with lines at its foot, and says in words what is on it.
  mutating func finish(foot: [String], describing parts: [String]) {
    height += 6
    addLines(foot, size: 11, style.faint)
    page.height = height + 10
    page.description = (parts + foot).map { SafeText.line($0, limit: 400) }
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// Adds lines of text from the left margin, broken to the width of the page.
  mutating func addLines(_ lines: [String], size: Double, _ color: Color, isBold: Bool = false) {
    for line in lines.map({ SafeText.line($0, limit: 600) }) where !line.isEmpty {
      // What is bold is wider.
      let width = (page.width - 2 * Self.margin) / size / (isBold ? 1.1 : 1)
      for part in LineBreaks.lines(of: line, width: width, limit: 8) {
        height += size * 1.35
        addText(part, at: (Self.margin, height), size: size, color, isBold: isBold)
      }
    }
  }

  mutating func addText(
    _ text: String, at place: (x: Double, y: Double), size: Double, _ color: Color,
    anchor: ChartPage.Anchor = .start, isBold: Bool = false
  ) {
    page.add(.text(text, x: place.x, y: place.y, size: size, color, anchor, isBold: isBold))
  }

  /// Adds a text that is cut where it would be wider than `width`.
  mutating func addText(
    _ text: String, at place: (x: Double, y: Double), size: Double, _ color: Color,
    width: Double, anchor: ChartPage.Anchor = .start
  ) {
    addText(Self.cut(text, width: width / size), at: place, size: size, color, anchor: anchor)
  }

  mutating func addRectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ color: Color
  ) {
    page.add(
      .area([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], color))
  }

  /// Names colours in rows.
  mutating func addKeys(_ keys: [(name: String, color: Color)]) {
    height += 20
    var x = Self.margin
    for (name, color) in keys {
      let width = TextWidth.ems(name) * 12 + 44
      if x > Self.margin, x + width > page.width - Self.margin {
        x = Self.margin
        height += 18
      }
      addRectangle(x, height - 10, 20, 11, color)
      addText(name, at: (x + 26, height), size: 12, style.text)
      x += width
    }
  }

  mutating func add(_ mark: ChartPage.Mark) { page.add(mark) }

  /// Returns a text no wider than a number of ems, with an ellipsis where it was cut.
  static func cut(_ text: String, width: Double) -> String {
    let line = SafeText.line(text, limit: 400)
    guard TextWidth.ems(line) > width else { return line }
    var cut = ""
    var left = width - 1
    for character in line {
      left -= TextWidth.ems(character)
      guard left >= 0 else { break }
      cut.append(character)
    }
    return cut + "…"
  }
}
