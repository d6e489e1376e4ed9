/// Turns nodes into Graphviz's shapes and labels.
struct NodeSheet {
  let style: DiagramStyle
  let font: String

  /// The diameter of a circle of size 0, in inches, so that the longest label fits into its own.
  private let smallestCircle: Double

  /// The least share of the size of labels that one in a circle may have: a long one is set smaller
  /// than to make all circles larger.
  private static let leastShare = 0.9

  /// The size of labels for which the measures here are made.
  private static let usualSize = 13.0

  /// How large everything is beside that.
  private var unit: Double { min(1, style.labelSize / Self.usualSize) }

  /// Nodes whose labels are so much longer than those of others that their circles would make all
  /// others larger: they become ellipses, whose area means nothing.
  private let overlong: Set<String>

  /// Prepares a sheet for all nodes that are drawn beside each other.
  init(nodes: [Diagram.Node], style: DiagramStyle, font: String) {
    self.style = style
    self.font = font
    let circles = nodes.filter { $0.showsLabel && style.look(of: $0).form == .circle }
    let unit = min(1, style.labelSize / Self.usualSize)
    // Labels that are small already are set no smaller.
    let share = unit < 0.8 ? 1 : Self.leastShare
    let needed = circles.map { node in
      let diameter = CircleLabel(node).diameter(fontSize: share * style.labelSize, unit: unit)
      return (id: node.id, diameter: diameter - Self.growth(of: node, style))
    }
    // Nine of ten set the size; what needs a third more than they do is overlong.
    let usual = needed.map(\.diameter).sorted().dropLast(needed.count / 10).last ?? 0
    let limit = max(1.6 * usual, 0.42 * style.labelSize / 12)
    overlong = Set(needed.filter { $0.diameter > limit }.map(\.id))
    let fitting = needed.map(\.diameter).filter { $0 <= limit }.max() ?? 0
    let least = nodes.contains(where: \.showsLabel) ? 0.4 * style.labelSize / 12 : 0.2
    let smallest = max(least, fitting)
    smallestCircle = min(smallest, 1.6)
  }

  /// The attributes of a node.
  func attributes(of node: Diagram.Node) -> [Attribute] {
    let look = shownLook(of: node)
    return outline(look, isEnded: node.isEnded && !node.isGhost) + size(of: node, form: look.form)
      + [Attribute(.fontName, font), label(of: node, look)]
  }

  /// The look of a node, an ellipse where its label is too long for a circle.
  private func look(of node: Diagram.Node) -> DiagramStyle.NodeLook {
    var look = style.look(of: node)
    if look.form == .circle, overlong.contains(node.id) { look.form = .ellipse }
    return look
  }

  /// The look of a node with what becomes of it where it stands back or is absent.
  private func shownLook(of node: Diagram.Node) -> DiagramStyle.NodeLook {
    var look = look(of: node)
    if node.isGhost {
      look.fill = style.background
      look.line = style.secondaryText.mixed(with: style.background, share: 0.6)
      look.lineWidth = 0.9
      return look
    }
    switch isPale(node) ? .faint : node.emphasis {
    case .normal: break
    case .strong: look.lineWidth = max(3.2, 1.8 * look.lineWidth)
    case .faint: look = paleLook(look)
    }
    return look
  }

  private func isPale(_ node: Diagram.Node) -> Bool {
    node.emphasis == .faint || node.isUncertain && node.emphasis == .normal
  }

  /// The look of a node that is absent, for the legend.
  var ghostLook: DiagramStyle.NodeLook {
    var node = Diagram.Node(id: "")
    node.isGhost = true
    return shownLook(of: node)
  }

  /// The look of a node that stands back, for the legend.
  func paleLook(_ look: DiagramStyle.NodeLook) -> DiagramStyle.NodeLook {
    var pale = look
    pale.fill = look.fill.mixed(with: style.background, share: 0.75)
    pale.line = look.line.mixed(with: style.background, share: 0.6)
    return pale
  }

