/// Places the caption under the network: title, legend in aligned columns, source.
struct CaptionPlacement {
  let text: CaptionText
  let sizes: [DiagramBox]
  let nodeSheet: NodeSheet
  let edgeSheet: EdgeSheet

  private var scale: Double { text.scale }
  private var sampleWidth: Double { 30 * scale }
  private var sampleGap: Double { 8 * scale }
  private var columnGap: Double { 20 * scale }
  private var rowHeight: Double { 20 * scale }

  /// Adds the caption to a sheet, below `network` (or alone) and from its left edge.
  ///
  /// - Returns: Where it ends.
  @discardableResult
  func add(to sheet: inout Sheet, below network: DiagramBox?, pageWidth: Double) -> Double {
    let left = network.map { min($0.left, $0.x - pageWidth / 2) } ?? 0
    var y = (network?.bottom ?? 0) - 22 * scale
    var line = 0
    for head in text.head {
      y -= sizes[line].height / 2 + 1
      addText(head, line, left: left, y: y, to: &sheet)
      y -= sizes[line].height / 2 + 1
      line += 1
    }
    if !text.head.isEmpty { y -= 4 * scale }
    let columns = columnWidths(firstLine: line, pageWidth: pageWidth)
    for section in text.sections {
      var x = left
      for (place, entry) in section.entries.enumerated() {
        let needed = entryWidth(line)
        let isFull =
          switch section.flow {
          case .columns: place % columns.count == 0
          case .row: x + needed > left + pageWidth
          case .lines: true
          }
        if place == 0 || isFull {
          x = left
          // Names are many: their lines stand closer, and a sample has room above and below.
          let isTight = section.role == .name && place > 0
          y -= isTight ? (entry.sample == .none ? 0.62 : 0.8) * rowHeight : rowHeight
        }
        let middle = Point(x: x + sampleWidth / 2, y: y + rowHeight / 2)
        addSample(entry.sample, at: middle, to: &sheet)
        addText(
          CaptionText.Line(text: entry.text, role: section.role), line,
          left: x + sampleWidth + sampleGap, y: middle.y, to: &sheet)
        x += section.flow == .columns ? columns[place % columns.count] : needed + columnGap
        line += 1
      }
    }
    if !text.sections.isEmpty { y -= 6 * scale }
    for foot in text.foot {
      y -= sizes[line].height
      addText(foot, line, left: left, y: y + sizes[line].height / 2, to: &sheet)
      line += 1
    }
    return y
  }

  /// The widths of the columns, each as wide as its widest entry: of as few columns as need no
  /// more rows than the most that fit on the page.
  private func columnWidths(firstLine: Int, pageWidth: Double) -> [Double] {
    let aligned = text.sections.filter { $0.flow == .columns }.map(\.entries.count)
    func rows(_ count: Int) -> Int { aligned.reduce(0) { $0 + ($1 + count - 1) / count } }
    var best: [Double] = []
    for count in stride(from: aligned.max() ?? 0, to: 1, by: -1) {
      if !best.isEmpty, rows(count) > rows(best.count) { break }
      var widths = [Double](repeating: 0, count: count)
      var line = firstLine
      for section in text.sections {
        for place in section.entries.indices {
          if section.flow == .columns {
            let width = entryWidth(line) + columnGap
            widths[place % count] = max(widths[place % count], width)
          }
          line += 1
        }
      }
      if widths.reduce(0, +) - columnGap <= pageWidth { best = widths }
    }
    return best.isEmpty ? [pageWidth] : best
  }

  private func entryWidth(_ line: Int) -> Double {
    sampleWidth + sampleGap + sizes[line].width
  }

  private func addText(
    _ line: CaptionText.Line, _ number: Int, left: Double, y: Double, to sheet: inout Sheet
  ) {
    let middle = Point(x: left + sizes[number].width / 2, y: y)
    let attributes = CaptionText.attributes(
      of: line, style: nodeSheet.style, font: nodeSheet.font, scale: scale)
    addNode(attributes, at: middle, to: &sheet)
  }

  // MARK: Samples

