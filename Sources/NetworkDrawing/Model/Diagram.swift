/// What a picture of a network shows, before anything is laid out: nodes, edges and the words
/// around them.
///
/// A diagram knows nothing of where it came from. Its kinds are plain words, which a
/// ``DiagramStyle`` turns into forms and colours; a word that the style does not know is drawn
/// neutrally. Texts may come from anywhere: they are cleaned and bounded when they are drawn.
public struct Diagram: Sendable, Hashable {
  /// The nodes, in the order in which they are listed, numbered and drawn.
  public var nodes: [Node]

  /// The edges between them.
  public var edges: [Edge]

  /// The words around the picture.
  public var caption: Caption

  /// Forms and colours.
  public var style: DiagramStyle

  /// The language of the legend.
  public var language: DiagramLanguage

  /// The names of communities or groups that nodes are coloured by, in the order of the legend.
  public var categories: [String] = []

  /// The names of the clusters that nodes are drawn in.
  public var clusters: [String] = []

  /// How places depend on what nodes are.
  public var arrangement = Arrangement.free

  /// Creates a diagram.
  public init(
    nodes: [Node], edges: [Edge], caption: Caption = Caption(), style: DiagramStyle = .light,
    language: DiagramLanguage = .english
  ) {
    self.nodes = nodes
    self.edges = edges
    self.caption = caption
    self.style = style
    self.language = language
  }
}

/// The language of the words that the drawing itself adds.
public enum DiagramLanguage: String, Sendable, Hashable, CaseIterable {
  /// English.
  case english = "en"

  /// Japanese.
  case japanese = "ja"
}
