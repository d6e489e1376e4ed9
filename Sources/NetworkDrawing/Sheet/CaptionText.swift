/// The lines of text under a picture, and what each looks like, before they are placed.
struct CaptionText: Sendable {
  enum Role: Sendable {
    case title, panel, note, entry, small
  }

  struct Line: Sendable {
    var text: String
    var role: Role
  }

  /// The title and the note on synthetic data, above the legend.
  var head: [Line] = []

  /// A part of the legend, which begins a row.
  struct Section: Sendable {
    var entries: [LegendEntry]

    /// Whether its entries stand in the columns that all such parts share.
    var isAligned: Bool
  }

  /// Kinds of nodes and kinds of edges, in the same columns; then the marks, in a row.
  var sections: [Section] = []

  /// The source and the footer, below the legend.
  var foot: [Line] = []

  /// How much larger than usual the text is: on a wide page, so that it can still be read when the
  /// page is printed on paper.
  let scale: Double

  /// Gathers the words of a diagram for a page of a width in points.
  init(_ diagram: Diagram, pageWidth: Double) {
    let scale = Self.scale(pageWidth: pageWidth)
    self.scale = scale
    func add(_ text: String, _ role: Role, to lines: inout [Line], prefix: String = "") {
      let clean = SafeText.line(text, limit: 600)
      guard !clean.isEmpty else { return }
      let width = pageWidth / Self.fontSize(role, scale: scale)
      lines += LineBreaks.lines(of: prefix + clean, width: width, limit: 8).map {
        Line(text: $0, role: role)
      }
    }
    let caption = diagram.caption
    add(caption.title, .title, to: &head)
    add(caption.syntheticNote, .note, to: &head)
    let source = LegendWords(language: diagram.language).source
    add(caption.source, .small, to: &foot, prefix: source)
    add(caption.footer, .small, to: &foot)
    sections = [
      Section(entries: diagram.nodeEntries, isAligned: true),
      Section(entries: diagram.categoryEntries, isAligned: true),
      Section(entries: diagram.edgeEntries, isAligned: true),
      Section(entries: diagram.markEntries, isAligned: false),
    ].filter { !$0.entries.isEmpty }
  }

  /// All lines in the order head, entries, foot, as they are measured and numbered.
  var lines: [Line] {
    head + sections.flatMap(\.entries).map { Line(text: $0.text, role: .entry) } + foot
  }

  /// The scale at which the smallest text of a caption has a little more than 7 points on A4 paper
  /// across, the margins of the picture included.
  static func scale(pageWidth: Double) -> Double {
    max(1, pageWidth * 7.4 / (Paper.a4Across * fontSize(.small)))
  }

  /// The size of text on a page; whole, since Graphviz cuts what is behind the point.
  static func fontSize(_ role: Role, scale: Double) -> Double {
    (scale * fontSize(role)).rounded(.up)
  }

  static func fontSize(_ role: Role) -> Double {
    switch role {
    case .title: 16
    case .panel: 14
    case .note: 12
    case .entry: 11.5
    case .small: 9
    }
  }

  /// A line as a node without an outline, aligned to the left.
  static func attributes(
    of line: Line, style: DiagramStyle, font: String, scale: Double
  ) -> [Attribute] {
    let color =
      switch line.role {
      case .title, .panel, .entry: style.text
      case .note: style.warningText
      case .small: style.secondaryText
      }
    let text = SafeText.markup(line.text)
    let weighted = [.title, .panel, .note].contains(line.role) ? "<B>\(text)</B>" : text
    return [
      Attribute(.shape, "plain"), Attribute(.style, ""), Attribute(.fontName, font),
      Attribute(.margin, "0"),
      Attribute(
        .label,
        markup:
          "<FONT POINT-SIZE=\"\(SafeText.number(fontSize(line.role, scale: scale)))\" COLOR=\""
          + "\(color.hexadecimal())\">\(weighted)<BR ALIGN=\"LEFT\"/></FONT>"),
    ]
  }
}

/// The paper that pictures are printed on.
enum Paper {
  /// The width of A4 across without its margins of 10 mm, in points.
  static let a4Across = 785.0
}