  private func addSample(
    _ sample: LegendEntry.Sample, at middle: Point, to sheet: inout Sheet
  ) {
    switch sample {
    case .node(let look): addShape(look, at: middle, to: &sheet)
    case .endedNode(let look): addShape(look, isEnded: true, at: middle, to: &sheet)
    case .size(let look):
      addShape(look, height: 8, at: middle - Point(x: 10 * scale, y: 0), to: &sheet)
      addShape(look, height: 15, at: middle + Point(x: 5 * scale, y: 0), to: &sheet)
    case .category(let colors):
      let look = DiagramStyle.NodeLook(
        .roundedBox, fill: colors.fill, line: colors.line, lineWidth: colors.lineWidth ?? 1.6)
      addShape(look, at: middle, to: &sheet)
    case .shade(let colors): addShade(colors, at: middle, to: &sheet)
    case .paleNode(let look): addShape(nodeSheet.paleLook(look), at: middle, to: &sheet)
    case .uncertainEdge(let look):
      addLine(edgeSheet.line(look, isAssumed: true, emphasis: .faint), at: middle, to: &sheet)
    case .ghost: addShape(nodeSheet.ghostLook, at: middle, to: &sheet)
    case .none: break
    case .edge(let look):
      addLine(edgeSheet.line(look), at: middle, to: &sheet)
    case .endedEdge(let look):
      addLine(edgeSheet.line(look, isEnded: true), at: middle, to: &sheet)
    case .strongEdge(let look):
      addLine(edgeSheet.line(look, emphasis: .strong), at: middle, to: &sheet)
    case .assumedEdge(let look):
      addLine(edgeSheet.line(look, isAssumed: true), at: middle, to: &sheet)
    }
  }

  private func addShape(
    _ look: DiagramStyle.NodeLook, isEnded: Bool = false, height: Double = 14,
    at middle: Point, to sheet: inout Sheet
  ) {
    let height = height * scale
    let width =
      switch look.form {
      case .circle: height
      case .doubleBox: height + 6 * scale
      default: height + 10 * scale
      }
    // A second outline lies 4 points outside the size that is set.
    let inset = look.form == .doubleBox ? 4.0 : 0
    addNode(
      nodeSheet.outline(look, isEnded: isEnded) + [
        Attribute(.fixedSize, "true"), Attribute(.width, (width - inset) / 72),
        Attribute(.height, (height - inset) / 72), Attribute(.margin, "0"),
        Attribute(.label, ""),
      ], at: middle, to: &sheet)
  }

  /// A measure's colours, side by side from the least to the greatest.
  private func addShade(_ colors: [Color], at middle: Point, to sheet: inout Sheet) {
    let steps = 6
    let width = sampleWidth / Double(steps)
    var style = nodeSheet.style
    style.scale = colors
    for step in 0..<steps {
      let color = style.color(ofShare: Double(step) / Double(steps - 1)).hexadecimal()
      let x = middle.x - sampleWidth / 2 + (Double(step) + 0.5) * width
      addNode(
        [
          Attribute(.shape, "box"), Attribute(.style, "filled"), Attribute(.fillColor, color),
          Attribute(.color, style.otherNode.line.hexadecimal()), Attribute(.lineWidth, 0.4),
          Attribute(.fixedSize, "true"), Attribute(.width, width / 72),
          Attribute(.height, 12 * scale / 72), Attribute(.label, ""),
        ], at: Point(x: x, y: middle.y), to: &sheet)
    }
  }

  /// A line needs nodes to join; they are not drawn.
  private func addLine(_ attributes: [Attribute], at middle: Point, to sheet: inout Sheet) {
    let half = Point(x: sampleWidth / 2, y: 0)
    let first = sheet.nodes.count
    for end in [middle - half, middle + half] {
      addNode(
        [
          Attribute(.shape, "point"), Attribute(.style, "invis"), Attribute(.width, 0.01),
          Attribute(.height, 0.01),
        ], at: end, to: &sheet)
    }
    let course = Curve(from: middle - half, to: middle + half)
    sheet.edges.append(
      Sheet.Edge(
        source: first, target: first + 1,
        attributes: attributes + [
          Attribute(.direction, "none"), Attribute(.position, course.position(arrow: false)),
          Attribute(.identifier, "legendline\(sheet.edges.count)"),
        ]))
  }

  private func addNode(_ attributes: [Attribute], at middle: Point, to sheet: inout Sheet) {
    sheet.nodes.append(
      attributes + [
        Attribute(.position, "\(SafeText.number(middle.x)),\(SafeText.number(middle.y))"),
        Attribute(.identifier, "legend\(sheet.nodes.count)"),
      ])
  }
}
