/// The attributes of Graphviz that are ever set.
///
/// Being an enumeration, the list is closed: no text from outside becomes an attribute's name, and
/// none that opens a file is in it.
enum AttributeName: String, Sendable, Hashable, CaseIterable {
  case arrowSize = "arrowsize"
  case background = "bgcolor"
  case color
  case components = "pack"
  case componentMode = "packmode"
  case direction = "dir"
  case drawing = "_background"
  case edgeSeparation = "esep"
  case epsilon
  case fillColor = "fillcolor"
  case fixedSize = "fixedsize"
  case fontColor = "fontcolor"
  case fontName = "fontname"
  case fontSize = "fontsize"
  case height
  case identifier = "id"
  case label
  case length = "len"
  case lineWidth = "penwidth"
  case margin
  case maximumIterations = "maxiter"
  case minimumDistance = "mindist"
  case mode
  case model
  case nodeSeparation = "nodesep"
  case order = "outputorder"
  case outlines = "peripheries"
  case overlap
  case overlapScaling = "overlap_scaling"
  case padding = "pad"
  case position = "pos"
  case rankSeparation = "ranksep"
  case repulsiveForce = "repulsiveforce"
  case resolution = "dpi"
  case root
  case separation = "sep"
  case shape
  case splines
  case springLength = "K"
  case start
  case style
  case width
}

/// An attribute and its value.
struct Attribute: Sendable, Hashable {
  enum Value: Sendable, Hashable {
    /// A value that this module made itself: a number, a colour, a word of Graphviz.
    case plain(String)

    /// A label in Graphviz's HTML-like language, with everything escaped that came from outside.
    case markup(String)
  }

  var name: AttributeName
  var value: Value

  /// The value of an attribute that is no label in HTML-like language; nil for such a label.
  var plainText: String? {
    if case .plain(let text) = value { text } else { nil }
  }

  init(_ name: AttributeName, _ value: String) {
    self.name = name
    self.value = .plain(value)
  }

  init(_ name: AttributeName, _ value: Double) {
    self.init(name, SafeText.number(value))
  }

  init(_ name: AttributeName, markup: String) {
    self.name = name
    value = .markup(markup)
  }
}

/// A graph as Graphviz is told of it: what is set on the graph, each node and each edge.
struct Sheet: Sendable, Hashable {
  struct Edge: Sendable, Hashable {
    var source: Int
    var target: Int
    var attributes: [Attribute]
  }

  var graph: [Attribute] = []
  var nodes: [[Attribute]] = []
  var edges: [Edge] = []
}
