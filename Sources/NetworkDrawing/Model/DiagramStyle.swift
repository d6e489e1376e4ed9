/// Forms and colours: what each kind of node and edge looks like.
///
/// A style is a plain value: a theme is a constant such as ``light``, and one's own is a copy of it
/// with other kinds, forms or colours.
public struct DiagramStyle: Sendable, Hashable {
  /// The look of each known kind of node, in the order of the legend.
  public var nodeKinds: [Kind<NodeLook>]

  /// The look of a node of any other kind.
  public var otherNode: NodeLook

  /// The look of each known kind of edge, in the order of the legend.
  public var edgeKinds: [Kind<EdgeLook>]

  /// The look of an edge of any other kind.
  public var otherEdge: EdgeLook

  /// The colour of the ground.
  public var background: Color

  /// The colour of labels and titles.
  public var text: Color

  /// The colour of second lines and of the source line.
  public var secondaryText: Color

  /// The colour of a note that must not be overlooked.
  public var warningText: Color

  /// The colours of communities and groups; further ones look like ``otherNode``.
  public var categories: [CategoryLook]

  /// The colours of a measure from its least to its greatest score, at least two.
  public var scale: [Color]

  /// The size of labels in points.
  public var labelSize = 13.0

  /// The size of second lines in points.
  public var subtitleSize = 12.0

  /// The width at which labels are broken into lines, in ems; those in circles are broken to fit.
  public var labelWidth = 9.0

  /// How much a circle of size 1 is wider than one of size 0, in points.
  public var circleGrowth = 32.0

  /// A family of fonts to prefer; empty for one that can draw the texts.
  public var fontFamily = ""

  /// Creates a style.
  public init(
    nodeKinds: [Kind<NodeLook>], otherNode: NodeLook, edgeKinds: [Kind<EdgeLook>],
    otherEdge: EdgeLook, background: Color, text: Color, secondaryText: Color, warningText: Color,
    categories: [CategoryLook], scale: [Color]
  ) {
    self.nodeKinds = nodeKinds
    self.otherNode = otherNode
    self.edgeKinds = edgeKinds
    self.otherEdge = otherEdge
    self.background = background
    self.text = text
    self.secondaryText = secondaryText
    self.warningText = warningText
    self.categories = categories
    self.scale = scale
  }

  /// Returns the look of a kind of node.
  public func look(ofNode kind: String) -> NodeLook {
    nodeKinds.first { $0.word == kind }?.look ?? otherNode
  }

  /// Returns the look of a node: that of its kind, in the colours that were asked for.
  public func look(of node: Diagram.Node) -> NodeLook {
    var look = look(ofNode: node.kind)
    if let form = node.form { look.form = form }
    switch node.paint {
    case .kind: break
    case .category(let number):
      let colors =
        categories.indices.contains(number)
        ? categories[number] : CategoryLook(fill: otherNode.fill, line: otherNode.line)
      (look.fill, look.line) = (colors.fill, colors.line)
      look.lineWidth = colors.lineWidth ?? look.lineWidth
      look.stripes = colors.stripes
    case .shade(let share):
      (look.fill, look.line) = (color(ofShare: share), otherNode.line)
    }
    return look
  }

  /// Returns the colour of a score, given as a share from the least to the greatest.
  public func color(ofShare share: Double) -> Color {
    guard scale.count > 1, share.isFinite else { return otherNode.fill }
    let place = min(max(share, 0), 1) * Double(scale.count - 1)
    let step = min(Int(place), scale.count - 2)
    return scale[step].mixed(with: scale[step + 1], share: place - Double(step))
  }

  /// Returns a colour for text on a ground: the wanted one where it can be read (4.5 : 1), else
  /// black or white.
  public func readable(_ wanted: Color, on ground: Color) -> Color {
    if wanted.contrast(with: ground) >= 4.5 { return wanted }
    let (black, white) = (Color(0x000000), Color(0xFFFFFF))
    return black.contrast(with: ground) >= white.contrast(with: ground) ? black : white
  }

  /// Returns the look of a kind of edge.
  public func look(ofEdge kind: String) -> EdgeLook {
    edgeKinds.first { $0.word == kind }?.look ?? otherEdge
  }
}
