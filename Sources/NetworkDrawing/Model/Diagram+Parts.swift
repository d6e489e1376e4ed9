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

    /// Whether the node is absent here and only keeps its place beside other panels.
    public var isGhost = false

    /// Whether it may but need not have been there at the time shown: drawn pale.
    public var isUncertain = false

    /// What its colours stand for.
    public var paint = Paint.kind

    /// Its outline, where it is not that of its kind.
    public var form: DiagramStyle.Form?

    /// Whether it stands out or stands back.
    public var emphasis = Emphasis.normal

    /// The cluster in which it is drawn, a position in ``Diagram/clusters``; nil for none.
    public var cluster: Int?

    /// Whether its label is drawn; an SVG names it either way.
    public var showsLabel = true

    /// A page that the node leads to in an SVG; only `http`, `https` and `mailto` are taken.
    public var link = ""

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

    /// Whether it may but need not have been there at the time shown: drawn thin.
    public var isUncertain = false

    /// Whether it stands out or stands back.
    public var emphasis = Emphasis.normal

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

    /// What the colours of nodes stand for where they are neither kinds nor categories, such as
    /// "betweenness".
    public var shadeMeaning = ""

    /// The least and the greatest score that colours stand for, as they are written.
    public var shadeBounds: [String] = []

    /// The least and the greatest score that the areas of circles stand for, as they are written.
    public var sizeBounds: [String] = []

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