  /// The attributes of an outline, also for the samples of the legend.
  func outline(_ look: DiagramStyle.NodeLook, isEnded: Bool) -> [Attribute] {
    let stripes = isEnded ? nil : look.stripes.flatMap { look.form.pattern(look.fill, $0) }
    var words = [stripes?.style ?? "filled"]
    // Stripes would stand out of round corners.
    let isRounded = look.form == .roundedBox || look.form == .doubleBox
    if isRounded, stripes == nil { words.append("rounded") }
    if isEnded { words.append("dashed") }
    let line = isEnded ? look.line.mixed(with: style.background, share: 0.35) : look.line
    return [
      Attribute(.shape, look.form.shape), Attribute(.style, words.joined(separator: ",")),
      Attribute(.outlines, look.form == .doubleBox ? "2" : "1"),
      Attribute(.fillColor, stripes?.colors ?? ground(look, isEnded: isEnded).hexadecimal()),
      Attribute(.color, line.hexadecimal()),
      Attribute(.lineWidth, isEnded ? look.lineWidth - 0.3 : look.lineWidth),
    ]
  }

  /// The colour behind a label.
  private func ground(_ look: DiagramStyle.NodeLook, isEnded: Bool) -> Color {
    isEnded ? look.fill.mixed(with: style.background, share: 0.55) : look.fill
  }

  private static func growth(of node: Diagram.Node, _ style: DiagramStyle) -> Double {
    let size = node.size.isFinite ? min(max(node.size, 0), 1) : 0
    return style.circleGrowth / 72 * size.squareRoot()
  }

  /// The diameter of a circle in inches; without a label it may be smaller than one with.
  private func diameter(of node: Diagram.Node) -> Double {
    (node.showsLabel ? smallestCircle : min(smallestCircle, 0.2 * unit))
      + Self.growth(of: node, style)
  }

  private func size(of node: Diagram.Node, form: DiagramStyle.Form) -> [Attribute] {
    func fitting(_ margin: (Double, Double)) -> [Attribute] {
      let (width, height) = node.showsLabel ? (0.4, 0.3) : (0.26, 0.18)
      return [
        Attribute(.fixedSize, node.showsLabel ? "false" : "true"),
        Attribute(.width, unit * width), Attribute(.height, unit * height),
        Attribute(
          .margin, "\(SafeText.number(unit * margin.0)),\(SafeText.number(unit * margin.1))"),
      ]
    }
    switch form {
    case .circle:
      let diameter = SafeText.number(diameter(of: node))
      return [
        Attribute(.fixedSize, "true"), Attribute(.width, diameter), Attribute(.height, diameter),
        Attribute(.margin, "0"),
      ]
    case .ellipse: return fitting((0.02, 0.01))
    case .octagon: return fitting((0.04, 0.02))
    case .box, .roundedBox, .doubleBox, .tab, .note: return fitting((0.11, 0.06))
    }
  }

  // MARK: Labels

  // Sizes are whole: Graphviz cuts what is behind the point.
  private var labelSize: Double { style.labelSize.rounded(.down) }
  private var subtitleSize: Double { style.subtitleSize.rounded(.down) }

  /// The size of the label in a circle: as large as it fits.
  private func fontSize(inCircle node: Diagram.Node) -> Double {
    let fitting = CircleLabel(node).fontSize(inDiameter: diameter(of: node), unit: unit)
      .rounded(.down)
    return max(1, min(labelSize, fitting))
  }

  private func label(of node: Diagram.Node, _ look: DiagramStyle.NodeLook) -> Attribute {
    guard node.showsLabel else { return Attribute(.label, "") }
    return Attribute(.label, markup: markup(of: node, look))
  }

