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

extension Diagram {
  /// A node of a diagram.
  public struct Node: Sendable, Hashable {
    /// The name by which edges refer to the node; unique in its diagram.
    public var id: String

    /// What is written on the node.
    ///
    /// Empty means the id.
    public var label: String

    /// A smaller second line, such as a place; empty for none.
    public var subtitle: String

    /// What the node is, such as `firm` or `person`.
    public var kind: String

    /// How much of the node's measure it has, 0…1; a circle's area grows with it.
    public var size: Double

    /// Whether the node is gone at the time shown: drawn pale with a dashed outline.
    public var isEnded: Bool

    /// Creates a node.
    public init(
      id: String, label: String = "", subtitle: String = "", kind: String = "", size: Double = 0,
      isEnded: Bool = false
    ) {
      self.id = id
      self.label = label
      self.subtitle = subtitle
      self.kind = kind
      self.size = size
      self.isEnded = isEnded
    }
  }

  /// An edge of a diagram.
  public struct Edge: Sendable, Hashable {
    /// The id of the node at its beginning.
    public var source: String

    /// The id of the node at its end.
    public var target: String

    /// What the edge is, such as `membership` or `business`.
    public var kind: String

    /// Whether it has ended at the time shown: drawn dashed and pale.
    public var isEnded: Bool

    /// Whether it is only assumed: drawn thin.
    public var isAssumed: Bool

    /// Whether it is drawn with an arrow at its end.
    public var isDirected: Bool

    /// Creates an edge.
    public init(
      source: String, target: String, kind: String = "", isEnded: Bool = false,
      isAssumed: Bool = false, isDirected: Bool = false
    ) {
      self.source = source
      self.target = target
      self.kind = kind
      self.isEnded = isEnded
      self.isAssumed = isAssumed
      self.isDirected = isDirected
    }
  }

  /// The words around a picture.
  ///
  /// Each may be empty.
  public struct Caption: Sendable, Hashable {
    /// The title, above the legend.
    public var title: String

    /// What the size of the circles stands for, such as "number of ties".
    ///
    /// Without it the legend says nothing of size.
    public var sizeMeaning: String

    /// Says that the network is synthetic, and how; drawn so that it cannot be overlooked.
    public var syntheticNote: String

    /// Where the data come from.
    public var source: String

    /// A last line, such as a date or what was left out.
    public var footer: String

    /// Creates the words around a picture.
    public init(
      title: String = "", sizeMeaning: String = "", syntheticNote: String = "",
      source: String = "", footer: String = ""
    ) {
      self.title = title
      self.sizeMeaning = sizeMeaning
      self.syntheticNote = syntheticNote
      self.source = source
      self.footer = footer
    }
  }
}

/// The language of the words that the drawing itself adds.
public enum DiagramLanguage: String, Sendable, Hashable, CaseIterable {
  /// English.
  case english = "en"

  /// Japanese.
  case japanese = "ja"
}
