/// Turns nodes into Graphviz's shapes and labels.
struct NodeSheet {
  let style: DiagramStyle
  let font: String

  /// The diameter of a circle of size 0, in inches, so that the longest label fits into its own.
  private let smallestCircle: Double

  /// How much a circle of size 1 is wider than one of size 0, in inches.
  private static let circleGrowth = 0.6

  init(diagram: Diagram, font: String) {
    style = diagram.style
    self.font = font
    var smallest = 0.42
    for node in diagram.nodes where diagram.style.look(ofNode: node.kind).form == .circle {
      let label = CircleLabel(node)
      smallest = max(smallest, label.diameter - Self.growth(of: node))
    }
    smallestCircle = min(smallest, 1.6)
  }

  /// The attributes of a node.
  func attributes(of node: Diagram.Node) -> [Attribute] {
    let look = style.look(ofNode: node.kind)
    return outline(look, isEnded: node.isEnded) + size(of: node, form: look.form) + [
      Attribute(.fontName, font), Attribute(.label, markup: markup(of: node, form: look.form)),
    ]
  }

  /// The attributes of an outline, also for the samples of the legend.
  func outline(_ look: DiagramStyle.NodeLook, isEnded: Bool) -> [Attribute] {
    var words = ["filled"]
    if look.form == .roundedBox || look.form == .doubleBox { words.append("rounded") }
    if isEnded { words.append("dashed") }
    let ground = style.background
    return [
      Attribute(.shape, look.form.shape), Attribute(.style, words.joined(separator: ",")),
      Attribute(.outlines, look.form == .doubleBox ? "2" : "1"),
      Attribute(
        .fillColor,
        (isEnded ? look.fill.mixed(with: ground, share: 0.55) : look.fill).hexadecimal()),
      Attribute(
        .color, (isEnded ? look.line.mixed(with: ground, share: 0.35) : look.line).hexadecimal()),
      Attribute(.lineWidth, isEnded ? look.lineWidth - 0.3 : look.lineWidth),
    ]
  }

  private static func growth(of node: Diagram.Node) -> Double {
    let size = node.size.isFinite ? min(max(node.size, 0), 1) : 0
    return circleGrowth * size.squareRoot()
  }

  private func size(of node: Diagram.Node, form: DiagramStyle.Form) -> [Attribute] {
    switch form {
    case .circle:
      let diameter = SafeText.number(smallestCircle + Self.growth(of: node))
      return [
        Attribute(.fixedSize, "true"), Attribute(.width, diameter), Attribute(.height, diameter),
        Attribute(.margin, "0"),
      ]
    case .ellipse:
      return [
        Attribute(.fixedSize, "false"), Attribute(.width, "0.4"), Attribute(.height, "0.3"),
        Attribute(.margin, "0.02,0.01"),
      ]
    case .octagon:
      return [
        Attribute(.fixedSize, "false"), Attribute(.width, "0.4"), Attribute(.height, "0.3"),
        Attribute(.margin, "0.04,0.02"),
      ]
    case .box, .roundedBox, .doubleBox, .tab, .note:
      return [
        Attribute(.fixedSize, "false"), Attribute(.width, "0.4"), Attribute(.height, "0.3"),
        Attribute(.margin, "0.11,0.06"),
      ]
    }
  }

  private func markup(of node: Diagram.Node, form: DiagramStyle.Form) -> String {
    let color = style.text.hexadecimal()
    if form == .circle {
      let label = CircleLabel(node)
      let lines = label.lines.map(SafeText.markup).joined(separator: "<BR/>")
      return "<FONT POINT-SIZE=\"\(SafeText.number(label.fontSize))\" COLOR=\"\(color)\">\(lines)"
        + "</FONT>"
    }
    let lines = LineBreaks.lines(of: NodeLabel.text(of: node), width: 9)
    let bold = lines.map { "<B>\(SafeText.markup($0))</B>" }.joined(separator: "<BR/>")
    let title = "<FONT POINT-SIZE=\"12\" COLOR=\"\(color)\">\(bold)</FONT>"
    let subtitle = SafeText.line(node.subtitle, limit: 60)
    guard !subtitle.isEmpty else { return title }
    let second = LineBreaks.lines(of: subtitle, width: 14, limit: 2).map(SafeText.markup)
      .joined(separator: "<BR/>")
    return title
      + "<BR/><FONT POINT-SIZE=\"9\" COLOR=\"\(style.secondaryText.hexadecimal())\">\(second)</FONT>"
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

/// The label of a circle: broken to be about as high as wide, smaller when it needs two lines.
private struct CircleLabel {
  let lines: [String]
  let fontSize: Double

  init(_ node: Diagram.Node) {
    let text = NodeLabel.text(of: node)
    let width = TextWidth.ems(text)
    if width <= 3 {
      lines = [text]
      fontSize = 12
    } else {
      // A block of height 1.2 em a line that is about square.
      lines = LineBreaks.lines(of: text, width: max(4, (1.5 * width).squareRoot()), limit: 4)
      fontSize = 9.5
    }
  }

  /// The diameter in inches of a circle that holds the text.
  var diameter: Double {
    let width = lines.map { TextWidth.ems($0) }.max() ?? 0
    let height = 1.15 * Double(lines.count)
    return ((width * width + height * height).squareRoot() * fontSize + 9) / 72
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

  /// Whether lines should end at an ellipse around the node instead of its box.
  var isRound: Bool { self == .circle || self == .ellipse || self == .octagon }
}