  private func markup(of node: Diagram.Node, _ look: DiagramStyle.NodeLook) -> String {
    let ground = ground(look, isEnded: node.isEnded && !node.isGhost)
    let isPale = node.isGhost || isPale(node)
    let text = style.readable(isPale ? style.secondaryText : style.text, on: ground).hexadecimal()
    if look.form == .circle {
      let lines = CircleLabel(node).lines.map(SafeText.markup).joined(separator: "<BR/>")
      return font(
        fontSize(inCircle: node), text, node.emphasis == .strong ? "<B>\(lines)</B>" : lines)
    }
    let lines = LineBreaks.lines(
      of: NodeLabel.text(of: node), width: style.labelWidth
    ).map(SafeText.markup)
    let name = lines.map { isPale ? $0 : "<B>\($0)</B>" }.joined(separator: "<BR/>")
    let title = font(labelSize, text, name)
    let subtitle = SafeText.line(node.subtitle, limit: 60)
    guard !subtitle.isEmpty else { return title }
    let second = LineBreaks.lines(of: subtitle, width: 14, limit: 2).map(SafeText.markup)
    let color = style.readable(style.secondaryText, on: ground).hexadecimal()
    return title + "<BR/>" + font(subtitleSize, color, second.joined(separator: "<BR/>"))
  }

  private func font(_ size: Double, _ color: String, _ text: String) -> String {
    "<FONT POINT-SIZE=\"\(SafeText.number(size))\" COLOR=\"\(color)\">\(text)</FONT>"
  }

  /// The size of the smallest text of some nodes, in points; nil where none has any.
  func smallestText(of nodes: [Diagram.Node]) -> Double? {
    nodes.filter(\.showsLabel).map { node in
      if look(of: node).form == .circle {
        return fontSize(inCircle: node)
      }
      return node.subtitle.isEmpty ? labelSize : min(labelSize, subtitleSize)
    }.min()
  }
}

/// What is written on a node.
enum NodeLabel {
  static func text(of node: Diagram.Node) -> String {
    let label = SafeText.line(node.label, limit: 60)
    if !label.isEmpty { return label }
    let id = SafeText.line(node.id, limit: 60)
    return id.isEmpty ? "–" : id
  }
}

/// The label of a circle, broken to be about as high as wide.
private struct CircleLabel {
  let lines: [String]

  init(_ node: Diagram.Node) {
    let text = NodeLabel.text(of: node)
    let width = TextWidth.ems(text)
    // A block of height 1.2 em a line that is about square.
    lines =
      width <= 3
      ? [text] : LineBreaks.lines(of: text, width: max(4, (1.5 * width).squareRoot()), limit: 4)
  }

  /// The diagonal of the text in ems.
  private var diagonal: Double {
    let width = lines.map { TextWidth.ems($0) }.max() ?? 0
    let height = 1.15 * Double(lines.count)
    return max((width * width + height * height).squareRoot(), 0.1)
  }

  /// The space between text and outline, both sides together, in points; where type is small,
  /// less than in proportion.
  private static let margin = 7.0

  /// The diameter in inches of a circle that holds the text.
  func diameter(fontSize: Double, unit: Double) -> Double {
    (diagonal * fontSize + unit * unit * Self.margin) / 72
  }

  /// The size at which the text fits into a circle.
  func fontSize(inDiameter diameter: Double, unit: Double) -> Double {
    // What is lost in writing numbers shall not cost a point.
    (72 * diameter - unit * unit * Self.margin) / diagonal + 0.01
  }
}

extension DiagramStyle.Form {
  /// The name of the form in Graphviz.
  fileprivate var shape: String {
    switch self {
    case .circle: "circle"
    case .ellipse: "ellipse"
    case .box, .roundedBox, .doubleBox: "box"
    case .octagon: "octagon"
    case .tab: "tab"
    case .note: "note"
    }
  }

  /// Two colours side by side in the words of Graphviz, which knows them for round forms and for
  /// boxes only.
  fileprivate func pattern(_ one: Color, _ other: Color) -> (style: String, colors: String)? {
    let style: String
    switch self {
    case .circle, .ellipse: style = "wedged"
    case .box, .roundedBox, .doubleBox: style = "striped"
    case .octagon, .tab, .note: return nil
    }
    let colors = (0..<4).flatMap { _ in [one.hexadecimal(), other.hexadecimal()] }
    return (style, colors.joined(separator: ":"))
  }

  /// Whether lines should end at an ellipse around the node instead of its box.
  var isRound: Bool { self == .circle || self == .ellipse || self == .octagon }
}
