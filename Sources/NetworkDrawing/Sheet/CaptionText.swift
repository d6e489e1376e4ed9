/// The lines of text under a picture, and what each looks like, before they are placed.
struct CaptionText: Sendable {
  enum Role: Sendable {
    case title, panel, note, entry, name, small
  }

  struct Line: Sendable {
    var text: String
    var role: Role
  }

  /// The title and the note on synthetic data, above the legend.
  var head: [Line] = []

  /// How the entries of a part of the legend follow each other.
  enum Flow: Sendable {
    /// In the columns that all such parts share.
    case columns

    /// One beside the other.
    case row

    /// One below the other.
    case lines
  }

  /// A part of the legend, which begins a row.
  struct Section: Sendable {
    var entries: [LegendEntry]

    var flow: Flow

    /// What its texts look like: where names are listed, all are as small as those.
    var role = Role.entry
  }

  /// Kinds of nodes and kinds of edges, in the same columns; then the marks, in a row.
  var sections: [Section] = []

  /// The source and the footer, below the legend.
  var foot: [Line] = []

  /// How much larger than usual the text is: on a wide page, so that it can still be read when the
  /// page is printed on paper.
  let scale: Double

  /// Gathers the words of a diagram for a page of a width in points.
  ///
  /// - Parameters:
  ///   - diagram: All that is drawn.
  ///   - pageWidth: The width of the page.
  ///   - keys: Numbers that stand in place of names.
  ///   - leastScale: How much smaller than usual the text may be.
  init(
    _ diagram: Diagram, pageWidth: Double, keys: [PanelLabels.Key] = [], leastScale: Double = 1
  ) {
    let scale = Self.scale(pageWidth: pageWidth, least: leastScale)
    self.scale = scale
    func add(_ text: String, _ role: Role, to lines: inout [Line], prefix: String = "") {
      let clean = SafeText.line(text, limit: 600)
      guard !clean.isEmpty else { return }
      // A page of a given width must not grow by letters that are wider than is guessed, nor by
      // lines that hold the rest.
      let isGiven = leastScale < 1
      let room = isGiven ? 0.86 * pageWidth : pageWidth
      let width = room / Self.fontSize(role, scale: scale)
      lines += LineBreaks.lines(of: prefix + clean, width: width, limit: isGiven ? 16 : 8).map {
        Line(text: $0, role: role)
      }
    }
    let caption = diagram.caption
    add(caption.title, .title, to: &head)
    add(caption.syntheticNote, .note, to: &head)
    let source = LegendWords(language: diagram.language).source
    add(caption.source, .small, to: &foot, prefix: source)
    add(caption.footer, .small, to: &foot)
    let names = CaptionNames(keys, of: diagram)
    sections = [
      // Where colours stand for groups, kinds that look alike share an entry, which may be long.
      Section(
        entries: names.otherKinds, flow: diagram.categoryEntries.isEmpty ? .columns : .row),
      Section(
        entries: names.entries(
          width: 0.95 * (pageWidth - 38 * scale) / Self.fontSize(.name, scale: scale)),
        flow: .lines),
      Section(entries: diagram.categoryEntries, flow: .columns),
      Section(entries: diagram.edgeEntries, flow: .columns),
      Section(entries: diagram.markEntries, flow: .row),
    ].filter { !$0.entries.isEmpty }
    if sections.contains(where: { $0.flow == .lines }) {
      for place in sections.indices { sections[place].role = .name }
    }
  }

  /// All lines in the order head, entries, foot, as they are measured and numbered.
  var lines: [Line] {
    head
      + sections.flatMap { section in
        section.entries.map { Line(text: $0.text, role: section.role) }
      } + foot
  }

  /// The scale at which the smallest text of a caption has a little more than 7 points on A4 paper
  /// across, the margins of the picture included.
  static func scale(pageWidth: Double, least: Double = 1) -> Double {
    max(least, pageWidth * 7.4 / (Paper.a4Across * fontSize(.small)))
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
    case .name: 9.5
    case .small: 9
    }
  }

  /// A line as a node without an outline, aligned to the left.
  static func attributes(
    of line: Line, style: DiagramStyle, font: String, scale: Double
  ) -> [Attribute] {
    let color =
      switch line.role {
      case .title, .panel, .entry, .name: style.text
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

  /// The height of A4 across, or the width of A4 upright, likewise.
  static let a4Upright = 538.0
}
